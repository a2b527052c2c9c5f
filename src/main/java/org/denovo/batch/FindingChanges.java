package org.denovo.batch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.denovo.check.Finding;

/**
 * Which findings would appear and vanish. Of those that stand it keeps the ids only, as numbers;
 * the stored ones are passed over twice.
 */
final class FindingChanges {

  private static final int SHOWN = 5;

  private static final class Counter {
    private final List<Finding> appearing = new ArrayList<>();
    private final List<Finding> vanishing = new ArrayList<>();
    private long appear;
    private long vanish;
  }

  private final Consumer<Consumer<Finding>> stored;
  private final Predicate<String> isJudged;
  private final Set<Long> open = new HashSet<>();
  private final Set<Long> met = new HashSet<>();
  private final Map<String, Counter> byRule = new TreeMap<>();

  /**
   * Changes against stored findings.
   *
   * @param stored hands each of them over, whenever it is asked
   * @param isJudged true for the id of a rule that is judged again, or that is no more
   */
  FindingChanges(Consumer<Consumer<Finding>> stored, Predicate<String> isJudged) {
    this.stored = stored;
    this.isJudged = isJudged;
    stored.accept(
        finding -> {
          if (isJudged.test(finding.ruleId())) {
            open.add(number(finding));
          }
        });
  }

  /** Takes a finding that would be made now. */
  void add(Finding finding) {
    long number = number(finding);
    if (met.add(number) && !open.contains(number)) {
      Counter counter = byRule.computeIfAbsent(finding.ruleId(), rule -> new Counter());
      counter.appear++;
      keep(counter.appearing, finding);
    }
  }

  /** The rules of which a finding appears or vanishes, by id; to be asked once, at the end. */
  List<Preview.RuleChange> rules() {
    stored.accept(
        finding -> {
          long number = number(finding);
          if (isJudged.test(finding.ruleId()) && open.contains(number) && met.add(number)) {
            Counter counter = byRule.computeIfAbsent(finding.ruleId(), rule -> new Counter());
            counter.vanish++;
            keep(counter.vanishing, finding);
          }
        });
    List<Preview.RuleChange> rules = new ArrayList<>();
    byRule.forEach(
        (rule, counter) ->
            rules.add(
                new Preview.RuleChange(
                    rule, counter.appear, counter.vanish, counter.appearing, counter.vanishing)));
    return rules;
  }

  private static void keep(List<Finding> findings, Finding finding) {
    if (findings.size() < SHOWN) {
      findings.add(finding);
    }
  }

  /** A finding's id is twelve hex digits. */
  private static long number(Finding finding) {
    return Long.parseUnsignedLong(finding.id(), 16);
  }
}
