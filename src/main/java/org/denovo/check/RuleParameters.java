package org.denovo.check;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * The numbers that rules compare with.
 *
 * @param asOf the day on which the centre's file was received; later dates lie in the future
 * @param deNovoWindowDays how long after the primary a metastasis is still de novo
 * @param oligoMax the most lesions that count as oligometastatic
 * @param oligoSizeMm the largest lesion that counts as oligometastatic
 * @param closeMarginMm a margin narrower than this is close
 * @param ki67Cut the percentage from which Ki-67 is high
 * @param followUpMonths how old a last contact may be
 * @param missingShare how much of a required field may be missing at a centre
 * @param accrualFrom the first day of the study's accrual, if it has one
 * @param accrualTo the last day of the study's accrual, if it has one
 */
public record RuleParameters(
    LocalDate asOf,
    int deNovoWindowDays,
    int oligoMax,
    int oligoSizeMm,
    double closeMarginMm,
    double ki67Cut,
    int followUpMonths,
    double missingShare,
    Optional<LocalDate> accrualFrom,
    Optional<LocalDate> accrualTo) {

  public RuleParameters {
    Objects.requireNonNull(asOf, "asOf");
    Objects.requireNonNull(accrualFrom, "accrualFrom");
    Objects.requireNonNull(accrualTo, "accrualTo");
    if (deNovoWindowDays < 0 || oligoMax < 1 || missingShare < 0 || missingShare > 1) {
      throw new IllegalArgumentException(deNovoWindowDays + ", " + oligoMax + ", " + missingShare);
    }
  }

  /** What holds where nobody chose: 90 days, 5 lesions, 50 mm, 2 mm, 20 %, 12 months, 20 %. */
  public static RuleParameters asOf(LocalDate day) {
    return new RuleParameters(day, 90, 5, 50, 2, 20, 12, 0.2, Optional.empty(), Optional.empty());
  }

  /** The same for a study that accrued between two days. */
  public RuleParameters accruing(LocalDate from, LocalDate to) {
    return new RuleParameters(
        asOf,
        deNovoWindowDays,
        oligoMax,
        oligoSizeMm,
        closeMarginMm,
        ki67Cut,
        followUpMonths,
        missingShare,
        Optional.of(from),
        Optional.of(to));
  }
}
