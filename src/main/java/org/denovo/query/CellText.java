package org.denovo.query;

/** Texts that a spreadsheet shows as they are, whatever a centre typed. */
final class CellText {

  private static final int LONGEST = 4_000;
  private static final String STARTS_A_FORMULA = "=+-@\t\r\n";

  private CellText() {}

  /**
   * The text without what XML cannot hold. Excel reads {@code _x000D_} as a character's number, so
   * its first underscore is written as one.
   */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints().limit(LONGEST).forEach(c -> plain.appendCodePoint(isShown(c) ? c : ' '));
    if (text.codePointCount(0, text.length()) > LONGEST) {
      plain.append('…');
    }
    return plain.toString().replaceAll("_(?=x[0-9A-Fa-f]{4}_)", "_x005F_");
  }

  private static boolean isShown(int c) {
    return c == '\n'
        || (c >= ' ' && !Character.isISOControl(c) && (c < 0xD800 || c > 0xDFFF) && c < 0xFFFE)
        || c > 0xFFFF;
  }

  /** True if a spreadsheet that saves it as text and reads it again would make it a formula. */
  static boolean looksLikeFormula(String text) {
    return !text.isEmpty() && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0;
  }
}
