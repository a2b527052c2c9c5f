package org.denovo.expression;

import java.util.List;
import java.util.Objects;
import org.denovo.record.Variable;
import org.denovo.vocabulary.Text;

/**
 * Why a criterion came out as it did: its verdict on one patient and those of its parts, in the
 * shape of the tree that judges.
 *
 * @param says the part in words
 * @param reads the variables that it asks itself, in the order of the text; those that its parts
 *     ask stand at the parts
 * @param parts in the order of the text; empty for a question to the record
 */
public record Reason(Text says, Verdict verdict, List<Variable<?>> reads, List<Reason> parts) {

  public Reason {
    Objects.requireNonNull(says, "says");
    Objects.requireNonNull(verdict, "verdict");
    reads = List.copyOf(reads);
    parts = List.copyOf(parts);
  }
}
