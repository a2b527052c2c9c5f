package org.denovo.workbook;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.denovo.vocabulary.Text;

/**
 * What is true of places on a sheet, whatever stands there: merged regions by rising first row,
 * hidden columns, cells with a comment, and what the sheet carries beside them.
 */
record SheetLayout(
    List<Region> merged, BitSet hiddenColumns, Set<Long> commented, SheetFacts facts) {

  SheetLayout {
    merged = List.copyOf(merged);
    hiddenColumns = (BitSet) hiddenColumns.clone();
    commented = Set.copyOf(commented);
  }

  boolean hidden(int column) {
    return hiddenColumns.get(column);
  }

  boolean commented(int row, int column) {
    return !commented.isEmpty() && commented.contains(key(row, column));
  }

  private static long key(int row, int column) {
    return (long) row << 20 | column;
  }

  /** Gathers a layout within the limits. */
  static final class Builder {
    private static final Text MERGED = new Text("合并单元格", "The number of merged cells is");
    private static final Text COMMENTS = new Text("批注数", "The number of comments is");

    private final Limits limits;
    private final List<Region> merged = new ArrayList<>();
    private final BitSet hiddenColumns = new BitSet();
    private final Map<Long, Comment> comments = new TreeMap<>();
    private final Map<Carried.Kind, Carried> carried = new EnumMap<>(Carried.Kind.class);
    private final List<String> criteria = new ArrayList<>();
    private String filterRange = "";
    private boolean veryHidden;
    private boolean locked;
    private int lastRow = -1;
    private long mergedCells;
    private long commentCharacters;

    Builder(Limits limits) {
      this.limits = limits;
    }

    void merged(Region region) {
      mergedCells += region.cells();
      if (mergedCells > limits.mergedCells()) {
        throw Refusals.tooLarge(MERGED, limits.mergedCells());
      }
      merged.add(region);
    }

    void hiddenColumns(int first, int last) {
      if (first >= 0 && first <= last) {
        hiddenColumns.set(Math.min(first, limits.columns()), Math.min(last + 1, limits.columns()));
      }
    }

    /** Keeps a comment; of two on one cell the first. */
    void comment(int row, int column, String text) {
      commentCharacters += text.length();
      if (comments.size() >= limits.rows()) {
        throw Refusals.tooLarge(COMMENTS, limits.rows());
      }
      if (commentCharacters > limits.sharedCharacters()) {
        throw Refusals.tooLarge(COMMENTS, limits.sharedCharacters());
      }
      comments.putIfAbsent(key(row, column), new Comment(row, column, text));
    }

    void veryHidden(boolean only) {
      veryHidden = only;
    }

    void locked() {
      locked = true;
    }

    void filter(String range) {
      filterRange = range;
    }

    void criterion(String criterion) {
      if (criteria.size() < limits.columns()) {
        criteria.add(criterion);
      }
    }

    /** One more of a kind; the first says where. */
    void carries(Carried.Kind kind, String where) {
      carried.merge(
          kind,
          new Carried(kind, where, 1),
          (before, more) -> new Carried(kind, before.name(), before.count() + 1));
    }

    void lastRow(int row) {
      lastRow = row;
    }

    SheetLayout build() {
      merged.sort(Comparator.comparingInt(Region::firstRow));
      Optional<Filter> filter =
          filterRange.isEmpty() ? Optional.empty() : Optional.of(new Filter(filterRange, criteria));
      SheetFacts facts =
          new SheetFacts(
              veryHidden,
              locked,
              filter,
              hiddenColumns,
              lastRow,
              List.copyOf(comments.values()),
              List.copyOf(carried.values()));
      return new SheetLayout(merged, hiddenColumns, comments.keySet(), facts);
    }
  }
}
