package org.denovo.normalise;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Chinese characters in pinyin without tones, as ICU reads them; ü is written v, as people type it.
 * The table is made when the first name is read.
 */
final class Pinyin {

  private static final char FIRST = '\u3400';
  private static final char LAST = '\u9FFF';
  private static final int LONGEST = 6;
  private static final Pattern TONES = Pattern.compile("[\\p{M}&&[^\u0308]]");
  private static final Pattern SYLLABLE = Pattern.compile("[a-z]+");

  private static final String[] TABLE = table();
  private static final Set<String> SYLLABLES = syllables();

  private Pinyin() {}

  /** The syllable of a character; nothing if it has none. */
  static Optional<String> of(int character) {
    return character >= FIRST && character <= LAST
        ? Optional.ofNullable(TABLE[character - FIRST])
        : Optional.empty();
  }

  /**
   * The syllables of which letters consist: the fewest, and of as many the one whose first are
   * longer. Nothing if they consist of none.
   */
  static Optional<List<String>> cut(String letters) {
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
  static String plain(String letters) {
    String bare = TONES.matcher(Normalizer.normalize(letters, Normalizer.Form.NFD)).replaceAll("");
    return bare.replace("u\u0308", "v").replace("\u0308", "");
  }

  private static String[] table() {
    StringBuilder all = new StringBuilder();
    for (char c = FIRST; c <= LAST; c++) {
      all.append(c).append('\n');
    }
    String[] read =
        plain(Transliterator.getInstance("Han-Latin").transliterate(all.toString()))
            .split("\n", -1);
    String[] table = new String[LAST - FIRST + 1];
    for (int i = 0; i < table.length; i++) {
      String syllable = read[i].strip();
      table[i] = SYLLABLE.matcher(syllable).matches() ? syllable : null;
    }
    return table;
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
