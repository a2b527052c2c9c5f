package org.denovo.cohort;

import org.denovo.vocabulary.Text;

/**
 * A way to analyse a cohort. The exposure happens after time zero, so each design but the first
 * says at which time a patient counts as exposed (Duchesneau 2022).
 */
public sealed interface Design permits EverNever, Landmark, TimeVarying, Clones {

  /** As a cohort file writes it. */
  String word();

  /** What it does with an exposure. */
  Text says(Text exposure);
}
