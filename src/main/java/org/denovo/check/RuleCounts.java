package org.denovo.check;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts, by centre and rule, on how many patients a rule was judged and how it came out. */
public final class RuleCounts {

  private final List<Rule> rules;
  private final Map<String, long[][]> byCentre = new TreeMap<>();

  /** Counts of a checker's rules, all zero. */
  public RuleCounts(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /** Adds a patient. */
  public void add(Checked checked) {
    long[][] counts =
        byCentre.computeIfAbsent(
            checked.patient().key().centre(), centre -> new long[rules.size()][3]);
    var judged = checked.judged();
    var broken = checked.broken();
    for (int i = 0; i < rules.size(); i++) {
      counts[i][0] += judged.get(i) ? 1 : 0;
      counts[i][1] += broken.get(i) ? 1 : 0;
      counts[i][2] += judged.get(i) ? 0 : 1;
    }
  }

  /** Adds what another counted of the same rules. */
  public void add(RuleCounts other) {
    if (!other.rules.equals(rules)) {
      throw new IllegalArgumentException("counts of other rules");
    }
    other.byCentre.forEach(
        (centre, more) -> {
          long[][] counts = byCentre.computeIfAbsent(centre, key -> new long[rules.size()][3]);
          for (int i = 0; i < rules.size(); i++) {
            for (int kind = 0; kind < 3; kind++) {
              counts[i][kind] += more[i][kind];
            }
          }
        });
  }

  /** The counts by centre and rule id, both in order. */
  public Map<String, Map<String, RuleCount>> byCentre() {
    Map<String, Map<String, RuleCount>> all = new TreeMap<>();
    byCentre.forEach(
        (centre, counts) -> {
          Map<String, RuleCount> ofCentre = new TreeMap<>();
          for (int i = 0; i < rules.size(); i++) {
            ofCentre.put(
                rules.get(i).id(), new RuleCount(counts[i][0], counts[i][1], counts[i][2]));
          }
          all.put(centre, Collections.unmodifiableMap(ofCentre));
        });
    return Collections.unmodifiableMap(all);
  }
}
