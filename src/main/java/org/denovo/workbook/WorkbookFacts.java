package org.denovo.workbook;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What is true of a workbook as a whole.
 *
 * @param format by content, never by extension: {@code xlsx}, {@code xls}, {@code csv}, {@code xml}
 *     (XML Spreadsheet 2003), {@code html}, and of a form {@code ods}
 * @param producer the program that wrote it, empty if it does not say
 * @param charset the encoding of a text file, empty for others
 * @param date1904 true if its dates count from 1904
 * @param carried macros, links, connections and the like; what belongs to one sheet is among that
 *     sheet's facts
 */
public record WorkbookFacts(
    String format,
    String producer,
    String charset,
    boolean date1904,
    Set<Trait> traits,
    List<Carried> carried) {

  /** Circumstances of a workbook. Three kinds of protection are told apart, see also a sheet's. */
  public enum Trait {
    /** The file's name says another format than its content. */
    WRONG_EXTENSION,
    /** A password opened it. */
    ENCRYPTED,
    /** Its author asks that nobody saves changes, or has set a password for that. */
    WRITE_RESERVED,
    /** Sheets cannot be added, removed or shown without a password. */
    STRUCTURE_LOCKED,
    /**
     * The program that wrote it did not calculate: stored results of formulas are placeholders or
     * old, and a spreadsheet program replaces them when it opens the file.
     */
    NOT_CALCULATED
  }

  public WorkbookFacts {
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(producer, "producer");
    Objects.requireNonNull(charset, "charset");
    traits = Set.copyOf(traits);
    carried = List.copyOf(carried);
  }

  /** True if that is so. */
  public boolean is(Trait trait) {
    return traits.contains(trait);
  }
}
