package org.denovo.workbook;

/** Pulls the rows of one sheet's XML. Two readers of one sheet give the same rows. */
interface RowReader extends AutoCloseable {

  /** Reads the next row that the XML names, with or without cells; false behind the last. */
  boolean next(RawRow row);

  @Override
  void close();
}
