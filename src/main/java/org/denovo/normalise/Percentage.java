package org.denovo.normalise;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.denovo.mapping.Meaning;
import org.denovo.record.Answer;
import org.denovo.record.Interval;
import org.denovo.record.Remark;
import org.denovo.source.Kind;
import org.denovo.source.Mark;
import org.denovo.source.SourceCell;

/**
 * What percentages of all markers have in common: bounds, fractions, and cells that became dates.
 */
final class Percentage {

  private static final Pattern PLAIN = Pattern.compile("-?[0-9]+(?:[.][0-9]+)?");
  private static final Pattern DATE =
      Pattern.compile(
          "[0-9]{1,2}月[0-9]{1,2}日|[0-9]{1,2}-(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|(?:19|20)[0-9]{2}[/.-][0-9]{1,2}[/.-][0-9]{1,2}");

  private Percentage() {}

  /** An amount as an answer, approximate or out of range as it is. */
  static Answer<Interval> of(Amount amount) {
    Optional<Interval> interval = amount.within(0, 100);
    if (interval.isEmpty()) {
      return Answer.unreadable(Remark.OUT_OF_RANGE);
    }
    Answer<Interval> answer = Answer.known(interval.get());
    return amount.approximate() ? answer.with(Remark.APPROXIMATE) : answer;
  }

  /** The answer of a cell that holds nothing but a number, in a column of percentages. */
  static Optional<Answer<Interval>> plain(SourceCell cell, Meaning meaning, String spelling) {
    if (!PLAIN.matcher(spelling).matches()) {
      return Optional.empty();
    }
    double number = Double.parseDouble(spelling);
    if (cell.has(Mark.PERCENT) && cell.kind() == Kind.NUMBER) {
      return Optional.of(scaled(number, Remark.FRACTION_SCALED));
    }
    if (meaning.unit().equals("fraction")) {
      return Optional.of(scaled(number, Remark.UNIT_CONVERTED));
    }
    if (number < 0 || number > 100) {
      return Optional.of(Answer.unreadable(Remark.OUT_OF_RANGE));
    }
    boolean fraction = number > 0 && (number < 1 || number == 1 && !meaning.unit().equals("%"));
    return Optional.of(
        fraction
            ? Answer.unreadable(Remark.FRACTION_IN_PERCENT_COLUMN)
            : Answer.known(Interval.of(number)));
  }

  /** True for a text that a spreadsheet made of something else, such as {@code 1-10}. */
  static boolean looksLikeDate(String spelling) {
    Matcher date = DATE.matcher(spelling);
    return date.matches();
  }

  private static Answer<Interval> scaled(double fraction, Remark remark) {
    double percent = Math.rint(fraction * 100 * 1e6) / 1e6;
    return percent < 0 || percent > 100
        ? Answer.unreadable(Remark.OUT_OF_RANGE)
        : Answer.known(Interval.of(percent), remark);
  }
}
