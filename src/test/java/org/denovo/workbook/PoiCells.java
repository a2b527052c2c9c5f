package org.denovo.workbook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;

/**
 * The oracle: the stored values as POI's user model has them; what POI would print is not asked.
 */
final class PoiCells {

  private PoiCells() {}

  /** One line a cell: {@code A1 NUMBER 3.0 =formula}; for a date its day number. */
  static List<String> of(Path file, String sheet) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Workbook book = WorkbookFactory.create(file.toFile(), null, true)) {
      for (Row row : book.getSheet(sheet)) {
        for (Cell cell : row) {
          String value = value(cell);
          if (!value.isEmpty()) {
            boolean formula = cell.getCellType() == CellType.FORMULA;
            lines.add(
                cell.getAddress() + " " + value + " =" + (formula ? cell.getCellFormula() : ""));
          }
        }
      }
    }
    return lines;
  }

  private static String value(Cell cell) {
    boolean formula = cell.getCellType() == CellType.FORMULA;
    return switch (formula ? cell.getCachedFormulaResultType() : cell.getCellType()) {
      case NUMERIC ->
          (DateUtil.isCellDateFormatted(cell) ? "DATE " : "NUMBER ") + cell.getNumericCellValue();
      case STRING ->
          cell.getStringCellValue().isEmpty() && !formula
              ? ""
              : "TEXT " + cell.getStringCellValue();
      case BOOLEAN -> "BOOLEAN " + (cell.getBooleanCellValue() ? "TRUE" : "FALSE");
      case ERROR -> "ERROR " + FormulaError.forInt(cell.getErrorCellValue()).getString();
      case BLANK, FORMULA, _NONE -> "";
    };
  }
}
