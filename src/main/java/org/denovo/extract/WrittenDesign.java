package org.denovo.extract;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.denovo.cohort.Endpoint;

/**
 * Reads a design's file back beside {@code cohort.csv} and {@code adtte.csv} and checks that it
 * follows from them and that nobody else is missing than was counted.
 */
final class WrittenDesign {

  /** A patient's time to an endpoint as {@code adtte.csv} has it, and the day of the exposure. */
  record Times(double days, String code, OptionalDouble exposedOn) {

    /** The end of the last interval: an end on day 0 takes half a day. */
    double end() {
      return Math.max(days, 0.5);
    }
  }

  /** A row of {@code adtte.csv}, beside the patient's in {@code cohort.csv}. */
  private record End(String pid, Endpoint endpoint, Times times) {}

  /** A row of the design's file. */
  record Row(NamedCsvRecord cells) {

    String text(String column) {
      return cells.getField(column);
    }

    double number(String column) {
      return Double.parseDouble(text(column));
    }
  }

  private final DesignFile file;
  private final Iterator<NamedCsvRecord> rows;
  private final boolean byEndpoint;
  private final Map<Endpoint, Long> found = new EnumMap<>(Endpoint.class);
  private NamedCsvRecord next;
  private long read;

  private WrittenDesign(DesignFile file, Iterator<NamedCsvRecord> rows) {
    this.file = file;
    this.rows = rows;
    this.byEndpoint = file.rows().columns().contains(EventTimes.ENDPOINT);
    file.rows().endpoints().forEach(endpoint -> found.put(endpoint, 0L));
    this.next = next();
  }

  /**
   * Checks the files of all designs, in one reading of the cohort's own.
   *
   * @param exposureDay the column of the day on which the exposure begins
   * @throws IllegalStateException if one is not what was written, or does not follow from the
   *     others
   */
  static void check(Path directory, List<DesignFile> files, String exposureDay) {
    List<CsvReader<NamedCsvRecord>> readers = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> cohort = open(directory, "cohort.csv");
        CsvReader<NamedCsvRecord> adtte = open(directory, "adtte.csv")) {
      List<WrittenDesign> designs = new ArrayList<>();
      try {
        for (DesignFile file : files) {
          CsvReader<NamedCsvRecord> reader = open(directory, file.rows().file());
          readers.add(reader);
          designs.add(new WrittenDesign(file, reader.iterator()));
        }
        check(cohort.iterator(), adtte.iterator(), designs, exposureDay);
      } finally {
        closeAll(readers);
      }
      designs.forEach(WrittenDesign::requireWhole);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void check(
      Iterator<NamedCsvRecord> cohort,
      Iterator<NamedCsvRecord> adtte,
      List<WrittenDesign> designs,
      String exposureDay) {
    NamedCsvRecord patient = null;
    while (adtte.hasNext()) {
      NamedCsvRecord end = adtte.next();
      String pid = end.getField("patient_pid");
      while (patient == null || !patient.getField("patient_pid").equals(pid)) {
        patient = cohort.next();
      }
      String day = patient.getField(exposureDay);
      End one =
          new End(
              pid,
              Endpoint.valueOf(end.getField("PARAMCD")),
              new Times(
                  Double.parseDouble(end.getField("AVAL")),
                  end.getField("evnt_code"),
                  day.isEmpty()
                      ? OptionalDouble.empty()
                      : OptionalDouble.of(Double.parseDouble(day))));
      for (WrittenDesign design : designs) {
        design.checkEnd(one);
      }
    }
  }

  private void checkEnd(End end) {
    List<Row> own = new ArrayList<>();
    while (found.containsKey(end.endpoint()) && next != null && belongs(next, end)) {
      own.add(new Row(next));
      read++;
      next = next();
    }
    if (!own.isEmpty()) {
      file.rows().check(end.times(), own);
      found.merge(end.endpoint(), 1L, Long::sum);
    }
  }

  private void requireWhole() {
    String name = file.rows().file();
    require(next == null, name + " has a patient who is not in adtte.csv");
    require(read == file.written(), name + " has " + read + " rows");
    for (DesignFlow flow : file.flow()) {
      long patients = found.get(flow.endpoint());
      require(
          patients == flow.out(),
          name + " has " + patients + " of " + flow.out() + " for " + flow.endpoint());
    }
  }

  private boolean belongs(NamedCsvRecord row, End end) {
    return row.getField("patient_pid").equals(end.pid())
        && (!byEndpoint || row.getField("PARAMCD").equals(end.endpoint().name()));
  }

  /**
   * Refuses intervals that do not follow one another from day 0 to the end, or of which not exactly
   * the last one says what happened.
   */
  static void requireChain(List<Row> rows, double end, String code) {
    double at = 0;
    double sum = 0;
    for (Row row : rows) {
      require(row.number("tstart") == at, "an interval does not begin where the last one ended");
      at = row.number("tstop");
      sum += at - row.number("tstart");
      boolean isLast = row == rows.get(rows.size() - 1);
      require(
          row.text("evnt_code").equals(isLast ? code : "0"),
          "an interval's event is not the end of the follow-up");
      require(
          row.text("event").equals("1") == row.text("evnt_code").equals("1"),
          "event and evnt_code do not agree in an interval");
    }
    require(sum == end, "the intervals do not add up to the follow-up");
  }

  static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }

  private NamedCsvRecord next() {
    return rows.hasNext() ? rows.next() : null;
  }

  private static void closeAll(List<CsvReader<NamedCsvRecord>> readers) throws IOException {
    for (CsvReader<NamedCsvRecord> reader : readers) {
      reader.close();
    }
  }

  private static CsvReader<NamedCsvRecord> open(Path directory, String file) throws IOException {
    return CsvReader.builder().ofNamedCsvRecord(directory.resolve(file));
  }
}
