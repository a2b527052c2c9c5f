package org.denovo.job;

import java.util.Objects;
import org.denovo.vocabulary.Lang;

/**
 * How centres are asked about findings.
 *
 * @param language of the workbooks
 * @param days how many a centre has to answer
 * @param copies true if a copy of the centre's own workbook is made in which the cells are marked;
 *     it holds the names that the centre wrote
 * @param accept what a centre's word settles
 */
public record Queries(Lang language, int days, boolean copies, Accept accept) {

  /** Which findings are confirmed when a centre says that they are right as written. */
  public enum Accept {
    /** None: somebody of the registry confirms each. */
    BY_HAND,
    /** Those that are no errors. */
    WARNINGS,
    /** Errors too, of rules that may be overridden. */
    OVERRIDABLE
  }

  public Queries {
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(accept, "accept");
    if (days < 1) {
      throw new IllegalArgumentException("days " + days);
    }
  }
}
