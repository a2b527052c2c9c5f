package org.denovo.store;

import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.denovo.record.Field;
import org.denovo.record.FieldType;
import org.denovo.record.Fields;
import org.denovo.record.Interval;
import org.denovo.record.PartialDate;
import org.denovo.record.PatientRecord;

/**
 * The typed columns of the patient table, one or two a field, for those who read the registry in
 * SQL. What is not known is NULL; why, is in the record.
 */
final class PatientColumns {

  /** A column: its name, its type, and the patient's value for it, null where there is none. */
  record Column(String name, String sqlType, Function<PatientRecord, Object> value) {}

  static final List<Column> ALL = all();

  private PatientColumns() {}

  private static List<Column> all() {
    List<Column> columns = new ArrayList<>();
    Fields.all().forEach(field -> add(columns, field));
    return List.copyOf(columns);
  }

  @SuppressWarnings("unchecked") // the type of a field is the type of its values
  private static <T> void add(List<Column> columns, Field<T> field) {
    FieldType<T> type = field.type();
    String name = field.name();
    if (type instanceof FieldType.Range) {
      Field<Interval> range = (Field<Interval>) field;
      columns.add(column(name + "_min", "DOUBLE", range, Interval::min));
      columns.add(
          column(name + "_max", "DOUBLE", range, i -> Double.isInfinite(i.max()) ? null : i.max()));
    } else if (type instanceof FieldType.Date) {
      Field<PartialDate> date = (Field<PartialDate>) field;
      columns.add(column(name, "DATE", date, d -> Date.valueOf(d.first())));
      columns.add(column(name + "_precision", "VARCHAR(5)", date, d -> d.precision().code()));
    } else if (type instanceof FieldType.Whole) {
      columns.add(column(name, "INT", field, v -> v));
    } else if (type instanceof FieldType.Decimal) {
      columns.add(column(name, "DOUBLE", field, v -> v));
    } else {
      String sql =
          type instanceof FieldType.Codes
              ? "VARCHAR(255)"
              : type instanceof FieldType.Identifier ? "VARCHAR(64)" : "VARCHAR(32)";
      columns.add(column(name, sql, field, type::write));
    }
  }

  private static <T> Column column(
      String name, String sqlType, Field<T> field, Function<T, Object> value) {
    return new Column(name, sqlType, patient -> patient.value(field).map(value).orElse(null));
  }
}
