package org.denovo.normalise;

import java.util.List;
import java.util.Optional;
import org.denovo.record.Answer;
import org.denovo.record.Interval;
import org.denovo.record.Remark;

/**
 * A number of lesions in a text: 单发 is 1, 多发 at least 2, ≥3处 at least 3, 3-5处 from 3 to 5.
 *
 * @param compared true if it is given as a bound (≤5), which may define a word instead of counting
 * @param total true if it is said to be of all lesions (共4处)
 * @param end the index of the first token behind it
 */
record Count(Interval range, boolean approximate, boolean compared, boolean total, int end) {

  private static final List<String> ORGANS = List.of("部位", "器官", "脏器", "organs", "sites");

  /** What stands around the number itself. */
  private record Frame(String bound, boolean approximate, boolean total, int at) {}

  /**
   * The count that starts at a token, if one does.
   *
   * @param bare true if a number without a measure word counts, as in a column of counts
   */
  static Optional<Count> at(List<Token> tokens, int start, boolean bare) {
    if (tokens.get(start).in("many") || tokens.get(start).is("somewhere", "several")) {
      return Optional.of(new Count(Interval.atLeast(2), false, false, false, start + 1));
    }
    if (tokens.get(start).in("single")) {
      return Optional.of(new Count(Interval.of(1), false, false, false, start + 1));
    }
    if (tokens.get(start).is("bound", "times") && in(tokens, start - 1, Token.NUMBER)) {
      return Optional.empty();
    }
    Frame frame = frame(tokens, start);
    int at = frame.at();
    Optional<Double> low = whole(tokens, at);
    if (low.isEmpty()) {
      return Optional.empty();
    }
    boolean counted = tokens.get(at).in("numeral") || bare;
    Optional<Double> second =
        is(tokens, at + 1, "-") || is(tokens, at + 1, "~")
            ? whole(tokens, at + 2)
            : Optional.empty();
    at += second.isPresent() ? 3 : 1;
    if (in(tokens, at, "measure")) {
      counted = true;
      at++;
    }
    String bound = frame.bound();
    if (bound.isEmpty() && in(tokens, at, "bound")) {
      bound = tokens.get(at).code();
      at++;
    }
    if (!counted && bound.isEmpty() || isSomethingElse(tokens, at)) {
      return Optional.empty();
    }
    int end = at;
    boolean compared = !bound.isEmpty() && !bound.equals("times");
    return interval(bound, low.get(), second)
        .map(range -> new Count(range, frame.approximate(), compared, frame.total(), end));
  }

  private static Frame frame(List<Token> tokens, int start) {
    int at = start;
    String bound = "";
    boolean about = false;
    boolean total = false;
    while (in(tokens, at, "bound")) {
      switch (tokens.get(at).code()) {
        case "about" -> about = true;
        case "total" -> total = true;
        default -> bound = tokens.get(at).code();
      }
      at++;
    }
    return new Frame(bound, about, total, at);
  }

  private static boolean in(List<Token> tokens, int at, String group) {
    return at >= 0 && at < tokens.size() && tokens.get(at).in(group);
  }

  private static boolean is(List<Token> tokens, int at, String text) {
    return at < tokens.size() && tokens.get(at).text().equals(text);
  }

  private static Optional<Double> whole(List<Token> tokens, int at) {
    if (in(tokens, at, "numeral")) {
      return Optional.of(Double.valueOf(tokens.get(at).code()));
    }
    return in(tokens, at, Token.NUMBER) && tokens.get(at).text().matches("[0-9]{1,3}")
        ? Optional.of(Double.valueOf(tokens.get(at).text()))
        : Optional.empty();
  }

  /** A ratio of nodes (3/23), organs, a length, a time or a percentage: no number of lesions. */
  private static boolean isSomethingElse(List<Token> tokens, int at) {
    return is(tokens, at, "/")
        || at < tokens.size() && ORGANS.contains(tokens.get(at).text())
        || is(tokens, at, "%")
        || in(tokens, at, "length")
        || in(tokens, at, "time");
  }

  private static Optional<Interval> interval(String bound, double low, Optional<Double> second) {
    if (second.isPresent()) {
      return bound.isEmpty() && low <= second.get()
          ? Optional.of(new Interval(low, second.get()))
          : Optional.empty();
    }
    return switch (bound) {
      case "less" -> low > 1 ? Optional.of(new Interval(1, low - 1)) : Optional.empty();
      case "at_most" -> low >= 1 ? Optional.of(new Interval(1, low)) : Optional.empty();
      case "more" -> Optional.of(Interval.atLeast(low + 1));
      case "at_least" -> Optional.of(Interval.atLeast(low));
      default -> Optional.of(Interval.of(low));
    };
  }

  Answer<Interval> answer() {
    Answer<Interval> answer = Answer.known(range);
    return approximate ? answer.with(Remark.APPROXIMATE) : answer;
  }
}
