package org.denovo.store;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.denovo.record.PatientRecord;
import org.springframework.jdbc.core.JdbcTemplate;

/** The blocks of a submission's records, by the ordinals of its patients. For one thread. */
final class Blocks {

  /** Some megabytes of them. */
  private static final int REMEMBERED = 40;

  private final JdbcTemplate jdbc;
  private final Submission submission;
  private final long[] firsts;

  private final Map<Integer, RecordBlock> remembered =
      new LinkedHashMap<>(2 * REMEMBERED, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, RecordBlock> eldest) {
          return size() > REMEMBERED;
        }
      };

  Blocks(JdbcTemplate jdbc, Submission submission) {
    this.jdbc = jdbc;
    this.submission = submission;
    this.firsts =
        jdbc
            .queryForList(
                "SELECT first_ordinal FROM patient_block WHERE submission_id = ? ORDER BY"
                    + " submission_id, first_ordinal",
                Long.class,
                submission.id())
            .stream()
            .mapToLong(Long::longValue)
            .toArray();
  }

  int count() {
    return firsts.length;
  }

  /** A block, counted from 0; it is not remembered. */
  RecordBlock read(int block) {
    return RecordBlock.read(submission.fileName(), bytes(block));
  }

  /** The bytes of a block as they are stored. */
  byte[] bytes(int block) {
    return Objects.requireNonNull(
        jdbc.queryForObject(
            "SELECT records FROM patient_block WHERE submission_id = ? AND first_ordinal = ?",
            byte[].class,
            submission.id(),
            firsts[block]));
  }

  /** The patient of that ordinal. */
  PatientRecord record(long ordinal) {
    int found = Arrays.binarySearch(firsts, ordinal);
    int block = found >= 0 ? found : -found - 2;
    RecordBlock records = remembered.get(block);
    if (records == null) {
      records = read(block);
      remembered.put(block, records);
    }
    return records.get((int) (ordinal - firsts[block]));
  }

  /** The patients of these ordinals, in that order; each block is read once. */
  List<PatientRecord> records(List<Long> ordinals) {
    PatientRecord[] records = new PatientRecord[ordinals.size()];
    IntStream.range(0, records.length)
        .boxed()
        .sorted(Comparator.comparing(ordinals::get))
        .forEach(i -> records[i] = record(ordinals.get(i)));
    return List.of(records);
  }
}
