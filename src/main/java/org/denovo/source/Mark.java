package org.denovo.source;

/** What else is true of a cell, beside its value. */
public enum Mark {
  /** The value is a formula's cached result. */
  FORMULA,
  /** The value was filled in from the first cell of a merged region. */
  MERGED,
  /** Part of a merged region under which another value is stored here that no sheet shows. */
  COVERING,
  /** Its row, column or sheet is hidden. */
  HIDDEN,
  /** A comment hangs on it. */
  COMMENT,
  /** It is struck through, wholly or partly. */
  STRUCK,
  /** It has a background colour. */
  FILLED,
  /** Nothing of it is shown: its number format is empty or its text has the background's colour. */
  UNSEEN,
  /** Its number format adds words or signs to it: 3 is shown as 3+. */
  DRESSED,
  /** Its number format shows a percentage: 0.3 is shown as 30 %. */
  PERCENT,
  /** Its workbook counts days from 1904, so a day number in it does too. */
  FROM_1904
}
