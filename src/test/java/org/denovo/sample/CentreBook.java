package org.denovo.sample;

import static org.denovo.record.Fields.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.denovo.record.Field;
import org.denovo.record.PartialDate;
import org.denovo.sample.Centre.Layout;
import org.denovo.sample.Column.Part;

/**
 * A centre's patients written down in its layout, with what each cell states and where the faults
 * came to stand.
 */
final class CentreBook {

  /** A sheet: who is on it, in which columns. */
  private record Plan(String name, List<Column> columns, List<Patient> patients) {}

  private final Centre centre;
  private final List<Patient> patients;
  private final List<Column> columns;
  private final Map<Patient, Map<Column, Said>> said = new LinkedHashMap<>();
  private final Map<Patient, Fault> faults = new HashMap<>();
  private final List<FaultFile.Row> faultRows = new ArrayList<>();
  private final List<Grid> grids = new ArrayList<>();

  CentreBook(Centre centre, Map<String, List<Patient>> registry, List<Fault> seeded, Draw draw) {
    this(centre, centre.columns(), registry, seeded, draw);
  }

  /** The centre with other columns than its own. */
  CentreBook(
      Centre centre,
      List<Column> columns,
      Map<String, List<Patient>> registry,
      List<Fault> seeded,
      Draw draw) {
    this.centre = centre;
    this.patients = new ArrayList<>(registry.get(centre.code()));
    this.columns = new ArrayList<>(columns);
    seeded.stream().sorted(Comparator.comparingLong(this::candidates)).forEach(this::seed);
    for (Patient patient : patients) {
      Fault fault = faults.get(patient);
      Map<Column, Said> cells = new LinkedHashMap<>();
      for (Column column : columns) {
        Said right = column.spelling().write(patient, draw);
        cells.put(
            column,
            fault != null && column.isAbout(fault.field())
                ? new Said(fault.wrong().of(patient, registry), Map.of())
                : right);
      }
      said.put(patient, cells);
    }
    for (Plan plan : plans()) {
      grids.add(grid(plan));
    }
    if (centre.layout() == Layout.TITLED || centre.layout() == Layout.JOINED) {
      Grid notes = new Grid("说明");
      notes.addText("本表全部患者均为虚构，仅用于软件测试。");
      grids.add(notes);
    }
  }

  List<Column> columns() {
    return Collections.unmodifiableList(columns);
  }

  /** The sheets as they will be written. */
  List<Grid> grids() {
    return Collections.unmodifiableList(grids);
  }

  byte[] bytes() {
    return BookFile.write(centre.format(), grids);
  }

  List<FaultFile.Row> faultRows() {
    return Collections.unmodifiableList(faultRows);
  }

  /** What the cells of each patient state, fields of faulted cells left out. */
  Map<String, Map<Field<?>, String>> truth() {
    Map<String, Map<Field<?>, String>> truth = new LinkedHashMap<>();
    said.forEach(
        (patient, cells) -> {
          Map<Field<?>, String> states = new HashMap<>();
          cells.forEach((column, cell) -> states.putAll(cell.states()));
          Fault fault = faults.get(patient);
          if (fault != null) {
            states.keySet().removeAll(fault.clouds());
          }
          truth.put(patient.number(), states);
        });
    return truth;
  }

  private long candidates(Fault fault) {
    return patients.stream().filter(fault.who()).count();
  }

  /** Gives the fault to the first patient whom it suits and who has none. */
  private void seed(Fault fault) {
    int index =
        IntStream.range(0, patients.size())
            .filter(i -> !faults.containsKey(patients.get(i)))
            .filter(i -> fault.who().test(patients.get(i)))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "nobody for " + fault.rule() + " at " + centre.code()));
    if (columns.stream().noneMatch(column -> column.isAbout(fault.field()))) {
      throw new IllegalStateException("no column for " + fault.rule() + " at " + centre.code());
    }
    patients.set(index, patients.get(index).withoutGaps());
    faults.put(patients.get(index), fault);
  }

  private List<Plan> plans() {
    return switch (centre.layout()) {
      case JOINED -> joined(List.of(Part.values()));
      case VISITS -> visits();
      case YEARS ->
          List.of(2017, 2018).stream()
              .map(year -> new Plan(year + "年", columns, diagnosedIn(year)))
              .toList();
      case ONE_ROW, TITLED, BANDED, THREE_ROWS, CODED, EXPORT ->
          List.of(new Plan(mainSheet(centre), columns, patients));
    };
  }

  static String mainSheet(Centre centre) {
    return centre.style().english() ? "Data" : "病例登记";
  }

  private List<Plan> joined(List<Part> parts) {
    return parts.stream()
        .map(
            part -> {
              // The sheets are in different orders, as if sorted by different people.
              List<Patient> order = new ArrayList<>(patients);
              Collections.rotate(order, 3 * part.ordinal());
              return new Plan(part.band(), of(part), order);
            })
        .toList();
  }

  private List<Plan> visits() {
    return List.of(
        new Plan(
            mainSheet(centre),
            columns.stream().filter(column -> !onVisitSheet(column)).toList(),
            patients),
        new Plan(
            Part.FOLLOW_UP.band(),
            columns.stream().filter(CentreBook::onVisitSheet).toList(),
            patients));
  }

  static boolean onVisitSheet(Column column) {
    return column.isAbout(VITAL_STATUS)
        || column.isAbout(DATE_LAST_CONTACT)
        || column.isAbout(DATE_DEATH);
  }

  private List<Column> of(Part part) {
    return columns.stream().filter(column -> column.part() == part).toList();
  }

  private List<Patient> diagnosedIn(int year) {
    return patients.stream().filter(p -> p.value(DATE_DX).orElseThrow().year() == year).toList();
  }

  private Grid grid(Plan plan) {
    Grid grid = new Grid(plan.name());
    int width = plan.columns().size() + 1;
    if (centre.layout() == Layout.TITLED) {
      grid.addText(centre.zh() + "新发Ⅳ期乳腺癌病例登记表（虚构数据）");
      grid.merge(0, 0, 0, width - 1);
      grid.addText("", "截止日期：" + Course.DATA_CUT, "", "填表日期：2022-07-05");
      grid.addText();
    }
    new Header(centre, plan.columns()).addTo(grid);
    boolean longSheet =
        centre.layout() == Layout.VISITS && plan.name().equals(Part.FOLLOW_UP.band());
    int written = 0;
    for (Patient patient : plan.patients()) {
      if (longSheet) {
        addVisits(grid, plan, patient);
      } else {
        place(grid, plan, patient, grid.add(cells(plan, patient)));
      }
      written++;
      if (centre.layout() == Layout.TITLED && written % 10 == 0) {
        grid.addText();
      }
    }
    if (centre.layout() == Layout.TITLED) {
      grid.addText();
      grid.addText("合计", plan.patients().size() + "例");
      grid.addText("", "填表人：虚构登记员", "", "审核人：虚构主任");
    }
    oddities(grid, plan);
    return grid;
  }

  private List<Cell> cells(Plan plan, Patient patient) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.text(patient.number()));
    plan.columns().forEach(column -> cells.add(said.get(patient).get(column).cell()));
    return cells;
  }

  /** Earlier visits, at which the patient was alive, and the last one; one number over them all. */
  private void addVisits(Grid grid, Plan plan, Patient patient) {
    LocalDate diagnosis = patient.course().diagnosis();
    int earlier = patient.number().hashCode() & 3;
    int first = grid.rows().size();
    for (int visit = 0; visit < earlier; visit++) {
      LocalDate day = diagnosis.plusDays((visit + 1) * patient.course().days() / (earlier + 2));
      List<Cell> cells = new ArrayList<>();
      cells.add(visit == 0 ? Cell.text(patient.number()) : Cell.BLANK);
      for (Column column : plan.columns()) {
        cells.add(earlierCell(column, day));
      }
      grid.add(cells);
    }
    List<Cell> last = new ArrayList<>(cells(plan, patient));
    if (earlier > 0) {
      last.set(0, Cell.BLANK);
    }
    place(grid, plan, patient, grid.add(last));
    grid.merge(first, grid.rows().size() - 1, 0, 0);
  }

  private Cell earlierCell(Column column, LocalDate day) {
    if (column.isAbout(DATE_LAST_CONTACT)) {
      return centre.style().dates().write(PartialDate.of(day));
    }
    return column.isAbout(VITAL_STATUS) ? Cell.text("存活") : Cell.BLANK;
  }

  private void place(Grid grid, Plan plan, Patient patient, int row) {
    Fault fault = faults.get(patient);
    if (fault == null) {
      return;
    }
    for (int c = 0; c < plan.columns().size(); c++) {
      if (plan.columns().get(c).isAbout(fault.field())) {
        faultRows.add(
            new FaultFile.Row(
                centre.code(),
                patient.number(),
                centre.file(),
                sheet(grid.name()),
                Grid.reference(row, c + 1),
                fault.field().name(),
                fault.kind(),
                fault.rule(),
                fault.note(),
                fault.alsoRules()));
      }
    }
  }

  /** A text file has no sheets. */
  private String sheet(String name) {
    return centre.format().extension().equals("csv") ? "" : name;
  }

  /** Faults of a sheet rather than of a patient: a column nobody mapped, a hidden one, a note. */
  private void oddities(Grid grid, Plan plan) {
    int columns = plan.columns().size() + 1;
    for (int c = 1; c < columns; c++) {
      Column column = plan.columns().get(c - 1);
      if (column.target().equals(Column.UNMAPPED)) {
        sheetFault(
            grid,
            headerRow(),
            c,
            "FIL-05",
            "unmapped_column",
            "A column that no mapping names carries data");
      }
    }
    if (centre.code().startsWith("c33") || centre.code().startsWith("c26")) {
      grid.hiddenColumns().add(2);
      sheetFault(
          grid, headerRow() + 1, 2, "FIL-06", "hidden_column", "A hidden column carries data");
    }
    if (centre.code().startsWith("c19") || centre.code().startsWith("c28")) {
      int row = headerRow() + 3;
      grid.note(row, 4, "电话随访补充（虚构）");
      sheetFault(grid, row, 4, "FIL-14", "note_on_cell", "A note on a cell is not imported");
    }
  }

  private int headerRow() {
    return centre.layout() == Layout.TITLED ? 3 : centre.layout().headerRows() - 1;
  }

  private void sheetFault(Grid grid, int row, int column, String rule, String kind, String note) {
    faultRows.add(
        new FaultFile.Row(
            centre.code(),
            "",
            centre.file(),
            sheet(grid.name()),
            Grid.reference(row, column),
            "",
            kind,
            rule,
            note,
            ""));
  }
}
