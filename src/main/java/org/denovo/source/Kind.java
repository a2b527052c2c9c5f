package org.denovo.source;

/** What a cell stores, whatever it shows. */
public enum Kind {
  BLANK,
  TEXT,
  NUMBER,
  /** A number that its format shows as a date. */
  DATE,
  BOOLEAN,
  /** A spreadsheet error such as {@code #REF!}. */
  ERROR
}
