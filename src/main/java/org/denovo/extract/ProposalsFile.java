package org.denovo.extract;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.denovo.change.RenameProposal;

/**
 * {@code quality/proposals.csv}: mapped columns that are missing and seem to have another name now,
 * the surest of each centre first. Headers and samples are made inert for spreadsheets and come
 * back as they were.
 */
public final class ProposalsFile {

  private static final List<String> HEADER =
      List.of(
          "proposal_id",
          "centre",
          "sheet",
          "old_header",
          "new_header",
          "fields",
          "confidence",
          "header_likeness",
          "same_values",
          "compared",
          "samples");

  private ProposalsFile() {}

  /** A proposal as the file tells it. */
  public record Row(String id, String centre, String sheet, String oldHeader, String newHeader) {}

  /** Writes the proposals of each centre. */
  public static void write(Path file, Map<String, List<RenameProposal>> byCentre) {
    try (CsvFile csv = new CsvFile(file, HEADER)) {
      byCentre.forEach((centre, proposals) -> proposals.forEach(p -> csv.row(row(centre, p))));
    }
  }

  private static List<String> row(String centre, RenameProposal proposal) {
    return List.of(
        proposal.id(),
        centre,
        CsvFile.inert(proposal.sheet()),
        CsvFile.inert(proposal.oldHeader()),
        CsvFile.inert(proposal.newHeader()),
        String.join(";", proposal.fields()),
        Integer.toString(proposal.confidence()),
        Integer.toString(proposal.likeness()),
        Integer.toString(proposal.same()),
        Integer.toString(proposal.compared()),
        CsvFile.inert(String.join("; ", proposal.samples())));
  }

  /** Reads them back, in the order of the file. */
  public static List<Row> read(Path file) {
    List<Row> rows = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : csv) {
        rows.add(
            new Row(
                row.getField("proposal_id"),
                row.getField("centre"),
                CsvFile.written(row.getField("sheet")),
                CsvFile.written(row.getField("old_header")),
                CsvFile.written(row.getField("new_header"))));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }
}
