package org.denovo.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.denovo.intake.FieldTally;
import org.denovo.intake.RuleTally;
import org.denovo.intake.Trial;
import org.denovo.mapping.ReadSheet;
import org.denovo.mapping.SheetLedger;
import org.denovo.vocabulary.Text;
import org.denovo.workbook.WorkbookRefused;

/** A trial for machines. */
final class TrialJson {

  private TrialJson() {}

  static Map<String, Object> of(Trial trial) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("centre", trial.centre());
    all.put("workbook", trial.workbook());
    all.put("format", trial.format());
    all.put("patients", trial.patients());
    all.put("sheets", trial.sheets().stream().map(TrialJson::sheet).toList());
    all.put("fields", trial.fields().stream().map(TrialJson::field).toList());
    all.put("rules", trial.rules().stream().map(TrialJson::rule).toList());
    return all;
  }

  static Map<String, Object> refused(String centre, String workbook, WorkbookRefused refused) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("centre", centre);
    all.put("workbook", workbook);
    all.put("refused", refused.reason().name().toLowerCase(java.util.Locale.ROOT));
    says(all, refused.says());
    return all;
  }

  private static Map<String, Object> sheet(Trial.TriedSheet sheet) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("sheet", sheet.name());
    all.put("hidden", sheet.hidden());
    all.put("read", sheet.read().isPresent());
    all.put("holds_data", sheet.holdsData());
    sheet
        .read()
        .ifPresent(
            rows -> {
              ReadSheet read = rows.understood();
              all.put("header_rows", List.of(read.firstHeader() + 1, read.lastHeader() + 1));
              all.put("rows", rows(rows.ledger()));
              all.put("columns", read.columns().stream().map(TrialJson::column).toList());
              all.put("missing", read.missing().stream().map(TrialJson::missing).toList());
            });
    return all;
  }

  private static Map<String, Object> rows(SheetLedger ledger) {
    Map<String, Object> rows = new LinkedHashMap<>();
    rows.put("seen", ledger.seen());
    rows.put("blank", ledger.blank());
    rows.put("numbered", ledger.numbered());
    rows.put("header", ledger.header());
    rows.put("legend", ledger.legend());
    rows.put("notes", ledger.notes());
    rows.put("total", ledger.total());
    rows.put("patients", ledger.patientRows());
    rows.put("refused", ledger.refused());
    return rows;
  }

  private static Map<String, Object> column(ReadSheet.Column column) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("cell", column.header().address());
    all.put("header", column.label());
    all.put("use", column.use().name().toLowerCase(java.util.Locale.ROOT));
    all.put("means", column.meanings().stream().map(TrialText::name).toList());
    return all;
  }

  private static Map<String, Object> missing(ReadSheet.Missing missing) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("header", missing.header());
    all.put("nearest", missing.nearest().orElse(null));
    return all;
  }

  private static Map<String, Object> field(FieldTally tally) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("field", tally.field().name());
    all.put("known", tally.known());
    all.put("implied", tally.implied());
    Map<String, Long> absent = new LinkedHashMap<>();
    tally.absent().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> absent.put(entry.getKey().code(), entry.getValue()));
    all.put("absent", absent);
    all.put("not_understood", tally.unreadable());
    all.put("values", reads(tally.values()));
    all.put("texts", reads(tally.texts()));
    all.put("least", tally.range().map(FieldTally.Range::least).orElse(null));
    all.put("greatest", tally.range().map(FieldTally.Range::greatest).orElse(null));
    return all;
  }

  private static List<Map<String, Object>> reads(List<FieldTally.Read> reads) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (FieldTally.Read read : reads) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("text", read.text());
      if (!read.value().isEmpty()) {
        one.put("value", read.value());
      }
      one.put("n", read.count());
      all.add(one);
    }
    return all;
  }

  private static Map<String, Object> rule(RuleTally tally) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("rule_id", tally.card().id());
    all.put("severity", tally.card().severity().code());
    all.put("judged", tally.count().judged());
    all.put("passed", tally.count().passed());
    all.put("failed", tally.count().failed());
    all.put("rare", tally.count().rare());
    all.put("not_applicable", tally.count().notApplicable());
    all.put("held_back", tally.count().heldBack());
    all.put("error", tally.count().errors());
    all.put("findings", PreviewJson.findings(tally.first()));
    return all;
  }

  private static void says(Map<String, Object> into, Text text) {
    into.put("message_en", text.en());
    into.put("message_zh", text.zh());
  }
}
