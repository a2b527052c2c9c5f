package org.denovo.normalise;

import static org.denovo.record.Fields.*;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.denovo.mapping.Meaning;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.Interval;
import org.denovo.record.Remark;
import org.denovo.source.Mark;
import org.denovo.source.SourceCell;
import org.denovo.vocabulary.ReceptorStatus;

/**
 * Reads the result of an oestrogen or progesterone receptor stain: status, percentage, or both. A
 * percentage alone leaves the status to {@link Completion}, unless the column asks for the status.
 */
final class HormoneReceptorReader implements CellReader {

  /** Allred's total score is 0, or 2 to 8; positive from 3 (ASCO/CAP 2020, supplement). */
  private static final Pattern ALLRED = Pattern.compile("allred\\s*(?:score|评分)?\\s*:?\\s*(.*)");

  private static final Pattern ALLRED_SUM =
      Pattern.compile(
          "([0-5])\\s*[+]\\s*([0-3])(?:\\s*[=+]\\s*([0-8]))?|([0-8])(?:\\s*[=]\\s*([0-5])\\s*[+]\\s*([0-3]))?\\s*分?(?:/8)?");

  /** NAACCR 3826 and 3914: R10 is 1 to 10 percent, R99 is 91 to 99. */
  private static final Pattern TENTH = Pattern.compile("r([1-9])([09])");

  private static final Map<String, Absence> NAACCR =
      Map.of(
          "xx7", Absence.NOT_DONE,
          "xx8", Absence.NOT_APPLICABLE,
          "xx9", Absence.UNKNOWN,
          "x8", Absence.UNKNOWN,
          "x9", Absence.UNKNOWN);

  /** Remmele's score is the product of up to 4 for extent and up to 3 for intensity. */
  private static final int HIGHEST_IRS = 12;

  private static final Pattern NOTHING = Pattern.compile("[\\s:;,.()]*");
  private static final Pattern ZERO_OF = Pattern.compile("0\\s*/\\s*[3-8]");
  private static final Pattern BARE_NUMBER = Pattern.compile("-?[0-9]+(?:[.][0-9]+)?");

  private final Marker marker;
  private final Field<ReceptorStatus> status;
  private final Optional<Field<Interval>> percentage;

  private HormoneReceptorReader(
      Marker marker, Field<ReceptorStatus> status, Optional<Field<Interval>> percentage) {
    this.marker = marker;
    this.status = status;
    this.percentage = percentage;
  }

  static HormoneReceptorReader ofEr() {
    return new HormoneReceptorReader(Marker.ER, ER_STATUS, Optional.of(ER_PCT));
  }

  static HormoneReceptorReader ofPr() {
    return new HormoneReceptorReader(Marker.PR, PR_STATUS, Optional.of(PR_PCT));
  }

  static HormoneReceptorReader ofMetastasisEr() {
    return new HormoneReceptorReader(Marker.ER, MET_ER_STATUS, Optional.empty());
  }

  static HormoneReceptorReader ofMetastasisPr() {
    return new HormoneReceptorReader(Marker.PR, MET_PR_STATUS, Optional.empty());
  }

  @Override
  public Reading read(SourceCell cell, Meaning meaning) {
    String spelling = Spelling.of(cell.text());
    boolean asksPercentage =
        percentage.isPresent() && meaning.field().equals(percentage.map(f -> f));
    if (Percentage.looksLikeDate(spelling)) {
      return Reading.unreadable(FirstLook.principal(meaning), Remark.TURNED_INTO_DATE);
    }
    if (BARE_NUMBER.matcher(spelling).matches()) {
      return number(spelling, cell, meaning, asksPercentage);
    }
    List<Marker.Part> parts = Marker.split(spelling);
    if (percentage.isPresent() && Marker.isTurned(parts)) {
      return Reading.unreadable(FirstLook.principal(meaning));
    }
    boolean named = parts.stream().anyMatch(part -> !part.markers().isEmpty());
    Reading reading =
        named
            ? parts.stream().anyMatch(part -> part.markers().contains(marker))
                ? ofOwn(parts)
                : ofBoth(parts)
            : result(spelling);
    return asked(reading, meaning, asksPercentage);
  }

  /** What the marker's own stretches say, if they say the same. */
  private Reading ofOwn(List<Marker.Part> parts) {
    List<Reading> readings =
        parts.stream()
            .filter(part -> part.markers().contains(marker))
            .map(part -> part.of(marker).map(this::result).orElseGet(() -> new Reading(Map.of())))
            .distinct()
            .toList();
    return readings.size() == 1
        ? readings.get(0)
        : with(Answer.unreadable(Remark.TWO_READINGS), Optional.empty());
  }

  private Reading ofBoth(List<Marker.Part> parts) {
    if (parts.stream().anyMatch(part -> part.markers().contains(Marker.TRIPLE))) {
      return Reading.of(status, Answer.known(ReceptorStatus.NEG));
    }
    return parts.stream()
        .filter(part -> part.markers().contains(Marker.HORMONE))
        .findFirst()
        .map(part -> resultOfBoth(part.text()))
        .orElseGet(() -> new Reading(Map.of()));
  }

  /**
   * What a result of "hormone receptors" says: negative is negative for both, positive is positive
   * for at least one, which leaves each open.
   */
  Reading resultOfBoth(String text) {
    boolean negative =
        result(text).answer(status).optional().equals(Optional.of(ReceptorStatus.NEG));
    return negative ? Reading.of(status, Answer.known(ReceptorStatus.NEG)) : new Reading(Map.of());
  }

  /** What a result says, the marker's name already taken off. Empty if it is not understood. */
  Reading result(String text) {
    String bare = text.trim();
    Optional<Reading> code = code(bare);
    if (code.isPresent()) {
      return code.get();
    }
    boolean nothing = NOTHING.matcher(bare).matches();
    if (nothing || Absences.looksEmpty(bare) && !bare.contains("-")) {
      return Reading.of(status, Answer.absent(Absence.UNKNOWN));
    }
    return Absences.<ReceptorStatus>of(bare.replaceFirst("^[:(]+", ""))
        .map(absent -> Reading.of(status, absent))
        .orElseGet(() -> Stain.of(bare).map(this::reading).orElseGet(() -> new Reading(Map.of())));
  }

  private Reading reading(Stain stain) {
    List<Amount> amounts = stain.percents().isEmpty() ? stain.bare() : stain.percents();
    boolean irs =
        stain.plusses() > 0
            && stain.percents().isEmpty()
            && stain.bare().stream().anyMatch(score -> score.max() <= HIGHEST_IRS)
            && !stain.hasStrength();
    if (amounts.size() > 1 || !stain.percents().isEmpty() && !stain.bare().isEmpty()) {
      return new Reading(Map.of());
    }
    Optional<Answer<Interval>> percent =
        irs ? Optional.empty() : amounts.stream().findFirst().map(Percentage::of);
    boolean perhapsCode =
        stain.percents().isEmpty()
            && percent.isPresent()
            && amounts.get(0).isExact()
            && amounts.get(0).max() < 10
            && !stain.hasStrength()
            && (stain.says(Stain.Word.POSITIVE) || stain.says(Stain.Word.NEGATIVE));
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
    Answer<ReceptorStatus> answer = status(stain, percent.flatMap(Answer::optional));
    boolean nothing = percent.isEmpty() && isBlank(answer);
    return nothing ? new Reading(Map.of()) : with(answer, percent);
  }

  private Answer<ReceptorStatus> status(Stain stain, Optional<Interval> percent) {
    boolean amount =
        stain.hasStrength() || stain.says(Stain.Word.HIGH) || stain.says(Stain.Word.LOW);
    boolean positive = stain.says(Stain.Word.POSITIVE) || percent.isEmpty() && amount;
    boolean negative = stain.says(Stain.Word.NEGATIVE);
    if (stain.says(Stain.Word.EQUIVOCAL) || stain.says(Stain.Word.SUSPECTED)) {
      return Answer.absent(Absence.UNKNOWN, Remark.EQUIVOCAL);
    }
    if (positive && negative
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

  private Reading number(
      String spelling, SourceCell cell, Meaning meaning, boolean asksPercentage) {
    boolean shownAsPercent = cell.has(Mark.PERCENT);
    double number = Double.parseDouble(spelling);
    boolean asksBoth = meaning.topic().isPresent();
    // In a column that may hold codes, one digit is a code; only 10 to 100 can be a percentage.
    boolean percent =
        asksPercentage || shownAsPercent || asksBoth && (number >= 10 || number % 1 != 0);
    if (!percent) {
      return Reading.unreadable(FirstLook.principal(meaning), Remark.CODE_WITHOUT_TABLE);
    }
    Optional<Answer<Interval>> answer = Percentage.plain(cell, meaning, spelling);
    Reading reading = with(Answer.absent(Absence.BLANK), answer);
    return answer.filter(a -> !a.isKnown()).isPresent() && asksBoth
        ? reading.and(status, Answer.unreadable(answer.get().remarks().toArray(Remark[]::new)))
        : asked(reading, meaning, asksPercentage);
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
    Matcher allred = ALLRED.matcher(text);
    return allred.matches() ? Optional.of(allred(allred.group(1).trim())) : Optional.empty();
  }

  private Reading allred(String score) {
    Matcher sum = ALLRED_SUM.matcher(score);
    if (!sum.matches()) {
      return new Reading(Map.of());
    }
    int first = Integer.parseInt(sum.group(1) != null ? sum.group(1) : sum.group(4));
    int total = sum.group(1) == null ? first : first + Integer.parseInt(sum.group(2));
    String stated = sum.group(3);
    boolean agrees = stated == null || Integer.parseInt(stated) == total;
    if (!agrees || total == 1) {
      return with(Answer.unreadable(Remark.CONFLICT), Optional.empty());
    }
    return with(
        Answer.known(total >= 3 ? ReceptorStatus.POS : ReceptorStatus.NEG), Optional.empty());
  }

  private Reading with(Answer<ReceptorStatus> answer, Optional<Answer<Interval>> percent) {
    Reading reading = Reading.of(status, answer);
    return percent.isPresent() && percentage.isPresent()
        ? reading.and(percentage.get(), percent.get())
        : reading;
  }

  /** The reading, with an answer to what the column asks for. */
  private Reading asked(Reading reading, Meaning meaning, boolean asksPercentage) {
    if (reading.answers().isEmpty()) {
      return Reading.unreadable(FirstLook.principal(meaning));
    }
    if (asksPercentage && !reading.answers().containsKey(percentage.orElseThrow())) {
      Answer<ReceptorStatus> said = reading.answer(status);
      Answer<Interval> percent =
          said instanceof Answer.Absent<ReceptorStatus> absent
              ? Answer.absent(absent.why(), said.remarks().toArray(Remark[]::new))
              : Answer.unreadable(noNumber(said));
      return reading.and(percentage.get(), percent);
    }
    boolean asksStatus = meaning.field().isPresent() && !asksPercentage;
    Optional<Interval> percent = percentage.flatMap(field -> reading.answer(field).optional());
    if (asksStatus
        && percent.isPresent()
        && !reading.answer(status).isKnown()
        && isBlank(reading.answer(status))) {
      return percent.get().max() < 1
          ? reading.and(status, Answer.known(ReceptorStatus.NEG, Remark.IMPLIED))
          : percent.get().min() >= 1
              ? reading.and(status, Answer.known(ReceptorStatus.POS, Remark.IMPLIED))
              : reading.and(status, Answer.unreadable());
    }
    return reading;
  }

  private static boolean isBlank(Answer<?> answer) {
    return answer instanceof Answer.Absent<?> absent && absent.why() == Absence.BLANK;
  }

  private static Remark noNumber(Answer<ReceptorStatus> said) {
    if (said.has(Remark.UNQUANTIFIED)) {
      return Remark.UNQUANTIFIED;
    }
    if (said.has(Remark.CONFLICT)) {
      return Remark.CONFLICT;
    }
    if (said.has(Remark.TWO_READINGS)) {
      return Remark.TWO_READINGS;
    }
    return said.has(Remark.PLUS_WITHOUT_PERCENT)
        ? Remark.PLUS_WITHOUT_PERCENT
        : Remark.WORD_FOR_NUMBER;
  }
}
