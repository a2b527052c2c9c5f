package org.denovo.check;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.denovo.vocabulary.Text;

/**
 * What somebody says of one finding: that it was sent to the centre, that the centre answered, that
 * the record is right as it stands, or that the matter is open again. Whether it may be said is
 * judged by {@link #refusal}.
 *
 * @param by who says so
 * @param reason why the record is right; of a confirmation only
 * @param why in own words; may be empty of what is sent
 * @param until the last day on which it holds, or on which an answer is in time
 */
public record Ruling(
    String findingId,
    Kind kind,
    String by,
    Optional<Reason> reason,
    String why,
    Optional<LocalDate> until) {

  /** In how many days a centre answers if nobody says otherwise. */
  public static final int DAYS_TO_ANSWER = 30;

  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_WHY = 1_000;

  /** What is said. */
  public enum Kind {
    SEND,
    ANSWER,
    CONFIRM,
    REOPEN;

    /** The code in files. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Why a record is right although a rule does not accept it. */
  public enum Reason {
    CONFIRMED_IN_SOURCE("已核对原始病历", "checked in the source"),
    CONFIRMED_BY_PATHOLOGIST("病理科已确认", "confirmed by the pathologist"),
    KNOWN_EXCEPTION("已知的例外", "a known exception"),
    CENTRE_PRACTICE("该中心的惯例", "the centre's practice");

    private final Text title;

    Reason(String zh, String en) {
      this.title = new Text(zh, en);
    }

    /** The code in files. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The reason in both languages. */
    public Text title() {
      return title;
    }
  }

  public Ruling {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(until, "until");
    by = by.strip();
    why = why.strip();
    if (!findingId.matches("[0-9a-f]{12}")) {
      throw new IllegalArgumentException("a finding's id is twelve hex digits");
    }
    if (by.isEmpty() || by.length() > LONGEST_NAME || why.length() > LONGEST_WHY) {
      throw new IllegalArgumentException("who rules is named, in at most 100 characters");
    }
    if (kind == Kind.CONFIRM != reason.isPresent()) {
      throw new IllegalArgumentException("a confirmation has a reason, and nothing else has");
    }
  }

  /** The finding was sent to its centre. */
  public static Ruling sent(String findingId, String by, Optional<LocalDate> due) {
    return new Ruling(findingId, Kind.SEND, by, Optional.empty(), "", due);
  }

  /** The centre answered; whether that settles it, others say, or the next workbook. */
  public static Ruling answered(String findingId, String by, String answer) {
    return new Ruling(findingId, Kind.ANSWER, by, Optional.empty(), answer, Optional.empty());
  }

  /** The record is right as it stands. */
  public static Ruling confirmed(
      String findingId, String by, Reason reason, String why, Optional<LocalDate> until) {
    return new Ruling(findingId, Kind.CONFIRM, by, Optional.of(reason), why, until);
  }

  /** An answer does not do, or a confirmation is taken back. */
  public static Ruling reopened(String findingId, String by, String why) {
    return new Ruling(findingId, Kind.REOPEN, by, Optional.empty(), why, Optional.empty());
  }

  /**
   * Why this may not be said of a finding; nothing if it may.
   *
   * @param earlier who sent the finding and who answered it, since it was last open
   */
  public Optional<Text> refusal(
      Life life, RuleCard rule, Severity severity, Set<String> earlier, LocalDate today) {
    if (!life.isThere()) {
      return Optional.of(new Text("该问题已不存在", "the finding is not there any more"));
    }
    if (until.filter(today::isAfter).isPresent()) {
      return Optional.of(new Text("截止日已过", "the last day has passed"));
    }
    return switch (kind) {
      case SEND -> only(life, Set.of(Standing.OPEN));
      case ANSWER -> only(life, Set.of(Standing.OPEN, Standing.SENT, Standing.ANSWERED));
      case REOPEN -> only(life, Set.of(Standing.ANSWERED, Standing.CONFIRMED));
      case CONFIRM ->
          only(life, Set.of(Standing.OPEN, Standing.SENT, Standing.ANSWERED))
              .or(() -> noConfirmation(rule, severity, earlier));
    };
  }

  private static Optional<Text> only(Life life, Set<Standing> from) {
    return from.contains(life.standing())
        ? Optional.empty()
        : Optional.of(new Text("该问题的状态为“{0}”", "the finding is {0}").with(life.standing().title()));
  }

  private Optional<Text> noConfirmation(RuleCard rule, Severity severity, Set<String> earlier) {
    if (!rule.mayConfirm(severity)) {
      Text says =
          rule.isOfEligibility()
              ? new Text(
                  "{0}的错误不予确认：数据若无误，则患者不符合条件，不入队列；若有误，请更正",
                  "an error of {0} is not confirmed: if the data are right, the patient is not"
                      + " eligible and stays out; if they are wrong, they must be corrected")
              : new Text(
                  "{0}的错误不可能属实，只能更正数据", "an error of {0} cannot be so: the data must be corrected");
      return Optional.of(says.with(rule.id()));
    }
    if (why.isEmpty()) {
      return Optional.of(new Text("须写明理由", "a confirmation says why"));
    }
    return earlier.stream().anyMatch(by::equalsIgnoreCase)
        ? Optional.of(
            new Text("{0}发出或答复了该问题，须由他人确认", "{0} sent or answered it: somebody else confirms")
                .with(by))
        : Optional.empty();
  }

  /** The finding's life after this was said of it. */
  public Life on(Life life, String inputs, int version, LocalDate today) {
    return switch (kind) {
      case SEND ->
          new Life(
              Standing.SENT,
              inputs,
              version,
              life.firstSeen(),
              Optional.of(until.orElse(today.plusDays(DAYS_TO_ANSWER))));
      case ANSWER ->
          new Life(Standing.ANSWERED, inputs, version, life.firstSeen(), Optional.empty());
      case CONFIRM -> new Life(Standing.CONFIRMED, inputs, version, life.firstSeen(), until);
      case REOPEN -> life.reopened(inputs, version);
    };
  }
}
