package org.denovo.normalise;

import java.util.List;
import java.util.Optional;
import org.denovo.record.Interval;

/**
 * A length in a text, in millimetres: {@code <2mm}, {@code 5-10 mm}, {@code 1cm}.
 *
 * @param range what it can be, both bounds included
 * @param below true if the upper bound itself is excluded
 * @param end the index of the first token behind it
 */
record Measure(Interval range, boolean below, boolean approximate, int end) {

  /** Beyond it a number is debris, not a length. */
  private static final double LONGEST = 10_000;

  private static final List<String> TO = List.of("-", "~", "至", "到", "to");

  /** The length that starts at a token, if one does; a number without unit is none. */
  static Optional<Measure> at(List<Token> tokens, int start, Optional<String> unitGiven) {
    int at = start;
    String bound = "";
    boolean about = false;
    while (at < tokens.size() && tokens.get(at).in("least")) {
      about |= tokens.get(at).code().equals("about");
      bound = tokens.get(at).code().equals("about") ? bound : tokens.get(at).code();
      at++;
    }
    if (at >= tokens.size() || !tokens.get(at).in(Token.NUMBER)) {
      return Optional.empty();
    }
    double low = Double.parseDouble(tokens.get(at).text());
    double high = low;
    at++;
    Optional<String> lowUnit = unit(tokens, at);
    at += lowUnit.isPresent() ? 1 : 0;
    boolean range =
        at + 1 < tokens.size()
            && TO.contains(tokens.get(at).text())
            && tokens.get(at + 1).in(Token.NUMBER);
    Optional<String> unit = lowUnit;
    if (range) {
      high = Double.parseDouble(tokens.get(at + 1).text());
      at += 2;
      Optional<String> highUnit = unit(tokens, at);
      at += highUnit.isPresent() ? 1 : 0;
      unit = highUnit.or(() -> lowUnit);
    }
    if (at < tokens.size() && tokens.get(at).in("least") && bound.isEmpty()) {
      bound = tokens.get(at).code();
      at++;
    }
    unit = unit.or(() -> unitGiven);
    if (unit.isEmpty() || low > high || high > LONGEST || range && !bound.isEmpty()) {
      return Optional.empty();
    }
    double scale = unit.get().equals("cm") ? 10 : 1;
    return Optional.of(
        new Measure(bounded(bound, low * scale, high * scale), bound.equals("least"), about, at));
  }

  private static Interval bounded(String bound, double low, double high) {
    return switch (bound) {
      case "least", "at_most" -> new Interval(0, high);
      case "more", "at_least" -> Interval.atLeast(low);
      default -> new Interval(low, high);
    };
  }

  private static Optional<String> unit(List<Token> tokens, int at) {
    return at < tokens.size() && tokens.get(at).in("unit")
        ? Optional.of(tokens.get(at).code())
        : Optional.empty();
  }
}
