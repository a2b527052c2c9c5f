package org.denovo.sample;

import java.util.LinkedHashMap;
import java.util.Map;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.Fields;
import org.denovo.record.PatientKey;
import org.denovo.record.PatientRecord;

/** What has been drawn of a patient so far; what has not is blank. */
final class Facts {

  private final PatientRecord.Builder record;

  Facts(PatientKey key) {
    this.record = PatientRecord.of(key);
    for (Field<?> field : Fields.all()) {
      absent(field, Absence.BLANK);
    }
  }

  <T> void put(Field<T> field, T value) {
    record.put(field, value);
  }

  <T> void absent(Field<T> field, Absence why) {
    record.put(field, Answer.<T>absent(why));
  }

  <T> Answer<T> answer(Field<T> field) {
    return record.answer(field);
  }

  PatientRecord record() {
    return record.build();
  }

  /** Values and weights in turn. */
  @SuppressWarnings("unchecked") // the callers alternate a value and its weight
  static <T> Map<T, Double> weights(T first, double weight, Object... more) {
    Map<T, Double> weights = new LinkedHashMap<>();
    weights.put(first, weight);
    for (int i = 0; i < more.length; i += 2) {
      weights.put((T) more[i], (Double) more[i + 1]);
    }
    return weights;
  }
}
