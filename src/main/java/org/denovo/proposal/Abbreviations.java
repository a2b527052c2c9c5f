package org.denovo.proposal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a Latin word of a header stands for that is no listed word: another form of one (tumors,
 * ulcerated), one without its vowels or its end (PTNT, PROGR, LATRLTY), or one with a slip of the
 * pen. Only what all likely readings agree on is an answer.
 */
final class Abbreviations {

  private static final int SHORTEST = 3;

  /** Of three letters the end of too many words could be missing. */
  private static final int SHORTEST_BEGINNING = 4;

  private static final int SHORTEST_WITH_A_SLIP = 7;

  private static final Pattern WORD = Pattern.compile("[a-z]{4,}");

  private static final List<String[]> ENDINGS =
      List.of(
          new String[] {"ies", "y"},
          new String[] {"es", ""},
          new String[] {"s", ""},
          new String[] {"ed", ""},
          new String[] {"d", ""},
          new String[] {"ing", ""},
          new String[] {"ing", "e"},
          new String[] {"ally", "al"},
          new String[] {"ly", ""});

  private static final Map<String, String> BRITISH =
      Map.of("our", "or", "oe", "e", "ae", "e", "isation", "ization", "centre", "center");

  private final Map<String, String> words;
  private final Map<Character, List<String>> byFirst = new HashMap<>();
  private final Map<String, Optional<String>> known = new HashMap<>();

  /**
   * @param words every listed word and its concept
   */
  Abbreviations(Map<String, String> words) {
    this.words = words;
    words.keySet().stream()
        .filter(word -> WORD.matcher(word).matches())
        .forEach(word -> byFirst.computeIfAbsent(word.charAt(0), c -> new ArrayList<>()).add(word));
  }

  /** The concept of letters that are no word of the list; nothing if it is not plain. */
  Optional<String> concept(String letters) {
    return letters.length() < SHORTEST
        ? Optional.empty()
        : known.computeIfAbsent(letters, this::read);
  }

  private Optional<String> read(String letters) {
    return inflected(letters)
        .or(() -> only(letters, SHORTEST, Abbreviations::lacksVowels))
        .or(() -> only(letters, SHORTEST_BEGINNING, this::begins))
        .or(() -> only(letters, SHORTEST_WITH_A_SLIP, Abbreviations::slips));
  }

  private Optional<String> inflected(String letters) {
    List<String> forms = new ArrayList<>(List.of(letters));
    BRITISH.forEach(
        (british, american) -> {
          forms.add(letters.replace(british, american));
          forms.add(letters.replace(american, british));
        });
    for (String form : List.copyOf(forms)) {
      for (String[] ending : ENDINGS) {
        if (form.endsWith(ending[0]) && form.length() - ending[0].length() >= SHORTEST) {
          forms.add(form.substring(0, form.length() - ending[0].length()) + ending[1]);
        }
      }
    }
    return forms.stream().filter(words::containsKey).map(words::get).findFirst();
  }

  private interface Likeness {
    boolean holds(String letters, String word);
  }

  private Optional<String> only(String letters, int shortest, Likeness likeness) {
    if (letters.length() < shortest) {
      return Optional.empty();
    }
    Set<String> concepts = new LinkedHashSet<>();
    for (String word : byFirst.getOrDefault(letters.charAt(0), List.of())) {
      if (likeness.holds(letters, word)) {
        concepts.add(words.get(word));
      }
    }
    // Letters that are short for a word that says nothing may as well be initials.
    return concepts.size() == 1 && !concepts.contains(Concepts.NOISE)
        ? Optional.of(concepts.iterator().next())
        : Optional.empty();
  }

  /** True if the word has nothing more than vowels and doubled letters. */
  private static boolean lacksVowels(String letters, String word) {
    return rest(letters, word) >= 0
        && word.substring(rest(letters, word)).chars().allMatch(c -> vowel((char) c));
  }

  /** True if the word goes on where the letters end; nobody shortens a word that says nothing. */
  private boolean begins(String letters, String word) {
    return !words.get(word).equals(Concepts.NOISE) && rest(letters, word) >= 0;
  }

  /** Where the letters, between which only vowels may be missing, end in the word; -1 if not. */
  private static int rest(String letters, String word) {
    int at = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (at == letters.length()) {
        return i;
      }
      if (c == letters.charAt(at)) {
        at++;
      } else if (i == 0 || !vowel(c) && c != word.charAt(i - 1)) {
        return -1;
      }
    }
    return at == letters.length() ? word.length() : -1;
  }

  private static boolean vowel(char c) {
    return "aeiou".indexOf(c) >= 0;
  }

  /** True if one letter is wrong, missing, too many or in the place of the next. */
  private static boolean slips(String letters, String word) {
    int difference = letters.length() - word.length();
    if (Math.abs(difference) > 1 || word.length() < SHORTEST_WITH_A_SLIP - 1) {
      return false;
    }
    int same = 0;
    while (same < Math.min(letters.length(), word.length())
        && letters.charAt(same) == word.charAt(same)) {
      same++;
    }
    String left = letters.substring(same);
    String right = word.substring(same);
    if (difference == 0) {
      boolean swapped =
          left.length() > 1
              && left.charAt(0) == right.charAt(1)
              && left.charAt(1) == right.charAt(0)
              && left.substring(2).equals(right.substring(2));
      return swapped || !left.isEmpty() && left.substring(1).equals(right.substring(1));
    }
    return difference > 0 ? left.substring(1).equals(right) : right.substring(1).equals(left);
  }
}
