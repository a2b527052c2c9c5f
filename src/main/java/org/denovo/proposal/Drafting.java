package org.denovo.proposal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.denovo.vocabulary.Text;

/**
 * Drafts the sheets of a centre's workbooks: gathers the evidence of every column, finds the
 * patients' numbers that join the sheets, and lets {@link Decisions} match columns and fields.
 */
final class Drafting {

  private static final double CONTRADICTED = 3.5;

  private static final int ORGANS = 3;

  /** A sheet with more columns explains others only if most of its rows do. */
  private static final int NARROW = 8;

  private final HeaderWords words;
  private final Identifying identifying = Identifying.shipped();
  private final Contents contents = new Contents();

  Drafting(HeaderWords words) {
    this.words = words;
  }

  /** The drafts of the sheets that can be read, the main one first. */
  List<SheetDraft> draft(List<SheetScan> scans) {
    List<TableScan> tables = TableScan.of(scans);
    Dictionary dictionary = dictionary(scans, tables);
    Map<ColumnScan, Evidence> evidence = new IdentityHashMap<>();
    for (TableScan table : tables) {
      gather(table, dictionary).forEach(e -> evidence.put(e.column(), e));
    }
    List<TableScan> data =
        tables.stream()
            .filter(table -> table.rows() > 0 && !isDictionary(table, dictionary))
            .toList();
    Map<TableScan, PatientColumn> patients = PatientColumn.choose(data, evidence);
    List<TableScan> joined = data.stream().filter(patients::containsKey).toList();
    Map<ColumnScan, ColumnDraft> drafts =
        new Decisions(contents).decide(joined, patients, evidence);
    List<SheetDraft> sheets = new ArrayList<>();
    for (TableScan table : joined) {
      PatientColumn patient = patients.get(table);
      List<ColumnDraft> columns =
          table.columns().stream()
              .filter(column -> column != patient.column())
              .map(drafts::get)
              .toList();
      boolean several = patient.rowsPerPatient() > 1.03;
      List<ColumnDraft> checked = checked(columns);
      sheets.add(
          new SheetDraft(
              table,
              patient.column(),
              evidence.get(patient.column()).identity(),
              several ? SeveralRows.taken(checked, patient.column()) : checked,
              patient.numbers().size(),
              several));
    }
    sheets.removeIf(sheet -> !sheet.hasMapped());
    // The first entry's patients are the registry's: it is the one with a row for each.
    sheets.sort(
        java.util.Comparator.comparing(SheetDraft::severalRows)
            .thenComparing(sheet -> sheets.size() > 1 ? -rounded(sheet.patients()) : 0));
    return sheets;
  }

  /** Sheets of nearly as many patients stay in the order of the workbook. */
  private static int rounded(int patients) {
    return (int) Math.round(Math.log(Math.max(1, patients)) * 10);
  }

  private List<Evidence> gather(TableScan table, Dictionary dictionary) {
    Map<Integer, Wide.Member> wide = Wide.members(table.columns(), dictionary, words);
    Map<Integer, List<String>> choices = Choices.of(table.columns());
    List<Evidence> all = new ArrayList<>();
    for (ColumnScan column : table.columns()) {
      all.add(
          Evidence.of(
              table,
              column,
              legend(table, column, dictionary),
              dictionary.title(column),
              Optional.ofNullable(choices.get(column.index())),
              Optional.ofNullable(wide.get(column.index())),
              words,
              identifying,
              contents));
    }
    boolean initials = all.stream().filter(Evidence::restsOnInitials).count() >= Evidence.MANY;
    boolean organs = all.stream().filter(Evidence::isOrgan).count() >= ORGANS;
    return all.stream()
        .map(e -> initials ? e.inInitials() : e)
        .map(e -> organs ? e.amongOrgans() : e)
        .toList();
  }

  private static Map<String, String> legend(
      TableScan table, ColumnScan column, Dictionary dictionary) {
    HeaderText leaf = HeaderText.of(column.leaf());
    for (String said : List.of(table.legend(column.index()), leaf.legend())) {
      Map<String, String> codes = CodeTable.read(said);
      if (codes.size() > 1) {
        return codes;
      }
    }
    return dictionary.codes(column);
  }

  private static Dictionary dictionary(List<SheetScan> scans, List<TableScan> tables) {
    Set<String> labels = new HashSet<>();
    for (TableScan table : tables) {
      if (table.columns().size() > 4) {
        table.columns().forEach(c -> labels.addAll(Dictionary.names(c)));
      }
    }
    Dictionary all = Dictionary.empty();
    for (SheetScan scan : scans) {
      if (Dictionary.explains(scan.all(), labels)) {
        all = all.and(Dictionary.read(scan.all(), labels));
      }
    }
    return all;
  }

  private static boolean isDictionary(TableScan table, Dictionary dictionary) {
    Set<String> explained = new HashSet<>(dictionary.codes().keySet());
    explained.addAll(dictionary.titles().keySet());
    return !explained.isEmpty()
        && Dictionary.explains(table.first().all(), explained)
        && (table.columns().size() < NARROW
            || Dictionary.named(table.first().all(), explained) > table.rows() / 2);
  }

  /** The columns, those left open that contradict others. */
  private static List<ColumnDraft> checked(List<ColumnDraft> columns) {
    Map<ColumnScan, Text> wrong = new Relations().contradictions(columns);
    return columns.stream()
        .map(
            c -> {
              Text why = wrong.get(c.scan());
              if (why == null) {
                return c;
              }
              double less = Decisions.probability(logit(c.confidence()) - CONTRADICTED);
              ColumnDraft.Decision decision = Decisions.decision(less);
              if (decision == ColumnDraft.Decision.TO_CHECK
                  && c.target().filter(Target::isDate).isPresent()) {
                // Dates out of order are those of something else; an age may be reckoned otherwise.
                decision = ColumnDraft.Decision.OPEN;
              }
              return decision == ColumnDraft.Decision.MAPPED
                  ? c.with(less, why)
                  : c.with(less, why).with(decision, why);
            })
        .toList();
  }

  private static double logit(double probability) {
    return Math.log(probability / (1 - probability));
  }
}
