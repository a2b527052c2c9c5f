package org.denovo.sample;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How an invented patient fared. The operation was planned without regard to prognosis and was done
 * only if the patient was alive and in care on its day; it changes nothing, so the true hazard
 * ratio is one.
 *
 * @param surgery the day of the operation, if it came to it
 * @param death the day of death, if it was before the end of observation
 */
record Course(
    LocalDate diagnosis,
    Optional<LocalDate> surgery,
    Optional<LocalDate> progression,
    LocalDate lastContact,
    Optional<LocalDate> death,
    boolean lost) {

  static final LocalDate DATA_CUT = LocalDate.of(2022, 6, 30);
  static final double TRUE_HAZARD_RATIO = 1.0;
  static final double SHARE_PLANNED = 0.62;
  static final int PLANNED_FROM_DAY = 20;
  static final int PLANNED_TO_DAY = 330;
  static final double WEIBULL_SHAPE = 0.85;
  static final double WEIBULL_SCALE_MONTHS = 62;
  static final double SHARE_LOST = 0.07;

  /** Days from diagnosis to death or last contact. */
  long days() {
    return ChronoUnit.DAYS.between(diagnosis, lastContact);
  }

  Optional<Long> surgeryDay() {
    return surgery.map(day -> ChronoUnit.DAYS.between(diagnosis, day));
  }

  /**
   * A course.
   *
   * @param hazard what multiplies the baseline hazard: subtype, sites, age
   * @param start the first day of systemic therapy
   */
  static Course draw(Draw draw, LocalDate diagnosis, LocalDate start, double hazard) {
    double months =
        WEIBULL_SCALE_MONTHS * StrictMath.pow(draw.exponential() / hazard, 1 / WEIBULL_SHAPE);
    LocalDate death = diagnosis.plusDays(45 + Math.min(20_000, (long) (months * 30.4375)));
    LocalDate end = DATA_CUT.minusDays(draw.between(0, 200));
    boolean lost = draw.chance(SHARE_LOST);
    if (lost) {
      end = diagnosis.plusDays(draw.between(240, (int) ChronoUnit.DAYS.between(diagnosis, end)));
    }
    boolean died = !death.isAfter(end);
    LocalDate lastContact = died ? death : end;
    boolean planned = draw.chance(SHARE_PLANNED);
    boolean upfront = draw.chance(0.12);
    LocalDate day =
        upfront
            ? diagnosis.plusDays(draw.between(5, 18))
            : start.plusDays(draw.between(PLANNED_FROM_DAY, PLANNED_TO_DAY));
    boolean operated = planned && day.isBefore(lastContact.minusDays(3));
    LocalDate progressed =
        start.plusDays(60 + (long) (draw.exponential() * 520 / StrictMath.sqrt(hazard)));
    return new Course(
        diagnosis,
        operated ? Optional.of(day) : Optional.empty(),
        progressed.isBefore(lastContact) ? Optional.of(progressed) : Optional.empty(),
        lastContact,
        died ? Optional.of(death) : Optional.empty(),
        lost && !died);
  }
}
