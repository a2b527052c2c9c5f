package org.denovo.extract;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.denovo.mapping.Words;
import org.denovo.normalise.KnownWords;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.FieldType;
import org.denovo.record.Fields;
import org.denovo.record.PatientRecord;
import org.denovo.record.Remark;

/**
 * The texts that nobody understood, by field and centre, most frequent first: {@code
 * quality/unreadable.csv}. It keeps a bounded number of different texts of each field and centre;
 * what is beyond is counted in a row without a text. Texts are cut to a bounded length and made
 * inert for spreadsheets; those of identifiers are counted, never kept.
 */
public final class UnreadableTexts {

  /** As much of a text as a person needs to give it a word. */
  private static final int LONGEST = 200;

  private static final List<String> COLUMNS =
      List.of("field", "centre", "raw", "n", "remarks", "near", "code");

  private record Where(String field, String centre) {}

  /**
   * A text of a field and centre, and how often it stands there.
   *
   * @param raw the text as written, cut; empty for the rest that was not kept
   * @param remarks why it was not read, where the reader knows; a rule listens to each
   */
  public record Line(String field, String centre, String raw, long n, List<Remark> remarks) {

    public Line {
      remarks = List.copyOf(remarks);
    }
  }

  /** A text and what its reader noticed. */
  private record Told(String raw, List<Remark> remarks) {

    static final Told REST = new Told("", List.of());
  }

  private static final Comparator<Told> IN_ORDER =
      Comparator.comparing(Told::raw).thenComparing(told -> told.remarks().toString());

  private final int most;
  private final Map<Where, Map<Told, Long>> texts =
      new TreeMap<>(Comparator.comparing(Where::field).thenComparing(Where::centre));

  /**
   * Keeps so many different texts of each field and centre.
   *
   * @param most at least one
   */
  public UnreadableTexts(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("most " + most);
    }
    this.most = most;
  }

  /** Counts a patient's cells that were not understood. */
  public void add(PatientRecord patient) {
    for (Field<?> field : Fields.all()) {
      if (patient.answer(field) instanceof Answer.Unreadable<?>) {
        String raw = patient.cell(field).map(cell -> cell.text()).orElse("");
        boolean isIdentifier = field.type() instanceof FieldType.Identifier;
        List<Remark> remarks = patient.answer(field).remarks().stream().sorted().toList();
        count(
            new Where(field.name(), patient.key().centre()),
            isIdentifier ? Told.REST : new Told(cut(raw), remarks));
      }
    }
  }

  /**
   * Writes one row for each text, field and centre, with the known word that the text resembles and
   * its code, where one does. The reading itself never goes by a resemblance.
   *
   * @param words the centres' own words
   */
  public void write(Path file, Map<String, Words> words) {
    try (CsvFile csv = new CsvFile(file, COLUMNS)) {
      for (Line line : lines()) {
        Optional<KnownWords.Word> near =
            Fields.named(line.field())
                .flatMap(
                    field ->
                        KnownWords.nearest(
                            field, words.getOrDefault(line.centre(), Words.NONE), line.raw()));
        csv.row(
            List.of(
                line.field(),
                line.centre(),
                CsvFile.inert(line.raw()),
                Long.toString(line.n()),
                line.remarks().stream().map(Remark::code).collect(Collectors.joining(";")),
                near.map(word -> CsvFile.inert(word.spelling())).orElse(""),
                near.map(KnownWords.Word::code).orElse("")));
      }
    }
  }

  /**
   * A row of the file.
   *
   * @param near the known word that the text resembles, if one does
   */
  public record Row(Line line, Optional<KnownWords.Word> near) {}

  /** What {@link #write} wrote, in the order of the file. */
  public static List<Row> read(Path file) {
    List<Row> rows = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      csv.forEach(row -> rows.add(row(row)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(rows);
  }

  private static Row row(NamedCsvRecord row) {
    Line line =
        new Line(
            row.getField("field"),
            row.getField("centre"),
            CsvFile.written(row.getField("raw")),
            Long.parseLong(row.getField("n")),
            remarks(row.getField("remarks")));
    String near = CsvFile.written(row.getField("near"));
    return new Row(
        line,
        near.isEmpty()
            ? Optional.empty()
            : Optional.of(new KnownWords.Word(near, row.getField("code"))));
  }

  private static List<Remark> remarks(String codes) {
    return Arrays.stream(Remark.values())
        .filter(remark -> List.of(codes.split(";")).contains(remark.code()))
        .toList();
  }

  /** The most frequent texts, no more than so many. */
  public List<Line> top(int most) {
    return lines().stream().limit(most).toList();
  }

  private List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    texts.forEach(
        (where, counts) ->
            counts.forEach(
                (told, n) ->
                    lines.add(
                        new Line(where.field(), where.centre(), told.raw(), n, told.remarks()))));
    lines.sort(Comparator.comparingLong(Line::n).reversed()); // stable: ties stay in order
    return lines;
  }

  private void count(Where where, Told told) {
    Map<Told, Long> counts = texts.computeIfAbsent(where, w -> new TreeMap<>(IN_ORDER));
    boolean isKept = counts.containsKey(told) || counts.size() < most;
    counts.merge(isKept ? told : Told.REST, 1L, Long::sum);
  }

  /** Never between the two halves of a character. */
  private static String cut(String raw) {
    if (raw.length() <= LONGEST) {
      return raw;
    }
    int end = Character.isHighSurrogate(raw.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return raw.substring(0, end);
  }
}
