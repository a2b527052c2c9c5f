package org.denovo.proposal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.denovo.vocabulary.Pinyin;

/**
 * Headers in pinyin without tones: whole ({@code zhuyuanhao}) or initials ({@code zyh}). A few
 * characters are read otherwise in headers than they mostly are.
 */
final class HeaderPinyin {

  private final Map<Integer, String> readings;

  /** Syllables to the concepts of every word that is spelt so. */
  private final Map<String, Set<String>> concepts = new HashMap<>();

  private int longest;

  private static final int MEANINGS = 32;

  private HeaderPinyin(Map<Integer, String> readings, Map<String, String> words) {
    this.readings = readings;
    new TreeMap<>(words)
        .forEach(
            (word, concept) ->
                spelt(word, true)
                    .filter(letters -> letters.length() > 1)
                    .ifPresent(
                        letters -> {
                          concepts
                              .computeIfAbsent(letters, l -> new LinkedHashSet<>())
                              .add(concept);
                          longest = Math.max(longest, letters.length());
                        }));
  }

  /** The table that comes with the software, for the words of headers. */
  static HeaderPinyin of(Concepts words) {
    Map<Integer, String> readings = new HashMap<>();
    HeaderData.read("concepts")
        .get("readings")
        .orElseThrow()
        .entries()
        .forEach((syllable, one) -> readings.put(one.text().codePointAt(0), syllable));
    return new HeaderPinyin(readings, words.words());
  }

  /** The initials of a text of Chinese characters; nothing for any other. */
  Optional<String> initials(String text) {
    return spelt(text, false);
  }

  /** The syllables of a text of Chinese characters, joined; nothing for any other. */
  Optional<String> syllables(String text) {
    return spelt(text, true);
  }

  private Optional<String> spelt(String text, boolean whole) {
    StringBuilder letters = new StringBuilder();
    for (int c : text.codePoints().toArray()) {
      String syllable = readings.getOrDefault(c, Pinyin.of(c).orElse(""));
      if (syllable.isEmpty()) {
        return Optional.empty();
      }
      letters.append(whole ? syllable : syllable.substring(0, 1));
    }
    return letters.isEmpty() ? Optional.empty() : Optional.of(letters.toString());
  }

  /**
   * What the syllables may say, if header words make up all of them: the fewest words that do, each
   * in all its meanings.
   */
  List<Concepts.Cut> full(String letters) {
    int length = letters.length();
    int[] words = new int[length + 1];
    int[] from = new int[length + 1];
    java.util.Arrays.fill(words, Integer.MAX_VALUE);
    words[0] = 0;
    for (int at = 0; at < length; at++) {
      for (int end = at + 2;
          words[at] < Integer.MAX_VALUE && end <= Math.min(length, at + longest);
          end++) {
        if (concepts.containsKey(letters.substring(at, end)) && words[at] + 1 < words[end]) {
          words[end] = words[at] + 1;
          from[end] = at;
        }
      }
    }
    if (length == 0 || words[length] == Integer.MAX_VALUE) {
      return List.of();
    }
    List<Set<String>> meanings = List.of(Set.of());
    for (int end = length; end > 0; end = from[end]) {
      List<Set<String>> more = new ArrayList<>();
      for (Set<String> before : meanings) {
        for (String concept : concepts.get(letters.substring(from[end], end))) {
          Set<String> longer = new LinkedHashSet<>(before);
          longer.add(concept);
          more.add(longer);
        }
      }
      meanings = more.subList(0, Math.min(MEANINGS, more.size()));
    }
    return meanings.stream().map(all -> new Concepts.Cut(all, 0, 0, 0, List.of())).toList();
  }
}
