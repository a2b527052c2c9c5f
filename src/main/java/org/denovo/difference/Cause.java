package org.denovo.difference;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.denovo.change.Comparability;
import org.denovo.check.Standing;

/** Why a patient changed. */
public sealed interface Cause {

  /** What stands in a cell and what was read: empty where there is no cell or no value. */
  record Cell(String place, String raw, String value) {

    /** There is no cell. */
    public static final Cell NONE = new Cell("", "", "");

    public Cell {
      Objects.requireNonNull(place, "place");
      Objects.requireNonNull(raw, "raw");
      Objects.requireNonNull(value, "value");
    }
  }

  /** The centre wrote something else. */
  record Written(String field, Cell before, Cell now) implements Cause {}

  /**
   * The centre wrote the same, which is read as something else.
   *
   * @param by the editions by which it may be; none if the files do not tell
   */
  record Read(String field, Cell before, Cell now, List<Comparability.Made> by) implements Cause {
    public Read {
      by = List.copyOf(by);
    }
  }

  /**
   * An error came to keep her out of the cohort, or does so no more.
   *
   * @param blocks true if it does now
   * @param decisions what it leaves or left open, in their order
   * @param before where the finding stood as {@code quality/findings.csv} has it, {@link #NOWHERE}
   *     if it was not there, empty if the run does not have the file
   */
  record Blocked(
      String finding,
      String rule,
      boolean blocks,
      List<String> decisions,
      String before,
      String now)
      implements Cause {

    /** The run has no such finding. */
    public static final String NOWHERE = "none";

    public Blocked {
      decisions = List.copyOf(decisions);
    }

    /** True if a rule began or ceased to find something, and nobody settled anything. */
    public boolean isOfData() {
      return before.equals(NOWHERE) || now.equals(NOWHERE) || now.equals(Standing.RESOLVED.code());
    }
  }

  /**
   * It is otherwise taken which records are of her.
   *
   * @param pid the other record's pseudonym
   * @param decided who decided it, if somebody did
   */
  record Person(String pid, String centre, Bond bond, Optional<Decided> decided) implements Cause {

    /** What became of the other record. */
    public enum Bond {
      JOINED,
      PARTED,
      /** The same records, of which it leads now. */
      LEADS
    }

    /** A decision on two records, as the registrar noted it. */
    public record Decided(String by, String day, String why) {}
  }

  /** Her row came into the registry or went. */
  record Row(boolean came, String workbook) implements Cause {}

  /**
   * No cell of hers and no reading changed.
   *
   * @param by the definition, program or parameter by which it may be
   */
  record Made(List<Comparability.Made> by) implements Cause {
    public Made {
      by = List.copyOf(by);
    }
  }
}
