package org.denovo.extract;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
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
    each(
        directory.resolve(intervals),
        row -> {
          if (row.getField(EventTimes.ENDPOINT.name()).equals(Endpoint.OS.name())) {
            patients.add(row.getField("patient_pid"));
            starts.add(number(row, "tstart"));
            stops.add(number(row, "tstop"));
            deaths.add(number(row, "event"));
          }
        });
    Doubles days = new Doubles();
    Doubles died = new Doubles();
    each(
        directory.resolve("cohort.csv"),
        row -> {
          if (patients.contains(row.getField("patient_pid"))) {
            days.add(number(row, "fu_day"));
            died.add(number(row, "death"));
          }
        });
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

  private interface Reading {
    void of(NamedCsvRecord row);
  }

  private static void each(Path file, Reading reading) {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      reader.forEach(reading::of);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double number(NamedCsvRecord row, String column) {
    return Double.parseDouble(row.getField(column));
  }

  private static boolean[] flags(Doubles numbers) {
    double[] values = numbers.toArray();
    boolean[] flags = new boolean[values.length];
    IntStream.range(0, flags.length).forEach(i -> flags[i] = values[i] == 1);
    return flags;
  }
}
