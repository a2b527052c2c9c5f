package org.denovo.cohort;

/**
 * A stretch of follow-up, after its start and up to its stop, in days from time zero.
 *
 * @param exposed true if the exposure has begun
 * @param code what happened at its stop, as in {@link Outcome}; 0 in all but the last
 */
public record Spell(double start, double stop, boolean exposed, int code) {

  public Spell {
    if (start < 0 || stop <= start) {
      throw new IllegalArgumentException("a spell from " + start + " to " + stop);
    }
  }

  /** True if the event of interest happened at its stop. */
  public boolean isEvent() {
    return code == 1;
  }
}
