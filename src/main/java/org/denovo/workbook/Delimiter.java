package org.denovo.workbook;

/** Which character parts the fields of a text file, judged by its first lines. */
final class Delimiter {

  private static final char[] CANDIDATES = {',', '\t', ';', '|'};
  private static final int LINES = 100;

  private Delimiter() {}

  /**
   * The candidate that stands equally often in the most lines; of equals the one that stands more
   * often. What is quoted does not count.
   */
  static char of(CharSequence start, char otherwise) {
    char best = otherwise;
    int mostLines = 0;
    int mostFields = 0;
    for (char candidate : CANDIDATES) {
      int[] counts = counts(start, candidate);
      for (int count : counts) {
        int lines = 0;
        for (int other : counts) {
          lines += count > 0 && other == count ? 1 : 0;
        }
        if (lines > mostLines || lines == mostLines && lines > 0 && count > mostFields) {
          best = candidate;
          mostLines = lines;
          mostFields = count;
        }
      }
    }
    return best;
  }

  private static int[] counts(CharSequence start, char candidate) {
    int[] counts = new int[LINES];
    int line = 0;
    boolean quoted = false;
    for (int i = 0; i < start.length() && line < LINES; i++) {
      char c = start.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == candidate) {
        counts[line]++;
      } else if (!quoted && c == '\n') {
        line++;
      }
    }
    return counts;
  }
}
