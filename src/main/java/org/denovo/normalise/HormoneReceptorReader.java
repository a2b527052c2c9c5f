package org.denovo.normalise;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private static final Pattern BARE_NUMBER = Pattern.compile("-?[0-9]+(?:[.][0-9]+)?");

  private final HormoneResult result;
  private final Field<ReceptorStatus> status;
  private final Optional<Field<Interval>> percentage;
  private final Precedence precedence;

  HormoneReceptorReader(HormoneResult result) {
    this.result = result;
    this.status = result.status();
    this.percentage = result.percentage();
    this.precedence = new Precedence(percentage.isEmpty());
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
    MarkerLine line = MarkerLine.of(spelling, result.marker());
    List<MarkerLine.Said> own = line.of(result.marker());
    Reading reading = own.isEmpty() ? ofBoth(line) : ofOwn(own);
    return asked(reading, meaning, asksPercentage);
  }

  private Reading ofOwn(List<MarkerLine.Said> own) {
    List<Precedence.Candidate> candidates =
        own.stream()
            .map(
                said ->
                    new Precedence.Candidate(
                        said.origin(),
                        said.text().map(result::of).orElseGet(() -> new Reading(Map.of()))))
            .toList();
    return precedence.whole(candidates, List.of(status)).orElseGet(() -> new Reading(Map.of()));
  }

  private Reading ofBoth(MarkerLine line) {
    if (!line.of(Marker.TRIPLE).isEmpty()) {
      return Reading.of(status, Answer.known(ReceptorStatus.NEG));
    }
    return line.of(Marker.HORMONE).stream()
        .findFirst()
        .flatMap(MarkerLine.Said::text)
        .map(result::ofBoth)
        .orElseGet(() -> new Reading(Map.of()));
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
    Reading reading = result.with(Answer.absent(Absence.BLANK), answer);
    return answer.filter(a -> !a.isKnown()).isPresent() && asksBoth
        ? reading.and(status, Answer.unreadable(answer.get().remarks().toArray(Remark[]::new)))
        : asked(reading, meaning, asksPercentage);
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
        && HormoneResult.isBlank(reading.answer(status))) {
      return reading.and(status, HormoneResult.implied(percent.get()));
    }
    return reading;
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
