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
        .containsExactly(new EverNever(), new Landmark(3), new Landmark(6), new Clones(8));
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
            "bone.yaml:15:25 a design is written 'landmark 3m 6m', 'clones 8m', 'ever_never' or"
                + " 'time_varying'");
  }

  @Test
  void everyDesignIsReadFromItsWord() {
    List<Design> designs =
        List.of(new EverNever(), new Landmark(6), new TimeVarying(), new Clones(8));
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
            "bone.yaml:16:23 a design is written 'landmark 3m 6m', 'clones 8m', 'ever_never' or"
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
