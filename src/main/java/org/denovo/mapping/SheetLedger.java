package org.denovo.mapping;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * What became of each row of a sheet, from the first to the last in which a cell is kept. It cannot
 * be made unless the kinds add up to what was seen.
 *
 * @param sheet the sheet's name; empty for a text file
 * @param seen the rows seen, blank ones included
 * @param rows which rows were of each kind; kinds without rows are left out
 */
public record SheetLedger(String sheet, int seen, Map<RowKind, RowNumbers> rows) {

  public SheetLedger {
    Objects.requireNonNull(sheet, "sheet");
    EnumMap<RowKind, RowNumbers> held = new EnumMap<>(RowKind.class);
    held.putAll(rows);
    held.values().removeIf(numbers -> numbers.count() == 0);
    rows = Collections.unmodifiableMap(held);
    int accounted = held.values().stream().mapToInt(RowNumbers::count).sum();
    if (seen != accounted) {
      throw new IllegalArgumentException(seen + " rows seen, " + accounted + " accounted for");
    }
  }

  /** How many rows were of a kind. */
  public int count(RowKind kind) {
    return rows.getOrDefault(kind, RowNumbers.NONE).count();
  }

  /** Rows in which nothing stands. */
  public int blank() {
    return count(RowKind.BLANK);
  }

  /** Rows in which only a serial number stands. */
  public int numbered() {
    return count(RowKind.NUMBERED);
  }

  /** Header rows, those repeated further down included. */
  public int header() {
    return count(RowKind.HEADER) + count(RowKind.REPEATED_HEADER);
  }

  /** Rows that explain codes. */
  public int legend() {
    return count(RowKind.LEGEND);
  }

  /** Titles, notes and signatures. */
  public int notes() {
    return count(RowKind.NOTE);
  }

  /** Totals and statistics. */
  public int total() {
    return count(RowKind.TOTAL);
  }

  /** Rows that speak of a patient. */
  public int patientRows() {
    return count(RowKind.PATIENT);
  }

  /** Rows with data that were not read: no usable patient number, or of another table. */
  public int refused() {
    return RowKind.refused().stream().mapToInt(this::count).sum();
  }
}
