package org.denovo.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.denovo.record.Interval;
import org.denovo.source.Kind;
import org.denovo.source.Mark;
import org.denovo.source.Place;
import org.denovo.source.SourceCell;
import org.denovo.source.SourceRow;
import org.denovo.workbook.Sheet;
import org.denovo.workbook.Workbook;
import org.denovo.workbook.WorkbookFacts;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlFile;

/** A workbook written down in a test. Its patients are invented. */
final class SampleWorkbook implements Workbook {

  static final String NAME = "north_2024.xlsx";

  private final List<Sheet> sheets = new ArrayList<>();
  private int passes;
  private int open;

  /** A value with marks. */
  record Marked(Object value, Set<Mark> marks) {}

  /** A spreadsheet error. */
  record Error(String shown) {}

  /** A row of cells; an empty text is no cell. */
  static List<Object> row(Object... cells) {
    return Arrays.asList(cells);
  }

  static Marked marked(Object value, Mark... marks) {
    return new Marked(value, Set.of(marks));
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // the rows are only read
  final SampleWorkbook sheet(String name, List<Object>... rows) {
    return sheet(name, false, Arrays.asList(rows));
  }

  SampleWorkbook sheet(String name, boolean hidden, List<List<Object>> rows) {
    List<SourceRow> kept = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      List<SourceCell> cells = new ArrayList<>();
      for (int c = 0; c < rows.get(i).size(); c++) {
        if (!rows.get(i).get(c).equals("")) {
          cells.add(cell(new Place(NAME, name, i, c), rows.get(i).get(c), Set.of()));
        }
      }
      if (!cells.isEmpty()) {
        kept.add(new SourceRow(NAME, name, i, cells));
      }
    }
    sheets.add(new SampleSheet(name, hidden, kept));
    return this;
  }

  /** How often a sheet was passed over. */
  int passes() {
    return passes;
  }

  /** How many passes were not closed. */
  int open() {
    return open;
  }

  @Override
  public List<Sheet> sheets() {
    return sheets;
  }

  @Override
  public WorkbookFacts facts() {
    return new WorkbookFacts("xlsx", "", "", false, Set.of(), List.of());
  }

  @Override
  public void close() {
    assertThat(open).isZero();
  }

  MappedWorkbook open(String sheetsYaml) {
    return MappedWorkbook.open(this, NAME, mapping(sheetsYaml));
  }

  /** A mapping of the centre north with the given entries of {@code sheets}. */
  static CentreMapping mapping(String sheetsYaml) {
    Problems problems = new Problems();
    String yaml =
        "schema: 1\ncentre: north\ntitle: 北方\nworkbooks: \"north_*\"\nsheets:\n" + sheetsYaml;
    CentreMapping mapping =
        YamlFile.parse("north.yaml", yaml, problems)
            .flatMap(
                node ->
                    MappingFile.read(
                        node,
                        Path.of("north.yaml"),
                        new byte[0],
                        new SharedWords(Words.NONE, List.of()),
                        problems))
            .orElseThrow(() -> new AssertionError(problems.sorted()));
    assertThat(problems.sorted()).isEmpty();
    return mapping;
  }

  /** Each patient as {@code number: A2=text B2=text}, {@code !} where rows differ. */
  static List<String> said(MappedWorkbook workbook) {
    List<String> said = new ArrayList<>();
    try (Patients patients = workbook.patients()) {
      while (patients.hasNext()) {
        MappedPatient patient = patients.next();
        StringBuilder line = new StringBuilder(patient.number() + ":");
        for (MappedCell cell : patient.cells()) {
          line.append(' ')
              .append(cell.cell().place().address())
              .append('=')
              .append(cell.cell().text())
              .append(cell.severalRows() ? "!" : "");
        }
        said.add(line.toString());
      }
    }
    return said;
  }

  /** Each sheet's account as {@code sheet 4: header 1, patient 2..4}. */
  static List<String> accounted(MappedWorkbook workbook) {
    return workbook.ledgers().stream()
        .map(
            ledger ->
                ledger.sheet()
                    + " "
                    + ledger.seen()
                    + ": "
                    + ledger.rows().entrySet().stream()
                        .map(kind -> kind.getKey().code() + " " + kind.getValue().text())
                        .collect(Collectors.joining("; ")))
        .toList();
  }

  /** Each notice as {@code KIND place count sentence}. */
  static List<String> noticed(MappedWorkbook workbook) {
    return workbook.notices().stream()
        .map(
            n ->
                n.kind()
                    + n.place().map(p -> " " + p.sheet() + "!" + p.address()).orElse("")
                    + " "
                    + n.count()
                    + " "
                    + n.says().en())
        .toList();
  }

  private static SourceCell cell(Place place, Object value, Set<Mark> marks) {
    if (value instanceof Marked marked) {
      return cell(place, marked.value(), marked.marks());
    }
    if (value instanceof Number number) {
      double stored = number.doubleValue();
      return new SourceCell(place, Kind.NUMBER, Interval.number(stored), stored, "", marks);
    }
    if (value instanceof LocalDate date) {
      return new SourceCell(
          place, Kind.DATE, date.toString(), date.toEpochDay() + 25_569, "yyyy-mm-dd", marks);
    }
    if (value instanceof Error error) {
      return new SourceCell(place, Kind.ERROR, error.shown(), Double.NaN, "", marks);
    }
    return new SourceCell(place, Kind.TEXT, (String) value, Double.NaN, "", marks);
  }

  private final class SampleSheet implements Sheet {

    private final String name;
    private final boolean hidden;
    private final List<SourceRow> rows;

    SampleSheet(String name, boolean hidden, List<SourceRow> rows) {
      this.name = name;
      this.hidden = hidden;
      this.rows = rows;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public boolean hidden() {
      return hidden;
    }

    @Override
    public Rows rows() {
      Iterator<SourceRow> all = rows.iterator();
      passes++;
      open++;
      return new Rows() {
        private boolean closed;

        @Override
        public boolean hasNext() {
          assertThat(closed).isFalse();
          return all.hasNext();
        }

        @Override
        public SourceRow next() {
          return all.next();
        }

        @Override
        public void close() {
          open -= closed ? 0 : 1;
          closed = true;
        }
      };
    }
  }
}
