package org.denovo.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.denovo.derive.DerivedVariables;
import org.denovo.derive.Parameters;
import org.denovo.record.Fields;
import org.denovo.record.Variable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What may leave, file by file and column by column. */
class ReleaseTest {

  private static final Path EXAMPLE = Path.of("src/test/resources/org/denovo/extract/cohort");

  @ParameterizedTest
  @CsvSource({
    "cohorts/x/cohort.csv, ROWS",
    "cohorts/x/landmark_12m.csv, ROWS",
    "cohorts/x/cohort.parquet, ROWS",
    "cohorts/x/flow.svg, COUNTS",
    "cohorts/x/km_os.csv, COUNTS",
    "cohorts/x/designs.html, COUNTS",
    "cohorts/x/README.md, WORDS",
    "quality/queries/c01.xlsx, CENTRE",
    "quality/report.html, STAYS",
    "quality/centres.csv, STAYS",
    "registry/lineage.csv, STAYS",
    "registry/membership/x.csv, STAYS",
    "manifest.json, STAYS"
  })
  void itIsDecidedWhoMayBeGivenAFile(String path, Release who) {
    assertThat(Release.of(path)).isEqualTo(who);
  }

  @Test
  void aFileOfWhichNobodyDecidedEndsTheRun() {
    Manifest manifest =
        new Manifest(
            "nightly",
            "",
            "",
            List.of(),
            List.of(),
            Map.of(),
            Map.of(),
            List.of(new Manifest.Output("cohorts/x/names.csv", 3, "")));
    assertThatThrownBy(() -> Release.check(manifest))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("it is not decided who may be given cohorts/x/names.csv");
  }

  @Test
  void nothingOfACohortStays() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLE)) {
      assertThat(files.map(file -> Release.of("cohorts/x/" + file.getFileName())))
          .isNotEmpty()
          .doesNotContain(Release.STAYS, Release.CENTRE);
    }
  }

  /** A file with rows of patients is never taken for one of counts. */
  @Test
  void aFileWithPseudonymsIsOneOfRows() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLE)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
        boolean isOfPatients = Files.readAllLines(file).get(0).startsWith("patient_pid,");
        assertThat(Release.of("cohorts/x/" + file.getFileName()) == Release.ROWS)
            .as(file.getFileName().toString())
            .isEqualTo(isOfPatients);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void noProfileLetsAnIdentifierOrFreeTextOut(Profile profile) {
    List<CohortColumns.Placed> placed = columns(profile).placed();
    assertThat(placed)
        .filteredOn(each -> each.variable().isPresent())
        .noneMatch(each -> each.column().kind() == Column.Kind.TEXT);
    assertThat(placed.stream().map(each -> each.column().name()))
        .doesNotContain("person_name", "national_id", "mrn", "phone", "address");
    boolean hasDates = placed.stream().anyMatch(p -> p.column().kind() == Column.Kind.DATE);
    assertThat(hasDates).isEqualTo(profile == Profile.LIMITED);
    assertThat(placed.stream().anyMatch(each -> each.column().name().startsWith("birth_date")))
        .isEqualTo(profile == Profile.LIMITED);
  }

  @Test
  void safeHarbourNamesNoCentreAndNoAgeAboveNinety() {
    assertThat(Profile.SAFE_HARBOR.centres(Invented.CENTRES).of("north")).isEmpty();
    assertThat(
            columns(Profile.SAFE_HARBOR).placed().stream()
                .map(CohortColumns.Placed::column)
                .filter(column -> column.name().equals("age_at_dx"))
                .map(column -> column.title().en()))
        .containsExactly("Age at diagnosis, 90 is 90 and over");
  }

  private static CohortColumns columns(Profile profile) {
    List<Variable<?>> all = new ArrayList<>(Fields.all());
    all.addAll(DerivedVariables.of(Parameters.DEFAULT).all());
    return new CohortColumns(Invented.DEFINITION, all, Invented.CENTRES, profile);
  }

  /** The page for people names every kind. */
  @Test
  void thePageOfCohortsSaysWhoMayBeGivenWhat() throws IOException {
    String page = Files.readString(Path.of("docs/cohorts.md"));
    assertThat(
            Arrays.stream(Release.values())
                .map(each -> "`" + each.name().toLowerCase(Locale.ROOT) + "`")
                .filter(name -> !page.contains(name))
                .collect(Collectors.toList()))
        .isEmpty();
  }
}
