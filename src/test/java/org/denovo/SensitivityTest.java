package org.denovo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.denovo.analysis.Comparison;
import org.denovo.analysis.Covariates;
import org.denovo.analysis.Curve;
import org.denovo.analysis.Followed;
import org.denovo.analysis.Grid;
import org.denovo.analysis.HazardRatio;
import org.denovo.analysis.Varied;
import org.denovo.cohort.CohortDefinition;
import org.denovo.cohort.CohortFile;
import org.denovo.cohort.CohortWords;
import org.denovo.cohort.Membership;
import org.denovo.cohort.Selection;
import org.denovo.cohort.Sensitivity.Choice;
import org.denovo.derive.DerivedVariables;
import org.denovo.record.Answer;
import org.denovo.record.PatientRecord;
import org.denovo.record.Variable;
import org.denovo.vocabulary.Lang;
import org.denovo.yaml.Problems;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The grid of a shipped cohort beside each variant written out as a cohort of its own. */
class SensitivityTest {

  private static final Path ROOT = Path.of("");
  private static final Path SHIPPED = Path.of("jobs/cohorts/surgical-vs-nonsurgical.yaml");

  private static Collection<PatientRecord> patients;
  private static CohortDefinition cohort;

  @TempDir Path folder;

  @BeforeAll
  static void everybody() throws IOException {
    patients = SamplePatients.read(ROOT).values();
    cohort = read(SHIPPED);
  }

  @Test
  void everyVariantIsWhatItsOwnCohortWouldSay() throws IOException {
    List<Varied> grid = grid(0);
    assertThat(grid).hasSize(1 + 3 + 1 + 7 + 1 + 2 + 3 + 3);
    for (Varied varied : grid) {
      CohortDefinition own = own(varied.variant().choices());
      List<Comparison> alone = alone(own, 0);
      assertThat(varied.comparisons()).as(own.designs().toString()).isNotEmpty();
      for (Comparison comparison : varied.comparisons()) {
        Comparison same =
            alone.stream()
                .filter(other -> other.view().code().equals(comparison.view().code()))
                .findFirst()
                .orElseThrow();
        assertThat(comparison.hazardRatios())
            .as(varied.variant().choices().toString())
            .isEqualTo(same.hazardRatios());
        assertThat(comparison.curves()).isEqualTo(same.curves());
      }
      assertThat(varied.members()).isEqualTo(members(own));
    }
  }

  @Test
  void theBaseCaseIsTheCohortItself() {
    Varied base = grid(0).get(0);
    assertThat(base.variant().isBase()).isTrue();
    List<Comparison> alone = alone(cohort, 0);
    for (Comparison comparison : base.comparisons()) {
      assertThat(alone)
          .filteredOn(other -> other.endpoint() == comparison.endpoint())
          .filteredOn(other -> other.view().code().equals(comparison.view().code()))
          .singleElement()
          .extracting(Comparison::hazardRatios)
          .isEqualTo(comparison.hazardRatios());
    }
  }

  /** The cut-off of ER moves the subtype, so an adjusted ratio, and nobody in or out. */
  @Test
  void eachChoiceReachesWhatItIsToReach() {
    List<Varied> grid = grid(0);
    Varied base = grid.get(0);
    Varied er = with(grid, Choice.ER_RULE, "er_10");
    assertThat(er.members()).isEqualTo(base.members());
    assertThat(ratio(er, "landmark_6m", "iptw")).isNotEqualTo(ratio(base, "landmark_6m", "iptw"));
    assertThat(ratio(er, "landmark_6m", "unadjusted"))
        .isEqualTo(ratio(base, "landmark_6m", "unadjusted"));
    assertThat(with(grid, Choice.MARGIN_UNKNOWN, "out").members()).isLessThan(base.members());
    assertThat(with(grid, Choice.DE_NOVO_RULE, "strict").members()).isLessThan(base.members());
    assertThat(ratio(with(grid, Choice.OLIGO_RULE, "oligo_solitary"), "landmark_6m", "iptw"))
        .isNotEqualTo(ratio(base, "landmark_6m", "iptw"));
    assertThat(er.comparisons())
        .extracting(comparison -> comparison.view().kind())
        .containsExactly("landmark", "time_varying", "time_varying_in_window", "clones");
    assertThat(with(grid, Choice.LANDMARK, "3m").comparisons())
        .singleElement()
        .satisfies(only -> assertThat(only.view().code()).isEqualTo("landmark_3m"));
    assertThat(with(grid, Choice.WINDOW, "91 d").comparisons())
        .singleElement()
        .satisfies(only -> assertThat(only.view().code()).isEqualTo("time_varying_in_window"));
  }

  @Test
  void smallCountsAreWithheldAndTheOthersRoundedInEveryVariant() {
    for (Varied varied : grid(20)) {
      assertThat(varied.members() % 5).isZero();
      for (Comparison comparison : varied.comparisons()) {
        for (Curve curve : comparison.curves()) {
          assertThat(curve.patients() % 5).isZero();
          assertThat(curve.patients()).isGreaterThanOrEqualTo(20);
        }
        assertThat(comparison.isWithheld())
            .isEqualTo(comparison.hazardRatios().get(0).state() == HazardRatio.State.WITHHELD);
      }
    }
  }

  @Test
  void theCohortSaysWhatItVaries() {
    assertThat(CohortWords.of(cohort).in(Lang.EN))
        .contains(
            "- One choice at a time is another; endpoint: Overall survival; 21 variants with the"
                + " base case\n",
            "- De novo rule: window90 (base case), strict, window30, window180\n",
            "- Landmark: 6m (base case), 3m, 12m\n");
    assertThat(CohortWords.of(cohort).in(Lang.ZH)).contains("- 切缘不详者：in（基准）、out\n");
  }

  private static List<Varied> grid(int threshold) {
    Grid grid = new Grid(cohort.sensitivity().orElseThrow());
    patients.forEach(patient -> grid.accept(patient, Set.of()));
    return grid.varied(threshold);
  }

  private static Varied with(List<Varied> grid, Choice choice, String value) {
    return grid.stream()
        .filter(varied -> varied.variant().changed().contains(choice))
        .filter(varied -> varied.variant().choices().get(choice).equals(value))
        .findFirst()
        .orElseThrow();
  }

  private static double ratio(Varied varied, String design, String method) {
    return varied.comparisons().stream()
        .filter(comparison -> comparison.view().code().equals(design))
        .flatMap(comparison -> comparison.hazardRatios().stream())
        .filter(ratio -> ratio.code().equals(method))
        .findFirst()
        .orElseThrow()
        .ratio();
  }

  /** The shipped file with the choices written where a cohort without a grid has them. */
  private CohortDefinition own(Map<Choice, String> choices) throws IOException {
    String text = Files.readString(SHIPPED).replaceAll("(?s)# What rests on which choice.*", "");
    text =
        replaced(
            text, "de_novo_rule: window90", "de_novo_rule: " + choices.get(Choice.DE_NOVO_RULE));
    text =
        replaced(
            text,
            "oligo_rule: oligo_abc5",
            "oligo_rule: %s, er_rule: %s"
                .formatted(choices.get(Choice.OLIGO_RULE), choices.get(Choice.ER_RULE)));
    text = replaced(text, "window: 243 d", "window: " + choices.get(Choice.WINDOW));
    text = replaced(text, "endpoints: [OS, BCSS, PFS, LRP]", "endpoints: [OS]");
    text =
        replaced(
            text,
            "designs: [ever_never, landmark 3m 6m 8m 12m, time_varying, clones 8m]",
            "designs: [landmark %s, time_varying, clones %s]"
                .formatted(choices.get(Choice.LANDMARK), choices.get(Choice.CLONES)));
    if (choices.get(Choice.MARGIN_UNKNOWN).equals("out")) {
      text =
          replaced(
              text,
              "time_zero:",
              "  - {keep: Known, where: \"margin_group in ['none', 'R0', 'R1_2']\"}\ntime_zero:");
    }
    return read(Files.writeString(folder.resolve(SHIPPED.getFileName()), text));
  }

  private static String replaced(String text, String from, String to) {
    assertThat(text).contains(from);
    return text.replace(from, to);
  }

  private static CohortDefinition read(Path file) {
    Problems problems = new Problems();
    CohortDefinition definition =
        (CohortDefinition)
            CohortFile.read(ROOT, file, p -> DerivedVariables.of(p).all(), problems).orElseThrow();
    assertThat(problems.sorted()).isEmpty();
    return definition;
  }

  private static List<Comparison> alone(CohortDefinition definition, int threshold) {
    List<Variable<?>> known = definition.adjustment().covariates();
    Followed followed = new Followed(definition, new Covariates(definition.adjustment()));
    Selection selection = Selection.of(definition);
    for (PatientRecord patient : patients) {
      if (selection.judge(patient, Set.of()) instanceof Membership.In in) {
        List<Answer<?>> answers = new ArrayList<>();
        known.forEach(variable -> answers.add(variable.of(patient)));
        followed.add(in.member(), answers);
      }
    }
    return followed.results(threshold).comparisons();
  }

  private static long members(CohortDefinition definition) {
    Selection selection = Selection.of(definition);
    return patients.stream()
        .filter(patient -> selection.judge(patient, Set.of()) instanceof Membership.In)
        .count();
  }
}
