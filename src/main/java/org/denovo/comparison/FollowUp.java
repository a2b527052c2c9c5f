package org.denovo.comparison;

import static org.denovo.record.Fields.*;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.denovo.derive.Bounds;
import org.denovo.derive.Truth;
import org.denovo.record.PartialDate;
import org.denovo.record.PatientRecord;
import org.denovo.vocabulary.VitalStatus;

/** Person-time and deaths of a centre, in all and by arm: 0 operated, 1 not. */
final class FollowUp {

  /** Death rates differ by year since diagnosis; the last stratum is open. */
  static final int YEARS = 6;

  private static final double YEAR = 365.25;
  private static final int EARLY = 90;

  private final int[] followed = new int[2];
  private final long[] observed = new long[2];
  private final long[] potential = new long[2];
  private int everybody;
  private long observedInAll;
  private long potentialInAll;
  private final long[] days = new long[YEARS];
  private final long[] deaths = new long[YEARS];
  private final long[] settled = new long[2];
  private final long[] diedEarly = new long[2];

  void add(Seen seen) {
    PatientRecord patient = seen.patient();
    Optional<LocalDate> diagnosis = patient.value(DATE_DX).map(PartialDate::imputed);
    Optional<VitalStatus> status = patient.value(VITAL_STATUS);
    boolean dead = status.equals(Optional.of(VitalStatus.DEAD));
    boolean asked = Shares.missing(patient, DATE_LAST_CONTACT) != Truth.UNKNOWN || dead;
    Optional<LocalDate> end =
        (dead ? patient.value(DATE_DEATH) : patient.value(DATE_LAST_CONTACT))
            .map(PartialDate::imputed);
    if (diagnosis.isEmpty() || !asked || dead && end.isEmpty()) {
      return;
    }
    long possible = ChronoUnit.DAYS.between(diagnosis.get(), seen.cut());
    long until = end.map(day -> ChronoUnit.DAYS.between(diagnosis.get(), day)).orElse(0L);
    if (possible <= 0 || until < 0) {
      return;
    }
    completeness(seen, Math.min(until, possible), dead ? Math.min(until, possible) : possible);
    if (status.isPresent() && end.isPresent()) {
      rates(until, dead);
      seen.arm().ifPresent(arm -> early(arm, patient, until, dead));
    }
  }

  /** Clark, Lancet 2002: who died was followed to the end. */
  private void completeness(Seen seen, long known, long possible) {
    everybody++;
    observedInAll += known;
    potentialInAll += possible;
    seen.arm()
        .ifPresent(
            arm -> {
              followed[arm]++;
              observed[arm] += known;
              potential[arm] += possible;
            });
  }

  private void rates(long until, boolean dead) {
    for (int year = 0; year < YEARS; year++) {
      double from = year * YEAR;
      double to = year == YEARS - 1 ? Double.POSITIVE_INFINITY : from + YEAR;
      if (until >= from) {
        days[year] += Math.round(Math.min(until, to) - from);
        deaths[year] += dead && until < to ? 1 : 0;
      }
    }
  }

  private void early(int arm, PatientRecord patient, long until, boolean dead) {
    Truth died =
        dead
            ? Bounds.days(patient.value(DATE_DX), patient.value(DATE_DEATH))
                .map(gap -> Bounds.atMost(gap, EARLY))
                .orElse(Truth.UNKNOWN)
            : Truth.NO.onlyIf(until >= EARLY);
    settled[arm] += died == Truth.UNKNOWN ? 0 : 1;
    diedEarly[arm] += died == Truth.YES ? 1 : 0;
  }

  int everybody() {
    return everybody;
  }

  int followed(int arm) {
    return followed[arm];
  }

  /** Patient-years that were observed of those that could have been. */
  Count inAll() {
    return new Count(observedInAll / YEAR, potentialInAll / YEAR);
  }

  /** The same of one arm. */
  Count inArm(int arm) {
    return new Count(observed[arm] / YEAR, potential[arm] / YEAR);
  }

  /** Deaths per patient-year, by year since diagnosis. */
  Count rate(int year) {
    return new Count(deaths[year], days[year] / YEAR);
  }

  /** Deaths within 90 days of diagnosis, of those of whom it is known. */
  Count early(int arm) {
    return new Count(diedEarly[arm], settled[arm]);
  }
}
