package org.denovo.normalise;

import java.util.List;
import java.util.Optional;
import org.denovo.mapping.Meaning;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.Interval;
import org.denovo.source.SourceCell;

/** Reads a column of lesion counts: a number, a range, a bound, or 单发 and 多发. */
record CountReader(Field<Interval> field) implements CellReader {

  @Override
  public Reading read(SourceCell cell, Meaning meaning) {
    List<Token> tokens = MetastasesReader.WORDS.tokens(Spelling.of(cell.text()));
    return Reading.of(field, answer(tokens));
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
