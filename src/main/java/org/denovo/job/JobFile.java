package org.denovo.job;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.denovo.vocabulary.Text;
import org.denovo.workbook.Limits;

/**
 * A job as a value. Its folders are absolute.
 *
 * @param name the file's name without its ending
 * @param root the project folder, from which the file's paths are meant
 * @param file the job file itself
 * @param inbox where the centres' workbooks lie
 * @param mappings the folder of mapping files
 * @param cohorts the cohort files, in the order of the job
 * @param rules the files of the registry's own rules, by name
 * @param out the folder that gets a folder for each run
 * @param data the folder of the embedded database, used unless a server is named
 * @param key the file of the pseudonymisation key; in the data folder if none is named
 * @param asOf the day that counts as today; the real one if none is named
 * @param accrual the days between which patients of the study were diagnosed; no rule on them if
 *     none are named
 * @param stableAfter how long a file must have been unchanged before it is read; a minute if
 *     nothing is said
 * @param limits how much of a workbook is read before it is refused
 * @param privacy how its files leave the registry
 * @param queries how centres are asked about findings; they are not if nothing is said
 */
public record JobFile(
    String name,
    Text title,
    Path root,
    Path file,
    Path inbox,
    Path mappings,
    List<Path> cohorts,
    List<Path> rules,
    Path out,
    Path data,
    Optional<Path> key,
    Optional<LocalDate> asOf,
    Optional<Accrual> accrual,
    Optional<Schedule> schedule,
    Duration stableAfter,
    Limits limits,
    Gates gates,
    Privacy privacy,
    Optional<Queries> queries) {

  /** The first and the last day of a study's accrual. */
  public record Accrual(LocalDate from, LocalDate to) {

    public Accrual {
      if (from.isAfter(to)) {
        throw new IllegalArgumentException(from + " is after " + to);
      }
    }
  }

  public JobFile {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(title, "title");
    cohorts = List.copyOf(cohorts);
    rules = List.copyOf(rules);
    Objects.requireNonNull(stableAfter, "stableAfter");
    Objects.requireNonNull(limits, "limits");
    Objects.requireNonNull(gates, "gates");
    Objects.requireNonNull(privacy, "privacy");
    Objects.requireNonNull(queries, "queries");
  }
}
