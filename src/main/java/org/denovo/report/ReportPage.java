package org.denovo.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.denovo.check.Severity;
import org.denovo.vocabulary.Text;

/** Writes the report as a page that needs no other file, no network and no server. */
public final class ReportPage {

  private ReportPage() {}

  /** Writes the page. */
  public static void write(Path file, Report report) {
    Page.write(file, "report.html", view(report));
  }

  private static Map<String, Object> view(Report report) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("title", Page.text(report.title()));
    view.put("asOf", report.asOf());
    view.put("hash", report.contentHash());
    view.put("parameters", report.parameters());
    view.put("notComparable", report.notComparable().map(Page::text).stream().toList());
    view.put("warnings", report.warnings().stream().map(Page::text).toList());
    view.put("verdict", Page.text(verdict(report)));
    view.put("tiles", tiles(report));
    view.put("centres", VerdictsSection.centres(report));
    view.put("returned", VerdictsSection.returned(report));
    view.put("accounts", VerdictsSection.accounts(report));
    view.put("heatCentres", report.centres().stream().map(Report.Centre::code).toList());
    view.put("heat", report.fields().stream().map(ReportPage::heat).toList());
    view.putAll(ChangesSection.view(report));
    view.put("blocked", DecisionsSection.view(report));
    view.putAll(FindingsSection.view(report));
    view.putAll(RulesSection.view(report));
    view.putAll(CentresSection.view(report.compared()));
    view.put("pairs", PairsSection.view(report.pairs()));
    view.put("cohorts", report.cohorts().stream().map(ReportPage::cohort).toList());
    view.put("unread", report.unread().stream().map(ReportPage::unread).toList());
    view.put("fresh", report.fresh().map(ReportPage::fresh).stream().toList());
    view.put("inputs", report.inputs().stream().map(ReportPage::input).toList());
    return view;
  }

  private static Text verdict(Report report) {
    long queries = count(report, Report.Verdict.WITH_QUERIES);
    long accepted = count(report, Report.Verdict.ACCEPTED);
    return new Text(
            "{0} 家中心接收，{1} 家接收但有质疑；退回 {2} 个文件；自上次以来新增 {3} 个问题，重开 {4} 个，持续 {5} 个，解决 {6} 个。",
            "{0} centres accepted, {1} accepted with queries; {2} files returned; {3} findings are"
                + " new since the last run, {4} reopened, {5} persist, {6} are resolved.")
        .with(
            accepted,
            queries,
            report.returned().size(),
            report.changes().appeared(),
            report.changes().reopened(),
            report.changes().persisting(),
            report.changes().resolved());
  }

  private static long count(Report report, Report.Verdict verdict) {
    return report.centres().stream().filter(c -> c.verdict() == verdict).count();
  }

  private static List<Map<String, Object>> tiles(Report report) {
    List<Map<String, Object>> tiles = new ArrayList<>();
    long patients = report.centres().stream().mapToLong(Report.Centre::patients).sum();
    tiles.add(tile(patients, new Text("当前患者", "current patients"), ""));
    tiles.add(tile(report.centres().size(), new Text("中心", "centres"), ""));
    for (Severity severity : Severity.values()) {
      long open =
          report.centres().stream().mapToLong(c -> c.findings().getOrDefault(severity, 0L)).sum();
      tiles.add(tile(open, several(severity), severity.code()));
    }
    for (Report.Cohort cohort : report.cohorts()) {
      tiles.add(tile(cohort.attrition().members(), cohort.title(), "cohort"));
    }
    return tiles;
  }

  private static Text several(Severity severity) {
    return switch (severity) {
      case ERROR -> new Text("错误", "errors");
      case WARNING -> new Text("警告", "warnings");
      case INFO -> new Text("提示", "notes");
    };
  }

  private static Map<String, Object> tile(long number, Text label, String kind) {
    return Map.of("number", number, "label", Page.text(label), "kind", kind);
  }

  private static Map<String, Object> heat(Report.Completeness field) {
    List<Map<String, Object>> cells = new ArrayList<>();
    for (var share : field.shares()) {
      String shown = share.map(s -> Long.toString(Math.round(100 * s))).orElse("");
      String shade = share.map(s -> "h" + (int) Math.floor(Math.min(0.999, s) * 5)).orElse("none");
      cells.add(Map.of("shown", shown, "shade", shade));
    }
    return Map.of("field", Page.text(field.field()), "cells", cells);
  }

  private static Map<String, Object> cohort(Report.Cohort cohort) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("name", cohort.name());
    row.put("title", Page.text(cohort.title()));
    row.put("flow", Page.picture(cohort.flow()));
    return row;
  }

  private static Map<String, Object> unread(Report.Unread unread) {
    return Map.of(
        "field", Page.text(unread.field()),
        "centre", unread.centre(),
        "raw", unread.raw(),
        "count", unread.count());
  }

  private static Map<String, Object> fresh(Report.Fresh fresh) {
    return Map.of(
        "rows", fresh.shown().stream().map(ReportPage::spelling).toList(), "inAll", fresh.inAll());
  }

  private static Map<String, Object> spelling(Report.Spelling spelling) {
    return Map.of(
        "field", Page.text(spelling.field()),
        "raw", spelling.raw(),
        "value", spelling.value(),
        "count", spelling.count(),
        "centres", String.join(", ", spelling.centres()));
  }

  private static Map<String, Object> input(Report.Input input) {
    return Map.of(
        "centre", input.centre(),
        "workbook", input.workbook(),
        "sha256", input.sha256(),
        "received", input.received().toString());
  }
}
