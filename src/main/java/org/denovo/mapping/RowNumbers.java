package org.denovo.mapping;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows of a sheet as a person names them: how many, and the first of them as ranges. Rows are
 * counted from 1, as a spreadsheet shows them.
 *
 * @param count how many rows there are in all
 * @param first the first ranges, rising; all of them unless there are more than {@link #MOST}
 */
public record RowNumbers(int count, List<Range> first) {

  /** So many ranges are kept. */
  public static final int MOST = 20;

  /** No rows. */
  public static final RowNumbers NONE = new RowNumbers(0, List.of());

  /** Neighbouring rows, both ends included. */
  public record Range(int from, int to) {

    public Range {
      if (from < 1 || to < from) {
        throw new IllegalArgumentException("rows " + from + " to " + to);
      }
    }

    private int rows() {
      return to - from + 1;
    }
  }

  public RowNumbers {
    first = List.copyOf(first);
    int named = first.stream().mapToInt(Range::rows).sum();
    if (named > count || first.size() > MOST || named < count && first.size() < MOST) {
      throw new IllegalArgumentException(named + " rows named of " + count);
    }
  }

  /** True if every row is named. */
  public boolean isWhole() {
    return first.stream().mapToInt(Range::rows).sum() == count;
  }

  /**
   * The rows as {@code 3..5, 7}, with dots at the end if not all are named. A hyphen would become a
   * date where a spreadsheet opens the file.
   */
  public String text() {
    List<String> parts = new ArrayList<>();
    for (Range range : first) {
      parts.add(
          range.from() == range.to()
              ? Integer.toString(range.from())
              : range.from() + ".." + range.to());
    }
    if (!isWhole()) {
      parts.add("...");
    }
    return String.join(", ", parts);
  }

  /** The rows as a sentence names them, {@code 3–5, 7}. */
  public String shown() {
    return text().replace("...", "…").replace("..", "–");
  }

  /** What {@link #text} gave, with the number of rows. */
  public static RowNumbers read(int count, String text) {
    List<Range> ranges = new ArrayList<>();
    for (String part : text.split(", ")) {
      if (!part.isEmpty() && !part.equals("...")) {
        int dots = part.indexOf("..");
        int from = Integer.parseInt(dots < 0 ? part : part.substring(0, dots));
        ranges.add(new Range(from, dots < 0 ? from : Integer.parseInt(part.substring(dots + 2))));
      }
    }
    return new RowNumbers(count, ranges);
  }

  /** Gathers rows as they go by, in rising order. */
  static final class Builder {

    private final List<Range> ranges = new ArrayList<>();
    private int count;
    private int named;

    /** Adds a row counted from 0. */
    void add(int index) {
      add(index, index);
    }

    /** Adds rows counted from 0, both ends included; none if the last stands before the first. */
    void add(int firstIndex, int lastIndex) {
      if (lastIndex < firstIndex) {
        return;
      }
      int rows = lastIndex - firstIndex + 1;
      Range last = named == count && count > 0 ? ranges.get(ranges.size() - 1) : null;
      if (last != null && last.to() == firstIndex) {
        ranges.set(ranges.size() - 1, new Range(last.from(), lastIndex + 1));
        named += rows;
      } else if (ranges.size() < MOST) {
        ranges.add(new Range(firstIndex + 1, lastIndex + 1));
        named += rows;
      }
      count += rows;
    }

    RowNumbers build() {
      return count == 0 ? NONE : new RowNumbers(count, ranges);
    }
  }
}
