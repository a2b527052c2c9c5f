package org.denovo.change;

import static org.denovo.record.Fields.DATE_DX;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.denovo.check.RuleParameters;
import org.denovo.record.PatientRecord;
import org.denovo.statistics.PoissonLimits;

/**
 * How many new patients are usual: those diagnosed in the twelve months before the end of the last
 * submission give the pace, and the time between the ends of both the number. Only the study's
 * accrual counts.
 */
final class Pace {

  private static final double DAYS_A_MONTH = 365.25 / 12;
  private static final int MONTHS = 12;
  private static final int FEWEST_MONTHS = 6;
  private static final int FEWEST_PATIENTS = 5;

  private final LocalDate lastEnd;
  private final LocalDate end;
  private final RuleParameters parameters;
  private final Map<YearMonth, Integer> diagnoses = new TreeMap<>();

  Pace(LocalDate lastEnd, LocalDate end, RuleParameters parameters) {
    this.lastEnd = lastEnd;
    this.end = end;
    this.parameters = parameters;
  }

  /** Adds a patient of the last submission. */
  void add(PatientRecord before) {
    before
        .value(DATE_DX)
        .filter(date -> date.month() > 0)
        .ifPresent(
            date -> diagnoses.merge(YearMonth.of(date.year(), date.month()), 1, Integer::sum));
  }

  /** The usual number, with 99 % probability; empty if it cannot be told. */
  Optional<PoissonLimits> limits() {
    LocalDate from = later(lastEnd.plusDays(1), parameters.accrualFrom());
    LocalDate to = earlier(end, parameters.accrualTo());
    long days = ChronoUnit.DAYS.between(from, to) + 1;
    if (days < 28 || diagnoses.isEmpty()) {
      return Optional.empty();
    }
    YearMonth last = YearMonth.from(earlier(lastEnd, parameters.accrualTo()));
    YearMonth first = last.minusMonths(MONTHS - 1);
    YearMonth seen = diagnoses.keySet().iterator().next();
    if (seen.isAfter(first)) {
      first = seen;
    }
    long months = ChronoUnit.MONTHS.between(first, last) + 1;
    int patients = 0;
    for (Map.Entry<YearMonth, Integer> month : diagnoses.entrySet()) {
      boolean counts = !month.getKey().isBefore(first) && !month.getKey().isAfter(last);
      patients += counts ? month.getValue() : 0;
    }
    if (months < FEWEST_MONTHS || patients < FEWEST_PATIENTS) {
      return Optional.empty();
    }
    return Optional.of(PoissonLimits.of(1.0 * patients / months * (days / DAYS_A_MONTH), 0.99));
  }

  private static LocalDate later(LocalDate day, Optional<LocalDate> other) {
    return other.filter(o -> o.isAfter(day)).orElse(day);
  }

  private static LocalDate earlier(LocalDate day, Optional<LocalDate> other) {
    return other.filter(o -> o.isBefore(day)).orElse(day);
  }
}
