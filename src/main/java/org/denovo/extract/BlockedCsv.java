package org.denovo.extract;

import java.nio.file.Path;
import java.util.List;
import org.denovo.check.Decision;

/**
 * {@code quality/blocked.csv}: of how many patients of a centre unresolved errors leave a decision
 * open.
 */
public final class BlockedCsv implements AutoCloseable {

  private final CsvFile csv;

  /** Opens the file. */
  public BlockedCsv(Path file) {
    this.csv =
        new CsvFile(file, List.of("decision", "decision_en", "decision_zh", "centre", "patients"));
  }

  /** Writes a decision at a centre. */
  public void accept(Decision decision, String centre, long patients) {
    csv.row(
        List.of(
            decision.name(),
            decision.title().en(),
            decision.title().zh(),
            centre,
            Long.toString(patients)));
  }

  @Override
  public void close() {
    csv.close();
  }
}
