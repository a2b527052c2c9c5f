package org.denovo.analysis;

/**
 * Follow-up in days that lay before the operation and that a comparison of ever with never operated
 * counts as if it came after (Suissa, Am J Epidemiol 2008;167:492).
 *
 * @param before the time of the operated before their operation
 * @param operated all their time
 * @param all the time of everybody
 */
public record ImmortalTime(double before, double operated, double all) {

  /** Its share in what counts as operated. */
  public double shareOfOperated() {
    return before / operated;
  }
}
