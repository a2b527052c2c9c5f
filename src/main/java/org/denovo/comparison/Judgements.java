package org.denovo.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.denovo.check.CentreRules;
import org.denovo.check.Finding;
import org.denovo.check.FindingId;
import org.denovo.check.RuleCard;
import org.denovo.check.RuleCount;
import org.denovo.record.Field;

/** Gathers what rules on a centre come to: findings, and how often each could be judged. */
final class Judgements {

  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, Map<String, RuleCount>> counts = new TreeMap<>();

  Judgements(Iterable<String> centres) {
    for (String centre : centres) {
      Map<String, RuleCount> ofCentre = new TreeMap<>();
      CentreRules.all().forEach(card -> ofCentre.put(card.id(), RuleCount.NONE));
      counts.put(centre, ofCentre);
    }
  }

  void notApplicable(RuleCard card, String centre) {
    count(card, centre, RuleCount.of(card, 0, 0, 1));
  }

  void holds(RuleCard card, String centre) {
    count(card, centre, RuleCount.of(card, 1, 0, 0));
  }

  /**
   * A rule is broken.
   *
   * @param about what of the centre it is about, so that two findings of a rule have two ids
   */
  void broken(RuleCard card, String centre, String about, List<Field<?>> fields, Object... values) {
    count(card, centre, RuleCount.of(card, 1, 1, 0));
    List<String> names = fields.stream().map(Field::name).toList();
    findings.add(
        new Finding(
            FindingId.of(card.id(), centre, about, names),
            centre,
            Optional.empty(),
            card.id(),
            card.severity(),
            names,
            List.of(),
            card.says().with(values)));
  }

  private void count(RuleCard card, String centre, RuleCount more) {
    counts.get(centre).merge(card.id(), more, RuleCount::plus);
  }

  List<Finding> findings() {
    return findings;
  }

  Map<String, Map<String, RuleCount>> counts() {
    return counts;
  }
}
