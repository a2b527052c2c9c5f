package org.denovo.proposal;

import java.util.Locale;

/** How names and texts are written in a mapping file. */
final class DraftYaml {

  private DraftYaml() {}

  /** A key as the mappings in the folder have it: quoted only where YAML or the eye needs it. */
  static String key(String text) {
    return text.matches("[\\p{IsHan}A-Za-z_][\\p{IsHan}A-Za-z0-9_]*\\*?年?") ? text : quoted(text);
  }

  /** A text in quotes, whatever stands in it. */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || c == 0x7F || c == 0x2028 || c == 0x2029 || c == 0x85 || c == 0xFEFF) {
        quoted.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
