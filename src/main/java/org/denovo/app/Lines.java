package org.denovo.app;

import java.util.ArrayList;
import java.util.List;

/**
 * Text in lines for a terminal of 100 columns. A Chinese character takes two of them and may end a
 * line; a Latin word is not broken unless it fills a line.
 */
final class Lines {

  private static final int WIDTH = 100;

  /** No line begins with one of these. */
  private static final String CLOSING = "'\"”’）)】]》，。；：、？！,.;:?!";

  private Lines() {}

  /**
   * Breaks a text.
   *
   * @param indent before the first line; the others stand two further in
   */
  static List<String> of(int indent, String text) {
    String clean = text.replaceAll("[\\p{Cntrl}]+", " ");
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(" ".repeat(indent));
    int width = indent;
    int breakable = -1;
    int earlier = -1;
    for (int at = 0; at < clean.length(); ) {
      int c = clean.codePointAt(at);
      if (breakable == line.length() && CLOSING.indexOf(c) >= 0) {
        breakable = earlier;
      }
      if (width + width(c) > WIDTH) {
        int cut = breakable > 0 ? breakable : line.length();
        String rest = line.substring(cut).stripLeading();
        lines.add(line.substring(0, cut).stripTrailing());
        line = new StringBuilder(" ".repeat(indent + 2)).append(rest);
        width = indent + 2 + width(rest);
        breakable = -1;
        earlier = -1;
      }
      line.appendCodePoint(c);
      width += width(c);
      if (c == ' ' && !line.toString().isBlank() || width(c) == 2) {
        earlier = breakable;
        breakable = line.length();
      }
      at += Character.charCount(c);
    }
    lines.add(line.toString().stripTrailing());
    return lines;
  }

  /** The columns that a text takes. */
  static int width(String text) {
    return text.codePoints().map(Lines::width).sum();
  }

  /** Hangul, kana, ideographs, their punctuation and full-width forms are two columns wide. */
  private static int width(int c) {
    boolean wide =
        c >= 0x1100 && c <= 0x115F
            || c >= 0x2E80 && c <= 0xA4CF
            || c >= 0xAC00 && c <= 0xD7A3
            || c >= 0xF900 && c <= 0xFAFF
            || c >= 0xFE30 && c <= 0xFE6F
            || c >= 0xFF01 && c <= 0xFF60
            || c >= 0xFFE0 && c <= 0xFFE6
            || c >= 0x20000 && c <= 0x3FFFD;
    return wide ? 2 : 1;
  }
}
