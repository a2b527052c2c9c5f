package org.denovo.proposal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlFile;
import org.denovo.yaml.YamlNode;

/**
 * A workbook as {@code layouts.yaml} describes it, with what each column has to be taken for.
 *
 * @param expected by sheet and header key: a field, a topic, {@code patient}, {@code ignored},
 *     {@code open}
 */
record Layout(String name, YamlNode node, Map<String, String> expected) {

  static final int PATIENTS = 40;

  /** Kinds of cells that tell who somebody is. */
  private static final Set<String> SECRET =
      Set.of("number", "number_only", "name", "name_en", "id18", "phone", "address", "doctor");

  static List<Layout> all() throws IOException {
    Problems problems = new Problems();
    try (InputStream in = Layout.class.getResourceAsStream("layouts.yaml")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      YamlNode root = YamlFile.parse("layouts.yaml", text, problems).orElseThrow();
      return root.get("layouts").orElseThrow().items().stream().map(Layout::of).toList();
    }
  }

  private static Layout of(YamlNode node) {
    Map<String, String> expected = new LinkedHashMap<>();
    for (YamlNode sheet : node.get("sheets").orElseThrow().items()) {
      for (YamlNode column : columns(sheet)) {
        String header = column.items().get(0).text().replaceAll("\\s+", " ").replace('|', '/');
        expected.put(
            sheet.get("sheet").orElseThrow().text() + "!" + header, column.items().get(2).text());
      }
    }
    return new Layout(node.get("name").orElseThrow().text(), node, expected);
  }

  private static List<YamlNode> columns(YamlNode sheet) {
    return sheet.get("columns").map(YamlNode::items).orElse(List.of());
  }

  @Override
  public String toString() {
    return name;
  }

  /** Writes the workbook. */
  Path write(Path folder) throws IOException {
    Path file = folder.resolve("layout.xlsx");
    try (XSSFWorkbook book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      CellStyle day = book.createCellStyle();
      day.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
      for (YamlNode sheet : node.get("sheets").orElseThrow().items()) {
        Sheet made = book.createSheet(sheet.get("sheet").orElseThrow().text());
        if (columns(sheet).isEmpty()) {
          plain(made, sheet);
        } else {
          table(made, sheet, day);
        }
      }
      book.write(out);
    }
    return file;
  }

  private static void plain(Sheet made, YamlNode sheet) {
    int at = 0;
    for (YamlNode row : sheet.get("rows").orElseThrow().items()) {
      Row written = made.createRow(at++);
      for (int i = 0; i < row.items().size(); i++) {
        if (!row.items().get(i).text().isEmpty()) {
          written.createCell(i).setCellValue(row.items().get(i).text());
        }
      }
    }
  }

  private static void table(Sheet made, YamlNode sheet, CellStyle day) {
    int at = 0;
    for (YamlNode above : sheet.get("above").map(YamlNode::items).orElse(List.of())) {
      made.createRow(at++).createCell(0).setCellValue(above.text());
    }
    List<YamlNode> columns = columns(sheet);
    int height = columns.get(0).items().get(0).text().split("\\|").length;
    for (int level = 0; level < height; level++) {
      header(made, made.createRow(at), columns, level, level < height - 1);
      at++;
    }
    if (sheet.get("legend").isPresent()) {
      Row legend = made.createRow(at++);
      for (int i = 0; i < columns.size(); i++) {
        if (columns.get(i).items().size() > 3) {
          legend.createCell(i).setCellValue(columns.get(i).items().get(3).text());
        }
      }
    }
    int visits = sheet.get("visits").map(v -> Integer.parseInt(v.text())).orElse(1);
    for (int p = 0; p < PATIENTS; p++) {
      Invented patient = Invented.patient(p);
      for (int visit = 1; visit <= visits; visit++) {
        Row row = made.createRow(at++);
        for (int i = 0; i < columns.size(); i++) {
          String kind = columns.get(i).items().get(1).text();
          write(row.createCell(i), cell(patient, kind, visit, visits), day);
        }
      }
    }
  }

  private static Object cell(Invented patient, String kind, int visit, int visits) {
    return switch (kind) {
      case "visit" -> patient.cell("visit" + visit);
      case "visit_vital" -> patient.cell(visit == visits ? "vital" : "alive");
      default -> patient.cell(kind);
    };
  }

  private static void header(
      Sheet made, Row row, List<YamlNode> columns, int level, boolean merges) {
    String left = "";
    int from = 0;
    for (int i = 0; i <= columns.size(); i++) {
      String text =
          i < columns.size() ? columns.get(i).items().get(0).text().split("\\|")[level] : "\n";
      if (!merges || !text.equals(left)) {
        if (merges && i - from > 1) {
          made.addMergedRegion(new CellRangeAddress(row.getRowNum(), row.getRowNum(), from, i - 1));
        }
        if (i < columns.size()) {
          row.createCell(i).setCellValue(text);
        }
        from = i;
        left = text;
      }
    }
  }

  private static void write(Cell cell, Object value, CellStyle day) {
    if (value instanceof LocalDate date) {
      cell.setCellValue(date);
      cell.setCellStyle(day);
    } else if (value instanceof Number number) {
      cell.setCellValue(number.doubleValue());
    } else if (value != null) {
      cell.setCellValue(value.toString());
    }
  }

  /** What the draft made of each column, as the expectations write it. */
  static Map<String, String> taken(Draft draft) {
    Map<String, String> taken = new LinkedHashMap<>();
    for (SheetDraft sheet : draft.sheets()) {
      String name = sheet.table().sheet() + "!";
      taken.put(name + sheet.patient().key(), "patient");
      for (ColumnDraft column : sheet.columns()) {
        taken.put(
            name + column.scan().key(),
            switch (column.decision()) {
              case MAPPED, TO_CHECK -> column.target().orElseThrow().name();
              case IGNORED -> "ignored";
              case OPEN -> "open";
            });
      }
    }
    return taken;
  }

  /** Every text of a column that tells who somebody is, of the first patients. */
  List<String> secrets() {
    List<String> secrets = new ArrayList<>();
    for (YamlNode sheet : node.get("sheets").orElseThrow().items()) {
      for (YamlNode column : columns(sheet)) {
        if (SECRET.contains(column.items().get(1).text())) {
          for (int p = 0; p < 8; p++) {
            secrets.add(String.valueOf(Invented.patient(p).cell(column.items().get(1).text())));
          }
        }
      }
    }
    return secrets;
  }
}
