package org.denovo.sample;

import java.util.List;
import org.denovo.record.Field;

/**
 * A column of a centre's workbook: what stands above it, what its mapping says, and how each
 * patient's cell is written.
 *
 * @param target the right side of its line in the mapping; {@link #IGNORED} or {@link #UNMAPPED}
 * @param field the field that the column is first of all about
 * @param legend what the row under the header says of its codes, empty if nothing
 */
record Column(
    Part part,
    String header,
    String target,
    List<Field<?>> field,
    String legend,
    Spelling spelling) {

  static final String IGNORED = "ignored";
  static final String UNMAPPED = "unmapped";

  /** The band over a group of columns, and the sheet on which a centre of many sheets keeps it. */
  enum Part {
    BASIC("基本信息"),
    PATHOLOGY("病理"),
    METASTASIS("转移情况"),
    TREATMENT("治疗"),
    SURGERY("手术"),
    FOLLOW_UP("随访");

    private final String band;

    Part(String band) {
      this.band = band;
    }

    String band() {
      return band;
    }
  }

  /** How a patient's cell is written, and what it states. */
  interface Spelling {
    Said write(Patient patient, Draw draw);
  }

  boolean isAbout(Field<?> wanted) {
    return field.contains(wanted);
  }

  boolean isMapped() {
    return !target.equals(IGNORED) && !target.equals(UNMAPPED);
  }
}
