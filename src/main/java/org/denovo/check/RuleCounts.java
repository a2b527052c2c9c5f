package org.denovo.check;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts, by centre and rule, on how many patients a rule came out how. */
public final class RuleCounts {

  private static final int ENDINGS = Ending.values().length;

  private final List<Rule> rules;
  private final Map<String, long[]> byCentre = new TreeMap<>();

  /** Counts of a checker's rules, all zero. */
  public RuleCounts(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /** Adds a patient. */
  public void add(Checked checked) {
    long[] counts = of(checked.patient().key().centre());
    List<Ending> endings = checked.endings();
    for (int i = 0; i < rules.size(); i++) {
      counts[i * ENDINGS + endings.get(i).ordinal()]++;
    }
  }

  /** Adds what another counted of the same rules. */
  public void add(RuleCounts other) {
    if (!other.rules.equals(rules)) {
      throw new IllegalArgumentException("counts of other rules");
    }
    other.byCentre.forEach(
        (centre, more) -> {
          long[] counts = of(centre);
          Arrays.setAll(counts, i -> counts[i] + more[i]);
        });
  }

  private long[] of(String centre) {
    return byCentre.computeIfAbsent(centre, key -> new long[rules.size() * ENDINGS]);
  }

  /** The counts by centre and rule id, both in order. */
  public Map<String, Map<String, RuleCount>> byCentre() {
    Map<String, Map<String, RuleCount>> all = new TreeMap<>();
    byCentre.forEach(
        (centre, counts) -> {
          Map<String, RuleCount> ofCentre = new TreeMap<>();
          for (int i = 0; i < rules.size(); i++) {
            ofCentre.put(rules.get(i).id(), count(counts, i * ENDINGS));
          }
          all.put(centre, Collections.unmodifiableMap(ofCentre));
        });
    return Collections.unmodifiableMap(all);
  }

  private static RuleCount count(long[] counts, int at) {
    RuleCount sum = RuleCount.NONE;
    for (Ending ending : Ending.values()) {
      sum = sum.plus(RuleCount.of(ending, counts[at + ending.ordinal()]));
    }
    return sum;
  }
}
