package org.denovo.mapping;

import java.util.OptionalInt;
import java.util.Set;
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

  /** Signs that point to a footnote or say that a column must be filled; looked for before NFKC. */
  private static final Pattern MARKS =
      Pattern.compile(
          "[*＊※†‡§▲△★☆●○◆◇\\u00B9\\u00B2\\u00B3\\u2070-\\u2079\\u2460-\\u2473\\u1D43-\\u1D5D]");

  /** Words in brackets that say how a column is to be filled, and footnotes by number. */
  private static final Pattern REMARK =
      Pattern.compile(
          "[(\\[{【](?:见?注\\d*|必填项?|选填项?|必选|可选|单选|多选|required|optional)[)\\]}】]|\\[\\d{1,2}\\]");

  /** What tells two headers apart, besides letters and digits. */
  private static final String KEPT = "/%<>=+±≥≤";

  private static final Set<String> SERIAL =
      Set.of(
          "序号", "行号", "顺序号", "序", "no", "no.", "#", "s/n", "sn", "index", "row", "num", "nr",
          "nr.");

  private static final Set<String> NAME =
      Set.of("姓名", "患者姓名", "病人姓名", "患者", "病人", "name", "patientname");

  private static final Set<String> NUMBER =
      Set.of(
          "住院号",
          "病案号",
          "病历号",
          "登记号",
          "门诊号",
          "就诊卡号",
          "编号",
          "患者编号",
          "病人编号",
          "病例号",
          "病例编号",
          "研究编号",
          "受试者编号",
          "入组编号",
          "筛选号",
          "患者id",
          "病人id",
          "id",
          "patientid",
          "patientno",
          "patientno.",
          "patientnumber",
          "mrn",
          "recordno",
          "recordno.",
          "subjectid",
          "caseno",
          "caseno.",
          "caseid",
          "studyid",
          "hospitalno",
          "hospitalno.");

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

  /** The header without footnote marks and words such as 必填; the same if nothing is left. */
  static String bare(String text) {
    String folded = fold(MARKS.matcher(text).replaceAll(""));
    String bare = REMARK.matcher(folded).replaceAll("").replaceAll("[:?.;]+$", "");
    return bare.isEmpty() ? fold(text) : bare;
  }

  /**
   * The letters and digits of a header, and the signs that change its meaning: equal for two
   * spellings of one header. Empty if there are none. Footnote marks count here, because 手术① in a
   * mapping is not 手术②; a sheet's header is looked for without them too.
   */
  static String print(String text) {
    StringBuilder print = new StringBuilder();
    fold(text)
        .codePoints()
        .filter(c -> Character.isLetterOrDigit(c) || KEPT.indexOf(c) >= 0)
        .forEach(print::appendCodePoint);
    return print.codePoints().anyMatch(Character::isLetterOrDigit) ? print.toString() : "";
  }

  /** True for the header of a column that only counts the rows. */
  static boolean isSerial(String text) {
    return SERIAL.contains(bare(text)) || SERIAL.contains(fold(text));
  }

  /** True for the header of a patient's name. */
  static boolean isName(String text) {
    return NAME.contains(bare(text));
  }

  /** True for a header that only the column has that says whose row it is. */
  static boolean isWho(String text) {
    return NUMBER.contains(bare(text)) || isName(text) || isSerial(text);
  }
}
