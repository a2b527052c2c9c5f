package org.denovo.extract;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.denovo.record.Answer;
import org.denovo.record.FieldType;
import org.denovo.record.Fields;
import org.denovo.record.Interval;
import org.denovo.record.PartialDate;
import org.denovo.record.Variable;

/**
 * The columns in which a variable leaves the registry: the value, what else has to be known of it,
 * and last {@code _miss}, the reason why there is none. An identifier has no column.
 *
 * <p>A range has its value where it is exact, and {@code _min} and {@code _max} always. A date is
 * the day from time zero, {@code date_dx} as {@code dx_day}, or with {@link Profile#LIMITED} the
 * date under its own name; where {@code _precision} is not day, the 15th of the month or 1 July
 * stands for what is not known.
 */
public final class Columns {

  private final Variable<?> variable;
  private final List<Column> columns;
  private final boolean countedFromZero;
  private final Cells cells;

  /** Adds the cells of a value, or as many empty ones. */
  private interface Cells {
    void add(Optional<?> value, Optional<PartialDate> zero, List<String> row);
  }

  private Columns(Variable<?> variable, List<Column> values, boolean countedFromZero, Cells cells) {
    List<Column> all = new ArrayList<>(values);
    all.add(Column.missing(variable.name(), variable.title()));
    this.variable = variable;
    this.columns = List.copyOf(all);
    this.countedFromZero = countedFromZero;
    this.cells = cells;
  }

  /**
   * The columns of a variable; empty for what the profile does not let leave: an identifier under
   * none, a birth date only as a date. In days it would give the birthday away to whoever knows the
   * date of diagnosis.
   */
  public static Optional<Columns> of(Variable<?> variable, Profile profile) {
    FieldType<?> type = variable.type();
    if (type instanceof FieldType.Identifier
        || variable == Fields.BIRTH_DATE && !profile.hasDates()) {
      return Optional.empty();
    }
    if (type instanceof FieldType.Range range) {
      return Optional.of(range(variable, range.unit()));
    }
    if (type instanceof FieldType.Date) {
      return Optional.of(profile.hasDates() ? calendar(variable) : days(variable));
    }
    if (profile.poolsOldAges() && type instanceof FieldType.Whole whole && isAge(whole)) {
      return Optional.of(pooledAge(variable, whole));
    }
    return Optional.of(single(variable, variable.type()));
  }

  /** The variable. */
  public Variable<?> variable() {
    return variable;
  }

  /** The columns in their order. */
  public List<Column> columns() {
    return columns;
  }

  /** The names of the columns in their order. */
  public List<String> names() {
    return columns.stream().map(Column::name).toList();
  }

  /**
   * Adds one cell a column to a row.
   *
   * @param answer the variable's answer
   * @param zero time zero; where it is missing, so is the day of every date, for the same reason
   */
  public void write(Answer<?> answer, Answer<PartialDate> zero, List<String> row) {
    Answer<?> shown = countedFromZero && answer.isKnown() && !zero.isKnown() ? zero : answer;
    cells.add(shown.optional(), zero.optional(), row);
    row.add(shown.missing());
  }

  private static <T> Columns single(Variable<?> variable, FieldType<T> type) {
    return new Columns(
        variable,
        List.of(column(variable)),
        false,
        (value, zero, row) -> row.add(value.map(v -> written(type, v)).orElse("")));
  }

  private static boolean isAge(FieldType.Whole whole) {
    return whole.unit().equals("a") && whole.most() > Profile.OLDEST;
  }

  private static Columns pooledAge(Variable<?> variable, FieldType.Whole whole) {
    return new Columns(
        variable,
        List.of(
            Column.number(
                variable.name(),
                Column.suffixed(variable.title(), "（90即90及以上）", ", 90 is 90 and over"),
                Column.Kind.WHOLE,
                whole.unit())),
        false,
        (value, zero, row) ->
            row.add(
                value
                    .map(Integer.class::cast)
                    .map(age -> whole.write(Math.min(age, Profile.OLDEST + 1)))
                    .orElse("")));
  }

  @SuppressWarnings("unchecked") // a variable's answers are of the variable's own type
  private static <T> String written(FieldType<T> type, Object value) {
    return type.write((T) value);
  }

  private static Column column(Variable<?> variable) {
    FieldType<?> type = variable.type();
    if (type instanceof FieldType.Code<?> code) {
      return Column.code(
          variable.name(), variable.title(), Column.levels(code.list().getEnumConstants()));
    }
    if (type instanceof FieldType.YesNo) {
      List<Column.Level> levels =
          FieldType.YesNo.codes().stream()
              .map(code -> new Column.Level(code.getKey(), code.getValue()))
              .toList();
      return Column.code(variable.name(), variable.title(), levels);
    }
    if (type instanceof FieldType.Codes<?> codes) {
      return new Column(
          variable.name(),
          variable.title(),
          Column.Kind.CODES,
          "",
          Column.levels(codes.code().list().getEnumConstants()));
    }
    if (type instanceof FieldType.Whole whole) {
      return Column.number(variable.name(), variable.title(), Column.Kind.WHOLE, whole.unit());
    }
    if (type instanceof FieldType.Decimal decimal) {
      return Column.number(variable.name(), variable.title(), Column.Kind.DECIMAL, decimal.unit());
    }
    throw new IllegalArgumentException(variable.name() + " is of a type without a column");
  }

  private static Columns range(Variable<?> variable, String unit) {
    Column.Kind kind = Column.Kind.DECIMAL;
    return new Columns(
        variable,
        List.of(
            Column.number(variable.name(), variable.title(), kind, unit),
            Column.number(
                ColumnName.of(variable.name(), "_min"),
                Column.suffixed(variable.title(), "：下限", ": least"),
                kind,
                unit),
            Column.number(
                ColumnName.of(variable.name(), "_max"),
                Column.suffixed(variable.title(), "：上限", ": most"),
                kind,
                unit)),
        false,
        (value, zero, row) -> {
          Optional<Interval> interval = value.map(Interval.class::cast);
          row.add(interval.filter(Interval::isExact).map(Interval::write).orElse(""));
          row.add(interval.map(i -> Interval.number(i.min())).orElse(""));
          row.add(
              interval
                  .filter(i -> !Double.isInfinite(i.max()))
                  .map(i -> Interval.number(i.max()))
                  .orElse(""));
        });
  }

  private static Columns days(Variable<?> variable) {
    return new Columns(
        variable,
        List.of(
            Column.days(
                ColumnName.days(variable.name()),
                Column.suffixed(variable.title(), "（距时间零点天数）", ", days from time zero")),
            Column.precision(variable.name(), variable.title())),
        true,
        (value, zero, row) -> {
          Optional<PartialDate> date = value.map(PartialDate.class::cast);
          row.add(date.map(d -> Long.toString(daysBetween(zero.orElseThrow(), d))).orElse(""));
          row.add(date.map(d -> d.precision().code()).orElse(""));
        });
  }

  private static Columns calendar(Variable<?> variable) {
    return new Columns(
        variable,
        List.of(
            new Column(variable.name(), variable.title(), Column.Kind.DATE, "", List.of()),
            Column.precision(variable.name(), variable.title())),
        false,
        (value, zero, row) -> {
          Optional<PartialDate> date = value.map(PartialDate.class::cast);
          row.add(date.map(PartialDate::write).orElse(""));
          row.add(date.map(d -> d.precision().code()).orElse(""));
        });
  }

  /** Days from one date to another, a partial date by the day that stands for it. */
  static long daysBetween(PartialDate from, PartialDate to) {
    return ChronoUnit.DAYS.between(from.imputed(), to.imputed());
  }
}
