package org.denovo.workbook;

/** {@code _x000D_}: how a workbook writes characters that XML cannot hold (ECMA-376, 22.4.2.4). */
final class Escapes {

  private static final int LENGTH = 7;

  private Escapes() {}

  static String undo(String text) {
    int at = text.indexOf("_x");
    if (at < 0) {
      return text;
    }
    StringBuilder undone = new StringBuilder(text.length());
    int copied = 0;
    for (; at >= 0; at = text.indexOf("_x", at)) {
      int code = code(text, at);
      if (code < 0) {
        at += 2;
      } else {
        undone.append(text, copied, at).append((char) code);
        at += LENGTH;
        copied = at;
      }
    }
    return undone.append(text, copied, text.length()).toString();
  }

  private static int code(String text, int at) {
    if (at + LENGTH > text.length() || text.charAt(at + LENGTH - 1) != '_') {
      return -1;
    }
    int code = 0;
    for (int i = at + 2; i < at + LENGTH - 1; i++) {
      char c = text.charAt(i);
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        return -1;
      }
      code = code << 4 | digit;
    }
    return code;
  }
}
