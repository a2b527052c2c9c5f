package org.denovo.workbook;

import java.util.List;
import java.util.Objects;

/**
 * An autofilter: whoever looks at the sheet sees the rows that it lets through, and the file holds
 * all.
 *
 * @param range as the sheet names it, {@code A2:H90}
 * @param criteria one for each filtered column, {@code C: =阳性, =弱阳性}; none if all rows are shown
 */
public record Filter(String range, List<String> criteria) {

  public Filter {
    Objects.requireNonNull(range, "range");
    criteria = List.copyOf(criteria);
  }
}
