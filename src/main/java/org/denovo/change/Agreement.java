package org.denovo.change;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How well the values of a column agree with the former values of the same patients. */
final class Agreement {

  private static final int SAMPLES = 3;

  private final Map<String, Integer> before = new HashMap<>();
  private final Map<String, Integer> now = new HashMap<>();
  private final Set<String> samples = new LinkedHashSet<>();
  private int same;
  private int compared;

  /**
   * Adds a patient whose former value is known.
   *
   * @param young the value now; empty if the cell was not understood
   * @param text what stands in the cell
   */
  void add(String old, String young, String text) {
    compared++;
    before.merge(old, 1, Integer::sum);
    now.merge(young, 1, Integer::sum);
    if (old.equals(young)) {
      same++;
      if (samples.size() < SAMPLES) {
        samples.add(Brief.of(text));
      }
    }
  }

  int same() {
    return same;
  }

  int compared() {
    return compared;
  }

  List<String> samples() {
    return List.copyOf(samples);
  }

  /**
   * Cohen's kappa (Educ Psychol Meas 1960;20:37), no less than 0: agreement beyond chance. Where
   * everybody has one value it says nothing and is 0.
   */
  double kappa() {
    double chance = 0;
    for (Map.Entry<String, Integer> value : before.entrySet()) {
      chance += 1.0 * value.getValue() * now.getOrDefault(value.getKey(), 0) / compared / compared;
    }
    return compared == 0 || chance == 1
        ? 0
        : Math.max(0, (1.0 * same / compared - chance) / (1 - chance));
  }
}
