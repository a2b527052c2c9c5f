package org.denovo.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.denovo.extract.Manifest.Difference;
import org.denovo.vocabulary.Edition;
import org.denovo.vocabulary.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestTest {

  /** SHA-256 of "abc", FIPS 180-2, appendix B.1. */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  private static final Manifest MANIFEST =
      new Manifest(
          "nightly",
          "9f3ac21b",
          "0.1.0",
          List.of(
              new Manifest.Input("south", "s.xlsx", "bb", 4),
              new Manifest.Input("north", "n.xlsx", "aa", 5)),
          List.of(
              new Edition(Edition.Kind.MAPPING, "mappings/north.yaml", "1.2.0", "cc"),
              new Edition(Edition.Kind.WORDS, "built-in", "1.0.0", "dd")),
          Map.of("de_novo_rule", "window90"),
          Map.of("rows", 9L, "patients", 9L),
          List.of());

  @TempDir Path run;

  @BeforeEach
  void aRunWithTwoFiles() throws IOException {
    Files.createDirectories(run.resolve("cohorts/x"));
    Files.writeString(run.resolve("cohorts/x/cohort.csv"), "abc");
    Files.writeString(run.resolve("a.csv"), "abc");
  }

  @Test
  void theManifestIsTheSameBytesEverywhere() throws IOException {
    MANIFEST.write(run);
    assertThat(Files.readString(run.resolve("manifest.json")))
        .isEqualTo(
            """
            {
              "job" : "nightly",
              "contentHash" : "9f3ac21b",
              "codeVersion" : "0.1.0",
              "inputs" : [
                {
                  "centre" : "north",
                  "file" : "n.xlsx",
                  "sha256" : "aa",
                  "patients" : 5
                },
                {
                  "centre" : "south",
                  "file" : "s.xlsx",
                  "sha256" : "bb",
                  "patients" : 4
                }
              ],
              "editions" : [
                {
                  "kind" : "mapping",
                  "name" : "mappings/north.yaml",
                  "version" : "1.2.0",
                  "sha256" : "cc"
                },
                {
                  "kind" : "words",
                  "name" : "built-in",
                  "version" : "1.0.0",
                  "sha256" : "dd"
                }
              ],
              "parameters" : {
                "de_novo_rule" : "window90"
              },
              "counts" : {
                "patients" : 9,
                "rows" : 9
              },
              "outputs" : [
                {
                  "path" : "a.csv",
                  "bytes" : 3,
                  "sha256" : "SHA"
                },
                {
                  "path" : "cohorts/x/cohort.csv",
                  "bytes" : 3,
                  "sha256" : "SHA"
                }
              ]
            }
            """
                .replace("SHA", ABC));
  }

  @Test
  void whatWasWrittenIsReadBack() {
    Manifest written = MANIFEST.write(run);
    assertThat(written.outputs()).hasSize(2);
    assertThat(Manifest.read(run)).isEqualTo(written);
  }

  @Test
  void anUntouchedRunHasNoDifferences() {
    MANIFEST.write(run);
    summary().write(run);
    assertThat(Manifest.verify(run)).isEmpty();
  }

  @Test
  void aMissingAChangedAndAnExtraFileAreNamed() throws IOException {
    Files.writeString(run.resolve("b.csv"), "b");
    MANIFEST.write(run);
    Files.delete(run.resolve("a.csv"));
    Files.writeString(run.resolve("b.csv"), "c");
    Files.writeString(run.resolve("cohorts/new.csv"), "");
    assertThat(Manifest.verify(run))
        .containsExactly(
            new Difference("a.csv", Difference.Kind.MISSING),
            new Difference("b.csv", Difference.Kind.CHANGED),
            new Difference("cohorts/new.csv", Difference.Kind.EXTRA));
  }

  @Test
  void aManifestThatIsNoJsonSaysSo() throws IOException {
    Files.writeString(run.resolve("manifest.json"), "{\"job\": ");
    assertThatThrownBy(() -> Manifest.verify(run))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("manifest.json is not readable as JSON");
  }

  @Test
  void theSummaryIsBilingualAndComesBack() throws IOException {
    summary().write(run);
    assertThat(RunSummary.read(run)).isEqualTo(summary());
    assertThat(Files.readString(run.resolve("summary.json")))
        .isEqualTo(
            """
            {
              "job" : "nightly",
              "contentHash" : "9f3ac21b",
              "exitCode" : 0,
              "says" : {
                "zh" : "完成",
                "en" : "Done"
              },
              "counts" : {
                "patients" : 9
              },
              "notices" : [ ],
              "outputs" : [
                "quality/report.html"
              ]
            }
            """);
  }

  private static RunSummary summary() {
    return new RunSummary(
        "nightly",
        "9f3ac21b",
        0,
        new Text("完成", "Done"),
        Map.of("patients", 9L),
        List.of(),
        List.of("quality/report.html"));
  }
}
