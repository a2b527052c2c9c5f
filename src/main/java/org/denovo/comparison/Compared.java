package org.denovo.comparison;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.denovo.check.Finding;
import org.denovo.check.RuleCount;

/**
 * What comparing the centres came to.
 *
 * @param funnels the measures that are judged by funnel limits, in the order of a report
 * @param standings of every centre in every measure
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
    standings = List.copyOf(standings);
    findings =
        findings.stream()
            .sorted(
                Comparator.comparing(Finding::centre)
                    .thenComparing(Finding::ruleId)
                    .thenComparing(Finding::id))
            .toList();
  }
}
