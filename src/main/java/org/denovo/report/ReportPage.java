package org.denovo.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
    view.put("notComparable", report.notComparable().map(Page::text).stream().toList());
    view.put("warnings", report.warnings().stream().map(Page::text).toList());
    CallList calls = new CallList(report);
    view.putAll(MorningSection.view(report, calls));
    view.put("centres", VerdictsSection.centres(calls));
    view.put("returned", VerdictsSection.returned(report));
    view.put("accounts", VerdictsSection.accounts(report));
    view.put(
        "names",
        report.centres().stream()
            .collect(Collectors.toMap(Report.Centre::code, centre -> Page.text(centre.title()))));
    view.put(
        "heatCentres",
        report.centres().stream()
            .map(centre -> Map.of("code", centre.code(), "title", Page.text(centre.title())))
            .toList());
    view.put("heat", report.fields().stream().map(ReportPage::heat).toList());
    view.putAll(ChangesSection.view(report));
    view.put("blocked", DecisionsSection.view(report));
    view.putAll(FindingsSection.view(report));
    view.putAll(RulesSection.view(report));
    view.putAll(CentresSection.view(report.compared()));
    view.put("pairs", PairsSection.view(report.pairs()));
    view.put("cohorts", CohortsSection.view(report));
    view.put("unread", report.unread().stream().map(ReportPage::unread).toList());
    view.put("fresh", report.fresh().map(ReportPage::fresh).stream().toList());
    view.putAll(AgainSection.view(report));
    return view;
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
}
