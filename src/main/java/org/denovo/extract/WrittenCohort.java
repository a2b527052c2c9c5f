package org.denovo.extract;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.denovo.cohort.Attrition;
import org.denovo.record.FieldType;

/**
 * Reads a cohort's files back from the disk and checks what must hold between them. What does not
 * hold is a bug, never the data's fault.
 */
final class WrittenCohort {

  private final Path directory;
  private final Map<String, Long> arms = new HashMap<>();
  private long members;
  private long times;

  private WrittenCohort(Path directory) {
    this.directory = directory;
  }

  /**
   * Checks the files: the arms add up to the flow, each patient has at most one end for each
   * endpoint and they agree with the cohort's row, and no covariate is a date.
   *
   * @throws IllegalStateException if one of these does not hold
   */
  static void check(
      Path directory, CohortColumns columns, Attrition flow, long members, long times) {
    WrittenCohort written = new WrittenCohort(directory);
    written.read();
    require(written.members == members, "cohort.csv has " + written.members + " of " + members);
    require(written.times == times, "adtte.csv has " + written.times + " of " + times);
    Map<String, Long> expected = new LinkedHashMap<>(flow.arms());
    expected.values().removeIf(count -> count == 0);
    require(
        written.arms.equals(expected), "arms of cohort.csv " + written.arms + ", flow " + expected);
    require(
        written.members + flow.undecided() == flow.eligible(),
        written.members + " members and " + flow.undecided() + " of " + flow.eligible());
    for (CohortColumns.Placed each : columns.placed()) {
      boolean isDate =
          each.variable().filter(variable -> variable.type() instanceof FieldType.Date).isPresent();
      require(
          each.block() != Block.COVARIATE || !isDate,
          each.column().name() + " is a date among the covariates");
    }
  }

  private void read() {
    try (CsvReader<NamedCsvRecord> cohort = open("cohort.csv");
        CsvReader<NamedCsvRecord> adtte = open("adtte.csv")) {
      Iterator<NamedCsvRecord> ends = adtte.iterator();
      NamedCsvRecord end = next(ends);
      for (NamedCsvRecord patient : cohort) {
        members++;
        arms.merge(patient.getField("arm"), 1L, Long::sum);
        String pid = patient.getField("patient_pid");
        Set<String> endpoints = new HashSet<>();
        while (end != null && end.getField("patient_pid").equals(pid)) {
          require(endpoints.add(end.getField("PARAMCD")), "two ends of one endpoint");
          checkEnd(patient, end);
          times++;
          end = next(ends);
        }
      }
      require(end == null, "adtte.csv has a patient who is not in cohort.csv");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void checkEnd(NamedCsvRecord patient, NamedCsvRecord end) {
    boolean isEvent = end.getField("event").equals("1");
    require(isEvent == end.getField("CNSR").equals("0"), "event and CNSR do not agree");
    require(isEvent == end.getField("evnt_code").equals("1"), "event and evnt_code do not agree");
    if (end.getField("PARAMCD").equals("OS")) {
      require(patient.getField("fu_day").equals(end.getField("AVAL")), "fu_day is not OS's time");
      require(patient.getField("death").equals(end.getField("event")), "death is not OS's event");
    }
  }

  private CsvReader<NamedCsvRecord> open(String file) throws IOException {
    return CsvReader.builder().ofNamedCsvRecord(directory.resolve(file));
  }

  private static NamedCsvRecord next(Iterator<NamedCsvRecord> records) {
    return records.hasNext() ? records.next() : null;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }
}
