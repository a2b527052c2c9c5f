package org.denovo.workbook;

import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.BuiltinFormats;

/** What a number format shows: a date, a percentage, or neither. */
final class NumberFormat {

  /**
   * Numbers 27 to 36 and 50 to 58 have no code in the file: an East Asian Excel knows them
   * (ECMA-376 part 1, 18.8.30, zh-cn).
   */
  private static final Map<Integer, String> EAST_ASIAN =
      Map.ofEntries(
          Map.entry(27, "yyyy\"年\"m\"月\""),
          Map.entry(28, "m\"月\"d\"日\""),
          Map.entry(29, "m\"月\"d\"日\""),
          Map.entry(30, "m-d-yy"),
          Map.entry(31, "yyyy\"年\"m\"月\"d\"日\""),
          Map.entry(32, "h\"时\"mm\"分\""),
          Map.entry(33, "h\"时\"mm\"分\"ss\"秒\""),
          Map.entry(34, "上午/下午h\"时\"mm\"分\""),
          Map.entry(35, "上午/下午h\"时\"mm\"分\"ss\"秒\""),
          Map.entry(36, "yyyy\"年\"m\"月\""),
          Map.entry(50, "yyyy\"年\"m\"月\""),
          Map.entry(51, "m\"月\"d\"日\""),
          Map.entry(52, "yyyy\"年\"m\"月\""),
          Map.entry(53, "m\"月\"d\"日\""),
          Map.entry(54, "m\"月\"d\"日\""),
          Map.entry(55, "上午/下午h\"时\"mm\"分\""),
          Map.entry(56, "上午/下午h\"时\"mm\"分\"ss\"秒\""),
          Map.entry(57, "yyyy\"年\"m\"月\""),
          Map.entry(58, "m\"月\"d\"日\""));

  private NumberFormat() {}

  /** The code of a format that the file names by number only; empty for General and strangers. */
  static String builtin(int id) {
    String eastAsian = EAST_ASIAN.get(id);
    if (eastAsian != null) {
      return eastAsian;
    }
    boolean known = id > 0 && id < BuiltinFormats.FIRST_USER_DEFINED_FORMAT_INDEX;
    String code = known ? BuiltinFormats.getBuiltinFormat(id) : null;
    return code == null || code.startsWith("reserved") ? "" : code;
  }

  /** The code as cells carry it: General, in any language, is no format. */
  static String code(String written) {
    return written.equalsIgnoreCase("General") || written.equals("G/通用格式") ? "" : written;
  }

  /** True if it shows a year, month or day; a time of day or a duration is no date. */
  static boolean showsDate(String code) {
    String bare = bare(code);
    boolean clock = bare.indexOf('h') >= 0 || bare.indexOf('s') >= 0;
    return bare.indexOf('y') >= 0
        || bare.indexOf('d') >= 0
        || bare.indexOf('m') >= 0 && !clock
        || bare.indexOf('e') >= 0 && !bare.contains("e+") && !bare.contains("e-");
  }

  /** True if it multiplies by a hundred. */
  static boolean showsPercent(String code) {
    return bare(code).indexOf('%') >= 0;
  }

  /** The code in lower case without what is shown as it stands, colours, locales and durations. */
  private static String bare(String code) {
    if (code.isEmpty() || code.equalsIgnoreCase("General")) {
      return "";
    }
    StringBuilder bare = new StringBuilder(code.length());
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      switch (c) {
        case '"' -> i = end(code, '"', i);
        case '[' -> {
          // [h]:mm counts hours beyond a day: its m are minutes.
          int close = end(code, ']', i);
          bare.append(isDuration(code, i + 1, close) ? "h" : "");
          i = close;
        }
        case '\\', '_', '*' -> i++;
        default -> bare.append(c);
      }
    }
    return bare.toString()
        .toLowerCase(Locale.ROOT)
        .replace("general", "")
        .replace("am/pm", "h")
        .replace("a/p", "h");
  }

  private static boolean isDuration(String code, int from, int to) {
    for (int i = from; i < to && i < code.length(); i++) {
      if ("hHmMsS".indexOf(code.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  private static int end(String code, char closing, int opening) {
    int end = code.indexOf(closing, opening + 1);
    return end < 0 ? code.length() : end;
  }
}
