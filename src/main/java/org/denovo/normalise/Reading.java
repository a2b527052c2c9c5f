package org.denovo.normalise;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.Remark;

/**
 * What a cell says, by field. The same text under the same meaning gives the same, shared reading.
 */
public record Reading(Map<Field<?>, Answer<?>> answers) {

  public Reading {
    answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
  }

  /** One answer. */
  public static <T> Reading of(Field<T> field, Answer<T> answer) {
    return new Reading(Map.of(field, answer));
  }

  /** A cell that is silent about the fields. */
  public static Reading blank(Field<?>... fields) {
    return absent(List.of(fields), Absence.BLANK);
  }

  /** The same reason for every field. */
  public static Reading absent(Collection<Field<?>> fields, Absence why, Remark... remarks) {
    return same(fields, Answer.absent(why, remarks));
  }

  /** A cell that was not understood. */
  public static Reading unreadable(Collection<Field<?>> fields, Remark... remarks) {
    return same(fields, Answer.unreadable(remarks));
  }

  /** This reading with one more answer, which replaces an earlier one to the same field. */
  public <T> Reading and(Field<T> field, Answer<T> answer) {
    Map<Field<?>, Answer<?>> more = new LinkedHashMap<>(answers);
    more.put(field, answer);
    return new Reading(more);
  }

  /** This reading with a remark at each answer. */
  Reading with(Remark remark) {
    Map<Field<?>, Answer<?>> marked = new LinkedHashMap<>(answers);
    marked.replaceAll((field, answer) -> answer.with(remark));
    return new Reading(marked);
  }

  /** This reading with a remark at each value. */
  Reading withKnown(Remark remark) {
    Map<Field<?>, Answer<?>> marked = new LinkedHashMap<>(answers);
    marked.replaceAll((field, answer) -> answer.isKnown() ? answer.with(remark) : answer);
    return new Reading(marked);
  }

  /** This reading, where it is silent that one. */
  public Reading or(Reading other) {
    Map<Field<?>, Answer<?>> more = new LinkedHashMap<>(answers);
    other.answers.forEach(more::putIfAbsent);
    return new Reading(more);
  }

  /** The answer to a field; blank if the cell is silent about it. */
  @SuppressWarnings("unchecked") // of and and keep field and answer together
  public <T> Answer<T> answer(Field<T> field) {
    Answer<?> answer = answers.get(field);
    return answer == null ? Answer.absent(Absence.BLANK) : (Answer<T>) answer;
  }

  /** The same answer for every field. */
  static Reading same(Collection<Field<?>> fields, Answer<?> answer) {
    Map<Field<?>, Answer<?>> all = new LinkedHashMap<>();
    fields.forEach(field -> all.put(field, answer));
    return new Reading(all);
  }
}
