package org.denovo.cohort;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.denovo.derive.Truth;
import org.denovo.expression.Judgement;
import org.denovo.expression.Verdict;
import org.denovo.record.Field;
import org.denovo.record.Fields;
import org.denovo.record.PartialDate;
import org.denovo.record.PatientRecord;
import org.denovo.record.Variable;
import org.denovo.vocabulary.DeathCause;
import org.denovo.vocabulary.ProgressionType;
import org.denovo.vocabulary.VitalStatus;

/**
 * What happened to a patient after time zero, in whole days. A date that is known to the month
 * stands for its 15th; one that is known only to the year is not used. Nothing is negative: an end
 * that may be the day of time zero is day 0.
 */
record Course(PatientRecord patient, PartialDate timeZero) {

  private static final int CENSORED = 0;
  private static final int EVENT = 1;
  private static final int COMPETING_DEATH = 2;
  private static final int COMPETING_OTHER = 3;
  static final int CAUSE_NOT_KNOWN = 9;

  /** The fields on which follow-up and the times to some endpoints rest. */
  static Set<Field<?>> reads(List<Endpoint> endpoints) {
    Set<Field<?>> reads =
        new LinkedHashSet<>(
            List.of(Fields.VITAL_STATUS, Fields.DATE_DEATH, Fields.DATE_LAST_CONTACT));
    for (Endpoint endpoint : endpoints) {
      reads.addAll(
          switch (endpoint) {
            case OS -> List.<Field<?>>of();
            case BCSS -> List.<Field<?>>of(Fields.DEATH_CAUSE);
            case PFS ->
                List.<Field<?>>of(
                    Fields.PROGRESSION,
                    Fields.DATE_PROGRESSION,
                    Fields.DATE_LAST_DISEASE_ASSESSMENT);
            case LRP, LRFS, MPFS ->
                List.<Field<?>>of(
                    Fields.PROGRESSION,
                    Fields.DATE_PROGRESSION,
                    Fields.PROGRESSION_TYPE,
                    Fields.DATE_LAST_DISEASE_ASSESSMENT);
          });
    }
    return reads;
  }

  /** True if a date is known well enough to count days from it or to it. */
  static boolean isUsable(PartialDate date) {
    return date.precision() != PartialDate.Precision.YEAR;
  }

  /** The day that times count from. */
  LocalDate start() {
    return timeZero.imputed();
  }

  /** Whether it is known that, and when, the follow-up ended; if not, what is missing. */
  Judgement ended() {
    Optional<Boolean> dead = dead();
    if (dead.isEmpty()) {
      return Judgement.notKnown(
          patient.knows(Fields.VITAL_STATUS)
              ? List.of(Fields.VITAL_STATUS, Fields.DATE_DEATH)
              : List.of(Fields.VITAL_STATUS));
    }
    Field<PartialDate> end = endField(dead.get());
    return afterTimeZero(end).isPresent() ? Judgement.MET : Judgement.notKnown(List.of(end));
  }

  /** The outcomes that the record can answer; asked only of a course that has ended. */
  List<Outcome> outcomes(List<Endpoint> endpoints) {
    List<Outcome> outcomes = new ArrayList<>();
    for (Endpoint endpoint : endpoints) {
      Optional<Outcome> outcome =
          switch (endpoint) {
            case OS -> Optional.of(survival(Endpoint.OS, EVENT));
            case BCSS -> Optional.of(survival(Endpoint.BCSS, causeCode()));
            case PFS -> progressionFree();
            case LRP -> placed(Endpoint.LRP, COMPETING_DEATH);
            case LRFS -> placed(Endpoint.LRFS, EVENT);
            case MPFS -> placed(Endpoint.MPFS, COMPETING_DEATH);
          };
      outcome.ifPresent(outcomes::add);
    }
    return outcomes;
  }

  /** When an exposure began; one before time zero counts from day 0. */
  Onset onset(Exposure exposure) {
    Truth exposed =
        switch (exposure.where().of(patient).verdict()) {
          case MET -> Truth.YES;
          case NOT_MET -> Truth.NO;
          case NOT_KNOWN -> Truth.UNKNOWN;
        };
    return new Onset(exposed, exposed == Truth.YES ? lastDay(exposure) : OptionalInt.empty());
  }

  private OptionalInt lastDay(Exposure exposure) {
    int last = 0;
    for (Variable<PartialDate> variable : exposure.dates()) {
      Optional<PartialDate> date = variable.of(patient).optional().filter(Course::isUsable);
      if (date.isEmpty()) {
        return OptionalInt.empty();
      }
      last = Math.max(last, dayWithinFollowUp(date.get()));
    }
    return OptionalInt.of(last);
  }

  /** Whether the exposure and its day are known; if not, what is missing. */
  Judgement dated(Exposure exposure) {
    Judgement judged = exposure.where().of(patient);
    if (judged.verdict() == Verdict.NOT_KNOWN) {
      return judged;
    }
    List<Variable<?>> missing = new ArrayList<>();
    if (judged.verdict() == Verdict.MET) {
      exposure.dates().stream()
          .filter(date -> date.of(patient).optional().filter(Course::isUsable).isEmpty())
          .forEach(missing::add);
    }
    return missing.isEmpty() ? Judgement.MET : Judgement.notKnown(missing);
  }

  /** Dead or alive; empty if that is not known, or if a living patient has a date of death. */
  private Optional<Boolean> dead() {
    boolean dated = patient.knows(Fields.DATE_DEATH);
    Optional<VitalStatus> status = patient.value(Fields.VITAL_STATUS);
    if (status.isEmpty()) {
      return dated ? Optional.of(true) : Optional.empty();
    }
    boolean dead = status.get() == VitalStatus.DEAD;
    return dated && !dead ? Optional.empty() : Optional.of(dead);
  }

  private boolean isDead() {
    return dead().orElseThrow();
  }

  private static Field<PartialDate> endField(boolean dead) {
    return dead ? Fields.DATE_DEATH : Fields.DATE_LAST_CONTACT;
  }

  private int endDay() {
    return Math.max(0, between(patient.value(endField(isDead())).orElseThrow()));
  }

  private Outcome survival(Endpoint endpoint, int codeOfDeath) {
    Field<PartialDate> end = endField(isDead());
    return outcome(endpoint, endDay(), isDead() ? codeOfDeath : CENSORED, end);
  }

  private int causeCode() {
    return patient
        .value(Fields.DEATH_CAUSE)
        .map(cause -> cause == DeathCause.BREAST_CANCER ? EVENT : COMPETING_DEATH)
        .orElse(CAUSE_NOT_KNOWN);
  }

  private Optional<Outcome> progressionFree() {
    Progression progression = progression();
    return switch (progression.state()) {
      case NOT_KNOWN -> Optional.empty();
      case PROGRESSED -> Optional.of(first(Endpoint.PFS, progression.day(), EVENT, EVENT));
      case NOT_PROGRESSED -> Optional.of(unprogressed(Endpoint.PFS, EVENT));
    };
  }

  /** Of an endpoint that asks where the first progression was. */
  private Optional<Outcome> placed(Endpoint endpoint, int codeOfDeath) {
    Progression progression = progression();
    return switch (progression.state()) {
      case NOT_KNOWN -> Optional.empty();
      case PROGRESSED ->
          patient
              .value(Fields.PROGRESSION_TYPE)
              .map(type -> endpoint == Endpoint.MPFS ? distantCode(type) : locoregionalCode(type))
              .map(code -> first(endpoint, progression.day(), code, codeOfDeath));
      case NOT_PROGRESSED -> Optional.of(unprogressed(endpoint, codeOfDeath));
    };
  }

  private static int locoregionalCode(ProgressionType type) {
    return switch (type) {
      case LOCOREGIONAL, BOTH -> EVENT;
      case DISTANT_EXISTING, DISTANT_NEW -> COMPETING_OTHER;
    };
  }

  private static int distantCode(ProgressionType type) {
    return switch (type) {
      case DISTANT_EXISTING, DISTANT_NEW, BOTH -> EVENT;
      case LOCOREGIONAL -> COMPETING_OTHER;
    };
  }

  /** Progression or death, whichever was first. */
  private Outcome first(Endpoint endpoint, int progressed, int code, int codeOfDeath) {
    return isDead() && endDay() < progressed
        ? outcome(endpoint, endDay(), codeOfDeath, Fields.DATE_DEATH)
        : outcome(endpoint, progressed, code, Fields.DATE_PROGRESSION);
  }

  /** Death, or censoring at the last assessment; at the last contact where none is recorded. */
  private Outcome unprogressed(Endpoint endpoint, int codeOfDeath) {
    if (isDead()) {
      return outcome(endpoint, endDay(), codeOfDeath, Fields.DATE_DEATH);
    }
    Optional<PartialDate> assessed =
        patient.value(Fields.DATE_LAST_DISEASE_ASSESSMENT).filter(Course::isUsable);
    return assessed.isPresent()
        ? outcome(
            endpoint,
            dayWithinFollowUp(assessed.get()),
            CENSORED,
            Fields.DATE_LAST_DISEASE_ASSESSMENT)
        : outcome(endpoint, endDay(), CENSORED, Fields.DATE_LAST_CONTACT);
  }

  private Progression progression() {
    boolean dated = patient.knows(Fields.DATE_PROGRESSION);
    Optional<Boolean> happened = patient.value(Fields.PROGRESSION);
    boolean contradicted = dated && !happened.orElse(true);
    if (contradicted || happened.isEmpty() && !dated) {
      return Progression.UNKNOWN;
    }
    if (!dated && !happened.get()) {
      return Progression.NONE;
    }
    return afterTimeZero(Fields.DATE_PROGRESSION)
        .map(date -> new Progression(State.PROGRESSED, dayWithinFollowUp(date)))
        .orElse(Progression.UNKNOWN);
  }

  /** A usable date that is not certainly before time zero. */
  private Optional<PartialDate> afterTimeZero(Field<PartialDate> field) {
    return patient
        .value(field)
        .filter(Course::isUsable)
        .filter(date -> !date.last().isBefore(timeZero.first()));
  }

  /**
   * The day of something that happened under observation: at the earliest at time zero, and at the
   * latest when the follow-up ended, unless its date is certainly later than that.
   */
  private int dayWithinFollowUp(PartialDate date) {
    PartialDate end = patient.value(endField(isDead())).orElseThrow();
    boolean later = date.first().isAfter(end.last());
    return Math.max(0, later ? between(date) : Math.min(between(date), endDay()));
  }

  private int between(PartialDate date) {
    return (int) DAYS.between(start(), date.imputed());
  }

  private static Outcome outcome(Endpoint endpoint, int days, int code, Field<?> end) {
    return new Outcome(endpoint, days, code, List.of(end.name()));
  }

  private enum State {
    PROGRESSED,
    NOT_PROGRESSED,
    NOT_KNOWN
  }

  private record Progression(State state, int day) {
    static final Progression NONE = new Progression(State.NOT_PROGRESSED, 0);
    static final Progression UNKNOWN = new Progression(State.NOT_KNOWN, 0);
  }
}
