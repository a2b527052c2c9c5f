package org.denovo.proposal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.denovo.source.Kind;
import org.denovo.source.Place;
import org.denovo.vocabulary.Text;
import org.denovo.workbook.Limits;

/**
 * What stands in a workbook: its sheets, their headers and their columns. Values of columns that
 * tell who somebody is are never in it.
 *
 * @param workbook the file's name
 */
public record Profile(String workbook, List<SheetProfile> sheets) {

  private static final int VALUES = 8;

  /**
   * One sheet.
   *
   * @param header the rows of the header, counted from 1, for example {@code 3-4}; empty if none
   *     was found
   * @param rows how many rows under the header were looked at
   * @param whole false if there are more
   * @param patient the header of the column of patient numbers; empty if there is none
   */
  public record SheetProfile(
      String name,
      boolean hidden,
      String header,
      int legendRows,
      int rows,
      boolean whole,
      String patient,
      List<ColumnProfile> columns) {

    public SheetProfile {
      columns = List.copyOf(columns);
    }
  }

  /**
   * One column.
   *
   * @param column its letters
   * @param header its label with bands, joined by {@code /}
   * @param kinds cells by kind, blank ones too
   * @param distinct how many different values
   * @param values the most frequent with their counts; empty for identifiers
   * @param identifying true if its values may not be shown
   * @param likely what it probably is, the likeliest first
   */
  public record ColumnProfile(
      String column,
      String header,
      Map<Kind, Integer> kinds,
      int distinct,
      List<ValueCount> values,
      boolean identifying,
      List<Likely> likely) {

    public ColumnProfile {
      kinds = java.util.Collections.unmodifiableMap(new TreeMap<>(kinds));
      values = List.copyOf(values);
      likely = List.copyOf(likely);
    }
  }

  /** A value and how often it stands in the column. */
  public record ValueCount(String value, int count) {}

  /**
   * A field, topic or role that a column may be.
   *
   * @param confidence from 0 to 1
   */
  public record Likely(String name, Text title, double confidence) {}

  public Profile {
    sheets = List.copyOf(sheets);
  }

  /**
   * Looks at a workbook.
   *
   * @throws org.denovo.workbook.WorkbookRefused if it cannot be read
   */
  public static Profile of(Path file, Limits limits, Optional<char[]> password) {
    HeaderWords words = HeaderWords.shipped();
    List<SheetScan> scans = Draft.scan(file, limits, password, words);
    List<SheetDraft> drafts = new Drafting(words).draft(scans);
    return new Profile(
        file.getFileName().toString(), scans.stream().map(scan -> profile(scan, drafts)).toList());
  }

  private static SheetProfile profile(SheetScan scan, List<SheetDraft> drafts) {
    Optional<SheetDraft> draft =
        drafts.stream().filter(d -> d.table().sheets().contains(scan)).findFirst();
    List<ColumnProfile> columns = new ArrayList<>();
    for (ColumnScan column : scan.columns()) {
      boolean patient = draft.filter(d -> d.patient().index() == column.index()).isPresent();
      Optional<ColumnDraft> decided =
          draft.stream()
              .flatMap(d -> d.columns().stream())
              .filter(c -> c.scan().index() == column.index())
              .findFirst();
      columns.add(profile(column, patient, decided));
    }
    return new SheetProfile(
        scan.name(),
        scan.hidden(),
        scan.header()
            .map(
                h ->
                    h.first() == h.last()
                        ? "" + (h.first() + 1)
                        : h.first() + 1 + "-" + (h.last() + 1))
            .orElse(""),
        scan.legendRows(),
        scan.rows().size(),
        scan.whole(),
        draft.map(d -> d.patient().key()).orElse(""),
        columns);
  }

  private static ColumnProfile profile(
      ColumnScan column, boolean patient, Optional<ColumnDraft> decided) {
    // A sheet that nothing is read from may hold anything, so that none of its values is shown.
    boolean identifying = patient || decided.map(ColumnDraft::isIdentifying).orElse(true);
    List<ColumnScan.Value> values = column.values();
    return new ColumnProfile(
        Place.columnName(column.index()),
        column.label(),
        column.kinds(),
        values.size(),
        identifying
            ? List.of()
            : values.stream()
                .filter(v -> ColumnText.mayBeShown(decided.orElseThrow(), v))
                .limit(VALUES)
                .map(v -> new ValueCount(v.cell().text().strip(), v.count()))
                .toList(),
        identifying,
        patient
            ? List.of(likely(Target.named(Target.PATIENT_NUMBER), 1))
            : decided.map(Profile::likely).orElse(List.of()));
  }

  private static List<Likely> likely(ColumnDraft column) {
    if (column.isMapped() || column.decision() == ColumnDraft.Decision.IGNORED) {
      return List.of(likely(column.target().orElseThrow(), column.confidence()));
    }
    return column.candidates().stream()
        .map(c -> likely(c.target(), Math.min(c.confidence(), column.confidence())))
        .collect(Collectors.toList());
  }

  private static Likely likely(Target target, double confidence) {
    return new Likely(target.name(), target.title(), Math.min(0.99, confidence));
  }
}
