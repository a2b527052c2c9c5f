package org.denovo.workbook;

import org.denovo.source.SourceRow;

/** One sheet. */
public interface Sheet {

  /** The name as written. */
  String name();

  /** True if it is hidden or very hidden. */
  boolean hidden();

  /**
   * What is true of it beside its cells; a text file has nothing of that kind.
   *
   * @throws WorkbookRefused if the content turns out broken or hostile
   */
  default SheetFacts facts() {
    return SheetFacts.PLAIN;
  }

  /**
   * A new pass over the rows that hold a cell, by rising index; rows without cells are left out, so
   * gaps in the index are blank rows. Cells of merged regions are filled from the first one.
   *
   * @throws WorkbookRefused here or while reading, if the content turns out broken or hostile
   */
  Rows rows();

  /** Rows to be read once and closed. */
  interface Rows extends java.util.Iterator<SourceRow>, AutoCloseable {
    @Override
    void close();
  }
}
