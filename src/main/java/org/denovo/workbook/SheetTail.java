package org.denovo.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * What stands behind the rows of a sheet, found without reading the rows: only their end is sought.
 */
final class SheetTail {

  private static final byte[] ROWS_END = "</sheetData>".getBytes(StandardCharsets.US_ASCII);
  private static final int[] SKIP = skips();
  private static final int BUFFER = 1 << 16;
  private static final int LONGEST = 8 << 20;

  private SheetTail() {}

  /**
   * The text behind the rows; empty if it must be looked for with an XML parser: no end of rows in
   * plain form, or a tail that is unusual or very long.
   */
  static Optional<String> of(InputStream sheet) throws IOException {
    byte[] buffer = new byte[BUFFER + ROWS_END.length];
    int kept = 0;
    for (int n = sheet.readNBytes(buffer, kept, BUFFER);
        n > 0;
        n = sheet.readNBytes(buffer, kept, BUFFER)) {
      int end = kept + n;
      int found = find(buffer, end);
      if (found >= 0) {
        return read(buffer, found, end, sheet);
      }
      kept = Math.min(end, ROWS_END.length - 1);
      System.arraycopy(buffer, end - kept, buffer, 0, kept);
    }
    return Optional.empty();
  }

  /** Horspool's search: most bytes are never looked at. */
  private static int find(byte[] buffer, int end) {
    int last = ROWS_END.length - 1;
    for (int at = last; at < end; at += SKIP[buffer[at] & 0xFF]) {
      if (buffer[at] == '>'
          && Arrays.equals(buffer, at - last, at + 1, ROWS_END, 0, ROWS_END.length)) {
        return at + 1;
      }
    }
    return -1;
  }

  private static Optional<String> read(byte[] buffer, int from, int end, InputStream sheet)
      throws IOException {
    ByteArrayOutputStream tail = new ByteArrayOutputStream();
    tail.write(buffer, from, end - from);
    byte[] rest = sheet.readNBytes(LONGEST);
    tail.write(rest, 0, rest.length);
    String text = tail.toString(StandardCharsets.UTF_8);
    // Comments and CDATA could hold what only looks like an element.
    boolean plain =
        rest.length < LONGEST
            && !text.contains("<!")
            && !text.contains("</sheetData")
            && !text.contains("</mergeCell>")
            && !text.contains(":mergeCell");
    return plain ? Optional.of(text) : Optional.empty();
  }

  private static int[] skips() {
    int[] skips = new int[256];
    Arrays.fill(skips, ROWS_END.length);
    for (int i = 0; i < ROWS_END.length - 1; i++) {
      skips[ROWS_END[i]] = ROWS_END.length - 1 - i;
    }
    return skips;
  }
}
