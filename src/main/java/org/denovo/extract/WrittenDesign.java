package org.denovo.extract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
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

  private final DesignFile file;
  private final CsvCells cells;
  private final int pid;
  private final OptionalInt ofEndpoint;
  private final Map<Endpoint, Long> found = new EnumMap<>(Endpoint.class);
  private boolean isMore;
  private long read;

  private WrittenDesign(DesignFile file, CsvCells cells) {
    this.file = file;
    this.cells = cells;
    this.pid = cells.place("patient_pid");
    this.ofEndpoint =
        file.rows().columns().contains(EventTimes.ENDPOINT)
            ? OptionalInt.of(cells.place(EventTimes.ENDPOINT.name()))
            : OptionalInt.empty();
    file.rows().endpoints().forEach(endpoint -> found.put(endpoint, 0L));
    this.isMore = cells.next();
  }

  /**
   * Checks the files of all designs, in one reading of the cohort's own.
   *
   * @param exposureDay the column of the day on which the exposure begins
   * @throws IllegalStateException if one is not what was written, or does not follow from the
   *     others
   */
  static void check(Path directory, List<DesignFile> files, String exposureDay) {
    List<CsvCells> opened = new ArrayList<>();
    try (CsvCells cohort = open(directory, "cohort.csv");
        CsvCells adtte = open(directory, "adtte.csv")) {
      List<WrittenDesign> designs = new ArrayList<>();
      for (DesignFile file : files) {
        opened.add(open(directory, file.rows().file()));
        designs.add(new WrittenDesign(file, opened.get(opened.size() - 1)));
      }
      check(cohort, adtte, designs, exposureDay);
      designs.forEach(WrittenDesign::requireWhole);
    } finally {
      opened.forEach(CsvCells::close);
    }
  }

  private static void check(
      CsvCells cohort, CsvCells adtte, List<WrittenDesign> designs, String exposureDay) {
    int pid = cohort.place("patient_pid");
    int exposed = cohort.place(exposureDay);
    int theirs = adtte.place("patient_pid");
    int endpoint = adtte.place(EventTimes.ENDPOINT.name());
    int days = adtte.place("AVAL");
    int code = adtte.place(EventTimes.CODE.name());
    boolean isBegun = false;
    while (adtte.next()) {
      while (!isBegun || !cohort.is(pid, adtte, theirs)) {
        require(cohort.next(), "adtte.csv has a patient who is not in cohort.csv");
        isBegun = true;
      }
      Times times =
          new Times(
              adtte.number(days),
              adtte.text(code),
              cohort.isEmpty(exposed)
                  ? OptionalDouble.empty()
                  : OptionalDouble.of(cohort.number(exposed)));
      Endpoint of = Endpoint.valueOf(adtte.text(endpoint));
      for (WrittenDesign design : designs) {
        if (design.found.containsKey(of)) {
          design.checkEnd(of, times, adtte, theirs, endpoint);
        }
      }
    }
  }

  /** Checks the rows that belong to a row of {@code adtte.csv}. */
  private void checkEnd(Endpoint of, Times times, CsvCells adtte, int theirs, int endpoint) {
    List<CsvRow> own = new ArrayList<>();
    while (isMore
        && cells.is(pid, adtte, theirs)
        && (ofEndpoint.isEmpty() || cells.is(ofEndpoint.getAsInt(), adtte, endpoint))) {
      own.add(cells.row());
      read++;
      isMore = cells.next();
    }
    if (!own.isEmpty()) {
      file.rows().check(times, own);
      found.merge(of, 1L, Long::sum);
    }
  }

  private void requireWhole() {
    String name = file.rows().file();
    require(!isMore, name + " has a patient who is not in adtte.csv");
    require(read == file.written(), name + " has " + read + " rows");
    for (DesignFlow flow : file.flow()) {
      long patients = found.get(flow.endpoint());
      require(
          patients == flow.out(),
          name + " has " + patients + " of " + flow.out() + " for " + flow.endpoint());
    }
  }

  /**
   * Refuses intervals that do not follow one another from day 0 to the end, or of which not exactly
   * the last one says what happened.
   */
  static void requireChain(List<CsvRow> rows, double end, String code) {
    double at = 0;
    double sum = 0;
    for (CsvRow row : rows) {
      double start = row.number("tstart");
      require(start == at, "an interval does not begin where the last one ended");
      at = row.number("tstop");
      sum += at - start;
      boolean isLast = row == rows.get(rows.size() - 1);
      String own = row.text("evnt_code");
      require(
          own.equals(isLast ? code : "0"), "an interval's event is not the end of the follow-up");
      require(
          row.is("event", '1') == own.equals("1"),
          "event and evnt_code do not agree in an interval");
    }
    require(sum == end, "the intervals do not add up to the follow-up");
  }

  static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }

  private static CsvCells open(Path directory, String file) {
    return new CsvCells(directory.resolve(file));
  }
}
