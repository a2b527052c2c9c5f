package org.denovo.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.denovo.check.Decision;
import org.denovo.check.RuleCard;
import org.denovo.check.RuleCount;
import tools.jackson.databind.json.JsonMapper;

/** Rules as a JSON array, one object a rule, with how each came out in the last good run. */
final class RulesJson {

  private RulesJson() {}

  /**
   * The array.
   *
   * @param counts of the last good run, by rule; empty without one
   */
  static String of(List<RuleCard> rules, Map<String, RuleCount> counts) {
    List<Map<String, Object>> all = new ArrayList<>();
    rules.forEach(card -> all.add(rule(card, counts)));
    return JsonMapper.shared().writeValueAsString(all);
  }

  private static Map<String, Object> rule(RuleCard card, Map<String, RuleCount> counts) {
    Map<String, Object> rule = new LinkedHashMap<>();
    rule.put("rule_id", card.id());
    rule.put("version", card.version());
    rule.put("scope", card.scope().name().toLowerCase(Locale.ROOT));
    rule.put("severity", card.severity().code());
    rule.put("category", card.category().code());
    rule.put("blocks", card.blocks().stream().map(Decision::name).toList());
    rule.put("blocks_by_field", card.byField());
    rule.put("overridable", card.overridable());
    rule.put("title_en", card.title().en());
    rule.put("title_zh", card.title().zh());
    rule.put("sentence_en", card.says().en());
    rule.put("sentence_zh", card.says().zh());
    rule.put("because_en", card.because().en());
    rule.put("because_zh", card.because().zh());
    rule.put("source", card.source());
    if (counts.containsKey(card.id())) {
      rule.put("last_run", count(counts.get(card.id())));
    }
    return rule;
  }

  private static Map<String, Long> count(RuleCount count) {
    Map<String, Long> told = new LinkedHashMap<>();
    told.put("judged", count.judged());
    told.put("passed", count.passed());
    told.put("failed", count.failed());
    told.put("rare", count.rare());
    told.put("not_applicable", count.notApplicable());
    told.put("held_back", count.heldBack());
    told.put("errors", count.errors());
    return told;
  }
}
