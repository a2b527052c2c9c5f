package org.denovo.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** The designs by their words; a new design is written here once. */
final class DesignWords {

  private static final Map<String, Design> PLAIN = byWord(new EverNever(), new TimeVarying());

  private static final Map<String, IntFunction<Design>> BY_MONTHS =
      new TreeMap<>(Map.of("landmark", Landmark::new, "clones", Clones::new));

  private DesignWords() {}

  /** The first words of all designs. */
  static List<String> words() {
    List<String> words = new ArrayList<>(PLAIN.keySet());
    words.addAll(BY_MONTHS.keySet());
    return words;
  }

  /** The designs in a phrase like {@code landmark 3m 6m}; empty if it is not written so. */
  static Optional<List<Design>> read(String phrase) {
    if (PLAIN.containsKey(phrase)) {
      return Optional.of(List.of(PLAIN.get(phrase)));
    }
    List<String> words = Arrays.asList(phrase.split(" "));
    List<String> months = words.subList(1, words.size());
    IntFunction<Design> design = BY_MONTHS.get(words.get(0));
    boolean written =
        design != null
            && !months.isEmpty()
            && months.stream().allMatch(month -> month.matches("[1-9][0-9]{0,2}m"))
            && new HashSet<>(months).size() == months.size();
    return written
        ? Optional.of(
            months.stream()
                .map(month -> month.substring(0, month.length() - 1))
                .map(Integer::valueOf)
                .map(design::apply)
                .toList())
        : Optional.empty();
  }

  private static Map<String, Design> byWord(Design... designs) {
    Map<String, Design> byWord = new TreeMap<>();
    for (Design design : designs) {
      byWord.put(design.word(), design);
    }
    return byWord;
  }
}
