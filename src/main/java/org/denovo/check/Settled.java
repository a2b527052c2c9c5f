package org.denovo.check;

/**
 * How many findings of a rule were settled by somebody's word and not by the data. They count as
 * found all the same.
 *
 * @param findings all that stand, settled or not
 * @param confirmed of those, right as they stand
 * @param waived of those, that the centre need not answer
 */
public record Settled(long findings, long confirmed, long waived) {

  /** No finding. */
  public static final Settled NONE = new Settled(0, 0, 0);

  public Settled {
    if (confirmed < 0 || waived < 0 || findings < confirmed + waived) {
      throw new IllegalArgumentException(findings + ", " + confirmed + ", " + waived);
    }
  }

  /** One more finding. */
  public Settled plus(Standing standing) {
    return new Settled(
        findings + 1,
        confirmed + (standing == Standing.CONFIRMED ? 1 : 0),
        waived + (standing == Standing.WAIVED ? 1 : 0));
  }

  /** The sum of two. */
  public Settled plus(Settled other) {
    return new Settled(
        findings + other.findings, confirmed + other.confirmed, waived + other.waived);
  }

  /** True if more than a fifth is confirmed: then it is rather the rule that is wrong. */
  public boolean isRuleInDoubt() {
    return 5 * confirmed > findings;
  }
}
