package org.denovo.vocabulary;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** One sentence or name in both languages. */
public record Text(String zh, String en) {

  public Text {
    Objects.requireNonNull(zh, "zh");
    Objects.requireNonNull(en, "en");
  }

  /** The same words in both languages, for codes and numbers. */
  public static Text same(String words) {
    return new Text(words, words);
  }

  /** The words in one language. */
  public String in(Lang lang) {
    return switch (lang) {
      case ZH -> zh;
      case EN -> en;
    };
  }

  /**
   * Both languages with {@code {0}}, {@code {1}} … replaced by the arguments, each in its language.
   */
  public Text with(Object... arguments) {
    return new Text(fill(zh, Lang.ZH, arguments), fill(en, Lang.EN, arguments));
  }

  /** An enumeration in both languages. */
  public static Text joined(List<Text> texts) {
    return new Text(
        texts.stream().map(Text::zh).collect(Collectors.joining("、")),
        texts.stream().map(Text::en).collect(Collectors.joining(", ")));
  }

  private static String fill(String template, Lang lang, Object... arguments) {
    String filled = template;
    for (int i = 0; i < arguments.length; i++) {
      String words =
          arguments[i] instanceof Text text ? text.in(lang) : String.valueOf(arguments[i]);
      filled = filled.replace("{" + i + "}", words);
    }
    return filled;
  }
}
