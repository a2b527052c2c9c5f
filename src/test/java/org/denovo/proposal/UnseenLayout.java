package org.denovo.proposal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlFile;
import org.denovo.yaml.YamlNode;

/**
 * A workbook as some hospital would keep it, and what each of its columns is, written down before
 * anything was proposed for it. Its patients are invented.
 *
 * @param text the file, as it stands beside this test
 */
record UnseenLayout(String text, YamlNode root) {

  static final int PATIENTS = 40;

  /**
   * A column.
   *
   * @param parts its header, from the outermost band inwards
   * @param expected what it may be taken for: fields and topics, {@code patient}, {@code ignore}
   *     for what tells who somebody is, {@code out} and {@code open} for what has no field
   */
  record Column(List<String> parts, List<String> expected, YamlNode content, String only) {

    private static Column of(YamlNode row) {
      List<YamlNode> items = row.items();
      return new Column(
          List.of(items.get(0).text().split("｜", -1)),
          List.of(items.get(1).text().split("\\|")),
          items.get(2),
          items.size() > 3 ? items.get(3).text() : "");
    }

    String label() {
      return String.join("/", parts).replace("\n", " ");
    }
  }

  static UnseenLayout named(String name) throws IOException {
    try (InputStream in = UnseenLayout.class.getResourceAsStream("unseen/" + name + ".yaml")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Problems problems = new Problems();
      Optional<YamlNode> root = YamlFile.parse(name + ".yaml", text, problems);
      if (!problems.sorted().isEmpty()) {
        throw new IllegalStateException(problems.sorted().toString());
      }
      return new UnseenLayout(text, root.orElseThrow());
    }
  }

  List<YamlNode> sheets() {
    return root.get("sheets").orElseThrow().items();
  }

  /** The columns of a sheet; none for one that only explains. */
  static List<Column> columns(YamlNode sheet) {
    return sheet.get("columns").map(YamlNode::items).orElse(List.of()).stream()
        .map(Column::of)
        .toList();
  }

  static String name(YamlNode sheet) {
    return sheet.get("name").orElseThrow().text();
  }

  /** Writes the workbook. */
  void write(Path file) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      CellStyle dates = book.createCellStyle();
      dates.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
      for (YamlNode sheet : sheets()) {
        write(sheet, book.createSheet(name(sheet)), dates);
      }
      book.write(out);
    }
  }

  private static void write(YamlNode sheet, XSSFSheet to, CellStyle dates) {
    int at = 0;
    for (String key : List.of("above", "rows")) {
      List<YamlNode> rows = sheet.get(key).map(YamlNode::items).orElse(List.of());
      for (YamlNode row : rows) {
        List<YamlNode> cells = row.items().isEmpty() ? List.of(row) : row.items();
        Row made = to.createRow(at++);
        for (int c = 0; c < cells.size(); c++) {
          set(made.createCell(c), cells.get(c).text());
        }
      }
    }
    List<Column> columns = columns(sheet);
    if (columns.isEmpty()) {
      return;
    }
    int depth = columns.stream().mapToInt(c -> c.parts().size()).max().orElseThrow();
    header(columns, depth, to, at);
    int visits = sheet.get("visits").map(v -> Integer.parseInt(v.text())).orElse(1);
    fill(columns, to, at + depth, PATIENTS, visits, dates);
  }

  /** Writes the rows of the invented patients under a header. */
  static void fill(
      List<Column> columns, XSSFSheet to, int first, int patients, int visits, CellStyle dates) {
    int at = first;
    for (int patient = 1; patient <= patients; patient++) {
      for (int visit = 1; visit <= visits; visit++) {
        Row row = to.createRow(at++);
        for (int c = 0; c < columns.size(); c++) {
          InventedCells.write(columns.get(c), c, patient, visit, row.createCell(c), dates);
        }
      }
    }
  }

  private static void header(List<Column> columns, int depth, XSSFSheet to, int at) {
    for (int level = 0; level < depth; level++) {
      Row row = to.createRow(at + level);
      for (int c = 0; c < columns.size(); ) {
        List<String> parts = columns.get(c).parts();
        int end = c;
        if (level < parts.size()) {
          if (level < depth - 1) {
            while (end + 1 < columns.size() && begin(columns.get(end + 1), parts, level)) {
              end++;
            }
          }
          row.createCell(c).setCellValue(parts.get(level));
          if (end > c) {
            to.addMergedRegion(new CellRangeAddress(at + level, at + level, c, end));
          }
        }
        c = end + 1;
      }
    }
  }

  private static boolean begin(Column column, List<String> parts, int level) {
    return column.parts().size() > level
        && column.parts().subList(0, level + 1).equals(parts.subList(0, level + 1));
  }

  static void set(Cell cell, String text) {
    if (text.matches("-?(0|[1-9][0-9]{0,9})(\\.[0-9]+)?")) {
      cell.setCellValue(Double.parseDouble(text));
    } else if (!text.isEmpty()) {
      cell.setCellValue(text);
    }
  }

  /** What an invented patient's cell holds, by the word of its column. */
  private static final class InventedCells {

    private static final List<String> NAMES =
        List.of(
            "王秀英", "李桂兰", "张敏", "刘玉珍", "陈静", "杨丽", "赵雪梅", "黄慧", "周凤英", "吴艳", "徐红霞", "孙淑华", "胡月",
            "朱琳", "高玉兰", "林晓燕", "何美玲", "郭芳");

    static void write(
        Column column, int index, int patient, int visit, Cell cell, CellStyle dates) {
      boolean there =
          switch (column.only()) {
            case "died" -> patient % 5 < 2;
            case "alive" -> patient % 5 >= 2;
            case "operated" -> patient % 2 == 0;
            case "progressed" -> patient % 3 != 0;
            default -> true;
          };
      if (!there) {
        return;
      }
      int draw = Math.floorMod((patient * 31 + visit * 7) * (index + 3) + patient * patient, 9973);
      if (!column.content().items().isEmpty()) {
        List<YamlNode> values = column.content().items();
        set(cell, values.get(draw % values.size()).text());
        return;
      }
      String[] words = column.content().text().split(":", 4);
      LocalDate diagnosis = LocalDate.of(2014, 1, 6).plusDays(patient * 53L % 1700);
      int age = 31 + patient * 17 % 44;
      switch (words[0]) {
        case "no" -> cell.setCellValue(String.format(words[1], 1200 + patient * 13));
        case "name" -> cell.setCellValue(NAMES.get(draw % NAMES.size()));
        case "nid" ->
            cell.setCellValue(
                "3301%02d%d%02d%02d%03dX"
                    .formatted(
                        draw % 9 + 1, diagnosis.getYear() - age, 3, patient % 27 + 1, draw % 999));
        case "phone" ->
            cell.setCellValue("139%08d".formatted(10_000_000 + draw * 7919L % 89999999));
        case "address" ->
            cell.setCellValue("浙江省杭州市西湖区文三路%d号%d室".formatted(draw % 400 + 1, draw % 90 + 101));
        case "age" -> cell.setCellValue(age);
        case "visit" -> cell.setCellValue(visit);
        case "int" -> {
          int low = Integer.parseInt(words[1]);
          cell.setCellValue(low + draw % (Integer.parseInt(words[2]) - low + 1));
        }
        case "dec" -> {
          double low = Double.parseDouble(words[1]);
          double high = Double.parseDouble(words[2]);
          cell.setCellValue(Math.round((low + (high - low) * (draw % 97) / 97) * 10) / 10.0);
        }
        case "birth" ->
            date(cell, diagnosis.minusYears(age).minusDays(40 + draw % 300), words[1], dates);
        case "date" -> {
          int low = Integer.parseInt(words[1]);
          int days = low + draw % (Integer.parseInt(words[2]) - low + 1);
          date(cell, diagnosis.plusDays(days + (visit - 1) * 180L), words[3], dates);
        }
        default -> throw new IllegalStateException(Arrays.toString(words));
      }
    }

    private static void date(Cell cell, LocalDate date, String format, CellStyle dates) {
      if (format.equals("excel")) {
        cell.setCellValue(date);
        cell.setCellStyle(dates);
      } else {
        cell.setCellValue(date.format(java.time.format.DateTimeFormatter.ofPattern(format)));
      }
    }
  }

  /** Every layout's file name. */
  static List<String> names() {
    return new ArrayList<>(
        List.of(
            "01-tertiary-export",
            "02-english-collaborator",
            "03-pinyin-initials",
            "04-survey-questions",
            "05-two-row-bands",
            "06-three-row-legend",
            "07-codes-and-dictionary",
            "08-sheets-joined",
            "09-followup-wide",
            "10-followup-long",
            "11-snake-case",
            "12-decorated",
            "13-traditional",
            "14-traps",
            "15-bilingual",
            "16-short-names",
            "17-reports",
            "18-registry-card",
            "19-plain-speech",
            "20-lines-of-treatment",
            "21-camel-case",
            "22-case-report-form",
            "23-long-titles",
            "24-english-visits",
            "25-data-platform",
            "26-surgeons-notebook",
            "27-overseas-fellow",
            "28-mixed-language-form",
            "29-bands-and-sheets",
            "30-variables-and-dictionary",
            "31-research-database",
            "32-department-ledger",
            "33-his-query",
            "34-redcap-export",
            "35-fellow-audit",
            "36-bilingual-multicentre",
            "37-seer-case-listing",
            "38-metabric",
            "39-tcga-clinical",
            "40-outcome-set",
            "41-naaccr",
            "42-neoadjuvant-trial",
            "43-survival-package",
            "44-breast-unit-ledger",
            "45-form-item-codes",
            "46-chinese-follow-up-ledger",
            "47-us-registry-abstract",
            "50-provincial-tumour-hospital",
            "51-county-ledger",
            "52-questionnaire-edc",
            "53-bilingual-crf",
            "54-traditional-abbreviations",
            "55-thesis-table",
            "56-hong-kong-clinic",
            "57-his-wide-export",
            "58-survey-star",
            "59-english-abstract",
            "60-uk-breast-unit",
            "61-academic-redcap",
            "62-registry-abstract",
            "63-indian-trial-table",
            "64-european-trial-crf",
            "65-statistics-file",
            "66-ward-spreadsheet",
            "67-redcap-raw",
            "70-nurses-register",
            "71-research-platform",
            "72-county-shorthand",
            "73-edc-label-row",
            "74-taiwan-registry",
            "75-multicentre-crf",
            "80-canadian-registry",
            "81-tumour-registrar",
            "82-redcap-labels",
            "83-uk-mdt-theatre",
            "84-real-world-listing",
            "85-residents-abbreviations",
            "86-sentence-form",
            "87-numbered-items",
            "88-warehouse-abbreviations",
            "89-telephone-interview",
            "90-ward-summary-sheet",
            "91-mediterranean-centre",
            "92-checkbox-form",
            "93-asian-cancer-institute",
            "94-two-band-hospital-card",
            "100-breast-surgery-ledger",
            "101-oncology-follow-up",
            "102-coordinating-centre-form",
            "103-follow-up-office",
            "104-electronic-record-export",
            "105-graduate-thesis",
            "106-bilingual-database",
            "107-mixed-abbreviations",
            "108-us-research-spreadsheet",
            "109-european-registry-export",
            "110-clinical-fellow",
            "111-indian-cancer-centre",
            "112-county-band-header",
            "113-provincial-four-sheets",
            "114-nurse-telephone-list",
            "115-mdt-ledger",
            "116-pathology-with-treatment",
            "117-tcm-oncology",
            "118-taiwan-case-manager",
            "119-australian-registry-extract",
            "120-egyptian-university",
            "121-us-community-registrar",
            "122-henan-tumour-hospital",
            "123-guangxi-surgery-ledger",
            "124-hunan-maternity-hospital",
            "125-liaoning-disease-database",
            "126-guangdong-chinese-medicine",
            "127-shenzhen-mixed",
            "128-australian-breast-service",
            "129-egyptian-oncology-department",
            "130-radiotherapy-department",
            "131-malaysian-clinic",
            "132-pharmacy-follow-up",
            "140-shandong-case-collection",
            "141-guangxi-ward-book",
            "142-guangdong-tcm-clinic",
            "143-sichuan-disease-database",
            "144-hunan-maternity-two-sheets",
            "145-shanghai-oncology-mixed",
            "146-irish-breast-unit",
            "147-malaysian-surgical-database",
            "150-xinjiang-prefecture-hospital",
            "151-sichuan-oncology-lines",
            "152-guangdong-maternity-breast-centre",
            "153-heilongjiang-follow-up-office",
            "154-shanghai-research-nurse",
            "155-malaysian-breast-clinic",
            "156-australian-regional-cancer-centre"));
  }
}
