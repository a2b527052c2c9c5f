package org.denovo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.denovo.batch.NightResult;
import org.denovo.check.Standing;
import org.denovo.store.Database;
import org.denovo.vocabulary.Lang;
import org.denovo.yaml.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of findings when a registry changes its own rules. */
class LocalRulesNightTest {

  private static final String RULES = "jobs/rules/registry.yaml";

  @TempDir Path folder;

  @Test
  void aChangedRuleReadsTheWorkbooksAgain() throws IOException {
    SampleProject project = SampleProject.in(folder, "c16");
    Database database = Database.embedded(folder.resolve("data"));
    NightResult first = project.run(database, 1);
    assertThat(first.read()).isEqualTo(1);
    assertThat(own(project)).containsExactly("LOC-02");

    project.edit(RULES, "broken: days(date_dx, date_line1_start) > 90", laxer());
    NightResult second = project.run(database, 1);
    assertThat(second.outcome()).isEqualTo(NightResult.Outcome.PUBLISHED);
    assertThat(second.read()).isEqualTo(1);
    assertThat(second.changes().resolved()).isEqualTo(1);
    assertThat(own(project)).isEmpty();

    assertThat(project.run(database, 1).outcome()).isEqualTo(NightResult.Outcome.UNCHANGED);
  }

  /** Leaves out the sample's 443 days; the examples still come out as they say. */
  private static String laxer() {
    return "broken: days(date_dx, date_line1_start) > 90 && days(date_dx, date_line1_start) < 400";
  }

  @Test
  void aRuleThatWasTakenBackIsNotReportedOfAWorkbookThatCannotBeReadAgain() throws IOException {
    SampleProject project = SampleProject.in(folder, "c16", "c26");
    Database database = Database.embedded(folder.resolve("data"));
    project.run(database, 1);
    assertThat(own(project)).containsExactly("LOC-02", "LOC-02");

    project.remove("c16_maplewood_stage4.xlsx");
    Files.delete(project.root().resolve(RULES));
    NightResult second = project.run(database, 1);
    assertThat(second.outcome()).isEqualTo(NightResult.Outcome.PUBLISHED);
    assertThat(second.changes().resolved()).isEqualTo(2);
    assertThat(own(project)).isEmpty();
    assertThat(Files.readString(project.latest().resolve("quality/rules.csv")))
        .doesNotContain("LOC-");
  }

  @Test
  void validateShowsTheProblemsOfRulesFromEachPathThatHoldsThem() throws IOException {
    SampleProject project = SampleProject.in(folder, "c16");
    project.edit(RULES, "severity: info", "severity: note");
    List<String> expected =
        List.of("jobs/rules/registry.yaml:30:15 'note' is not one of error, warning, info");
    for (String path : List.of("", "jobs", "jobs/rules", RULES)) {
      Problems problems = new Problems();
      Configuration.validate(List.of(folder.resolve(path)), problems);
      assertThat(problems.sorted())
          .as(path)
          .extracting(problem -> problem.in(Lang.EN))
          .isEqualTo(expected);
    }
    Problems problems = new Problems();
    assertThat(Configuration.night(project.job(), problems)).isEmpty();
    assertThat(problems.sorted()).extracting(problem -> problem.in(Lang.EN)).isEqualTo(expected);
  }

  /** The rules of the registry's own that have a finding in the last good run. */
  private static List<String> own(SampleProject project) throws IOException {
    return Files.readAllLines(project.latest().resolve("quality/findings.csv")).stream()
        .map(line -> line.split(","))
        .filter(cells -> cells[4].startsWith("LOC-") && Standing.of(cells[1]).isUnresolved())
        .map(cells -> cells[4])
        .toList();
  }
}
