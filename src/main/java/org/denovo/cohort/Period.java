package org.denovo.cohort;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.denovo.statistics.Months;
import org.denovo.vocabulary.Text;

/**
 * A time from time zero on, in whole months or in days as a protocol gives it.
 *
 * @param count at least one
 */
public record Period(int count, boolean isInDays) {

  /** How it is written: {@code 8m} or {@code 112d}. */
  static final String WRITTEN = "[1-9][0-9]{0,2}m|[1-9][0-9]{0,3}d";

  public Period {
    if (count < 1) {
      throw new IllegalArgumentException("a period of " + count);
    }
  }

  /** So many months. */
  public static Period ofMonths(int months) {
    return new Period(months, false);
  }

  /** As written; empty if it is not. */
  static Optional<Period> parse(String written) {
    return written.matches(WRITTEN)
        ? Optional.of(
            new Period(
                Integer.parseInt(written.substring(0, written.length() - 1)),
                written.endsWith("d")))
        : Optional.empty();
  }

  /** Its last day. */
  public int day() {
    return isInDays ? count : Months.inDays(count);
  }

  /** As cohort files and names of files write it. */
  public String word() {
    return count + (isInDays ? "d" : "m");
  }

  /** In both languages. */
  public Text title() {
    return new Text(isInDays ? "{0}天" : "{0}个月", isInDays ? "{0} days" : "{0} months").with(count);
  }

  /** The same; of months the last day too. */
  public Text says() {
    return isInDays ? title() : new Text("{0}个月（{1}天）", "{0} months ({1} days)").with(count, day());
  }

  /** The ends of its months, and its own end. */
  public List<Integer> months() {
    return Stream.concat(
            IntStream.iterate(1, month -> Months.inDays(month) < day(), month -> month + 1)
                .mapToObj(Months::inDays),
            Stream.of(day()))
        .toList();
  }
}
