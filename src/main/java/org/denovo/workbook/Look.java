package org.denovo.workbook;

/** What a cell's style says of its value: its number format, whether that is a date, its marks. */
record Look(String format, boolean date, int marks) {

  static final Look PLAIN = new Look("", false, 0);

  static Look of(String code, boolean struck, boolean filled) {
    String format = NumberFormat.code(code);
    return new Look(
        format,
        NumberFormat.showsDate(format),
        (struck ? Marks.STRUCK : 0)
            | (filled ? Marks.FILLED : 0)
            | (NumberFormat.showsPercent(format) ? Marks.PERCENT : 0));
  }
}
