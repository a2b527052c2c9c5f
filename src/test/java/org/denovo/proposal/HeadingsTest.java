package org.denovo.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.denovo.source.SourceRow;
import org.denovo.workbook.Limits;
import org.denovo.workbook.Sheet;
import org.denovo.workbook.Workbook;
import org.denovo.workbook.WorkbookFile;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlFile;
import org.denovo.yaml.YamlNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How the fields are named in the world: each header of {@code headings.yaml} over typical cells of
 * its field is taken for it, and each header that only looks so is not, although the cells would
 * fit.
 */
class HeadingsTest {

  private static final HeaderWords WORDS = HeaderWords.shipped();
  private static final Identifying IDENTIFYING = Identifying.shipped();
  private static final Contents CONTENTS = new Contents();

  private static final int PATIENTS = 12;

  @TempDir private static Path folder;

  private static YamlNode table;

  /** Every header of the table over the cells of its field. */
  private static final Map<String, List<ColumnScan>> COLUMNS = new LinkedHashMap<>();

  @BeforeAll
  static void writeAndRead() throws IOException {
    try (InputStream in = HeadingsTest.class.getResourceAsStream("headings.yaml")) {
      Problems problems = new Problems();
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Optional<YamlNode> root = YamlFile.parse("headings.yaml", text, problems);
      assertThat(problems.sorted()).isEmpty();
      table = root.orElseThrow();
    }
    Path file = folder.resolve("headings.xlsx");
    Map<String, YamlNode> kinds = new LinkedHashMap<>(fields());
    kinds.put("ignored", table.get("ignored").orElseThrow());
    write(file, kinds);
    try (Workbook book = WorkbookFile.open(file, Limits.DEFAULT, Optional.empty())) {
      for (Sheet sheet : book.sheets()) {
        COLUMNS.put(sheet.name(), columns(sheet));
      }
    }
  }

  private static Map<String, YamlNode> fields() {
    return table.get("fields").orElseThrow().entries();
  }

  private static List<String> headers(YamlNode node, String key) {
    return node.get(key).map(HeaderData::texts).orElse(List.of());
  }

  private static void write(Path file, Map<String, YamlNode> kinds) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      CellStyle dates = book.createCellStyle();
      for (Map.Entry<String, YamlNode> kind : kinds.entrySet()) {
        XSSFSheet sheet = book.createSheet(kind.getKey());
        List<String> headers = new ArrayList<>(headers(kind.getValue(), "said"));
        headers.addAll(headers(kind.getValue(), "look"));
        headers.addAll(headers(kind.getValue(), "never"));
        YamlNode cells = kind.getValue().get("cells").orElseThrow();
        List<UnseenLayout.Column> columns =
            headers.stream()
                .map(h -> new UnseenLayout.Column(List.of(h), List.of(kind.getKey()), cells, ""))
                .toList();
        var row = sheet.createRow(0);
        for (int i = 0; i < headers.size(); i++) {
          row.createCell(i).setCellValue(headers.get(i));
        }
        UnseenLayout.fill(columns, sheet, 1, PATIENTS, 1, dates);
      }
      book.write(out);
    }
  }

  private static List<ColumnScan> columns(Sheet sheet) {
    List<SourceRow> rows = new ArrayList<>();
    try (Sheet.Rows read = sheet.rows()) {
      read.forEachRemaining(rows::add);
    }
    List<ColumnScan> columns = new ArrayList<>();
    for (int i = 0; i < rows.get(0).cells().size(); i++) {
      int index = i;
      String header = rows.get(0).at(i).text();
      columns.add(
          new ColumnScan(
              i,
              List.of(header),
              header,
              rows.subList(1, rows.size()).stream().map(row -> row.at(index)).toList()));
    }
    return columns;
  }

  private static Evidence evidence(ColumnScan column) {
    return Evidence.of(
        new TableScan("Sheet1", List.of(), List.of(column)),
        column,
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        WORDS,
        IDENTIFYING,
        CONTENTS);
  }

  private static boolean certain(Evidence.Option option) {
    return Decisions.probability(option.score()) >= Decisions.THRESHOLD;
  }

  /** What a column would be taken for if it stood alone; empty if it would be left open. */
  private static String taken(Evidence e) {
    return e.best()
        .filter(o -> o.target().isRole() ? o.score() > 0 : certain(o))
        .map(o -> o.target().name())
        .or(() -> e.identity().map(Target::name))
        .orElse("");
  }

  private static String options(Evidence e) {
    return e.options().stream()
        .limit(3)
        .map(o -> "%s %.1f".formatted(o.target().name(), o.score()))
        .toList()
        .toString();
  }

  private static boolean isOf(String field, String taken) {
    return !taken.isEmpty()
        && (Evidence.family(Target.named(field)).contains(taken)
            || taken.equals(field)
            || Target.named(taken).fields().stream().anyMatch(f -> f.name().equals(field)));
  }

  @Test
  void headersAreTakenForTheFieldsThatTheyName() {
    List<String> missed = new ArrayList<>();
    int all = 0;
    for (Map.Entry<String, YamlNode> field : fields().entrySet()) {
      List<String> said = headers(field.getValue(), "said");
      List<ColumnScan> columns = COLUMNS.get(field.getKey());
      for (int i = 0; i < said.size(); i++) {
        Evidence e = evidence(columns.get(i));
        all++;
        if (!isOf(field.getKey(), taken(e))) {
          missed.add(field.getKey() + " / " + said.get(i) + ": " + options(e));
        }
      }
    }
    assertThat(missed).as((all - missed.size()) + " of " + all).isEmpty();
  }

  @Test
  void headersThatLeaveMuchOpenAskForALook() {
    int all = 0;
    for (Map.Entry<String, YamlNode> field : fields().entrySet()) {
      int from = headers(field.getValue(), "said").size();
      int to = from + headers(field.getValue(), "look").size();
      for (ColumnScan column : COLUMNS.get(field.getKey()).subList(from, to)) {
        Evidence.Option best = evidence(column).best().orElseThrow();
        all++;
        assertThat(best.target().name()).as(column.label()).isEqualTo(field.getKey());
        assertThat(Decisions.decision(Decisions.probability(best.score())))
            .as(column.label())
            .isEqualTo(ColumnDraft.Decision.TO_CHECK);
      }
    }
    assertThat(all).isEqualTo(18);
  }

  @Test
  void headersThatOnlyLookLikeAFieldAreNotTakenForIt() {
    List<String> wrong = new ArrayList<>();
    int all = 0;
    for (Map.Entry<String, YamlNode> field : fields().entrySet()) {
      int from =
          headers(field.getValue(), "said").size() + headers(field.getValue(), "look").size();
      List<ColumnScan> columns = COLUMNS.get(field.getKey());
      for (ColumnScan column : columns.subList(from, columns.size())) {
        Evidence e = evidence(column);
        all++;
        if (isOf(field.getKey(), taken(e))) {
          wrong.add(field.getKey() + " / " + column.label() + ": " + options(e));
        }
      }
    }
    assertThat(wrong).as("of " + all).isEmpty();
  }

  @Test
  void whoTreatsOrEntersIsIgnored() {
    assertThat(COLUMNS.get("ignored"))
        .filteredOn(
            column -> {
              String taken = taken(evidence(column));
              return taken.isEmpty() || !Target.named(taken).isIgnored();
            })
        .extracting(ColumnScan::label)
        .isEmpty();
  }

  @Test
  void headersOfNoFieldNameNone() {
    assertThat(headers(table, "nothing"))
        .allSatisfy(
            header ->
                assertThat(WORDS.guesses(List.of(header), ""))
                    .as(header)
                    .noneMatch(
                        guess -> !guess.target().isRole() && mapsWithItsCells(header, guess)));
  }

  /** True if the header over typical cells of what it may name would be taken for that. */
  private static boolean mapsWithItsCells(String header, HeaderGuess guess) {
    return COLUMNS.getOrDefault(guess.target().name(), List.of()).stream()
        .limit(1)
        .map(c -> new ColumnScan(0, List.of(header), header, c.cells()))
        .anyMatch(c -> taken(evidence(c)).equals(guess.target().name()));
  }
}
