package org.denovo.extract;

import java.util.ArrayList;
import java.util.List;
import org.denovo.vocabulary.Text;

/**
 * How a quasi-identifier can be coarsened: as it is, in bands of which each next one is made of
 * whole ones before, and not given at all.
 */
record Ladder(Column column, List<Integer> widths) {

  private static final List<Integer> OF_AGES = List.of(5, 10, 20);
  private static final List<Integer> OF_NUMBERS = List.of(2, 10);

  static Ladder of(Column column) {
    return new Ladder(
        column,
        switch (column.kind()) {
          case WHOLE, DECIMAL -> column.unit().equals("a") ? OF_AGES : OF_NUMBERS;
          case TEXT, CODE, CODES, DATE -> List.of();
        });
  }

  /** How many ways there are; 0 is as it is, the last is not at all. */
  int rungs() {
    return widths.size() + 2;
  }

  /** A cell as it would be written; what is missing stays so. */
  String cell(String cell, int rung) {
    if (rung == 0 || cell.isEmpty()) {
      return rung == rungs() - 1 ? "" : cell;
    }
    if (rung == rungs() - 1) {
      return "";
    }
    double width = widths.get(rung - 1);
    return Long.toString((long) (Math.floor(Double.parseDouble(cell) / width) * width));
  }

  /** Code of the rung, for programs. */
  String code(int rung) {
    if (rung == 0) {
      return column.name();
    }
    return rung == rungs() - 1 ? column.name() + "=-" : column.name() + "/" + widths.get(rung - 1);
  }

  /** What is to be done; nothing for the first. */
  List<Text> says(int rung) {
    List<Text> says = new ArrayList<>();
    if (rung == rungs() - 1) {
      says.add(new Text("不给出{0}", "leave out {0}").with(column.title()));
    } else if (rung > 0) {
      says.add(
          new Text("{0}按{1}分段", "{0} in bands of {1}").with(column.title(), widths.get(rung - 1)));
    }
    return says;
  }
}
