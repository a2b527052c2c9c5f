package org.denovo.query;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.denovo.source.Place;
import org.denovo.vocabulary.Lang;
import org.denovo.vocabulary.Text;

/**
 * A centre's questions as a workbook: one a row, with a list to choose the answer from. What we
 * wrote is locked, without a password. The same questions give the same bytes; no cell is a
 * formula.
 */
public final class QueryWorkbook {

  /** Names of sheets by which a workbook that comes back is looked at. */
  static final Text QUESTIONS = new Text("质疑清单", "Queries");

  static final String MARK = "denovo";
  static final String MARK_CENTRE = "centre";

  private static final Text HELP = new Text("填写说明", "How to answer");

  /** The names of all sheets of such a workbook, in either language. */
  static final Set<String> SHEETS =
      Set.of(MARK, QUESTIONS.zh(), QUESTIONS.en(), HELP.zh(), HELP.en());

  private static final Text EMPTY = new Text("（空）", "(empty)");
  private static final int HEADER_ROW = 1;
  private static final float LINE = 15;
  private static final int HIGHEST = 400;

  private final XSSFWorkbook book = new XSSFWorkbook();
  private final QueryStyles styles = new QueryStyles(book);
  private final Lang lang;

  private QueryWorkbook(Lang lang) {
    this.lang = lang;
  }

  /**
   * What stands over the questions.
   *
   * @param workbook the centre's own, which the questions are about
   * @param more questions that are not in this workbook because it would be too long
   */
  public record Title(String centre, Text name, String workbook, LocalDate day, long more) {}

  /** Writes the workbook. */
  @SuppressWarnings("try") // the package is thrown away, not used
  public static void write(Path file, Title title, List<Question> questions, Lang lang) {
    QueryWorkbook writer = new QueryWorkbook(lang);
    XSSFWorkbook book = writer.book;
    // Closing the workbook would save it once more.
    try (Closeable workbook = book.getPackage()::revert) {
      writer.questions(title, questions);
      writer.help(title);
      writer.mark(title, questions);
      book.setActiveSheet(0);
      book.getProperties()
          .getCoreProperties()
          .getUnderlyingProperties()
          .setCreatedProperty(Optional.empty());
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      book.write(bytes);
      StoredZip.write(file, bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void questions(Title title, List<Question> questions) {
    XSSFSheet sheet = book.createSheet(QUESTIONS.in(lang));
    QueryColumn[] columns = QueryColumn.values();
    text(
        sheet.createRow(0),
        0,
        new Text(
                "{0}：{1} 的 {2} 个问题（{3}）。只需填写黄色各列，填好后原样发回",
                "{0}: {2} questions about {1} ({3}). Fill the yellow columns only and send it back")
            .with(title.name(), title.workbook(), questions.size(), title.day())
            .in(lang),
        styles.title());
    sheet.getRow(0).setHeightInPoints(24);
    Row header = sheet.createRow(HEADER_ROW);
    header.setHeightInPoints(32);
    for (QueryColumn column : columns) {
      text(header, column.ordinal(), column.title().in(lang), styles.header(column.isOpen()));
      sheet.setColumnWidth(column.ordinal(), 256 * column.width());
    }
    for (Question question : questions) {
      question(sheet.createRow(sheet.getLastRowNum() + 1), question);
    }
    int last = HEADER_ROW + questions.size();
    sheet.createFreezePane(2, HEADER_ROW + 1);
    sheet.setAutoFilter(new CellRangeAddress(HEADER_ROW, last, 0, columns.length - 1));
    choices(sheet, HEADER_ROW + 1, last);
    sheet.enableLocking();
    sheet.lockFormatColumns(false);
    sheet.lockFormatRows(false);
    sheet.lockFormatCells(false);
    sheet.lockAutoFilter(false);
    print(sheet);
    sheet.setRepeatingRows(new CellRangeAddress(0, HEADER_ROW, -1, -1));
  }

  private void question(Row row, Question question) {
    String sheets = lines(question.cells().stream().map(Question.Where::sheet).toList());
    String written = lines(question.cells().stream().map(this::written).toList());
    String says =
        new Text("{0}。\n缘由：{1}", "{0}.\nWhy: {1}")
            .with(question.says(), question.because())
            .in(lang);
    List<String> texts =
        List.of(
            question.findingId(),
            question.patient(),
            sheets,
            written,
            says,
            question.matters().in(lang),
            question.due().toString());
    for (QueryColumn column : QueryColumn.values()) {
      String text = column.isOpen() ? "" : texts.get(column.ordinal());
      text(row, column.ordinal(), text, styles.cell(column, CellText.looksLikeFormula(text)));
    }
    row.setHeightInPoints(height(texts));
  }

  /** A cell in a line: {@code E7 ER(%): 130}. */
  private String written(Question.Where cell) {
    String address = Place.columnName(cell.column()) + (cell.row() + 1);
    String named = cell.header().isEmpty() ? address : address + " " + cell.header();
    if (cell.written().isEmpty() && cell.header().isEmpty()) {
      return named;
    }
    Object written = cell.written().isEmpty() ? EMPTY : cell.written();
    return new Text("{0}：{1}", "{0}: {1}").with(named, written).in(lang);
  }

  private static String lines(List<String> lines) {
    return String.join("\n", lines.stream().distinct().toList());
  }

  /** Not every program makes rows as high as their text needs. */
  private static float height(List<String> texts) {
    int most = 2;
    for (int i = 0; i < texts.size(); i++) {
      int width = QueryColumn.values()[i].width() - 2;
      int lines =
          texts.get(i).lines().mapToInt(line -> 1 + Math.max(0, wide(line) - 1) / width).sum();
      most = Math.max(most, lines);
    }
    return Math.min(HIGHEST, most * LINE + 4);
  }

  /** Chinese characters are two wide. */
  private static int wide(String line) {
    return line.codePoints().map(c -> c < 0x2E80 ? 1 : 2).sum();
  }

  private void choices(XSSFSheet sheet, int first, int last) {
    if (last < first) {
      return;
    }
    DataValidationHelper helper = sheet.getDataValidationHelper();
    int answer = QueryColumn.ANSWER.ordinal();
    String[] titles = new String[Choice.values().length];
    for (Choice choice : Choice.values()) {
      titles[choice.ordinal()] = choice.title().in(lang);
    }
    DataValidation list =
        helper.createValidation(
            helper.createExplicitListConstraint(titles),
            new CellRangeAddressList(first, last, answer, answer));
    list.createErrorBox(
        QUESTIONS.in(lang),
        new Text(
                "请从下拉列表中选择；其他情况选最后一项并写说明",
                "Choose from the list; for anything else take the last one")
            .in(lang));
    list.setShowErrorBox(true);
    sheet.addValidationData(list);
    int day = QueryColumn.DAY.ordinal();
    DataValidation date =
        helper.createValidation(
            helper.createDateConstraint(
                DataValidationConstraint.OperatorType.GREATER_OR_EQUAL,
                "2000-01-01",
                null,
                "yyyy-MM-dd"),
            new CellRangeAddressList(first, last, day, day));
    date.setErrorStyle(DataValidation.ErrorStyle.WARNING);
    date.createErrorBox(
        QUESTIONS.in(lang), new Text("日期写法如 2026-01-31", "A date is written 2026-01-31").in(lang));
    date.setShowErrorBox(true);
    sheet.addValidationData(date);
  }

  private void print(XSSFSheet sheet) {
    PrintSetup setup = sheet.getPrintSetup();
    setup.setPaperSize(PrintSetup.A4_PAPERSIZE);
    setup.setLandscape(true);
    setup.setFitWidth((short) 1);
    setup.setFitHeight((short) 0);
    sheet.setFitToPage(true);
    sheet.setMargin(PageMargin.LEFT, 0.4);
    sheet.setMargin(PageMargin.RIGHT, 0.4);
    sheet.setMargin(PageMargin.TOP, 0.5);
    sheet.setMargin(PageMargin.BOTTOM, 0.6);
    sheet.getFooter().setCenter("&P / &N");
  }

  private void help(Title title) {
    XSSFSheet sheet = book.createSheet(HELP.in(lang));
    sheet.setColumnWidth(0, 256 * 110);
    text(sheet.createRow(0), 0, HELP.in(lang), styles.title());
    for (Text line : QueryHelp.lines(title)) {
      Row row = sheet.createRow(sheet.getLastRowNum() + 1);
      String said = line.in(lang);
      text(row, 0, said, styles.line());
      row.setHeightInPoints(LINE * (1 + Math.max(0, wide(said) - 1) / 106) + 6);
    }
    sheet.enableLocking();
    print(sheet);
  }

  /**
   * By this sheet the workbook and its centre are known whatever the file is called, and which
   * values each question was about.
   */
  private void mark(Title title, List<Question> questions) {
    XSSFSheet sheet = book.createSheet(MARK);
    Row centre = sheet.createRow(0);
    text(centre, 0, MARK_CENTRE, styles.line());
    text(centre, 1, title.centre(), styles.line());
    for (Question question : questions) {
      Row row = sheet.createRow(sheet.getLastRowNum() + 1);
      text(row, 0, question.findingId(), styles.line());
      text(row, 1, question.inputs(), styles.line());
    }
    book.setSheetVisibility(book.getSheetIndex(sheet), SheetVisibility.VERY_HIDDEN);
  }

  private static void text(Row row, int column, String text, CellStyle style) {
    Cell cell = row.createCell(column);
    cell.setCellStyle(style);
    if (!text.isEmpty()) {
      cell.setCellValue(CellText.plain(text));
    }
  }
}
