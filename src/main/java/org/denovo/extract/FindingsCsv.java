package org.denovo.extract;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.denovo.check.Category;
import org.denovo.check.Finding;

/**
 * {@code quality/findings.csv}: the findings with their state across nights. The sentences and the
 * cells' names are made inert for spreadsheets.
 */
public final class FindingsCsv implements AutoCloseable {

  /**
   * A finding as it stands in the registry.
   *
   * @param state the code of its state, for example {@code new}
   * @param firstSeen the run that saw it first
   * @param lastSeen the run that saw it last
   */
  public record Row(Finding finding, String state, String firstSeen, String lastSeen) {}

  private final CsvFile csv;
  private final Function<String, Category> categories;

  /**
   * Opens the file.
   *
   * @param categories the category of a rule by its id
   */
  public FindingsCsv(Path file, Function<String, Category> categories) {
    this.categories = categories;
    this.csv =
        new CsvFile(
            file,
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
                "last_seen"));
  }

  /** Writes a finding. */
  public void accept(Row row) {
    Finding finding = row.finding();
    csv.row(
        List.of(
            finding.id(),
            row.state(),
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
            row.lastSeen()));
  }

  @Override
  public void close() {
    csv.close();
  }
}
