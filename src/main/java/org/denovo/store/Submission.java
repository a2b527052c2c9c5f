package org.denovo.store;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.denovo.vocabulary.Text;

/**
 * A workbook that a centre sent.
 *
 * @param runId the run that took it in
 * @param sha256 of the file's bytes
 * @param readingHash of all that determines how it is read: mapping, words, code, key
 * @param received the day it was first seen
 */
public record Submission(
    long id,
    String runId,
    String centre,
    String fileName,
    String sha256,
    String readingHash,
    LocalDate received,
    State state,
    Optional<Refusal> refusal,
    long patients) {

  /** Where a submission stands. */
  public enum State {
    /** Being read; not visible to readers. */
    LOADING,
    /** Read to its end, not yet published. */
    LOADED,
    /** The centre's present data. */
    CURRENT,
    /** Replaced by a newer one. */
    SUPERSEDED,
    /** Not read, for the reason given. */
    QUARANTINED;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /** Why a workbook was not read. */
  public record Refusal(String reason, Text says) {}

  public Submission {
    Objects.requireNonNull(runId, "runId");
    Objects.requireNonNull(centre, "centre");
    Objects.requireNonNull(fileName, "fileName");
    Objects.requireNonNull(sha256, "sha256");
    Objects.requireNonNull(readingHash, "readingHash");
    Objects.requireNonNull(received, "received");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(refusal, "refusal");
  }
}
