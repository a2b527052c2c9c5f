package org.denovo.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.denovo.source.Place;
import org.denovo.yaml.Nearest;

/**
 * How a mapping understood one sheet: where its header stands, and what became of each column.
 *
 * @param firstHeader the first header row, counted from 0
 * @param lastHeader the last header row
 * @param columns those with a header, from left to right
 * @param missing the mapping's columns that are not there, in its order
 */
public record ReadSheet(
    String name, int firstHeader, int lastHeader, List<Column> columns, List<Missing> missing) {

  /** What becomes of a column. */
  public enum Use {
    /** The patient number. */
    PATIENT,
    /** Read as what the mapping says. */
    READ,
    /** Only orders a patient's rows. */
    ORDERS,
    /** Seen and not kept, as the mapping says. */
    IGNORED,
    /** One of several that a name of the mapping fits; none of them is read. */
    AMBIGUOUS,
    /** The mapping does not speak of it. */
    UNCLAIMED
  }

  /**
   * A column of the sheet.
   *
   * @param header the cell of its header
   * @param label the header as the sheet shows it
   * @param meanings what it is read as; none unless it is read
   */
  public record Column(Place header, String label, Use use, List<Meaning> meanings) {
    public Column {
      Objects.requireNonNull(header, "header");
      Objects.requireNonNull(label, "label");
      Objects.requireNonNull(use, "use");
      meanings = List.copyOf(meanings);
    }
  }

  /**
   * A column that the mapping names and the sheet does not have.
   *
   * @param nearest the label in the sheet that is most like it
   */
  public record Missing(String header, Optional<String> nearest) {
    public Missing {
      Objects.requireNonNull(header, "header");
      Objects.requireNonNull(nearest, "nearest");
    }
  }

  public ReadSheet {
    Objects.requireNonNull(name, "name");
    if (firstHeader < 0 || lastHeader < firstHeader) {
      throw new IllegalArgumentException("header rows " + firstHeader + " to " + lastHeader);
    }
    columns = List.copyOf(columns);
    missing = List.copyOf(missing);
  }

  /** How a layout understands its sheet. */
  static ReadSheet of(Layout layout) {
    Header header = layout.header();
    List<Column> columns = new ArrayList<>();
    for (int column : header.columns()) {
      List<Meaning> meanings = layout.meanings(column);
      Use use = meanings.isEmpty() ? use(layout, column) : Use.READ;
      columns.add(new Column(layout.headerPlace(column), header.shown(column), use, meanings));
    }
    List<String> free =
        columns.stream()
            .filter(column -> column.use() == Use.UNCLAIMED)
            .map(Column::label)
            .toList();
    List<Missing> missing =
        names(layout.mapping())
            .filter(name -> header.match(HeaderName.of(name)).isEmpty())
            .distinct()
            .map(name -> new Missing(name, Nearest.to(name, free)))
            .toList();
    return new ReadSheet(layout.sheet().name(), header.first(), header.last(), columns, missing);
  }

  /** Of a column that is not read. */
  private static Use use(Layout layout, int column) {
    if (column == layout.patient()) {
      return Use.PATIENT;
    }
    if (layout.claims(column)) {
      boolean isOneOfMany =
          names(layout.mapping())
              .map(name -> layout.header().match(HeaderName.of(name)))
              .anyMatch(found -> found.size() > 1 && found.contains(column));
      return isOneOfMany ? Use.AMBIGUOUS : Use.ORDERS;
    }
    return layout.ignores(column) ? Use.IGNORED : Use.UNCLAIMED;
  }

  /** The headers that a mapping names, those that order rows included. */
  private static Stream<String> names(SheetMapping mapping) {
    return mapping.columns().stream()
        .flatMap(
            column ->
                Stream.concat(
                    Stream.of(column.header()), column.take().flatMap(Take::by).stream()));
  }
}
