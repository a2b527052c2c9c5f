package org.denovo.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The designs by their words; a new design is written here once. */
final class DesignWords {

  private static final Map<String, Design> PLAIN = byWord(new EverNever(), new TimeVarying());

  private static final Map<String, Function<Period, Design>> BY_PERIOD =
      new TreeMap<>(Map.of("landmark", Landmark::new, "clones", Clones::new));

  private DesignWords() {}

  /** The first words of all designs. */
  static List<String> words() {
    List<String> words = new ArrayList<>(PLAIN.keySet());
    words.addAll(BY_PERIOD.keySet());
    return words;
  }

  /** The designs in a phrase like {@code landmark 3m 6m}; empty if it is not written so. */
  static Optional<List<Design>> read(String phrase) {
    if (PLAIN.containsKey(phrase)) {
      return Optional.of(List.of(PLAIN.get(phrase)));
    }
    List<String> words = Arrays.asList(phrase.split(" "));
    List<String> periods = words.subList(1, words.size());
    Function<Period, Design> design = BY_PERIOD.get(words.get(0));
    boolean written =
        design != null
            && !periods.isEmpty()
            && periods.stream().allMatch(period -> period.matches(Period.WRITTEN))
            && new HashSet<>(periods).size() == periods.size();
    return written
        ? Optional.of(
            periods.stream()
                .map(period -> design.apply(Period.parse(period).orElseThrow()))
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
