package org.denovo.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Replaces scalars of a YAML file where they stand. All else stays as it was: comments, layout,
 * order, and a replaced scalar's quotes.
 */
public final class YamlEdit {

  /** What is a text without quotes, wherever it stands. */
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_（][\\p{L}\\p{N}_（）()/.%+-]*");

  private final String yaml;
  private final List<Replacement> replacements = new ArrayList<>();

  private record Replacement(int from, int to, String by) {}

  /** No edit yet. */
  public YamlEdit(String yaml) {
    this.yaml = yaml;
  }

  /**
   * Gives a scalar another text.
   *
   * @param scalar a text of the file, as {@link YamlFile} read it
   * @throws IllegalArgumentException if it does not stand in the file
   */
  public void replace(YamlNode scalar, String text) {
    int from = offset(scalar.line(), scalar.column());
    if (scalar.shape() != YamlNode.Shape.TEXT || !yaml.startsWith(scalar.raw(), from)) {
      throw new IllegalArgumentException(scalar.line() + ":" + scalar.column());
    }
    replacements.add(
        new Replacement(from, from + scalar.raw().length(), written(scalar.raw(), text)));
  }

  /** The file with all replacements. */
  public String text() {
    StringBuilder edited = new StringBuilder(yaml);
    replacements.stream()
        .sorted(Comparator.comparingInt(Replacement::from).reversed())
        .forEach(r -> edited.replace(r.from(), r.to(), r.by()));
    return edited.toString();
  }

  /** A text as it is written in a file: plain where that is safe, quoted elsewhere. */
  public static String scalar(String text) {
    return PLAIN.matcher(text).matches() ? text : quoted(text);
  }

  private int offset(int line, int column) {
    int at = 0;
    for (int i = 1; i < line; i++) {
      int end = yaml.indexOf('\n', at);
      at = end < 0 ? yaml.length() : end + 1;
    }
    // The parser does not count a byte order mark.
    int start = line == 1 && yaml.startsWith("\uFEFF") ? 1 : 0;
    return yaml.offsetByCodePoints(at, column - 1 + start);
  }

  private static String written(String raw, String text) {
    boolean simple = text.chars().noneMatch(Character::isISOControl);
    if (raw.startsWith("'") && simple) {
      return "'" + text.replace("'", "''") + "'";
    }
    return raw.startsWith("\"") ? quoted(text) : scalar(text);
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (Character.isISOControl(c)) {
        quoted.append(String.format("\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
