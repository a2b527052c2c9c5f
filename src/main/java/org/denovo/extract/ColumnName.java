package org.denovo.extract;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Column names of at most 32 characters, which every statistics package reads. */
final class ColumnName {

  static final int MOST = 32;

  private ColumnName() {}

  /**
   * The stem with the suffix. If that is too long, {@code date_} is dropped, and then the words of
   * the stem are cut to one length, the greatest that fits: {@code all_lesions_locally_treatable}
   * becomes {@code all_lesions_locally_treatab_miss}.
   */
  static String of(String stem, String suffix) {
    String name = stem + suffix;
    if (name.length() > MOST && stem.startsWith("date_")) {
      return of(event(stem), suffix);
    }
    for (int length = MOST; name.length() > MOST; length--) {
      name = cut(stem, length) + suffix;
    }
    return name;
  }

  /**
   * What a date's days are called: {@code date_dx} becomes {@code dx_day}, {@code
   * second_surgery_date} becomes {@code second_surgery_day}.
   */
  static String days(String date) {
    return of(event(date), "_day");
  }

  private static String event(String date) {
    if (date.startsWith("date_")) {
      return date.substring("date_".length());
    }
    return date.endsWith("_date") ? date.substring(0, date.length() - "_date".length()) : date;
  }

  private static String cut(String stem, int length) {
    return Arrays.stream(stem.split("_"))
        .map(word -> word.length() > length ? word.substring(0, length) : word)
        .collect(Collectors.joining("_"));
  }
}
