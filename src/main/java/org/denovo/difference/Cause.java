package org.denovo.difference;

import java.util.List;
import java.util.Objects;
import org.denovo.change.Comparability;

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
