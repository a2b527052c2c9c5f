package org.denovo.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.denovo.check.Category;
import org.denovo.check.Context;
import org.denovo.check.RuleCount;
import org.denovo.check.Severity;

/**
 * The rules by what they look for and what they compare with (Kahn, eGEMs 2016), and by how grave
 * they are: how often they could be evaluated, which is the only denominator, and how often they
 * failed.
 */
final class KahnGrid {

  private record Row(Category category, Context context) implements Comparable<Row> {

    private static final Comparator<Row> ORDER =
        Comparator.comparing(Row::category).thenComparing(Row::context);

    @Override
    public int compareTo(Row other) {
      return ORDER.compare(this, other);
    }
  }

  private KahnGrid() {}

  /** The rows that hold a rule; the category stands before its first row only. */
  static List<Map<String, Object>> view(List<Report.Rule> rules) {
    Map<Row, List<Report.Rule>> rows = new TreeMap<>();
    Map<Category, Integer> heights = new TreeMap<>();
    for (Report.Rule rule : rules) {
      rows.computeIfAbsent(new Row(rule.category(), rule.context()), r -> new ArrayList<>())
          .add(rule);
    }
    rows.keySet().forEach(row -> heights.merge(row.category(), 1, Integer::sum));
    List<Map<String, Object>> view = new ArrayList<>();
    Category last = null;
    for (Map.Entry<Row, List<Report.Rule>> entry : rows.entrySet()) {
      Row row = entry.getKey();
      Map<String, Object> shown = row(row, entry.getValue());
      shown.put("first", row.category() != last);
      shown.put("height", heights.get(row.category()));
      view.add(shown);
      last = row.category();
    }
    return view;
  }

  private static Map<String, Object> row(Row row, List<Report.Rule> rules) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("title", Page.text(row.category().title()));
    shown.put("context", Page.text(row.context().title()));
    shown.put("rules", rules.size());
    shown.put("cells", Arrays.stream(Severity.values()).map(grave -> cell(rules, grave)).toList());
    shown.put("notApplicable", sum(rules).notApplicable());
    return shown;
  }

  private static Map<String, Object> cell(List<Report.Rule> rules, Severity severity) {
    List<Report.Rule> some = rules.stream().filter(r -> r.severity() == severity).toList();
    RuleCount count = sum(some);
    return Map.of(
        "rules", some.size(),
        "share", RulesSection.share(count),
        "broken", count.broken(),
        "judged", count.judged(),
        "kind", count.broken() > 0 ? severity.code() : "none");
  }

  private static RuleCount sum(List<Report.Rule> rules) {
    return rules.stream().map(Report.Rule::count).reduce(RuleCount.NONE, RuleCount::plus);
  }
}
