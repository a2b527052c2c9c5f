package org.denovo.extract;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Who may be given a file of a run: the one list of them. A file that is not in it, or in it twice,
 * is a mistake of the program, and nothing is published.
 */
public enum Release {
  /**
   * Rows of patients under pseudonyms, as the job's profile lets them out: de-identified personal
   * data, under an agreement and with the purpose that the job names.
   */
  ROWS(
      "cohorts/[^/]+/(cohort|adtte|counting_process|landmark_[0-9]+m|clones_[0-9]+m|ps_input)[.]csv",
      "cohorts/[^/]+/cohort[.](xlsx|parquet)"),
  /** Counts and estimates; small cells are hidden as the job says. */
  COUNTS(
      "cohorts/[^/]+/(flow|table1|missingness|codebook|privacy|estimates|sensitivity)[.]csv",
      "cohorts/[^/]+/(balance|overlap|km_[a-z]+|cif_[a-z]+)[.]csv",
      "cohorts/[^/]+/(flow|km_[a-z]+|love|sensitivity)[.]svg",
      "cohorts/[^/]+/(designs|table1)[.]html"),
  /** Nothing of a patient: what the files are and how they are read. */
  WORDS(
      "cohorts/[^/]+/README[.]md",
      "cohorts/[^/]+/criteria[.]csv",
      "cohorts/[^/]+/load[.](R|py|do|sas|sps)",
      "cohorts/[^/]+/datapackage[.]json"),
  /** A centre's questions, in its own patient numbers: for that centre alone. */
  CENTRE("quality/queries/[^/]+[.]xlsx"),
  /** Stays with those who keep the registry: cells as written, exact counts by centre, all rows. */
  STAYS("registry/.+", "quality/[^/]+", "(manifest|summary)[.]json");

  private final List<Pattern> paths;

  Release(String... paths) {
    this.paths = Arrays.stream(paths).map(Pattern::compile).toList();
  }

  /**
   * Who may be given a file, by its path in the run's folder.
   *
   * @throws IllegalStateException if that was not decided
   */
  public static Release of(String path) {
    List<Release> fit =
        Arrays.stream(values())
            .filter(each -> each.paths.stream().anyMatch(p -> p.matcher(path).matches()))
            .toList();
    if (fit.size() != 1) {
      throw new IllegalStateException("it is not decided who may be given " + path);
    }
    return fit.get(0);
  }

  /**
   * Refuses a run of which it is not decided who may be given a file.
   *
   * @throws IllegalStateException if there is one
   */
  public static void check(Manifest manifest) {
    manifest.outputs().forEach(output -> of(output.path()));
  }
}
