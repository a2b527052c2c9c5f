package org.denovo.record;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.denovo.vocabulary.Text;

/**
 * A variable that follows from fields by a named, versioned rule.
 *
 * @param rule the rule and its parameter, for example {@code window90}
 * @param version the rule's version
 * @param source where the rule comes from
 * @param inputs the variables that the rule reads
 */
public record Derived<T>(
    String name,
    FieldType<T> type,
    Text title,
    String rule,
    int version,
    String source,
    List<Variable<?>> inputs,
    Function<PatientRecord, Answer<T>> derive)
    implements Variable<T> {

  public Derived {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(source, "source");
    inputs = List.copyOf(inputs);
  }

  @Override
  public Answer<T> of(PatientRecord patient) {
    return derive.apply(patient);
  }

  @Override
  public List<Variable<?>> lacking(PatientRecord patient) {
    return Gaps.of(this, patient);
  }

  @Override
  public Set<Field<?>> fields() {
    Set<Field<?>> fields = new LinkedHashSet<>();
    inputs.forEach(input -> fields.addAll(input.fields()));
    return Collections.unmodifiableSet(fields);
  }

  @Override
  public String toString() {
    return name;
  }
}
