package org.denovo.workbook;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * What is true of a sheet beside its cells.
 *
 * @param veryHidden true if only a program can show it again
 * @param locked true if it is protected against changes, which does not stop reading
 * @param hiddenColumns counted from 0
 * @param lastRow the last row counted from 0 that the file names, be it only for its format; -1 if
 *     that is not known
 * @param carried pictures, charts, pivot tables and the like, with the place of the first
 */
public record SheetFacts(
    boolean veryHidden,
    boolean locked,
    Optional<Filter> filter,
    BitSet hiddenColumns,
    int lastRow,
    List<Comment> comments,
    List<Carried> carried) {

  /** A sheet that is nothing but cells. */
  public static final SheetFacts PLAIN =
      new SheetFacts(false, false, Optional.empty(), new BitSet(), -1, List.of(), List.of());

  public SheetFacts {
    hiddenColumns = (BitSet) hiddenColumns.clone();
    comments = List.copyOf(comments);
    carried = List.copyOf(carried);
  }

  /** A copy: what is changed in it does not change the sheet. */
  @Override
  public BitSet hiddenColumns() {
    return (BitSet) hiddenColumns.clone();
  }
}
