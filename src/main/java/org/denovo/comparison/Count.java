package org.denovo.comparison;

/**
 * So many of so many: patients, values, patient-years, or observed of expected deaths.
 *
 * @param of the numerator
 * @param in the denominator
 */
public record Count(double of, double in) {

  static final Count NONE = new Count(0, 0);

  public Count {
    if (!(of >= 0 && in >= 0)) {
      throw new IllegalArgumentException(of + " of " + in);
    }
  }

  /** The quotient; not a number if there is no denominator. */
  public double share() {
    return of / in;
  }

  Count plus(Count other) {
    return new Count(of + other.of, in + other.in);
  }
}
