package org.denovo.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What stands behind the rows of a sheet, found without reading the rows: only their end is sought.
 *
 * @param xml the elements behind the rows under one root
 * @param lastRow the last row counted from 0 that has an element; -1 if it does not say
 */
record SheetTail(byte[] xml, int lastRow) {

  private static final byte[] ROWS_END = ascii("</sheetData>");
  private static final byte[] ROW = ascii("<row ");
  private static final int[] SKIP = skips();
  private static final int BUFFER = 1 << 16;

  /** Enough of what was passed to find the start of the last row. */
  private static final int KEPT = 1 << 14;

  private static final int LONGEST = 8 << 20;
  private static final Pattern PREFIX = Pattern.compile("[<\\s/](\\w+):(?=\\w)");
  private static final Pattern NUMBER = Pattern.compile("^<row [^>]*?\\br=\"([0-9]+)\"");

  private static byte[] ascii(String word) {
    return word.getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Finds it; empty if it must be looked for with an XML parser: no end of rows in plain form, or a
   * tail that is unusual or very long.
   */
  static Optional<SheetTail> of(InputStream sheet) throws IOException {
    byte[] buffer = new byte[KEPT + BUFFER];
    int kept = 0;
    for (int n = sheet.readNBytes(buffer, kept, BUFFER);
        n > 0;
        n = sheet.readNBytes(buffer, kept, BUFFER)) {
      int end = kept + n;
      int found = find(buffer, Math.max(0, kept - ROWS_END.length + 1), end);
      if (found >= 0) {
        return read(buffer, found, end, sheet);
      }
      kept = Math.min(end, KEPT);
      System.arraycopy(buffer, end - kept, buffer, 0, kept);
    }
    return Optional.empty();
  }

  /** Horspool's search: most bytes are never looked at. */
  private static int find(byte[] buffer, int from, int end) {
    int last = ROWS_END.length - 1;
    for (int at = from + last; at < end; at += SKIP[buffer[at] & 0xFF]) {
      if (buffer[at] == '>'
          && Arrays.equals(buffer, at - last, at + 1, ROWS_END, 0, ROWS_END.length)) {
        return at + 1;
      }
    }
    return -1;
  }

  private static Optional<SheetTail> read(byte[] buffer, int from, int end, InputStream sheet)
      throws IOException {
    ByteArrayOutputStream tail = new ByteArrayOutputStream();
    tail.write(buffer, from, end - from);
    byte[] rest = sheet.readNBytes(LONGEST);
    tail.write(rest, 0, rest.length);
    String text = tail.toString(StandardCharsets.UTF_8);
    int close = text.lastIndexOf("</worksheet>");
    // Comments and CDATA could hold what only looks like an element.
    boolean plain =
        rest.length < LONGEST
            && close >= 0
            && !text.contains("<!")
            && !text.contains("<?")
            && !text.contains("</sheetData");
    return plain
        ? Optional.of(new SheetTail(rooted(text.substring(0, close)), lastRow(buffer, from)))
        : Optional.empty();
  }

  /** Prefixes were declared before the rows; what they stand for does not matter here. */
  private static byte[] rooted(String elements) {
    StringBuilder root = new StringBuilder("<tail");
    TreeSet<String> prefixes = new TreeSet<>();
    PREFIX.matcher(elements).results().forEach(found -> prefixes.add(found.group(1)));
    prefixes.removeAll(java.util.Set.of("xml", "xmlns"));
    prefixes.forEach(prefix -> root.append(" xmlns:").append(prefix).append("=\"any\""));
    return root.append('>')
        .append(elements)
        .append("</tail>")
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  private static int lastRow(byte[] buffer, int end) {
    for (int at = end - ROW.length; at >= 0; at--) {
      if (Arrays.equals(buffer, at, at + ROW.length, ROW, 0, ROW.length)) {
        String row = new String(buffer, at, Math.min(256, end - at), StandardCharsets.ISO_8859_1);
        return NUMBER
            .matcher(row)
            .results()
            .findFirst()
            .map(found -> CellRef.rowNumber(found.group(1)))
            .orElse(-1);
      }
    }
    return -1;
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
