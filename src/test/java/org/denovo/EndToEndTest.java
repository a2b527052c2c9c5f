package org.denovo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.zaxxer.hikari.HikariDataSource;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.denovo.app.SampleNight;
import org.denovo.batch.NightResult;
import org.denovo.batch.NightRunner;
import org.denovo.batch.Progress;
import org.denovo.extract.Manifest;
import org.denovo.extract.RunSummary;
import org.denovo.mapping.CentreMapping;
import org.denovo.mapping.Mappings;
import org.denovo.sample.FaultFile;
import org.denovo.source.SourceCell;
import org.denovo.store.Database;
import org.denovo.store.Schema;
import org.denovo.vocabulary.Edition;
import org.denovo.workbook.Limits;
import org.denovo.workbook.Sheet;
import org.denovo.workbook.Workbook;
import org.denovo.workbook.WorkbookFile;
import org.denovo.yaml.Problems;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole night on the sample registry, held to what its generator knows. */
class EndToEndTest {

  private static final Path ROOT = Path.of("").toAbsolutePath();

  @TempDir static Path folder;

  private static NightResult result;
  private static List<NamedCsvRecord> findings;
  private static Map<String, String> pids;

  @BeforeAll
  static void aNight() throws IOException {
    Database database = Database.embedded(folder.resolve("data"));
    try (HikariDataSource source = new HikariDataSource()) {
      source.setJdbcUrl(database.url());
      source.setUsername(database.user());
      source.setPassword(database.password());
      source.setMaximumPoolSize(20);
      Schema.migrate(source, database);
      result =
          new NightRunner(source, Clock.systemUTC(), Progress.SILENT).run(SampleNight.in(folder));
    }
    findings = csv(result.folder().orElseThrow().resolve("quality/findings.csv"));
    pids = pidsByCell();
  }

  @Test
  void everyWorkbookIsReadAndEveryPatientIsThere() {
    assertThat(result.outcome()).isEqualTo(NightResult.Outcome.PUBLISHED);
    assertThat(result.read()).isEqualTo(33);
    assertThat(result.quarantined()).isEmpty();
    assertThat(result.patients()).isEqualTo(468);
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void everySeededFaultIsFoundByItsRule() throws IOException {
    List<FaultFile.Row> faults = faults();
    Set<String> found = new HashSet<>();
    for (NamedCsvRecord finding : findings) {
      found.add(
          finding.getField("centre")
              + " "
              + finding.getField("patient_pid")
              + " "
              + finding.getField("rule_id"));
    }
    List<String> missed = new ArrayList<>();
    for (FaultFile.Row fault : faults) {
      if (!found.contains(fault.centre() + " " + pid(fault) + " " + fault.rule())) {
        missed.add(
            fault.rule() + " " + fault.kind() + " at " + fault.centre() + " " + fault.cells());
      }
    }
    assertThat(missed).isEmpty();
    assertThat(faults).hasSizeGreaterThanOrEqualTo(60);
    assertThat(faults.stream().map(FaultFile.Row::kind).distinct().count())
        .isGreaterThanOrEqualTo(25);
  }

  @Test
  void noErrorIsRaisedWhereNoneWasSeeded() throws IOException {
    Set<String> seeded = new HashSet<>();
    for (FaultFile.Row fault : faults()) {
      seeded.add(fault.centre() + " " + pid(fault) + " " + fault.rule());
      for (String rule : fault.alsoRules()) {
        // What a patient's cell does to its column or file is said of the file.
        String whom = rule.startsWith("FIL-") ? "" : pid(fault);
        seeded.add(fault.centre() + " " + whom + " " + rule);
      }
    }
    Set<String> strange = new TreeSet<>();
    for (NamedCsvRecord finding : findings) {
      String rule = finding.getField("rule_id");
      String what = finding.getField("centre") + " " + finding.getField("patient_pid") + " " + rule;
      // A pair of patients is seeded at one of them and found at both.
      boolean otherHalf = rule.equals("DUP-01") || rule.equals("DUP-02") || rule.equals("DUP-03");
      if (finding.getField("severity").equals("error") && !otherHalf && !seeded.contains(what)) {
        strange.add(what + ": " + finding.getField("message_en"));
      }
    }
    assertThat(strange).isEmpty();
  }

  @Test
  void aRuleOfTheRegistrysOwnRunsBesideTheBuiltInOnes() throws IOException {
    assertThat(findings)
        .filteredOn(finding -> finding.getField("rule_id").startsWith("LOC-"))
        .extracting(
            finding -> finding.getField("centre"),
            finding -> finding.getField("rule_id"),
            finding -> finding.getField("severity"),
            finding -> finding.getField("category"),
            finding -> finding.getField("message_en"))
        .containsExactly(
            tuple(
                "c16_maplewood",
                "LOC-02",
                "info",
                "plausibility_temporal",
                "First-line therapy began on 2017-07-21, more than 90 days after the diagnosis on"
                    + " 2016-05-04"),
            tuple(
                "c26_ironbridge",
                "LOC-02",
                "info",
                "plausibility_temporal",
                "First-line therapy began on 2024-02-01, more than 90 days after the diagnosis on"
                    + " 2018-05-01"));
    Path quality = result.folder().orElseThrow().resolve("quality");
    assertThat(csv(quality.resolve("rules.csv")))
        .filteredOn(
            row ->
                row.getField("rule_id").equals("LOC-02")
                    && row.getField("centre").equals("c16_maplewood"))
        .extracting(
            row -> row.getField("judged"),
            row -> row.getField("rare"),
            row -> row.getField("not_applicable"))
        .containsExactly(tuple("8", "1", "1"));
    assertThat(Files.readString(quality.resolve("report.html"))).contains("LOC-02");
    assertThat(Manifest.read(quality.getParent()).editions())
        .extracting(Edition::name)
        .contains("jobs/rules/registry.yaml", "mappings/c01_northlake.yaml", "built-in");
  }

  @Test
  void theCohortIsWhatTheGoldenFilesSay() throws IOException {
    Path cohort = result.folder().orElseThrow().resolve("cohorts/surgical-vs-nonsurgical");
    Path golden = ROOT.resolve("src/test/resources/org/denovo/golden");
    for (String name :
        List.of("flow.csv", "table1.csv", "adtte.csv", "estimates.csv", "sensitivity.csv")) {
      String written = Files.readString(cohort.resolve(name));
      if ("update".equals(System.getProperty("golden"))) {
        Files.createDirectories(golden);
        Files.writeString(golden.resolve(name), written);
      }
      assertThat(written).as(name).isEqualTo(Files.readString(golden.resolve(name)));
    }
  }

  @Test
  void everyRowOfEverySheetIsAccountedFor() throws IOException {
    Path folder = result.folder().orElseThrow();
    Map<String, Long> open = new HashMap<>();
    Map<String, Long> sums = new HashMap<>();
    for (NamedCsvRecord row : csv(folder.resolve("quality/rows.csv"))) {
      String sheet = row.getField("workbook") + "!" + row.getField("sheet");
      long rows = Long.parseLong(row.getField("rows"));
      String kind = row.getField("kind");
      open.merge(sheet, kind.equals("seen") ? rows : -rows, Long::sum);
      sums.merge("rows_" + kind, rows, Long::sum);
    }
    assertThat(open).hasSize(47);
    assertThat(open.values()).containsOnly(0L);
    assertThat(RunSummary.read(folder).counts()).containsAllEntriesOf(sums);
    assertThat(sums)
        .containsOnly(
            Map.entry("rows_seen", 766L),
            Map.entry("rows_blank", 11L),
            Map.entry("rows_header", 54L),
            Map.entry("rows_legend", 2L),
            Map.entry("rows_note", 12L),
            Map.entry("rows_total", 4L),
            Map.entry("rows_patient", 683L));
    assertThat(Files.readString(folder.resolve("quality/report.html")))
        .contains("id=\"row-account\"")
        .contains("1–2, 26");
  }

  @Test
  void noIdentifierOfTheSampleLeaves() throws IOException {
    Set<String> secrets = secrets();
    assertThat(secrets).hasSizeGreaterThan(150);
    assertThat(new Leaks(secrets).in(folder.resolve("out"), EndToEndTest::isQueries)).isEmpty();
  }

  /**
   * A centre is asked in its own patient numbers, each in its one column, and told nothing else.
   */
  @Test
  void aQueryWorkbookHoldsItsOwnPatientNumbersAndNoOtherIdentifier() throws IOException {
    Set<String> secrets = secrets();
    Map<String, Set<String>> numbers = new HashMap<>();
    for (String patient : SamplePatients.read(ROOT).keySet()) {
      String[] parts = patient.split("/", 2);
      numbers.computeIfAbsent(parts[0], centre -> new HashSet<>()).add(parts[1]);
    }
    Set<String> asked = new HashSet<>();
    Leaks all = new Leaks(secrets);
    Path queries = result.folder().orElseThrow().resolve("quality/queries");
    try (Stream<Path> files = Files.list(queries)) {
      for (Path file : files.toList()) {
        assertThat(isQueries(file)).isTrue();
        String name = file.getFileName().toString();
        Set<String> own = numbers.get(name.replace(".xlsx", ""));
        Set<String> others = new HashSet<>(secrets);
        others.removeAll(own);
        assertThat(new Leaks(others).in(Files.readAllBytes(file))).as(name).isFalse();
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file))) {
          for (Row row : book.getSheetAt(0)) {
            for (Cell cell : row) {
              String text = cell.getStringCellValue();
              if (row.getRowNum() > 1 && cell.getColumnIndex() == 1) {
                assertThat(text.isEmpty() || own.contains(text)).as(name).isTrue();
                asked.add(text);
              } else {
                assertThat(all.in(text.getBytes(StandardCharsets.UTF_8))).as(name).isFalse();
              }
            }
          }
        }
      }
    }
    assertThat(asked).as("among them are hospital numbers").containsAnyElementsOf(secrets);
  }

  private static boolean isQueries(Path file) {
    return file.getParent().getFileName().toString().equals("queries")
        && file.getFileName().toString().endsWith(".xlsx");
  }

  /** In each kind of file that a night writes, an identifier would be found. */
  @Test
  void anIdentifierThatIsPlantedInAFileIsFound(@TempDir Path copy) throws IOException {
    String secret = "王某芳";
    Leaks leaks = new Leaks(List.of(secret));
    Map<String, Path> kinds = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder.resolve("out"))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = file.getFileName().toString();
        kinds.putIfAbsent(name.substring(Math.max(0, name.lastIndexOf('.'))), file);
      }
    }
    assertThat(kinds.keySet())
        .contains(".csv", ".json", ".html", ".svg", ".xlsx", ".parquet", ".md", ".R", ".do");
    for (Map.Entry<String, Path> kind : kinds.entrySet()) {
      Path planted = copy.resolve("file" + kind.getKey());
      byte[] bytes = Files.readAllBytes(kind.getValue());
      Files.write(planted, bytes);
      assertThat(leaks.in(copy, file -> false)).as(kind.getKey()).isEmpty();
      Files.write(planted, planted(bytes, secret));
      assertThat(leaks.in(copy, file -> false)).as(kind.getKey()).hasSize(1);
      Files.delete(planted);
    }
  }

  /** In the middle of a text; in an archive, deflated into its first part. */
  private static byte[] planted(byte[] bytes, String secret) throws IOException {
    byte[] name = secret.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (bytes[0] != 'P' || bytes[1] != 'K') {
      out.write(bytes, 0, bytes.length / 2);
      out.write(name);
      out.write(bytes, bytes.length / 2, bytes.length - bytes.length / 2);
      return out.toByteArray();
    }
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(in.getNextEntry().getName()));
      zip.write(in.readAllBytes());
      zip.write(name);
      zip.closeEntry();
    }
    return out.toByteArray();
  }

  /** Every name, identity number, phone and hospital number in the workbooks. */
  private static Set<String> secrets() throws IOException {
    Set<String> secrets = new HashSet<>();
    Mappings mappings = Mappings.read(ROOT, ROOT.resolve("mappings"), new Problems());
    try (Stream<Path> files = Files.list(ROOT.resolve("sample-data/inbox"))) {
      for (Path file : files.toList()) {
        CentreMapping mapping = mappings.claiming(file.getFileName().toString()).get(0);
        Optional<char[]> password = mapping.password().flatMap(p -> p.read(Map.of()));
        try (Workbook workbook = WorkbookFile.open(file, Limits.DEFAULT, password)) {
          for (Sheet sheet : workbook.sheets()) {
            secrets(sheet, secrets);
          }
        }
      }
    }
    return secrets;
  }

  private static void secrets(Sheet sheet, Set<String> secrets) {
    Set<Integer> names = new HashSet<>();
    try (Sheet.Rows rows = sheet.rows()) {
      while (rows.hasNext()) {
        for (SourceCell cell : rows.next().cells()) {
          String text = cell.text().strip();
          if (text.equals("姓名") || text.equals("Name")) {
            names.add(cell.place().column());
          } else if (names.contains(cell.place().column()) && text.matches(".某.")
              || text.matches("\\d{17}[\\dXx]|1\\d{10}|ZY\\d{7}|0004\\d{4}")) {
            secrets.add(text);
          }
        }
      }
    }
  }

  private static List<FaultFile.Row> faults() throws IOException {
    return FaultFile.read(ROOT.resolve("sample-data/faults.csv"));
  }

  private static String pid(FaultFile.Row fault) {
    for (String cell : fault.cells().split(";")) {
      String pid = pids.get(fault.workbook() + "!" + fault.sheet() + "!" + cell.strip());
      if (pid != null && !fault.patient().isEmpty()) {
        return pid;
      }
    }
    return "";
  }

  private static Map<String, String> pidsByCell() throws IOException {
    Map<String, String> pids = new HashMap<>();
    for (NamedCsvRecord row : csv(result.folder().orElseThrow().resolve("registry/lineage.csv"))) {
      String cell =
          row.getField("workbook") + "!" + row.getField("sheet") + "!" + row.getField("cell");
      pids.put(cell, row.getField("patient_pid"));
    }
    return pids;
  }

  private static List<NamedCsvRecord> csv(Path file) throws IOException {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      return reader.stream().toList();
    }
  }
}
