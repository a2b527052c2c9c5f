package org.denovo.extract;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.denovo.record.Absence;
import org.denovo.record.PartialDate;
import org.denovo.vocabulary.Coded;
import org.denovo.vocabulary.Text;

/**
 * A column of a file that analysts read.
 *
 * @param unit empty where there is none
 * @param levels the codes that may stand in it, in their order; empty where it holds no codes
 */
public record Column(String name, Text title, Kind kind, String unit, List<Level> levels) {

  /** What stands in a column. */
  public enum Kind {
    TEXT,
    CODE,
    CODES,
    WHOLE,
    DECIMAL,
    DATE
  }

  /** A code with its name. */
  public record Level(String code, Text title) {

    /** Asked for each cell that is written, so without a pattern. */
    private boolean isNumber() {
      boolean digits = !code.isEmpty() && code.length() < 10;
      for (int i = 0; digits && i < code.length(); i++) {
        digits = code.charAt(i) >= '0' && code.charAt(i) <= '9';
      }
      return digits && (code.length() == 1 || code.charAt(0) != '0');
    }
  }

  /** The reasons that a {@code _miss} column gives. */
  static final List<Level> REASONS =
      Stream.concat(
              Arrays.stream(Absence.values()).map(why -> new Level(why.code(), why.title())),
              Stream.of(new Level("unreadable", new Text("无法解读", "Unreadable"))))
          .toList();

  /** A flag. */
  static final List<Level> NO_YES =
      List.of(new Level("0", new Text("否", "No")), new Level("1", new Text("是", "Yes")));

  private static final List<Level> PRECISIONS =
      List.of(
          new Level(PartialDate.Precision.DAY.code(), new Text("日", "Day")),
          new Level(PartialDate.Precision.MONTH.code(), new Text("月", "Month")),
          new Level(PartialDate.Precision.YEAR.code(), new Text("年", "Year")));

  public Column {
    Objects.requireNonNull(title, "title");
    levels = List.copyOf(levels);
    if (!name.matches("[A-Za-z][A-Za-z0-9_]*") || name.length() > ColumnName.MOST) {
      throw new IllegalArgumentException("column name " + name);
    }
  }

  /** Whether it holds codes that are all whole numbers, such as 0 and 1. */
  boolean hasNumberCodes() {
    return kind == Kind.CODE && areNumbers(levels);
  }

  static boolean areNumbers(List<Level> levels) {
    for (Level level : levels) {
      if (!level.isNumber()) {
        return false;
      }
    }
    return true;
  }

  static Column text(String name, String zh, String en) {
    return new Column(name, new Text(zh, en), Kind.TEXT, "", List.of());
  }

  static Column code(String name, Text title, List<Level> levels) {
    return new Column(name, title, Kind.CODE, "", levels);
  }

  static Column number(String name, Text title, Kind kind, String unit) {
    return new Column(name, title, kind, unit, List.of());
  }

  static Column days(String name, Text title) {
    return number(name, title, Kind.WHOLE, "d");
  }

  static Column missing(String stem, Text title) {
    return code(ColumnName.of(stem, "_miss"), suffixed(title, "：缺失原因", ": why missing"), REASONS);
  }

  static Column precision(String stem, Text title) {
    return code(
        ColumnName.of(stem, "_precision"), suffixed(title, "：精度", ": precision"), PRECISIONS);
  }

  static List<Level> levels(Coded[] constants) {
    return Arrays.stream(constants).map(c -> new Level(c.code(), c.title())).toList();
  }

  static Text suffixed(Text title, String zh, String en) {
    return new Text(title.zh() + zh, title.en() + en);
  }
}
