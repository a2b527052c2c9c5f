package org.denovo.mapping;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A header as a mapping writes it.
 *
 * @param text folded, {@code #2} and all, for a sheet in which it stands literally
 * @param base folded, without the ordinal
 * @param nth which of the columns of that name, counted from 1, if it says so
 */
record HeaderName(String text, String base, OptionalInt nth) {

  private static final Pattern ORDINAL = Pattern.compile("(.+)#([1-9][0-9]?)");

  static HeaderName of(String written) {
    String text = fold(written);
    Matcher ordinal = ORDINAL.matcher(text);
    return ordinal.matches()
        ? new HeaderName(text, ordinal.group(1), OptionalInt.of(Integer.parseInt(ordinal.group(2))))
        : new HeaderName(text, text, OptionalInt.empty());
  }

  /** Headers are compared without white space: a line break in one is for the eye only. */
  static String fold(String text) {
    return Words.fold(text).replace(" ", "");
  }
}
