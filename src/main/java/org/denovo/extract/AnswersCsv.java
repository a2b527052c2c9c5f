package org.denovo.extract;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.denovo.vocabulary.Text;

/**
 * {@code quality/answers.csv}: what centres answered in the query workbooks that lie in the inbox,
 * one row an answer, and what became of it. What they typed is made inert for spreadsheets.
 */
public final class AnswersCsv {

  /** What became of an answer. */
  public enum Outcome {
    /** It stands in the finding's history. */
    NOTED,
    /** A newer file answers the same question. */
    SUPERSEDED,
    /** It was not taken, for the reason given. */
    REFUSED;

    /** The code in files. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * An answer.
   *
   * @param sheet with {@code cell} where it stands; empty if the file could not be read
   * @param answer the code of the choice, else what was written
   * @param says why it was refused, or what it means for the finding
   */
  public record Row(
      String file,
      String sheet,
      String cell,
      String centre,
      String findingId,
      String answer,
      String comment,
      String by,
      String day,
      Outcome outcome,
      Text says) {}

  private static final List<String> HEADER =
      List.of(
          "file",
          "sheet",
          "cell",
          "centre",
          "finding_id",
          "answer",
          "comment",
          "answered_by",
          "answered_on",
          "outcome",
          "message_en",
          "message_zh");

  private AnswersCsv() {}

  /** Writes the answers. */
  public static void write(Path file, List<Row> rows) {
    try (CsvFile csv = new CsvFile(file, HEADER)) {
      for (Row row : rows) {
        csv.row(
            List.of(
                CsvFile.inert(row.file()),
                CsvFile.inert(row.sheet()),
                row.cell(),
                CsvFile.inert(row.centre()),
                CsvFile.inert(row.findingId()),
                CsvFile.inert(row.answer()),
                CsvFile.inert(row.comment()),
                CsvFile.inert(row.by()),
                CsvFile.inert(row.day()),
                row.outcome().code(),
                row.says().en(),
                row.says().zh()));
      }
    }
  }
}
