package org.denovo.extract;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.denovo.check.Decision;
import org.denovo.check.Obstacle;

/**
 * {@code registry/obstacles.csv}: the unresolved errors by which a run's cohorts took decisions to
 * be open, patient by patient in the registry's order. A finding that was settled is none, so that
 * with this file the cohorts can be made again whatever is said of a finding later.
 */
public final class ObstaclesFile implements AutoCloseable {

  /** Where it lies in a run. */
  public static final String PATH = "registry/obstacles.csv";

  private final CsvFile csv;

  /** Opens the file of a run that is being made. */
  public ObstaclesFile(Path run) {
    this.csv =
        new CsvFile(run.resolve(PATH), List.of("patient_pid", "finding_id", "rule_id", "blocks"));
  }

  /** Writes those of a patient. */
  public void accept(String pid, List<Obstacle> obstacles) {
    for (Obstacle obstacle : obstacles) {
      String blocks =
          obstacle.blocks().stream().map(Decision::name).collect(Collectors.joining(";"));
      csv.row(List.of(pid, obstacle.finding(), obstacle.rule(), blocks));
    }
  }

  @Override
  public void close() {
    csv.close();
  }

  /** Hands over each obstacle of a run with the patient's pseudonym, in the file's order. */
  public static void each(Path run, BiConsumer<String, Obstacle> receiver) {
    try (CsvReader<NamedCsvRecord> csv = open(run)) {
      csv.forEach(row -> receiver.accept(pid(row), read(row)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CsvReader<NamedCsvRecord> open(Path run) throws IOException {
    return CsvReader.builder().ofNamedCsvRecord(run.resolve(PATH));
  }

  private static String pid(NamedCsvRecord row) {
    return row.getField("patient_pid");
  }

  private static Obstacle read(NamedCsvRecord row) {
    Set<Decision> blocks = EnumSet.noneOf(Decision.class);
    Arrays.stream(row.getField("blocks").split(";")).map(Decision::valueOf).forEach(blocks::add);
    return new Obstacle(row.getField("finding_id"), row.getField("rule_id"), blocks);
  }

  /** Reads the file along with the registry's patients, of whom it holds a few at a time. */
  public static final class Along implements AutoCloseable {

    private final CsvReader<NamedCsvRecord> csv;
    private final Iterator<NamedCsvRecord> rows;
    private NamedCsvRecord next;

    /** Opens the file of a run. */
    public Along(Path run) {
      try {
        this.csv = open(run);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      this.rows = csv.iterator();
      advance();
    }

    private void advance() {
      next = rows.hasNext() ? rows.next() : null;
    }

    /** The obstacles of the next patient in the registry's order. */
    public List<Obstacle> of(String pid) {
      List<Obstacle> obstacles = new ArrayList<>();
      while (next != null && pid(next).equals(pid)) {
        obstacles.add(read(next));
        advance();
      }
      return obstacles;
    }

    @Override
    public void close() {
      try {
        csv.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
