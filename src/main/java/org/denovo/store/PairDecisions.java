package org.denovo.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.denovo.linkage.Decision;
import org.denovo.linkage.Decisions;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;

/** What people decided of pairs of records. */
public final class PairDecisions {

  private final JdbcTemplate jdbc;

  PairDecisions(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds a decision, which takes the place of an earlier one on the pair. */
  public void add(Decision decision) {
    jdbc.update(
        "INSERT INTO pair_decision (pid_one, pid_other, verdict, decided_by, reason, decided_on)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        decision.one(),
        decision.other(),
        decision.verdict().code(),
        decision.by(),
        decision.why(),
        decision.day());
  }

  /** Those in force; none in a registry that was last migrated before there were any. */
  public Decisions inForce() {
    try {
      return new Decisions(all());
    } catch (BadSqlGrammarException noSuchTable) {
      // A preview reads the registry as an older program left it, and changes nothing in it.
      return Decisions.NONE;
    }
  }

  private List<Decision> all() {
    return jdbc.query(
        "SELECT pid_one, pid_other, verdict, decided_by, reason, decided_on FROM pair_decision"
            + " ORDER BY decision_id",
        (row, number) ->
            new Decision(
                row.getString(1),
                row.getString(2),
                Decision.Verdict.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                row.getString(4),
                row.getString(5),
                row.getObject(6, LocalDate.class)));
  }
}
