package org.denovo.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.denovo.mapping.RowKind;
import org.denovo.mapping.RowNumbers;
import org.denovo.mapping.SheetLedger;
import org.denovo.vocabulary.Text;
import org.springframework.jdbc.core.JdbcTemplate;

/** The workbooks that came in, and which of them is each centre's present one. */
public final class Submissions {

  private static final String COLUMNS =
      "submission_id, run_id, centre, file_name, sha256, reading_hash, received, state, reason,"
          + " reason_zh, reason_en, patients";

  private final JdbcTemplate jdbc;

  Submissions(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Notes a workbook that a run is about to read; gives its number. */
  public long open(
      String runId,
      String centre,
      String fileName,
      String sha256,
      String readingHash,
      LocalDate received) {
    jdbc.update(
        "INSERT INTO submission (run_id, centre, file_name, sha256, reading_hash, received, state,"
            + " patients) VALUES (?, ?, ?, ?, ?, ?, 'loading', 0)",
        runId,
        centre,
        fileName,
        sha256,
        readingHash,
        received);
    Long id =
        jdbc.queryForObject(
            "SELECT MAX(submission_id) FROM submission WHERE run_id = ? AND centre = ? AND sha256 ="
                + " ?",
            Long.class,
            runId,
            centre,
            sha256);
    return java.util.Objects.requireNonNull(id);
  }

  /** The submission of that number. */
  public Submission get(long id) {
    return java.util.Objects.requireNonNull(
        jdbc.queryForObject(
            "SELECT " + COLUMNS + " FROM submission WHERE submission_id = ?",
            Submissions::read,
            id));
  }

  /** All submissions of a run, by number. */
  public List<Submission> of(String runId) {
    return jdbc.query(
        "SELECT " + COLUMNS + " FROM submission WHERE run_id = ? ORDER BY submission_id",
        Submissions::read,
        runId);
  }

  /** Each centre's present submission, by centre. */
  public List<Submission> current() {
    return jdbc.query(
        "SELECT " + COLUMNS + " FROM submission WHERE state = 'current' ORDER BY centre",
        Submissions::read);
  }

  /** Each centre's submission that was in force when a run had been published, by centre. */
  public List<Submission> inForce(Run run) {
    // Run ids sort by time.
    return jdbc.query(
        "SELECT "
            + COLUMNS
            + " FROM submission WHERE run_id <= ? AND (state = 'current' OR state = 'superseded'"
            + " AND superseded_by > ?) ORDER BY centre",
        Submissions::read,
        run.id(),
        run.id());
  }

  /**
   * The submission of these bytes that was refused when read in this way, if there was one. One
   * that was only in motion does not count.
   */
  public Optional<Submission> refused(String centre, String sha256, String readingHash) {
    return jdbc
        .query(
            "SELECT "
                + COLUMNS
                + " FROM submission WHERE centre = ? AND sha256 = ? AND reading_hash = ? AND state"
                + " = 'quarantined' AND reason <> 'CHANGED' ORDER BY submission_id DESC",
            Submissions::read,
            centre,
            sha256,
            readingHash)
        .stream()
        .findFirst();
  }

  /** True if a centre's file of that name was ever taken in or refused. */
  public boolean knows(String centre, String fileName) {
    Long times =
        jdbc.queryForObject(
            "SELECT COUNT(*) FROM submission WHERE centre = ? AND file_name = ?",
            Long.class,
            centre,
            fileName);
    return times != null && times > 0;
  }

  /** The last submission of these bytes that was the centre's present one and is not any more. */
  public Optional<Submission> superseded(String centre, String sha256) {
    return jdbc
        .query(
            "SELECT "
                + COLUMNS
                + " FROM submission WHERE centre = ? AND sha256 = ? AND state = 'superseded' ORDER"
                + " BY submission_id DESC",
            Submissions::read,
            centre,
            sha256)
        .stream()
        .findFirst();
  }

  /** The day on which these bytes were first received from a centre, if ever. */
  public Optional<LocalDate> firstReceived(String centre, String sha256) {
    return Optional.ofNullable(
        jdbc.queryForObject(
            "SELECT MIN(received) FROM submission WHERE centre = ? AND sha256 = ?",
            LocalDate.class,
            centre,
            sha256));
  }

  /** Notes that a workbook was read to its end, and how its rows were accounted for. */
  public void loaded(long id, long patients, List<SheetLedger> sheets) {
    jdbc.update(
        "UPDATE submission SET state = 'loaded', patients = ? WHERE submission_id = ?",
        patients,
        id);
    jdbc.update("DELETE FROM row_account WHERE submission_id = ?", id);
    for (int i = 0; i < sheets.size(); i++) {
      SheetLedger sheet = sheets.get(i);
      for (Map.Entry<RowKind, RowNumbers> kind : sheet.rows().entrySet()) {
        jdbc.update(
            "INSERT INTO row_account VALUES (?, ?, ?, ?, ?, ?, ?)",
            id,
            i,
            kind.getKey().code(),
            sheet.sheet(),
            sheet.seen(),
            kind.getValue().count(),
            kind.getValue().text());
      }
    }
  }

  /** The accounts of a submission's sheets, in their order. */
  public List<SheetLedger> sheets(long id) {
    TreeMap<Integer, Account> accounts = new TreeMap<>();
    jdbc.query(
        "SELECT position, kind, sheet, seen, row_count, first_rows FROM row_account WHERE"
            + " submission_id = ?",
        row -> {
          String sheet = row.getString(3);
          int seen = row.getInt(4);
          accounts
              .computeIfAbsent(row.getInt(1), p -> new Account(sheet, seen, new HashMap<>()))
              .rows()
              .put(RowKind.of(row.getString(2)), RowNumbers.read(row.getInt(5), row.getString(6)));
        },
        id);
    return accounts.values().stream()
        .map(a -> new SheetLedger(a.sheet(), a.seen(), a.rows()))
        .toList();
  }

  private record Account(String sheet, int seen, Map<RowKind, RowNumbers> rows) {}

  /** Puts a workbook into quarantine; what was already read of it is dropped. */
  public void quarantine(long id, Submission.Refusal refusal) {
    drop(id);
    jdbc.update(
        "UPDATE submission SET state = 'quarantined', patients = 0, reason = ?, reason_zh = ?,"
            + " reason_en = ? WHERE submission_id = ?",
        refusal.reason(),
        refusal.says().zh(),
        refusal.says().en(),
        id);
  }

  /** Makes a run's submissions the present ones of their centres, in the caller's transaction. */
  public void publish(String runId) {
    List<Submission> loaded = new ArrayList<>(of(runId));
    loaded.removeIf(s -> s.state() != Submission.State.LOADED);
    for (Submission submission : loaded) {
      jdbc.update(
          "UPDATE submission SET state = 'superseded', superseded_by = ? WHERE centre = ? AND state"
              + " = 'current'",
          runId,
          submission.centre());
      jdbc.update(
          "UPDATE submission SET state = 'current' WHERE submission_id = ?", submission.id());
    }
  }

  /** Removes a run's submissions that were never published, with all that was read of them. */
  public void forget(String runId) {
    for (Submission submission : of(runId)) {
      if (submission.state() != Submission.State.CURRENT
          && submission.state() != Submission.State.SUPERSEDED) {
        drop(submission.id());
        jdbc.update("DELETE FROM submission_history WHERE submission_id = ?", submission.id());
        jdbc.update("DELETE FROM submission WHERE submission_id = ?", submission.id());
      }
    }
  }

  private void drop(long id) {
    Long cuts =
        jdbc.queryForObject(
            "SELECT COUNT(*) FROM data_cut_submission WHERE submission_id = ?", Long.class, id);
    if (cuts != null && cuts > 0) {
      throw new IllegalStateException("submission " + id + " belongs to a data cut");
    }
    for (String table :
        List.of(
            "patient",
            "patient_block",
            "finding",
            "rule_count",
            "rule_error",
            "row_account",
            "submission_change",
            "rename_proposal")) {
      jdbc.update("DELETE FROM " + table + " WHERE submission_id = ?", id);
    }
  }

  private static Submission read(ResultSet row, int number) throws SQLException {
    String reason = row.getString("reason");
    Text says =
        reason == null
            ? Text.same("")
            : new Text(row.getString("reason_zh"), row.getString("reason_en"));
    return new Submission(
        row.getLong("submission_id"),
        row.getString("run_id"),
        row.getString("centre"),
        row.getString("file_name"),
        row.getString("sha256"),
        row.getString("reading_hash"),
        row.getObject("received", LocalDate.class),
        Submission.State.of(row.getString("state")),
        Optional.ofNullable(reason).map(r -> new Submission.Refusal(r, says)),
        row.getLong("patients"));
  }
}
