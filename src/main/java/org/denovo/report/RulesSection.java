package org.denovo.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.denovo.check.RuleCount;

/**
 * How the rules came out, with their denominators, and what there is to know of those that fired.
 */
final class RulesSection {

  private static final int SHOWN = 20;

  private RulesSection() {}

  static Map<String, Object> view(Report report) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("grid", KahnGrid.view(report.rules()));
    view.put("outcomes", outcomes(report));
    view.put("rules", top(report));
    view.put("fired", fired(report));
    view.put("silent", ids(report, count -> count.judged() == 0));
    view.put("failing", ids(report, count -> count.errors() > 0));
    view.put("overrides", report.overrides().stream().map(RulesSection::override).toList());
    view.put("waivers", report.waivers().stream().map(RulesSection::waived).toList());
    return view;
  }

  /** How all rules came out together. */
  private static Map<String, Object> outcomes(Report report) {
    RuleCount all =
        report.rules().stream().map(Report.Rule::count).reduce(RuleCount.NONE, RuleCount::plus);
    return Map.of(
        "judged", all.judged(),
        "passed", all.passed(),
        "failed", all.failed(),
        "rare", all.rare(),
        "notApplicable", all.notApplicable(),
        "heldBack", all.heldBack(),
        "errors", all.errors());
  }

  private static List<String> ids(Report report, Predicate<RuleCount> so) {
    return report.rules().stream()
        .filter(rule -> so.test(rule.count()))
        .map(Report.Rule::id)
        .toList();
  }

  static String share(RuleCount count) {
    return count.judged() == 0
        ? "–"
        : String.format(Locale.ROOT, "%.1f %%", 100.0 * count.broken() / count.judged());
  }

  private static List<Map<String, Object>> top(Report report) {
    return report.rules().stream()
        .filter(rule -> rule.count().broken() > 0)
        .sorted(
            (a, b) -> {
              int bySeverity = a.severity().compareTo(b.severity());
              int byBroken = Long.compare(b.count().broken(), a.count().broken());
              return bySeverity != 0
                  ? bySeverity
                  : byBroken != 0 ? byBroken : a.id().compareTo(b.id());
            })
        .limit(SHOWN)
        .map(RulesSection::rule)
        .toList();
  }

  private static Map<String, Object> rule(Report.Rule rule) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", rule.id());
    row.put("severity", rule.severity().code());
    row.put("severityTitle", Page.text(rule.severity().title()));
    row.put("says", Page.text(rule.says()));
    row.put("because", Page.text(rule.because()));
    row.put("judged", rule.count().judged());
    row.put("broken", rule.count().broken());
    row.put("share", share(rule.count()));
    long judged = Math.max(1, rule.count().judged());
    row.put("width", Math.max(1, Math.round(100.0 * rule.count().broken() / judged)));
    return row;
  }

  /** Every rule that found something, by id. */
  private static List<Map<String, Object>> fired(Report report) {
    return report.rules().stream()
        .filter(rule -> rule.settled().findings() > 0 || rule.count().broken() > 0)
        .map(RulesSection::card)
        .toList();
  }

  private static Map<String, Object> card(Report.Rule rule) {
    Map<String, Object> row = rule(rule);
    row.put("version", rule.version());
    row.put("source", rule.source());
    row.put("overridable", rule.overridable());
    row.put("notApplicable", rule.count().notApplicable());
    row.put("errors", rule.count().errors());
    row.put("confirmed", rule.settled().confirmed());
    row.put("waived", rule.settled().waived());
    return row;
  }

  private static Map<String, Object> override(Report.Overridden override) {
    long confirmed = override.settled().confirmed();
    long findings = override.settled().findings();
    return Map.of(
        "rule", override.ruleId(),
        "centre", override.centre(),
        "count", confirmed + " / " + findings,
        "share", String.format(Locale.ROOT, "%.0f %%", 100.0 * confirmed / findings),
        "doubt", override.settled().isRuleInDoubt());
  }

  private static Map<String, Object> waived(Report.Waived waived) {
    return Map.of(
        "rule", waived.waiver().ruleId(),
        "centre", waived.waiver().centre(),
        "by", waived.waiver().by(),
        "why", waived.waiver().why(),
        "until", waived.waiver().until().toString(),
        "holds", waived.holds(),
        "findings", waived.findings());
  }
}
