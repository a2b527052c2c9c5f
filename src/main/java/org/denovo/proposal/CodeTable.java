package org.denovo.proposal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a legend says of codes: {@code 1=阳性;2=阴性}, {@code 0.否 1.是}, {@code 男=1 女=2}. */
final class CodeTable {

  private static final String CODE = "(?<![0-9A-Za-z.+-])([0-9]{1,3}|[A-Za-z])";

  /** A code and the sign behind it, the clearest sign first. */
  private static final List<Pattern> WRITTEN =
      List.of(
          Pattern.compile(CODE + "\\s*[=＝]\\s*"),
          Pattern.compile(CODE + "\\s*[:：]\\s*"),
          Pattern.compile(CODE + "\\s*[.、)）．]\\s*"),
          Pattern.compile(CODE + "\\s*[-–—]+\\s*"),
          // Without a sign only a digit before a Chinese word can be a code: 1是 2否.
          Pattern.compile("(?<![0-9A-Za-z.+-])([0-9]{1,2})(?=\\p{IsHan})(?![年月日岁个处枚次周期天分级])"));

  /** As REDCap writes its choices: {@code 1, Left | 2, Right}. */
  private static final Pattern CHOICE = Pattern.compile(CODE + "\\s*[,，]\\s*");

  private static final Pattern START = Pattern.compile("(?<=[^0-9A-Za-z.])[0-9]{1,2}\\s*[=＝:：.、]");

  private static final Pattern LABEL_FIRST =
      Pattern.compile("([^\\s=＝:：;；,，、0-9]+)\\s*[=＝:：]?\\s*(?<![0-9])([0-9]{1,2})(?=$|[\\s;；,，、])");

  private CodeTable() {}

  /** Code to label in the order of the text; empty if it has no two of them. */
  static Map<String, String> read(String text) {
    for (Pattern pattern : WRITTEN) {
      Map<String, String> table = read(text, pattern);
      if (table.size() > 1) {
        return table;
      }
    }
    if (text.indexOf('|') > 0) {
      Map<String, String> choices = read(text, CHOICE);
      if (choices.size() > 1) {
        return choices;
      }
    }
    Map<String, String> table = new LinkedHashMap<>();
    Matcher pair = LABEL_FIRST.matcher(text);
    while (pair.find()) {
      table.putIfAbsent(pair.group(2), pair.group(1));
    }
    return table.size() > 1 ? table : Map.of();
  }

  /** Where in a header its code table starts; −1 if nowhere. */
  static int start(String text) {
    Matcher first = START.matcher(text);
    return first.find() ? first.start() : -1;
  }

  private static Map<String, String> read(String text, Pattern pattern) {
    Map<String, String> table = new LinkedHashMap<>();
    Matcher code = pattern.matcher(text);
    String open = "";
    int from = 0;
    while (code.find()) {
      put(table, open, text.substring(from, code.start()));
      open = code.group(1);
      from = code.end();
    }
    put(table, open, text.substring(from));
    return table;
  }

  private static void put(Map<String, String> table, String code, String label) {
    String bare = label.replaceAll("^[\\s;；,，、/|]+|[\\s;；,，、/|(（]+$", "");
    if (bare.matches("[^(（]*[)）]")) {
      bare = bare.substring(0, bare.length() - 1);
    }
    if (!code.isEmpty() && !bare.isEmpty() && bare.length() <= 40) {
      table.putIfAbsent(code, bare);
    }
  }
}
