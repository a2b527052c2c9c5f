package org.denovo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.denovo.check.RuleBook;
import org.denovo.check.RuleCard;
import org.denovo.check.RuleCount;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a program reads of the rule book. */
class RulesJsonTest {

  private static JsonNode read(List<RuleCard> rules, Map<String, RuleCount> counts) {
    return JsonMapper.shared().readTree(RulesJson.of(rules, counts));
  }

  @Test
  void eachRuleOfTheBookIsAnObject() {
    JsonNode rules = read(RuleBook.BUILT_IN.all(), Map.of());
    assertThat(rules.size()).isEqualTo(RuleBook.BUILT_IN.all().size());
    assertThat(rules).allMatch(rule -> !rule.has("last_run"));
  }

  @Test
  void aRuleTellsWhatItBlocksAndHowItCameOut() {
    RuleCard card = RuleBook.BUILT_IN.named("CON-07").orElseThrow();
    JsonNode rule = read(List.of(card), Map.of("CON-07", RuleCount.of(card, 8, 1, 3))).get(0);
    assertThat(rule.get("rule_id").asString()).isEqualTo("CON-07");
    assertThat(rule.get("title_en").asString()).isEqualTo("A percentage outside 0 to 100");
    assertThat(rule.get("blocks").toString()).isEqualTo("[\"E4\"]");
    assertThat(rule.get("overridable").asBoolean()).isFalse();
    assertThat(rule.get("last_run").toString())
        .isEqualTo(
            "{\"judged\":8,\"passed\":7,\"failed\":1,\"rare\":0,\"not_applicable\":3,"
                + "\"held_back\":0,\"errors\":0}");
  }
}
