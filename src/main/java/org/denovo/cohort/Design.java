package org.denovo.cohort;

import org.denovo.vocabulary.Text;

/**
 * A way to analyse a cohort. The exposure happens after time zero, so each design but the first
 * says at which time a patient counts as exposed (Duchesneau 2022).
 */
public sealed interface Design permits EverNever, Landmark, TimeVarying, Clones {

  /** As a cohort file writes it. */
  String word();

  /** What it does. */
  Text says();

  /** Whole days of so many months; eight are 243 in the literature, so a half day is dropped. */
  static int days(int months) {
    return (int) Math.ceil(months * 30.4375 - 0.5);
  }
}
