package org.denovo.sample;

import static org.denovo.record.Fields.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.denovo.record.Field;
import org.denovo.vocabulary.Laterality;

/**
 * A workbook of sound patients in which one thing is wrong with the sheet, or with several rows
 * together.
 *
 * @param rule the rule that has to find it; empty for the workbook as it was
 */
public record PlantedSheet(
    String rule, String centre, String file, byte[] workbook, String mapping) {

  private static final List<Integer> HOSTS = List.of(1, 2, 9, 12, 32);
  private static final int PATIENTS = 40;

  private record Wrong(String rule, Consumer<Sheet> change) {}

  private static final List<Wrong> ALL =
      List.of(
          new Wrong("", sheet -> {}),
          new Wrong("FIL-03", sheet -> sheet.set(sheet.header(), M_CAT, Cell.BLANK)),
          new Wrong("FIL-04", PlantedSheet::sameHeaderTwice),
          new Wrong("FIL-05", sheet -> column(sheet, Cell.text("特殊情况"))),
          new Wrong("FIL-06", sheet -> sheet.grid().hiddenColumns().add(2)),
          new Wrong("FIL-07", sheet -> sheet.set(sheet.rows().get(3), PARITY, Cell.error())),
          new Wrong("FIL-10", PlantedSheet::turnedIntoDates),
          new Wrong("FIL-11", PlantedSheet::numbersForIdentities),
          new Wrong("FIL-12", PlantedSheet::filledDown),
          new Wrong("FIL-13", PlantedSheet::headerAgain),
          new Wrong("FIL-14", sheet -> sheet.grid().note(sheet.rows().get(2), 4, "电话随访（虚构）")),
          new Wrong("FIL-16", sheet -> sheet.set(sheet.rows().get(5), HISTOLOGY_GROUP, damaged())),
          new Wrong("FIL-18", sheet -> sheet.setFirst(sheet.rows().get(6), Cell.BLANK)),
          new Wrong(
              "DUP-01",
              sheet ->
                  sheet.copy(1, 9, NATIONAL_ID, BIRTH_DATE, AGE_AT_DX, DATE_DX, SEX, LATERALITY)),
          new Wrong("DUP-03", sheet -> sheet.copy(1, 9, NATIONAL_ID)),
          new Wrong("DUP-09", PlantedSheet::bothSides),
          new Wrong("DUP-07", PlantedSheet::copiedRows),
          new Wrong("DUP-08", PlantedSheet::pastedBlock),
          new Wrong("CMP-20", sheet -> sheet.blank(ER_STATUS, ER_PCT)),
          new Wrong("CON-41", PlantedSheet::nominalAges),
          new Wrong("VIT-07", PlantedSheet::everybodyAlive));

  /** Every host with each thing wrong in turn, and as it was. */
  public static List<PlantedSheet> all() {
    List<PlantedSheet> all = new ArrayList<>();
    for (int host : HOSTS) {
      Centre centre = Centres.all().get(host - 1);
      for (Wrong wrong : ALL) {
        all.add(planted(centre, wrong));
      }
    }
    return all;
  }

  private static PlantedSheet planted(Centre centre, Wrong wrong) {
    Draw draw = new Draw(SampleRegistry.SEED, "sheets of " + centre.code());
    List<Patient> patients =
        IntStream.range(0, PATIENTS)
            .mapToObj(n -> Patients.draw(draw, centre.code(), centre.number(n), false))
            .map(Patient::withoutGaps)
            .toList();
    List<Column> columns = PlantedCentre.columns(centre, Map.of());
    CentreBook book =
        new CentreBook(centre, columns, Map.of(centre.code(), patients), List.of(), draw);
    wrong.change().accept(Sheet.of(book.grids().get(0), columns, patients));
    return new PlantedSheet(
        wrong.rule(),
        centre.code(),
        centre.file(),
        book.bytes(),
        MappingFile.write(centre, columns));
  }

  /** A sheet and where its header, its patients and its fields stand. */
  private record Sheet(
      Grid grid, int header, List<Integer> rows, List<Field<?>> fields, List<Patient> patients) {

    static Sheet of(Grid grid, List<Column> columns, List<Patient> patients) {
      List<String> numbers = patients.stream().map(Patient::number).toList();
      List<Integer> rows =
          IntStream.range(0, grid.rows().size())
              .filter(row -> !grid.rows().get(row).isEmpty())
              .filter(row -> numbers.contains(grid.rows().get(row).get(0).text()))
              .boxed()
              .toList();
      List<Field<?>> fields = new ArrayList<>();
      columns.forEach(column -> fields.add(column.field().get(0)));
      return new Sheet(grid, rows.get(0) - 1, rows, fields, patients);
    }

    int column(Field<?> field) {
      return fields.indexOf(field) + 1;
    }

    Cell get(int row, Field<?> field) {
      return grid.rows().get(row).get(column(field));
    }

    void set(int row, Field<?> field, Cell cell) {
      put(row, column(field), cell);
    }

    void setFirst(int row, Cell cell) {
      put(row, 0, cell);
    }

    private void put(int row, int column, Cell cell) {
      List<Cell> cells = new ArrayList<>(grid.rows().get(row));
      cells.set(column, cell);
      grid.rows().set(row, List.copyOf(cells));
    }

    /** Writes what one patient has for another. */
    void copy(int from, int to, Field<?>... copied) {
      for (Field<?> field : copied) {
        set(rows.get(to), field, get(rows.get(from), field));
      }
    }

    /** Leaves half of the patients without. */
    void blank(Field<?>... blanked) {
      for (Field<?> field : blanked) {
        rows.subList(0, rows.size() / 2).forEach(row -> set(row, field, Cell.BLANK));
      }
    }
  }

  /** Another column at the end. */
  private static void column(Sheet sheet, Cell header) {
    for (int row : sheet.rows()) {
      List<Cell> cells = new ArrayList<>(sheet.grid().rows().get(row));
      cells.add(Cell.text("定期复查"));
      sheet.grid().rows().set(row, List.copyOf(cells));
    }
    List<Cell> headers = new ArrayList<>(sheet.grid().rows().get(sheet.header()));
    headers.add(header);
    sheet.grid().rows().set(sheet.header(), List.copyOf(headers));
  }

  private static void sameHeaderTwice(Sheet sheet) {
    column(sheet, sheet.get(sheet.header(), M_CAT));
  }

  private static void turnedIntoDates(Sheet sheet) {
    for (int row : sheet.rows().subList(4, 9)) {
      sheet.set(row, LESION_COUNT, Cell.date(LocalDate.of(2022, 3, row * 7 % 20 + 1)));
    }
  }

  private static void numbersForIdentities(Sheet sheet) {
    for (int row : sheet.rows().subList(2, 8)) {
      String first = sheet.get(row, NATIONAL_ID).text().substring(0, 15);
      sheet.set(row, NATIONAL_ID, Cell.number(Double.parseDouble(first + "000")));
    }
  }

  private static void filledDown(Sheet sheet) {
    for (int i = 0; i < 8; i++) {
      sheet.set(sheet.rows().get(i), NODES_EXAMINED, Cell.number(11 + i));
    }
  }

  private static void headerAgain(Sheet sheet) {
    sheet.grid().rows().set(sheet.rows().get(7), sheet.grid().rows().get(sheet.header()));
  }

  private static Cell damaged() {
    return Cell.text("锟斤拷锟斤拷");
  }

  private static void bothSides(Sheet sheet) {
    sheet.copy(1, 9, NATIONAL_ID, BIRTH_DATE, AGE_AT_DX, SEX, DATE_DX);
    Optional<Laterality> side = sheet.patients().get(1).value(LATERALITY);
    int other =
        IntStream.range(0, PATIENTS)
            .filter(n -> !sheet.patients().get(n).value(LATERALITY).equals(side))
            .findFirst()
            .orElseThrow();
    sheet.copy(other, 9, LATERALITY);
  }

  private static void copiedRows(Sheet sheet) {
    for (int to = 11; to < 15; to++) {
      sheet.copy(10, to, clinical(sheet));
    }
  }

  private static void pastedBlock(Sheet sheet) {
    for (int i = 0; i < 6; i++) {
      sheet.copy(2 + i, 22 + i, clinical(sheet));
    }
  }

  private static Field<?>[] clinical(Sheet sheet) {
    return sheet.fields().stream()
        .filter(field -> field.group() != Field.Group.PATIENT)
        .toArray(Field<?>[]::new);
  }

  private static void nominalAges(Sheet sheet) {
    for (int row : sheet.rows()) {
      Cell age = sheet.get(row, AGE_AT_DX);
      double years = Double.parseDouble(age.text().replaceAll("[^0-9.]", ""));
      sheet.set(row, AGE_AT_DX, Cell.number(years + 1));
    }
  }

  private static void everybodyAlive(Sheet sheet) {
    int living =
        sheet.rows().stream()
            .filter(row -> sheet.get(row, DATE_DEATH).equals(Cell.BLANK))
            .findFirst()
            .orElseThrow();
    for (int row : sheet.rows()) {
      sheet.set(row, VITAL_STATUS, sheet.get(living, VITAL_STATUS));
    }
  }
}
