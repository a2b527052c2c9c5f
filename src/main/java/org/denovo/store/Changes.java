package org.denovo.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.denovo.change.Change;
import org.denovo.change.RenameProposal;
import org.denovo.check.Finding;
import org.denovo.record.Field;
import org.denovo.record.Fields;
import org.denovo.source.Place;
import org.springframework.jdbc.core.JdbcTemplate;

/** What changed since each centre's last submission. */
public final class Changes {

  private static final int BATCH = 1_000;

  private final JdbcTemplate jdbc;
  private final Findings findings;

  Changes(JdbcTemplate jdbc, Findings findings) {
    this.jdbc = jdbc;
    this.findings = findings;
  }

  /**
   * Changes of one kind, field and cause.
   *
   * @param field the field's name; empty for changes of whole patients
   */
  public record Count(Change.Kind kind, String field, Change.Cause cause, long n) {}

  /** A submission's changes and their findings while they are made. */
  public final class Pen implements AutoCloseable {

    private final long submission;
    private final List<Object[]> rows = new ArrayList<>();
    private final List<Finding> found = new ArrayList<>();

    private Pen(long submission) {
      this.submission = submission;
    }

    /** Adds a change. */
    public void change(Change change) {
      rows.add(row(submission, change));
      if (rows.size() == BATCH) {
        flush();
      }
    }

    /** Adds a finding. */
    public void finding(Finding finding) {
      found.add(finding);
      if (found.size() == BATCH) {
        flush();
      }
    }

    private void flush() {
      if (!rows.isEmpty()) {
        jdbc.batchUpdate(
            "INSERT INTO submission_change (submission_id, kind, pid, field, before_value,"
                + " now_value, before_cell, now_cell, cause, rule_id) VALUES (?, ?, ?, ?, ?, ?, ?,"
                + " ?, ?, ?)",
            rows);
        rows.clear();
      }
      findings.save(submission, found);
      found.clear();
    }

    @Override
    public void close() {
      flush();
    }
  }

  /**
   * Begins to write down what changed with a submission, in the caller's transaction; what an
   * earlier attempt wrote is dropped.
   *
   * @param rules the ids of the rules that changes are judged by
   */
  public Pen rewrite(long submission, Collection<String> rules) {
    jdbc.update("DELETE FROM submission_change WHERE submission_id = ?", submission);
    List<Object> which = new ArrayList<>(List.of(submission));
    which.addAll(rules);
    String among = String.join(", ", Collections.nCopies(rules.size(), "?"));
    for (String table : List.of("finding", "rule_count")) {
      jdbc.update(
          "DELETE FROM " + table + " WHERE submission_id = ? AND rule_id IN (" + among + ")",
          which.toArray());
    }
    return new Pen(submission);
  }

  private static Object[] row(long submission, Change change) {
    return new Object[] {
      submission,
      change.kind().code(),
      change.pid(),
      change.field().map(Field::name).orElse(""),
      change.before(),
      change.now(),
      change.beforeCell().map(Places::write).orElse(""),
      change.nowCell().map(Places::write).orElse(""),
      change.cause().code(),
      change.ruleId()
    };
  }

  /** Hands each change of a submission over, in the order in which they were made. */
  public void each(long submission, Consumer<Change> receiver) {
    jdbc.query(
        "SELECT kind, pid, field, before_value, now_value, before_cell, now_cell, cause, rule_id"
            + " FROM submission_change WHERE submission_id = ? ORDER BY row_id",
        row -> {
          receiver.accept(
              new Change(
                  Change.Kind.of(row.getString(1)),
                  row.getString(2),
                  Fields.named(row.getString(3)),
                  row.getString(4),
                  row.getString(5),
                  place(row.getString(6)),
                  place(row.getString(7)),
                  Change.Cause.of(row.getString(8)),
                  row.getString(9)));
        },
        submission);
  }

  private static Optional<Place> place(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(Places.read(text));
  }

  /** A submission's changes, counted. */
  public List<Count> counts(long submission) {
    return jdbc.query(
        "SELECT kind, field, cause, COUNT(*) FROM submission_change WHERE submission_id = ? GROUP"
            + " BY kind, field, cause ORDER BY kind, field, cause",
        (row, number) ->
            new Count(
                Change.Kind.of(row.getString(1)),
                row.getString(2),
                Change.Cause.of(row.getString(3)),
                row.getLong(4)),
        submission);
  }

  /** Replaces the proposals that a submission gives rise to. */
  public void propose(long submission, List<RenameProposal> proposals) {
    jdbc.update("DELETE FROM rename_proposal WHERE submission_id = ?", submission);
    for (int i = 0; i < proposals.size(); i++) {
      RenameProposal p = proposals.get(i);
      jdbc.update(
          "INSERT INTO rename_proposal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          submission,
          i,
          p.id(),
          p.sheet(),
          p.oldHeader(),
          p.newHeader(),
          String.join(";", p.fields()),
          p.confidence(),
          p.likeness(),
          p.same(),
          p.compared(),
          String.join("\n", p.samples().stream().map(s -> s.replaceAll("\\s+", " ")).toList()));
    }
  }

  /** The proposals that a submission gives rise to, the surest first. */
  public List<RenameProposal> proposals(long submission) {
    return jdbc.query(
        "SELECT proposal_id, sheet, old_header, new_header, fields, confidence, likeness,"
            + " same_values, compared, samples FROM rename_proposal WHERE submission_id = ? ORDER"
            + " BY position",
        (row, number) ->
            new RenameProposal(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                split(row.getString(5), ";"),
                row.getInt(6),
                row.getInt(7),
                row.getInt(8),
                row.getInt(9),
                split(row.getString(10), "\n")),
        submission);
  }

  private static List<String> split(String joined, String by) {
    return joined.isEmpty() ? List.of() : Arrays.asList(joined.split(by, -1));
  }
}
