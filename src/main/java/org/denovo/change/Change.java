package org.denovo.change;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.denovo.record.Field;
import org.denovo.source.Place;

/**
 * One difference between a centre's last submission and this one.
 *
 * @param pid the patient's pseudonym; in this submission, if she is in both
 * @param field what of her; empty if it is she who came, went or got another number
 * @param before the value as the field's type writes it, the former pseudonym of a patient who got
 *     another number; empty if there was none or it is an identifier
 * @param now the same of this submission
 * @param ruleId the rule that reports it; empty if none has to
 */
public record Change(
    Kind kind,
    String pid,
    Optional<Field<?>> field,
    String before,
    String now,
    Optional<Place> beforeCell,
    Optional<Place> nowCell,
    Cause cause,
    String ruleId) {

  /** What happened. */
  public enum Kind {
    /** A patient or a value that was not there. */
    APPEARED,
    /** A patient who is not there any more. */
    VANISHED,
    /** Another value. */
    CHANGED,
    /** A value that is not known any more. */
    LOST,
    /** A patient with another number and the same identity. */
    RENAMED;

    /** The code in files. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of that code. */
    public static Kind of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /** Why it happened, as far as it can be known. */
  public enum Cause {
    /** The centre did it and did not say why. */
    UNEXPLAINED,
    /** Time and treatment bring it about, or the value only became more exact. */
    FOLLOW_UP,
    /** A finding on the last submission was about this value. */
    QUERY,
    /** The cell says what it said; mapping, words or program read it in another way. */
    READING;

    /** The code in files. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The cause of that code. */
    public static Cause of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  public Change {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(pid, "pid");
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(now, "now");
    Objects.requireNonNull(beforeCell, "beforeCell");
    Objects.requireNonNull(nowCell, "nowCell");
    Objects.requireNonNull(cause, "cause");
    Objects.requireNonNull(ruleId, "ruleId");
  }
}
