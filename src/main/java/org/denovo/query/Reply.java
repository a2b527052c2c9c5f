package org.denovo.query;

import java.util.Objects;
import java.util.Optional;

/**
 * A row of a workbook that came back in which the centre wrote something.
 *
 * @param sheet where the answer stands
 * @param cell where the answer stands, as {@code H3}
 * @param findingId as it stands there, which need not be one
 * @param patient the patient number of the row
 * @param inputs the fingerprint of the values that were asked about; nothing if the file has lost
 *     it
 * @param due the day of the row, by which one asking is told from another
 * @param written what stands in the cell of the answer
 * @param choice what it means; nothing if it is not on the list
 * @param day as the centre wrote it
 */
public record Reply(
    String sheet,
    String cell,
    String findingId,
    String patient,
    Optional<String> inputs,
    String due,
    String written,
    Optional<Choice> choice,
    String comment,
    String person,
    String day) {

  public Reply {
    Objects.requireNonNull(inputs, "inputs");
    Objects.requireNonNull(choice, "choice");
  }
}
