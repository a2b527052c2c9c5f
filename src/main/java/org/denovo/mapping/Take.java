package org.denovo.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which of a patient's rows counts for a column. Where several columns of a sheet mean one field,
 * one for each visit say, it is also which of these counts, and blank ones do not.
 *
 * @param by the header of the column that orders the rows; empty for the order of the sheet
 */
public record Take(Which which, Optional<String> by) {

  private static final Pattern WRITTEN = Pattern.compile("(\\S+)(?:\\s+by\\s+(\\S.*))?");

  /** The words for it. */
  public enum Which {
    /** The first row, whether or not something stands in it. */
    FIRST,
    /** The last row, whether or not something stands in it. */
    LAST,
    /** The row with the greatest number or latest date in the column itself. */
    MAX,
    /** The row with the least number or earliest date in the column itself. */
    MIN,
    /** The first row in which something stands. */
    ANY;

    /** The word in a mapping file. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Take {
    Objects.requireNonNull(which, "which");
    Objects.requireNonNull(by, "by");
    if (which == Which.ANY && by.isPresent()) {
      throw new IllegalArgumentException("any row has no order");
    }
  }

  /** What a mapping file says, for example {@code last by 随访日期}; empty if it is no such word. */
  static Optional<Take> parse(String written) {
    Matcher parts = WRITTEN.matcher(written.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    Optional<String> by = Optional.ofNullable(parts.group(2));
    return Arrays.stream(Which.values())
        .filter(which -> which.code().equals(parts.group(1)))
        .filter(which -> which != Which.ANY || by.isEmpty())
        .map(which -> new Take(which, by))
        .findFirst();
  }

  /** The words that a mapping file may use. */
  static List<String> words() {
    return Arrays.stream(Which.values()).map(Which::code).toList();
  }
}
