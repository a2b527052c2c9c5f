package org.denovo.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.denovo.check.Finding;
import org.denovo.check.RuleCount;

/**
 * What comparing the centres came to.
 *
 * @param funnels the measures that are judged by funnel limits, in the order of a report
 * @param standings of every centre in every measure, measure by measure
 * @param findings by centre, rule and id
 * @param counts by centre and rule, on how many measures it could be judged and how it ended
 */
public record Compared(
    List<Funnel> funnels,
    List<Standing> standings,
    List<Finding> findings,
    Map<String, Map<String, RuleCount>> counts) {

  public Compared {
    funnels = List.copyOf(funnels);
    Map<String, List<Standing>> byMeasure = new LinkedHashMap<>();
    standings.forEach(
        standing ->
            byMeasure
                .computeIfAbsent(standing.measure().id(), measure -> new ArrayList<>())
                .add(standing));
    standings =
        byMeasure.values().stream()
            .flatMap(some -> some.stream().sorted(Comparator.comparing(Standing::centre)))
            .toList();
    findings =
        findings.stream()
            .sorted(
                Comparator.comparing(Finding::centre)
                    .thenComparing(Finding::ruleId)
                    .thenComparing(Finding::id))
            .toList();
  }
}
