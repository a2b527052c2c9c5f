package org.denovo.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.denovo.check.Severity;
import org.denovo.vocabulary.Text;

/**
 * The first screen, which answers four questions before anything else is read: did the night
 * succeed, what is new, which centre needs a call, and how do the cohorts stand.
 */
final class MorningSection {

  private static final int CALLS = 5;
  private static final int COHORTS = 4;

  private final Report report;
  private final CallList calls;

  private MorningSection(Report report, CallList calls) {
    this.report = report;
    this.calls = calls;
  }

  static Map<String, Object> view(Report report, CallList calls) {
    MorningSection morning = new MorningSection(report, calls);
    return Map.of("verdict", Page.text(morning.verdict()), "cards", morning.cards());
  }

  private Text verdict() {
    int returned = report.returned().size();
    if (report.inputs().isEmpty()) {
      return returned == 0
          ? new Text(
              "收件箱中没有工作簿，登记库目前为空。", "There is no workbook in the inbox; the registry is empty.")
          : new Text(
                  "收件箱中的{0}个文件都未能读取，登记库目前为空。",
                  "None of the files in the inbox ({0}) could be read; the registry is empty.")
              .with(returned);
    }
    if (returned == 0) {
      return new Text("已发布，全部文件均已读取。", "Published; every file was read.");
    }
    return new Text(
            "已发布，但有{0}个文件未读取，其余照常。",
            returned == 1
                ? "Published, but {0} file was not read; all else went on."
                : "Published, but {0} files were not read; all else went on.")
        .with(returned);
  }

  private List<Map<String, Object>> cards() {
    List<Map<String, Object>> cards = new ArrayList<>();
    cards.add(night());
    cards.add(fresh());
    cards.add(call());
    if (!report.cohorts().isEmpty()) {
      cards.add(report.cohorts().size() == 1 ? cohort(report.cohorts().get(0)) : cohorts());
    }
    return cards;
  }

  private Map<String, Object> night() {
    int inForce = report.inputs().size();
    long read =
        report.centres().stream()
            .filter(c -> c.readTonight() && c.verdict() != Report.Verdict.RETURNED)
            .count();
    List<Map<String, Object>> lines = new ArrayList<>();
    long patients = report.centres().stream().mapToLong(Report.Centre::patients).sum();
    lines.add(line(new Text("现有患者{0}名", "patients in the registry: {0}").with(patients)));
    lines.add(
        line(
            new Text("本次读取{0}个工作簿，沿用{1}个", "workbooks: {0} read tonight, {1} unchanged")
                .with(read, inForce - read)));
    if (!report.returned().isEmpty()) {
      lines.add(
          line(
              new Text("{0}个文件未读取", "files not read: {0}").with(report.returned().size()),
              "#returned",
              "error"));
    }
    return card(
        report.returned().isEmpty() && inForce > 0 ? "good" : "bad",
        new Text("运行结果", "The night"),
        inForce + " / " + report.centres().size(),
        new Text("家中心有数据", "centres have data"),
        lines);
  }

  private Map<String, Object> fresh() {
    Map<Severity, Long> open = bySeverity(false);
    List<Map<String, Object>> lines = new ArrayList<>();
    if (report.fresh().isEmpty()) {
      lines.add(line(counts(open)));
      lines.add(line(new Text("首次运行，尚无可比较的结果", "The first run: nothing to compare with")));
      return card(
          "", new Text("问题", "Findings"), total(open), new Text("个待解决", "to be resolved"), lines);
    }
    Map<Severity, Long> appeared = bySeverity(true);
    lines.add(line(counts(appeared)));
    lines.add(
        line(
            new Text("已解决{0}，仍持续{1}", "{0} resolved, {1} persist")
                .with(report.changes().resolved(), report.changes().persisting())));
    lines.add(line(new Text("未决共{0}个：{1}", "{0} open: {1}").with(total(open), counts(open))));
    if (report.notComparable().isPresent()) {
      lines.add(line(new Text("与上次不可比，见“变化”", "Not comparable with the last run"), "#changes", ""));
    }
    return card(
        appeared.getOrDefault(Severity.ERROR, 0L) > 0 ? "bad" : "",
        new Text("自上次运行以来", "Since the last run"),
        total(appeared),
        new Text("个问题新增或重开", "findings new or reopened"),
        lines);
  }

  private Map<Severity, Long> bySeverity(boolean isNew) {
    Map<Severity, Long> counts = new HashMap<>();
    for (Report.Centre centre : report.centres()) {
      (isNew ? centre.newFindings() : centre.findings())
          .forEach((severity, n) -> counts.merge(severity, n, Long::sum));
    }
    return counts;
  }

  private static String total(Map<Severity, Long> counts) {
    return Long.toString(counts.values().stream().mapToLong(Long::longValue).sum());
  }

  private static Text counts(Map<Severity, Long> counts) {
    return new Text("错误{0}、警告{1}、提示{2}", "errors {0}, warnings {1}, notes {2}")
        .with(
            counts.getOrDefault(Severity.ERROR, 0L),
            counts.getOrDefault(Severity.WARNING, 0L),
            counts.getOrDefault(Severity.INFO, 0L));
  }

  private Map<String, Object> call() {
    List<Report.Centre> toCall = calls.toCall();
    List<Map<String, Object>> lines = new ArrayList<>();
    for (Report.Centre centre : toCall.stream().limit(CALLS).toList()) {
      lines.add(
          line(
              new Text("{0}：{1}", "{0}: {1}").with(centre.title(), calls.why(centre).orElseThrow()),
              centre.verdict() == Report.Verdict.RETURNED ? "#returned" : "#centres",
              centre.verdict() == Report.Verdict.RETURNED ? "error" : ""));
    }
    if (toCall.size() > CALLS) {
      lines.add(
          line(new Text("另有{0}家", "and {0} more").with(toCall.size() - CALLS), "#centres", "more"));
    }
    return card(
        toCall.isEmpty() ? "good" : "",
        new Text("需要联系", "To call"),
        Integer.toString(toCall.size()),
        new Text("家中心，最急的在前", toCall.size() == 1 ? "centre" : "centres, most urgent first"),
        lines);
  }

  private Map<String, Object> cohort(Report.Cohort cohort) {
    List<Map<String, Object>> lines = new ArrayList<>();
    cohort
        .attrition()
        .arms()
        .forEach(
            (arm, members) ->
                lines.add(
                    line(
                        new Text("{0}：{1}名", "{0}: {1}").with(cohort.arms().get(arm), members),
                        "#cohorts",
                        "")));
    if (report.fresh().isPresent()) {
      lines.add(line(change(cohort)));
    }
    lines.add(line(heldBack(cohort.attrition().blocked())));
    return card(
        "cohort",
        cohort.title(),
        Long.toString(cohort.attrition().members()),
        new Text("名入组患者", "patients in the cohort"),
        lines);
  }

  private Map<String, Object> cohorts() {
    List<Map<String, Object>> lines =
        report.cohorts().stream()
            .limit(COHORTS)
            .map(
                cohort ->
                    line(
                        new Text("{0}：{1}名{2}", "{0}: {1}{2}")
                            .with(
                                cohort.title(),
                                cohort.attrition().members(),
                                ChangesSection.change(report, cohort)
                                    .map(" (%s)"::formatted)
                                    .orElse("")),
                        "#cohorts",
                        ""))
            .collect(Collectors.toCollection(ArrayList::new));
    if (report.cohorts().size() > COHORTS) {
      lines.add(
          line(
              new Text("另有{0}个", "and {0} more").with(report.cohorts().size() - COHORTS),
              "#cohorts",
              "more"));
    }
    return card(
        "cohort",
        new Text("队列", "Cohorts"),
        Integer.toString(report.cohorts().size()),
        new Text("个队列", "cohorts"),
        lines);
  }

  private Text change(Report.Cohort cohort) {
    return ChangesSection.change(report, cohort)
        .map(
            change ->
                change.equals("=")
                    ? new Text("与上次相同", "as in the last run")
                    : new Text("较上次{0}", "{0} since the last run").with(change))
        .orElse(new Text("上次没有可比的结果", "no count to compare with"));
  }

  private static Text heldBack(long patients) {
    return patients == 0
        ? new Text("没有患者因错误而不能入组", "nobody is kept out by an error")
        : new Text(
                "{0}名因未解决的错误不能入组",
                patients == 1 ? "{0} kept out by an open error" : "{0} kept out by open errors")
            .with(patients);
  }

  private static Map<String, Object> card(
      String kind, Text over, String number, Text label, List<Map<String, Object>> lines) {
    return Map.of(
        "kind", kind,
        "over", Page.text(over),
        "number", number,
        "label", Page.text(label),
        "lines", lines);
  }

  private static Map<String, Object> line(Text says) {
    return line(says, "", "");
  }

  private static Map<String, Object> line(Text says, String href, String kind) {
    return Map.of("says", Page.text(says), "href", href, "kind", kind);
  }
}
