package org.denovo.workbook;

import java.util.List;

/**
 * What is true of a workbook as a whole.
 *
 * @param format by content, never by extension: {@code xlsx}, {@code xls}, {@code csv}
 * @param producer the program that wrote it, empty if it does not say
 * @param charset the encoding of a text file, empty for others
 * @param date1904 true if its dates count from 1904
 * @param encrypted true if a password opened it
 * @param ignored objects that were not read (pictures, macros, connections, pivot tables), one
 *     short code each, sorted; {@link #WRONG_EXTENSION} among them if the file's name says another
 *     format than its content
 */
public record WorkbookFacts(
    String format,
    String producer,
    String charset,
    boolean date1904,
    boolean encrypted,
    List<String> ignored) {

  /** The note that the extension was not believed. */
  public static final String WRONG_EXTENSION = "wrong_extension";

  public WorkbookFacts {
    ignored = List.copyOf(ignored);
  }
}
