package org.denovo.record;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a patient's record says about a field: a value, a reason why there is none, or a text that
 * nobody understood. Answers hold no place (see {@link PatientRecord#cell}), so that the same text
 * gives the same, shared answer.
 */
public sealed interface Answer<T> {

  /** What was noticed while the cell was understood. */
  Set<Remark> remarks();

  /** A value. */
  record Known<T>(T value, Set<Remark> remarks) implements Answer<T> {
    public Known {
      Objects.requireNonNull(value, "value");
      remarks = frozen(remarks);
    }
  }

  /** No value, and why. */
  record Absent<T>(Absence why, Set<Remark> remarks) implements Answer<T> {
    public Absent {
      Objects.requireNonNull(why, "why");
      remarks = frozen(remarks);
    }
  }

  /** A cell with something in it that was not understood. It counts as not known, never as no. */
  record Unreadable<T>(Set<Remark> remarks) implements Answer<T> {
    public Unreadable {
      remarks = frozen(remarks);
    }
  }

  /** A value without remarks. */
  static <T> Answer<T> known(T value) {
    return new Known<>(value, Set.of());
  }

  /** A value with remarks. */
  static <T> Answer<T> known(T value, Remark... remarks) {
    return new Known<>(value, Set.of(remarks));
  }

  /** No value, and why. */
  static <T> Answer<T> absent(Absence why, Remark... remarks) {
    return new Absent<>(why, Set.of(remarks));
  }

  /** Not understood. */
  static <T> Answer<T> unreadable(Remark... remarks) {
    return new Unreadable<>(Set.of(remarks));
  }

  /** The value, if there is one. */
  default Optional<T> optional() {
    return this instanceof Known<T> known ? Optional.of(known.value()) : Optional.empty();
  }

  /** True if there is a value. */
  default boolean isKnown() {
    return this instanceof Known<T>;
  }

  /** True if the answer carries the remark. */
  default boolean has(Remark remark) {
    return remarks().contains(remark);
  }

  /** The same answer with one more remark. */
  default Answer<T> with(Remark remark) {
    EnumSet<Remark> more = EnumSet.of(remark);
    more.addAll(remarks());
    if (this instanceof Known<T> known) {
      return new Known<>(known.value(), more);
    }
    if (this instanceof Absent<T> absent) {
      return new Absent<>(absent.why(), more);
    }
    return new Unreadable<>(more);
  }

  /** What a {@code _miss} column says: empty for a value, else the reason. */
  default String missing() {
    if (this instanceof Absent<T> absent) {
      return absent.why().code();
    }
    return isKnown() ? "" : "unreadable";
  }

  private static Set<Remark> frozen(Set<Remark> remarks) {
    return remarks.isEmpty()
        ? Set.of()
        : java.util.Collections.unmodifiableSet(EnumSet.copyOf(remarks));
  }
}
