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
    CohortDefinition cohort = read(GOOD).orElseThrow();
    assertThat(cohort.name()).isEqualTo("bone");
    assertThat(cohort.title()).isEqualTo(new Text("骨", "Bone"));
    assertThat(cohort.parameters())
        .isEqualTo(new Parameters("window90", "stgallen2013", "oligo_abc5"));
    assertThat(cohort.population())
        .extracting(CohortDefinition.Step::name)
        .containsExactly("de_novo_stage_iv");
    assertThat(cohort.timeZero()).isEqualTo(Fields.DATE_DX);
    assertThat(cohort.arms())
        .extracting(CohortDefinition.Arm::title)
        .containsExactly(Text.same("surgical"), new Text("无", "None"));
    assertThat(cohort.windowDays()).isEqualTo(243);
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

  private Optional<CohortDefinition> read(String yaml) throws IOException {
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
