package org.denovo.record;

import java.util.BitSet;
import java.util.Objects;
import java.util.Optional;
import org.denovo.source.SourceCell;

/**
 * One patient: an answer for each field of {@link Fields#all}, and the cell that it came from. A
 * field that no column of the centre holds is {@link Absence#NOT_COLLECTED}.
 */
public final class PatientRecord {

  private static final Answer<?> NOT_COLLECTED = Answer.absent(Absence.NOT_COLLECTED);

  private final PatientKey key;
  private final Answer<?>[] answers;
  private final SourceCell[] cells;

  /** Where it is noted which answers are asked for; null where nobody wants to know. */
  private final BitSet asked;

  private PatientRecord(PatientKey key, Answer<?>[] answers, SourceCell[] cells, BitSet asked) {
    this.key = key;
    this.answers = answers;
    this.cells = cells;
    this.asked = asked;
  }

  /** Who it is about. */
  public PatientKey key() {
    return key;
  }

  /** The answer to a field. */
  @SuppressWarnings("unchecked") // the builder puts only answers of the field's own type
  public <T> Answer<T> answer(Field<T> field) {
    note(field);
    return (Answer<T>) answers[field.index()];
  }

  private void note(Field<?> field) {
    if (asked != null) {
      asked.set(field.index());
    }
  }

  /** The value of a field, if it is known. */
  public <T> Optional<T> value(Field<T> field) {
    return answer(field).optional();
  }

  /** True if the field has a value. */
  public boolean knows(Field<?> field) {
    note(field);
    return answers[field.index()].isKnown();
  }

  /** The cell that the answer came from; none for a field that is not collected. */
  public Optional<SourceCell> cell(Field<?> field) {
    return Optional.ofNullable(cells[field.index()]);
  }

  /** The same record with another answer to one field, which came from no cell. */
  public <T> PatientRecord with(Field<T> field, Answer<T> answer) {
    Answer<?>[] others = answers.clone();
    SourceCell[] places = cells.clone();
    others[field.index()] = Objects.requireNonNull(answer, "answer");
    places[field.index()] = null;
    return new PatientRecord(key, others, places, asked);
  }

  /**
   * The same record, which notes the index of each field whose answer somebody asks for.
   *
   * @param indexes where it is noted
   */
  public PatientRecord noting(BitSet indexes) {
    return new PatientRecord(key, answers, cells, Objects.requireNonNull(indexes, "indexes"));
  }

  /** A builder in which nothing is collected yet. */
  public static Builder of(PatientKey key) {
    return new Builder(key);
  }

  /** Puts a record together. */
  public static final class Builder {

    private final PatientKey key;
    private final Answer<?>[] answers = new Answer<?>[Fields.all().size()];
    private final SourceCell[] cells = new SourceCell[answers.length];

    private Builder(PatientKey key) {
      this.key = Objects.requireNonNull(key, "key");
      java.util.Arrays.fill(answers, NOT_COLLECTED);
    }

    /** Sets the answer to a field and the cell that it came from, replacing an earlier one. */
    public <T> Builder put(Field<T> field, Answer<T> answer, SourceCell cell) {
      answers[field.index()] = Objects.requireNonNull(answer, "answer");
      cells[field.index()] = cell;
      return this;
    }

    /** Sets the answer to a field that came from no single cell. */
    public <T> Builder put(Field<T> field, Answer<T> answer) {
      return put(field, answer, null);
    }

    /** Sets a value without a cell, for examples and fixtures. */
    public <T> Builder put(Field<T> field, T value) {
      return put(field, Answer.known(value), null);
    }

    /** The answer so far. */
    @SuppressWarnings("unchecked") // put keeps the types together
    public <T> Answer<T> answer(Field<T> field) {
      return (Answer<T>) answers[field.index()];
    }

    /** The cell so far; null if there is none. */
    public SourceCell cell(Field<?> field) {
      return cells[field.index()];
    }

    /** The record. */
    public PatientRecord build() {
      return new PatientRecord(key, answers.clone(), cells.clone(), null);
    }
  }
}
