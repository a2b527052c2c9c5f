package org.denovo.extract;

import java.util.HashSet;
import java.util.List;

/**
 * How alike patients must be in a file that leaves: k-anonymity (Sweeney 2002) over the columns by
 * which somebody who knows a patient could find her, and l-diversity (Machanavajjhala 2007) of what
 * she would then learn.
 *
 * @param k how many patients at least should share their quasi-identifiers
 * @param quasiIdentifiers columns of a file; those that it does not hold say nothing of it
 * @param sensitive columns of a file
 */
public record Anonymity(int k, List<String> quasiIdentifiers, List<String> sensitive) {

  /** Every further column multiplies the ways to coarsen a file. */
  public static final int MOST_QUASI_IDENTIFIERS = 5;

  /** The quasi-identifiers of a registry, unless a job names others. */
  public static final Anonymity DEFAULT =
      new Anonymity(
          5,
          List.of("age_at_dx", "sex", "dx_year", "center_pid"),
          List.of("death", "death_cause3", "germline_brca"));

  public Anonymity {
    quasiIdentifiers = List.copyOf(quasiIdentifiers);
    sensitive = List.copyOf(sensitive);
    if (k < 2) {
      throw new IllegalArgumentException("k is " + k + "; a patient is always like herself");
    }
    if (quasiIdentifiers.isEmpty() || quasiIdentifiers.size() > MOST_QUASI_IDENTIFIERS) {
      throw new IllegalArgumentException(quasiIdentifiers.size() + " quasi-identifiers");
    }
    if (new HashSet<>(quasiIdentifiers).size() < quasiIdentifiers.size()) {
      throw new IllegalArgumentException("a quasi-identifier is named twice");
    }
  }
}
