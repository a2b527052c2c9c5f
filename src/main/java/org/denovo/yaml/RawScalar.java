package org.denovo.yaml;

/** Finds a character of a scalar's text in the scalar as it stands in the file. */
final class RawScalar {

  private RawScalar() {}

  /**
   * The index in {@code raw} of the text's character at an offset. Quotes, escapes, line folding
   * and the header of a block scalar are stepped over.
   */
  static int position(String raw, String text, int codePoints) {
    int target =
        text.offsetByCodePoints(0, Math.min(codePoints, text.codePointCount(0, text.length())));
    int at = start(raw);
    char quote = raw.isEmpty() ? ' ' : raw.charAt(0);
    for (int i = 0; i < text.length(); i++) {
      if (!Character.isWhitespace(text.charAt(i))) {
        while (at < raw.length() && Character.isWhitespace(raw.charAt(at))) {
          at++;
        }
      }
      if (i >= target) {
        break;
      }
      at = Math.min(raw.length(), at + width(raw, at, quote, text.charAt(i)));
    }
    return at;
  }

  private static int start(String raw) {
    if (raw.isEmpty()) {
      return 0;
    }
    return switch (raw.charAt(0)) {
      case '\'', '"' -> 1;
      case '|', '>' -> raw.indexOf('\n') + 1;
      default -> 0;
    };
  }

  private static int width(String raw, int at, char quote, char wanted) {
    if (Character.isWhitespace(wanted)) {
      boolean here = at < raw.length() && Character.isWhitespace(raw.charAt(at));
      return here ? 1 : 0;
    }
    boolean doubled = quote == '\'' && wanted == '\'';
    boolean escaped = quote == '"' && at < raw.length() && raw.charAt(at) == '\\';
    return doubled || escaped ? 2 : 1;
  }
}
