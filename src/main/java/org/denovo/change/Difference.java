package org.denovo.change;

import static org.denovo.record.Fields.BIRTH_DATE;
import static org.denovo.record.Fields.DATE_DX;
import static org.denovo.record.Fields.LATERALITY;
import static org.denovo.record.Fields.M_CAT;
import static org.denovo.record.Fields.SEX;

import java.util.Optional;
import java.util.Set;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.PatientRecord;
import org.denovo.record.Remark;

/**
 * Two answers of one patient to one field that are not the same.
 *
 * @param byReading true if the centre's cell says what it said
 */
record Difference<T>(
    Field<T> field, PatientRecord before, PatientRecord now, Change.Kind kind, boolean byReading) {

  /** What is true of a patient and her tumour for ever. */
  static final Set<Field<?>> IMMUTABLE = Set.of(SEX, BIRTH_DATE, DATE_DX, LATERALITY, M_CAT);

  /**
   * The difference, if there is one that has to be told. What follows from another cell is told
   * with that cell, but for the fields that never change.
   */
  static <T> Optional<Difference<T>> of(
      Field<T> field, PatientRecord before, PatientRecord now, Reading reading) {
    Answer<T> old = before.answer(field);
    Answer<T> young = now.answer(field);
    if (old == young || old.equals(young) || !old.isKnown() && !young.isKnown()) {
      return Optional.empty();
    }
    if (old.isKnown() && young.isKnown() && write(field, old).equals(write(field, young))) {
      return Optional.empty();
    }
    boolean told = old.isKnown() && !old.has(Remark.IMPLIED);
    boolean telling = young.isKnown() && !young.has(Remark.IMPLIED);
    boolean fixed = IMMUTABLE.contains(field) && old.isKnown() && young.isKnown();
    if (!told && !telling && !fixed) {
      return Optional.empty();
    }
    Change.Kind kind =
        !old.isKnown()
            ? Change.Kind.APPEARED
            : young.isKnown() ? Change.Kind.CHANGED : Change.Kind.LOST;
    return Optional.of(
        new Difference<>(field, before, now, kind, reading.explains(field, before, now)));
  }

  /** The value as the field's type writes it; empty if there is none. */
  static <T> String write(Field<T> field, Answer<T> answer) {
    return answer.optional().map(field.type()::write).orElse("");
  }

  T oldValue() {
    return before.value(field).orElseThrow();
  }

  T newValue() {
    return now.value(field).orElseThrow();
  }

  /** True if both answers are known and follow-up, treatment or a closer look explains the new. */
  boolean isExpected() {
    return kind == Change.Kind.CHANGED && Expected.of(field, oldValue(), newValue());
  }
}
