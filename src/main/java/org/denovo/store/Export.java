package org.denovo.store;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A cohort that left the registry.
 *
 * @param cut the data cut that it was made from; empty for a run's own files
 * @param asOf the day that counted as today
 * @param by the account that ran the program
 * @param smallCells the largest count that is hidden; 0 if none is
 * @param purpose what the files are for; empty if the job does not say so
 * @param approval empty if the job names none
 * @param patients rows of {@code cohort.csv}
 * @param files a line for each file: SHA-256, bytes and path, as in the run's manifest
 */
public record Export(
    String job,
    String runId,
    String cut,
    String cohort,
    String cohortVersion,
    LocalDate asOf,
    String by,
    String profile,
    int smallCells,
    int k,
    String purpose,
    String approval,
    long patients,
    String files) {

  public Export {
    Objects.requireNonNull(asOf, "asOf");
    Objects.requireNonNull(files, "files");
  }

  /** How many files there were. */
  public long fileCount() {
    return files.lines().count();
  }
}
