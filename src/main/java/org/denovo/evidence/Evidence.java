package org.denovo.evidence;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.denovo.record.Answer;
import org.denovo.record.Derived;
import org.denovo.record.Field;
import org.denovo.record.FieldType;
import org.denovo.record.PatientKey;
import org.denovo.record.Variable;
import org.denovo.source.SourceCell;

/**
 * A patient's answer to a variable with all that it rests on. Of an identifier neither the value
 * nor the text of its cell is given out.
 *
 * @param cell the cell that the answer came from; none for a derived variable
 * @param other the record of the same person whose answer it is, if it is not the leading one's
 * @param readAs the columns that read this answer from such a cell, or the one from whose meaning
 *     it follows; none if the mapping has changed since
 * @param inputs what a derived variable is derived from, in the order of its rule
 * @param decisive of the known fields below a derived variable those without whose cell it would
 *     have another answer; none if it has several grounds that are each enough
 */
public record Evidence(
    Variable<?> variable,
    Answer<?> answer,
    Optional<SourceCell> cell,
    Optional<PatientKey> other,
    List<ReadAs> readAs,
    List<Evidence> inputs,
    List<Field<?>> decisive) {

  public Evidence {
    Objects.requireNonNull(variable, "variable");
    Objects.requireNonNull(answer, "answer");
    Objects.requireNonNull(cell, "cell");
    Objects.requireNonNull(other, "other");
    readAs = List.copyOf(readAs);
    inputs = List.copyOf(inputs);
    decisive = List.copyOf(decisive);
  }

  /** The value as files write it; empty where there is none, and for an identifier. */
  public String value() {
    return isHidden() ? "" : written(variable.type());
  }

  @SuppressWarnings("unchecked") // a variable's answers are of the variable's own type
  private <T> String written(FieldType<T> type) {
    return answer.optional().map(value -> type.write((T) value)).orElse("");
  }

  /** What stands in the cell; empty if there is none, and for an identifier. */
  public String raw() {
    return isHidden() ? "" : cell.map(SourceCell::text).orElse("");
  }

  /** True for an identifier, of which only the place is told. */
  public boolean isHidden() {
    return variable.type() instanceof FieldType.Identifier;
  }

  /** The rule of a derived variable. */
  public Optional<Derived<?>> rule() {
    return variable instanceof Derived<?> derived ? Optional.of(derived) : Optional.empty();
  }
}
