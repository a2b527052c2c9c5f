package org.denovo.extract;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.denovo.change.Change;
import org.denovo.record.Field;
import org.denovo.source.Place;

/**
 * {@code quality/changes.csv}: what changed between each centre's last submission and its present
 * one, with both cells. It stays in the registry: dates are calendar dates. Of an identifier it
 * says only that it changed, and where. Values and cells are made inert for spreadsheets.
 */
public final class ChangesCsv implements AutoCloseable {

  private final CsvFile csv;

  /** Opens the file. */
  public ChangesCsv(Path file) {
    this.csv =
        new CsvFile(
            file,
            List.of(
                "centre",
                "patient_pid",
                "field",
                "kind",
                "old_value",
                "new_value",
                "old_cell",
                "new_cell",
                "cause",
                "rule_id"));
  }

  /** Writes a change at a centre. */
  public void accept(String centre, Change change) {
    csv.row(
        List.of(
            centre,
            change.pid(),
            change.field().map(Field::name).orElse(""),
            change.kind().code(),
            CsvFile.inert(change.before()),
            CsvFile.inert(change.now()),
            cell(change.beforeCell()),
            cell(change.nowCell()),
            change.cause().code(),
            change.ruleId()));
  }

  private static String cell(Optional<Place> place) {
    return CsvFile.inert(place.map(Place::toString).orElse(""));
  }

  @Override
  public void close() {
    csv.close();
  }
}
