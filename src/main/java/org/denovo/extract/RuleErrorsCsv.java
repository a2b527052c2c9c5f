package org.denovo.extract;

import java.nio.file.Path;
import java.util.List;
import org.denovo.check.RuleError;

/**
 * {@code quality/rule_errors.csv}: on which patients a rule failed and where in the program, so
 * that it can be mended. It holds no value of a patient.
 */
public final class RuleErrorsCsv implements AutoCloseable {

  private final CsvFile csv;

  /** Opens the file. */
  public RuleErrorsCsv(Path file) {
    this.csv = new CsvFile(file, List.of("rule_id", "centre", "patient_pid", "what"));
  }

  /** Writes a failure. */
  public void accept(String centre, RuleError error) {
    csv.row(List.of(error.ruleId(), centre, error.pid(), error.what()));
  }

  @Override
  public void close() {
    csv.close();
  }
}
