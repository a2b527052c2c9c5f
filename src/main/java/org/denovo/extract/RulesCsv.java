package org.denovo.extract;

import java.nio.file.Path;
import java.util.List;
import org.denovo.check.RuleCount;
import org.denovo.check.Settled;

/**
 * {@code quality/rules.csv}: how often each rule could judge at each centre, and how it ended.
 * Those held back are among the not applicable; a row that judged nothing is a rule that never
 * spoke.
 */
public final class RulesCsv implements AutoCloseable {

  private final CsvFile csv;

  /** Opens the file. */
  public RulesCsv(Path file) {
    this.csv =
        new CsvFile(
            file,
            List.of(
                "rule_id",
                "centre",
                "judged",
                "passed",
                "failed",
                "rare",
                "not_applicable",
                "held_back",
                "error",
                "findings",
                "confirmed",
                "waived"));
  }

  /** Writes the counts of a rule at a centre, and how many of its findings were settled. */
  public void accept(String ruleId, String centre, RuleCount count, Settled settled) {
    csv.row(
        List.of(
            ruleId,
            centre,
            Long.toString(count.judged()),
            Long.toString(count.passed()),
            Long.toString(count.failed()),
            Long.toString(count.rare()),
            Long.toString(count.notApplicable()),
            Long.toString(count.heldBack()),
            Long.toString(count.errors()),
            Long.toString(settled.findings()),
            Long.toString(settled.confirmed()),
            Long.toString(settled.waived())));
  }

  @Override
  public void close() {
    csv.close();
  }
}
