package org.denovo.extract;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A row of {@link CsvCells} that stays when the next one is read. */
final class CsvRow {

  private final Map<String, Integer> places;
  private final byte[] bytes;
  private final int[] from;
  private final int[] to;

  /** Takes over its arrays. */
  CsvRow(Map<String, Integer> places, byte[] bytes, int[] from, int[] to) {
    this.places = places;
    this.bytes = bytes;
    this.from = from;
    this.to = to;
  }

  String text(String column) {
    int cell = place(column);
    return new String(bytes, from[cell], to[cell] - from[cell], StandardCharsets.UTF_8);
  }

  /** True if the cell is this one character. */
  boolean is(String column, char ascii) {
    int cell = place(column);
    return to[cell] - from[cell] == 1 && bytes[from[cell]] == ascii;
  }

  /** The number that the cell is. */
  double number(String column) {
    int cell = place(column);
    return CsvCells.number(bytes, from[cell], to[cell]);
  }

  private int place(String column) {
    Integer place = places.get(column);
    if (place == null) {
      throw new IllegalStateException("no column " + column);
    }
    return place;
  }
}
