package org.denovo.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.denovo.batch.Night;
import org.denovo.batch.NightResult;
import org.denovo.batch.NightRunner;
import org.denovo.batch.Progress;
import org.denovo.check.Case;
import org.denovo.check.Category;
import org.denovo.check.LocalRules;
import org.denovo.check.Outcome;
import org.denovo.check.Rule;
import org.denovo.check.RuleCard;
import org.denovo.check.RuleCount;
import org.denovo.check.Scope;
import org.denovo.check.Severity;
import org.denovo.extract.FindingsFile;
import org.denovo.extract.RulesFile;
import org.denovo.record.Fields;
import org.denovo.store.Database;
import org.denovo.store.Schema;
import org.denovo.vocabulary.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night with a rule that has a bug. */
class RuleErrorTest {

  @TempDir Path folder;

  private static Rule rule(Function<Case, Outcome> test) {
    return new Rule(
        new RuleCard(
            "LOC-98",
            1,
            "",
            Scope.PATIENT,
            Severity.WARNING,
            Category.COMPLETENESS,
            Set.of(),
            false,
            true,
            new Text("误", "wrong"),
            new Text("误", "wrong"),
            "test"),
        List.of(),
        List.of(),
        false,
        test);
  }

  /** Fails on whose performance status is not known. */
  private static final Rule FAILING =
      rule(
          patient ->
              patient.value(Fields.ECOG_PS).orElseThrow() > 5
                  ? Outcome.NOT_APPLICABLE
                  : Outcome.HOLDS);

  /** The same as it was meant. */
  private static final Rule MEANT =
      rule(
          patient ->
              patient.knows(Fields.ECOG_PS)
                  ? Outcome.HOLDS
                  : new Outcome.Broken(
                      List.of(
                          new Outcome.Hit(Severity.WARNING, List.of(Fields.ECOG_PS), List.of()))));

  @Test
  void aRuleThatFailsEndsNoNightAndIsNoPass() throws IOException {
    SampleProject project = SampleProject.in(folder, "c16");
    NightResult result = run(project.night(1), FAILING, "00");
    assertThat(result.outcome()).isEqualTo(NightResult.Outcome.PUBLISHED);
    Path quality = project.latest().resolve("quality");
    List<String> errors = Files.readAllLines(quality.resolve("rule_errors.csv"));
    RuleCount count = RulesFile.read(quality.resolve("rules.csv")).get("LOC-98");
    assertThat(count.passed() + count.errors()).isEqualTo(result.patients());
    assertThat(count.errors()).isPositive().isEqualTo(errors.size() - 1);
    assertThat(errors.get(1))
        .matches(
            "LOC-98,c16_maplewood,\\w+,java.util.NoSuchElementException at .*"
                + "\\(RuleErrorTest.java:\\d+\\)");
    assertThat(result.warnings())
        .extracting(Text::en)
        .contains(
            "rules failed "
                + count.errors()
                + " times and judged nothing there: quality/rule_errors.csv");
    assertThat(Files.readString(quality.resolve("report.html"))).contains("rule failed");
  }

  @Test
  void whatARuleFoundIsNotResolvedByItsFailing() throws IOException {
    SampleProject project = SampleProject.in(folder, "c16");
    run(project.night(1), MEANT, "00");
    List<String> found = found(project, "open new");
    assertThat(found).isNotEmpty();
    run(project.night(1), FAILING, "01");
    assertThat(found(project, "sent persisting")).isEqualTo(found);
    run(project.night(1), FAILING, "02");
    assertThat(found(project, "sent persisting")).as("again").isEqualTo(found);
    run(project.night(1), MEANT, "03");
    assertThat(found(project, "sent persisting")).as("mended").isEqualTo(found);
    run(project.night(1), rule(patient -> Outcome.HOLDS), "04");
    assertThat(found(project, "resolved resolved")).as("judged").isEqualTo(found);
  }

  /** The ids of the rule's findings, all of which are said to stand so. */
  private static List<String> found(SampleProject project, String standing) {
    List<String> ids = new ArrayList<>();
    FindingsFile.read(
        project.latest().resolve("quality/findings.csv"),
        row -> {
          if (row.rule().equals("LOC-98")) {
            assertThat(row.state() + " " + row.sinceLast()).isEqualTo(standing);
            ids.add(row.id());
          }
        });
    Collections.sort(ids);
    return ids;
  }

  private NightResult run(Night night, Rule rule, String hash) {
    List<Rule> rules = new ArrayList<>(night.localRules().rules());
    rules.add(rule);
    Night failing =
        new Night(
            night.job(),
            night.mappings(),
            night.cohorts(),
            new LocalRules(rules, Map.of("jobs/rules/failing.yaml", hash)),
            night.key(),
            night.configHash(),
            night.version(),
            night.codeHash(),
            1);
    Database database = Database.embedded(folder.resolve("data"));
    try (HikariDataSource source = new HikariDataSource()) {
      source.setJdbcUrl(database.url());
      source.setUsername(database.user());
      source.setPassword(database.password());
      Schema.migrate(source, database);
      return new NightRunner(source, Clock.systemUTC(), Progress.SILENT).run(failing);
    }
  }
}
