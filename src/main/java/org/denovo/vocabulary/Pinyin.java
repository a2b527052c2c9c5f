package org.denovo.vocabulary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Chinese characters in pinyin without tones, each in its commonest reading; ü is written v, as
 * people type it. A test holds the table equal to ICU's, which takes far longer to load.
 */
public final class Pinyin {

  private static final char FIRST = '\u3400';
  private static final char LAST = '\u9FFF';
  private static final int LONGEST = 6;
  private static final Pattern TONES = Pattern.compile("[\\p{M}&&[^\u0308]]");

  private static final String[] TABLE = table();
  private static final Set<String> SYLLABLES = syllables();

  private Pinyin() {}

  /** The syllable of a character; nothing if it has none. */
  public static Optional<String> of(int character) {
    return character >= FIRST && character <= LAST
        ? Optional.ofNullable(TABLE[character - FIRST])
        : Optional.empty();
  }

  /**
   * The syllables of which letters consist: the fewest, and of as many the one whose first are
   * longer. Nothing if they consist of none.
   */
  public static Optional<List<String>> cut(String letters) {
    int length = letters.length();
    int[] fewest = new int[length + 1];
    int[] longest = new int[length + 1];
    Arrays.fill(fewest, Integer.MAX_VALUE);
    fewest[length] = 0;
    for (int at = length - 1; at >= 0; at--) {
      for (int end = Math.min(length, at + LONGEST); end > at; end--) {
        boolean fits =
            fewest[end] < Integer.MAX_VALUE && SYLLABLES.contains(letters.substring(at, end));
        if (fits && fewest[end] + 1 < fewest[at]) {
          fewest[at] = fewest[end] + 1;
          longest[at] = end;
        }
      }
    }
    if (length == 0 || fewest[0] == Integer.MAX_VALUE) {
      return Optional.empty();
    }
    List<String> cut = new ArrayList<>();
    for (int at = 0; at < length; at = longest[at]) {
      cut.add(letters.substring(at, longest[at]));
    }
    return Optional.of(cut);
  }

  /** Letters without tones. */
  public static String plain(String letters) {
    String bare = TONES.matcher(Normalizer.normalize(letters, Normalizer.Form.NFD)).replaceAll("");
    return bare.replace("u\u0308", "v").replace("\u0308", "");
  }

  private static String[] table() {
    String[] table = new String[LAST - FIRST + 1];
    for (String line : text().split("\n")) {
      String syllable = line.substring(0, line.indexOf(' '));
      line.substring(syllable.length() + 1).codePoints().forEach(c -> table[c - FIRST] = syllable);
    }
    return table;
  }

  private static String text() {
    try (InputStream in = Pinyin.class.getResourceAsStream("pinyin.txt")) {
      if (in == null) {
        throw new IllegalStateException("pinyin.txt is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every syllable of Chinese, and the ü of passports. */
  private static Set<String> syllables() {
    Set<String> syllables = new HashSet<>(List.of("lyu", "nyu"));
    for (String syllable : TABLE) {
      if (syllable != null) {
        syllables.add(syllable);
      }
    }
    return syllables;
  }
}
