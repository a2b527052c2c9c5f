package org.denovo.proposal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.denovo.mapping.Words;

/**
 * Cuts headers into the concepts of {@code concepts.yaml}. Of all ways to cut a text it takes the
 * one that leaves fewest characters unknown, then the one with fewest words: 手术|时间, not 手术时|间.
 */
final class Concepts {

  private static final double HAN = 10;
  private static final double LATIN = 6;
  private static final double WORD = 1;
  private static final double NOTHING = 0.01;

  /** DM is as much of an unknown word as anaemia is. */
  private static final int UNKNOWN_WORD = 5;

  /** What most values cannot make up for; three words may be as much of an adjective as one. */
  private static final double MOST_UNKNOWN = 4.2;

  static final String NOISE = "noise";

  /** More than a listed word, much less than letters that nobody knows. */
  private static final double GUESSED = 2;

  /**
   * @param guessed true if the spelling is no listed one
   */
  private record Word(String spelling, String concept, boolean guessed) {}

  private final Map<Character, List<Word>> byFirst = new HashMap<>();
  private final Map<String, String> all;
  private final Abbreviations abbreviations;

  private Concepts(Map<String, String> words) {
    all = words;
    abbreviations = new Abbreviations(words);
    words.forEach(
        (spelling, concept) ->
            byFirst
                .computeIfAbsent(spelling.charAt(0), c -> new ArrayList<>())
                .add(new Word(spelling, concept, false)));
    byFirst
        .values()
        .forEach(list -> list.sort(Comparator.comparingInt((Word w) -> -w.spelling().length())));
  }

  /**
   * The words that come with the software.
   *
   * @throws IllegalStateException if a word stands for two concepts
   */
  static Concepts shipped() {
    Map<String, String> words = new LinkedHashMap<>();
    HeaderData.read("concepts")
        .get("concepts")
        .orElseThrow()
        .entries()
        .forEach(
            (concept, spellings) -> {
              for (String spelling : HeaderData.texts(spellings)) {
                String other = words.put(fold(spelling), concept);
                if (other != null && !other.equals(concept)) {
                  throw new IllegalStateException(
                      "'" + spelling + "' stands for " + other + " and " + concept);
                }
              }
            });
    return new Concepts(words);
  }

  /** Every word and its concept. */
  Map<String, String> words() {
    return all;
  }

  Set<String> names() {
    return new LinkedHashSet<>(all.values());
  }

  /** The form in which headers are compared: folded, underscores as blanks. */
  static String fold(String text) {
    return Words.fold(text.replace('_', ' '));
  }

  /**
   * What a text is made of.
   *
   * @param concepts in their order
   * @param han Chinese characters that no word explains
   * @param latin letters that no word explains; a word counts as five
   * @param guessed words that are short for a listed one or another form of it
   * @param numbers the numbers in it, which say which of several columns it is
   */
  record Cut(Set<String> concepts, int han, int latin, int guessed, List<String> numbers) {

    Cut {
      concepts = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(concepts));
      numbers = List.copyOf(numbers);
    }

    /** How much of the text is not understood; 0 if all of it is. */
    double unknown() {
      return Math.min(MOST_UNKNOWN, 1.6 * han + 0.7 * latin) + 0.25 * guessed;
    }
  }

  /** Cuts a folded text. */
  Cut cut(String text) {
    int length = text.length();
    double[] cost = new double[length + 1];
    Word[] taken = new Word[length + 1];
    int[] from = new int[length + 1];
    java.util.Arrays.fill(cost, Double.MAX_VALUE);
    cost[0] = 0;
    for (int at = 0; at < length; at++) {
      if (cost[at] == Double.MAX_VALUE) {
        continue;
      }
      for (Word word : byFirst.getOrDefault(text.charAt(at), List.of())) {
        int end = at + word.spelling().length();
        if (text.startsWith(word.spelling(), at) && bounded(text, at, end)) {
          boolean sign = word.spelling().chars().noneMatch(Character::isLetterOrDigit);
          step(cost, taken, from, at, end, sign ? 0 : WORD, word);
        }
      }
      boolean starts = latin(text.charAt(at)) && (at == 0 || !latin(text.charAt(at - 1)));
      if (starts) {
        int begin = at;
        String letters = letters(text, at);
        if (!all.containsKey(letters)) {
          abbreviations
              .concept(letters)
              .map(concept -> new Word(letters, concept, true))
              .ifPresent(w -> step(cost, taken, from, begin, begin + letters.length(), GUESSED, w));
        }
      }
      step(cost, taken, from, at, at + 1, alone(text.charAt(at)), null);
    }
    return read(text, taken, from);
  }

  private static void step(
      double[] cost, Word[] taken, int[] from, int at, int end, double price, Word word) {
    if (cost[at] + price < cost[end]) {
      cost[end] = cost[at] + price;
      taken[end] = word;
      from[end] = at;
    }
  }

  /** The Latin letters that stand together from a place on. */
  private static String letters(String text, int start) {
    int end = start;
    while (end < text.length() && latin(text.charAt(end))) {
      end++;
    }
    return text.substring(start, end);
  }

  private static double alone(char c) {
    if (latin(c)) {
      return LATIN;
    }
    return Character.isLetter(c) ? HAN : NOTHING;
  }

  private static Cut read(String text, Word[] taken, int[] from) {
    List<String> concepts = new ArrayList<>();
    StringBuilder digits = new StringBuilder();
    int han = 0;
    int latin = 0;
    int run = 0;
    int guessed = 0;
    for (int end = text.length(); end > 0; end = from[end]) {
      if (taken[end] != null) {
        concepts.add(0, taken[end].concept());
        guessed += taken[end].guessed() ? 1 : 0;
        digits.insert(0, ' ');
      } else {
        char c = text.charAt(end - 1);
        han += Character.isLetter(c) && !latin(c) ? 1 : 0;
        if (latin(c)) {
          run++;
          boolean starts = end == 1 || taken[end - 1] != null || !latin(text.charAt(end - 2));
          latin += starts ? run > 1 ? UNKNOWN_WORD : 1 : 0;
          run = starts ? 0 : run;
        }
        digits.insert(0, digit(c) ? c : ' ');
      }
    }
    String numbers = digits.toString().trim();
    return new Cut(
        new LinkedHashSet<>(concepts),
        han,
        latin,
        guessed,
        numbers.isEmpty() ? List.of() : List.of(numbers.split(" +")));
  }

  /**
   * A folded text whose Latin letters are run together, cut into words: {@code datesurg} is date
   * and surg. The text itself if its letters are not made of words.
   */
  String parted(String text) {
    StringBuilder parted = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && latin(text.charAt(end))) {
        end++;
      }
      if (end > at) {
        parted.append(words(text.substring(at, end)));
        at = end;
      } else {
        parted.append(text.charAt(at++));
      }
    }
    return parted.toString();
  }

  /** The concept of the longest word with which a folded text ends. */
  Optional<String> head(String text) {
    for (int at = 0; at < text.length(); at++) {
      String concept = all.get(text.substring(at));
      if (concept != null && bounded(text, at, text.length())) {
        return Optional.of(concept);
      }
    }
    return Optional.empty();
  }

  private String words(String letters) {
    int length = letters.length();
    String[] best = new String[length + 1];
    int[] pieces = new int[length + 1];
    best[0] = "";
    for (int at = 0; at < length; at++) {
      if (best[at] == null) {
        continue;
      }
      for (Word word : byFirst.getOrDefault(letters.charAt(at), List.of())) {
        int end = at + word.spelling().length();
        boolean fits = word.spelling().length() > 1 && letters.startsWith(word.spelling(), at);
        if (fits
            && !word.concept().equals(NOISE)
            && (best[end] == null || pieces[at] + 1 < pieces[end])) {
          best[end] = best[at].isEmpty() ? word.spelling() : best[at] + " " + word.spelling();
          pieces[end] = pieces[at] + 1;
        }
      }
    }
    return best[length] == null ? letters : best[length];
  }

  /** A Latin word ends where its letters end, a number where its digits end. */
  private static boolean bounded(String text, int start, int end) {
    return !(start > 0 && together(text.charAt(start - 1), text.charAt(start)))
        && !(end < text.length() && together(text.charAt(end - 1), text.charAt(end)));
  }

  private static boolean together(char left, char right) {
    return latin(left) && latin(right) || digit(left) && digit(right);
  }

  static boolean latin(char c) {
    return c >= 'a' && c <= 'z';
  }

  static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}
