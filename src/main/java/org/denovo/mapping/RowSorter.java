package org.denovo.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.denovo.source.Kind;
import org.denovo.source.Mark;
import org.denovo.source.SourceCell;
import org.denovo.source.SourceRow;

/**
 * Says of each row of a sheet, in order, what it is. Two passes give the same answers. In doubt a
 * row with data is refused and named rather than read as a patient or passed over.
 */
final class RowSorter {

  /**
   * A row's kind.
   *
   * @param number the patient's number, empty if the row is no patient's
   */
  record Sorted(RowKind kind, String number) {}

  /** More cells than this are no signature under a table. */
  private static final int MOST_NOTE_CELLS = 8;

  /** A text alone in its row that is longer is a note. */
  private static final int NOTE_LENGTH = 20;

  private static final Pattern SENTENCE = Pattern.compile("[。；，：！？;!?]|(\\S+\\s+){3,}\\S+");

  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

  /** What a row under the header says of the form of its columns. */
  private static final Set<String> FORMS =
      Set.of(
          "mm",
          "cm",
          "%",
          "岁",
          "年",
          "月",
          "日",
          "天",
          "个",
          "枚",
          "例",
          "次",
          "级",
          "分",
          "kg",
          "ng/ml",
          "u/ml",
          "文本",
          "数字",
          "数值",
          "日期",
          "整数",
          "小数",
          "字符",
          "必填",
          "选填",
          "单选",
          "多选",
          "下拉",
          "text",
          "number",
          "date",
          "integer",
          "string",
          "yyyy-mm-dd",
          "yyyy/mm/dd",
          "yyyy.mm.dd",
          "years");

  private static final Set<String> EXAMPLES =
      Set.of("示例", "样例", "例", "例如", "填写示例", "填写说明", "example", "sample", "e.g.");

  private final Layout layout;
  private final Header header;
  private final RowLabels labels;
  private final boolean serialIsPatient;
  private final boolean nameIsPatient;

  /** Titles and legends that were seen, to know them again on the next printed page. */
  private final Map<String, RowKind> seen = new HashMap<>();

  private boolean otherTable;
  private boolean begun;
  private boolean numbersAreFormulas;

  RowSorter(Layout layout) {
    this.layout = layout;
    this.header = layout.header();
    this.labels = new RowLabels(layout.mapping().totalRows());
    this.serialIsPatient = header.isSerial(layout.patient());
    this.nameIsPatient = header.isName(layout.patient());
  }

  /** What the row is, and whose. */
  Sorted sort(SourceRow row) {
    SourceCell patient = Cells.at(row, layout.patient());
    if (isOrdinary(row, patient)) {
      begun = true;
      return new Sorted(RowKind.PATIENT, PatientNumber.of(patient).orElseThrow());
    }
    List<SourceCell> held = held(row);
    if (held.isEmpty()) {
      return new Sorted(RowKind.BLANK, "");
    }
    Optional<RowKind> apart = apart(row, held, patient);
    if (apart.isPresent()) {
      return new Sorted(apart.get(), "");
    }
    Optional<String> number = PatientNumber.of(patient);
    begun |= number.isPresent();
    numbersAreFormulas |= number.isPresent() && patient.has(Mark.FORMULA);
    return number
        .map(it -> new Sorted(RowKind.PATIENT, it))
        .orElseGet(
            () ->
                new Sorted(
                    PatientNumber.isUnusable(patient)
                        ? RowKind.UNUSABLE_NUMBER
                        : RowKind.WITHOUT_PATIENT,
                    ""));
  }

  /** What most rows are, known without a look at all their cells: they begin with the number. */
  private boolean isOrdinary(SourceRow row, SourceCell patient) {
    return row.index() > header.last() + layout.mapping().legendRows()
        && !otherTable
        && !serialIsPatient
        && PatientNumber.isPlain(patient)
        && !patient.has(Mark.FORMULA)
        && row.cells().stream().filter(Cells::holds).findFirst().orElse(patient) == patient
        && !header.says(patient.text())
        && PatientNumber.of(patient).isPresent();
  }

  /** What a row is that is neither a patient's nor to be refused for its number. */
  private Optional<RowKind> apart(SourceRow row, List<SourceCell> held, SourceCell patient) {
    if (row.index() <= header.last()) {
      return Optional.of(
          row.index() < header.first() ? remember(held, RowKind.NOTE) : RowKind.HEADER);
    }
    SourceCell first = held.get(0);
    boolean text = first.kind() == Kind.TEXT;
    if (text && header.says(first.text()) && header.repeatedBy(held)) {
      otherTable = !header.sameColumns(held);
      return Optional.of(otherTable ? RowKind.OTHER_TABLE : RowKind.REPEATED_HEADER);
    }
    if (row.index() <= header.last() + layout.mapping().legendRows()) {
      return Optional.of(remember(held, RowKind.LEGEND));
    }
    if (otherTable) {
      return Optional.of(RowKind.OTHER_TABLE);
    }
    return PatientNumber.isPlain(patient)
        ? apartWithNumber(held, first, text)
        : apartWithoutNumber(held, patient);
  }

  /** A total may well have a number in the patient column: how many patients there are. */
  private Optional<RowKind> apartWithNumber(List<SourceCell> held, SourceCell first, boolean text) {
    if (serialIsPatient && held.stream().allMatch(this::isSerial)) {
      return Optional.of(RowKind.NUMBERED);
    }
    if (begun && !numbersAreFormulas && held.stream().allMatch(RowSorter::isComputed)) {
      return Optional.of(RowKind.TOTAL);
    }
    Optional<RowLabels.Label> label = text ? labels.of(first.text()) : Optional.empty();
    return label
        .filter(
            l ->
                l.kind() == RowKind.TOTAL
                    ? l.isWhole() || onlyFigures(held)
                    : endsWithColon(first) && held.size() <= MOST_NOTE_CELLS)
        .map(RowLabels.Label::kind);
  }

  private Optional<RowKind> apartWithoutNumber(List<SourceCell> held, SourceCell patient) {
    RowKind again = seen.get(words(held));
    if (again != null) {
      return Optional.of(again);
    }
    if (held.stream().allMatch(this::isSerial)) {
      return Optional.of(RowKind.NUMBERED);
    }
    return labelled(held, patient)
        .or(() -> begun ? otherHeader(held) : explains(held, patient))
        .or(() -> isStatement(held, patient) ? Optional.of(RowKind.NOTE) : Optional.empty());
  }

  /** A row that begins with a label, or has one where the patient's number should be. */
  private Optional<RowKind> labelled(List<SourceCell> held, SourceCell patient) {
    Optional<RowLabels.Label> label =
        label(held.get(0)).or(() -> label(patient)).or(() -> labelAfterSerial(held));
    return label
        .filter(
            l ->
                l.kind() == RowKind.TOTAL
                    ? l.isWhole() || onlyFigures(held)
                    : texts(held) <= MOST_NOTE_CELLS)
        .map(RowLabels.Label::kind);
  }

  private Optional<RowLabels.Label> labelAfterSerial(List<SourceCell> held) {
    return held.size() > 1 && isSerial(held.get(0)) ? label(held.get(1)) : Optional.empty();
  }

  private Optional<RowLabels.Label> label(SourceCell cell) {
    return cell.kind() == Kind.TEXT ? labels.of(cell.text()) : Optional.empty();
  }

  /** The header of a second table: words only, one of which is a name for who a row is about. */
  private Optional<RowKind> otherHeader(List<SourceCell> held) {
    if (held.size() > 1 && isHeaderLike(held)) {
      otherTable = true;
      return Optional.of(RowKind.OTHER_TABLE);
    }
    return Optional.empty();
  }

  private static boolean isHeaderLike(List<SourceCell> held) {
    return held.stream().allMatch(cell -> cell.kind() == Kind.TEXT)
        && held.stream().anyMatch(cell -> HeaderName.isWho(cell.text()));
  }

  /** Under the header and above the first patient: codes, units, a second name, an example. */
  private Optional<RowKind> explains(List<SourceCell> held, SourceCell patient) {
    if (Cells.holds(patient) && EXAMPLES.contains(Words.fold(patient.text()).replace(":", ""))) {
      return Optional.of(remember(held, RowKind.LEGEND));
    }
    boolean digits = patient.text().chars().anyMatch(Character::isDigit);
    List<SourceCell> others = held.stream().filter(cell -> cell != patient).toList();
    long forms = others.stream().filter(RowSorter::isForm).count();
    boolean isLegend =
        Legend.codes(patient.text()).isPresent()
            || !digits && forms > 0 && 2 * forms >= others.size()
            || held.size() > 1 && isHeaderLike(held);
    return isLegend ? Optional.of(remember(held, RowKind.LEGEND)) : Optional.empty();
  }

  private static boolean isForm(SourceCell cell) {
    return cell.kind() == Kind.TEXT
        && (FORMS.contains(Words.fold(cell.text())) || Legend.codes(cell.text()).isPresent());
  }

  /** One text over the width of the table, or one alone that is no number. */
  private boolean isStatement(List<SourceCell> held, SourceCell patient) {
    SourceCell first = held.get(0);
    boolean isBanner =
        held.size() > 1
            && held.stream().skip(1).allMatch(c -> c.has(Mark.MERGED) && same(c, first));
    boolean isAlone = held.size() == 1;
    if (first.kind() != Kind.TEXT || !isBanner && !isAlone) {
      return false;
    }
    boolean speaks = first.text().length() > NOTE_LENGTH || SENTENCE.matcher(first.text()).find();
    if (isAlone && !first.place().equals(patient.place())) {
      int column = first.place().column();
      return !layout.claims(column) && (speaks || header.isSerial(column));
    }
    return isBanner || speaks || HAN.matcher(first.text()).find() && !nameIsPatient;
  }

  private static boolean same(SourceCell one, SourceCell other) {
    return one.kind() == other.kind() && one.text().equals(other.text());
  }

  /** True if there is nothing but the label, numbers and texts of numbers. */
  private static boolean onlyFigures(List<SourceCell> held) {
    return held.stream()
        .skip(1)
        .allMatch(
            cell ->
                cell.kind() != Kind.DATE
                    && (cell.kind() != Kind.TEXT
                        || cell.text().chars().anyMatch(Character::isDigit)));
  }

  /** A count or mean without a label. */
  private static boolean isComputed(SourceCell cell) {
    return cell.kind() == Kind.NUMBER && cell.has(Mark.FORMULA);
  }

  private static long texts(List<SourceCell> held) {
    return held.stream().filter(cell -> !cell.has(Mark.MERGED)).count();
  }

  private static boolean endsWithColon(SourceCell cell) {
    return Words.fold(cell.text()).endsWith(":");
  }

  private boolean isSerial(SourceCell cell) {
    int column = cell.place().column();
    return header.isSerial(column)
        && (!layout.claims(column) || column == layout.patient())
        && (cell.kind() == Kind.NUMBER || TypeMix.isNumber(cell.text()));
  }

  private RowKind remember(List<SourceCell> held, RowKind kind) {
    seen.put(words(held), kind);
    return kind;
  }

  private static String words(List<SourceCell> held) {
    return held.stream().map(cell -> cell.text().strip()).collect(Collectors.joining("\n"));
  }

  private static List<SourceCell> held(SourceRow row) {
    List<SourceCell> held = new ArrayList<>(row.cells().size());
    for (SourceCell cell : row.cells()) {
      if (Cells.holds(cell)) {
        held.add(cell);
      }
    }
    return held;
  }
}
