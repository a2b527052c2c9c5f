package org.denovo.sample;

import static org.denovo.record.Fields.*;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.denovo.record.Field;
import org.denovo.record.FieldType;
import org.denovo.sample.Column.Part;
import org.denovo.vocabulary.Coded;

/**
 * A centre of the sample registry with as many patients as wished, one row each and sixty columns
 * wide, drawn one after the other so that any number fits into memory. The same seed gives the same
 * rows.
 */
public final class LargeCentre {

  /** Columns of every sheet, that of the patient's number among them. */
  public static final int WIDTH = 60;

  private static final double SHARE_OF_FAULTS = 0.02;

  /** What a row writes its cells to, from left to right. */
  public interface Cells {
    void blank();

    void text(String text);

    void number(double number);

    void percent(double fraction);

    void day(String isoDate);

    void formula(String formula, double cached);

    void error(String code);
  }

  private final Centre centre;
  private final List<Column> columns;
  private final List<Fault> faults;
  private final Draw patients;
  private final Draw cells;
  private int written;

  private LargeCentre(Centre sample, long seed) {
    this.centre =
        new Centre(
            sample.code(),
            sample.zh(),
            sample.en(),
            sample.patients(),
            Centre.Layout.ONE_ROW,
            Centre.Format.XLSX,
            true,
            sample.identifies(),
            sample.style());
    this.columns = sixty(centre);
    // A second patient of the same number would need the rows of other centres at hand.
    this.faults =
        Faults.all().stream()
            .filter(fault -> !fault.rule().startsWith("DUP"))
            .filter(fault -> columns.stream().anyMatch(column -> column.isAbout(fault.field())))
            .toList();
    this.patients = new Draw(seed, "many patients of " + centre.code());
    this.cells = new Draw(seed, "many cells of " + centre.code());
  }

  /** All centres; each draws from streams of its own. */
  public static List<LargeCentre> centres(long seed) {
    return Centres.all().stream().map(centre -> new LargeCentre(centre, seed)).toList();
  }

  public String file() {
    return centre.file();
  }

  public String mappingFile() {
    return centre.code() + ".yaml";
  }

  public String mapping() {
    return MappingFile.write(centre, columns);
  }

  public String sheet() {
    return CentreBook.mainSheet(centre);
  }

  /** How many patients the centre has in the sample registry: its weight among the others. */
  public int weight() {
    return centre.patients();
  }

  public List<String> header() {
    List<String> header = new ArrayList<>(List.of(centre.numberHeader()));
    columns.forEach(column -> header.add(column.header()));
    return List.copyOf(header);
  }

  /** Writes the next patient; one in fifty has a wrong cell. */
  public void next(Cells to) {
    Patient patient =
        Patients.draw(patients, centre.code(), centre.number(written), written % 90 == 89);
    written++;
    Fault fault = cells.chance(SHARE_OF_FAULTS) ? cells.one(faults) : null;
    boolean befallen = fault != null && fault.who().test(patient);
    write(Cell.text(patient.number()), to);
    for (Column column : columns) {
      boolean wrong = befallen && column.isAbout(fault.field());
      write(
          wrong
              ? fault.wrong().of(patient, Map.of())
              : column.spelling().write(patient, cells).cell(),
          to);
    }
  }

  private static void write(Cell cell, Cells to) {
    switch (cell.kind()) {
      case BLANK -> to.blank();
      case TEXT -> to.text(cell.text());
      case NUMBER -> to.number(cell.number());
      case PERCENT -> to.percent(cell.number());
      case DATE -> to.day(cell.text());
      case FORMULA -> to.formula(cell.text(), cell.number());
      case ERROR -> to.error(cell.text());
    }
  }

  /** The centre's own columns, then as many others in its words as are lacking. */
  private static List<Column> sixty(Centre centre) {
    Columns kinds = new Columns(centre.style());
    List<Column> columns =
        new ArrayList<>(
            centre.columns().stream()
                .filter(column -> !column.target().equals(Column.UNMAPPED))
                .limit(WIDTH - 1L)
                .toList());
    Set<Field<?>> kept =
        columns.stream().flatMap(column -> column.field().stream()).collect(Collectors.toSet());
    for (Field<?> field : all()) {
      if (columns.size() < WIDTH - 1 && !kept.contains(field) && standsAlone(field)) {
        columns.add(further(kinds, field));
      }
    }
    if (columns.size() != WIDTH - 1) {
      throw new IllegalStateException(centre.code() + " has " + columns.size() + " columns");
    }
    return columns.stream().sorted(Comparator.comparing(Column::part)).toList();
  }

  /** Fields that no column of another field answers as well. */
  private static boolean standsAlone(Field<?> field) {
    Set<Field.Group> groups =
        Set.of(Field.Group.BASELINE, Field.Group.SYSTEMIC, Field.Group.LOCAL, Field.Group.SURGERY);
    return groups.contains(field.group()) && !(field.type() instanceof FieldType.Identifier);
  }

  @SuppressWarnings("unchecked") // a coded field's type says that its values are codes
  private static <E extends Enum<E> & Coded> Column further(Columns kinds, Field<?> field) {
    return field.type() instanceof FieldType.Code
        ? kinds.words(Part.TREATMENT, field.name(), (Field<E>) field)
        : kinds.exported(field);
  }
}
