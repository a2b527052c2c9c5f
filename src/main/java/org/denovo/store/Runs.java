package org.denovo.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.denovo.vocabulary.Edition;
import org.springframework.jdbc.core.JdbcTemplate;

/** The runs of all jobs. */
public final class Runs {

  private static final String COLUMNS = "run_id, job, content_hash, as_of, state, started";

  private final JdbcTemplate jdbc;

  Runs(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Notes a new run. */
  public void start(Run run) {
    jdbc.update(
        "INSERT INTO run (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?)",
        run.id(),
        run.job(),
        run.contentHash(),
        run.asOf(),
        run.state().code(),
        run.started());
  }

  /** Notes that a run ended. */
  public void end(String runId, Run.State state, LocalDateTime finished) {
    jdbc.update(
        "UPDATE run SET state = ?, finished = ? WHERE run_id = ?", state.code(), finished, runId);
  }

  /** Notes what a run was made with. */
  public void made(String runId, List<Edition> editions) {
    jdbc.update("DELETE FROM run_edition WHERE run_id = ?", runId);
    jdbc.batchUpdate(
        "INSERT INTO run_edition (run_id, kind, name, version, sha256) VALUES (?, ?, ?, ?, ?)",
        editions.stream()
            .map(
                edition ->
                    new Object[] {
                      runId,
                      edition.kind().name().toLowerCase(Locale.ROOT),
                      edition.name(),
                      edition.version(),
                      edition.sha256()
                    })
            .toList());
  }

  /** What a run was made with; nothing if that was not noted. */
  public List<Edition> editions(String runId) {
    return jdbc.query(
        "SELECT kind, name, version, sha256 FROM run_edition WHERE run_id = ? ORDER BY kind, name",
        (row, number) ->
            new Edition(
                Edition.Kind.valueOf(row.getString(1).toUpperCase(Locale.ROOT)),
                row.getString(2),
                row.getString(3),
                row.getString(4)),
        runId);
  }

  /** The run of a job that was started last and not finished, if there is one. */
  public Optional<Run> running(String job) {
    return last(job, Run.State.RUNNING);
  }

  /** The run of a job that was published last. */
  public Optional<Run> published(String job) {
    return last(job, Run.State.PUBLISHED);
  }

  /** The run of a job that was published last with that day as its today, or an earlier one. */
  public Optional<Run> published(String job, LocalDate asOf) {
    return jdbc
        .query(
            "SELECT "
                + COLUMNS
                + " FROM run WHERE job = ? AND state = ? AND as_of <= ? ORDER BY started DESC,"
                + " run_id DESC",
            Runs::read,
            job,
            Run.State.PUBLISHED.code(),
            asOf)
        .stream()
        .findFirst();
  }

  /** The ids of a job's runs that will not be finished. */
  public List<String> abandoned(String job) {
    return jdbc.queryForList(
        "SELECT run_id FROM run WHERE job = ? AND state = ? ORDER BY run_id",
        String.class,
        job,
        Run.State.ABANDONED.code());
  }

  /** The run of a job that was started last, whatever became of it. */
  public Optional<Run> latest(String job) {
    return jdbc
        .query(
            "SELECT " + COLUMNS + " FROM run WHERE job = ? ORDER BY started DESC, run_id DESC",
            Runs::read,
            job)
        .stream()
        .findFirst();
  }

  private Optional<Run> last(String job, Run.State state) {
    return jdbc
        .query(
            "SELECT "
                + COLUMNS
                + " FROM run WHERE job = ? AND state = ? ORDER BY started DESC, run_id DESC",
            Runs::read,
            job,
            state.code())
        .stream()
        .findFirst();
  }

  private static Run read(ResultSet row, int number) throws SQLException {
    return new Run(
        row.getString("run_id"),
        row.getString("job"),
        row.getString("content_hash"),
        row.getObject("as_of", LocalDate.class),
        Run.State.of(row.getString("state")),
        row.getObject("started", LocalDateTime.class));
  }
}
