package org.denovo.mapping;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Spellings and the codes that they stand for, by field; the centre's own before the shared ones.
 * The one place in which text is folded.
 */
public final class Words {

  private static final String TWINS = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ" + "АВЕКМНОРСТХІЅаеорсх";
  private static final String LATIN = "ABEZHIKMNOPTYX" + "ABEKMHOPCTXISaeopcx";

  /** No words at all. */
  public static final Words NONE = new Words(Map.of());

  private final Map<String, Map<String, String>> byField;

  /** Words by field name, each map from folded spelling to code. */
  public Words(Map<String, Map<String, String>> byField) {
    Map<String, Map<String, String>> copy = new HashMap<>();
    byField.forEach((field, words) -> copy.put(field, Map.copyOf(words)));
    this.byField = Map.copyOf(copy);
  }

  /**
   * The code that a spelling of a field stands for: one that the field's type can parse, or the
   * code of an {@link org.denovo.record.Absence}.
   */
  public Optional<String> code(String field, String spelling) {
    Map<String, String> words = byField.get(field);
    return words == null ? Optional.empty() : Optional.ofNullable(words.get(fold(spelling)));
  }

  /** All words of a field, folded spelling to code. */
  public Map<String, String> of(String field) {
    return byField.getOrDefault(field, Map.of());
  }

  /** These words, where they are silent those. */
  public Words or(Words shared) {
    Map<String, Map<String, String>> both = new HashMap<>(shared.byField);
    byField.forEach(
        (field, own) -> {
          Map<String, String> merged = new HashMap<>(both.getOrDefault(field, Map.of()));
          merged.putAll(own);
          both.put(field, merged);
        });
    return new Words(both);
  }

  /**
   * The form in which spellings are compared: NFKC, our own dashes, tildes and commas, simplified
   * characters, no invisible ones, inner white space as one blank, lower case, trimmed.
   */
  public static String fold(String text) {
    String wide = Normalizer.normalize(text, Normalizer.Form.NFKC);
    StringBuilder folded = new StringBuilder(wide.length());
    boolean space = false;
    for (int i = 0; i < wide.length(); i++) {
      char c = wide.charAt(i);
      char plain = plain(c);
      if (plain == 0) {
        continue;
      }
      if (plain == ' ') {
        space = folded.length() > 0;
      } else {
        if (space) {
          folded.append(' ');
          space = false;
        }
        folded.append(plain);
      }
    }
    return folded.toString().toLowerCase(Locale.ROOT);
  }

  private static char plain(char c) {
    return switch (c) {
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212', '\u30FC' -> '-';
      case '\u301C', '\u223C' -> '~';
      case '\u3001' -> ',';
      case '\u3002' -> '.';
      default -> {
        if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
          yield ' ';
        }
        yield c < 0x80 ? c : seen(Traditional.simplified(c));
      }
    };
  }

  /**
   * What is seen of it: nothing of joiners, marks of direction and soft hyphens; a Latin letter of
   * the Greek capitals and Cyrillic letters that look like one. Small Greek letters have a meaning.
   */
  private static char seen(char c) {
    if (Character.getType(c) == Character.FORMAT) {
      return 0;
    }
    int twin = c >= 0x0391 && c <= 0x0445 ? TWINS.indexOf(c) : -1;
    return twin < 0 ? c : LATIN.charAt(twin);
  }
}
