package org.denovo.analysis;

/**
 * Follow-up in days that lay before the exposure and that a comparison of ever with never exposed
 * counts as if it came after (Suissa, Am J Epidemiol 2008;167:492).
 *
 * @param before the time of the exposed before their exposure
 * @param exposed all their time
 * @param all the time of everybody
 */
public record ImmortalTime(double before, double exposed, double all) {

  /** Its share in what counts as exposed. */
  public double shareOfExposed() {
    return before / exposed;
  }
}
