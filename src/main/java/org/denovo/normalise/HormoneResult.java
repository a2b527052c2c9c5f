package org.denovo.normalise;

import static org.denovo.record.Fields.*;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.Interval;
import org.denovo.record.Remark;
import org.denovo.vocabulary.ReceptorStatus;
import org.denovo.vocabulary.ScoreSystem;

/**
 * What a result of a hormone receptor's stain says, the receptor's name already taken off.
 *
 * @param numbers the fields of its numbers, if the registry keeps them
 */
record HormoneResult(Marker marker, Field<ReceptorStatus> status, Optional<Numbers> numbers) {

  /** The fields of a receptor's percentage and score. */
  record Numbers(Field<Interval> percentage, Field<ScoreSystem> scoreSystem, Field<Double> score) {}

  static final HormoneResult ER =
      new HormoneResult(
          Marker.ER, ER_STATUS, Optional.of(new Numbers(ER_PCT, ER_SCORE_SYSTEM, ER_SCORE)));
  static final HormoneResult PR =
      new HormoneResult(
          Marker.PR, PR_STATUS, Optional.of(new Numbers(PR_PCT, PR_SCORE_SYSTEM, PR_SCORE)));
  static final HormoneResult METASTASIS_ER =
      new HormoneResult(Marker.ER, MET_ER_STATUS, Optional.empty());
  static final HormoneResult METASTASIS_PR =
      new HormoneResult(Marker.PR, MET_PR_STATUS, Optional.empty());

  /** NAACCR 3826 and 3914: R10 is 1 to 10 percent, R99 is 91 to 99. */
  private static final Pattern TENTH = Pattern.compile("r([1-9])([09])");

  private static final Map<String, Absence> NAACCR =
      Map.of(
          "xx7", Absence.NOT_DONE,
          "xx8", Absence.NOT_APPLICABLE,
          "xx9", Absence.UNKNOWN,
          "x8", Absence.UNKNOWN,
          "x9", Absence.UNKNOWN);

  private static final Pattern NOTHING = Pattern.compile("[\\s:;,.()]*");
  private static final Pattern ZERO_OF = Pattern.compile("0\\s*/\\s*[3-8]");

  /** The field of the percentage, if there is one. */
  Optional<Field<Interval>> percentage() {
    return numbers.map(Numbers::percentage);
  }

  /**
   * What a result of "hormone receptors" says: negative is negative for both, positive is positive
   * for at least one, which leaves each open.
   */
  Reading ofBoth(String text) {
    Optional<ReceptorStatus> said = of(text).answer(status).optional();
    return said.map(
            one ->
                Reading.of(
                    status,
                    one == ReceptorStatus.NEG
                        ? Answer.known(one)
                        : Answer.<ReceptorStatus>absent(Absence.UNKNOWN, Remark.EQUIVOCAL)))
        .orElseGet(() -> new Reading(Map.of()));
  }

  /** What the text says. Empty if it is not understood. */
  Reading of(String text) {
    String bare = text.trim();
    Optional<Reading> code = code(bare);
    if (code.isPresent()) {
      return code.get();
    }
    boolean nothing = NOTHING.matcher(bare).matches();
    if (nothing || Absences.looksEmpty(bare) && !bare.contains("-")) {
      return Reading.of(status, Answer.absent(Absence.UNKNOWN));
    }
    Optional<Answer<ReceptorStatus>> absent = Absences.of(bare.replaceFirst("^[:(]+", ""));
    if (absent.isPresent()) {
      return Reading.of(status, absent.get());
    }
    Optional<ReceptorScore> score = ReceptorScore.in(bare);
    Optional<Stain> stain = Stain.of(score.map(ReceptorScore::rest).orElse(bare));
    if (stain.isEmpty()) {
      return new Reading(Map.of());
    }
    Reading reading = reading(stain.get());
    return score.isEmpty() ? reading : scored(reading, score.get());
  }

  /** The score, and the status that it leaves no choice about if the text says none. */
  private Reading scored(Reading reading, ReceptorScore score) {
    Answer<ReceptorStatus> said = reading.answer(status);
    Optional<Interval> percent = percentage().flatMap(field -> reading.answer(field).optional());
    Reading with =
        numbers
            .map(
                n ->
                    reading
                        .and(n.scoreSystem(), Answer.known(score.system()))
                        .and(n.score(), score.score()))
            .orElse(reading);
    Optional<ReceptorStatus> implied =
        score.positive().map(positive -> positive ? ReceptorStatus.POS : ReceptorStatus.NEG);
    if (!score.score().isKnown()) {
      return isBlank(said)
          ? with.and(status, Answer.unreadable(score.score().remarks().toArray(Remark[]::new)))
          : with;
    }
    if (isBlank(said)) {
      return implied
          .map(one -> with.and(status, Answer.known(one, Remark.IMPLIED)))
          .orElseGet(
              () -> percent.isPresent() ? with : with.and(status, Answer.absent(Absence.UNKNOWN)));
    }
    boolean contradicted =
        implied.isPresent() && said.isKnown() && !said.optional().equals(implied);
    return contradicted ? with.and(status, Answer.unreadable(Remark.CONFLICT)) : with;
  }

  private Reading reading(Stain stain) {
    List<Amount> amounts = stain.percents().isEmpty() ? stain.bare() : stain.percents();
    if (amounts.size() > 1 || !stain.percents().isEmpty() && !stain.bare().isEmpty()) {
      return new Reading(Map.of());
    }
    Optional<Answer<Interval>> percent = amounts.stream().findFirst().map(Percentage::of);
    boolean perhapsCode =
        stain.percents().isEmpty()
            && percent.isPresent()
            && amounts.get(0).isExact()
            && !amounts.get(0).approximate()
            && amounts.get(0).max() < 10
            && !(amounts.get(0).max() == 0 && !stain.says(Stain.Word.POSITIVE))
            && !fraction(amounts.get(0))
            && !stain.hasStrength();
    if (perhapsCode) {
      return new Reading(Map.of());
    }
    if (percent.filter(p -> !p.isKnown()).isPresent()) {
      return with(Answer.unreadable(Remark.OUT_OF_RANGE), percent);
    }
    if (stain.percents().isEmpty() && percent.isPresent() && fraction(amounts.get(0))) {
      return with(
          Answer.unreadable(Remark.FRACTION_IN_PERCENT_COLUMN),
          Optional.of(Answer.unreadable(Remark.FRACTION_IN_PERCENT_COLUMN)));
    }
    boolean low = stain.says(Stain.Word.LOW) && !stain.says(Stain.Word.NEGATIVE);
    if (low && percent.isEmpty() && marker == Marker.ER) {
      // ASCO/CAP 2020: ER low positive is 1 to 10 %; there is no such class of PR.
      percent = Optional.of(Answer.known(new Interval(1, 10)));
    }
    Answer<ReceptorStatus> answer = statusOf(stain, percent.flatMap(Answer::optional));
    boolean nothing = percent.isEmpty() && isBlank(answer);
    return nothing ? new Reading(Map.of()) : with(answer, percent);
  }

  private Answer<ReceptorStatus> statusOf(Stain stain, Optional<Interval> percent) {
    boolean amount =
        stain.hasStrength() || stain.says(Stain.Word.HIGH) || stain.says(Stain.Word.LOW);
    boolean positive = stain.says(Stain.Word.POSITIVE) || percent.isEmpty() && amount;
    boolean negative = stain.says(Stain.Word.NEGATIVE);
    if (stain.says(Stain.Word.EQUIVOCAL) || stain.says(Stain.Word.SUSPECTED)) {
      return Answer.absent(Absence.UNKNOWN, Remark.EQUIVOCAL);
    }
    // 部分阴性 leaves the other part.
    boolean partly = stain.says(Stain.Word.SOME) || stain.says(Stain.Word.MOST);
    if (positive && negative
        || negative && partly
        || negative && percent.filter(p -> p.max() >= 1).isPresent()
        || positive && percent.filter(p -> p.max() < 1).isPresent()) {
      return Answer.unreadable(Remark.CONFLICT);
    }
    if (negative) {
      return Answer.known(ReceptorStatus.NEG);
    }
    if (positive && percent.isEmpty()) {
      Answer<ReceptorStatus> answer = Answer.known(ReceptorStatus.POS);
      boolean vague = stain.says(Stain.Word.SOME) || stain.says(Stain.Word.LOW);
      answer = vague ? answer.with(Remark.UNQUANTIFIED) : answer;
      return stain.plusses() > 1 ? answer.with(Remark.PLUS_WITHOUT_PERCENT) : answer;
    }
    return positive ? Answer.known(ReceptorStatus.POS) : Answer.absent(Absence.BLANK);
  }

  private static boolean fraction(Amount amount) {
    return amount.isExact() && amount.max() > 0 && amount.max() < 1;
  }

  private Optional<Reading> code(String text) {
    Absence absence = NAACCR.get(text);
    if (absence != null) {
      return Optional.of(with(Answer.absent(absence), Optional.of(Answer.absent(absence))));
    }
    Matcher tenth = TENTH.matcher(text);
    if (tenth.matches()) {
      int tens = Integer.parseInt(tenth.group(1));
      boolean last = tenth.group(2).equals("9");
      Interval percent = last ? new Interval(91, 99) : new Interval(tens * 10 - 9, tens * 10);
      return last && tens != 9
          ? Optional.empty()
          : Optional.of(with(Answer.absent(Absence.BLANK), Optional.of(Answer.known(percent))));
    }
    if (ZERO_OF.matcher(text).matches()) {
      return Optional.of(Reading.of(status, Answer.known(ReceptorStatus.NEG)));
    }
    return Optional.empty();
  }

  /** A status and a percentage; where there is no field for it, the status that follows from it. */
  Reading with(Answer<ReceptorStatus> answer, Optional<Answer<Interval>> percent) {
    if (percent.isPresent() && numbers.isPresent()) {
      return Reading.of(status, answer).and(numbers.get().percentage(), percent.get());
    }
    Optional<Interval> known = percent.flatMap(Answer::optional);
    return Reading.of(
        status, isBlank(answer) ? known.map(HormoneResult::implied).orElse(answer) : answer);
  }

  /** From 1 % a stain is positive (ASCO/CAP 2020). */
  static Answer<ReceptorStatus> implied(Interval percent) {
    return percent.max() < 1
        ? Answer.known(ReceptorStatus.NEG, Remark.IMPLIED)
        : percent.min() >= 1
            ? Answer.known(ReceptorStatus.POS, Remark.IMPLIED)
            : Answer.unreadable();
  }

  static boolean isBlank(Answer<?> answer) {
    return answer instanceof Answer.Absent<?> absent && absent.why() == Absence.BLANK;
  }
}
