package org.denovo.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.denovo.record.PatientRecord;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The patients of each submission: a row of typed columns each, for those who read the registry in
 * SQL, and whole records in blocks, for the program.
 */
public final class Patients {

  /** The first page of a pass by pseudonym; later ones grow, as each may touch every block. */
  private static final int PAGE = 500;

  private static final int LARGEST_PAGE = 4_000;

  private static final String INSERT =
      "INSERT INTO patient (submission_id, ordinal, centre, patient_no, pid, "
          + PatientColumns.ALL.stream()
              .map(PatientColumns.Column::name)
              .collect(Collectors.joining(", "))
          + ") VALUES ("
          + Stream.generate(() -> "?")
              .limit(5 + PatientColumns.ALL.size())
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
    RecordBlockWriter block = new RecordBlockWriter();
    long next = first;
    for (PatientRecord patient : patients) {
      block.add(patient);
      if (block.isFull()) {
        save(submission, next, block);
        next += block.count();
        block = new RecordBlockWriter();
      }
    }
    if (block.count() > 0) {
      save(submission, next, block);
    }
  }

  private void save(long submission, long first, RecordBlockWriter block) {
    jdbc.update(
        "INSERT INTO patient_block (submission_id, first_ordinal, records) VALUES (?, ?, ?)",
        submission,
        first,
        block.bytes());
  }

  private static void fill(
      PreparedStatement row, long submission, long ordinal, PatientRecord patient)
      throws SQLException {
    row.setLong(1, submission);
    row.setLong(2, ordinal);
    row.setString(3, patient.key().centre());
    row.setString(4, patient.key().number());
    row.setString(5, patient.key().pid());
    for (int i = 0; i < PatientColumns.ALL.size(); i++) {
      row.setObject(6 + i, PatientColumns.ALL.get(i).value().apply(patient));
    }
  }

  /** Hands each patient of a submission over, in the order in which they were read. */
  public void each(Submission submission, Consumer<PatientRecord> receiver) {
    Blocks blocks = new Blocks(jdbc, submission);
    for (int i = 0; i < blocks.count(); i++) {
      RecordBlock block = blocks.read(i);
      for (int j = 0; j < block.size(); j++) {
        receiver.accept(block.get(j));
      }
    }
  }

  /** A new pass over the patients of a submission in the order of their pseudonyms. */
  public Iterator<PatientRecord> byPseudonym(Submission submission) {
    Blocks blocks = new Blocks(jdbc, submission);
    return new Iterator<>() {
      private Iterator<PatientRecord> page = List.<PatientRecord>of().iterator();
      private String last = "";
      private int size = PAGE;
      private boolean atEnd;

      @Override
      public boolean hasNext() {
        if (!page.hasNext() && !atEnd) {
          List<Long> ordinals = new ArrayList<>();
          jdbc.query(
              "SELECT pid, ordinal FROM patient WHERE submission_id = ? AND pid > ? ORDER BY"
                  + " submission_id, pid LIMIT "
                  + size,
              row -> {
                last = row.getString(1);
                ordinals.add(row.getLong(2));
              },
              submission.id(),
              last);
          atEnd = ordinals.size() < size;
          size = Math.min(2 * size, LARGEST_PAGE);
          page = blocks.records(ordinals).iterator();
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

  /**
   * Finds a submission's patients by their pseudonyms, one after another. It remembers the blocks
   * that it has read last: for one task on one thread.
   */
  public Function<String, Optional<PatientRecord>> finder(Submission submission) {
    Blocks blocks = new Blocks(jdbc, submission);
    return pid -> ordinals(submission, List.of(pid)).stream().findFirst().map(blocks::record);
  }

  /** The patients of a submission who have these pseudonyms, by pseudonym. */
  public Map<String, PatientRecord> of(Submission submission, List<String> pids) {
    Map<String, PatientRecord> found = new HashMap<>();
    new Blocks(jdbc, submission)
        .records(ordinals(submission, pids))
        .forEach(patient -> found.put(patient.key().pid(), patient));
    return found;
  }

  private List<Long> ordinals(Submission submission, List<String> pids) {
    List<Long> ordinals = new ArrayList<>();
    for (int from = 0; from < pids.size(); from += PAGE) {
      List<String> page = pids.subList(from, Math.min(pids.size(), from + PAGE));
      List<Object> arguments = new ArrayList<>(List.of(submission.id()));
      arguments.addAll(page);
      ordinals.addAll(
          jdbc.queryForList(
              "SELECT ordinal FROM patient WHERE submission_id = ? AND pid IN ("
                  + String.join(", ", Collections.nCopies(page.size(), "?"))
                  + ")",
              Long.class,
              arguments.toArray()));
    }
    return ordinals;
  }

  /**
   * The pseudonyms of the patients of some submissions whose identity number another of them has
   * too, if no more than so many have it.
   */
  public List<String> sharingNumber(List<Submission> submissions, int most) {
    Map<String, Integer> counts = new HashMap<>();
    submissions.forEach(
        one -> eachNumber(one, (pid, number) -> counts.merge(number, 1, Integer::sum)));
    List<String> sharing = new ArrayList<>();
    for (Submission one : submissions) {
      eachNumber(
          one,
          (pid, number) -> {
            int count = counts.get(number);
            if (count > 1 && count <= most) {
              sharing.add(pid);
            }
          });
    }
    return sharing;
  }

  private void eachNumber(Submission submission, BiConsumer<String, String> receiver) {
    jdbc.query(
        "SELECT pid, national_id FROM patient WHERE submission_id = ? AND national_id IS NOT NULL",
        row -> {
          receiver.accept(row.getString(1), row.getString(2));
        },
        submission.id());
  }

  /** SHA-256 over all that is stored of a submission's patients, as 64 hex digits. */
  public String fingerprint(Submission submission) {
    MessageDigest digest = sha256();
    Blocks blocks = new Blocks(jdbc, submission);
    for (int i = 0; i < blocks.count(); i++) {
      digest.update(blocks.bytes(i));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every Java", e);
    }
  }

  /** The centre's own numbers of a submission's patients, in order; for the centre's eyes only. */
  public List<String> numbers(Submission submission) {
    return jdbc.queryForList(
        "SELECT patient_no FROM patient WHERE submission_id = ? ORDER BY patient_no",
        String.class,
        submission.id());
  }

  /**
   * The first pseudonyms of the current patients that begin so, in order.
   *
   * @param start letters and digits
   * @param most how many are given at the most
   */
  public List<String> beginning(String start, int most) {
    return jdbc.queryForList(
        "SELECT DISTINCT p.pid FROM patient p JOIN submission s ON s.submission_id ="
            + " p.submission_id WHERE s.state = 'current' AND p.pid LIKE ? ORDER BY p.pid LIMIT "
            + most,
        String.class,
        start + "%");
  }

  /** How many patients a submission has. */
  public long count(long submission) {
    Long count =
        jdbc.queryForObject(
            "SELECT COUNT(*) FROM patient WHERE submission_id = ?", Long.class, submission);
    return count == null ? 0 : count;
  }
}
