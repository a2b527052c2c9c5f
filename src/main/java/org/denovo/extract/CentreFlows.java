package org.denovo.extract;

import java.util.LinkedHashMap;
import java.util.Map;
import org.denovo.cohort.Attrition;

/** The flows of the centres, which together must be the flow of the whole. */
final class CentreFlows {

  private CentreFlows() {}

  /**
   * Checks that every count of the total is the sum of the centres', and that each centre's arms
   * are those of the members that were written.
   *
   * @param members by centre and arm
   * @throws IllegalStateException if it does not add up
   */
  static void check(
      Attrition total, Map<String, Attrition> byCentre, Map<String, Map<String, Long>> members) {
    Map<String, Long> expected = counts(total);
    Map<String, Long> sums = new LinkedHashMap<>();
    expected.keySet().forEach(key -> sums.put(key, 0L));
    byCentre
        .values()
        .forEach(flow -> counts(flow).forEach((key, n) -> sums.merge(key, n, Long::sum)));
    if (!sums.equals(expected)) {
      throw new IllegalStateException("the centres add up to " + sums + ", not to " + expected);
    }
    if (!byCentre.keySet().containsAll(members.keySet())) {
      throw new IllegalStateException("a member is of a centre that has no flow");
    }
    byCentre.forEach(
        (centre, flow) -> {
          Map<String, Long> written = members.getOrDefault(centre, Map.of());
          flow.arms()
              .forEach(
                  (arm, n) -> {
                    if (written.getOrDefault(arm, 0L) != n.longValue()) {
                      throw new IllegalStateException(
                          centre + ": " + n + " in " + arm + ", " + written.get(arm) + " written");
                    }
                  });
        });
  }

  private static Map<String, Long> counts(Attrition flow) {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("started", flow.started());
    for (int i = 0; i < flow.steps().size(); i++) {
      Attrition.Step step = flow.steps().get(i);
      counts.put(i + " not met", step.notMet());
      counts.put(i + " not known", step.notKnown());
    }
    flow.arms().forEach((arm, n) -> counts.put("arm " + arm, n));
    counts.put("undecided", flow.undecided());
    return counts;
  }
}
