package org.denovo.workbook;

import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFFont;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.hssf.util.HSSFColor;
import org.apache.poi.hssf.util.HSSFColor.HSSFColorPredefined;
import org.apache.poi.ss.usermodel.FillPatternType;

/** The cell styles of an .xls by number, each worked out once. */
final class XlsLooks {

  private final HSSFWorkbook book;
  private final Look[] looks;

  XlsLooks(HSSFWorkbook book) {
    this.book = book;
    this.looks = new Look[book.getNumCellStyles()];
  }

  Look look(HSSFCellStyle style) {
    int index = style.getIndex();
    if (looks[index] == null) {
      looks[index] = read(style);
    }
    return looks[index];
  }

  private Look read(HSSFCellStyle style) {
    String code = style.getDataFormatString();
    HSSFFont font = book.getFontAt(style.getFontIndex());
    return Look.of(
        code(style, code),
        font.getStrikeout(),
        style.getFillPattern() != FillPatternType.NO_FILL,
        hex(style.getFillForegroundColorColor()),
        hex(font.getHSSFColor(book)));
  }

  private static String code(HSSFCellStyle style, String written) {
    String builtin = NumberFormat.builtin(style.getDataFormat());
    return builtin.isEmpty() && written != null ? written : builtin;
  }

  /** The usual colour of a text or background, which each program chooses, has no number. */
  private static String hex(HSSFColor colour) {
    if (colour == null || colour.getIndex() == HSSFColorPredefined.AUTOMATIC.getIndex()) {
      return "";
    }
    short[] rgb = colour.getTriplet();
    return Colours.hex(rgb[0], rgb[1], rgb[2]);
  }

  private boolean isStruck(int font) {
    return book.getFontAt(font).getStrikeout();
  }

  /** True if any run of the text is struck through. */
  boolean struck(HSSFRichTextString text) {
    for (int run = 0; run < text.numFormattingRuns(); run++) {
      int font = text.getFontOfFormattingRun(run);
      // There is no font 4 ([MS-XLS] FontIndex), so the numbers behind it are one higher.
      int position = font > 4 ? font - 1 : font;
      if (position < book.getNumberOfFonts() && isStruck(font)) {
        return true;
      }
    }
    return false;
  }
}
