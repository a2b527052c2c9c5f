package org.denovo.proposal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.denovo.mapping.PatientNumber;
import org.denovo.mapping.Words;
import org.denovo.record.Field;
import org.denovo.source.SourceCell;

/** Which of a patient's rows counts, in a sheet that has several for a patient. */
final class SeveralRows {

  private static final Set<String> EARLIEST =
      Set.of(
          "date_dx",
          "date_met_dx",
          "date_line1_start",
          "date_primary_surgery",
          "date_rt_start",
          "date_progression",
          "date_met_local_tx",
          "assay_date");

  /** A progression ends a treatment; its date does not say which row is the first of one. */
  private static final Set<String> NEVER_ORDERS = Set.of("date_progression");

  private static final Set<String> LATEST =
      Set.of("date_last_contact", "date_last_disease_assessment", "date_line1_end");

  private static final Set<String> WHEREVER = Set.of("date_death", "death_cause", "birth_date");

  /** From this share of patients on that have one value in all their rows, the rows agree. */
  private static final double AGREE = 0.98;

  private SeveralRows() {}

  /** The columns with the rule for each mapped one. */
  static List<ColumnDraft> taken(List<ColumnDraft> columns, ColumnScan patient) {
    Optional<String> visit = date(columns, LATEST);
    Optional<String> event = date(columns, EARLIEST);
    return columns.stream()
        .map(
            c ->
                c.isMapped() && c.options().take().isEmpty()
                    ? c.with(c.options().withTake(take(c, patient, visit, event)))
                    : c)
        .toList();
  }

  private static Optional<String> date(List<ColumnDraft> columns, Set<String> fields) {
    return columns.stream()
        .filter(ColumnDraft::isMapped)
        .filter(c -> fields.contains(c.target().orElseThrow().name()))
        .filter(c -> !NEVER_ORDERS.contains(c.target().orElseThrow().name()))
        .filter(c -> c.scan().cells().stream().anyMatch(cell -> !cell.isBlank()))
        .map(c -> c.scan().key())
        .findFirst();
  }

  private static String take(
      ColumnDraft column, ColumnScan patient, Optional<String> visit, Optional<String> event) {
    Target target = column.target().orElseThrow();
    if (EARLIEST.contains(target.name())) {
      return "min";
    }
    if (LATEST.contains(target.name())) {
      return "max";
    }
    boolean followUp = target.fields().get(0).group() == Field.Group.FOLLOW_UP;
    // Who is alive at every visit so far may be dead at the next.
    boolean changes = followUp && column.scan().filled() == column.scan().cells().size();
    if (WHEREVER.contains(target.name()) || !changes && agrees(column.scan(), patient)) {
      return "any";
    }
    Optional<String> by = followUp ? visit : event.or(() -> visit);
    String which = followUp ? "last" : "first";
    return by.map(key -> which + " by " + key).orElse(which);
  }

  private static boolean agrees(ColumnScan column, ColumnScan patient) {
    Map<String, String> first = new HashMap<>();
    Map<String, Boolean> same = new HashMap<>();
    for (int row = 0; row < column.cells().size(); row++) {
      SourceCell cell = column.cells().get(row);
      Optional<String> number = PatientNumber.of(patient.cells().get(row));
      if (number.isPresent() && !cell.isBlank()) {
        String text = Words.fold(cell.text());
        String before = first.putIfAbsent(number.get(), text);
        same.merge(number.get(), before == null || before.equals(text), Boolean::logicalAnd);
      }
    }
    long agreeing = same.values().stream().filter(Boolean::booleanValue).count();
    return !same.isEmpty() && agreeing >= AGREE * same.size();
  }
}
