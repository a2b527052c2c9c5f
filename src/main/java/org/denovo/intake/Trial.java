package org.denovo.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.denovo.check.Checked;
import org.denovo.check.FileRules;
import org.denovo.check.Finding;
import org.denovo.check.LocalRules;
import org.denovo.check.RuleBook;
import org.denovo.check.RuleCard;
import org.denovo.check.RuleCount;
import org.denovo.check.RuleCounts;
import org.denovo.check.RuleParameters;
import org.denovo.comparison.AcrossPatients;
import org.denovo.mapping.CentreMapping;
import org.denovo.mapping.MappedWorkbook;
import org.denovo.mapping.Notice;
import org.denovo.mapping.Patients;
import org.denovo.mapping.ReadSheet;
import org.denovo.mapping.SheetLedger;
import org.denovo.record.Fields;
import org.denovo.record.PseudonymKey;
import org.denovo.workbook.Sheet;
import org.denovo.workbook.Workbook;
import org.denovo.workbook.WorkbookRefused;

/**
 * What a mapping would do with a workbook, before it is used: sheets, columns, rows, values and
 * findings. Nothing is kept.
 *
 * @param sheets every sheet of the workbook, in its order
 * @param notices what was noticed about the file
 * @param fields those that the centre collects, in the registry's order
 * @param rules every rule, the gravest broken ones first
 */
public record Trial(
    String centre,
    String workbook,
    String format,
    List<TriedSheet> sheets,
    List<Notice> notices,
    long patients,
    List<FieldTally> fields,
    List<RuleTally> rules) {

  /** Findings kept of each rule. */
  private static final int FIRST = 5;

  /** No pseudonym leaves a trial, so any key will do. */
  private static final PseudonymKey KEY = PseudonymKey.of("a trial that keeps nothing");

  /**
   * A sheet of the workbook.
   *
   * @param read how it was read and its rows accounted for; empty if it was not
   * @param holdsData true if something stands in it
   */
  public record TriedSheet(String name, boolean hidden, Optional<Rows> read, boolean holdsData) {

    /** A sheet that was read. */
    public record Rows(ReadSheet understood, SheetLedger ledger) {}

    public TriedSheet {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(read, "read");
    }
  }

  public Trial {
    Objects.requireNonNull(centre, "centre");
    Objects.requireNonNull(workbook, "workbook");
    Objects.requireNonNull(format, "format");
    sheets = List.copyOf(sheets);
    notices = List.copyOf(notices);
    fields = List.copyOf(fields);
    rules = List.copyOf(rules);
  }

  /**
   * Tries a mapping on an open workbook.
   *
   * @throws WorkbookRefused if the workbook cannot be read, or not with this mapping
   */
  public static Trial of(
      Workbook workbook,
      String fileName,
      CentreMapping mapping,
      LocalRules local,
      RuleParameters parameters) {
    MappedWorkbook mapped = MappedWorkbook.open(workbook, fileName, mapping);
    Intake intake = new Intake(mapping, KEY, local.withBuiltIn(), parameters);
    List<FieldTally.Counter<?>> fields = new ArrayList<>();
    Fields.all().forEach(field -> fields.add(new FieldTally.Counter<>(field)));
    AcrossPatients across = new AcrossPatients(parameters, Map.of());
    RuleCounts counts = intake.counts();
    Map<String, List<Finding>> first = new HashMap<>();
    long patients = 0;
    try (Patients all = mapped.patients()) {
      while (all.hasNext()) {
        Checked checked = intake.take(all.next());
        patients++;
        counts.add(checked);
        across.add(checked.patient());
        fields.forEach(field -> field.add(checked.patient()));
        checked.findings().forEach(finding -> keep(first, finding));
      }
    }
    List<Finding> aboutFile = intake.about(mapped.notices());
    aboutFile.forEach(finding -> keep(first, finding));
    AcrossPatients.Found found = across.found();
    found.findings().forEach(finding -> keep(first, finding));
    return new Trial(
        mapping.centre(),
        fileName,
        workbook.facts().format(),
        sheets(workbook, mapped),
        mapped.notices(),
        patients,
        fields.stream()
            .<FieldTally>map(FieldTally.Counter::tally)
            .filter(FieldTally::isCollected)
            .toList(),
        rules(
            RuleBook.BUILT_IN.with(local),
            counts(mapping.centre(), counts, found, aboutFile),
            first));
  }

  private static void keep(Map<String, List<Finding>> first, Finding finding) {
    List<Finding> kept = first.computeIfAbsent(finding.ruleId(), rule -> new ArrayList<>());
    if (kept.size() < FIRST) {
      kept.add(finding);
    }
  }

  private static List<TriedSheet> sheets(Workbook workbook, MappedWorkbook mapped) {
    Map<String, TriedSheet.Rows> read = new HashMap<>();
    for (int i = 0; i < mapped.sheets().size(); i++) {
      ReadSheet sheet = mapped.sheets().get(i);
      read.put(sheet.name(), new TriedSheet.Rows(sheet, mapped.ledgers().get(i)));
    }
    List<TriedSheet> sheets = new ArrayList<>();
    for (Sheet sheet : workbook.sheets()) {
      Optional<TriedSheet.Rows> rows = Optional.ofNullable(read.get(sheet.name()));
      boolean unread =
          mapped.notices().stream()
              .anyMatch(
                  notice ->
                      notice.kind() == Notice.Kind.UNREAD_SHEET
                          && notice.sheet().equals(sheet.name()));
      sheets.add(new TriedSheet(sheet.name(), sheet.hidden(), rows, rows.isPresent() || unread));
    }
    return sheets;
  }

  private static Map<String, RuleCount> counts(
      String centre, RuleCounts counts, AcrossPatients.Found across, List<Finding> aboutFile) {
    Map<String, RuleCount> all = new HashMap<>();
    counts.byCentre().getOrDefault(centre, Map.of()).forEach(all::put);
    across.counts().getOrDefault(centre, Map.of()).forEach(all::put);
    for (RuleCard card : FileRules.all()) {
      boolean broken = aboutFile.stream().anyMatch(found -> found.ruleId().equals(card.id()));
      all.put(card.id(), RuleCount.of(card, 1, broken ? 1 : 0, 0));
    }
    return all;
  }

  private static List<RuleTally> rules(
      RuleBook book, Map<String, RuleCount> counts, Map<String, List<Finding>> first) {
    List<RuleTally> rules = new ArrayList<>();
    for (RuleCard card : book.all()) {
      rules.add(
          new RuleTally(
              card,
              counts.getOrDefault(card.id(), RuleCount.NONE),
              first.getOrDefault(card.id(), List.of())));
    }
    rules.sort(
        Comparator.comparing((RuleTally rule) -> rule.count().broken() == 0)
            .thenComparing(rule -> rule.card().severity())
            .thenComparing(Comparator.comparingLong((RuleTally r) -> r.count().broken()).reversed())
            .thenComparing(rule -> rule.card().id()));
    return rules;
  }
}
