package org.denovo.workbook;

/**
 * A formula as a cell of the XML holds it.
 *
 * @param text empty in every cell but the first of a group that shares one formula
 * @param group the number of the group, or {@link #ALONE}
 */
record RawFormula(String text, int group) {

  /** The number of a formula that stands in one cell only. */
  static final int ALONE = -1;

  static final RawFormula NONE = new RawFormula("", ALONE);
}
