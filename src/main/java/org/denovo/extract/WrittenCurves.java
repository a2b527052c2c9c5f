package org.denovo.extract;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.denovo.cohort.Endpoint;
import org.denovo.statistics.KaplanMeier;

/**
 * Survival is one whether it is read from the cohort's own file or from intervals: after one, three
 * and five years, of the patients in both.
 */
final class WrittenCurves {

  private static final double SAME = 1e-12;

  private WrittenCurves() {}

  /**
   * Checks the file of intervals against {@code cohort.csv}.
   *
   * @throws IllegalStateException if survival differs
   */
  static void check(Path directory, String intervals) {
    Doubles starts = new Doubles();
    Doubles stops = new Doubles();
    Doubles deaths = new Doubles();
    Set<String> patients = new HashSet<>();
    try (CsvCells rows = new CsvCells(directory.resolve(intervals))) {
      int patient = rows.place("patient_pid");
      int endpoint = rows.place(EventTimes.ENDPOINT.name());
      int start = rows.place("tstart");
      int stop = rows.place("tstop");
      int event = rows.place("event");
      byte[] survival = Endpoint.OS.name().getBytes(StandardCharsets.US_ASCII);
      while (rows.next()) {
        if (rows.is(endpoint, survival)) {
          patients.add(rows.text(patient));
          starts.add(rows.number(start));
          stops.add(rows.number(stop));
          deaths.add(rows.number(event));
        }
      }
    }
    Doubles days = new Doubles();
    Doubles died = new Doubles();
    try (CsvCells rows = new CsvCells(directory.resolve("cohort.csv"))) {
      int patient = rows.place("patient_pid");
      int day = rows.place("fu_day");
      int death = rows.place("death");
      while (rows.next()) {
        if (patients.contains(rows.text(patient))) {
          days.add(rows.number(day));
          died.add(rows.number(death));
        }
      }
    }
    KaplanMeier ofCohort = KaplanMeier.of(days.toArray(), flags(died), 0.95);
    KaplanMeier ofIntervals =
        KaplanMeier.of(starts.toArray(), stops.toArray(), flags(deaths), 0.95);
    for (int years : List.of(1, 3, 5)) {
      double one = ofCohort.survivalAt(years * 365.25);
      double other = ofIntervals.survivalAt(years * 365.25);
      if (!(Math.abs(one - other) < SAME)) {
        throw new IllegalStateException(
            "survival at "
                + years
                + " years is "
                + one
                + " in cohort.csv, "
                + other
                + " in "
                + intervals);
      }
    }
  }

  private static boolean[] flags(Doubles numbers) {
    double[] values = numbers.toArray();
    boolean[] flags = new boolean[values.length];
    IntStream.range(0, flags.length).forEach(i -> flags[i] = values[i] == 1);
    return flags;
  }
}
