package org.denovo.proposal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.denovo.mapping.MappedCell;
import org.denovo.mapping.Meaning;
import org.denovo.normalise.Normaliser;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.Fields;
import org.denovo.record.PartialDate;
import org.denovo.vocabulary.Text;

/**
 * Whether columns of one table agree with each other: nobody is diagnosed before birth or seen
 * after death, and an age is the time from birth to diagnosis. A column that disagrees in most rows
 * is not what its header says.
 */
final class Relations {

  /** Earlier and later date; days by which the order may be broken. */
  private record Order(Field<?> earlier, Field<?> later, int days) {}

  private static final List<Order> ORDERS =
      List.of(
          new Order(Fields.BIRTH_DATE, Fields.DATE_DX, -3650),
          new Order(Fields.DATE_DX, Fields.DATE_LAST_CONTACT, 0),
          new Order(Fields.DATE_DX, Fields.DATE_DEATH, 0),
          new Order(Fields.DATE_DX, Fields.DATE_PROGRESSION, 0),
          new Order(Fields.DATE_DX, Fields.DATE_PRIMARY_SURGERY, 60),
          new Order(Fields.DATE_DX, Fields.DATE_LINE1_START, 60),
          new Order(Fields.DATE_PRIMARY_SURGERY, Fields.DATE_LAST_CONTACT, 0),
          new Order(Fields.DATE_LINE1_START, Fields.DATE_LINE1_END, 0));

  private static final double BROKEN = 0.3;
  private static final int LEAST_ROWS = 4;

  private final Normaliser normaliser = new Normaliser(text -> "");

  /** What contradicts what, by the column that is believed less; empty if nothing does. */
  Map<ColumnScan, Text> contradictions(List<ColumnDraft> columns) {
    Map<Field<?>, ColumnDraft> byField = new HashMap<>();
    columns.stream()
        .filter(ColumnDraft::isMapped)
        // Of visits side by side the last one counts.
        .forEach(c -> c.target().flatMap(Target::field).ifPresent(f -> byField.put(f, c)));
    Map<ColumnScan, Text> found = new java.util.IdentityHashMap<>();
    for (Order order : ORDERS) {
      ColumnDraft earlier = byField.get(order.earlier());
      ColumnDraft later = byField.get(order.later());
      if (earlier != null && later != null && broken(earlier, later, order.days())) {
        ColumnDraft less = earlier.confidence() < later.confidence() ? earlier : later;
        ColumnDraft other = less == earlier ? later : earlier;
        found.put(
            less.scan(),
            new Text("与“{0}”的先后不合", "its dates and those of '{0}' are in the wrong order")
                .with(other.scan().label()));
      }
    }
    ColumnDraft age = byField.get(Fields.AGE_AT_DX);
    ColumnDraft birth = byField.get(Fields.BIRTH_DATE);
    ColumnDraft diagnosis = byField.get(Fields.DATE_DX);
    if (age != null && birth != null && diagnosis != null && !isAge(age, birth, diagnosis)) {
      found.put(
          age.scan(), new Text("与出生日期和确诊日期算得的年龄不合", "it is not the time from birth to diagnosis"));
    }
    return found;
  }

  private boolean broken(ColumnDraft earlier, ColumnDraft later, int days) {
    int rows = 0;
    int wrong = 0;
    for (int row = 0; row < earlier.scan().cells().size(); row++) {
      Optional<LocalDate> one = date(earlier, row);
      Optional<LocalDate> two = date(later, row);
      if (one.isPresent() && two.isPresent()) {
        rows++;
        wrong += two.get().isBefore(one.get().minusDays(days)) ? 1 : 0;
      }
    }
    return rows >= LEAST_ROWS && wrong > BROKEN * rows;
  }

  private boolean isAge(ColumnDraft age, ColumnDraft birth, ColumnDraft diagnosis) {
    int rows = 0;
    List<Integer> agree = new ArrayList<>();
    for (int row = 0; row < age.scan().cells().size(); row++) {
      Optional<LocalDate> born = date(birth, row);
      Optional<LocalDate> found = date(diagnosis, row);
      Optional<Integer> years = value(age, row, Fields.AGE_AT_DX);
      if (born.isPresent() && found.isPresent() && years.isPresent()) {
        rows++;
        long exact = java.time.temporal.ChronoUnit.YEARS.between(born.get(), found.get());
        if (Math.abs(exact - years.get()) <= 1) {
          agree.add(row);
        }
      }
    }
    return rows < LEAST_ROWS || agree.size() > (1 - BROKEN) * rows;
  }

  @SuppressWarnings("unchecked") // only date fields are asked for
  private Optional<LocalDate> date(ColumnDraft column, int row) {
    Field<PartialDate> field =
        (Field<PartialDate>) column.target().flatMap(Target::field).orElseThrow();
    return value(column, row, field).map(PartialDate::last);
  }

  private <T> Optional<T> value(ColumnDraft column, int row, Field<T> field) {
    Meaning meaning =
        meanings.computeIfAbsent(
            column.scan(),
            c ->
                column
                    .target()
                    .orElseThrow()
                    .meaning(column.options().codes(), "", column.options().dateOrder()));
    Answer<T> answer =
        normaliser
            .reading(new MappedCell(meaning, column.scan().cells().get(row), false))
            .answer(field);
    return answer.optional();
  }

  private final Map<ColumnScan, Meaning> meanings = new java.util.IdentityHashMap<>();
}
