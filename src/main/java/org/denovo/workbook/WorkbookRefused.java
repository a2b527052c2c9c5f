package org.denovo.workbook;

import java.util.Objects;
import org.denovo.vocabulary.Text;

/** A file that is not read, and why: it goes to quarantine and the others go on. */
public final class WorkbookRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The kinds of reason. */
  public enum Reason {
    UNKNOWN_FORMAT,
    WRONG_EXTENSION,
    ENCRYPTED,
    WRONG_PASSWORD,
    BROKEN,
    TOO_LARGE,
    HOSTILE,
    EMPTY,
    /** It was written to between two looks at it. */
    CHANGED,
    NOT_A_FILE,
    /** None of its sheets is the one that the mapping names first. */
    NO_SUCH_SHEET,
    /** A mapped sheet has no header with the patient column. */
    NO_PATIENT_COLUMN,
    /** It has none of the mapped columns. */
    NO_MAPPED_COLUMN
  }

  private final Reason reason;
  private final transient Text says;

  /** A refusal; the sentence says what was found and what to do, without any cell's text. */
  public WorkbookRefused(Reason reason, Text says) {
    super(says.en());
    this.reason = Objects.requireNonNull(reason, "reason");
    this.says = says;
  }

  /** The same with what caused it. */
  public WorkbookRefused(Reason reason, Text says, Throwable cause) {
    super(says.en(), cause);
    this.reason = Objects.requireNonNull(reason, "reason");
    this.says = says;
  }

  /** The kind of reason. */
  public Reason reason() {
    return reason;
  }

  /** The sentence for people. */
  public Text says() {
    return says;
  }
}
