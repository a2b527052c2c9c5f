package org.denovo.normalise;

import static org.denovo.record.Fields.KI67_PCT;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.denovo.mapping.Meaning;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Interval;
import org.denovo.record.Remark;
import org.denovo.source.SourceCell;

/** Reads the Ki-67 index. High and low are never a number: cut-offs differ by laboratory. */
final class Ki67Reader implements CellReader {

  private static final Precedence PRIMARY = new Precedence(false);

  private static final Pattern CUT_OFF =
      Pattern.compile("luminal|为高|为低|[高低]\\s*\\(?\\s*[<>≤≥]|cut-?off|界值|截断");

  /** The laboratory's range, printed behind the number. */
  private static final Pattern REFERENCE = Pattern.compile("\\((?:参考|正常|ref)[^()]*\\)");

  /** High and low as single characters: 高(60%), 60%,高. */
  private static final Pattern WORDED = Pattern.compile("(?<!\\p{IsHan})([高低])(?!\\p{IsHan})");

  /** NAACCR 3863: values of a chart where the report gives none. */
  private static final Map<String, Answer<Interval>> NAACCR =
      Map.of(
          "xxx.5", Answer.known(new Interval(3, 20)),
          "xxx.6", Answer.known(new Interval(20.01, 100)),
          "xxx.7", Answer.absent(Absence.UNKNOWN),
          "xxx.8", Answer.absent(Absence.NOT_APPLICABLE),
          "xxx.9", Answer.absent(Absence.UNKNOWN));

  @Override
  public Reading read(SourceCell cell, Meaning meaning) {
    String spelling = Spelling.of(cell.text());
    if (Percentage.looksLikeDate(spelling)) {
      return Reading.of(KI67_PCT, Answer.unreadable(Remark.TURNED_INTO_DATE));
    }
    return Reading.of(
        KI67_PCT, Percentage.plain(cell, meaning, spelling).orElseGet(() -> named(spelling)));
  }

  private static Answer<Interval> named(String spelling) {
    List<Precedence.Candidate> candidates =
        MarkerLine.of(spelling, Marker.KI67).of(Marker.KI67).stream()
            .map(
                said ->
                    new Precedence.Candidate(
                        said.origin(),
                        Reading.of(
                            KI67_PCT,
                            said.text().map(Ki67Reader::result).orElseGet(Answer::unreadable))))
            .toList();
    return PRIMARY
        .whole(candidates, List.of(KI67_PCT))
        .map(reading -> reading.answer(KI67_PCT))
        .orElseGet(Answer::unreadable);
  }

  /** What a result says, the marker's name already taken off. */
  static Answer<Interval> result(String text) {
    String bare = text.trim();
    if (NAACCR.containsKey(bare)) {
      return NAACCR.get(bare);
    }
    String said = REFERENCE.matcher(bare).replaceAll(" ");
    if (CUT_OFF.matcher(said).find()) {
      return Answer.unreadable(Remark.WORD_FOR_NUMBER);
    }
    String worded = WORDED.matcher(said).replaceAll(" $1表达 ");
    return Absences.<Interval>of(said.replaceFirst("^[:(]+", ""))
        .orElseGet(() -> Stain.of(worded).map(Ki67Reader::answer).orElseGet(Answer::unreadable));
  }

  private static Answer<Interval> answer(Stain stain) {
    List<Amount> amounts = stain.percents().isEmpty() ? stain.bare() : stain.percents();
    if (stain.says(Stain.Word.EQUIVOCAL) || stain.says(Stain.Word.SUSPECTED)) {
      return Answer.unreadable(Remark.SUSPECTED);
    }
    if (amounts.isEmpty()) {
      return Answer.unreadable(noNumber(stain));
    }
    boolean bothKinds = !stain.percents().isEmpty() && !stain.bare().isEmpty();
    boolean worded = stain.says(Stain.Word.HIGH) || stain.says(Stain.Word.LOW);
    if (bothKinds || worded && amounts.get(0).isBound()) {
      return Answer.unreadable(Remark.WORD_FOR_NUMBER);
    }
    if (stain.says(Stain.Word.NEGATIVE) && amounts.get(0).max() >= 1) {
      return Answer.unreadable(Remark.CONFLICT);
    }
    if (stain.percents().isEmpty()
        && amounts.get(0).isExact()
        && amounts.get(0).max() > 0
        && amounts.get(0).max() < 1) {
      return Answer.unreadable(Remark.FRACTION_IN_PERCENT_COLUMN);
    }
    if (amounts.size() == 1) {
      return Percentage.of(amounts.get(0));
    }
    return amounts.size() == 2 && stain.says(Stain.Word.HOT_SPOT) && stain.says(Stain.Word.AVERAGE)
        ? span(amounts.get(0), amounts.get(1))
        : Answer.unreadable(Remark.TWO_READINGS);
  }

  /** Hot spot and average of one specimen: which of them counts is open, so both bounds stay. */
  private static Answer<Interval> span(Amount one, Amount other) {
    Optional<Interval> a = one.within(0, 100);
    Optional<Interval> b = other.within(0, 100);
    if (a.isEmpty() || b.isEmpty()) {
      return Answer.unreadable(Remark.OUT_OF_RANGE);
    }
    return Answer.known(
        new Interval(
            Math.min(a.get().min(), b.get().min()), Math.max(a.get().max(), b.get().max())),
        Remark.TWO_READINGS);
  }

  private static Remark noNumber(Stain stain) {
    if (stain.says(Stain.Word.SOME)) {
      return Remark.UNQUANTIFIED;
    }
    return stain.plusses() > 0 ? Remark.PLUS_WITHOUT_PERCENT : Remark.WORD_FOR_NUMBER;
  }
}
