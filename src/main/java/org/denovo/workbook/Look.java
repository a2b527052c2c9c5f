package org.denovo.workbook;

/**
 * What a cell's style says of its value: its number format, whether that is a date, what the format
 * hides, the background colour, its marks.
 */
record Look(String format, boolean date, Disguise disguise, String fill, int marks) {

  static final Look PLAIN = new Look("", false, Disguise.NONE, "", 0);

  /**
   * A look.
   *
   * @param filled true if it has a background, whether or not its colour can be told
   * @param fill the colour of the background, white or empty if there is none
   * @param ink the colour of the text; empty if it is the usual one or cannot be told
   */
  static Look of(String code, boolean struck, boolean filled, String fill, String ink) {
    String format = NumberFormat.code(code);
    boolean date = NumberFormat.showsDate(format);
    boolean coloured = filled && !fill.equals(Colours.WHITE);
    String ground = filled ? fill : Colours.WHITE;
    return new Look(
        format,
        date,
        date ? Disguise.NONE : Disguise.of(format),
        coloured ? fill : "",
        (struck ? Marks.STRUCK : 0)
            | (coloured ? Marks.FILLED : 0)
            | (!ink.isEmpty() && ink.equals(ground) ? Marks.UNSEEN : 0)
            | (NumberFormat.showsPercent(format) ? Marks.PERCENT : 0));
  }
}
