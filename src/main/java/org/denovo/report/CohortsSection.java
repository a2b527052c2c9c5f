package org.denovo.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The cohorts in one table, how each stands, and the flow of each below. */
final class CohortsSection {

  private CohortsSection() {}

  static List<Map<String, Object>> view(Report report) {
    return report.cohorts().stream().map(cohort -> row(report, cohort)).toList();
  }

  private static Map<String, Object> row(Report report, Report.Cohort cohort) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("name", cohort.name());
    row.put("title", Page.text(cohort.title()));
    row.put("arms", arms(cohort));
    row.put("asked", cohort.attrition().started());
    row.put("members", cohort.attrition().members());
    row.put("change", ChangesSection.change(report, cohort).orElse("–"));
    row.put("undecided", cohort.attrition().undecided());
    row.put("blocked", cohort.attrition().blocked());
    row.put("flow", Page.picture(cohort.flow()));
    return row;
  }

  private static List<Map<String, Object>> arms(Report.Cohort cohort) {
    List<Map<String, Object>> arms = new ArrayList<>();
    cohort
        .attrition()
        .arms()
        .forEach(
            (name, members) ->
                arms.add(Map.of("title", Page.text(cohort.arms().get(name)), "members", members)));
    return arms;
  }
}
