package org.denovo.cohort;

import java.util.ArrayList;
import java.util.List;
import org.denovo.record.Variable;

/**
 * What a comparison takes account of. Nothing of it looks past time zero.
 *
 * @param covariates what the propensity score and the models of the clones may know, the weightiest
 *     first; there a missing value is a level of its own
 * @param modelled those of them that stand beside the exposure in the adjusted hazard ratio, which
 *     is made of complete cases
 * @param strata of one value each, within which the adjusted hazard ratio compares; none of them is
 *     a covariate
 */
public record Adjustment(
    List<Variable<?>> covariates, List<Variable<?>> modelled, List<Variable<?>> strata) {

  /** Nothing is taken account of. */
  public static final Adjustment NONE = of(List.of(), List.of());

  public Adjustment {
    covariates = List.copyOf(covariates);
    modelled = List.copyOf(modelled);
    strata = List.copyOf(strata);
    if (!covariates.containsAll(modelled)) {
      throw new IllegalArgumentException("what is modelled is a covariate");
    }
    if (strata.stream().anyMatch(covariates::contains)) {
      throw new IllegalArgumentException("a stratum is no covariate");
    }
  }

  /** All covariates are in both. */
  public static Adjustment of(List<Variable<?>> covariates, List<Variable<?>> strata) {
    return new Adjustment(covariates, covariates, strata);
  }

  /** True if there can be an adjusted hazard ratio. */
  public boolean isModelled() {
    return !modelled.isEmpty() || !strata.isEmpty();
  }

  /** The covariates, then the strata. */
  public List<Variable<?>> all() {
    List<Variable<?>> all = new ArrayList<>(covariates);
    all.addAll(strata);
    return all;
  }
}
