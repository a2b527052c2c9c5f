package org.denovo.extract;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.denovo.cohort.Endpoint;

/**
 * Reads a design's file back beside {@code cohort.csv} and {@code adtte.csv} and checks that it
 * follows from them and that nobody else is missing than was counted.
 */
final class WrittenDesign {

  /** A patient's time to an endpoint as {@code adtte.csv} has it, and the day of surgery. */
  record Times(double days, String code, OptionalDouble surgery) {

    /** The end of the last interval: an end on day 0 takes half a day. */
    double end() {
      return Math.max(days, 0.5);
    }
  }

  /** A row of the design's file. */
  record Row(NamedCsvRecord cells) {

    String text(String column) {
      return cells.getField(column);
    }

    double number(String column) {
      return Double.parseDouble(text(column));
    }
  }

  private final DesignRows design;
  private final Iterator<NamedCsvRecord> rows;
  private final boolean byEndpoint;
  private final Map<Endpoint, Long> found = new EnumMap<>(Endpoint.class);
  private NamedCsvRecord next;
  private long read;

  private WrittenDesign(DesignRows design, Iterator<NamedCsvRecord> rows) {
    this.design = design;
    this.rows = rows;
    this.byEndpoint = design.columns().contains(EventTimes.ENDPOINT);
    this.next = next();
  }

  /**
   * Checks the file.
   *
   * @throws IllegalStateException if it is not what was written, or does not follow from the others
   */
  static void check(Path directory, DesignFile file) {
    try (CsvReader<NamedCsvRecord> cohort = open(directory, "cohort.csv");
        CsvReader<NamedCsvRecord> adtte = open(directory, "adtte.csv");
        CsvReader<NamedCsvRecord> rows = open(directory, file.rows().file())) {
      WrittenDesign written = new WrittenDesign(file.rows(), rows.iterator());
      written.check(cohort.iterator(), adtte.iterator());
      String name = file.rows().file();
      require(written.next == null, name + " has a patient who is not in adtte.csv");
      require(written.read == file.written(), name + " has " + written.read + " rows");
      for (DesignFlow flow : file.flow()) {
        long found = written.found.getOrDefault(flow.endpoint(), 0L);
        require(
            found == flow.out(),
            name + " has " + found + " of " + flow.out() + " for " + flow.endpoint());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void check(Iterator<NamedCsvRecord> cohort, Iterator<NamedCsvRecord> adtte) {
    Set<String> names = new HashSet<>();
    design.endpoints().forEach(endpoint -> names.add(endpoint.name()));
    NamedCsvRecord patient = cohort.hasNext() ? cohort.next() : null;
    while (adtte.hasNext()) {
      NamedCsvRecord end = adtte.next();
      while (!patient.getField("patient_pid").equals(end.getField("patient_pid"))) {
        patient = cohort.next();
      }
      if (names.contains(end.getField("PARAMCD"))) {
        checkEnd(patient, end);
      }
    }
  }

  private void checkEnd(NamedCsvRecord patient, NamedCsvRecord end) {
    List<Row> own = new ArrayList<>();
    while (next != null && belongs(next, end)) {
      own.add(new Row(next));
      read++;
      next = next();
    }
    if (!own.isEmpty()) {
      String day = patient.getField("surg_day");
      design.check(
          new Times(
              Double.parseDouble(end.getField("AVAL")),
              end.getField("evnt_code"),
              day.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(day))),
          own);
      found.merge(Endpoint.valueOf(end.getField("PARAMCD")), 1L, Long::sum);
    }
  }

  private boolean belongs(NamedCsvRecord row, NamedCsvRecord end) {
    return row.getField("patient_pid").equals(end.getField("patient_pid"))
        && (!byEndpoint || row.getField("PARAMCD").equals(end.getField("PARAMCD")));
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

  private static CsvReader<NamedCsvRecord> open(Path directory, String file) throws IOException {
    return CsvReader.builder().ofNamedCsvRecord(directory.resolve(file));
  }
}
