package org.denovo.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;

/** The data cuts, and the submissions that they keep from being deleted. */
public final class Cuts {

  private static final String COLUMNS = "name, job, run_id, as_of, locked, sha256";

  private final JdbcTemplate jdbc;

  Cuts(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A data cut as the registry knows it.
   *
   * @param locked the day on which it was made
   * @param sha256 of the file that lists what it holds
   */
  public record Cut(
      String name, String job, String runId, LocalDate asOf, LocalDate locked, String sha256) {

    public Cut {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(job, "job");
      Objects.requireNonNull(runId, "runId");
      Objects.requireNonNull(asOf, "asOf");
      Objects.requireNonNull(locked, "locked");
      Objects.requireNonNull(sha256, "sha256");
    }
  }

  /** Notes a cut and pins its submissions, in the caller's transaction; never a second time. */
  public void lock(Cut cut, List<Long> submissions) {
    jdbc.update(
        "INSERT INTO data_cut (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?)",
        cut.name(),
        cut.job(),
        cut.runId(),
        cut.asOf(),
        cut.locked(),
        cut.sha256());
    jdbc.batchUpdate(
        "INSERT INTO data_cut_submission (name, submission_id) VALUES (?, ?)",
        submissions.stream().map(id -> new Object[] {cut.name(), id}).toList());
  }

  /** The cut of that name. */
  public Optional<Cut> named(String name) {
    return all().stream().filter(cut -> cut.name().equals(name)).findFirst();
  }

  /** All cuts, by name; none in a database that is older than they are. */
  public List<Cut> all() {
    try {
      return jdbc.query("SELECT " + COLUMNS + " FROM data_cut ORDER BY name", Cuts::read);
    } catch (BadSqlGrammarException noSuchTable) {
      return List.of();
    }
  }

  /** The submissions of a cut, by number. */
  public List<Long> submissions(String name) {
    return jdbc.queryForList(
        "SELECT submission_id FROM data_cut_submission WHERE name = ? ORDER BY submission_id",
        Long.class,
        name);
  }

  private static Cut read(ResultSet row, int number) throws SQLException {
    return new Cut(
        row.getString("name"),
        row.getString("job"),
        row.getString("run_id"),
        row.getObject("as_of", LocalDate.class),
        row.getObject("locked", LocalDate.class),
        row.getString("sha256"));
  }
}
