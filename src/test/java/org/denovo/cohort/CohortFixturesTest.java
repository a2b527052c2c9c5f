package org.denovo.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.denovo.derive.DerivedVariables;
import org.denovo.expression.InventedPatients;
import org.denovo.expression.Verdict;
import org.denovo.record.PatientRecord;
import org.denovo.record.Variable;
import org.denovo.vocabulary.Lang;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlFile;
import org.denovo.yaml.YamlNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every cohort that is shipped has invented patients beside it, and does with them what it says.
 */
class CohortFixturesTest {

  private static final Path COHORTS = Path.of("jobs/cohorts");

  @TestFactory
  List<DynamicTest> everyInventedPatientGoesWhereTheFixtureSays() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path file : cohorts()) {
      Selection selection = selection(file);
      for (YamlNode entry : patients(file)) {
        String name =
            file.getFileName()
                + ": "
                + entry.get("who").orElseThrow().get("en").orElseThrow().text();
        tests.add(
            DynamicTest.dynamicTest(
                name, () -> assertThat(actual(selection, entry)).isEqualTo(expected(entry))));
      }
    }
    assertThat(tests).isNotEmpty();
    return tests;
  }

  /** A cohort may be unable to put anybody out at its own steps; each of the others must. */
  @TestFactory
  List<DynamicTest> everyCohortShowsEachArmEachStepAndEachWayOfNotKnowing() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path file : cohorts()) {
      Selection selection = selection(file);
      Set<String> wanted = new TreeSet<>();
      selection.definition().arms().forEach(arm -> wanted.add("in " + arm.name()));
      selection.definition().population().forEach(step -> wanted.add("out " + step.name()));
      selection.definition().population().forEach(step -> wanted.add("unknown " + step.name()));
      wanted.addAll(List.of("unknown time_zero_known", "unknown follow_up_known", "unknown arm"));
      wanted.removeAll(never(file));
      patients(file).forEach(entry -> wanted.remove(entry.get("then").orElseThrow().text()));
      tests.add(
          DynamicTest.dynamicTest(
              file.getFileName().toString(), () -> assertThat(wanted).isEmpty()));
    }
    return tests;
  }

  /** An exposure of its own is shown to begin for one patient and never for another. */
  @TestFactory
  List<DynamicTest> everyExposureButSurgeryAsSuchIsShownToBeginAndNotTo() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    String usual = Exposure.surgery(0).title().en();
    for (Path file : cohorts()) {
      if (!selection(file).definition().exposure().title().en().equals(usual)) {
        Set<String> shown = new TreeSet<>();
        patients(file)
            .forEach(p -> p.get("exposed").ifPresent(e -> shown.add(e.text().split(" ")[0])));
        tests.add(
            DynamicTest.dynamicTest(
                file.getFileName().toString(), () -> assertThat(shown).contains("day", "never")));
      }
    }
    assertThat(tests).hasSize(12);
    return tests;
  }

  private static String expected(YamlNode entry) {
    Problems problems = new Problems();
    String missing =
        entry.get("missing").map(node -> " for want of " + node.asTexts(problems)).orElse("");
    String exposed = entry.get("exposed").map(node -> ", exposed: " + node.text()).orElse("");
    return entry.get("then").orElseThrow().text() + missing + exposed;
  }

  private static String actual(Selection selection, YamlNode entry) {
    Problems problems = new Problems();
    PatientRecord patient = InventedPatients.read(entry.get("given").orElseThrow(), problems);
    assertThat(problems.sorted()).extracting(problem -> problem.in(Lang.EN)).isEmpty();
    Membership membership = selection.judge(patient, Set.of());
    if (membership instanceof Membership.In in) {
      String exposed =
          entry.get("exposed").isPresent() ? ", exposed: " + onset(in.member().onset()) : "";
      return "in " + in.member().arm() + exposed;
    }
    if (membership instanceof Membership.Undecided open) {
      return "unknown arm for want of " + names(open.missing());
    }
    Membership.Left left = (Membership.Left) membership;
    String step = selection.steps().get(left.step()).name();
    return left.judgement().verdict() == Verdict.NOT_MET
        ? "out " + step
        : "unknown " + step + " for want of " + names(left.judgement().missing());
  }

  private static String onset(Onset onset) {
    return switch (onset.exposed()) {
      case YES -> onset.day().isPresent() ? "day " + onset.day().getAsInt() : "day not known";
      case NO -> "never";
      case UNKNOWN -> "not known";
    };
  }

  private static List<String> names(List<Variable<?>> variables) {
    return variables.stream().map(Variable::name).toList();
  }

  /** A study that cannot be repeated has no patients to show. */
  private static List<Path> cohorts() throws IOException {
    try (Stream<Path> files = Files.list(COHORTS)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .filter(file -> defined(file) instanceof CohortDefinition)
          .sorted()
          .toList();
    }
  }

  private static Selection selection(Path file) {
    return Selection.of((CohortDefinition) defined(file));
  }

  private static Cohort defined(Path file) {
    Problems problems = new Problems();
    return CohortFile.read(
            Path.of(""), file, parameters -> DerivedVariables.of(parameters).all(), problems)
        .orElseThrow(
            () ->
                new AssertionError(
                    problems.sorted().stream()
                        .map(problem -> problem.in(Lang.EN))
                        .collect(Collectors.joining("\n"))));
  }

  /** Ways out that no patient can take, because an earlier step asks for the same. */
  private static List<String> never(Path file) {
    return fixture(file).get("never").map(node -> node.asTexts(new Problems())).orElse(List.of());
  }

  private static YamlNode fixture(Path file) {
    Problems problems = new Problems();
    Path fixture = COHORTS.resolve("fixtures").resolve(file.getFileName());
    YamlNode node = YamlFile.read(Path.of(""), fixture, problems).orElseThrow();
    assertThat(problems.sorted()).isEmpty();
    return node;
  }

  private static List<YamlNode> patients(Path file) {
    Problems problems = new Problems();
    YamlNode node = fixture(file);
    Optional<YamlNode> everyone = node.get("everyone");
    return node.require("patients", problems).orElseThrow().items().stream()
        .map(patient -> everyone.map(all -> filledUp(patient, all)).orElse(patient))
        .toList();
  }

  /** What holds for everyone holds for a patient unless the patient says otherwise. */
  private static YamlNode filledUp(YamlNode patient, YamlNode everyone) {
    YamlNode own = patient.get("given").orElseThrow();
    Map<String, YamlNode> given = new LinkedHashMap<>(everyone.entries());
    given.putAll(own.entries());
    Map<String, YamlNode> keys = new LinkedHashMap<>(everyone.keys());
    keys.putAll(own.keys());
    Map<String, YamlNode> parts = new LinkedHashMap<>(patient.entries());
    parts.put("given", map(own, given, keys));
    return map(patient, parts, patient.keys());
  }

  private static YamlNode map(
      YamlNode at, Map<String, YamlNode> entries, Map<String, YamlNode> keys) {
    return new YamlNode(
        at.file(), at.line(), at.column(), YamlNode.Shape.MAP, "", "", List.of(), entries, keys);
  }
}
