package org.denovo.normalise;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.denovo.record.Answer;
import org.denovo.record.Field;

/**
 * What a cell says, by field; the same text under the same meaning gives the same, shared reading.
 */
public record Reading(Map<Field<?>, Answer<?>> answers) {

  public Reading {
    answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
  }

  /** A reading of one field. */
  public static <T> Reading of(Field<T> field, Answer<T> answer) {
    return new Reading(Map.of(field, answer));
  }

  /** This reading and one more answer; it replaces an earlier one of the same field. */
  public <T> Reading and(Field<T> field, Answer<T> answer) {
    Map<Field<?>, Answer<?>> more = new LinkedHashMap<>(answers);
    more.put(field, answer);
    return new Reading(more);
  }
}
