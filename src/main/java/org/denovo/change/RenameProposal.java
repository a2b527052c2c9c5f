package org.denovo.change;

import java.util.List;
import java.util.Objects;
import org.denovo.check.FindingId;

/**
 * A mapped column that a workbook lacks, and a column of it that seems to be the same one under
 * another name.
 *
 * @param fields the names of the fields that the column fills
 * @param confidence 0 to 100
 * @param likeness of the two headers, 0 to 100
 * @param same how many patients have the value that they had in the last submission
 * @param compared of how many both are known
 * @param samples a few cells of the new column that mean what they meant; none of an identifier
 */
public record RenameProposal(
    String id,
    String sheet,
    String oldHeader,
    String newHeader,
    List<String> fields,
    int confidence,
    int likeness,
    int same,
    int compared,
    List<String> samples) {

  public RenameProposal {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(sheet, "sheet");
    Objects.requireNonNull(oldHeader, "oldHeader");
    Objects.requireNonNull(newHeader, "newHeader");
    fields = List.copyOf(fields);
    samples = List.copyOf(samples);
    if (confidence < 0 || confidence > 100 || same > compared) {
      throw new IllegalArgumentException(confidence + ", " + same + ", " + compared);
    }
  }

  /** The id that the proposal keeps as long as it is made: twelve hex digits. */
  static String id(String centre, String sheet, String oldHeader, String newHeader) {
    return FindingId.of("rename", centre, sheet, List.of(oldHeader, newHeader));
  }
}
