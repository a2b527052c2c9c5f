package org.denovo.record;

import java.util.List;
import java.util.Set;
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

  /**
   * What a patient's record lacks where this has no exact value: itself if it is a field, else the
   * fields of which a value would settle it.
   */
  List<Variable<?>> lacking(PatientRecord patient);

  /** The fields that it rests on, in the order of its inputs: itself if it is one. */
  Set<Field<?>> fields();
}
