package org.denovo.proposal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.denovo.mapping.Words;

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
          "^(?:(?:[*★●◆☆※\\s]|#(?!\\s*[A-Za-z]))+|[(\\[【]?\\s*(?:[0-9]{1,2}(?:\\.[0-9]{1,2})+[.、:)]?|[0-9]{1,3}[.、:)\\]】]|[A-Z][0-9]{1,2}[.、:_]|[A-GI-KO-SU-Z][0-9]{1,2}\\s+(?=\\S)|Q[0-9]{1,3}[.、:_"
              + " ]?|[一二三四五六七八九十]{1,3}[、.)])\\s*)+");
  private static final Pattern BRACKETS =
      Pattern.compile("[(\\[{【<《「]([^()\\[\\]{}【】<>《》「」]*)[)\\]}】>》」]");
  private static final Pattern HINT =
      Pattern.compile(
          "(?i)(?:第?[0-9一二三四五六七八九]版.*|.*(?:必填|选填|必选|可选|单选|多选|下拉|请填|填写|填“|填\"|注明|隔开|分隔|required|optional|mandatory|please|separated|格式|例如|例:|e\\.g).*|[ymd年月日/.\\-\\s]{4,}|.*yyyy.*|.*年.?月.?日.*|是/否|有/无|y/n|yes/no|y/n/u|pos/neg|positive/negative|[+]/-|几个?[+]|[+]ve/-ve|clear/involved|if"
              + " .+|s|(?:thru |since"
              + " )?(?:19|20)[0-9]{2}(?:[+]|-(?:19|20)[0-9]{2})?|岁|周岁|years?|yrs?|次|周期|文本|数字|日期型?)");
  private static final Pattern UNIT =
      Pattern.compile(
          "(?i)(mm|cm|毫米|厘米|公分|%|％|百分比|月|个月|months?|天|days?|年|years?|×?x?uln|u/l|分|kg|m)");

  /** The codes that may be written, with a word for some of them: 1/2/3,9不详. */
  private static final Pattern LISTED =
      Pattern.compile(
          "[0-9]{1,2}[+]?(?:[=:-]?\\p{IsHan}{1,4})?(?:[/、,;|"
              + " ]+[0-9]{1,2}[+]?(?:[=:-]?\\p{IsHan}{1,4})?)+");

  /** What is counted in pieces is a number of them: 清扫淋巴结(枚). */
  private static final Pattern COUNTED = Pattern.compile("[枚个]");

  private static final Pattern UNIT_AT_END =
      Pattern.compile("(?i)(?:[\\s_,，/·-]+|(?<=\\p{IsHan}))(mm|cm|months)$");
  private static final Pattern CAMEL_UNIT = Pattern.compile("(?<=[a-z]{3})(?:Mm|Cm|Months)$");
  private static final Pattern CAMEL =
      Pattern.compile(
          "(?<=[a-z]{2}|[A-Z][a-z])(?=[A-Z][a-z])|(?<=[a-z]{2})(?=[A-Z])|(?<=[A-Z]{2})(?=[A-Z][a-z]{2})");

  /** A question asked the way people speak: 开刀没有. */
  private static final Pattern SPOKEN =
      Pattern.compile("(?<=\\p{IsHan}{2})(?<!有)(?:了|过)?没有?[?？]?$");

  /** The full stop of a word cut short: Hosp. No. */
  private static final Pattern ABBREVIATED = Pattern.compile("(?<=[A-Za-z]{3})\\.(?=\\s)");

  /** White space with which a form stretches a word: 年　龄. */
  private static final Pattern STRETCHED = Pattern.compile("(?<=\\p{IsHan})\\s+(?=\\p{IsHan})");

  /** The part that a label writes. */
  static HeaderText of(String label) {
    String plainWidth = java.text.Normalizer.normalize(label, java.text.Normalizer.Form.NFKC);
    String shortened = ABBREVIATED.matcher(plainWidth.strip()).replaceAll("");
    String wide = STRETCHED.matcher(shortened).replaceAll("");
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
      } else if (COUNTED.matcher(inner).matches()) {
        kept.append(" 个数 ");
      } else if (!HINT.matcher(inner).matches() && !LISTED.matcher(inner).matches()) {
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
    Matcher camel = CAMEL_UNIT.matcher(plain.strip());
    if (end.find()) {
      unit = unit(end.group(1));
      plain = plain.strip().substring(0, end.start());
    } else if (camel.find()) {
      unit = unit(camel.group());
      plain = plain.strip().substring(0, camel.start());
    }
    boolean number = plain.strip().toLowerCase(Locale.ROOT).matches("(?:.*[^a-z])?no\\.");
    plain = number ? plain.strip() : plain.replaceAll("[*★?:;,.。、！!]+\\s*$", "").strip();
    Matcher spoken = SPOKEN.matcher(plain);
    plain = spoken.find() ? "是否" + plain.substring(0, spoken.start()) : plain;
    return new HeaderText(
        Concepts.fold(plain),
        plain,
        Concepts.fold(CAMEL.matcher(plain).replaceAll(" ")),
        unit,
        String.join(" ", legends));
  }

  /**
   * A label without the bracket in which it lists values of its column: 切缘（阴/阳）.
   *
   * @param values what stands in the column, folded
   */
  static String withoutChoices(String label, Set<String> values) {
    String wide = java.text.Normalizer.normalize(label, java.text.Normalizer.Form.NFKC);
    Matcher bracket = BRACKETS.matcher(wide);
    StringBuilder kept = new StringBuilder();
    int at = 0;
    while (bracket.find()) {
      Set<String> choices =
          Arrays.stream(bracket.group(1).split("[/、,;|]"))
              .map(Words::fold)
              .collect(Collectors.toSet());
      if (choices.size() > 1 && (choices.containsAll(values) || values.containsAll(choices))) {
        kept.append(wide, at, bracket.start());
        at = bracket.end();
      }
    }
    return at == 0 ? label : kept.append(wide.substring(at)).toString();
  }

  /** The same header with a part of its text. */
  HeaderText only(String part) {
    String stripped = part.strip();
    return new HeaderText(stripped, stripped, stripped, unit, legend);
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
