package org.denovo.check;

import static org.denovo.check.Category.*;
import static org.denovo.check.Decision.*;
import static org.denovo.check.Rule.named;
import static org.denovo.check.Severity.*;
import static org.denovo.record.Fields.*;
import static org.denovo.record.Remark.*;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.FieldType;
import org.denovo.record.Fields;
import org.denovo.record.Remark;

/**
 * Rules on single cells: a text that nobody understood, and what was remarked while others were
 * read. They give one finding for each field. In their sentences {0} is the field, {1} the cell,
 * {2} what was understood. Many block no decision by name: an unreadable answer counts as not
 * known, so nothing that needs it is decided.
 */
final class ValueRules {

  private static final Set<Field<?>> PERCENTAGES = Set.of(ER_PCT, PR_PCT, KI67_PCT);
  private static final Set<Field<?>> SIZES =
      Set.of(TUMOR_SIZE_MM, LARGEST_LESION_MM, MARGIN_WIDTH_MM);
  private static final Set<Field<?>> LESIONS = Set.of(LESION_COUNT, LIVER_LESION_COUNT);
  static final Set<Field<?>> RESPONSES =
      Set.of(LINE1_BEST_RESPONSE, RESPONSE_PRIMARY, RESPONSE_DISTANT);
  static final Set<Field<?>> HER2 =
      Set.of(HER2_IHC, HER2_ISH, HER2_STATUS_RECORDED, HER2_RATIO, HER2_COPIES);

  /** Remarks that have a rule of their own also where the answer is unreadable. */
  private static final Set<Remark> EXPLAINED =
      EnumSet.of(
          OUT_OF_RANGE,
          NO_SUCH_CATEGORY,
          CODE_WITHOUT_TABLE,
          CODE_LABEL_MISMATCH,
          TURNED_INTO_DATE,
          SPREADSHEET_ERROR,
          SENTINEL_DATE,
          AMBIGUOUS_DATE,
          IMPOSSIBLE_DATE,
          SEVERAL_DATES,
          SINGLE_PLUS,
          TYPO_FLIPS_MEANING,
          WORD_FOR_NUMBER,
          UNQUANTIFIED,
          PLUS_WITHOUT_PERCENT,
          PLANNED,
          IN_ANOTHER_REPORT,
          DISCHARGE_WORDING,
          MASKED,
          ID_INVALID,
          ID_DIGITS_LOST,
          CONFLICT,
          MX_USED,
          EQUIVOCAL,
          FRACTION_IN_PERCENT_COLUMN);

  private ValueRules() {}

  static List<Rule> all() {
    List<Rule> rules = new ArrayList<>(cells());
    rules.addAll(numbersAndDates());
    return List.copyOf(rules);
  }

  private static List<Rule> cells() {
    return List.of(
        over(
            named("CON-01", ERROR, CONFORMANCE_VALUE, "OHDSI isStandardValidConcept")
                .blocksByField()
                .says("{0}的“{1}”无法识别", "{0}: '{1}' is not recognised")
                .titled("单元格内容无法识别", "A cell's text is not recognised")
                .because("词表和解析规则均不认识", "No list of words and no parser knows it"),
            field -> field != LINE1_DRUGS,
            answer -> unreadable(answer) && explained(answer).isEmpty()),
        remarked(
            named("CON-02", WARNING, CONFORMANCE_VALUE, "registry")
                .says(
                    "{0}的“{1}”写法不明确（读作：{2}），请确认",
                    "{0}: '{1}' leaves a doubt (read as: {2}); please confirm")
                .titled("写法不明确，须确认", "A wording that leaves a doubt")
                .because("写法不够明确", "The wording leaves a doubt"),
            field -> !HER2.contains(field) && field != MARGIN_STATUS,
            TWO_READINGS,
            TYPO_FLIPS_MEANING,
            LETTER_O_FOR_ZERO,
            EQUIVOCAL),
        remarked(
            named("CON-28", ERROR, CONFORMANCE_VALUE, "registry")
                .blocksByField()
                .says("{0}的“{1}”自相矛盾", "{0}: '{1}' contradicts itself")
                .titled("单元格内容自相矛盾", "A cell contradicts itself")
                .because("同一单元格有两种结论", "One cell, two conclusions"),
            field -> field != SURGERY_INTENT,
            CONFLICT),
        remarked(
            named("CON-29", ERROR, CONFORMANCE_VALUE, "Abeysooriya, PLoS Comput Biol 2021")
                .blocks(E4, E5)
                .says(
                    "{0}的单元格被表格软件变成了日期（{1}）",
                    "{0}: the spreadsheet turned the cell into a date ({1})")
                .titled("单元格被表格软件变成了日期", "A cell that the spreadsheet turned into a date")
                .because(
                    "例如1-10变成1月10日；请设为文本后重填", "1-10 becomes 10 January; please retype it as text"),
            field -> true,
            TURNED_INTO_DATE),
        remarked(
            named("CON-30", WARNING, CONFORMANCE_VALUE, "Duke MRI: #REF! in a published workbook")
                .says("{0}的单元格是错误值{1}", "{0}: the cell holds the error {1}")
                .titled("单元格是错误值", "A cell holds an error")
                .because("公式没有结果", "The formula has no result"),
            field -> true,
            SPREADSHEET_ERROR),
        remarked(
            named("CON-06", ERROR, CONFORMANCE_VALUE, "registry")
                .blocksByField()
                .says("{0}的“{1}”代码与文字不符", "{0}: code and label of '{1}' disagree")
                .titled("代码与文字不符", "Code and label disagree")
                .because("不知以代码还是文字为准", "Nobody can tell which of the two is meant"),
            field -> true,
            CODE_LABEL_MISMATCH),
        remarked(
            named("CON-32", ERROR, CONFORMANCE_VALUE, "registry")
                .blocksByField()
                .says("{0}的代码“{1}”没有代码表", "{0}: the code '{1}' has no code table")
                .titled("代码没有代码表", "A code without a code table")
                .because("各中心代码含义不同", "Each centre's codes mean something else"),
            field -> true,
            CODE_WITHOUT_TABLE),
        remarked(
            named("CON-36", WARNING, COMPLETENESS, "registry")
                .says("{0}写着“{1}”，结果在另一份报告中", "{0}: '{1}' points to another report")
                .titled("结果在另一份报告中", "The result is in another report")
                .because("请填写结果本身", "Please fill in the result itself"),
            field -> true,
            IN_ANOTHER_REPORT),
        remarked(
            named("CON-37", WARNING, COMPLETENESS, "registry")
                .says("{0}已被遮盖", "{0} was masked")
                .titled("值已被遮盖", "A masked value")
                .because("遮盖的内容无法使用", "What is masked cannot be used"),
            field -> true,
            MASKED),
        remarked(
            named("CON-39", WARNING, CONFORMANCE_RELATIONAL, "registry")
                .says("{0}有多行不同的值，取了“{2}”", "{0}: several rows disagree; '{2}' was taken")
                .titled("多行的值不同", "Several rows disagree")
                .because("映射没有说明取哪一行", "The mapping does not say which row counts"),
            field -> true,
            SEVERAL_ROWS),
        remarked(
            named("CON-45", WARNING, CONFORMANCE_VALUE, "Broman and Woo 2018")
                .says("{0}的“{1}”带删除线，仍读作{2}", "{0}: '{1}' is struck through; it was read as {2}")
                .titled("值带删除线", "A value is struck through")
                .because(
                    "删除线常表示该值作废，也可能只划去一部分",
                    "A struck value is often meant as withdrawn, sometimes only a part of it"),
            field -> true,
            STRUCK_THROUGH));
  }

  private static List<Rule> numbersAndDates() {
    return List.of(
        remarked(
            named("CON-03", ERROR, CONFORMANCE_VALUE, "CCR vol. III date rules")
                .blocks(E6, E7)
                .says("{0}的“{1}”不是真实日期", "{0}: '{1}' is not a real date")
                .titled("不是真实日期", "Not a real date")
                .because("日历上没有这一天", "The calendar has no such day"),
            ValueRules::date,
            IMPOSSIBLE_DATE),
        remarked(
            named("CON-04", WARNING, CONFORMANCE_VALUE, "registry")
                .alias("D07")
                .blocks(E7)
                .says("{0}的“{1}”有歧义，理解为{2}", "{0}: '{1}' is ambiguous, read as {2}")
                .titled("日期有歧义", "An ambiguous date")
                .because("年份只有两位，或日月顺序不明", "Two digits of a year, or day and month unclear"),
            ValueRules::date,
            AMBIGUOUS_DATE,
            CENTURY_ASSUMED),
        remarked(
            named("CON-05", WARNING, CONFORMANCE_VALUE, "registry")
                .alias("D07")
                .blocks(E6, E7)
                .says("{0}的“{1}”是占位日期", "{0}: '{1}' is a placeholder")
                .titled("占位日期", "A placeholder date")
                .because(
                    "1900-01-01等不是真实日期，按空白处理",
                    "1900-01-01 and its like are no dates and count as blank"),
            ValueRules::date,
            SENTINEL_DATE),
        remarked(
            named("CON-33", INFO, CONFORMANCE_VALUE, "registry")
                .alias("D07")
                .blocks(E7)
                .says("{0}的序列号{1}读作{2}", "{0}: the serial number {1} was read as {2}")
                .titled("日期序列号", "A serial number as a date")
                .because("单元格未设日期格式", "The cell is not formatted as a date"),
            ValueRules::date,
            DATE_FROM_SERIAL),
        remarked(
            named("CON-34", WARNING, CONFORMANCE_VALUE, "registry")
                .blocks(E7)
                .says("{0}的“{1}”有多个日期，取了{2}", "{0}: '{1}' holds several dates; {2} was taken")
                .titled("一格有多个日期", "Several dates in one cell")
                .because("请写明哪一个是所问的日期", "Please say which one is meant"),
            ValueRules::date,
            SEVERAL_DATES),
        remarked(
            named("CON-07", ERROR, CONFORMANCE_VALUE, "NAACCR 3826, 3914")
                .blocks(E4)
                .says("{0}的“{1}”不在0–100之间", "{0}: '{1}' lies outside 0 to 100")
                .titled("百分比不在0–100之间", "A percentage outside 0 to 100")
                .because("百分比为0至100", "A percentage lies between 0 and 100"),
            Set.of(ER_PCT, PR_PCT)::contains,
            OUT_OF_RANGE),
        remarked(
            named("CON-08", WARNING, CONFORMANCE_VALUE, "registry")
                .alias("R07")
                .blocks(E4)
                .says(
                    "{0}的“{1}”在百分比栏中是小数，未读取，请改写",
                    "{0}: '{1}' is a fraction in a percent column and was not read; please rewrite"
                        + " it")
                .titled("百分比栏中的小数", "A fraction in a percent column")
                .because("百分比栏中的0.3可能是30%", "0.3 in a percent column may be 30 %"),
            PERCENTAGES::contains,
            FRACTION_IN_PERCENT_COLUMN),
        remarked(
            named("CON-09", ERROR, CONFORMANCE_VALUE, "NAACCR 752")
                .blocks(E1)
                .says("{0}的“{1}”超出范围", "{0}: '{1}' is out of range")
                .titled("肿瘤大小超出范围", "Tumour size out of range")
                .because("请核对单位（mm或cm）", "Please check the unit, mm or cm"),
            SIZES::contains,
            OUT_OF_RANGE),
        remarked(
            named("CON-15", ERROR, CONFORMANCE_VALUE, "NAACCR 3852")
                .blocks(E4)
                .says("{0}的“{1}”超出范围", "{0}: '{1}' is out of range")
                .titled("HER2比值或拷贝数超出范围", "HER2 ratio or copy number out of range")
                .because("比值在0至99.9之间", "The ratio lies between 0 and 99.9"),
            Set.of(HER2_RATIO)::contains,
            OUT_OF_RANGE),
        remarked(
            named("CON-16", ERROR, CONFORMANCE_VALUE, "NAACCR 3863")
                .alias("R07")
                .blocks(E4)
                .says("{0}的“{1}”大于100", "{0}: '{1}' is more than 100")
                .titled("Ki-67大于100", "Ki-67 above 100")
                .because("Ki-67为0至100", "Ki-67 lies between 0 and 100"),
            Set.of(KI67_PCT)::contains,
            OUT_OF_RANGE),
        remarked(
            named("MET-09", WARNING, PLAUSIBILITY_ATEMPORAL, "registry")
                .blocks(E5)
                .says("{0}的“{1}”不合理", "{0}: '{1}' is implausible")
                .titled("病灶数不合理", "An implausible number of lesions")
                .because("病灶数应为合理的整数", "A number of lesions is a whole number of a likely size"),
            LESIONS::contains,
            OUT_OF_RANGE),
        remarked(
            named("CON-31", ERROR, CONFORMANCE_VALUE, "registry")
                .blocksByField()
                .says("{0}的“{1}”超出范围", "{0}: '{1}' is out of range")
                .titled("数值超出范围", "A number out of range")
                .because("该项目不可能有这样的值", "The field cannot have such a value"),
            field ->
                !PERCENTAGES.contains(field)
                    && !SIZES.contains(field)
                    && !LESIONS.contains(field)
                    && field != HER2_RATIO
                    && field != HER2_COPIES,
            OUT_OF_RANGE),
        remarked(
            named("CON-35", WARNING, CONFORMANCE_VALUE, "registry")
                .says("{0}的“{1}”不是数字", "{0}: '{1}' is a word where a number is asked for")
                .titled("应为数字处写了文字", "A word where a number is asked for")
                .because("高、低等词的界值各中心不同", "High and low mean something else at each centre"),
            field -> field != KI67_PCT && !HER2.contains(field),
            WORD_FOR_NUMBER),
        remarked(
            named("CON-18", ERROR, CONFORMANCE_VALUE, "GB 11643")
                .blocks(E8)
                .says("{0}无效", "{0} is invalid")
                .titled("身份证号无效", "Identity number invalid")
                .because("校验位、地区或日期不对", "Check digit, region or date is wrong"),
            Set.of(NATIONAL_ID)::contains,
            ID_INVALID),
        remarked(
            named("CON-19", ERROR, CONFORMANCE_COMPUTATIONAL, "GB 11643; CanReg5")
                .blocks(E8)
                .says("{0}为{2}，与身份证号不符", "{0} is {2}, which is not what the identity number says")
                .titled("出生日期或性别与身份证号不符", "Birth date or sex against the identity number")
                .because("身份证号含出生日期和性别", "The number holds the date of birth and the sex"),
            Set.of(BIRTH_DATE, SEX)::contains,
            AGAINST_IDENTITY_NUMBER),
        remarked(
            named("CON-38", WARNING, CONFORMANCE_VALUE, "registry")
                .blocks(E8)
                .says("{0}后几位丢失", "{0} lost its last digits")
                .titled("身份证号后几位丢失", "An identity number lost its last digits")
                .because(
                    "表格软件只保留15位数字；请以文本重发",
                    "A spreadsheet keeps 15 digits of a number; please send it as text"),
            Set.of(NATIONAL_ID)::contains,
            ID_DIGITS_LOST));
  }

  /** A rule that is broken by an answer with one of the remarks. */
  static Rule remarked(Rule.Builder rule, Predicate<Field<?>> fields, Remark... remarks) {
    Set<Remark> heard = Set.of(remarks);
    return over(rule, fields, answer -> !Collections.disjoint(answer.remarks(), heard));
  }

  /** A rule over the cells of some fields, judged where anything stands in one of them. */
  static Rule over(Rule.Builder rule, Predicate<Field<?>> fields, Predicate<Answer<?>> wrong) {
    rule.ofCells();
    List<Field<?>> chosen = Fields.all().stream().<Field<?>>map(f -> f).filter(fields).toList();
    Severity severity = rule.severity();
    Set<Field<?>> scope = Set.copyOf(chosen);
    Function<Case, Outcome> test =
        c -> {
          List<Outcome.Hit> hits = new ArrayList<>();
          for (Field<?> field : c.noted()) {
            if (scope.contains(field) && wrong.test(c.patient().answer(field))) {
              hits.add(new Outcome.Hit(severity, List.of(field), values(c, field)));
            }
          }
          if (!hits.isEmpty()) {
            return new Outcome.Broken(hits);
          }
          return anythingIn(c, chosen) ? Outcome.HOLDS : Outcome.NOT_APPLICABLE;
        };
    return rule.judged(test);
  }

  private static boolean anythingIn(Case c, List<Field<?>> fields) {
    for (Field<?> field : fields) {
      Answer<?> answer = c.patient().answer(field);
      if (!(answer instanceof Answer.Absent<?>) || !answer.remarks().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private static List<Object> values(Case c, Field<?> field) {
    return List.of(field.title(), Shown.raw(c.patient(), field), Shown.answer(c.patient(), field));
  }

  private static boolean date(Field<?> field) {
    return field.type() instanceof FieldType.Date;
  }

  private static boolean unreadable(Answer<?> answer) {
    return answer instanceof Answer.Unreadable<?>;
  }

  private static Set<Remark> explained(Answer<?> answer) {
    Set<Remark> both = EnumSet.noneOf(Remark.class);
    both.addAll(answer.remarks());
    both.retainAll(EXPLAINED);
    return both;
  }
}
