package org.denovo.analysis;

import java.util.List;
import java.util.Objects;
import org.denovo.cohort.Sensitivity;

/**
 * What the designs say under one variant of a grid, as it may be shown.
 *
 * @param members −1 where they are too few to be counted
 * @param comparisons of those designs that the variant's choices concern
 */
public record Varied(Sensitivity.Variant variant, long members, List<Comparison> comparisons) {

  public Varied {
    Objects.requireNonNull(variant, "variant");
    comparisons = List.copyOf(comparisons);
  }
}
