package org.denovo.extract;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
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
    try (CsvCells cohort = open("cohort.csv");
        CsvCells adtte = open("adtte.csv")) {
      int arm = cohort.place("arm");
      int pid = cohort.place("patient_pid");
      Ends ends = new Ends(cohort, adtte);
      int theirs = adtte.place("patient_pid");
      int endpoint = adtte.place("PARAMCD");
      boolean isMore = adtte.next();
      Set<String> endpoints = new HashSet<>();
      while (cohort.next()) {
        members++;
        arms.merge(cohort.text(arm), 1L, Long::sum);
        endpoints.clear();
        while (isMore && cohort.is(pid, adtte, theirs)) {
          String code = adtte.text(endpoint);
          require(endpoints.add(code), "two ends of one endpoint");
          ends.check(code);
          times++;
          isMore = adtte.next();
        }
      }
      require(!isMore, "adtte.csv has a patient who is not in cohort.csv");
    }
  }

  /** A row of {@code adtte.csv} beside the patient's in {@code cohort.csv}. */
  private static final class Ends {
    private final CsvCells cohort;
    private final CsvCells adtte;
    private final int day;
    private final int death;
    private final int time;
    private final int event;
    private final int code;
    private final int censored;

    Ends(CsvCells cohort, CsvCells adtte) {
      this.cohort = cohort;
      this.adtte = adtte;
      this.day = cohort.place("fu_day");
      this.death = cohort.place("death");
      this.time = adtte.place("AVAL");
      this.event = adtte.place("event");
      this.code = adtte.place("evnt_code");
      this.censored = adtte.place("CNSR");
    }

    void check(String endpoint) {
      boolean isEvent = adtte.is(event, '1');
      require(isEvent == adtte.is(censored, '0'), "event and CNSR do not agree");
      require(isEvent == adtte.is(code, '1'), "event and evnt_code do not agree");
      if (endpoint.equals("OS")) {
        require(cohort.is(day, adtte, time), "fu_day is not OS's time");
        require(cohort.is(death, adtte, event), "death is not OS's event");
      }
    }
  }

  private CsvCells open(String file) {
    return new CsvCells(directory.resolve(file));
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }
}
