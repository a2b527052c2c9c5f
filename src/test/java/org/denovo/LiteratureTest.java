package org.denovo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.denovo.cohort.Attrition;
import org.denovo.cohort.AttritionCount;
import org.denovo.cohort.Cohort;
import org.denovo.cohort.CohortDefinition;
import org.denovo.cohort.CohortFile;
import org.denovo.cohort.CohortWords;
import org.denovo.cohort.EverNever;
import org.denovo.cohort.Membership;
import org.denovo.cohort.NotReproducible;
import org.denovo.cohort.Selection;
import org.denovo.derive.DerivedVariables;
import org.denovo.derive.Parameters;
import org.denovo.extract.Anonymity;
import org.denovo.extract.CentrePids;
import org.denovo.extract.CohortFiles;
import org.denovo.extract.Disclosure;
import org.denovo.extract.Profile;
import org.denovo.job.JobFile;
import org.denovo.job.JobFiles;
import org.denovo.record.Derived;
import org.denovo.record.Fields;
import org.denovo.record.PatientRecord;
import org.denovo.record.Variable;
import org.denovo.vocabulary.Lang;
import org.denovo.yaml.Problems;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cohorts of {@code jobs/literature.yaml}, over the sample registry. */
class LiteratureTest {

  private static final Path ROOT = Path.of("").toAbsolutePath();
  private static final Path GOLDEN =
      ROOT.resolve("src/test/resources/org/denovo/golden/literature.csv");

  private static final List<Cohort> COHORTS = new ArrayList<>();

  @TempDir Path folder;

  @BeforeAll
  static void readTheJob() {
    Problems problems = new Problems();
    JobFile job = JobFiles.read(ROOT.resolve("jobs/literature.yaml"), problems).orElseThrow();
    for (Path file : job.cohorts()) {
      CohortFile.read(ROOT, file, LiteratureTest::variables, problems).ifPresent(COHORTS::add);
    }
    assertThat(problems.sorted()).isEmpty();
  }

  @Test
  void everyPresetHasADefinitionOrTheReasonWhyNot() {
    List<String> expected =
        Stream.of(numbered("P", 1, 11), Stream.of("P12A", "P12B"), numbered("P", 13, 24), x())
            .flatMap(numbers -> numbers)
            .toList();
    assertThat(COHORTS)
        .extracting(cohort -> cohort.study().preset().orElseThrow())
        .containsExactlyElementsOf(expected);
    assertThat(COHORTS.stream().filter(NotReproducible.class::isInstance).map(Cohort::name))
        .containsExactly(
            "p12b-pockaj-metastasectomy",
            "p15-oligometastatic-concept",
            "p16-oligometastatic-abc5",
            "p18-liver-metastases");
  }

  private static Stream<String> x() {
    return IntStream.rangeClosed(1, 7).mapToObj(n -> "X" + n);
  }

  private static Stream<String> numbered(String letter, int first, int last) {
    return IntStream.rangeClosed(first, last).mapToObj(n -> String.format("%s%02d", letter, n));
  }

  @Test
  void theHandbookListsEveryPreset() throws IOException {
    String handbook = Files.readString(ROOT.resolve("docs/cohorts.md"));
    for (Cohort cohort : COHORTS) {
      String title = cohort.title().en();
      assertThat(handbook)
          .contains(
              String.format(
                  "| %s | `%s` | %s%s |",
                  cohort.study().preset().orElseThrow(),
                  cohort.name(),
                  title,
                  cohort instanceof NotReproducible ? "; no cohort" : ""));
    }
  }

  /** A figure may be missing; how far a definition is from its source may not. */
  @Test
  void everyPresetSaysHowWellItIsKnownAndHowItDiffers() {
    for (Cohort cohort : COHORTS) {
      assertThat(cohort.study().grade()).as(cohort.name()).isPresent();
      assertThat(cohort.study().caveats()).as(cohort.name()).isNotEmpty();
    }
  }

  /** A field by itself, a derived variable by itself or by one of the fields that it follows. */
  @Test
  void whatACriterionReadsIsAmongWhatTheCohortNeeds() {
    List<String> forgotten = new ArrayList<>();
    for (CohortDefinition cohort : definitions()) {
      List<Variable<?>> requires = cohort.study().requires();
      Stream.of(
              Stream.<Variable<?>>of(
                  cohort.timeZero(),
                  Fields.VITAL_STATUS,
                  Fields.DATE_LAST_CONTACT,
                  Fields.DATE_DEATH),
              cohort.population().stream().flatMap(step -> step.criterion().reads().stream()),
              cohort.arms().stream().flatMap(arm -> arm.criterion().reads().stream()),
              cohort.exposure().where().reads().stream(),
              cohort.designs().stream()
                  .filter(design -> !(design instanceof EverNever))
                  .flatMap(design -> cohort.exposure().dates().stream()))
          .flatMap(variables -> variables)
          .filter(variable -> !isAmong(requires, variable))
          .forEach(variable -> forgotten.add(cohort.name() + " " + variable.name()));
    }
    assertThat(forgotten).isEmpty();
  }

  private static boolean isAmong(List<Variable<?>> requires, Variable<?> variable) {
    return requires.contains(variable)
        || variable instanceof Derived<?> derived
            && derived.inputs().stream().anyMatch(input -> isAmong(requires, input));
  }

  /** Writing reads every file back and refuses what does not add up. */
  @Test
  void everyCohortIsWrittenAndItsFlowAddsUp() throws IOException {
    Collection<PatientRecord> patients = SamplePatients.read(ROOT).values();
    StringBuilder sizes = new StringBuilder("cohort,step,in,not_met,not_known,out\n");
    for (CohortDefinition cohort : definitions()) {
      Attrition attrition = written(cohort, patients);
      assertThat(attrition.started()).isEqualTo(468);
      for (Attrition.Step step : attrition.steps()) {
        row(sizes, cohort, step.name(), step.asked(), step.notMet(), step.notKnown(), step.met());
      }
      attrition
          .arms()
          .forEach((arm, n) -> row(sizes, cohort, "arm " + arm, attrition.eligible(), "", "", n));
      row(sizes, cohort, "no arm", attrition.eligible(), "", attrition.undecided(), "");
    }
    if ("update".equals(System.getProperty("golden"))) {
      Files.writeString(GOLDEN, sizes);
    }
    assertThat(sizes.toString()).isEqualTo(Files.readString(GOLDEN));
    assertThat(header("p13-metastasectomy/cohort.csv")).contains(",exposure_ever,exposure_day,");
    assertThat(Files.readString(folder.resolve("p13-metastasectomy/clones_8m.csv")))
        .contains(",exposure_by_g,", ",no_exposure_by_g,")
        .doesNotContain("surg_by_g");
    assertThat(header("p03-mf07-01/cohort.csv")).contains(",exposure_ever,surg_day,");
  }

  private String header(String file) throws IOException {
    return Files.readAllLines(folder.resolve(file)).get(0);
  }

  private Attrition written(CohortDefinition cohort, Collection<PatientRecord> patients)
      throws IOException {
    Path directory = Files.createDirectories(folder.resolve(cohort.name()));
    Selection selection = Selection.of(cohort);
    AttritionCount count = selection.count();
    try (CohortFiles files =
        new CohortFiles(
            directory,
            cohort,
            variables(cohort.parameters()),
            new CentrePids(text -> "C" + text.hashCode()),
            Disclosure.OFF,
            Profile.STANDARD,
            Anonymity.DEFAULT)) {
      for (PatientRecord patient : patients) {
        Membership membership = selection.judge(patient, Set.of());
        count.add(patient, membership);
        if (membership instanceof Membership.In in) {
          files.accept(in.member());
        }
      }
      files.finish(count.attrition(), count.byCentre());
    }
    assertThat(Files.readString(directory.resolve("README.md")))
        .contains(cohort.study().caveats().get(0).zh(), cohort.study().caveats().get(0).en());
    return count.attrition();
  }

  @Test
  void aStudyThatCannotBeRepeatedSaysWhyInBothLanguages() {
    Cohort concept =
        COHORTS.stream()
            .filter(cohort -> cohort.name().equals("p15-oligometastatic-concept"))
            .findFirst()
            .orElseThrow();
    assertThat(CohortWords.of(concept).in(Lang.EN))
        .contains("Not reproducible: there is no cohort", "a concept without a number");
    assertThat(CohortWords.of(concept).in(Lang.ZH)).contains("无法复现，不产生队列", "此为概念");
  }

  @Test
  void aCohortSaysWhatItsExposureIsFromWhenAndWithinWhichWindow() {
    CohortDefinition complete =
        definitions().stream()
            .filter(cohort -> cohort.name().equals("p24-benefit-profile"))
            .findFirst()
            .orElseThrow();
    assertThat(CohortWords.of(complete).in(Lang.EN))
        .contains(
            "- complete resection of primary and metastases: ",
            "- A patient is exposed from the last of these days on: Date of surgery of the primary,"
                + " Date of local treatment of metastases\n",
            "- In designs with a window it counts if it begins within 243 days\n",
            "- Those of whom it or its day is not known are in the cohort and its groups, but in no"
                + " design\n");
    assertThat(CohortWords.of(complete).in(Lang.ZH)).contains("原发灶与转移灶均R0切除：", "- 自下列日期中最晚者起计为暴露：");
  }

  private static void row(StringBuilder rows, CohortDefinition cohort, String step, Object... n) {
    rows.append(cohort.name()).append(',').append(step);
    Stream.of(n).forEach(each -> rows.append(',').append(each));
    rows.append('\n');
  }

  private static List<CohortDefinition> definitions() {
    return COHORTS.stream()
        .filter(CohortDefinition.class::isInstance)
        .map(CohortDefinition.class::cast)
        .toList();
  }

  private static List<Variable<?>> variables(Parameters parameters) {
    List<Variable<?>> variables = new ArrayList<>(Fields.all());
    variables.addAll(DerivedVariables.of(parameters).all());
    return variables;
  }
}
