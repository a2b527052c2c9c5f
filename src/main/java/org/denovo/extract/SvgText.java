package org.denovo.extract;

import java.util.ArrayList;
import java.util.List;

/** Words for a picture: in lines that fit, and with no character that would be markup. */
final class SvgText {

  private SvgText() {}

  /** Lines no wider than the room; Chinese breaks anywhere, Latin between words. */
  static List<String> wrap(String words, double room, int size) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String piece : words.split("(?<=[ ,;_])|(?<=[\\u2E80-\\uFFEF])|(?=[\\u2E80-\\u9FFF])")) {
      if (line.length() > 0 && width(line + piece.stripTrailing(), size) > room) {
        lines.add(line.toString().strip());
        line.setLength(0);
      }
      line.append(piece);
    }
    lines.add(line.toString().strip());
    return lines;
  }

  /** An estimate for generic sans-serif fonts: an ideograph, or a Ⅳ, is as wide as high. */
  private static double width(String words, int size) {
    return words.codePoints().mapToDouble(c -> c >= 0x2100 ? size : 0.56 * size).sum();
  }

  static String escape(String words) {
    StringBuilder escaped = new StringBuilder();
    words
        .codePoints()
        .filter(c -> c >= 0x20)
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(c);
              }
            });
    return escaped.toString();
  }
}
