package org.denovo.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.denovo.batch.Why;
import org.denovo.check.Decision;
import org.denovo.check.Finding;
import org.denovo.cohort.CohortDefinition;
import org.denovo.cohort.Endpoint;
import org.denovo.cohort.Explanation;
import org.denovo.cohort.Member;
import org.denovo.cohort.Membership;
import org.denovo.cohort.Onset;
import org.denovo.cohort.Outcome;
import org.denovo.cohort.Selection;
import org.denovo.evidence.Evidence;
import org.denovo.evidence.ReadAs;
import org.denovo.expression.Judgement;
import org.denovo.expression.Reason;
import org.denovo.expression.Verdict;
import org.denovo.extract.EventTimes;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Derived;
import org.denovo.record.PartialDate;
import org.denovo.record.Remark;
import org.denovo.record.Variable;
import org.denovo.source.SourceCell;
import org.denovo.vocabulary.Text;

/** Why a patient is where she is, in lines of at most 100 columns. */
final class WhyText {

  private final Terminal terminal;

  WhyText(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Prints cohorts, values and findings; of one variable only its value and the findings on it. */
  void print(Why why, Optional<Variable<?>> asked) {
    print(
        0,
        new Text("患者{0}，中心{1}", "patient {0} of centre {1}")
            .with(why.patient().key().pid(), why.patient().key().centre()));
    print(
        0,
        new Text("{0}，{1}接收", "{0}, received on {1}")
            .with(why.submission().fileName(), why.submission().received()));
    if (!why.isReadSo()) {
      print(
          0,
          new Text(
              "该工作簿是用另一版映射、词表、规则或程序读取的；下次运行会重读，届时的值可能不同",
              "this workbook was read with another edition of mapping, words, rules or program; the"
                  + " next run reads it again, and values may differ then"));
    }
    why.cohorts().forEach(cohort -> cohort(why, cohort));
    List<Variable<?>> variables = variables(why, asked);
    blank();
    print(0, new Text("取值与依据", "Values and what they rest on"));
    List<Evidence> evidence = asked.isPresent() ? why.evidence(variables) : why.decisive(variables);
    evidence.stream()
        .filter(e -> !isNotCollected(e))
        .collect(
            Collectors.groupingBy(WhyText::sameGround, LinkedHashMap::new, Collectors.toList()))
        .values()
        .forEach(this::evidence);
    String notCollected =
        evidence.stream()
            .filter(WhyText::isNotCollected)
            .map(e -> e.variable().name())
            .collect(Collectors.joining(", "));
    if (!notCollected.isEmpty()) {
      print(2, new Text("该中心未收集：{0}", "not collected by the centre: {0}").with(notCollected));
    }
    findings(why, why.findingsOn(variables));
  }

  /** The variables of which the values are shown. */
  static List<Variable<?>> variables(Why why, Optional<Variable<?>> asked) {
    return asked
        .<List<Variable<?>>>map(List::of)
        .orElseGet(
            () ->
                why.cohorts().stream()
                    .flatMap(cohort -> cohort.definition().reads().stream())
                    .distinct()
                    .toList());
  }

  private void cohort(Why why, Explanation cohort) {
    blank();
    print(
        0,
        new Text("{0} {1}  {2}", "{0} {1}  {2}")
            .with(
                cohort.definition().name(),
                cohort.definition().version(),
                cohort.definition().title()));
    print(2, membership(cohort));
    print(2, new Text("人群", "Population"));
    cohort.steps().forEach(step -> step(why, cohort, step));
    print(2, new Text("比较组", "Compared groups"));
    cohort.arms().forEach(arm -> judged(why, arm));
    print(2, timeZero(cohort));
    if (cohort.membership() instanceof Membership.In in) {
      outcomes(cohort, in.member());
    }
  }

  private static Text title(Explanation cohort, String arm) {
    return cohort.definition().arms().stream()
        .filter(each -> each.name().equals(arm))
        .map(CohortDefinition.Arm::title)
        .findFirst()
        .orElseThrow();
  }

  /** Where the patient is, in a sentence. */
  static Text membership(Explanation cohort) {
    if (cohort.membership() instanceof Membership.In in) {
      return new Text("在队列中：{0}", "in the cohort: {0}").with(title(cohort, in.member().arm()));
    }
    if (cohort.membership() instanceof Membership.Undecided open) {
      return new Text(
              "满足人群条件，但组别未定，缺：{0}", "fulfils the population, but the group is open for want of {0}")
          .with(names(open.missing()));
    }
    if (cohort.membership() instanceof Membership.Blocked blocked) {
      return new Text(
              "满足全部条件，但有未解决的错误，未能判定：{0}",
              "meets everything, but unresolved errors leave undecided: {0}")
          .with(blocked.decisions().stream().map(Decision::name).collect(Collectors.joining(", ")));
    }
    Membership.Left left = (Membership.Left) cohort.membership();
    String step = cohort.steps().get(left.step()).name();
    return left.judgement().verdict() == Verdict.NOT_KNOWN
        ? new Text(
                "不在队列中：步骤{0}无法判断，缺：{1}", "not in the cohort: step {0} is not known for want of {1}")
            .with(step, names(left.judgement().missing()))
        : new Text("不在队列中：不满足步骤{0}", "not in the cohort: step {0} is not met").with(step);
  }

  private void judged(Why why, Explanation.Judged judged) {
    head(judged);
    if (!judged.reason().says().equals(judged.says())) {
      reason(why, judged.reason(), 8);
    } else if (!judged.reason().reads().isEmpty()) {
      print(8, Text.same("[" + saw(why, judged.reason()) + "]"));
    }
  }

  private void head(Explanation.Judged judged) {
    print(
        4,
        new Text("{0} {1}：{2}{3}", "{0} {1}: {2}{3}")
            .with(
                mark(judged.judgement().verdict()),
                judged.name(),
                judged.says(),
                lacking(judged.judgement())));
  }

  /** Of the first and the last step more is known than the record tells. */
  private void step(Why why, Explanation cohort, Explanation.Judged step) {
    if (step.name().equals(Selection.ONE_PER_PERSON) && why.person().isPresent()) {
      head(step);
      WhyOutside.says(why.person().get()).forEach(says -> print(8, says));
    } else if (step.name().equals(Selection.NOTHING_BLOCKED)
        && !why.hindrances(cohort.definition()).isEmpty()) {
      head(step);
      why.hindrances(cohort.definition())
          .forEach(
              hindrance -> {
                print(8, WhyOutside.says(hindrance));
                print(12, WhyOutside.settle(hindrance));
              });
    } else {
      judged(why, step);
    }
  }

  private static Text lacking(Judgement judgement) {
    return judgement.missing().isEmpty()
        ? Text.same("")
        : new Text("；缺：{0}", "; lacking: {0}").with(names(judgement.missing()));
  }

  private void reason(Why why, Reason reason, int indent) {
    if (reason.parts().isEmpty()) {
      print(
          indent,
          new Text("{0} {1}  [{2}]", "{0} {1}  [{2}]")
              .with(mark(reason.verdict()), reason.says(), saw(why, reason)));
      return;
    }
    print(indent, new Text("{0} {1}", "{0} {1}").with(mark(reason.verdict()), reason.says()));
    reason.parts().forEach(part -> reason(why, part, indent + 4));
  }

  private String saw(Why why, Reason reason) {
    return reason.reads().stream()
        .map(variable -> variable.name() + " = " + shown(why, variable).in(terminal.lang()))
        .collect(Collectors.joining(", "));
  }

  private static Text timeZero(Explanation cohort) {
    Text zero = new Text("时间零点：{0}", "Time zero: {0}").with(cohort.timeZero().name());
    return cohort
        .start()
        .map(
            date ->
                date.precision() == PartialDate.Precision.DAY
                    ? new Text("{0} = {1}", "{0} = {1}").with(zero, date.write())
                    : new Text("{0} = {1}，按{2}计", "{0} = {1}, counted as {2}")
                        .with(zero, date.write(), date.imputed()))
        .orElseGet(() -> new Text("{0}，无法使用", "{0}, not usable").with(zero));
  }

  private static Text onset(Onset onset) {
    if (onset.day().isPresent()) {
      return new Text("第{0}天", "day {0}").with(onset.day().getAsInt());
    }
    return onset.isKnown() ? new Text("无", "none") : new Text("日期不详", "on an unknown day");
  }

  private void outcomes(Explanation cohort, Member member) {
    print(
        2,
        Text.same("{0}: {1}").with(cohort.definition().exposure().title(), onset(member.onset())));
    print(2, new Text("结局", "Outcomes"));
    for (Endpoint endpoint : cohort.definition().endpoints()) {
      print(
          4,
          member.outcomes().stream()
              .filter(outcome -> outcome.endpoint() == endpoint)
              .findFirst()
              .map(WhyText::outcome)
              .orElseGet(
                  () ->
                      new Text("{0}：记录不足，无法得出", "{0}: the record does not answer it")
                          .with(endpoint.name())));
    }
  }

  private static Text outcome(Outcome outcome) {
    return new Text("{0}：{1}天，{2}（{3}）", "{0}: {1} days, {2} ({3})")
        .with(
            outcome.endpoint().name(),
            outcome.days(),
            EventTimes.says(outcome),
            String.join(", ", outcome.variables()));
  }

  /** Fields that one cell settled in the same way are told together. */
  private static List<Object> sameGround(Evidence evidence) {
    return evidence.cell().isEmpty()
        ? List.of(evidence.variable().name())
        : List.of(
            evidence.cell().get().place(),
            evidence.other(),
            evidence.value(),
            evidence.answer().missing(),
            evidence.answer().remarks(),
            evidence.readAs());
  }

  private void evidence(List<Evidence> together) {
    Evidence evidence = together.get(0);
    String names =
        together.stream().map(each -> each.variable().name()).collect(Collectors.joining(", "));
    Text title =
        together.size() == 1
            ? new Text("    {0}", "    {0}").with(evidence.variable().title())
            : Text.same("");
    print(2, new Text("{0} = {1}{2}", "{0} = {1}{2}").with(names, shown(evidence), title));
    evidence.rule().ifPresent(rule -> rule(rule, evidence));
    evidence.cell().ifPresent(cell -> cell(cell, evidence));
  }

  private void rule(Derived<?> rule, Evidence evidence) {
    print(
        6,
        new Text("规则{0}第{1}版（{2}）", "rule {0} version {1} ({2})")
            .with(rule.rule(), rule.version(), rule.source()));
    if (!evidence.decisive().isEmpty()) {
      print(6, new Text("由此决定：{0}", "decided by {0}").with(names(evidence.decisive())));
    }
    List<Variable<?>> others = new ArrayList<>(rule.inputs());
    others.removeIf(input -> evidence.decisive().containsAll(input.fields()));
    if (!others.isEmpty()) {
      print(6, new Text("并查看：{0}", "looked at {0}").with(names(others)));
    }
  }

  private void cell(SourceCell cell, Evidence evidence) {
    print(
        6,
        evidence.isHidden()
            ? new Text("{0}（标识符，不显示）", "{0} (identifier, not shown)").with(cell.place())
            : cell.isBlank()
                ? new Text("{0}（空白）", "{0} (blank)").with(cell.place())
                : new Text("{0} “{1}”", "{0} \"{1}\"").with(cell.place(), cell.text()));
    evidence
        .other()
        .ifPresent(
            other ->
                print(
                    6,
                    new Text("取自同一人在中心{0}的记录{1}", "from the same person's record {1} of centre {0}")
                        .with(other.centre(), other.pid())));
    evidence.readAs().forEach(read -> print(6, readAs(read, cell)));
    if (evidence.readAs().isEmpty() && !evidence.isHidden() && !cell.isBlank()) {
      print(6, new Text("现有映射不再这样读取此单元格", "the mapping as it stands does not read the cell so"));
    }
    for (Remark remark : evidence.answer().remarks()) {
      print(6, new Text("注意：{0}（{1}）", "noticed: {0} ({1})").with(remark.title(), remark.code()));
    }
  }

  private static Text readAs(ReadAs read, SourceCell cell) {
    Text header =
        new Text("列“{0}”→ {1}", "column '{0}' → {1}").with(read.column().header(), read.meaning());
    if (cell.isBlank()) {
      return header;
    }
    Text column = new Text("{0}，{1}", "{0}, {1}").with(header, read.how().title());
    return read.word().isEmpty()
        ? column
        : new Text("{0}：“{1}” → {2}", "{0}: '{1}' → {2}").with(column, read.word(), read.stands());
  }

  private void findings(Why why, List<Finding> about) {
    blank();
    if (about.isEmpty()) {
      print(0, new Text("这些取值没有未决问题", "No open finding on these values"));
    } else {
      print(0, new Text("有关的问题", "Findings that matter here"));
    }
    for (Finding finding : about) {
      print(
          2,
          new Text("{0} {1}：{2}", "{0} {1}: {2}")
              .with(finding.ruleId(), finding.severity().title(), finding.says()));
      String cells =
          finding.cells().stream()
              .map(cell -> cell.place().toString())
              .distinct()
              .collect(Collectors.joining(", "));
      if (!cells.isEmpty()) {
        print(6, Text.same(cells));
      }
    }
    int others = why.findings().size() - about.size();
    if (others > 0) {
      print(2, new Text("另有{0}个与此无关的问题", "and {0} on other fields").with(others));
    }
  }

  private static boolean isNotCollected(Evidence evidence) {
    return evidence.answer() instanceof Answer.Absent<?> absent
        && absent.why() == Absence.NOT_COLLECTED
        && evidence.cell().isEmpty();
  }

  private static Text shown(Why why, Variable<?> variable) {
    return shown(why.of(variable));
  }

  private static Text shown(Evidence evidence) {
    if (evidence.isHidden() && evidence.answer().isKnown()) {
      return new Text("（标识符）", "(identifier)");
    }
    if (evidence.answer() instanceof Answer.Absent<?> absent) {
      return new Text("（{0}）", "({0})").with(absent.why().title());
    }
    return evidence.answer().isKnown()
        ? Text.same(evidence.value().isEmpty() ? "{}" : evidence.value())
        : new Text("（未读懂）", "(not understood)");
  }

  private static Text mark(Verdict verdict) {
    return switch (verdict) {
      case MET -> new Text("[满足]", "[met]");
      case NOT_MET -> new Text("[不满足]", "[not met]");
      case NOT_KNOWN -> new Text("[未知]", "[not known]");
    };
  }

  private static String names(List<? extends Variable<?>> variables) {
    List<String> names = new ArrayList<>();
    variables.forEach(variable -> names.add(variable.name()));
    return String.join(", ", names);
  }

  private void blank() {
    terminal.data("");
  }

  private void print(int indent, Text text) {
    Lines.of(indent, text.in(terminal.lang())).forEach(terminal::data);
  }
}
