package org.denovo.mapping;

import java.util.Objects;

/**
 * What became of each row of a sheet, from the first to the last in which a cell is kept. It cannot
 * be made unless the parts add up to what was seen.
 *
 * @param header header rows, title rows above them and headers repeated further down
 * @param legend rows that explain codes
 * @param total totals, notes and signatures
 * @param patientRows rows that speak of a patient
 * @param refused rows with data and no patient number, or of a second table
 */
public record SheetLedger(
    String sheet,
    int seen,
    int blank,
    int header,
    int legend,
    int total,
    int patientRows,
    int refused) {

  public SheetLedger {
    Objects.requireNonNull(sheet, "sheet");
    if (Math.min(Math.min(blank, header), Math.min(legend, total)) < 0
        || Math.min(patientRows, refused) < 0) {
      throw new IllegalArgumentException("a count below zero");
    }
    int accounted = blank + header + legend + total + patientRows + refused;
    if (seen != accounted) {
      throw new IllegalArgumentException(seen + " rows seen, " + accounted + " accounted for");
    }
  }
}
