package org.denovo.change;

/** As much of a text as a person needs to know it again; a cell may hold a whole page. */
final class Brief {

  private static final int LONGEST = 80;

  private Brief() {}

  static String of(String text) {
    return text.length() <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, Math.min(LONGEST, codePoints(text)))) + "…";
  }

  private static int codePoints(String text) {
    return text.codePointCount(0, text.length());
  }
}
