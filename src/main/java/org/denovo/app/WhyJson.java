package org.denovo.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.denovo.batch.Why;
import org.denovo.check.Finding;
import org.denovo.cohort.Explanation;
import org.denovo.cohort.Member;
import org.denovo.cohort.Membership;
import org.denovo.cohort.Outcome;
import org.denovo.evidence.Evidence;
import org.denovo.evidence.ReadAs;
import org.denovo.expression.Reason;
import org.denovo.expression.Verdict;
import org.denovo.record.PartialDate;
import org.denovo.record.PatientKey;
import org.denovo.record.Remark;
import org.denovo.record.Variable;
import org.denovo.vocabulary.Text;

/** Why a patient is where she is, for machines. */
final class WhyJson {

  private WhyJson() {}

  static Map<String, Object> of(Why why, Optional<Variable<?>> asked) {
    List<Variable<?>> variables = WhyText.variables(why, asked);
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("patient_pid", why.patient().key().pid());
    all.put("centre", why.patient().key().centre());
    all.put("workbook", why.submission().fileName());
    all.put("received", why.submission().received().toString());
    all.put("read_as_now", why.isReadSo());
    all.put("person", why.person().map(WhyOutside::json).orElse(null));
    all.put("cohorts", why.cohorts().stream().map(cohort -> cohort(why, cohort)).toList());
    all.put("values", why.evidence(variables).stream().map(WhyJson::evidence).toList());
    all.put("findings", why.findingsOn(variables).stream().map(WhyJson::finding).toList());
    return all;
  }

  private static Map<String, Object> cohort(Why why, Explanation cohort) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("cohort", cohort.definition().name());
    all.put("version", cohort.definition().version());
    all.put("membership", code(cohort.membership()));
    text(all, WhyText.membership(cohort));
    all.put("steps", cohort.steps().stream().map(WhyJson::judged).toList());
    all.put("arms", cohort.arms().stream().map(WhyJson::judged).toList());
    all.put(
        "blocked_by", why.hindrances(cohort.definition()).stream().map(WhyOutside::json).toList());
    all.put("time_zero", cohort.timeZero().name());
    all.put("time_zero_date", cohort.start().map(PartialDate::write).orElse(null));
    if (cohort.membership() instanceof Membership.In in) {
      Member member = in.member();
      all.put("arm", member.arm());
      all.put(
          "exposure_day",
          member.onset().day().isPresent() ? member.onset().day().getAsInt() : null);
      all.put("outcomes", member.outcomes().stream().map(WhyJson::outcome).toList());
    }
    return all;
  }

  private static String code(Membership membership) {
    if (membership instanceof Membership.In) {
      return "in";
    }
    if (membership instanceof Membership.Undecided) {
      return "undecided";
    }
    return membership instanceof Membership.Blocked ? "blocked" : "left";
  }

  private static Map<String, Object> judged(Explanation.Judged judged) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("name", judged.name());
    all.put("verdict", code(judged.judgement().verdict()));
    text(all, judged.says());
    all.put("lacking", names(judged.judgement().missing()));
    all.put("reason", reason(judged.reason()));
    return all;
  }

  private static Map<String, Object> reason(Reason reason) {
    Map<String, Object> all = new LinkedHashMap<>();
    text(all, reason.says());
    all.put("verdict", code(reason.verdict()));
    all.put("reads", names(reason.reads()));
    all.put("parts", reason.parts().stream().map(WhyJson::reason).toList());
    return all;
  }

  private static Map<String, Object> outcome(Outcome outcome) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("endpoint", outcome.endpoint().name());
    all.put("days", outcome.days());
    all.put("code", outcome.code());
    all.put("variables", outcome.variables());
    return all;
  }

  private static Map<String, Object> evidence(Evidence evidence) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("variable", evidence.variable().name());
    all.put("value", evidence.value());
    all.put("missing", evidence.answer().missing());
    evidence
        .rule()
        .ifPresent(
            rule -> {
              all.put("rule", rule.rule());
              all.put("rule_version", rule.version());
              all.put("source", rule.source());
              all.put("inputs", names(rule.inputs()));
              all.put("decisive", names(evidence.decisive()));
            });
    evidence
        .cell()
        .ifPresent(
            cell -> {
              all.put("cell", cell.place().toString());
              all.put("raw", evidence.raw());
              all.put("other_pid", evidence.other().map(PatientKey::pid).orElse(null));
              all.put("read_by", evidence.readAs().stream().map(WhyJson::readAs).toList());
              all.put("remarks", evidence.answer().remarks().stream().map(Remark::code).toList());
            });
    return all;
  }

  private static Map<String, Object> readAs(ReadAs read) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("sheet", read.sheet().sheet());
    all.put("column", read.column().header());
    all.put("meaning", read.meaning());
    all.put("how", read.how().name().toLowerCase(Locale.ROOT));
    all.put("word", read.word());
    all.put("stands_for", read.stands());
    return all;
  }

  private static Map<String, Object> finding(Finding finding) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("finding_id", finding.id());
    all.put("rule_id", finding.ruleId());
    all.put("severity", finding.severity().code());
    text(all, finding.says());
    all.put("cells", finding.cells().stream().map(cell -> cell.place().toString()).toList());
    return all;
  }

  private static String code(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }

  private static List<String> names(List<? extends Variable<?>> variables) {
    return variables.stream().<String>map(Variable::name).toList();
  }

  private static void text(Map<String, Object> all, Text says) {
    all.put("says_en", says.en());
    all.put("says_zh", says.zh());
  }
}
