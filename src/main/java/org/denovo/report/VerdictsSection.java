package org.denovo.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.denovo.check.Severity;
import org.denovo.mapping.SheetLedger;

/** What each centre's workbook is worth tonight, and what became of each of its rows. */
final class VerdictsSection {

  private VerdictsSection() {}

  /** The most urgent first. */
  static List<Map<String, Object>> centres(CallList calls) {
    return calls.inOrder().stream()
        .map(centre -> centre(centre, calls.keptOut(centre.code())))
        .toList();
  }

  private static Map<String, Object> centre(Report.Centre centre, long keptOut) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("code", centre.code());
    row.put("title", Page.text(centre.title()));
    row.put("workbook", centre.workbook().orElse("–"));
    row.put("verdict", Page.text(centre.verdict().title()));
    row.put("kind", centre.verdict().name().toLowerCase(Locale.ROOT));
    row.put("why", Page.text(centre.why()));
    row.put("patients", centre.patients());
    row.put("errors", centre.findings().getOrDefault(Severity.ERROR, 0L));
    row.put("warnings", centre.findings().getOrDefault(Severity.WARNING, 0L));
    row.put("keptOut", keptOut);
    row.put("fresh", centre.isNew());
    row.put("rows", centre.sheets().stream().mapToLong(SheetLedger::seen).sum());
    row.put("refused", centre.sheets().stream().mapToLong(SheetLedger::refused).sum());
    return row;
  }

  /** Each sheet of each centre; the centre's name and workbook before its first sheet only. */
  static List<Map<String, Object>> accounts(Report report) {
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

  static List<Map<String, Object>> returned(Report report) {
    return report.returned().stream()
        .map(
            file ->
                Map.<String, Object>of(
                    "title", Page.text(file.centre()),
                    "workbook", file.workbook(),
                    "why", Page.text(file.why())))
        .toList();
  }
}
