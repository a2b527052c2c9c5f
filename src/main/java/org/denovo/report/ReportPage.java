package org.denovo.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.denovo.change.RenameProposal;
import org.denovo.check.RuleCount;
import org.denovo.check.Severity;
import org.denovo.check.Standing;
import org.denovo.check.Turn;
import org.denovo.mapping.SheetLedger;
import org.denovo.record.PatientKey;
import org.denovo.source.Place;
import org.denovo.source.SourceCell;
import org.denovo.vocabulary.Text;
import tools.jackson.databind.json.JsonMapper;

/** Writes the report as a page that needs no other file, no network and no server. */
public final class ReportPage {

  private static final int RULES_SHOWN = 20;

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
    view.put("centres", report.centres().stream().map(ReportPage::centre).toList());
    view.put("returned", returned(report));
    view.put("accounts", accounts(report));
    view.put("heatCentres", report.centres().stream().map(Report.Centre::code).toList());
    view.put("heat", report.fields().stream().map(ReportPage::heat).toList());
    view.put("grid", KahnGrid.view(report.rules()));
    view.putAll(CentresSection.view(report.compared()));
    view.put("blocked", report.blocked().stream().map(ReportPage::blocked).toList());
    view.put("overrides", report.overrides().stream().map(ReportPage::override).toList());
    view.put("waivers", report.waivers().stream().map(ReportPage::waived).toList());
    view.put("rules", rules(report));
    view.put("outcomes", outcomes(report));
    view.put("silent", ids(report, count -> count.judged() == 0));
    view.put("failing", ids(report, count -> count.errors() > 0));
    view.put(
        "sinceHeads", Arrays.stream(Report.What.values()).map(w -> Page.text(w.title())).toList());
    view.put("since", report.sinceLast().stream().map(ReportPage::since).toList());
    view.put("renames", report.renames().stream().map(ReportPage::rename).toList());
    view.put("pairs", PairsSection.view(report.pairs()));
    view.put("cohorts", report.cohorts().stream().map(ReportPage::cohort).toList());
    view.put("unread", report.unread().stream().map(ReportPage::unread).toList());
    view.put("findings", findings(report));
    view.put("findingsShown", report.findings().size());
    view.put("findingsInAll", report.findingsInAll());
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

  private static Map<String, Object> centre(Report.Centre centre) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("code", centre.code());
    row.put("title", Page.text(centre.title()));
    row.put("workbook", centre.workbook().orElse("–"));
    row.put("verdict", Page.text(centre.verdict().title()));
    row.put("kind", centre.verdict().name().toLowerCase(Locale.ROOT));
    row.put("why", Page.text(centre.why()));
    row.put("tonight", centre.readTonight());
    row.put("patients", centre.patients());
    row.put("errors", centre.findings().getOrDefault(Severity.ERROR, 0L));
    row.put("warnings", centre.findings().getOrDefault(Severity.WARNING, 0L));
    row.put("infos", centre.findings().getOrDefault(Severity.INFO, 0L));
    row.put("fresh", centre.newFindings());
    row.put("rows", centre.sheets().stream().mapToLong(SheetLedger::seen).sum());
    row.put("refused", centre.sheets().stream().mapToLong(SheetLedger::refused).sum());
    return row;
  }

  /** Each sheet of each centre; the centre's name and workbook before its first sheet only. */
  private static List<Map<String, Object>> accounts(Report report) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Report.Centre centre : report.centres()) {
      for (int i = 0; i < centre.sheets().size(); i++) {
        Map<String, Object> row = sheet(centre.sheets().get(i));
        row.put("first", i == 0);
        row.put("sheets", centre.sheets().size());
        row.put("title", Page.text(centre.title()));
        row.put("workbook", centre.inForce());
        rows.add(row);
      }
    }
    return rows;
  }

  private static Map<String, Object> sheet(SheetLedger sheet) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("name", sheet.sheet().isEmpty() ? "–" : sheet.sheet());
    row.put("seen", sheet.seen());
    row.put("blank", sheet.blank());
    row.put("numbered", sheet.numbered());
    row.put("header", sheet.header());
    row.put("legend", sheet.legend());
    row.put("notes", sheet.notes());
    row.put("total", sheet.total());
    row.put("patients", sheet.patientRows());
    row.put("refused", sheet.refused());
    List<Map<String, Object>> leftOut = new ArrayList<>();
    sheet
        .rows()
        .forEach(
            (kind, numbers) -> {
              if (kind.isLeftOut()) {
                leftOut.add(
                    Map.of(
                        "title",
                        Page.text(kind.title()),
                        "rows",
                        numbers.shown(),
                        "kind",
                        kind.isRefused() ? "error" : "info"));
              }
            });
    row.put("leftOut", leftOut);
    row.put(
        "leftOutRows",
        sheet.rows().entrySet().stream()
            .filter(kind -> kind.getKey().isLeftOut())
            .mapToInt(kind -> kind.getValue().count())
            .sum());
    return row;
  }

  private static List<Map<String, Object>> returned(Report report) {
    return report.returned().stream()
        .map(
            file ->
                Map.<String, Object>of(
                    "title", Page.text(file.centre()),
                    "workbook", file.workbook(),
                    "why", Page.text(file.why())))
        .toList();
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

  /** How all rules came out together. */
  private static Map<String, Object> outcomes(Report report) {
    RuleCount all =
        report.rules().stream().map(Report.Rule::count).reduce(RuleCount.NONE, RuleCount::plus);
    return Map.of(
        "judged", all.judged(),
        "passed", all.passed(),
        "failed", all.failed(),
        "rare", all.rare(),
        "notApplicable", all.notApplicable(),
        "heldBack", all.heldBack(),
        "errors", all.errors());
  }

  private static List<String> ids(Report report, Predicate<RuleCount> so) {
    return report.rules().stream()
        .filter(rule -> so.test(rule.count()))
        .map(Report.Rule::id)
        .toList();
  }

  static String share(RuleCount count) {
    return count.judged() == 0
        ? "–"
        : String.format(Locale.ROOT, "%.1f %%", 100.0 * count.broken() / count.judged());
  }

  private static List<Map<String, Object>> rules(Report report) {
    return report.rules().stream()
        .filter(rule -> rule.count().broken() > 0)
        .sorted(
            (a, b) -> {
              int bySeverity = a.severity().compareTo(b.severity());
              int byBroken = Long.compare(b.count().broken(), a.count().broken());
              return bySeverity != 0
                  ? bySeverity
                  : byBroken != 0 ? byBroken : a.id().compareTo(b.id());
            })
        .limit(RULES_SHOWN)
        .map(ReportPage::rule)
        .toList();
  }

  private static Map<String, Object> rule(Report.Rule rule) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", rule.id());
    row.put("severity", rule.severity().code());
    row.put("severityTitle", Page.text(rule.severity().title()));
    row.put("says", Page.text(rule.says()));
    row.put("because", Page.text(rule.because()));
    row.put("judged", rule.count().judged());
    row.put("broken", rule.count().broken());
    row.put("share", share(rule.count()));
    long judged = Math.max(1, rule.count().judged());
    row.put("width", Math.max(1, Math.round(100.0 * rule.count().broken() / judged)));
    return row;
  }

  private static Map<String, Object> blocked(Report.Blocked blocked) {
    return Map.of(
        "code", blocked.decision().name(),
        "title", Page.text(blocked.decision().title()),
        "patients", blocked.patients(),
        "rules", String.join(", ", blocked.rules()));
  }

  private static Map<String, Object> override(Report.Overridden override) {
    long confirmed = override.settled().confirmed();
    long findings = override.settled().findings();
    return Map.of(
        "rule", override.ruleId(),
        "centre", override.centre(),
        "count", confirmed + " / " + findings,
        "share", String.format(Locale.ROOT, "%.0f %%", 100.0 * confirmed / findings),
        "doubt", override.settled().isRuleInDoubt());
  }

  private static Map<String, Object> waived(Report.Waived waived) {
    return Map.of(
        "rule", waived.waiver().ruleId(),
        "centre", waived.waiver().centre(),
        "by", waived.waiver().by(),
        "why", waived.waiver().why(),
        "until", waived.waiver().until().toString(),
        "holds", waived.holds(),
        "findings", waived.findings());
  }

  private static Map<String, Object> since(Report.SinceLast centre) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("centre", centre.centre());
    row.put("workbook", centre.workbook());
    row.put("last", centre.lastWorkbook());
    row.put("received", centre.lastReceived());
    row.put(
        "counts",
        Arrays.stream(Report.What.values()).map(w -> centre.counts().getOrDefault(w, 0L)).toList());
    row.put(
        "fields",
        centre.fields().stream()
            .map(f -> Map.of("title", Page.text(f.field()), "count", f.count()))
            .toList());
    return row;
  }

  private static Map<String, Object> rename(Report.Rename rename) {
    RenameProposal proposal = rename.proposal();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", proposal.id());
    row.put("centre", rename.centre());
    row.put("sheet", proposal.sheet());
    row.put("old", proposal.oldHeader());
    row.put("young", proposal.newHeader());
    row.put("confidence", proposal.confidence());
    row.put("same", proposal.same() + " / " + proposal.compared());
    row.put("samples", String.join(" · ", proposal.samples()));
    return row;
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

  /** The findings as compact JSON for the page's own table: the page stays quick with thousands. */
  private static String findings(Report report) {
    List<List<Object>> rows = new ArrayList<>();
    for (Report.Open open : report.findings()) {
      List<Object> row = new ArrayList<>();
      row.add(open.finding().id());
      row.add(open.finding().severity().code());
      row.add(open.finding().centre());
      row.add(open.finding().patient().map(PatientKey::pid).orElse(""));
      row.add(open.finding().ruleId());
      row.add(open.finding().says().zh());
      row.add(open.finding().says().en());
      row.add(cells(open.finding().cells()));
      row.add(open.turn() == Turn.PERSISTING ? List.of() : words(open.turn().title()));
      row.add(open.standing() == Standing.OPEN ? List.of() : words(open.standing().title()));
      rows.add(row);
    }
    // A text in a script element must not be able to end it.
    return JsonMapper.shared().writeValueAsString(rows).replace("<", "\\u003c");
  }

  private static List<String> words(Text text) {
    return List.of(text.zh(), text.en());
  }

  /** The addresses of each sheet behind the sheet's name, each once. */
  private static List<String> cells(List<SourceCell> cells) {
    Map<String, Set<String>> bySheet = new LinkedHashMap<>();
    for (SourceCell cell : cells) {
      Place place = cell.place();
      String sheet =
          place.sheet().isEmpty() ? place.workbook() : place.workbook() + "!" + place.sheet();
      bySheet.computeIfAbsent(sheet, s -> new LinkedHashSet<>()).add(place.address());
    }
    List<String> lines = new ArrayList<>();
    bySheet.forEach((sheet, addresses) -> lines.add(sheet + "! " + String.join(", ", addresses)));
    return lines;
  }
}
