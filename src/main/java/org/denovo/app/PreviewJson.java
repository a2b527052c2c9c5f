package org.denovo.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.denovo.batch.NightResult;
import org.denovo.batch.Preview;
import org.denovo.check.Finding;
import org.denovo.difference.Memberships;
import org.denovo.source.Place;

/** A preview for machines. */
final class PreviewJson {

  private PreviewJson() {}

  static Map<String, Object> of(Preview preview) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("compared_with", preview.runId());
    all.put("findings", preview.totals().stream().map(PreviewJson::total).toList());
    all.put("cohorts", preview.cohorts().stream().map(PreviewJson::cohort).toList());
    all.put("centres", preview.centres().stream().map(PreviewJson::centre).toList());
    all.put("across", preview.across().stream().map(PreviewJson::rule).toList());
    return all;
  }

  private static Map<String, Object> total(Preview.RuleTotal total) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("rule_id", total.rule());
    all.put("appear", total.appear());
    all.put("vanish", total.vanish());
    return all;
  }

  private static Map<String, Object> cohort(Preview.CohortChange change) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("cohort", change.cohort());
    all.put("before", change.before().map(PreviewJson::size).orElse(null));
    all.put("now", size(change.now()));
    Map<String, Object> counts = new LinkedHashMap<>();
    change.counts().forEach((kind, count) -> counts.put(kind.code(), count));
    all.put("counts", counts);
    all.put("patients", change.moved().stream().map(PreviewJson::moved).toList());
    return all;
  }

  private static Map<String, Object> moved(Memberships.Moved moved) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("change", moved.kind().code());
    all.put("patient_pid", moved.pid());
    all.put("before", moved.before());
    all.put("now", moved.now());
    return all;
  }

  private static Map<String, Object> size(NightResult.CohortSize size) {
    Map<String, Object> all = new LinkedHashMap<>(size.arms());
    all.put("undecided", size.undecided());
    all.put("blocked", size.blocked());
    return all;
  }

  private static Map<String, Object> centre(Preview.CentreChanges changes) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("centre", changes.centre());
    all.put("workbook", changes.workbook());
    all.put("state", changes.state().name().toLowerCase(Locale.ROOT));
    changes
        .why()
        .ifPresent(
            why -> {
              all.put("message_en", why.en());
              all.put("message_zh", why.zh());
            });
    all.put("patients", changes.patients());
    all.put("patients_appear", changes.appear());
    all.put("patients_vanish", changes.vanish());
    all.put("fields", changes.fields().stream().map(PreviewJson::field).toList());
    all.put("rules", changes.rules().stream().map(PreviewJson::rule).toList());
    return all;
  }

  private static Map<String, Object> field(Preview.FieldChange change) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("field", change.field().name());
    all.put("changed", change.changed());
    all.put("newly_read", change.gained());
    all.put("no_longer_read", change.lost());
    all.put("other_reason", change.reasons());
    all.put("transitions", change.transitions().stream().map(PreviewJson::transition).toList());
    return all;
  }

  private static Map<String, Object> transition(Preview.Transition transition) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("before", transition.before());
    all.put("now", transition.now());
    all.put("n", transition.count());
    all.put("cells", transition.cells().stream().map(Place::toString).toList());
    return all;
  }

  private static Map<String, Object> rule(Preview.RuleChange change) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("rule_id", change.rule());
    all.put("appear", change.appear());
    all.put("vanish", change.vanish());
    all.put("appearing", findings(change.appearing()));
    all.put("vanishing", findings(change.vanishing()));
    return all;
  }

  /** Findings as a trial and a preview give them. */
  static List<Map<String, Object>> findings(List<Finding> findings) {
    return findings.stream().map(PreviewJson::finding).toList();
  }

  private static Map<String, Object> finding(Finding finding) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("message_en", finding.says().en());
    all.put("message_zh", finding.says().zh());
    all.put("cells", finding.cells().stream().map(cell -> cell.place().toString()).toList());
    return all;
  }
}
