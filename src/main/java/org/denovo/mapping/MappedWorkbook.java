package org.denovo.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.denovo.source.Place;
import org.denovo.source.SourceCell;
import org.denovo.source.SourceRow;
import org.denovo.vocabulary.Text;
import org.denovo.workbook.Workbook;
import org.denovo.workbook.WorkbookFacts;
import org.denovo.workbook.WorkbookRefused;

/**
 * A workbook read as its centre's mapping says: patients joined over the sheets, every row
 * accounted for, and what was noticed on the way. The workbook has to stay open until the patients
 * are read.
 *
 * <p>The sheets of the first entry are passed over once to count the patients' rows and then once
 * more to give the patients, so that only patients of several rows, and the mapped cells of the
 * other sheets, are kept.
 */
public final class MappedWorkbook {

  private final CentreMapping mapping;
  private final List<List<Layout>> layouts;
  private final List<SheetLedger> ledgers = new ArrayList<>();
  private final List<Legend> legends = new ArrayList<>();
  private final List<Notice> notices;

  /** By entry of the mapping, its columns by what they claim. */
  private final List<List<List<Integer>>> claims;

  /** By entry of the mapping; the first has only the patients of several rows. */
  private final List<Map<String, List<CutRow>>> rows = new ArrayList<>();

  private final Set<String> latecomers;

  private MappedWorkbook(
      CentreMapping mapping,
      String fileName,
      WorkbookFacts facts,
      List<List<Layout>> layouts,
      List<Notice> notices) {
    this.mapping = mapping;
    this.layouts = layouts;
    this.claims = mapping.sheets().stream().map(SheetMapping::claims).toList();
    this.notices = notices;
    Set<String> numbers = new HashSet<>();
    Set<String> repeated = new HashSet<>();
    for (Layout layout : layouts.get(0)) {
      keep(
          Survey.of(
              layout,
              facts,
              (number, row) -> {
                if (!numbers.add(number)) {
                  repeated.add(number);
                }
              },
              notices));
    }
    rows.add(repeatedRows(repeated));
    Map<String, Place> late = new LinkedHashMap<>();
    for (List<Layout> entry : layouts.subList(1, layouts.size())) {
      rows.add(gather(entry, facts, numbers, late));
    }
    latecomers = late.keySet();
    if (!late.isEmpty()) {
      notices.add(notInFirstSheet(fileName, late, numbers));
    }
  }

  /**
   * Finds sheets, headers and columns, and passes over the rows once.
   *
   * @throws WorkbookRefused if a patient column, the first sheet or every mapped column is missing
   */
  public static MappedWorkbook open(Workbook workbook, String fileName, CentreMapping mapping) {
    List<RememberedSheet> sheets = new ArrayList<>();
    List<Notice> notices = new ArrayList<>();
    boolean opened = false;
    try {
      List<List<Layout>> layouts =
          new SheetChoice(workbook, fileName, mapping, notices).layouts(sheets);
      notices.addAll(FileNotices.of(workbook.facts(), fileName));
      MappedWorkbook mapped =
          new MappedWorkbook(mapping, fileName, workbook.facts(), layouts, notices);
      opened = true;
      return mapped;
    } finally {
      if (!opened) {
        sheets.forEach(RememberedSheet::close);
      }
    }
  }

  /** What became of each sheet's rows. */
  public List<SheetLedger> ledgers() {
    return List.copyOf(ledgers);
  }

  /** What the sheets themselves say of the codes of their columns. */
  public List<Legend> legends() {
    return List.copyOf(legends);
  }

  /** How each sheet is understood, in the order of the ledgers. */
  public List<ReadSheet> sheets() {
    return layouts.stream().flatMap(List::stream).map(ReadSheet::of).toList();
  }

  /** What was noticed, complete as soon as the workbook is open. */
  public List<Notice> notices() {
    return List.copyOf(notices);
  }

  /** The headers of the sheets that are read, in the mapping's order. */
  public List<SheetHeader> headers() {
    return layouts.stream().flatMap(List::stream).map(Layout::sheetHeader).toList();
  }

  /**
   * Mapped columns that are not there, beside columns that hold data and are not mapped; a sheet in
   * which either is none is left out.
   */
  public List<UnplacedColumns> unplaced() {
    List<UnplacedColumns> unplaced = new ArrayList<>();
    for (int i = 0; i < layouts.size(); i++) {
      for (Layout layout : layouts.get(i)) {
        UnplacedColumns columns = layout.unplaced(i, notices);
        if (!columns.missing().isEmpty() && !columns.unclaimed().isEmpty()) {
          unplaced.add(columns);
        }
      }
    }
    return unplaced;
  }

  /** The mapping by which it is read. */
  public CentreMapping mapping() {
    return mapping;
  }

  /**
   * A new pass over the patients, in the order of their first rows in the first sheet; then those
   * who appear only in later sheets.
   */
  public Patients patients() {
    return new Patients(layouts.get(0), rows.get(0).keySet(), latecomers, this::patient);
  }

  private MappedPatient patient(String number, Optional<Patients.Row> only) {
    List<MappedCell> cells = new ArrayList<>();
    int count = 0;
    for (int i = 0; i < layouts.size(); i++) {
      SheetMapping entry = mapping.sheets().get(i);
      if (i == 0 && only.isPresent()) {
        addAll(cells, i, only.get());
        count++;
        continue;
      }
      List<CutRow> own = rows.get(i).getOrDefault(number, List.of());
      count += own.size();
      if (own.isEmpty()) {
        addBlanks(cells, i);
      } else {
        Taken taken = new Taken(entry);
        claims.get(i).forEach(claim -> taken.choose(claim, own).ifPresent(cells::add));
      }
    }
    return new MappedPatient(number, cells, count);
  }

  private void addAll(List<MappedCell> cells, int index, Patients.Row row) {
    SheetMapping entry = mapping.sheets().get(index);
    for (List<Integer> claim : claims.get(index)) {
      int c = claim.get(0);
      if (claim.size() > 1) {
        List<CutRow> own = List.of(CutRow.of(row.layout(), row.row()));
        new Taken(entry).choose(claim, own).ifPresent(cells::add);
      } else if (row.layout().has(c)) {
        Meaning meaning = entry.columns().get(c).meaning();
        cells.add(new MappedCell(meaning, row.layout().cell(row.row(), c), false));
      }
    }
  }

  private void addBlanks(List<MappedCell> cells, int index) {
    for (List<Integer> claim : claims.get(index)) {
      claim.stream().flatMap(c -> blank(index, c).stream()).findFirst().ifPresent(cells::add);
    }
  }

  private Optional<MappedCell> blank(int index, int column) {
    Meaning meaning = mapping.sheets().get(index).columns().get(column).meaning();
    return layouts.get(index).stream()
        .filter(layout -> layout.has(column))
        .findFirst()
        .map(layout -> SourceCell.blank(layout.headerOf(column)))
        .map(cell -> new MappedCell(meaning, cell, false));
  }

  private Map<String, List<CutRow>> repeatedRows(Set<String> repeated) {
    Map<String, List<CutRow>> several = new HashMap<>();
    if (!repeated.isEmpty()) {
      Patients.eachRow(
          layouts.get(0),
          row -> {
            if (repeated.contains(row.number())) {
              keep(several, row.number(), row.layout(), row.row());
            }
          });
    }
    return several;
  }

  private Map<String, List<CutRow>> gather(
      List<Layout> entry, WorkbookFacts facts, Set<String> known, Map<String, Place> late) {
    Map<String, List<CutRow>> gathered = new HashMap<>();
    for (Layout layout : entry) {
      keep(
          Survey.of(
              layout,
              facts,
              (number, row) -> {
                keep(gathered, number, layout, row);
                if (!known.contains(number)) {
                  late.putIfAbsent(number, Cells.at(row, layout.patient()).place());
                }
              },
              notices));
      layout.forget();
    }
    return gathered;
  }

  private void keep(Survey.Seen seen) {
    ledgers.add(seen.ledger());
    legends.addAll(seen.legends());
  }

  private static void keep(
      Map<String, List<CutRow>> rows, String number, Layout layout, SourceRow row) {
    rows.computeIfAbsent(number, n -> new ArrayList<>(1)).add(CutRow.of(layout, row));
  }

  private static Notice notInFirstSheet(
      String fileName, Map<String, Place> late, Set<String> known) {
    List<Place> places = List.copyOf(late.values());
    Text says =
        new Text(
                "{0}名患者只出现在后面的工作表中，首个工作表没有",
                "{0} patients stand only in later sheets, not in the first")
            .with(late.size());
    Set<String> bare = new HashSet<>();
    known.forEach(number -> bare.add(PatientNumber.withoutZeros(number)));
    long zeros =
        late.keySet().stream().filter(n -> bare.contains(PatientNumber.withoutZeros(n))).count();
    return new Notice(
        Notice.Kind.PATIENT_NOT_IN_FIRST_SHEET,
        fileName,
        places.get(0).sheet(),
        places,
        late.size(),
        zeros == 0
            ? says
            : new Text(
                    "{0}；其中{1}名的编号仅前导零与首个工作表不同，可能在表格中丢失了零",
                    "{0}; the numbers of {1} differ from one there only by leading zeros, which a"
                        + " spreadsheet may have dropped")
                .with(says, zeros));
  }
}
