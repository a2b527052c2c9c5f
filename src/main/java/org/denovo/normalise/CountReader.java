package org.denovo.normalise;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.denovo.mapping.Meaning;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.FieldType;
import org.denovo.record.Interval;
import org.denovo.record.Remark;
import org.denovo.source.SourceCell;

/** Reads a column of lesion counts: a number, a range, a bound, or 单发 and 多发. */
record CountReader(Field<Interval> field) implements CellReader {

  /** A part of a lesion, fewer than none, or thousands. */
  private static final Pattern NO_COUNT =
      Pattern.compile("-[0-9]+|-?[0-9]+[.][0-9]*[1-9][0-9]*|[0-9]{4,}");

  @Override
  public Reading read(SourceCell cell, Meaning meaning) {
    String spelling = Spelling.of(cell.text());
    if (Percentage.looksLikeDate(spelling)) {
      return Reading.of(field, Answer.unreadable(Remark.TURNED_INTO_DATE));
    }
    if (NO_COUNT.matcher(spelling).matches()) {
      return Reading.of(field, Answer.unreadable(Remark.OUT_OF_RANGE));
    }
    Answer<Interval> answer = answer(MetastasesReader.WORDS.tokens(spelling));
    return Reading.of(field, fits(answer) ? answer : Answer.unreadable(Remark.OUT_OF_RANGE));
  }

  private boolean fits(Answer<Interval> answer) {
    double most = ((FieldType.Range) field.type()).most();
    return answer
        .optional()
        .filter(n -> n.min() > most || n.max() > most && !Double.isInfinite(n.max()))
        .isEmpty();
  }

  private static Answer<Interval> answer(List<Token> tokens) {
    Optional<Count> found = Optional.empty();
    int at = 0;
    while (at < tokens.size()) {
      Optional<Count> count = Count.at(tokens, at, true);
      boolean again =
          count.isPresent() && found.isPresent() && !isSharpened(found.get(), count.get());
      if (again || count.isEmpty() && !quiet(tokens.get(at))) {
        return Answer.unreadable();
      }
      found = count.isPresent() ? count : found;
      at = count.map(Count::end).orElse(at + 1);
    }
    return found.map(Count::answer).orElse(Answer.unreadable());
  }

  /** 多发（>10）: the number says how many the word means. */
  private static boolean isSharpened(Count word, Count number) {
    return word.range().equals(Interval.atLeast(2))
        && !word.compared()
        && number.range().min() >= 2;
  }

  private static boolean quiet(Token token) {
    return token.in("noise")
        || token.text().equals("(")
        || token.text().equals(")")
        || token.in("met")
        || token.in("measure")
        || token.is("site", "liver");
  }
}
