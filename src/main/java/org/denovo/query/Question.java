package org.denovo.query;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.denovo.vocabulary.Text;

/**
 * What a centre is asked about one finding, in terms of its own workbook.
 *
 * @param findingId twelve hex digits, by which the answer is known again
 * @param inputs the fingerprint of the values that it is about
 * @param patient the centre's own patient number; empty for a question about the file
 * @param matters what rests on it
 * @param due the last day on which an answer is in time
 */
public record Question(
    String findingId,
    String inputs,
    String patient,
    List<Where> cells,
    Text says,
    Text because,
    Text matters,
    LocalDate due) {

  /**
   * A cell that the question is about.
   *
   * @param sheet empty in a text file
   * @param header the column's; empty if the mapping does not name one
   * @param written what stands there, empty where it is not told
   */
  public record Where(String sheet, int row, int column, String header, String written) {}

  public Question {
    Objects.requireNonNull(findingId, "findingId");
    Objects.requireNonNull(inputs, "inputs");
    Objects.requireNonNull(patient, "patient");
    cells = List.copyOf(cells);
    Objects.requireNonNull(says, "says");
    Objects.requireNonNull(because, "because");
    Objects.requireNonNull(matters, "matters");
    Objects.requireNonNull(due, "due");
  }
}
