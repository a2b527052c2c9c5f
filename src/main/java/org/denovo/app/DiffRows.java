package org.denovo.app;

import java.util.ArrayList;
import java.util.List;
import org.denovo.difference.Cause;
import org.denovo.difference.PatientChange;
import org.denovo.difference.RunDifference;
import org.denovo.extract.CsvLine;

/** What differs between two runs as CSV: one row for each cause of a patient's change. */
final class DiffRows {

  private static final List<String> HEADER =
      List.of(
          "cohort",
          "change",
          "patient_pid",
          "before",
          "now",
          "columns",
          "cause",
          "field",
          "old_value",
          "new_value",
          "old_cell",
          "new_cell",
          "old_raw",
          "new_raw",
          "finding_id",
          "rule_id",
          "other_pid",
          "detail_en",
          "detail_zh");

  private final Terminal terminal;

  DiffRows(Terminal terminal) {
    this.terminal = terminal;
  }

  void print(RunDifference difference, List<String> cohorts) {
    terminal.data(CsvLine.of(HEADER));
    for (String cohort : cohorts) {
      difference
          .of(cohort)
          .each(
              change ->
                  change
                      .causes()
                      .forEach(cause -> terminal.data(CsvLine.of(row(cohort, change, cause)))));
    }
  }

  private static List<String> row(String cohort, PatientChange change, Cause cause) {
    List<String> row =
        new ArrayList<>(
            List.of(
                cohort,
                change.kind().code(),
                change.pid(),
                change.before(),
                change.now(),
                String.join(
                    ";", change.columns().stream().map(PatientChange.Column::name).toList()),
                code(cause)));
    if (cause instanceof Cause.Written written) {
      add(row, written.field(), written.before(), written.now());
    } else if (cause instanceof Cause.Read read) {
      add(row, read.field(), read.before(), read.now());
    } else {
      add(row, "", Cause.Cell.NONE, Cause.Cell.NONE);
    }
    row.add(cause instanceof Cause.Blocked blocked ? blocked.finding() : "");
    row.add(cause instanceof Cause.Blocked blocked ? blocked.rule() : "");
    row.add(cause instanceof Cause.Person person ? person.pid() : "");
    row.add(DiffText.says(cause).en());
    row.add(DiffText.says(cause).zh());
    return row;
  }

  private static void add(List<String> row, String field, Cause.Cell before, Cause.Cell now) {
    row.addAll(
        List.of(
            field,
            before.value(),
            now.value(),
            before.place(),
            now.place(),
            before.raw(),
            now.raw()));
  }

  /** The code of a cause in files. */
  static String code(Cause cause) {
    if (cause instanceof Cause.Written) {
      return "cell";
    }
    if (cause instanceof Cause.Read) {
      return "reading";
    }
    if (cause instanceof Cause.Blocked) {
      return "finding";
    }
    if (cause instanceof Cause.Person) {
      return "person";
    }
    return cause instanceof Cause.Row ? "row" : "definition";
  }
}
