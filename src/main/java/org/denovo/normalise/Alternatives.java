package org.denovo.normalise;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Several patterns tried as one, the first that fits at a position wins. One pass over a text takes
 * the place of one for each pattern.
 */
final class Alternatives<V> {

  private final Pattern any;
  private final List<Map.Entry<String, V>> wordings;
  private final String[] names;

  /** The patterns in the order in which they are tried, each with what it stands for. */
  Alternatives(List<Map.Entry<String, V>> wordings) {
    this("", wordings);
  }

  /**
   * The same, but none is tried where the text does not go on as given.
   *
   * @param first what all of them begin with: a character class, or several
   */
  Alternatives(String first, List<Map.Entry<String, V>> wordings) {
    this.names = new String[wordings.size()];
    StringBuilder all = new StringBuilder(first.isEmpty() ? "(?:" : "(?=" + first + ")(?:");
    for (int i = 0; i < wordings.size(); i++) {
      names[i] = "g" + i;
      all.append(i == 0 ? "" : "|").append("(?<").append(names[i]).append('>');
      all.append(wordings.get(i).getKey()).append(')');
    }
    this.any = Pattern.compile(all.append(")").toString());
    this.wordings = List.copyOf(wordings);
  }

  /** A walk over a text. */
  Walk over(String text) {
    Matcher matcher = any.matcher(text);
    matcher.useTransparentBounds(true);
    return new Walk(matcher, text.length());
  }

  /** Where in a text one of the patterns fits. */
  final class Walk {

    private final Matcher matcher;
    private final int length;

    private Walk(Matcher matcher, int length) {
      this.matcher = matcher;
      this.length = length;
    }

    /** The end of what fits at a position, if it is not nothing. */
    OptionalInt at(int position) {
      matcher.region(position, length);
      return matcher.lookingAt() && matcher.end() > position
          ? OptionalInt.of(matcher.end())
          : OptionalInt.empty();
    }

    /** True if one fits at or after a position. */
    boolean from(int position) {
      return position <= length && matcher.find(position);
    }

    int start() {
      return matcher.start();
    }

    int end() {
      return matcher.end();
    }

    /** What the pattern that fitted stands for. */
    V value() {
      for (int i = 0; i < wordings.size(); i++) {
        if (matcher.start(names[i]) >= 0) {
          return wordings.get(i).getValue();
        }
      }
      throw new IllegalStateException("nothing fitted");
    }
  }
}
