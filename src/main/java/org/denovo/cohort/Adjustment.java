package org.denovo.cohort;

import java.util.ArrayList;
import java.util.List;
import org.denovo.record.Variable;

/**
 * What a comparison takes account of. Nothing of it looks past time zero.
 *
 * @param covariates what the propensity score, the models of the clones and the adjusted hazard
 *     ratio may know, the weightiest first
 * @param strata of one value each, within which the adjusted hazard ratio compares; none of them is
 *     a covariate
 */
public record Adjustment(List<Variable<?>> covariates, List<Variable<?>> strata) {

  /** Nothing is taken account of. */
  public static final Adjustment NONE = new Adjustment(List.of(), List.of());

  public Adjustment {
    covariates = List.copyOf(covariates);
    strata = List.copyOf(strata);
    if (strata.stream().anyMatch(covariates::contains)) {
      throw new IllegalArgumentException("a stratum is no covariate");
    }
  }

  /** The covariates, then the strata. */
  public List<Variable<?>> all() {
    List<Variable<?>> all = new ArrayList<>(covariates);
    all.addAll(strata);
    return all;
  }
}
