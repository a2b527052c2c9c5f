package org.denovo.mapping;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.denovo.record.Field;
import org.denovo.vocabulary.Edition;
import org.denovo.vocabulary.Text;

/**
 * All that is known of how one centre keeps its patients.
 *
 * @param centre the short name, unique over all mappings
 * @param workbooks globs over the names of the centre's files
 * @param dataCut the day on which the centre extracted its data
 * @param words the centre's own words, shared ones included
 * @param edition of the mapping file
 * @param sharedWords the editions of the files of shared words
 */
public record CentreMapping(
    String centre,
    Text title,
    List<String> workbooks,
    Optional<PasswordSource> password,
    Optional<LocalDate> dataCut,
    List<SheetMapping> sheets,
    Words words,
    Edition edition,
    List<Edition> sharedWords) {

  public CentreMapping {
    Objects.requireNonNull(centre, "centre");
    Objects.requireNonNull(title, "title");
    workbooks = List.copyOf(workbooks);
    Objects.requireNonNull(password, "password");
    Objects.requireNonNull(dataCut, "dataCut");
    sheets = List.copyOf(sheets);
    Objects.requireNonNull(words, "words");
    Objects.requireNonNull(edition, "edition");
    sharedWords = List.copyOf(sharedWords);
  }

  /**
   * SHA-256 of the mapping file and of the shared words: as long as it stays, so does the reading
   * of an unchanged workbook.
   */
  public String contentHash() {
    StringBuilder parts = new StringBuilder(edition.sha256());
    sharedWords.forEach(words -> parts.append('\n').append(words.sha256()));
    return Edition.of(Edition.Kind.MAPPING, "", "", parts.toString()).sha256();
  }

  /** True if a file of that name is the centre's. */
  public boolean claims(String fileName) {
    return workbooks.stream().anyMatch(glob -> Glob.matches(glob, fileName));
  }

  /** The fields that some column may fill. */
  public Set<Field<?>> fields() {
    Set<Field<?>> fields = new HashSet<>();
    sheets.forEach(
        sheet -> sheet.columns().forEach(column -> fields.addAll(column.meaning().fields())));
    return fields;
  }

  /** True if a column is told from others of its name by its position: {@code 日期#2}. */
  public boolean countsColumns() {
    return sheets.stream()
        .flatMap(
            sheet ->
                Stream.concat(
                    Stream.of(sheet.patient()),
                    sheet.columns().stream().map(ColumnMapping::header)))
        .anyMatch(header -> HeaderName.of(header).nth().isPresent());
  }
}
