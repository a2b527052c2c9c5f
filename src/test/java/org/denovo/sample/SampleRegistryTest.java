package org.denovo.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.denovo.record.Field;
import org.denovo.record.Fields;
import org.denovo.vocabulary.MCat;
import org.junit.jupiter.api.Test;

/**
 * Holds the committed sample to its generator. After a change to the generator, {@code mvn test
 * -Dtest=SampleRegistryTest -Dgolden=update} writes the sample again.
 */
class SampleRegistryTest {

  private static final SampleRegistry REGISTRY = new SampleRegistry(SampleRegistry.SEED);
  private static final Map<String, byte[]> FILES = REGISTRY.files();
  private static final Path ROOT = Path.of("");

  @Test
  void theCommittedSampleIsWhatTheGeneratorWrites() throws IOException {
    if ("update".equals(System.getProperty("golden"))) {
      SampleRegistry.write(FILES, ROOT);
    }
    for (Map.Entry<String, byte[]> file : FILES.entrySet()) {
      byte[] committed = Files.readAllBytes(ROOT.resolve(file.getKey()));
      assertThat(content(file.getKey(), committed))
          .as(file.getKey())
          .isEqualTo(content(file.getKey(), file.getValue()));
    }
  }

  @Test
  void nothingElseLiesInTheInbox() throws IOException {
    try (Stream<Path> inbox = Files.list(ROOT.resolve("sample-data/inbox"))) {
      assertThat(inbox.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(Centres.all().stream().map(Centre::file).toList());
    }
  }

  @Test
  void thirtyThreeCentresKeepFourHundredAndSixtyEightPatientsInNineLayouts() {
    assertThat(Centres.all()).hasSize(33);
    assertThat(Centres.all().stream().map(Centre::layout).distinct()).hasSize(9);
    assertThat(REGISTRY.patients()).hasSize(468);
  }

  @Test
  void someSampleCentreMapsEachField() throws IOException {
    String mappings = "";
    for (Map.Entry<String, byte[]> file : FILES.entrySet()) {
      if (file.getKey().startsWith("mappings/")) {
        mappings += new String(file.getValue(), StandardCharsets.UTF_8);
      }
    }
    List<String> words = List.of(mappings.split("[^a-z0-9_]+"));
    assertThat(Fields.all().stream().map(Field::name).filter(name -> !words.contains(name)))
        .containsExactly("person_name");
  }

  @Test
  void faultsOfManyKindsAreSeededAtEveryCentre() {
    List<FaultFile.Row> faults = REGISTRY.faults();
    assertThat(faults).hasSize(119);
    assertThat(faults.stream().map(FaultFile.Row::kind).distinct()).hasSize(79);
    assertThat(faults.stream().map(FaultFile.Row::centre).distinct()).hasSize(33);
  }

  @Test
  void eachFaultStandsInACellOfItsOwn() {
    List<FaultFile.Row> faults = REGISTRY.faults();
    assertThat(faults.stream().map(f -> f.workbook() + "!" + f.sheet() + "!" + f.cells()))
        .doesNotHaveDuplicates();
    assertThat(
            faults.stream()
                .filter(f -> !f.patient().isEmpty())
                .map(f -> f.centre() + " " + f.patient()))
        .doesNotHaveDuplicates();
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    assertThat(TruthFile.read(ROOT.resolve("sample-data/truth.csv"))).isEqualTo(REGISTRY.truth());
    assertThat(FaultFile.read(ROOT.resolve("sample-data/faults.csv"))).isEqualTo(REGISTRY.faults());
  }

  @Test
  void immortalTimeMakesAnOperationWithoutEffectLookLifeSaving() {
    List<Course> courses =
        REGISTRY.patients().stream()
            .filter(p -> p.is(Fields.M_CAT, MCat.M1))
            .map(Patient::course)
            .toList();
    assertThat(Estimates.everNever(courses)).isCloseTo(0.691, within(0.001));
    assertThat(Estimates.landmark(courses, 183)).isCloseTo(0.976, within(0.001));
    assertThat(Estimates.timeVarying(courses)).isCloseTo(0.964, within(0.001));
  }

  @Test
  void aCoxRegressionOfOneCovariateGivesTheHandCalculatedRatio() {
    // Two deaths, at 1 exposed (at risk: two and two) and at 2 unexposed (one and two): the score
    // is 1 - 2r/(2r+2) - r/(r+2), zero at r = sqrt(2).
    List<Estimates.Spell> spells =
        List.of(
            new Estimates.Spell(0, 1, true, true),
            new Estimates.Spell(0, 2, false, true),
            new Estimates.Spell(0, 3, true, false),
            new Estimates.Spell(0, 3, false, false));
    assertThat(Estimates.hazardRatio(spells)).isCloseTo(Math.sqrt(2), within(1e-9));
  }

  /** Cells for workbooks, whose bytes differ with the machine and the salt; bytes for texts. */
  private static Object content(String name, byte[] bytes) throws IOException {
    if (!name.endsWith(".xlsx") && !name.endsWith(".xls")) {
      return new String(
          bytes, name.endsWith(".csv") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }
    Map<String, String> cells = new TreeMap<>();
    try (Workbook book = WorkbookFactory.create(new ByteArrayInputStream(bytes), Centre.PASSWORD)) {
      for (Sheet sheet : book) {
        cells.put(sheet.getSheetName() + " merged", merged(sheet));
        for (Row row : sheet) {
          for (Cell cell : row) {
            cells.put(
                sheet.getSheetName() + "!" + cell.getAddress(),
                cell.getCellType()
                    + " "
                    + cell.getCellStyle().getDataFormatString()
                    + " "
                    + text(cell)
                    + (sheet.isColumnHidden(cell.getColumnIndex()) ? " hidden" : ""));
          }
        }
      }
    }
    return cells;
  }

  private static String merged(Sheet sheet) {
    return sheet.getMergedRegions().stream()
        .map(region -> region.formatAsString())
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private static String text(Cell cell) {
    return switch (cell.getCellType()) {
      case NUMERIC -> Double.toString(cell.getNumericCellValue());
      case FORMULA -> cell.getCellFormula() + " = " + cell.getNumericCellValue();
      default -> cell.toString();
    };
  }
}
