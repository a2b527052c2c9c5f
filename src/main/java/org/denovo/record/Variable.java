package org.denovo.record;

import org.denovo.vocabulary.Text;

/**
 * Something that can be asked of a patient: a field of the registry or a variable derived from
 * fields.
 */
public sealed interface Variable<T> permits Field, Derived {

  /** The name in every file: lower snake_case, at most 32 characters. */
  String name();

  /** The name as people read it. */
  Text title();

  /** What its values are. */
  FieldType<T> type();

  /** The patient's answer. */
  Answer<T> of(PatientRecord patient);
}
