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
  private final List<Notice> notices;

  /** By entry of the mapping; the first has only the patients of several rows. */
  private final List<Map<String, List<CutRow>>> rows = new ArrayList<>();

  private final Set<String> latecomers;

  private MappedWorkbook(
      CentreMapping mapping,
      String fileName,
      String format,
      List<List<Layout>> layouts,
      List<Notice> notices) {
    this.mapping = mapping;
    this.layouts = layouts;
    this.notices = notices;
    Set<String> numbers = new HashSet<>();
    Set<String> repeated = new HashSet<>();
    for (Layout layout : layouts.get(0)) {
      ledgers.add(
          Survey.of(
              layout,
              format,
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
      rows.add(gather(entry, format, numbers, late));
    }
    latecomers = late.keySet();
    late.values().stream()
        .findFirst()
        .ifPresent(place -> notices.add(notInFirstSheet(fileName, place, late.size())));
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
      String format = workbook.facts().format();
      MappedWorkbook mapped = new MappedWorkbook(mapping, fileName, format, layouts, notices);
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
        addAll(cells, entry, only.get());
        count++;
        continue;
      }
      List<CutRow> own = rows.get(i).getOrDefault(number, List.of());
      count += own.size();
      if (own.isEmpty()) {
        addBlanks(cells, entry, layouts.get(i));
      } else {
        Taken taken = new Taken(entry);
        for (int c = 0; c < entry.columns().size(); c++) {
          taken.choose(c, own).ifPresent(cells::add);
        }
      }
    }
    return new MappedPatient(number, cells, count);
  }

  private static void addAll(List<MappedCell> cells, SheetMapping entry, Patients.Row row) {
    for (int c = 0; c < entry.columns().size(); c++) {
      if (row.layout().has(c)) {
        Meaning meaning = entry.columns().get(c).meaning();
        cells.add(new MappedCell(meaning, row.layout().cell(row.row(), c), false));
      }
    }
  }

  private static void addBlanks(List<MappedCell> cells, SheetMapping entry, List<Layout> layouts) {
    for (int c = 0; c < entry.columns().size(); c++) {
      int column = c;
      Meaning meaning = entry.columns().get(c).meaning();
      layouts.stream()
          .filter(layout -> layout.has(column))
          .findFirst()
          .map(layout -> SourceCell.blank(layout.headerOf(column)))
          .ifPresent(cell -> cells.add(new MappedCell(meaning, cell, false)));
    }
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
      List<Layout> entry, String format, Set<String> known, Map<String, Place> late) {
    Map<String, List<CutRow>> gathered = new HashMap<>();
    for (Layout layout : entry) {
      ledgers.add(
          Survey.of(
              layout,
              format,
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

  private static void keep(
      Map<String, List<CutRow>> rows, String number, Layout layout, SourceRow row) {
    rows.computeIfAbsent(number, n -> new ArrayList<>(1)).add(CutRow.of(layout, row));
  }

  private static Notice notInFirstSheet(String fileName, Place first, int count) {
    return new Notice(
        Notice.Kind.PATIENT_NOT_IN_FIRST_SHEET,
        fileName,
        first.sheet(),
        Optional.of(first),
        count,
        new Text(
                "{0}名患者只出现在后面的工作表中，首个工作表没有",
                "{0} patients stand only in later sheets, not in the first")
            .with(count));
  }
}
