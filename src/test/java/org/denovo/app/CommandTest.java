package org.denovo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.denovo.extract.RunSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What users type, what they read, and the exit codes that schedulers act on. */
class CommandTest {

  private static final String C01 = "c01_northlake_stage4.xlsx";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "frobnicate",
        "--lang zh",
        "--lang",
        "run",
        "run a.yaml b.yaml",
        "run --nonsense a.yaml",
        "run --lang fr a.yaml",
        "run nosuch.yaml",
        "validate nosuch",
        "verify",
        "verify nosuch",
        "serve nosuch",
        "suggest",
        "profile",
        "profile nosuch.xlsx",
        "why",
        "why --patient",
        "why --patient a/b --job nosuch.yaml",
        "diff --csv --json",
        "diff a b c",
        "diff --job nosuch.yaml",
        "lock",
        "lock --cut a --list",
        "lock --cut a --as-of yesterday",
        "extract",
        "extract --cut a --job nosuch.yaml",
        "exports --job nosuch.yaml"
      })
  void aWrongUseEndsWithTwoAndAWordOnStderr(String line) {
    Said said = Said.by(line.isEmpty() ? new String[0] : line.split(" "));
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).isNotBlank().doesNotContain("Exception", "\tat ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "run --help",
        "validate -h",
        "verify -h",
        "serve -h",
        "suggest -h",
        "profile -h",
        "why -h",
        "diff -h",
        "lock -h",
        "extract -h",
        "exports -h",
        "-V"
      })
  void helpIsNoError(String line) {
    Said said = Said.by(line.split(" "));
    assertThat(said.code()).isZero();
    assertThat(said.out()).isNotBlank();
    assertThat(said.err()).isEmpty();
  }

  @Test
  void aCohortIsDescribedThoughTheJobDoesNotMakeIt() {
    Said said = Said.by("describe", "cohort", "p06-e2108");
    assertThat(said.code()).isZero();
    assertThat(said.out())
        .contains(
            "- Death, local treatment against systemic therapy: HR 1.11 (90 % CI 0.82–1.52)"
                + " (256; a 90 % interval)",
            "- The interval of its hazard ratio is a 90 % interval.");
    assertThat(Said.by("describe", "cohort", "p18-liver-metastases", "--lang", "zh").out())
        .contains("无法复现，不产生队列");
    Said none = Said.by("describe", "cohort", "p99");
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("there is no 'p99'; there are: p01-csbrs-002, ");
  }

  @Test
  void aFieldIsDescribedWithCellsAndWhatIsReadOfThem() {
    assertThat(Said.by("describe", "fields", "margin_width_mm", "--lang", "zh").out())
        .isEqualTo(
            """
            margin_width_mm\t切缘宽度\t区间，0.0–200.0 mm
                毫米；最近的切缘，钟点数不是宽度。
                切缘阴性(最近5mm) → 5
                切缘1-2mm → 1..2
                距切缘<1mm → 0..1
                0.5cm → 5
            """);
    assertThat(Said.by("describe", "fields", "--lang", "en").out())
        .contains("    Millimetres to the nearest margin.\n    切缘阴性(最近5mm) → 5\n");
    Said none = Said.by("describe", "fields", "margin");
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).startsWith("there is no 'margin'; there are: national_id, ");
  }

  @Test
  void whatHoldsForEveryCommandMayStandBeforeIt() {
    Said behind = Said.by("describe", "rules", "--lang", "zh", "--json");
    assertThat(behind.code()).isZero();
    assertThat(Said.by("--lang", "zh", "--json", "describe", "rules")).isEqualTo(behind);
    assertThat(Said.by("--lang=en", "--no-color", "describe", "fields"))
        .isEqualTo(Said.by("describe", "fields", "--lang=en", "--no-color"));
  }

  @Test
  void findingsOfWhatNobodyKnowsAreAskedForInVain() throws IOException {
    SampleProject project = SampleProject.in(folder, "c29");
    assertThat(Said.night(project).code()).isZero();
    String job = project.job().toString();
    Said severity = Said.by("findings", "--job", job, "--severity", "grave");
    assertThat(severity.code()).isEqualTo(2);
    assertThat(severity.err())
        .isEqualTo("--severity is one of error, warning, info, not 'grave'\n");
    assertThat(Said.by("findings", "--job", job, "--state", "old").code()).isEqualTo(2);
    Said centre = Said.by("findings", "--job", job, "--centre", "c29");
    assertThat(centre.code()).isEqualTo(2);
    assertThat(centre.out()).isEmpty();
    assertThat(centre.err())
        .isEqualTo("there is no centre 'c29'; did you mean 'c29_crosswater'?\n");
    Said rule = Said.by("findings", "--job", job, "--rule", "XYZ-99", "--json");
    assertThat(rule.code()).isEqualTo(2);
    assertThat(rule.out()).isEmpty();
    assertThat(rule.err()).isEqualTo("there is no rule 'XYZ-99'\n");
    assertThat(Said.by("findings", "--job", job, "--rule", "STG-51").err())
        .isEqualTo("there is no rule 'STG-51'; did you mean 'STG-01'?\n");
    Said none = Said.by("findings", "--job", job, "--rule", "FIL-01");
    assertThat(none.code()).isZero();
    assertThat(none.err()).isEqualTo("there is no open finding of 'FIL-01'\n");
    assertThat(Said.by("findings", "--job", job, "--centre", "c29_crosswater").err()).isEmpty();
  }

  @Test
  void brokenYamlIsPlacedAndNothingIsRun() {
    SampleProject project = SampleProject.in(folder, "c29");
    project.edit("jobs/nightly.yaml", "cohorts: [surgical-vs-nonsurgical]", "cohorts: [surgical");
    Said said = Said.night(project);
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.out()).containsPattern("(?m)^jobs/nightly\\.yaml:\\d+:\\d+ ");
    assertThat(project.root().resolve("out")).doesNotExist();
    assertThat(project.root().resolve("data")).doesNotExist();
  }

  @Test
  void aKeyThatIsTooShortIsAProblemOfTheConfiguration() throws IOException {
    SampleProject project = SampleProject.in(folder, "c29");
    Files.writeString(project.root().resolve("sample-data/sample.key"), "short\n");
    Said said = Said.night(project);
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.out())
        .isEqualTo("sample-data/sample.key:1:1 a key has at least 16 characters\n");
    assertThat(project.root().resolve("data")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"mappings", "mappings/words", "jobs", "jobs/rules", "jobs/cohorts"})
  void aFileNamedYmlIsNotPassedOverInSilence(String place) throws IOException {
    SampleProject project = SampleProject.in(folder, "c29");
    Files.createDirectories(project.root().resolve(place));
    Files.writeString(project.root().resolve(place).resolve("extra.yml"), "schema: 1\n");
    Said said = Said.by("validate", project.root().toString(), "--lang", "en");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.out())
        .isEqualTo(
            place
                + "/extra.yml:1:1 a configuration file ends with .yaml; this one would not be read:"
                + " rename it; did you mean 'extra.yaml'?\n");
  }

  @Test
  void hiddenFilesBesideTheMappingsAreNotRead() throws IOException {
    SampleProject project = SampleProject.in(folder, "c29");
    Files.writeString(project.root().resolve("mappings/._c29_crosswater.yaml"), "\u0000\u0005");
    Files.writeString(project.root().resolve("mappings/notes.txt"), "not a mapping");
    assertThat(Said.night(project).code()).isZero();
    assertThat(Said.by("validate", project.root().toString()).code()).isZero();
  }

  @Test
  void theRepositoryHasNoProblem() {
    Said said = Said.by("validate", Path.of("").toAbsolutePath().toString());
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).contains("configuration files, no problem");
    assertThat(said.code()).isZero();
  }

  @Test
  void allProblemsOfAProjectAreToldAtOnce() throws IOException {
    SampleProject project = SampleProject.in(folder);
    project.edit("mappings/c29_crosswater.yaml", ": age_at_dx", ": age_at_dxx");
    project.edit(
        "jobs/cohorts/surgical-vs-nonsurgical.yaml", "primary_surgery_done", "primary_surgery_dun");
    project.edit("jobs/nightly.yaml", "inbox:", "inbx:");
    List<String> files =
        List.of(
            "jobs/cohorts/surgical-vs-nonsurgical.yaml",
            "jobs/nightly.yaml",
            "mappings/c29_crosswater.yaml");

    Said said = Said.by("validate", project.root().toString());
    assertThat(said.code()).isEqualTo(2);
    for (String file : files) {
      assertThat(said.out()).containsPattern("(?m)^" + file + ":\\d+:\\d+ ");
    }
    assertThat(said.out())
        .contains("did you mean 'age_at_dx'?")
        .contains("did you mean 'primary_surgery_done'?")
        .contains("did you mean 'inbox'?");
    assertThat(said.out().lines().sorted().toList())
        .as("sorted by file and line")
        .hasSameElementsAs(said.out().lines().toList());

    Said json = Said.by("validate", "--json", project.root().toString());
    assertThat(json.code()).isEqualTo(2);
    JsonNode rows = JsonMapper.shared().readTree(json.out());
    assertThat(rows.isArray()).isTrue();
    assertThat(rows.size()).isEqualTo((int) said.out().lines().count());
    assertThat(rows.valueStream().map(row -> row.get("file").asString()).distinct())
        .containsExactlyElementsOf(files);

    assertThat(Said.by("validate", "--json", Path.of("").toAbsolutePath().toString()).out().strip())
        .isEqualTo("[ ]");
  }

  @Test
  void aChangedMissingOrAddedFileIsNamed() throws IOException {
    SampleProject project = SampleProject.in(folder, "c29");
    assertThat(Said.night(project).code()).isZero();
    String run = project.latest().toString();
    Said good = Said.by("verify", run);
    assertThat(good.code()).isZero();
    assertThat(good.out()).isEqualTo("every file is as the manifest says\n");
    Said byPointer = Said.by("verify", project.latest().resolveSibling("latest").toString());
    assertThat(byPointer.out()).isEqualTo(good.out());

    Files.writeString(project.latest().resolve("quality/rules.csv"), "x");
    Files.delete(project.latest().resolve("registry/lineage.csv"));
    Files.writeString(project.latest().resolve("registry/notes.txt"), "x");
    Said bad = Said.by("verify", run);
    assertThat(bad.code()).isEqualTo(1);
    assertThat(bad.out())
        .isEqualTo(
            "changed quality/rules.csv\nmissing registry/lineage.csv\nextra registry/notes.txt\n");
  }

  @Test
  void aManifestThatIsNoneIsSaidSo() throws IOException {
    Files.writeString(folder.resolve("manifest.json"), "{\"job\":");
    Said said = Said.by("verify", folder.toString());
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.err()).isEqualTo("manifest.json in '" + folder + "' is broken\n");
  }

  @Test
  void aSecondRunOnTheSameInboxReadsNothing() throws IOException {
    SampleProject project = SampleProject.in(folder, "c01", "c29");
    Said first = Said.night(project);
    Path run = project.latest();
    Said second = Said.night(project);
    assertThat(second.code()).isZero();
    assertThat(second.out())
        .startsWith("Nothing changed since the last run; nothing was read again.\n")
        .contains("Workbooks   0 read, 2 unchanged, 0 quarantined");
    assertThat(project.latest()).isEqualTo(run);
    assertThat(project.visible()).hasSize(3);
    assertThat(cohortLine(second)).isEqualTo(cohortLine(first));
    assertThat(RunSummary.read(project.out()).counts()).containsEntry("workbooks_read", 0L);

    Said json = Said.night(project, "--json");
    assertThat(JsonMapper.shared().readTree(json.out()).get("exitCode").asInt()).isZero();
  }

  private static String cohortLine(Said said) {
    return said.out().lines().filter(line -> line.startsWith("Cohort ")).findFirst().orElseThrow();
  }

  @Test
  void aDatabaseThatIsNotThereIsATemporaryFailure() throws Exception {
    SampleProject project = SampleProject.in(folder, "c29");
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    ChildRun run =
        ChildRun.start(
            project,
            Map.of("DENOVO_DB_URL", "jdbc:mysql://127.0.0.1:" + port + "/denovo"),
            List.of(),
            "run",
            "jobs/nightly.yaml");
    assertThat(run.exitCode()).as(run::err).isEqualTo(75);
    assertThat(run.err()).contains("the database cannot be reached").doesNotContain("\tat ");
    assertThat(RunSummary.read(project.out()).exitCode()).isEqualTo(75);
    assertThat(project.visible()).containsExactly("summary.json");
  }

  @Test
  void aFailedGatePublishesNothingAndTheLastGoodRunStays() throws IOException {
    SampleProject project = SampleProject.in(folder, "c01", "c29");
    project.edit("jobs/nightly.yaml", "max-quarantined: 16", "max-quarantined: 0");
    assertThat(Said.night(project).code()).isZero();
    Path good = project.latest();

    Files.write(project.workbook(C01), new byte[] {'P', 'K', 3, 4});
    Said rejected = Said.night(project);
    assertThat(rejected.code()).isEqualTo(4);
    assertThat(rejected.out())
        .startsWith("The quality gate failed: nothing was published, the last good run stays.")
        .contains(C01 + ": ");
    assertThat(project.latest()).isEqualTo(good);
    assertThat(project.visible())
        .containsExactly(good.getFileName().toString(), "latest", "summary.json");
    assertThat(project.hidden()).isEmpty();
    assertThat(RunSummary.read(project.out()).exitCode()).isEqualTo(4);
    assertThat(Said.night(project).code()).as("and again").isEqualTo(4);

    project.restore(C01);
    assertThat(Said.night(project).code()).isZero();
    assertThat(project.latest()).isEqualTo(good);
    assertThat(RunSummary.read(project.out()).exitCode()).isZero();
  }

  @Test
  void theFirstRunOfAllCanFailItsGate() throws IOException {
    SampleProject project = SampleProject.in(folder, "c01");
    project.edit("jobs/nightly.yaml", "max-errors: 50 %", "max-errors: 0 %");
    Said said = Said.night(project);
    assertThat(said.code()).isEqualTo(4);
    assertThat(project.visible()).containsExactly("summary.json");
  }

  @Test
  void chineseIsSpokenIfAskedFor() {
    SampleProject project = SampleProject.in(folder, "c29");
    Said said = Said.night(project, "--lang", "zh");
    assertThat(said.code()).isZero();
    assertThat(said.err()).startsWith("查看收件箱\n读取工作簿");
    assertThat(said.out()).startsWith("完成。\n工作簿    读取 1，未变 0，隔离 0\n");
    assertThat(Said.by("run", "--help", "--lang=zh").out()).contains("运行");
  }

  @Test
  void withoutATerminalProgressIsPlainLines() throws Exception {
    SampleProject project = SampleProject.in(folder, "c29");
    ChildRun run = ChildRun.start(project, "run", "jobs/nightly.yaml");
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).contains("Reading workbooks (1)\n").doesNotContain("\r", "\u001B", "█");
    assertThat(run.out()).startsWith("Done.\n").doesNotContain("\r", "\u001B");
  }

  @Test
  void onATerminalThereIsABarAndColourUnlessItIsNotWanted() throws Exception {
    SampleProject project = SampleProject.in(folder, "c29");
    project.edit("jobs/nightly.yaml", "inbox:", "inbx:");
    List<String> terminal = List.of("-Ddenovo.terminal=true");
    ChildRun red = ChildRun.start(project, Map.of(), terminal, "run", "jobs/nightly.yaml");
    assertThat(red.exitCode()).isEqualTo(2);
    assertThat(red.err()).contains("\u001B[31m");
    ChildRun plain =
        ChildRun.start(project, Map.of("NO_COLOR", "1"), terminal, "run", "jobs/nightly.yaml");
    assertThat(plain.exitCode()).isEqualTo(2);
    assertThat(plain.err()).isNotBlank().doesNotContain("\u001B[31m");

    project.edit("jobs/nightly.yaml", "inbx:", "inbox:");
    ChildRun bar = ChildRun.start(project, Map.of(), terminal, "run", "jobs/nightly.yaml");
    assertThat(bar.exitCode()).isZero();
    assertThat(bar.err()).contains("\r").contains("█");
  }

  @Test
  void anOutFolderThatCannotBeWrittenIsNamed() throws IOException {
    SampleProject project = SampleProject.in(folder, "c29");
    Files.writeString(project.root().resolve("out"), "a file where a folder should be");
    Said said = Said.night(project);
    assertThat(said.code()).isEqualTo(75);
    assertThat(said.err()).contains("cannot be read or written", "out").doesNotContain("\tat ");
    Files.delete(project.root().resolve("out"));
    assertThat(Said.night(project).code()).isZero();
  }

  @Test
  void windowsLineEndsInConfigurationChangeNothing() throws IOException {
    SampleProject unix = SampleProject.in(folder.resolve("unix"), "c01", "c29");
    SampleProject windows = SampleProject.in(folder.resolve("windows"), "c01", "c29");
    assertThat(Said.night(unix).code()).isZero();
    for (String file : List.of("mappings/c01_northlake.yaml", "jobs/nightly.yaml")) {
      windows.edit(file, "\n", "\r\n");
    }
    assertThat(Said.night(windows).code()).isZero();
    for (String file : List.of("registry/patients.csv", "registry/lineage.csv")) {
      SampleProject.assertSameFile(
          file, unix.latest().resolve(file), windows.latest().resolve(file));
    }
  }
}
