package org.denovo.extract;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.denovo.record.PartialDate;
import org.denovo.record.Variable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every form in which a cohort opens, with days and with dates, suppressed and not. */
class FormatTest {

  private static final List<String> DATA =
      List.of("cohort", "adtte", "landmark_6m", "counting_process", "clones_8m", "ps_input");

  @TempDir Path directory;

  static Stream<Arguments> all() {
    return Stream.of(Format.values())
        .flatMap(
            format -> Stream.of(Profile.values()).map(profile -> Arguments.of(format, profile)));
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyFormatHasTheCellsOfTheCsvFiles(Format format, Profile profile) throws IOException {
    write(new Disclosure(5), profile, Invented.VARIABLES);
    switch (format) {
      case R -> assertNamesAll(format, "denovo_read\\(\"(\\w+)\\.csv\", (\\d+), c\\(");
      case PYTHON -> assertNamesAll(format, "denovo_read\\(\"(\\w+)\\.csv\", (\\d+), ");
      case STATA -> assertNamesAll(format, "\ndenovo_read (\\w+) (\\d+)\n");
      case SAS -> assertNamesAll(format, "\n%denovo_rows\\((\\w+), (\\d+)\\)");
      case SPSS -> assertNamesAll(format, "\nDATASET COPY (\\w+)\\.()");
      case DATA_PACKAGE -> assertDescribed();
      case XLSX -> assertSheets();
      case PARQUET -> assertColumns(profile);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void noFormatSaysMoreThanTheJobAllows(Format format, Profile profile) throws IOException {
    write(new Disclosure(5), profile, Invented.VARIABLES);
    String bytes = says(directory.resolve(format.file()));
    List<String> never = List.of("a-hash-that-must-not-leave", "person_name", "no-P1", "north");
    assertThat(never).noneMatch(bytes::contains);
    // In columns a date is a number; its column's name says that it is there.
    List<String> dated =
        format == Format.XLSX
            ? List.of("birth_date", "1977-02-01", "2018-05-03")
            : List.of("birth_date");
    assertThat(dated).allMatch(text -> bytes.contains(text) == (profile == Profile.LIMITED));
  }

  /** Of all formats only the workbook is packed. */
  private static String says(Path file) throws IOException {
    if (!file.toString().endsWith(".xlsx")) {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    }
    StringBuilder says = new StringBuilder();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        says.append(
            new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1));
      }
    }
    return says.toString();
  }

  @Test
  void aReadmeNamesEveryFormat() throws IOException {
    write(Disclosure.OFF, Profile.STANDARD, Invented.VARIABLES);
    String page = Files.readString(directory.resolve("README.md"));
    for (Format format : Format.values()) {
      assertThat(page)
          .contains(
              "| `" + format.file() + "` | " + format.says().en() + " | " + format.says().zh());
    }
  }

  private void assertNamesAll(Format format, String reads) throws IOException {
    String script = Files.readString(directory.resolve(format.file()));
    Matcher read = Pattern.compile(reads).matcher(script);
    List<String> files = new ArrayList<>();
    while (read.find()) {
      files.add(read.group(1));
      if (!read.group(2).isEmpty()) {
        assertThat(read.group(2)).isEqualTo(Integer.toString(csv(read.group(1)).size() - 1));
      }
    }
    assertThat(files).isEqualTo(DATA);
    Map<String, Integer> columns = new LinkedHashMap<>();
    for (String file : DATA) {
      csv(file).get(0).forEach(name -> columns.merge(name, 1, Integer::sum));
    }
    columns.forEach(
        (name, times) ->
            assertThat(Pattern.compile("\\b" + name + "\\b").matcher(script).results().count())
                .as(name)
                .isGreaterThanOrEqualTo(times));
  }

  private void assertDescribed() throws IOException {
    JsonNode resources =
        JsonMapper.shared()
            .readTree(Files.readString(directory.resolve("datapackage.json")))
            .get("resources");
    List<String> files = new ArrayList<>();
    for (JsonNode resource : resources) {
      String file = resource.get("name").asString();
      files.add(file);
      List<String> names = new ArrayList<>();
      resource.at("/schema/fields").forEach(field -> names.add(field.get("name").asString()));
      assertThat(names).isEqualTo(csv(file).get(0));
      Path data = directory.resolve(file + ".csv");
      assertThat(resource.get("hash").asString()).isEqualTo("sha256:" + Manifest.sha256(data));
      assertThat(resource.get("bytes").asLong()).isEqualTo(Files.size(data));
    }
    assertThat(files).isEqualTo(DATA);
  }

  private void assertSheets() throws IOException {
    try (XSSFWorkbook book =
        new XSSFWorkbook(Files.newInputStream(directory.resolve("cohort.xlsx")))) {
      assertThat(cells(book.getSheet("data"))).isEqualTo(csv("cohort"));
      assertThat(cells(book.getSheet("codebook"))).isEqualTo(csv("codebook"));
      assertThat(cells(book.getSheet("attrition"))).isEqualTo(csv("flow"));
      assertThat(cells(book.getSheet("attrition")).get(2)).contains("<=5", "*");
    }
  }

  private static List<List<String>> cells(Sheet sheet) {
    int width = sheet.getRow(0).getLastCellNum();
    List<List<String>> rows = new ArrayList<>();
    for (Row row : sheet) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < width; i++) {
        Cell cell = row.getCell(i, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
        assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
        cells.add(
            cell.getCellType() == CellType.NUMERIC
                ? Numbers.text(cell.getNumericCellValue(), 10)
                : cell.getStringCellValue());
      }
      rows.add(cells);
    }
    return rows;
  }

  private void assertColumns(Profile profile) throws IOException {
    List<List<String>> rows = csv("cohort");
    Map<String, List<String>> expected = new LinkedHashMap<>();
    for (int i = 0; i < rows.get(0).size(); i++) {
      String name = rows.get(0).get(i);
      boolean isDate =
          profile == Profile.LIMITED && name.matches("birth_date|date_dx|date_.*surgery");
      List<String> cells = new ArrayList<>();
      for (List<String> row : rows.subList(1, rows.size())) {
        String cell = row.get(i);
        cells.add(isDate && !cell.isEmpty() ? PartialDate.parse(cell).imputed().toString() : cell);
      }
      expected.put(name, cells);
    }
    Map<String, List<String>> read = ParquetCells.of(directory.resolve("cohort.parquet"));
    assertThat(read).isEqualTo(expected);
    assertThat(List.copyOf(read.keySet())).isEqualTo(rows.get(0));
  }

  private List<List<String>> csv(String stem) throws IOException {
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder().ofCsvRecord(directory.resolve(stem + ".csv"))) {
      return reader.stream().map(CsvRecord::getFields).toList();
    }
  }

  private void write(Disclosure disclosure, Profile profile, List<Variable<?>> variables) {
    try (CohortFiles files =
        new CohortFiles(
            directory,
            Invented.DEFINITION,
            variables,
            Invented.CENTRES,
            disclosure,
            profile,
            Anonymity.DEFAULT)) {
      Invented.members().forEach(files::accept);
      files.finish(Invented.FLOW, Invented.BY_CENTRE);
    }
  }
}
