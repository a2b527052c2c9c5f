package org.denovo.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.denovo.batch.Why;
import org.denovo.check.Finding;
import org.denovo.linkage.Decision;
import org.denovo.record.PatientKey;
import org.denovo.vocabulary.Text;

/** What a cohort knows of a patient that her record does not tell: whose it is, what blocks it. */
final class WhyOutside {

  private WhyOutside() {}

  /** The person's records, and by what they are hers. */
  static List<Text> says(Why.SamePerson same) {
    List<Text> says = new ArrayList<>();
    List<PatientKey> members = same.person().members();
    for (PatientKey member : members) {
      Text sentence =
          member.equals(members.get(0))
              ? new Text("中心{0}的记录{1}为主记录", "record {1} of centre {0} leads")
              : new Text("中心{0}的记录{1}并入主记录", "record {1} of centre {0} is merged into it");
      says.add(sentence.with(member.centre(), member.pid()));
    }
    same.decisions().forEach(decision -> says.add(decided(decision)));
    if (same.decisions().size() < members.size() - 1) {
      says.add(new Text("身份证号相同，且没有矛盾之处", "the same identity number, and nothing is against it"));
    }
    return says;
  }

  private static Text decided(Decision decision) {
    Text sentence =
        switch (decision.verdict()) {
          case SAME ->
              new Text(
                  "已判定{0}与{1}为同一人（{2}，{3}：{4}）",
                  "{0} and {1} were decided to be one person ({2}, {3}: {4})");
          case DIFFERENT ->
              new Text(
                  "已判定{0}与{1}不是同一人（{2}，{3}：{4}），下次运行起生效",
                  "{0} and {1} were decided to be two persons ({2}, {3}: {4}), which counts from"
                      + " the next run on");
          case OPEN ->
              new Text(
                  "对{0}与{1}的判定已撤回（{2}，{3}：{4}），下次运行起生效",
                  "what was decided of {0} and {1} was taken back ({2}, {3}: {4}), which counts"
                      + " from the next run on");
        };
    return sentence.with(
        decision.one(), decision.other(), decision.by(), decision.day(), decision.why());
  }

  /** The error, and what it leaves open. */
  static Text says(Why.Hindrance hindrance) {
    return new Text("{0} {1}（未能判定：{3}）：{2}", "{0} {1} (leaves {3} open): {2}")
        .with(
            hindrance.obstacle().finding(),
            hindrance.obstacle().rule(),
            hindrance.finding().map(Finding::says).orElse(Text.same("…")),
            decisions(hindrance));
  }

  private static String decisions(Why.Hindrance hindrance) {
    return hindrance.obstacle().blocks().stream().map(Enum::name).collect(Collectors.joining(", "));
  }

  /** What is to be done about the error, or what was done since the last run. */
  static Text settle(Why.Hindrance hindrance) {
    if (!hindrance.now().isUnresolved()) {
      return new Text("此后{0}，下次运行起生效", "{0} since, which counts from the next run on")
          .with(hindrance.now().title());
    }
    return hindrance.mayConfirm()
        ? new Text(
                "改正数据，或：denovo finding confirm {0} --by 姓名 --why 理由",
                "correct the data, or: denovo finding confirm {0} --by NAME --why REASON")
            .with(hindrance.obstacle().finding())
        : new Text(
            "数据若有误须改正，此类错误不能确认",
            "correct the data if they are wrong; such an error cannot be confirmed");
  }

  /** The person's records, for machines. */
  static Map<String, Object> json(Why.SamePerson same) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("leads", same.person().record().key().pid());
    all.put(
        "records",
        same.person().members().stream()
            .map(key -> Map.of("centre", key.centre(), "patient_pid", key.pid()))
            .map(TreeMap::new)
            .toList());
    all.put("decisions", same.decisions().stream().map(WhyOutside::json).toList());
    return all;
  }

  private static Map<String, Object> json(Decision decision) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("one", decision.one());
    all.put("other", decision.other());
    all.put("verdict", decision.verdict().code());
    all.put("by", decision.by());
    all.put("why", decision.why());
    all.put("day", decision.day().toString());
    return all;
  }

  /** The error, for machines. */
  static Map<String, Object> json(Why.Hindrance hindrance) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("finding_id", hindrance.obstacle().finding());
    all.put("rule_id", hindrance.obstacle().rule());
    all.put("blocks", hindrance.obstacle().blocks().stream().map(Enum::name).toList());
    all.put("state_now", hindrance.now().code());
    all.put("may_confirm", hindrance.mayConfirm());
    all.put("says_en", hindrance.finding().map(finding -> finding.says().en()).orElse(""));
    all.put("says_zh", hindrance.finding().map(finding -> finding.says().zh()).orElse(""));
    return all;
  }
}
