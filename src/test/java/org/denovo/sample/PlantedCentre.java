package org.denovo.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.FieldType;
import org.denovo.record.Fields;
import org.denovo.record.Interval;
import org.denovo.record.PartialDate;
import org.denovo.record.PatientKey;
import org.denovo.record.PatientRecord;
import org.denovo.record.Remark;
import org.denovo.vocabulary.Coded;

/**
 * A centre of the sample registry that keeps every field, a column each in its own habit, and whose
 * workbook holds a sound patient and then one patient for each planted fault.
 *
 * @param plants by the patient's number
 */
public record PlantedCentre(
    String code, String file, byte[] workbook, String mapping, List<Planted> plants) {

  /** Different layouts, formats, languages and ways of writing dates. */
  private static final List<Integer> HOSTS = List.of(4, 6, 7, 9, 11, 15, 25, 32, 33);

  private static final int SOUND = 60;

  /**
   * A patient who has a fault.
   *
   * @param rule the rule that has to find it; empty for a sound patient
   * @param truth what the cells say, as the generator meant it
   * @param ofFacts false if the truth says nothing of the planted cells
   */
  public record Planted(String rule, String number, PatientRecord truth, boolean ofFacts) {}

  /** Every host, with every fault planted in it. */
  public static List<PlantedCentre> all(BiPredicate<String, PatientRecord> standsOut) {
    List<Patient> sound = sound();
    Map<Plant, Patient> befallen = new LinkedHashMap<>();
    for (Plant plant : Plant.all()) {
      plant
          .befalling(sound, truth -> standsOut.test(plant.rule(), truth))
          .ifPresent(patient -> befallen.put(plant, patient));
    }
    return HOSTS.stream()
        .map(number -> Centres.all().get(number - 1))
        .map(centre -> host(centre, sound, befallen))
        .toList();
  }

  private static List<Patient> sound() {
    Draw draw = new Draw(SampleRegistry.SEED, "hosts of faults");
    return IntStream.range(0, SOUND)
        .mapToObj(n -> Patients.draw(draw, "host", "" + n, n % 12 == 11).withoutGaps())
        .toList();
  }

  private static PlantedCentre host(
      Centre centre, List<Patient> sound, Map<Plant, Patient> befallen) {
    List<Plant> plants = befallen.keySet().stream().filter(plant -> can(centre, plant)).toList();
    List<Patient> patients = new ArrayList<>();
    List<Planted> planted = new ArrayList<>();
    Map<String, Map<Field<?>, String>> wrong = new HashMap<>();
    for (int n = 0; n < sound.size() + plants.size(); n++) {
      boolean whole = n < sound.size();
      Patient patient =
          called(
              whole ? sound.get(n) : befallen.get(plants.get(n - sound.size())),
              centre.code(),
              String.format(Locale.ROOT, "P%05d", n));
      patients.add(patient);
      Map<Field<?>, String> cells = whole ? Map.of() : plants.get(n - sound.size()).cells();
      wrong.put(patient.number(), cells);
      planted.add(
          new Planted(
              whole ? "" : plants.get(n - sound.size()).rule(),
              patient.number(),
              patient.truth(),
              cells.isEmpty()));
    }
    List<Column> columns = columns(centre, wrong);
    CentreBook book =
        new CentreBook(
            centre,
            columns,
            Map.of(centre.code(), patients),
            List.of(),
            new Draw(SampleRegistry.SEED, "planted cells of " + centre.code()));
    return new PlantedCentre(
        centre.code(),
        centre.file(),
        book.bytes(),
        MappingFile.write(centre, columns),
        List.copyOf(planted));
  }

  private static boolean isCoded(Centre centre) {
    return centre.layout() == Centre.Layout.EXPORT || centre.layout() == Centre.Layout.CODED;
  }

  private static boolean can(Centre centre, Plant plant) {
    return switch (plant.at()) {
      case ANYWHERE -> true;
      case CODES -> isCoded(centre);
      case WORDS -> !isCoded(centre);
      case SHEETS -> !centre.format().extension().equals("csv");
    };
  }

  private static Patient called(Patient patient, String centre, String number) {
    PatientRecord.Builder truth = PatientRecord.of(new PatientKey(centre, number, number));
    Fields.all().forEach(field -> copy(patient.truth(), field, truth));
    return new Patient(truth.build(), patient.course(), true);
  }

  private static <T> void copy(PatientRecord from, Field<T> field, PatientRecord.Builder to) {
    to.put(field, from.answer(field));
  }

  /**
   * A column for every field.
   *
   * @param wrong the text of planted cells by the patient's number and the field
   */
  static List<Column> columns(Centre centre, Map<String, Map<Field<?>, String>> wrong) {
    Columns kinds = new Columns(centre.style());
    return Fields.all().stream()
        .filter(field -> field != Fields.PERSON_NAME)
        .map(field -> planted(column(centre, kinds, field), centre.style(), wrong))
        .sorted(Comparator.comparing(Column::part))
        .toList();
  }

  @SuppressWarnings("unchecked") // a field's type says what its values are
  private static <E extends Enum<E> & Coded> Column column(
      Centre centre, Columns kinds, Field<?> field) {
    Column exported = kinds.exported(field);
    if (isCoded(centre)) {
      return exported;
    }
    String header = centre.style().english() ? field.name() : field.title().zh();
    if (field.type() instanceof FieldType.Code) {
      return kinds.words(exported.part(), header, (Field<E>) field);
    }
    if (field.type() instanceof FieldType.YesNo) {
      return kinds.yesNo(exported.part(), header, (Field<Boolean>) field);
    }
    return new Column(
        exported.part(),
        header,
        exported.target(),
        exported.field(),
        exported.legend(),
        exported.spelling());
  }

  /** The column, with the planted cells and with what it would not write by itself. */
  private static Column planted(
      Column column, Style style, Map<String, Map<Field<?>, String>> wrong) {
    Field<?> field = column.field().get(0);
    return new Column(
        column.part(),
        column.header(),
        column.target(),
        column.field(),
        column.legend(),
        (patient, draw) -> {
          String raw = wrong.getOrDefault(patient.number(), Map.of()).get(field);
          if (raw != null) {
            return new Said(cell(raw), Map.of());
          }
          Answer<?> answer = patient.truth().answer(field);
          if (answer.has(Remark.IMPLIED)) {
            return new Said(Cell.BLANK, Map.of());
          }
          if (answer instanceof Answer.Known<?> known) {
            return inexact(known.value())
                .map(text -> new Said(Cell.text(text), Map.of()))
                .orElseGet(() -> column.spelling().write(patient, draw));
          }
          return new Said(absent((Answer.Absent<?>) answer, style.english()), Map.of());
        });
  }

  /** Partial years and open numbers, which no habit covers. */
  private static Optional<String> inexact(Object value) {
    if (value instanceof PartialDate date && date.month() == 0) {
      return Optional.of(date.year() + "年");
    }
    if (value instanceof Interval range && !range.isExact()) {
      return Optional.of(
          Double.isInfinite(range.max())
              ? "≥" + Interval.number(range.min())
              : Interval.number(range.min()) + "-" + Interval.number(range.max()));
    }
    return Optional.empty();
  }

  private static Cell absent(Answer.Absent<?> answer, boolean english) {
    Absence why = answer.why();
    return switch (why) {
      case BLANK, NOT_COLLECTED -> Cell.BLANK;
      case UNKNOWN -> Cell.text(english ? "unknown" : "不详");
      case NOT_DONE -> Cell.text(english ? "not done" : "未做");
      case PENDING -> Cell.text(english ? "TBD" : "待回报");
      case NOT_APPLICABLE -> Cell.text(english ? "N/A" : "不适用");
    };
  }

  /** {@code =0.3} is a number, {@code @2022-01-10} a day, {@code #REF!} an error. */
  private static Cell cell(String raw) {
    if (raw.startsWith("=")) {
      return Cell.number(Double.parseDouble(raw.substring(1)));
    }
    if (raw.startsWith("@")) {
      return Cell.date(LocalDate.parse(raw.substring(1)));
    }
    return raw.equals("#REF!") ? Cell.error() : Grid.textOrBlank(raw);
  }
}
