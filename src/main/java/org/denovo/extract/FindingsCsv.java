package org.denovo.extract;

import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.denovo.check.Category;
import org.denovo.check.Decision;
import org.denovo.check.Finding;
import org.denovo.check.Standing;
import org.denovo.check.Turn;

/**
 * {@code quality/findings.csv}: the findings with their state across nights. The sentences and the
 * cells' names are made inert for spreadsheets.
 */
public final class FindingsCsv implements AutoCloseable {

  /**
   * A finding as it stands in the registry.
   *
   * @param firstSeen the day of the run that saw it first
   * @param lastSeen the day of the run that saw it last
   * @param sinceLast what became of it since the run before; one that is gone has a row once
   * @param blocks what it blocks as it stands
   */
  public record Row(
      Finding finding,
      Standing standing,
      String firstSeen,
      String lastSeen,
      Turn sinceLast,
      Set<Decision> blocks) {

    public Row {
      EnumSet<Decision> copy = EnumSet.noneOf(Decision.class);
      copy.addAll(blocks);
      blocks = Collections.unmodifiableSet(copy);
    }
  }

  static final List<String> HEADER =
      List.of(
          "finding_id",
          "state",
          "centre",
          "patient_pid",
          "rule_id",
          "severity",
          "category",
          "fields",
          "cells",
          "message_en",
          "message_zh",
          "first_seen",
          "last_seen",
          "since_last",
          "blocks");

  private final CsvFile csv;
  private final Function<String, Category> categories;

  /**
   * Opens the file.
   *
   * @param categories the category of a rule by its id
   */
  public FindingsCsv(Path file, Function<String, Category> categories) {
    this.categories = categories;
    this.csv = new CsvFile(file, HEADER);
  }

  /** Writes a finding. */
  public void accept(Row row) {
    Finding finding = row.finding();
    csv.row(
        List.of(
            finding.id(),
            row.standing().code(),
            finding.centre(),
            finding.patient().map(patient -> patient.pid()).orElse(""),
            finding.ruleId(),
            finding.severity().code(),
            categories.apply(finding.ruleId()).code(),
            String.join(";", finding.fields()),
            CsvFile.inert(
                finding.cells().stream()
                    .map(cell -> cell.place().toString())
                    .collect(Collectors.joining(";"))),
            CsvFile.inert(finding.says().en()),
            CsvFile.inert(finding.says().zh()),
            row.firstSeen(),
            row.lastSeen(),
            row.sinceLast().code(),
            row.blocks().stream().map(Decision::name).collect(Collectors.joining(";"))));
  }

  @Override
  public void close() {
    csv.close();
  }
}
