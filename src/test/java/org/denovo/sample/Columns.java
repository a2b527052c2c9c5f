package org.denovo.sample;

import static java.util.stream.Collectors.joining;
import static org.denovo.record.Fields.*;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.FieldType;
import org.denovo.record.Interval;
import org.denovo.record.PartialDate;
import org.denovo.sample.Column.Part;
import org.denovo.vocabulary.Coded;
import org.denovo.vocabulary.SurgeryType;

/**
 * The kinds of columns that centres keep, each in a centre's habit. Where a fact has to be there
 * for a record to be free of errors it is never left out.
 */
final class Columns {

  private final Style style;

  Columns(Style style) {
    this.style = style;
  }

  /** A column that is seen and never stored. */
  Column ignored(Part part, String header, Function<Patient, String> text) {
    return new Column(
        part,
        header,
        Column.IGNORED,
        List.of(),
        "",
        (p, draw) -> new Said(Cell.text(text.apply(p)), Map.of()));
  }

  /** A column that nobody mapped, with data in every cell. */
  Column unmapped(Part part, String header, String text) {
    return new Column(
        part,
        header,
        Column.UNMAPPED,
        List.of(),
        "",
        (p, draw) -> new Said(Cell.text(text), Map.of()));
  }

  /** A field written by one function of its value. */
  <T> Column of(Part part, String headers, Field<T> field, String target, Function<T, Cell> write) {
    return new Column(
        part,
        style.pick(headers),
        target,
        List.of(field),
        "",
        optional(field, (p, draw) -> state(p, field, write)));
  }

  /** A date in the centre's style, now and then only to the month. */
  Column date(Part part, String headers, Field<PartialDate> field) {
    boolean months =
        style.dates().writesMonths()
            && Set.of(DATE_DX, DATE_LINE1_START, DATE_PROGRESSION, DATE_MET_DX).contains(field);
    return new Column(
        part,
        style.pick(headers),
        dateTarget(field),
        List.of(field),
        "",
        optional(
            field,
            (p, draw) -> {
              boolean month = draw.chance(0.06) && months && !p.complete();
              boolean debris = draw.chance(0.04);
              return p.truth()
                  .value(field)
                  .map(d -> month ? new PartialDate(d.year(), d.month(), 0) : d)
                  .map(d -> new Said(style.dates().write(d, debris), Map.of(field, d.write())))
                  .orElseGet(() -> blank(p, field));
            }));
  }

  /** A centre that writes the day first needs to say so. */
  String dateTarget(Field<PartialDate> field) {
    return style.dates() == Dates.DAY_FIRST
        ? "{field: " + field.name() + ", date-order: dmy}"
        : field.name();
  }

  /** A code in the centre's word; one time in eight in the next one of the list. */
  <E extends Enum<E> & Coded> Column words(Part part, String headers, Field<E> field) {
    return new Column(
        part,
        style.pick(headers),
        field.name(),
        List.of(field),
        "",
        optional(
            field,
            (p, draw) -> {
              int habit = style.habit() + (draw.chance(0.125) ? 1 : 0);
              return state(
                  p, field, v -> Cell.text(SpellingsFile.word(field, v, style.english(), habit)));
            }));
  }

  String word(Field<?> field, Coded value) {
    return SpellingsFile.word(field, value, style.english(), style.habit());
  }

  Column yesNo(Part part, String headers, Field<Boolean> field) {
    String[] words =
        style.english() ? new String[] {"Yes", "No"} : style.pick("是/否|有/无|是/否").split("/");
    return of(part, headers, field, field.name(), v -> Cell.text(v ? words[0] : words[1]));
  }

  Column whole(Part part, String headers, Field<Integer> field) {
    return of(part, headers, field, field.name(), v -> Cell.number(v));
  }

  Column decimal(Part part, String headers, Field<Double> field) {
    return of(part, headers, field, field.name(), v -> Cell.number(v));
  }

  /** A length in the unit that the habit says; the header says it too. */
  Column length(Part part, String header, Field<Interval> field) {
    boolean centimetres = style.habit() % 2 == 1 && field != MARGIN_WIDTH_MM;
    String unit = centimetres ? "cm" : "mm";
    return of(
        part,
        header + (style.english() ? " " + unit : "(" + unit + ")"),
        field,
        "{field: " + field.name() + ", unit: " + unit + "}",
        v -> Cell.number(centimetres ? v.min() / 10 : v.min()));
  }

  /** A set of codes, listed in one cell. */
  <E extends Enum<E> & Coded> Column list(Part part, String headers, Field<Set<E>> field) {
    String separator = style.english() ? "; " : style.pick("、|+|，");
    return of(
        part,
        headers,
        field,
        "{field: " + field.name() + ", split-on: \"" + separator.strip() + "\"}",
        set ->
            set.isEmpty()
                ? Cell.text(style.english() ? "No" : "无")
                : Cell.text(
                    set.stream().sorted().map(v -> word(field, v)).collect(joining(separator))));
  }

  /**
   * A code as a number, with the table in the mapping and, if wanted, in the row under the header.
   */
  <E extends Enum<E> & Coded> Column coded(Part part, String header, Field<E> field) {
    FieldType.Code<E> type = (FieldType.Code<E>) field.type();
    Map<E, Integer> codes = new LinkedHashMap<>();
    for (E value : type.list().getEnumConstants()) {
      codes.put(value, codes.size() + (field.name().equals(SURGERY_TYPE.name()) ? 0 : 1));
    }
    String table =
        codes.entrySet().stream()
            .map(e -> e.getValue() + ": " + quoted(e.getKey().code()))
            .collect(joining(", ", "{", ", 99: unknown}"));
    String legend =
        codes.entrySet().stream()
            .map(e -> e.getValue() + "=" + e.getKey().title().zh())
            .collect(joining(" ", "", " 99=不详"));
    return codedColumn(part, header, field, table, legend, v -> Cell.number(codes.get(v)));
  }

  Column codedYesNo(Part part, String header, Field<Boolean> field) {
    return codedColumn(
        part,
        header,
        field,
        "{1: yes, 0: no, 9: unknown}",
        "1=是 0=否 9=不详",
        v -> Cell.number(v ? 1 : 0));
  }

  private <T> Column codedColumn(
      Part part,
      String header,
      Field<T> field,
      String table,
      String legend,
      Function<T, Cell> write) {
    double unknown = table.contains("99:") ? 99 : 9;
    return new Column(
        part,
        header,
        "{field: " + field.name() + ", codes: " + table + "}",
        List.of(field),
        legend,
        (p, draw) -> {
          if (!needed(p, field) && p.truth().knows(field) && draw.chance(style.missing())) {
            return draw.chance(0.5)
                ? Said.absent(Cell.number(unknown), field, Absence.UNKNOWN)
                : Said.absent(Cell.BLANK, field, Absence.BLANK);
          }
          return state(p, field, write);
        });
  }

  /** Any field of the registry, in the codes and words of an electronic data capture export. */
  @SuppressWarnings("unchecked") // a field's type says what its values are
  Column exported(Field<?> field) {
    Part part = part(field);
    String header = field.name();
    if (field.type() instanceof FieldType.Code) {
      return coded(part, header, (Field) field);
    }
    if (field.type() instanceof FieldType.Codes) {
      return list(part, header, (Field) field);
    }
    if (field.type() instanceof FieldType.YesNo) {
      return codedYesNo(part, header, (Field<Boolean>) field);
    }
    if (field.type() instanceof FieldType.Date) {
      return date(part, header, (Field<PartialDate>) field);
    }
    if (field.type() instanceof FieldType.Whole) {
      return whole(part, header, (Field<Integer>) field);
    }
    if (field.type() instanceof FieldType.Decimal) {
      return decimal(part, header, (Field<Double>) field);
    }
    if (field.type() instanceof FieldType.Range range) {
      return of(
          part,
          header,
          (Field<Interval>) field,
          range.unit().equals("mm") ? "{field: " + header + ", unit: mm}" : header,
          v -> Cell.number(v.min()));
    }
    return identifier(header, (Field<String>) field);
  }

  /** A number that is stored only as a keyed hash; the truth says nothing about its value. */
  Column identifier(String header, Field<String> field) {
    return new Column(
        Part.BASIC,
        header,
        field.name(),
        List.of(field),
        "",
        (p, draw) -> new Said(Cell.text(p.value(field).orElseThrow()), Map.of()));
  }

  private static Part part(Field<?> field) {
    return switch (field.group()) {
      case PATIENT, BASELINE -> Part.BASIC;
      case TUMOUR, RECEPTORS -> Part.PATHOLOGY;
      case STAGE, METASTASIS -> Part.METASTASIS;
      case SYSTEMIC -> Part.TREATMENT;
      case SURGERY, LOCAL -> Part.SURGERY;
      case FOLLOW_UP -> Part.FOLLOW_UP;
    };
  }

  Column.Spelling optional(Field<?> field, Column.Spelling spelling) {
    return (p, draw) -> {
      boolean leaveOut = draw.chance(missing(field));
      if (!p.truth().knows(field)) {
        return blank(p, field);
      }
      return leaveOut && !needed(p, field) ? leftOut(field, draw) : spelling.write(p, draw);
    };
  }

  /** Margins are the most often missing of all: CSBrS-005 had a width in four of ten. */
  private double missing(Field<?> field) {
    return field == MARGIN_STATUS || field == MARGIN_WIDTH_MM
        ? Math.min(0.6, style.missing() * 4)
        : style.missing();
  }

  private Said leftOut(Field<?> field, Draw draw) {
    boolean laboratory = field.group() == Field.Group.RECEPTORS;
    int kind = draw.between(0, laboratory ? 5 : 3);
    return switch (kind) {
      case 0, 1 -> Said.absent(Cell.BLANK, field, Absence.BLANK);
      case 2, 3 ->
          Said.absent(
              Cell.text(style.english() ? "unknown" : style.pick("不详|未知")), field, Absence.UNKNOWN);
      case 4 ->
          Said.absent(
              Cell.text(style.english() ? "Not done" : style.pick("未做|未查|未测")),
              field,
              Absence.NOT_DONE);
      default ->
          Said.absent(
              Cell.text(style.english() ? "TBD" : style.pick("待查|待回报|待定")), field, Absence.PENDING);
    };
  }

  <T> Said state(Patient p, Field<T> field, Function<T, Cell> write) {
    return p.value(field)
        .map(v -> new Said(write.apply(v), states(field, v)))
        .orElseGet(() -> blank(p, field));
  }

  /** An empty set is written as nothing, so the truth cannot assert it. */
  private static <T> Map<Field<?>, String> states(Field<T> field, T value) {
    String text = field.type().write(value);
    return text.isEmpty() ? Map.of() : Map.of(field, text);
  }

  private Said blank(Patient p, Field<?> field) {
    Answer<?> answer = p.truth().answer(field);
    boolean notApplicable =
        answer instanceof Answer.Absent<?> absent && absent.why() == Absence.NOT_APPLICABLE;
    if (notApplicable && field == MENOPAUSAL_STATUS) {
      return Said.absent(Cell.text(style.english() ? "N/A" : "不适用"), field, Absence.NOT_APPLICABLE);
    }
    // A blank margin of an unoperated breast is understood as not applicable.
    return Said.absent(Cell.BLANK, field, notApplicable ? Absence.NOT_APPLICABLE : Absence.BLANK);
  }

  /** What must be there lest an error of completeness be raised. */
  private static boolean needed(Patient p, Field<?> field) {
    Set<Field<?>> always =
        Set.of(
            DATE_DX,
            BIRTH_DATE,
            STAGE_GROUP,
            M_CAT,
            MET_SITES,
            SURGERY_TYPE,
            DATE_PRIMARY_SURGERY,
            VITAL_STATUS,
            DATE_LAST_CONTACT,
            DATE_DEATH,
            HER2_ISH,
            HER2_RATIO,
            HER2_COPIES,
            AXILLARY_PROCEDURE);
    boolean site =
        field.name().startsWith("met_")
            && field.type() instanceof FieldType.YesNo
            && field != MET_BIOPSY_CONFIRMED;
    boolean conserved = p.is(SURGERY_TYPE, SurgeryType.BCS) && field == MARGIN_STATUS;
    return p.complete() || always.contains(field) || site || conserved;
  }

  static String quoted(String text) {
    return "\"" + text + "\"";
  }
}
