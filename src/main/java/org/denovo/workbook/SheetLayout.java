package org.denovo.workbook;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.denovo.vocabulary.Text;

/**
 * What is true of places on a sheet, whatever stands there: merged regions by rising first row,
 * hidden columns, cells with a comment.
 */
record SheetLayout(List<Region> merged, BitSet hiddenColumns, Set<Long> commented) {

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
    private final Set<Long> commented = new HashSet<>();
    private long mergedCells;

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

    void commented(int row, int column) {
      if (commented.size() >= limits.rows()) {
        throw Refusals.tooLarge(COMMENTS, limits.rows());
      }
      commented.add(key(row, column));
    }

    SheetLayout build() {
      merged.sort(Comparator.comparingInt(Region::firstRow));
      return new SheetLayout(merged, hiddenColumns, commented);
    }
  }
}
