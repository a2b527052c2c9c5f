package org.denovo.batch;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.denovo.check.Decision;
import org.denovo.check.Finding;
import org.denovo.extract.PatientSet;
import org.denovo.record.PatientKey;

/** Of how many patients unresolved errors leave each decision open, by centre and by rule. */
final class BlockedPatients {

  private static final int RULES = 3;

  private final Map<Decision, Map<String, PatientSet>> patients = new EnumMap<>(Decision.class);
  private final Map<Decision, Map<String, Long>> rules = new EnumMap<>(Decision.class);

  /** A decision at a centre. */
  record Row(Decision decision, String centre, long patients) {}

  /**
   * A decision at all centres.
   *
   * @param rules those that block it most often, with their findings
   */
  record Total(Decision decision, long patients, List<Map.Entry<String, Long>> rules) {}

  void add(Finding finding, Iterable<Decision> blocked) {
    if (finding.patient().isEmpty()) {
      return;
    }
    String pid = finding.patient().map(PatientKey::pid).get();
    for (Decision decision : blocked) {
      patients
          .computeIfAbsent(decision, d -> new TreeMap<>())
          .computeIfAbsent(finding.centre(), c -> new PatientSet())
          .add(pid);
      rules.computeIfAbsent(decision, d -> new TreeMap<>()).merge(finding.ruleId(), 1L, Long::sum);
    }
  }

  /** In the order of decisions and centres. */
  List<Row> rows() {
    return patients.entrySet().stream()
        .flatMap(
            decision ->
                decision.getValue().entrySet().stream()
                    .map(c -> new Row(decision.getKey(), c.getKey(), c.getValue().count())))
        .toList();
  }

  /** All decisions in their order, also those that nothing blocks. */
  List<Total> totals() {
    return Arrays.stream(Decision.values())
        .map(
            decision ->
                new Total(
                    decision,
                    patients.getOrDefault(decision, Map.of()).values().stream()
                        .mapToLong(PatientSet::count)
                        .sum(),
                    most(rules.getOrDefault(decision, Map.of()))))
        .toList();
  }

  private static List<Map.Entry<String, Long>> most(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(RULES)
        .map(rule -> Map.entry(rule.getKey(), rule.getValue()))
        .toList();
  }
}
