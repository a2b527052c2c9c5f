package org.denovo.mapping;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.denovo.source.SourceRow;
import org.denovo.workbook.Sheet;

/** The patients of a workbook, to be read once; closed early if not read to the end. */
public final class Patients implements Iterator<MappedPatient>, AutoCloseable {

  /** A patient row and the sheet's layout. */
  record Row(String number, Layout layout, SourceRow row) {}

  private final Rows rows;
  private final Set<String> repeated;
  private final Set<String> given = new HashSet<>();
  private final Iterator<String> latecomers;
  private final BiFunction<String, Optional<Row>, MappedPatient> join;
  private Optional<Row> next;

  Patients(
      List<Layout> layouts,
      Set<String> repeated,
      Set<String> latecomers,
      BiFunction<String, Optional<Row>, MappedPatient> join) {
    this.rows = new Rows(layouts);
    this.repeated = repeated;
    this.latecomers = latecomers.iterator();
    this.join = join;
    this.next = advance();
  }

  /** Gives each patient row of the sheets. */
  static void eachRow(List<Layout> layouts, Consumer<Row> use) {
    try (Rows rows = new Rows(layouts)) {
      for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
        use.accept(row.get());
      }
    }
  }

  @Override
  public boolean hasNext() {
    return next.isPresent() || latecomers.hasNext();
  }

  @Override
  public MappedPatient next() {
    if (next.isPresent()) {
      Row row = next.get();
      next = advance();
      return join.apply(
          row.number(), repeated.contains(row.number()) ? Optional.empty() : Optional.of(row));
    }
    if (!latecomers.hasNext()) {
      throw new NoSuchElementException();
    }
    return join.apply(latecomers.next(), Optional.empty());
  }

  @Override
  public void close() {
    rows.close();
  }

  /** The next row that is a patient's first. */
  private Optional<Row> advance() {
    Optional<Row> row = rows.next();
    while (row.isPresent()
        && repeated.contains(row.get().number())
        && !given.add(row.get().number())) {
      row = rows.next();
    }
    return row;
  }

  /** The patient rows of several sheets, one after another. */
  private static final class Rows implements AutoCloseable {

    private final Iterator<Layout> layouts;
    private Optional<Open> open = Optional.empty();

    private record Open(Layout layout, RowSorter sorter, Sheet.Rows rows) {}

    Rows(List<Layout> layouts) {
      this.layouts = layouts.iterator();
    }

    Optional<Row> next() {
      while (open.isPresent() || layouts.hasNext()) {
        if (open.isEmpty()) {
          Layout layout = layouts.next();
          open = Optional.of(new Open(layout, new RowSorter(layout), layout.sheet().rows()));
        }
        Open now = open.get();
        while (now.rows().hasNext()) {
          SourceRow row = now.rows().next();
          RowSorter.Sorted sorted = now.sorter().sort(row);
          if (sorted.kind() == RowKind.PATIENT) {
            return Optional.of(new Row(sorted.number(), now.layout(), row));
          }
        }
        close();
      }
      return Optional.empty();
    }

    @Override
    public void close() {
      open.ifPresent(now -> now.rows().close());
      open = Optional.empty();
    }
  }
}
