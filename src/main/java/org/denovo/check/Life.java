package org.denovo.check;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A finding across nights: what was last said of it, and on what ground. It follows the finding's
 * id, which is of rule, centre, patient and fields, so that neither the name of a file nor the
 * order of its rows matters; what was decided lapses when the values change that the rule read, or
 * the rule.
 *
 * @param standing as it is stored, so neither overdue nor waived
 * @param inputs the fingerprint of the values that it was decided on
 * @param version the version of the rule then
 * @param expires the last day on which what was decided holds, or on which an answer is in time
 */
public record Life(
    Standing standing,
    String inputs,
    int version,
    LocalDate firstSeen,
    Optional<LocalDate> expires) {

  public Life {
    Objects.requireNonNull(inputs, "inputs");
    Objects.requireNonNull(firstSeen, "firstSeen");
    Objects.requireNonNull(expires, "expires");
    if (standing == Standing.OVERDUE || standing == Standing.WAIVED) {
      throw new IllegalArgumentException(standing + " follows from the day");
    }
  }

  /** Why a finding is open again; the code is its name in small letters. */
  public enum Lapse {
    CAME_BACK,
    INPUTS_CHANGED,
    RULE_CHANGED,
    EXPIRED
  }

  /** A finding that is seen for the first time. */
  public static Life begun(String inputs, int version, LocalDate today) {
    return new Life(Standing.OPEN, inputs, version, today, Optional.empty());
  }

  /** Why it opens again when a night meets it; nothing if it stays as it stands. */
  public Optional<Lapse> lapse(String nowInputs, int nowVersion, LocalDate today) {
    return switch (standing) {
      case OPEN, OVERDUE, WAIVED -> Optional.empty();
      case RESOLVED, OBSOLETE -> Optional.of(Lapse.CAME_BACK);
      case SENT, ANSWERED ->
          inputs.equals(nowInputs) ? Optional.empty() : Optional.of(Lapse.INPUTS_CHANGED);
      case CONFIRMED -> {
        if (!inputs.equals(nowInputs)) {
          yield Optional.of(Lapse.INPUTS_CHANGED);
        }
        if (version != nowVersion) {
          yield Optional.of(Lapse.RULE_CHANGED);
        }
        yield expires.filter(today::isAfter).map(end -> Lapse.EXPIRED);
      }
    };
  }

  /** Open, with what the rule reads now. */
  public Life reopened(String nowInputs, int nowVersion) {
    return new Life(Standing.OPEN, nowInputs, nowVersion, firstSeen, Optional.empty());
  }

  /** True if it is in the registry: not resolved, and its rule not withdrawn. */
  public boolean isThere() {
    return switch (standing) {
      case OPEN, SENT, OVERDUE, ANSWERED, CONFIRMED, WAIVED -> true;
      case RESOLVED, OBSOLETE -> false;
    };
  }

  /**
   * How it is shown on a day.
   *
   * @param waived true if the centre need not answer on that day
   */
  public Standing on(LocalDate today, boolean waived) {
    if (standing.isUnresolved() && waived) {
      return Standing.WAIVED;
    }
    return standing == Standing.SENT && expires.filter(today::isAfter).isPresent()
        ? Standing.OVERDUE
        : standing;
  }
}
