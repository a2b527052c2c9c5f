package org.denovo.expression;

import org.denovo.record.Variable;

/**
 * A name that a criterion may use: a variable, or one bound of a range.
 *
 * @param bound which bound; none for the variable itself
 */
record Name(String name, Variable<?> variable, Bound bound) {

  /** The bounds of a range. */
  enum Bound {
    NONE,
    MIN,
    MAX
  }
}
