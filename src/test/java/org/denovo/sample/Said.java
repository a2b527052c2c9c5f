package org.denovo.sample;

import java.util.Map;
import org.denovo.record.Absence;
import org.denovo.record.Field;

/**
 * A cell, and what it states: for each field the text of its value, or an absence in angle
 * brackets, as {@code truth.csv} writes them.
 */
record Said(Cell cell, Map<Field<?>, String> states) {

  Said {
    states = Map.copyOf(states);
  }

  static Said absent(Cell cell, Field<?> field, Absence why) {
    return new Said(cell, Map.of(field, "<" + why.code() + ">"));
  }
}
