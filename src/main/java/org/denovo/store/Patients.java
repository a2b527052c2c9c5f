package org.denovo.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.denovo.record.PatientKey;
import org.denovo.record.PatientRecord;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;

/** The patients of each submission. */
public final class Patients {

  private static final int PAGE = 500;

  private static final String INSERT =
      "INSERT INTO patient (submission_id, ordinal, centre, patient_no, pid, record, "
          + PatientColumns.ALL.stream()
              .map(PatientColumns.Column::name)
              .collect(Collectors.joining(", "))
          + ") VALUES ("
          + Stream.generate(() -> "?")
              .limit(6 + PatientColumns.ALL.size())
              .collect(Collectors.joining(", "))
          + ")";

  private final JdbcTemplate jdbc;

  Patients(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Adds patients to a submission.
   *
   * @param first the ordinal of the first of them
   */
  public void save(long submission, long first, List<PatientRecord> patients) {
    if (patients.isEmpty()) {
      return;
    }
    jdbc.batchUpdate(
        INSERT,
        new BatchPreparedStatementSetter() {
          // Set by hand, because Spring asks the driver for the type of each NULL that it sets.
          @Override
          public void setValues(PreparedStatement row, int i) throws SQLException {
            fill(row, submission, first + i, patients.get(i));
          }

          @Override
          public int getBatchSize() {
            return patients.size();
          }
        });
  }

  private static void fill(
      PreparedStatement row, long submission, long ordinal, PatientRecord patient)
      throws SQLException {
    row.setLong(1, submission);
    row.setLong(2, ordinal);
    row.setString(3, patient.key().centre());
    row.setString(4, patient.key().number());
    row.setString(5, patient.key().pid());
    row.setBytes(6, RecordBytes.write(patient));
    for (int i = 0; i < PatientColumns.ALL.size(); i++) {
      row.setObject(7 + i, PatientColumns.ALL.get(i).value().apply(patient));
    }
  }

  /** Hands each patient of a submission over, in the order in which they were read. */
  public void each(Submission submission, Consumer<PatientRecord> receiver) {
    long next = 0;
    while (true) {
      List<PatientRecord> page =
          records(submission, "ordinal >= ? AND ordinal < ? ORDER BY ordinal", next, next + PAGE);
      if (page.isEmpty()) {
        return;
      }
      page.forEach(receiver);
      next += PAGE;
    }
  }

  /** A new pass over the patients of a submission in the order of their pseudonyms. */
  public Iterator<PatientRecord> byPseudonym(Submission submission) {
    return new Iterator<>() {
      private Iterator<PatientRecord> page = List.<PatientRecord>of().iterator();
      private String last = "";
      private boolean atEnd;

      @Override
      public boolean hasNext() {
        if (!page.hasNext() && !atEnd) {
          List<PatientRecord> next =
              records(submission, "pid > ? ORDER BY pid LIMIT " + PAGE, last);
          atEnd = next.size() < PAGE;
          last = next.isEmpty() ? last : next.get(next.size() - 1).key().pid();
          page = next.iterator();
        }
        return page.hasNext();
      }

      @Override
      public PatientRecord next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return page.next();
      }
    };
  }

  /** A submission's patient of that pseudonym, if there is one. */
  public Optional<PatientRecord> find(Submission submission, String pid) {
    return records(submission, "pid = ?", pid).stream().findFirst();
  }

  private List<PatientRecord> records(Submission submission, String where, Object... arguments) {
    List<Object> all = new ArrayList<>(List.of(submission.id()));
    all.addAll(Arrays.asList(arguments));
    return jdbc.query(
        "SELECT centre, patient_no, pid, record FROM patient WHERE submission_id = ? AND " + where,
        (row, number) ->
            RecordBytes.read(
                new PatientKey(row.getString(1), row.getString(2), row.getString(3)),
                submission.fileName(),
                row.getBytes(4)),
        all.toArray());
  }

  /** The patients of a submission who have these pseudonyms, by pseudonym. */
  public Map<String, PatientRecord> of(Submission submission, List<String> pids) {
    Map<String, PatientRecord> found = new HashMap<>();
    if (pids.isEmpty()) {
      return found;
    }
    List<Object> arguments = new ArrayList<>(pids);
    arguments.add(submission.id());
    jdbc.query(
        "SELECT centre, patient_no, pid, record FROM patient WHERE pid IN ("
            + String.join(", ", Collections.nCopies(pids.size(), "?"))
            + ") AND submission_id = ?",
        row -> {
          PatientKey key = new PatientKey(row.getString(1), row.getString(2), row.getString(3));
          found.put(key.pid(), RecordBytes.read(key, submission.fileName(), row.getBytes(4)));
        },
        arguments.toArray());
    return found;
  }

  /** How many patients a submission has. */
  public long count(long submission) {
    Long count =
        jdbc.queryForObject(
            "SELECT COUNT(*) FROM patient WHERE submission_id = ?", Long.class, submission);
    return count == null ? 0 : count;
  }
}
