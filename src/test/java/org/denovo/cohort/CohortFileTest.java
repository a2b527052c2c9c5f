package org.denovo.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.denovo.derive.DerivedVariables;
import org.denovo.derive.Parameters;
import org.denovo.record.Fields;
import org.denovo.record.Variable;
import org.denovo.vocabulary.Lang;
import org.denovo.vocabulary.Text;
import org.denovo.yaml.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CohortFileTest {

  private static final String GOOD =
      """
      cohort: bone
      version: 1.0.0
      title: {en: Bone, zh: 骨}
      source: invented
      parameters: {de_novo_rule: window90}
      population:
        - keep: {en: 'De novo, stage IV!', zh: 新发Ⅳ期}
          where: de_novo && stage_group == 'IV'
      time_zero: date_dx
      exposure:
        arms:
          surgical: primary_surgery_done
          non_surgical: {title: {en: None, zh: 无}, where: '!primary_surgery_done'}
        window: 243 d
      endpoints: [OS, PFS]
      designs: [ever_never, landmark 3m 6m, clones 8m]
      """;

  @TempDir Path folder;

  @Test
  void aGoodFileGivesItsDefinition() throws IOException {
    CohortDefinition cohort = (CohortDefinition) read(GOOD).orElseThrow();
    assertThat(cohort.name()).isEqualTo("bone");
    assertThat(cohort.title()).isEqualTo(new Text("骨", "Bone"));
    assertThat(cohort.parameters())
        .isEqualTo(new Parameters("window90", "stgallen2013", "oligo_abc5", "er_1"));
    assertThat(cohort.population())
        .extracting(CohortDefinition.Step::name)
        .containsExactly("de_novo_stage_iv");
    assertThat(cohort.timeZero()).isEqualTo(Fields.DATE_DX);
    assertThat(cohort.arms())
        .extracting(CohortDefinition.Arm::title)
        .containsExactly(Text.same("surgical"), new Text("无", "None"));
    assertThat(cohort.exposure().windowDays()).isEqualTo(243);
    assertThat(cohort.endpoints()).containsExactly(Endpoint.OS, Endpoint.PFS);
    assertThat(cohort.designs())
        .containsExactly(
            new EverNever(),
            new Landmark(Period.ofMonths(3)),
            new Landmark(Period.ofMonths(6)),
            new Clones(Period.ofMonths(8)));
  }

  @Test
  void everythingThatIsWrongIsShownAtOnceWithItsPlace() throws IOException {
    String bad =
        """
        cohort: bonne
        version: 1.0
        titel: {en: Bone, zh: 骨}
        source: invented
        parameters: {de_novo_rule: windw90, oligo_rule: oligo_abc}
        population:
          - keep: {en: De novo stage IV, zh: 新发Ⅳ期}
            where: de_nova && stage_group == 'Iv'
        time_zero: date_dxx
        exposure:
          arms:
            surgical: primary_surgery_done
          window: 8 months
        endpoints: [OS, DFS, OS]
        designs: [landmarks 3m, clones 8]
        """;
    assertThat(problems(bad))
        .containsExactly(
            "bone.yaml:1:1 'title' is missing",
            "bone.yaml:1:9 the cohort 'bonne' must be named as its file; did you mean 'bone'?",
            "bone.yaml:2:10 a version is written 1.0.0",
            "bone.yaml:3:1 unknown key 'titel'; did you mean 'title'?",
            "bone.yaml:5:28 'windw90' is not known; did you mean 'window90'?",
            "bone.yaml:5:49 'oligo_abc' is not known; did you mean 'oligo_abc5'?",
            "bone.yaml:8:12 'de_nova' is not a variable or function; did you mean 'de_novo'?",
            "bone.yaml:9:12 'date_dxx' is not a date; did you mean 'date_dx'?",
            "bone.yaml:12:5 at least two groups are compared",
            "bone.yaml:13:11 a window is written '243 d'",
            "bone.yaml:14:17 'DFS' is not known; did you mean 'PFS'?",
            "bone.yaml:14:22 'OS' stands twice",
            "bone.yaml:15:11 'landmarks' is not known; did you mean 'landmark'?",
            "bone.yaml:15:25 a design is written 'landmark 3m 6m', 'clones 112d', 'ever_never' or"
                + " 'time_varying'");
  }

  @Test
  void everyDesignIsReadFromItsWord() {
    List<Design> designs =
        List.of(
            new EverNever(),
            new Landmark(Period.ofMonths(6)),
            new TimeVarying(),
            new Clones(Period.ofMonths(8)));
    assertThat(designs)
        .extracting(Object::getClass)
        .containsExactlyInAnyOrder(Design.class.getPermittedSubclasses());
    for (Design design : designs) {
      assertThat(DesignWords.read(design.word())).contains(List.of(design));
    }
  }

  @Test
  void designsThatCannotBeMadeAreRefused() throws IOException {
    assertThat(problems(GOOD.replace("[OS, PFS]", "[PFS]").replace("3m 6m", "6m 6m")))
        .containsExactly(
            "bone.yaml:16:23 a design is written 'landmark 3m 6m', 'clones 112d', 'ever_never' or"
                + " 'time_varying'",
            "bone.yaml:16:39 'clones' needs the endpoint OS");
  }

  @Test
  void aPopulationThatAdmitsAPatientOfWhomNothingIsKnownIsRefused() throws IOException {
    assertThat(problems(GOOD.replace("de_novo && stage_group == 'IV'", "'!known(date_death)'")))
        .containsExactly(
            "bone.yaml:8:12 a patient of whom nothing is known would meet this; say what must be"
                + " known");
  }

  @Test
  void anArmThatTakesAPatientOfWhomNothingIsKnownIsRefused() throws IOException {
    assertThat(
            problems(
                GOOD.replace(
                    "surgical: primary_surgery_done", "surgical: '!known(date_death) || de_novo'")))
        .containsExactly(
            "bone.yaml:12:15 a patient of whom nothing is known would meet this; say what must be"
                + " known");
  }

  @Test
  void aStepMayNotBearTheNameOfAStepThatEveryCohortHas() throws IOException {
    assertThat(problems(GOOD.replace("  - keep:", "  - name: one_arm\n    keep:")))
        .containsExactly("bone.yaml:7:5 the step name 'one_arm' stands twice");
  }

  @Test
  void anEmptyPopulationIsRefused() throws IOException {
    String none = GOOD.replaceAll("(?s)population:.*time_zero", "population: []\ntime_zero");
    assertThat(problems(none)).containsExactly("bone.yaml:6:13 the population has no criterion");
  }

  private static final String ABLATION =
      GOOD.replace(
          "  arms:",
          "  title: {en: ablation, zh: 消融}\n"
              + "  where: met_local_tx_any\n"
              + "  date: [date_primary_surgery, date_met_local_tx]\n"
              + "  undated: leaves\n"
              + "  arms:");

  @Test
  void anExposureHasItsOwnCriterionDatesAndFateOfTheUndated() throws IOException {
    CohortDefinition cohort = (CohortDefinition) read(ABLATION).orElseThrow();
    assertThat(cohort.exposure().title()).isEqualTo(new Text("消融", "ablation"));
    assertThat(cohort.exposure().dates())
        .containsExactly(Fields.DATE_PRIMARY_SURGERY, Fields.DATE_MET_LOCAL_TX);
    assertThat(cohort.exposure().undated()).isEqualTo(Exposure.Undated.LEAVES);
    assertThat(cohort.exposure().code()).isEqualTo("exposure");
    assertThat(Selection.of(cohort).steps())
        .extracting(CohortDefinition.Step::name)
        .containsExactly(
            "one_per_person",
            "de_novo_stage_iv",
            "time_zero_known",
            "follow_up_known",
            "exposure_dated",
            "one_arm",
            "nothing_blocked");
    assertThat(((CohortDefinition) read(GOOD).orElseThrow()).exposure().code()).isEqualTo("surg");
  }

  @Test
  void anExposureThatIsHalfSaidOrOfNoDateIsRefused() throws IOException {
    assertThat(
            problems(
                ABLATION
                    .replace("  where: met_local_tx_any\n", "")
                    .replace("date_met_local_tx", "date_met_locl_tx")
                    .replace("leaves", "leave")))
        .containsExactly(
            "bone.yaml:11:3 'where' is missing",
            "bone.yaml:12:32 'date_met_locl_tx' is not a date; did you mean 'date_met_local_tx'?",
            "bone.yaml:13:12 'leave' is not known; did you mean 'leaves'?");
  }

  @Test
  void withoutAWordTheUsualCovariatesAreAdjustedForWeightiestFirst() throws IOException {
    assertThat(((CohortDefinition) read(GOOD).orElseThrow()).adjustment().covariates())
        .extracting(Variable::name)
        .startsWith("age_at_dx", "ecog_ps", "t_cat", "n_cat", "molecular_subtype")
        .hasSize(19);
    assertThat(
            ((CohortDefinition) read(GOOD + "adjust_for: [met_liver, age_at_dx]\n").orElseThrow())
                .adjustment()
                .covariates())
        .extracting(Variable::name)
        .containsExactly("met_liver", "age_at_dx");
  }

  @Test
  void noCovariateMayLookPastTimeZero() throws IOException {
    assertThat(
            problems(
                GOOD
                    + "adjust_for: [age_at_dx, line1_best_response, margin_group, age_at_d,"
                    + " met_sites, age_at_dx]\n"))
        .containsExactly(
            "bone.yaml:17:25 'line1_best_response' may be later than time zero"
                + " (line1_best_response): what follows the exposure must not be adjusted for",
            "bone.yaml:17:46 'margin_group' may be later than time zero (surgery_type,"
                + " surgery_intent, margin_status): what follows the exposure must not be adjusted"
                + " for",
            "bone.yaml:17:60 'age_at_d' is not a variable; did you mean 'age_at_dx'?",
            "bone.yaml:17:70 'met_sites' is neither a number nor one value of a list, so no model"
                + " can take it",
            "bone.yaml:17:81 'age_at_dx' stands twice");
  }

  @Test
  void strataAreNoCovariatesAndOfOneValueEach() throws IOException {
    CohortDefinition cohort =
        (CohortDefinition) read(GOOD + "stratify_by: [hr_status, met_liver]\n").orElseThrow();
    assertThat(cohort.adjustment().strata())
        .extracting(Variable::name)
        .containsExactly("hr_status", "met_liver");
    assertThat(cohort.adjustment().covariates())
        .extracting(Variable::name)
        .hasSize(18)
        .doesNotContain("met_liver");
    assertThat(cohort.adjustment().modelled())
        .extracting(Variable::name)
        .containsExactly(
            "age_at_dx",
            "molecular_subtype",
            "n_met_organs",
            "met_lung",
            "met_bone",
            "met_brain",
            "dx_year");
    assertThat(
            problems(
                GOOD
                    + "stratify_by: [age_at_dx, line1_best_response, hr_status]\n"
                    + "adjust_for: [hr_status]\n"))
        .containsExactly(
            "bone.yaml:17:15 'age_at_dx' is not one value of a list, so it makes no strata",
            "bone.yaml:17:26 'line1_best_response' may be later than time zero"
                + " (line1_best_response): what follows the exposure must not be adjusted for",
            "bone.yaml:18:14 'hr_status' is a stratum and needs no term of its own");
  }

  @Test
  void whatIsNamedIsInTheAdjustedRatioAsWellAsInTheWeights() throws IOException {
    Adjustment named =
        ((CohortDefinition) read(GOOD + "adjust_for: [t_cat, ecog_ps]\n").orElseThrow())
            .adjustment();
    assertThat(named.modelled()).isEqualTo(named.covariates()).hasSize(2);
  }

  private static final String GRID =
      """
      sensitivity:
        vary: one_at_a_time
        designs: [landmark 6m, clones 8m]
        values:
          de_novo_rule: [strict, window30]
          er_rule: [er_1, er_10]
          landmark: [3m, 6m]
      """;

  @Test
  void aGridVariesOneAtATimeOrAllWithAll() throws IOException {
    Sensitivity one = ((CohortDefinition) read(GOOD + GRID).orElseThrow()).sensitivity().get();
    assertThat(one.variants())
        .extracting(variant -> variant.choices().values().toString())
        .containsExactly(
            "[window90, er_1, 6m]",
            "[strict, er_1, 6m]",
            "[window30, er_1, 6m]",
            "[window90, er_10, 6m]",
            "[window90, er_1, 3m]");
    assertThat(one.adjusting()).containsExactly(Sensitivity.Choice.ER_RULE);
    assertThat(one.variants().get(4).definition().designs())
        .containsExactly(new Landmark(Period.ofMonths(3)), new Clones(Period.ofMonths(8)));
    Sensitivity all =
        ((CohortDefinition) read(GOOD + GRID.replace("one_at_a_time", "cross")).orElseThrow())
            .sensitivity()
            .get();
    assertThat(all.variants()).hasSize(12);
    assertThat(all.variants().get(0).isBase()).isTrue();
    assertThat(all.variants().get(11).definition().parameters())
        .isEqualTo(new Parameters("window30", "stgallen2013", "oligo_abc5", "er_10"));
  }

  @Test
  void whatIsWrongInAGridIsShownWithItsPlace() throws IOException {
    assertThat(
            problems(
                GOOD
                    + GRID.replace("one_at_a_time", "one_at_time")
                        .replace("clones 8m", "ever_never")
                        .replace("er_10", "er_100")
                        .replace("window30", "windows30")
                        .replace("[3m, 6m]", "[3, 6m]")
                    + "    clones: [3m]\n    window: [91 d]\n    margin_unknow: [in]\n"))
        .containsExactly(
            "bone.yaml:18:9 'one_at_time' is not known; did you mean 'one_at_a_time'?",
            "bone.yaml:19:12 'ever_never' has no estimate that could be varied",
            "bone.yaml:21:28 'windows30' is not known; did you mean 'window90'?",
            "bone.yaml:22:21 'er_100' is not known; did you mean 'er_10'?",
            "bone.yaml:23:16 a period is written '6m' or '112d'",
            "bone.yaml:24:13 its designs have no 'clones'",
            "bone.yaml:25:13 its designs have no 'time_varying'",
            "bone.yaml:26:5 unknown key 'margin_unknow'; did you mean 'margin_unknown'?");
  }

  /** Bone alone is adjusted for and asked for, so neither rule moves anything. */
  @Test
  void aChoiceThatMovesNothingIsRefused() throws IOException {
    assertThat(
            problems(
                GOOD.replace("'!primary_surgery_done'", "margin_group == 'none'")
                    + "adjust_for: [age_at_dx]\n"
                    + GRID
                    + "    oligo_rule: [oligo_core]\n    margin_unknown: [out]\n"))
        .containsExactly(
            "bone.yaml:23:21 no criterion and no covariate of the cohort rests on 'er_rule'",
            "bone.yaml:25:18 no criterion and no covariate of the cohort rests on 'oligo_rule'",
            "bone.yaml:26:22 the cohort asks for the margin itself: who has none is not in it");
  }

  @Test
  void aGridThatNobodyCouldReadIsRefused() throws IOException {
    assertThat(
            problems(
                GOOD
                    + GRID.replace("one_at_a_time", "cross")
                    + "    subtype_rule: [stgallen2011, maisonneuve]\n"
                    + "    clones: [3m, 6m, 12m]\n"))
        .containsExactly("bone.yaml:18:3 144 variants, 64 at most; vary one at a time, or less");
  }

  private static final String STUDY =
      """
      preset: P03
      grade: partly
      strata: [hr_status, age_at_dx]
      requires: date_dx
      benchmark:
        - {says: {en: Death, zh: 死亡}, value: HR 0.71, of: {en: 265 analysed, zh: 分析265例}}
      caveats:
        - {en: Another population., zh: 另一人群。}
      """;

  @Test
  void theStudyBehindACohortIsReadAndSelectsNobody() throws IOException {
    Study study = read(GOOD + STUDY).orElseThrow().study();
    assertThat(study.preset()).contains("P03");
    assertThat(study.grade()).contains(Study.Grade.PARTLY);
    assertThat(study.strata()).extracting(Variable::name).containsExactly("hr_status", "age_at_dx");
    assertThat(study.requires()).containsExactly(Fields.DATE_DX);
    assertThat(study.benchmark())
        .containsExactly(
            new Study.Figure(
                new Text("死亡", "Death"), Text.same("HR 0.71"), new Text("分析265例", "265 analysed")));
    assertThat(study.caveats()).containsExactly(new Text("另一人群。", "Another population."));
    assertThat(read(GOOD).orElseThrow().study()).isEqualTo(Study.NONE);
  }

  @Test
  void whatIsWrongInTheStudyIsShownWithItsPlace() throws IOException {
    assertThat(
            problems(
                GOOD
                    + STUDY
                        .replace("P03", "MF07")
                        .replace("partly", "party")
                        .replace("[hr_status, age_at_dx]", "[hr_statu, age_at_dx, age_at_dx]")
                        .replace("value: HR 0.71", "vale: HR 0.71")))
        .containsExactly(
            "bone.yaml:17:9 a preset is numbered 'P03' or 'X1'",
            "bone.yaml:18:8 'party' is not known; did you mean 'partly'?",
            "bone.yaml:19:10 'hr_statu' is not a variable; did you mean 'hr_status'?",
            "bone.yaml:19:31 'age_at_dx' stands twice",
            "bone.yaml:22:5 'value' is missing",
            "bone.yaml:22:33 unknown key 'vale'; did you mean 'value'?");
  }

  @Test
  void aStudyThatCannotBeRepeatedHasNoCohort() throws IOException {
    String impossible =
        GOOD.replaceAll("(?s)parameters:.*", "")
            + "caveats: [{en: Read in part., zh: 仅部分读到。}]\n"
            + "not-reproducible: {en: It needs a relapse., zh: 需要复发。}\n";
    assertThat(read(impossible))
        .contains(
            new NotReproducible(
                "bone",
                "1.0.0",
                new Text("骨", "Bone"),
                "invented",
                new Study(
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of(new Text("仅部分读到。", "Read in part.")),
                    List.of(),
                    List.of()),
                new Text("需要复发。", "It needs a relapse.")));
  }

  @Test
  void aStudyThatCannotBeRepeatedMaySelectNobody() throws IOException {
    assertThat(
            problems(
                GOOD.replaceAll("(?s)parameters:.*", "")
                    + "time_zero: date_dx\nnot-reproducible: {en: No., zh: 否。}\n"))
        .containsExactly(
            "bone.yaml:5:1 a study that is not reproducible has no cohort; leave 'time_zero' out");
  }

  private Optional<Cohort> read(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("bone.yaml"), yaml);
    return CohortFile.read(
        folder, file, parameters -> DerivedVariables.of(parameters).all(), new Problems());
  }

  private List<String> problems(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("bone.yaml"), yaml);
    Problems problems = new Problems();
    assertThat(
            CohortFile.read(
                folder, file, parameters -> DerivedVariables.of(parameters).all(), problems))
        .isEmpty();
    return problems.sorted().stream().map(problem -> problem.in(Lang.EN)).toList();
  }
}
