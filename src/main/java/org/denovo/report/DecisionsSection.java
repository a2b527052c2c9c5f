package org.denovo.report;

import java.util.List;
import java.util.Map;

/** What unresolved errors leave undecided, because of which rules, and what is lost by it. */
final class DecisionsSection {

  private static final int COHORTS = 3;

  private DecisionsSection() {}

  static List<Map<String, Object>> view(Report report) {
    return report.blocked().stream().map(DecisionsSection::row).toList();
  }

  private static Map<String, Object> row(Report.Blocked blocked) {
    return Map.of(
        "code", blocked.decision().name(),
        "title", Page.text(blocked.decision().title()),
        "patients", blocked.patients(),
        "rules", blocked.rules().stream().map(DecisionsSection::rule).toList(),
        "lost", blocked.lost().stream().limit(COHORTS).map(DecisionsSection::lost).toList(),
        "more", Math.max(0, blocked.lost().size() - COHORTS));
  }

  private static Map<String, Object> rule(Report.Blocking rule) {
    return Map.of("id", rule.ruleId(), "count", rule.findings());
  }

  private static Map<String, Object> lost(Report.Lost lost) {
    return Map.of("cohort", Page.text(lost.cohort()), "patients", lost.patients());
  }
}
