package org.denovo.mapping;

import java.util.ArrayList;
import java.util.List;
import org.denovo.source.Mark;
import org.denovo.source.Place;
import org.denovo.source.SourceCell;
import org.denovo.vocabulary.Text;

/**
 * What a pass over a sheet counts in one column: data that nobody claims, merged cells, and values
 * that look converted or dragged.
 */
final class SurveyedColumn {

  private final Layout layout;
  private final int index;
  private final boolean claimed;
  private final boolean ignored;
  private final boolean continued;
  private final boolean clinical;
  private final Tally unmapped = new Tally();
  private final Tally merged = new Tally();
  private final Tally under = new Tally();
  private final TypeMix types = new TypeMix();
  private final Series series = new Series();

  SurveyedColumn(Layout layout, int index) {
    this.layout = layout;
    this.index = index;
    claimed = layout.claims(index);
    clinical = layout.isClinical(index);
    ignored = !claimed && layout.ignores(index);
    continued = layout.header().continues(index);
  }

  /** True if the mapping says that the column is to be passed over. */
  boolean ignored() {
    return ignored;
  }

  /** Other values lie under a merged cell. */
  void covers(Place place) {
    if (!ignored) {
      under.add(place);
    }
  }

  /** A cell of a patient's row. */
  void see(SourceCell cell, String patient) {
    Place place = cell.place();
    if (cell.has(Mark.COVERING)) {
      under.add(place);
    }
    if (!Cells.holds(cell)) {
      return;
    }
    boolean repeats = cell.has(Mark.MERGED);
    if (repeats && claimed) {
      merged.add(place);
    }
    if (clinical) {
      types.add(cell);
      series.add(place.row(), patient, cell);
    }
    if (!claimed && !(continued && repeats)) {
      unmapped.add(place);
    }
  }

  void report(List<Notice> notices) {
    String name = layout.header().shown(index);
    String letters = Place.columnName(index);
    if (unmapped.count() > 0) {
      notices.add(
          layout.notice(
              Notice.Kind.UNMAPPED_COLUMN,
              List.of(layout.headerPlace(index)),
              unmapped.count(),
              name.isEmpty()
                  ? new Text("{0}列没有表头，但含数据", "column {0} has no header but holds data")
                      .with(letters)
                  : new Text("列“{0}”含数据但未映射", "column '{0}' holds data but is not mapped")
                      .with(name)));
    }
    merged.note(
        layout,
        notices,
        Notice.Kind.MERGED_DATA,
        new Text(
                "列“{1}”有{0}个单元格取自合并单元格的首格，仅在合并范围内填充",
                "{0} cells of column '{1}' were filled from the first cell of a merged one, within it"
                    + " only")
            .with("{0}", name));
    under.note(
        layout,
        notices,
        Notice.Kind.UNDER_MERGED,
        new Text(
                "列“{1}”有{0}个单元格的合并区域下另有数值，表中看不见，未读取",
                "in column '{1}' other values are stored under merged cells at {0} places; the sheet"
                    + " does not show them and they were not read")
            .with("{0}", name));
    types
        .mixture()
        .ifPresent(
            mixture ->
                notices.add(
                    layout.notice(
                        Notice.Kind.MIXED_TYPES,
                        mixture.places(),
                        mixture.count(),
                        mixture.says().with(name, mixture.count()))));
    series.suspect().forEach(run -> notices.add(series(name, run)));
  }

  private Notice series(String name, Series.Run run) {
    List<Place> places = new ArrayList<>();
    for (int row = run.firstRow(); row <= run.lastRow(); row++) {
      if (places.size() < Notice.MOST_PLACES) {
        places.add(layout.place(row, index));
      }
    }
    return layout.notice(
        Notice.Kind.SERIES,
        places,
        run.rows(),
        new Text(
                "列“{0}”第{1}至{2}行逐行等差递增，疑似拖拽填充",
                "column '{0}' rises by a constant step from row {1} to row {2}, as if filled by"
                    + " dragging")
            .with(name, run.firstRow() + 1, run.lastRow() + 1));
  }
}
