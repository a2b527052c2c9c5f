package org.denovo.normalise;

import static org.denovo.record.Fields.KI67_PCT;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.denovo.mapping.Meaning;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Interval;
import org.denovo.record.Remark;
import org.denovo.source.SourceCell;

/** Reads the Ki-67 index. High and low are never a number: cut-offs differ by laboratory. */
final class Ki67Reader implements CellReader {

  private static final String BEFORE = "穿刺|活检|空芯针|粗针|术前|治疗前|化疗前|新辅助前|用药前|biopsy|pre";
  private static final String AFTER = "术后|手术|大标本|治疗后|化疗后|新辅助后|用药后|surgery|post";
  private static final Pattern SPECIMENS =
      Pattern.compile(
          "("
              + BEFORE
              + "|"
              + AFTER
              + ")(?:标本|病理)?[:(\\s]*([^,;/]+?)\\)?[,;/\\s]+("
              + BEFORE
              + "|"
              + AFTER
              + ")(?:标本|病理)?[:(\\s]*(.+?)\\)?");
  private static final Pattern ARROW = Pattern.compile("(.+?)(?:→|->|=>|变为|降至|升至)(.+)");
  private static final Pattern ONE_SPECIMEN =
      Pattern.compile("[:(\\s]*(?:" + BEFORE + "|" + AFTER + ")(?:标本|病理)?[:\\s]*");
  private static final Pattern SPECIMEN_BEHIND =
      Pattern.compile("(?<=[%0-9])\\s*\\((?:" + BEFORE + "|" + AFTER + ")(?:标本|病理)?\\)$");
  private static final Pattern CUT_OFF =
      Pattern.compile("luminal|为高|为低|[高低]\\s*\\(?\\s*[<>≤≥]|cut-?off|界值|截断");
  private static final Pattern OTHER_TISSUE = Pattern.compile("生发中心|淋巴滤泡");

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

  private Answer<Interval> named(String spelling) {
    List<Marker.Part> parts = Marker.split(spelling);
    if (Marker.isTurned(parts)) {
      return Answer.unreadable();
    }
    boolean named = parts.stream().anyMatch(part -> !part.markers().isEmpty());
    if (!named) {
      return result(spelling);
    }
    String before = parts.get(0).markers().isEmpty() ? parts.get(0).text() : "";
    List<String> own =
        parts.stream()
            .filter(p -> p.markers().contains(Marker.KI67))
            .map(Marker.Part::text)
            .toList();
    if (own.size() != 1) {
      return Answer.unreadable();
    }
    return result(ONE_SPECIMEN.matcher(before).matches() ? before + own.get(0) : own.get(0));
  }

  /** What a result says, the marker's name already taken off. */
  Answer<Interval> result(String text) {
    String bare = text.trim();
    if (NAACCR.containsKey(bare)) {
      return NAACCR.get(bare);
    }
    if (OTHER_TISSUE.matcher(bare).find()) {
      return Answer.unreadable();
    }
    if (CUT_OFF.matcher(bare).find()) {
      return Answer.unreadable(Remark.WORD_FOR_NUMBER);
    }
    Matcher specimens = SPECIMENS.matcher(bare);
    if (specimens.matches()) {
      boolean firstAfter = specimens.group(1).matches(AFTER);
      boolean secondAfter = specimens.group(3).matches(AFTER);
      return firstAfter == secondAfter
          ? Answer.unreadable(Remark.TWO_READINGS)
          : both(specimens.group(firstAfter ? 4 : 2), specimens.group(firstAfter ? 2 : 4));
    }
    Matcher arrow = ARROW.matcher(bare);
    if (arrow.matches()) {
      return both(arrow.group(1), arrow.group(2));
    }
    String behind = SPECIMEN_BEHIND.matcher(bare).replaceFirst("");
    Matcher one = ONE_SPECIMEN.matcher(behind);
    String rest = one.lookingAt() ? behind.substring(one.end()) : behind;
    return Absences.<Interval>of(rest.replaceFirst("^[:(]+", ""))
        .orElseGet(() -> Stain.of(rest).map(Ki67Reader::answer).orElseGet(Answer::unreadable));
  }

  /** The reading before treatment, if both can be read. */
  private static Answer<Interval> both(String before, String after) {
    Answer<Interval> first = Stain.of(before).map(Ki67Reader::answer).orElseGet(Answer::unreadable);
    Answer<Interval> second = Stain.of(after).map(Ki67Reader::answer).orElseGet(Answer::unreadable);
    return first.isKnown() && second.isKnown()
        ? first.with(Remark.TWO_READINGS)
        : Answer.unreadable(Remark.TWO_READINGS);
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
