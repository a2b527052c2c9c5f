package org.denovo.sample;

import java.util.Optional;
import org.denovo.record.Field;
import org.denovo.record.PatientRecord;

/**
 * An invented patient: all that is true, before anything is written down or left out.
 *
 * @param complete true if nothing may be left out, because a fault is to stand out alone
 */
record Patient(PatientRecord truth, Course course, boolean complete) {

  Patient withoutGaps() {
    return new Patient(truth, course, true);
  }

  String number() {
    return truth.key().number();
  }

  <T> Optional<T> value(Field<T> field) {
    return truth.value(field);
  }

  <T> boolean is(Field<T> field, T value) {
    return truth.value(field).filter(value::equals).isPresent();
  }
}
