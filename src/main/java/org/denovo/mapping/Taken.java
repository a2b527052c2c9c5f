package org.denovo.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.denovo.source.SourceCell;

/** Chooses which of a patient's rows, and of a field's columns, counts. */
final class Taken {

  private final SheetMapping mapping;

  Taken(SheetMapping mapping) {
    this.mapping = mapping;
  }

  /**
   * The cell that counts for a field; nothing if none of the rows' sheets has a column of it.
   *
   * @param claim the columns of the field: one, or several of which the {@code take} chooses
   */
  Optional<MappedCell> choose(List<Integer> claim, List<CutRow> rows) {
    return claim.size() == 1 ? ofColumn(claim.get(0), rows) : ofColumns(claim, rows);
  }

  private Optional<MappedCell> ofColumn(int index, List<CutRow> rows) {
    List<CutRow> having = rows.stream().filter(row -> row.cells().get(index).isPresent()).toList();
    if (having.isEmpty()) {
      return Optional.empty();
    }
    List<SourceCell> cells =
        having.stream().map(row -> row.cells().get(index).orElseThrow()).toList();
    ColumnMapping column = mapping.columns().get(index);
    Meaning meaning = column.meaning();
    if (cells.size() == 1) {
      return Optional.of(new MappedCell(meaning, cells.get(0), false));
    }
    return Optional.of(
        column
            .take()
            .map(take -> new MappedCell(meaning, taken(take, meaning, index, having, cells), false))
            .orElseGet(() -> new MappedCell(meaning, firstHeld(cells), differ(cells, meaning))));
  }

  /** A cell of a field that stands in several columns, and what orders it. */
  private record Candidate(ColumnMapping column, SourceCell cell, Optional<SourceCell> order) {

    MappedCell mapped() {
      return new MappedCell(column.meaning(), cell, false);
    }
  }

  /**
   * Row by row and column by column, a column for each visit say, the answers are in order; a blank
   * one is a visit that was not made.
   */
  private Optional<MappedCell> ofColumns(List<Integer> claim, List<CutRow> rows) {
    List<Candidate> all = new ArrayList<>();
    for (CutRow row : rows) {
      for (int index : claim) {
        row.cells()
            .get(index)
            .map(cell -> new Candidate(mapping.columns().get(index), cell, row.orders().get(index)))
            .ifPresent(all::add);
      }
    }
    List<Candidate> held = all.stream().filter(c -> Cells.holds(c.cell())).toList();
    return held.isEmpty()
        ? all.stream().findFirst().map(Candidate::mapped)
        : Optional.of(held.get(chosen(held)).mapped());
  }

  private int chosen(List<Candidate> held) {
    Take take = held.get(0).column().take().orElseThrow();
    Meaning.DateOrder order =
        take.by().map(this::dateOrder).orElse(held.get(0).column().meaning().dateOrder());
    boolean ordered = held.stream().allMatch(c -> c.order().isPresent());
    List<SourceCell> keys = held.stream().map(c -> ordered ? c.order().get() : c.cell()).toList();
    int last = held.size() - 1;
    return switch (take.which()) {
      case ANY -> 0;
      case FIRST -> ordered ? least(keys, order, 0) : 0;
      case LAST -> ordered ? greatest(keys, order, last) : last;
      case MIN -> least(keys, order, 0);
      case MAX -> greatest(keys, order, 0);
    };
  }

  private SourceCell taken(
      Take take, Meaning meaning, int index, List<CutRow> rows, List<SourceCell> cells) {
    Optional<String> by = take.by();
    List<SourceCell> keys =
        by.isEmpty()
            ? cells
            : rows.stream().map(row -> row.orders().get(index)).flatMap(Optional::stream).toList();
    // A sheet without the ordering column leaves the rows in their order.
    boolean ordered = by.isPresent() && keys.size() == cells.size();
    Meaning.DateOrder order = by.map(this::dateOrder).orElse(meaning.dateOrder());
    return switch (take.which()) {
      case FIRST -> ordered ? cells.get(least(keys, order, 0)) : cells.get(0);
      case LAST ->
          ordered
              ? cells.get(greatest(keys, order, cells.size() - 1))
              : cells.get(cells.size() - 1);
      case MIN ->
          by.isPresent() && !ordered
              ? cells.get(0)
              : cells.get(least(keys, order, firstHeldIndex(cells)));
      case MAX ->
          by.isPresent() && !ordered
              ? cells.get(cells.size() - 1)
              : cells.get(greatest(keys, order, firstHeldIndex(cells)));
      case ANY -> firstHeld(cells);
    };
  }

  /** The first row with the least key; the given one if no key can be read. */
  private static int least(List<SourceCell> keys, Meaning.DateOrder order, int otherwise) {
    List<OptionalDouble> weights = weights(keys, order);
    int best = -1;
    for (int i = 0; i < weights.size(); i++) {
      if (weights.get(i).isPresent()
          && (best < 0 || weights.get(i).getAsDouble() < weights.get(best).getAsDouble())) {
        best = i;
      }
    }
    return best < 0 ? otherwise : best;
  }

  /** The last row with the greatest key; the given one if no key can be read. */
  private static int greatest(List<SourceCell> keys, Meaning.DateOrder order, int otherwise) {
    List<OptionalDouble> weights = weights(keys, order);
    int best = -1;
    for (int i = 0; i < weights.size(); i++) {
      if (weights.get(i).isPresent()
          && (best < 0 || weights.get(i).getAsDouble() >= weights.get(best).getAsDouble())) {
        best = i;
      }
    }
    return best < 0 ? otherwise : best;
  }

  private static List<OptionalDouble> weights(List<SourceCell> keys, Meaning.DateOrder order) {
    boolean dates = keys.stream().anyMatch(key -> OrderKey.isDate(key, order));
    List<OptionalDouble> weights = new ArrayList<>();
    keys.forEach(key -> weights.add(OrderKey.of(key, order, dates)));
    return weights;
  }

  /** The order of a date's parts in the ordering column, if the sheet's mapping reads it too. */
  private Meaning.DateOrder dateOrder(String header) {
    String folded = HeaderName.fold(header);
    return mapping.columns().stream()
        .filter(column -> HeaderName.fold(column.header()).equals(folded))
        .map(column -> column.meaning().dateOrder())
        .findFirst()
        .orElse(Meaning.DateOrder.UNDECLARED);
  }

  private static SourceCell firstHeld(List<SourceCell> cells) {
    return cells.get(firstHeldIndex(cells));
  }

  private static int firstHeldIndex(List<SourceCell> cells) {
    for (int i = 0; i < cells.size(); i++) {
      if (Cells.holds(cells.get(i))) {
        return i;
      }
    }
    return 0;
  }

  /** True if two rows answer differently; a blank is no answer. */
  private static boolean differ(List<SourceCell> cells, Meaning meaning) {
    List<SourceCell> held = cells.stream().filter(Cells::holds).toList();
    return held.stream().anyMatch(cell -> !same(held.get(0), cell, meaning.dateOrder()));
  }

  private static boolean same(SourceCell one, SourceCell other, Meaning.DateOrder order) {
    if (Words.fold(one.text()).equals(Words.fold(other.text()))) {
      return true;
    }
    boolean dates = OrderKey.isDate(one, order) || OrderKey.isDate(other, order);
    OptionalDouble left = OrderKey.of(one, order, dates);
    return left.isPresent() && left.equals(OrderKey.of(other, order, dates));
  }
}
