package org.denovo.query;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The looks of a query workbook: what is ours is grey or white, what the centre fills yellow. */
final class QueryStyles {

  private static final short TEXT_FORMAT = 49;
  private static final byte[] YELLOW = {(byte) 0xFF, (byte) 0xF8, (byte) 0xD6};
  private static final byte[] STRONGER_YELLOW = {(byte) 0xFF, (byte) 0xE6, (byte) 0x99};
  private static final byte[] GREY = {(byte) 0xD9, (byte) 0xE2, (byte) 0xEC};

  private final XSSFWorkbook book;
  private final Map<String, CellStyle> made = new HashMap<>();

  QueryStyles(XSSFWorkbook book) {
    this.book = book;
  }

  CellStyle title() {
    return made.computeIfAbsent(
        "title",
        name -> {
          XSSFCellStyle style = book.createCellStyle();
          style.setFont(font(true, 13));
          style.setVerticalAlignment(VerticalAlignment.CENTER);
          return style;
        });
  }

  CellStyle line() {
    return made.computeIfAbsent(
        "line",
        name -> {
          XSSFCellStyle style = book.createCellStyle();
          style.setFont(font(false, 11));
          style.setWrapText(true);
          style.setVerticalAlignment(VerticalAlignment.TOP);
          return style;
        });
  }

  CellStyle header(boolean isOpen) {
    return made.computeIfAbsent(
        "header " + isOpen,
        name -> {
          XSSFCellStyle style = framed();
          style.setFont(font(true, 10));
          style.setAlignment(HorizontalAlignment.CENTER);
          style.setVerticalAlignment(VerticalAlignment.CENTER);
          fill(style, isOpen ? STRONGER_YELLOW : GREY);
          return style;
        });
  }

  /** Quoted, a text stays one when somebody edits its cell. */
  CellStyle cell(QueryColumn column, boolean isQuoted) {
    boolean isDay = column == QueryColumn.DAY;
    return made.computeIfAbsent(
        "cell " + column.isOpen() + isDay + isQuoted,
        name -> {
          XSSFCellStyle style = framed();
          style.setFont(font(false, 10));
          style.setVerticalAlignment(VerticalAlignment.TOP);
          style.setDataFormat(
              isDay ? book.createDataFormat().getFormat("yyyy-mm-dd") : TEXT_FORMAT);
          style.setQuotePrefixed(isQuoted);
          style.setLocked(!column.isOpen());
          if (column.isOpen()) {
            fill(style, YELLOW);
          }
          return style;
        });
  }

  private XSSFCellStyle framed() {
    XSSFCellStyle style = book.createCellStyle();
    style.setWrapText(true);
    style.setBorderTop(BorderStyle.THIN);
    style.setBorderBottom(BorderStyle.THIN);
    style.setBorderLeft(BorderStyle.THIN);
    style.setBorderRight(BorderStyle.THIN);
    short grey = IndexedColors.GREY_40_PERCENT.getIndex();
    style.setTopBorderColor(grey);
    style.setBottomBorderColor(grey);
    style.setLeftBorderColor(grey);
    style.setRightBorderColor(grey);
    return style;
  }

  private void fill(XSSFCellStyle style, byte[] colour) {
    style.setFillForegroundColor(new XSSFColor(colour, book.getStylesSource().getIndexedColors()));
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
  }

  private Font font(boolean isBold, int points) {
    Font font = book.createFont();
    font.setFontName("等线");
    font.setBold(isBold);
    font.setFontHeightInPoints((short) points);
    return font;
  }
}
