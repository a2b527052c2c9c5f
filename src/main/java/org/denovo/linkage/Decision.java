package org.denovo.linkage;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;

/**
 * What a person decided of two records, by their pseudonyms. It holds until another takes its
 * place.
 *
 * @param one the pseudonym that comes first
 */
public record Decision(
    String one, String other, Verdict verdict, String by, String why, LocalDate day) {

  /** What two records are. */
  public enum Verdict {
    SAME,
    DIFFERENT,
    /** Nobody knows any more: an earlier decision is taken back. */
    OPEN;

    /** The code in files and in the database. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Decision {
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(why, "why");
    Objects.requireNonNull(day, "day");
    if (one.equals(other)) {
      throw new IllegalArgumentException("a record is the same as itself");
    }
    if (one.compareTo(other) > 0) {
      String first = other;
      other = one;
      one = first;
    }
  }

  /** The two pseudonyms in their order, as one text. */
  String pair() {
    return pair(one, other);
  }

  static String pair(String one, String other) {
    return one.compareTo(other) < 0 ? one + " " + other : other + " " + one;
  }
}
