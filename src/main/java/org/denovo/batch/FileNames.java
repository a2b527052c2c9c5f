package org.denovo.batch;

import java.util.Locale;

/**
 * Names that could write to a terminal, pass for another name in a report, or not fit into the
 * registry.
 */
final class FileNames {

  private static final int LONGEST = 255;

  private FileNames() {}

  /** True for a name with control, formatting or broken characters, or one that is too long. */
  static boolean isStrange(String name) {
    return name.length() > LONGEST || name.codePoints().anyMatch(FileNames::isStrange);
  }

  private static boolean isStrange(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      default -> c == 0xFFFD;
    };
  }

  /** The name with its strange characters as numbers, for example {@code a<U+202E>b.xlsx}. */
  static String shown(String name) {
    StringBuilder shown = new StringBuilder();
    name.codePoints()
        .limit(LONGEST)
        .forEach(
            c -> {
              if (isStrange(c)) {
                shown.append(String.format(Locale.ROOT, "<U+%04X>", c));
              } else {
                shown.appendCodePoint(c);
              }
            });
    return shown.toString();
  }
}
