package org.denovo.sample;

import static org.denovo.record.Fields.*;

import java.util.Map;
import java.util.Set;
import org.denovo.record.Absence;
import org.denovo.record.Field;

/**
 * A cell, and what it states: for each field the text of its value, or an absence in angle
 * brackets, as {@code truth.csv} writes them.
 */
record Said(Cell cell, Map<Field<?>, String> states) {

  /** Fields that other cells of the patient may answer where their own cell does not. */
  private static final Set<Field<?>> IMPLIED =
      Set.of(
          AGE_AT_DX,
          BASELINE_IMAGING_DOCUMENTED,
          M_CAT,
          ER_STATUS,
          PR_STATUS,
          SYSTEMIC_THERAPY,
          CHEMOTHERAPY,
          ENDOCRINE_THERAPY,
          ANTI_HER2_THERAPY,
          MARGIN_WIDTH_MM,
          VITAL_STATUS);

  Said {
    states = Map.copyOf(states);
  }

  static Said absent(Cell cell, Field<?> field, Absence why) {
    return new Said(
        cell, IMPLIED.contains(field) ? Map.of() : Map.of(field, "<" + why.code() + ">"));
  }
}
