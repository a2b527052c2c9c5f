package org.denovo.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.denovo.check.Finding;
import org.denovo.check.Life;
import org.denovo.check.RuleCount;
import org.denovo.check.RuleError;
import org.denovo.check.Severity;
import org.denovo.check.Standing;
import org.denovo.record.PatientKey;
import org.denovo.source.SourceCell;
import org.denovo.vocabulary.Text;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the rules found, with their denominators, and the life of each finding across nights. */
public final class Findings {

  private static final int BATCH = 1_000;

  private final JdbcTemplate jdbc;

  Findings(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds findings about a submission. */
  public void save(long submission, List<Finding> findings) {
    insert(submission, findings);
  }

  /** Replaces the findings that are about a submission's file and not about a patient. */
  public void replaceFile(long submission, List<Finding> findings) {
    jdbc.update("DELETE FROM finding WHERE submission_id = ? AND pid IS NULL", submission);
    insert(submission, findings);
  }

  /** Replaces the findings that belong to no single submission. */
  public void replaceCross(List<Finding> findings) {
    jdbc.update("DELETE FROM finding WHERE submission_id IS NULL");
    insert(null, findings);
  }

  private void insert(Long submission, List<Finding> findings) {
    List<Object[]> rows = new ArrayList<>(findings.size());
    for (Finding finding : findings) {
      rows.add(
          new Object[] {
            submission,
            finding.id(),
            finding.centre(),
            finding.patient().map(PatientKey::number).orElse(null),
            finding.patient().map(PatientKey::pid).orElse(null),
            finding.ruleId(),
            finding.severity().code(),
            String.join(";", finding.fields()),
            finding.cells().stream()
                .map(cell -> Places.write(cell.place()))
                .collect(Collectors.joining("\n")),
            finding.says().zh(),
            finding.says().en(),
            finding.inputs()
          });
    }
    if (!rows.isEmpty()) {
      jdbc.batchUpdate(
          "INSERT INTO finding (submission_id, finding_id, centre, patient_no, pid, rule_id,"
              + " severity, fields, cells, says_zh, says_en, inputs) VALUES (?, ?, ?, ?, ?, ?, ?,"
              + " ?, ?, ?, ?, ?)",
          rows);
    }
  }

  /** Hands each finding of a submission over, in the order in which they were made. */
  public void each(Submission submission, Consumer<Finding> receiver) {
    query("submission_id = ?", receiver, submission.id());
  }

  /** Hands over each error of a submission that is about a patient. */
  public void eachError(Submission submission, Consumer<Finding> receiver) {
    query(
        "submission_id = ? AND severity = 'error' AND pid IS NOT NULL", receiver, submission.id());
  }

  /** The same of some patients only, by their pseudonyms. */
  public void eachError(Submission submission, Set<String> pids, Consumer<Finding> receiver) {
    List<String> all = List.copyOf(pids);
    for (int from = 0; from < all.size(); from += BATCH) {
      List<Object> some = new ArrayList<>(List.of(submission.id()));
      some.addAll(all.subList(from, Math.min(all.size(), from + BATCH)));
      query(
          "submission_id = ? AND severity = 'error' AND pid IN (?"
              + ", ?".repeat(some.size() - 2)
              + ")",
          receiver,
          some.toArray());
    }
  }

  /** Hands over each finding that belongs to no single submission. */
  public void eachCross(Consumer<Finding> receiver) {
    query("submission_id IS NULL", receiver);
  }

  /** The findings on a patient, those of her submission first. */
  public List<Finding> of(Submission submission, String pid) {
    List<Finding> findings = new ArrayList<>();
    query("submission_id = ? AND pid = ?", findings::add, submission.id(), pid);
    query("submission_id IS NULL AND pid = ?", findings::add, pid);
    return findings;
  }

  /** The findings of the current registry that have these ids, by id. */
  public Map<String, Finding> present(Set<String> ids) {
    Map<String, Finding> present = new HashMap<>();
    List<String> all = List.copyOf(ids);
    for (int from = 0; from < all.size(); from += BATCH) {
      List<String> some = all.subList(from, Math.min(all.size(), from + BATCH));
      query(
          "(submission_id IS NULL OR submission_id IN (SELECT submission_id FROM submission WHERE"
              + " state = 'current')) AND finding_id IN ("
              + String.join(", ", Collections.nCopies(some.size(), "?"))
              + ")",
          finding -> present.put(finding.id(), finding),
          some.toArray());
    }
    return present;
  }

  private void query(String where, Consumer<Finding> receiver, Object... arguments) {
    jdbc.query(
        "SELECT finding_id, centre, patient_no, pid, rule_id, severity, fields, cells, says_zh,"
            + " says_en, inputs FROM finding WHERE "
            + where
            + " ORDER BY row_id",
        row -> {
          receiver.accept(read(row));
        },
        arguments);
  }

  private static Finding read(ResultSet row) throws SQLException {
    String centre = row.getString(2);
    String number = row.getString(3);
    Optional<PatientKey> patient =
        number == null
            ? Optional.empty()
            : Optional.of(new PatientKey(centre, number, row.getString(4)));
    Finding finding =
        new Finding(
            row.getString(1),
            centre,
            patient,
            row.getString(5),
            Severity.valueOf(row.getString(6).toUpperCase(Locale.ROOT)),
            split(row.getString(7), ";"),
            split(row.getString(8), "\n").stream()
                .map(Places::read)
                .map(SourceCell::blank)
                .toList(),
            new Text(row.getString(9), row.getString(10)));
    String inputs = row.getString(11);
    // Of findings in workbooks that an older program read, the sentence tells.
    return inputs.isEmpty() ? finding : finding.on(inputs);
  }

  private static List<String> split(String joined, String by) {
    return joined.isEmpty() ? List.of() : Arrays.asList(joined.split(by, -1));
  }

  /**
   * What the findings on a submission are about: a patient's pseudonym and a field's name.
   *
   * @param rules those whose findings count, by their ids
   */
  public Set<String> subjects(long submission, Predicate<String> rules) {
    Set<String> subjects = new HashSet<>();
    jdbc.query(
        "SELECT rule_id, pid, fields FROM finding WHERE submission_id = ? AND pid IS NOT NULL",
        row -> {
          if (rules.test(row.getString(1))) {
            for (String field : split(row.getString(3), ";")) {
              subjects.add(row.getString(2) + " " + field);
            }
          }
        },
        submission);
    return subjects;
  }

  /** Adds to the outcomes of a submission's rules. */
  public void count(long submission, Map<String, RuleCount> counts) {
    List<Object[]> rows = new ArrayList<>(counts.size());
    counts.forEach(
        (rule, count) ->
            rows.add(
                new Object[] {
                  submission,
                  rule,
                  count.judged(),
                  count.broken(),
                  count.rare(),
                  count.notApplicable(),
                  count.heldBack(),
                  count.errors()
                }));
    jdbc.batchUpdate(
        "INSERT INTO rule_count (submission_id, rule_id, judged, broken, rare, not_applicable,"
            + " held_back, errors) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE judged ="
            + " judged + VALUES(judged), broken = broken + VALUES(broken), rare = rare +"
            + " VALUES(rare), not_applicable = not_applicable + VALUES(not_applicable), held_back ="
            + " held_back + VALUES(held_back), errors = errors + VALUES(errors)",
        rows);
  }

  /** The outcomes of a submission's rules, by rule. */
  public Map<String, RuleCount> counts(long submission) {
    Map<String, RuleCount> counts = new HashMap<>();
    jdbc.query(
        "SELECT rule_id, judged - broken, broken - rare, rare, not_applicable, held_back, errors"
            + " FROM rule_count WHERE submission_id = ?",
        row -> {
          counts.put(
              row.getString(1),
              new RuleCount(
                  row.getLong(2),
                  row.getLong(3),
                  row.getLong(4),
                  row.getLong(5),
                  row.getLong(6),
                  row.getLong(7)));
        },
        submission);
    return counts;
  }

  /** Notes on which patients of a submission a rule failed. */
  public void failed(long submission, List<RuleError> errors) {
    if (!errors.isEmpty()) {
      jdbc.batchUpdate(
          "INSERT INTO rule_error (submission_id, rule_id, pid, what) VALUES (?, ?, ?, ?)",
          errors.stream()
              .map(error -> new Object[] {submission, error.ruleId(), error.pid(), error.what()})
              .toList());
    }
  }

  /** The patients of a submission on whom a rule failed, by rule and pseudonym. */
  public void eachFailed(long submission, Consumer<RuleError> receiver) {
    jdbc.query(
        "SELECT rule_id, pid, what FROM rule_error WHERE submission_id = ? ORDER BY rule_id, pid",
        row -> {
          receiver.accept(new RuleError(row.getString(1), row.getString(2), row.getString(3)));
        },
        submission);
  }

  /** The lives of all findings that were ever seen. */
  public Lives lives() {
    Lives lives = new Lives();
    jdbc.query(
        "SELECT finding_id, rule_id, state, inputs, rule_version, first_seen, expires FROM"
            + " finding_life ORDER BY finding_id",
        row -> {
          lives.add(row.getString(1), row.getString(2), Rulings.life(row));
        });
    return lives;
  }

  /**
   * Writes down what a night changed. The row of a finding that stays as it stands is not touched:
   * when it was last seen is written when it is gone.
   *
   * @param lastNight the day of the run before
   * @param isInForce true for the id of a rule that is still in the book
   */
  public void saveLives(Lives lives, Run run, LocalDate lastNight, Predicate<String> isInForce) {
    try (Batch begun =
        new Batch(
            "INSERT INTO finding_life (finding_id, rule_id, state, inputs, rule_version,"
                + " first_seen, last_seen) VALUES (?, ?, 'open', ?, ?, ?, ?) ON DUPLICATE KEY"
                + " UPDATE last_seen = VALUES(last_seen)")) {
      lives.eachBegun(
          (id, rule, inputs, version) ->
              begun.add(id, rule, inputs, version, run.asOf(), run.asOf()));
    }
    try (Batch states =
            new Batch(
                "UPDATE finding_life SET state = 'open', inputs = ?, rule_version = ?, expires ="
                    + " NULL, last_seen = ? WHERE finding_id = ?");
        Batch events = new Batch(Rulings.EVENT)) {
      lives.eachReopened(
          (id, reopening) -> {
            Life now = reopening.now();
            states.add(now.inputs(), now.version(), run.asOf(), id);
            String lapse = reopening.lapse().name().toLowerCase(Locale.ROOT);
            events.add(byTheRun(run, id, lapse, reopening.before(), now.standing(), now.inputs()));
          });
    }
    try (Batch states =
            new Batch(
                "UPDATE finding_life SET state = ?, expires = NULL, last_seen = ? WHERE finding_id"
                    + " = ?");
        Batch events = new Batch(Rulings.EVENT)) {
      lives.eachGone(
          isInForce,
          (id, before, now) -> {
            states.add(now.code(), lastNight, id);
            events.add(byTheRun(run, id, "", before, now, ""));
          });
    }
  }

  /** What a night did by itself, for the history of a finding. */
  private static Object[] byTheRun(
      Run run, String id, String reason, Life before, Standing now, String inputs) {
    return new Object[] {
      id,
      now == Standing.OPEN ? "reopened" : now.code(),
      "denovo",
      run.started(),
      reason,
      "",
      null,
      before.standing().code(),
      now.code(),
      before.inputs(),
      inputs,
      run.id()
    };
  }

  /** Rows that are written some at a time. */
  private final class Batch implements AutoCloseable {

    private final String sql;
    private final List<Object[]> rows = new ArrayList<>(BATCH);

    private Batch(String sql) {
      this.sql = sql;
    }

    void add(Object... row) {
      rows.add(row);
      if (rows.size() == BATCH) {
        flush();
      }
    }

    private void flush() {
      if (!rows.isEmpty()) {
        jdbc.batchUpdate(sql, rows);
        rows.clear();
      }
    }

    @Override
    public void close() {
      flush();
    }
  }
}
