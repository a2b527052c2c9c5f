package org.denovo.normalise;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a cell says of where a result comes from. Of several results the one counts that is of the
 * primary, of its invasive part, from before treatment (SEER EOD, breast) and read by the hospital
 * itself.
 */
record Origin(Set<Label> labels) {

  /** A word of origin. */
  enum Label {
    CONTROL,
    IN_SITU,
    INVASIVE,
    PRIMARY,
    NODE,
    METASTASIS,
    BEFORE,
    AFTER,
    OWN,
    OUTSIDE,
    LEFT,
    RIGHT
  }

  /** Nothing is said. */
  static final Origin UNSAID = new Origin(Set.of());

  Origin {
    labels = Collections.unmodifiableSet(labels);
  }

  static Origin of(Collection<Label> labels) {
    return labels.isEmpty() ? UNSAID : new Origin(EnumSet.copyOf(labels));
  }

  /** True if a result from there can be one of the primary tumour. */
  boolean mayBePrimary() {
    return !said(Label.CONTROL)
        && !said(Label.IN_SITU)
        && !said(Label.NODE)
        && !said(Label.METASTASIS);
  }

  /** True if a result from there can be one of a metastasis. */
  boolean mayBeMetastasis() {
    return !said(Label.CONTROL) && !said(Label.IN_SITU) && !said(Label.PRIMARY);
  }

  /** How much a result from there counts; the smallest counts most. */
  int rank(boolean ofMetastasis) {
    boolean asked = said(ofMetastasis ? Label.METASTASIS : Label.PRIMARY);
    int moment = said(Label.BEFORE) ? 0 : said(Label.AFTER) ? 4 : 2;
    return (said(Label.INVASIVE) ? 0 : 16)
        + (asked ? 0 : 8)
        + moment
        + (said(Label.OUTSIDE) ? 1 : 0);
  }

  private boolean said(Label label) {
    return labels.contains(label);
  }
}
