package org.denovo.store;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Objects;

/**
 * A run of a job.
 *
 * @param id UTC time and the first eight digits of the content hash: {@code
 *     20261124T021500Z-9f3ac21b}
 * @param contentHash SHA-256 over all that determines the outputs
 * @param asOf the day that counts as today for workbooks that arrive in this run
 * @param started UTC
 */
public record Run(
    String id, String job, String contentHash, LocalDate asOf, State state, LocalDateTime started) {

  /** Where a run stands. */
  public enum State {
    /** At work, or killed and to be resumed. */
    RUNNING,
    /** Its outputs are out, its submissions are current. */
    PUBLISHED,
    /** Its quality gate failed; nothing was published. */
    REJECTED,
    /** Its inputs changed before it was finished. */
    ABANDONED;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  public Run {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(job, "job");
    Objects.requireNonNull(contentHash, "contentHash");
    Objects.requireNonNull(asOf, "asOf");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(started, "started");
  }
}
