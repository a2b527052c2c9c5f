package org.denovo.workbook;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.denovo.source.Kind;
import org.denovo.source.SourceCell;
import org.denovo.source.SourceRow;
import org.denovo.vocabulary.Text;

/** A sheet of an .xls. */
final class XlsSheet implements Sheet {

  private final String file;
  private final HSSFSheet sheet;
  private final boolean hidden;
  private final CellMaker maker;
  private final XlsLooks looks;
  private final Limits limits;
  private final SheetLayout layout;

  XlsSheet(
      String file,
      HSSFSheet sheet,
      SheetVisibility visibility,
      CellMaker maker,
      XlsLooks looks,
      Limits limits) {
    this.file = file;
    this.sheet = sheet;
    this.hidden = visibility != SheetVisibility.VISIBLE;
    this.maker = maker;
    this.looks = looks;
    this.limits = limits;
    this.layout = layout(visibility);
  }

  private SheetLayout layout(SheetVisibility visibility) {
    SheetLayout.Builder places = new SheetLayout.Builder(limits);
    places.veryHidden(visibility == SheetVisibility.VERY_HIDDEN);
    places.lastRow(sheet.getLastRowNum());
    for (CellRangeAddress at : sheet.getMergedRegions()) {
      places.merged(
          new Region(at.getFirstRow(), at.getFirstColumn(), at.getLastRow(), at.getLastColumn()));
    }
    for (int column = 0; column < 256; column++) {
      if (sheet.isColumnHidden(column)) {
        places.hiddenColumns(column, column);
      }
    }
    new XlsObjects(sheet, places).gather();
    return places.build();
  }

  @Override
  public String name() {
    return sheet.getSheetName();
  }

  @Override
  public boolean hidden() {
    return hidden;
  }

  @Override
  public SheetFacts facts() {
    return layout.facts();
  }

  @Override
  public Rows rows() {
    return new XlsRows();
  }

  private final class XlsRows extends RowsAhead {
    private final Iterator<Row> rows = sheet.rowIterator();
    private final MergedCells merged = new MergedCells(layout, maker, hidden);

    @Override
    Optional<SourceRow> following() {
      if (!rows.hasNext()) {
        return Optional.empty();
      }
      HSSFRow row = (HSSFRow) rows.next();
      return Optional.of(new SourceRow(file, name(), row.getRowNum(), cells(row)));
    }

    @Override
    public void close() {}

    private List<SourceCell> cells(HSSFRow row) {
      checkRow(row.getRowNum());
      List<SourceCell> cells = new ArrayList<>();
      for (Cell cell : row) {
        add((HSSFCell) cell, row.getZeroHeight(), cells);
      }
      merged.fill(row.getRowNum(), row.getZeroHeight(), cells);
      return cells;
    }
  }

  private void checkRow(int row) {
    if (row >= limits.rows()) {
      throw Refusals.tooLarge(new Text("行数", "The number of rows is"), limits.rows());
    }
  }

  private void add(HSSFCell cell, boolean hiddenRow, List<SourceCell> cells) {
    int row = cell.getRowIndex();
    int column = cell.getColumnIndex();
    if (column >= limits.columns()) {
      throw Refusals.tooLarge(new Text("列数", "The number of columns is"), limits.columns());
    }
    boolean formula = cell.getCellType() == CellType.FORMULA;
    Look look = looks.look(cell.getCellStyle());
    int marks =
        (formula ? Marks.FORMULA : 0)
            | (hidden || hiddenRow || layout.hidden(column) ? Marks.HIDDEN : 0)
            | (layout.commented(row, column) ? Marks.COMMENT : 0);
    String written = formula ? formula(cell) : "";
    switch (formula ? cell.getCachedFormulaResultType() : cell.getCellType()) {
      case NUMERIC ->
          cells.add(maker.number(row, column, cell.getNumericCellValue(), look, written, marks));
      case STRING -> text(cell, look, marks, written, cells);
      case BOOLEAN -> {
        String text = cell.getBooleanCellValue() ? "TRUE" : "FALSE";
        cells.add(maker.other(row, column, Kind.BOOLEAN, text, look, written, marks));
      }
      case ERROR ->
          cells.add(maker.other(row, column, Kind.ERROR, error(cell), look, written, marks));
      case BLANK, FORMULA, _NONE -> {}
    }
  }

  /** The formula's text; empty for one that POI has no words for. */
  private static String formula(HSSFCell cell) {
    try {
      return cell.getCellFormula();
    } catch (RuntimeException notExpressible) {
      return "";
    }
  }

  private void text(HSSFCell cell, Look look, int marks, String formula, List<SourceCell> cells) {
    HSSFRichTextString rich = cell.getRichStringCellValue();
    String text = rich.getString();
    if (text.length() > limits.cellText()) {
      throw Refusals.tooLarge(new Text("单元格文本", "The text of one cell is"), limits.cellText());
    }
    if (!text.isEmpty() || (marks & Marks.FORMULA) != 0) {
      int struck = looks.struck(rich) ? Marks.STRUCK : 0;
      cells.add(
          maker.other(
              cell.getRowIndex(),
              cell.getColumnIndex(),
              Kind.TEXT,
              text,
              look,
              formula,
              marks | struck));
    }
  }

  private static String error(HSSFCell cell) {
    byte code = cell.getErrorCellValue();
    return FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#N/A";
  }
}
