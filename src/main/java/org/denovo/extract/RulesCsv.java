package org.denovo.extract;

import java.nio.file.Path;
import java.util.List;
import org.denovo.check.RuleCount;

/** {@code quality/rules.csv}: how often each rule could judge at each centre, and how it ended. */
public final class RulesCsv implements AutoCloseable {

  private final CsvFile csv;

  /** Opens the file. */
  public RulesCsv(Path file) {
    this.csv =
        new CsvFile(file, List.of("rule_id", "centre", "judged", "broken", "not_applicable"));
  }

  /** Writes the counts of a rule at a centre. */
  public void accept(String ruleId, String centre, RuleCount count) {
    csv.row(
        List.of(
            ruleId,
            centre,
            Long.toString(count.judged()),
            Long.toString(count.broken()),
            Long.toString(count.notApplicable())));
  }

  @Override
  public void close() {
    csv.close();
  }
}
