package org.denovo.expression;

/** Kleene's three values. Not known is never guessed. */
public enum Verdict {
  MET,
  NOT_MET,
  NOT_KNOWN
}
