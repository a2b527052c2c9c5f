package org.denovo.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One part of a header without its decoration.
 *
 * @param text folded: no numbering, no 必填, no unit, no code table
 * @param bare as written, but without decoration
 * @param split the folded text with names in camel case cut into words
 * @param unit {@code mm}, {@code cm}, {@code %} … if the header names one; else empty
 * @param legend what it says of its codes, as written; else empty
 */
record HeaderText(String text, String bare, String split, String unit, String legend) {

  private static final Pattern NUMBERING =
      Pattern.compile(
          "^(?:[*#★●◆☆※\\s]+|[(\\[【]?\\s*(?:[0-9]{1,2}(?:\\.[0-9]{1,2})+[.、:)]?|[0-9]{1,3}[.、:)\\]】]|[A-Z][0-9]{1,2}[.、:_]|Q[0-9]{1,3}[.、:_"
              + " ]?|[一二三四五六七八九十]{1,3}[、.)])\\s*)+");
  private static final Pattern BRACKETS =
      Pattern.compile("[(\\[{【<《「]([^()\\[\\]{}【】<>《》「」]*)[)\\]}】>》」]");
  private static final Pattern HINT =
      Pattern.compile(
          "(?i)(?:第?[0-9一二三四五六七八九]版.*|.*(?:必填|选填|必选|可选|单选|多选|下拉|required|optional|mandatory|格式|例如|例:|e\\.g).*"
              + "|[ymd年月日/.\\-\\s]{4,}|.*yyyy.*|.*年.?月.?日.*|是/否|有/无|y/n|yes/no|左/右|男/女|岁|周岁|years?|yrs?|次|个|枚|周期|文本|数字|日期型?)");
  private static final Pattern UNIT =
      Pattern.compile(
          "(?i)(mm|cm|毫米|厘米|公分|%|％|百分比|月|个月|months?|天|days?|年|years?|×?x?uln|u/l|分|kg|m)");
  private static final Pattern UNIT_AT_END =
      Pattern.compile("(?i)(?:[\\s_,，/·-]+|(?<=\\p{IsHan}))(mm|cm|months)$");
  private static final Pattern CAMEL =
      Pattern.compile("(?<=[a-z]{2})(?=[A-Z])|(?<=[A-Z]{2})(?=[A-Z][a-z]{2})");

  /** The part that a label writes. */
  static HeaderText of(String label) {
    String wide = java.text.Normalizer.normalize(label, java.text.Normalizer.Form.NFKC).strip();
    String rest = NUMBERING.matcher(wide).replaceFirst("");
    rest = rest.isBlank() ? wide : rest;
    String unit = "";
    List<String> legends = new ArrayList<>();
    Matcher bracket = BRACKETS.matcher(rest);
    StringBuilder kept = new StringBuilder();
    int at = 0;
    while (bracket.find()) {
      kept.append(rest, at, bracket.start());
      at = bracket.end();
      String inner = bracket.group(1).strip();
      if (!CodeTable.read(inner).isEmpty()) {
        legends.add(inner);
      } else if (UNIT.matcher(inner).matches()) {
        unit = unit(inner);
        kept.append(unit.equals("%") ? " % " : " ");
      } else if (!HINT.matcher(inner).matches()) {
        kept.append(' ').append(inner).append(' ');
      }
    }
    kept.append(rest.substring(at));
    String plain = kept.toString();
    int codes = CodeTable.start(plain);
    if (codes > 0 && !CodeTable.read(plain.substring(codes)).isEmpty()) {
      legends.add(plain.substring(codes));
      plain = plain.substring(0, codes);
    }
    Matcher end = UNIT_AT_END.matcher(plain.strip());
    if (end.find()) {
      unit = unit(end.group(1));
      plain = plain.strip().substring(0, end.start());
    }
    plain = plain.replaceAll("[*★?:;,.。、！!]+\\s*$", "").strip();
    return new HeaderText(
        Concepts.fold(plain),
        plain,
        Concepts.fold(CAMEL.matcher(plain).replaceAll(" ")),
        unit,
        String.join(" ", legends));
  }

  private static String unit(String written) {
    return switch (written.toLowerCase(Locale.ROOT)) {
      case "mm", "毫米" -> "mm";
      case "cm", "厘米", "公分" -> "cm";
      case "%", "％", "百分比" -> "%";
      case "月", "个月", "month", "months" -> "months";
      case "天", "day", "days" -> "days";
      case "年", "year", "years" -> "years";
      default -> written.toLowerCase(Locale.ROOT);
    };
  }
}
