package org.denovo.check;

import static org.denovo.check.Category.*;
import static org.denovo.check.Decision.*;
import static org.denovo.check.Rule.named;
import static org.denovo.check.Severity.*;
import static org.denovo.check.ValueRules.*;
import static org.denovo.record.Fields.*;
import static org.denovo.record.Remark.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Rules on single cells whose field has a scale or a vocabulary of its own. */
final class WordingRules {

  private WordingRules() {}

  static List<Rule> all() {
    List<Rule> rules = new ArrayList<>(categories());
    rules.addAll(wordings());
    return List.copyOf(rules);
  }

  private static List<Rule> categories() {
    return List.of(
        remarked(
            named("CON-11", ERROR, CONFORMANCE_VALUE, "AJCC 8, ch. 48; TCGA-BRCA has T2a, T3a")
                .blocks(E1)
                .says("“{1}”不是乳腺癌的T分类", "'{1}' is not a T category of the breast")
                .titled("不是乳腺癌的T分类", "No T category of the breast")
                .because("乳腺癌没有T2a、T3b等", "The breast has no T2a or T3b"),
            Set.of(T_CAT)::contains,
            NO_SUCH_CATEGORY),
        remarked(
            named("CON-12", ERROR, CONFORMANCE_VALUE, "AJCC 8, ch. 48")
                .blocks(E1)
                .says("“{1}”不是乳腺癌的N分类", "'{1}' is not an N category of the breast")
                .titled("不是乳腺癌的N分类", "No N category of the breast")
                .because("请按AJCC第8版填写", "Please use AJCC 8"),
            Set.of(N_CAT)::contains,
            NO_SUCH_CATEGORY),
        over(
            named("CON-13", ERROR, CONFORMANCE_VALUE, "AJCC 8, ch. 48")
                .blocks(E1)
                .says("“{1}”不是乳腺癌的M分类", "'{1}' is not an M category of the breast")
                .titled("不是乳腺癌的M分类", "No M category of the breast")
                .because("乳腺癌没有M1a、M2等", "The breast has no M1a or M2"),
            Set.of(M_CAT)::contains,
            answer -> answer.has(NO_SUCH_CATEGORY) || answer.has(SUBLETTER_DROPPED)),
        remarked(
            named("STG-28", WARNING, CONFORMANCE_VALUE, "AJCC 8, ch. 48")
                .blocks(E1)
                .says("“{1}”理解为{2}", "'{1}' was understood as {2}")
                .titled("乳腺癌没有的分期写法", "A stage that the breast does not have")
                .because("乳腺癌没有ⅣA、ⅣB期", "The breast has no stage IVA or IVB"),
            Set.of(STAGE_GROUP)::contains,
            SUBLETTER_DROPPED),
        remarked(
            named("CON-14", ERROR, CONFORMANCE_VALUE, "ASCO/CAP 2018")
                .blocks(E4)
                .says("HER2没有“{1}”这个评分", "HER2 has no score '{1}'")
                .titled("HER2没有这个评分", "No such HER2 score")
                .because("最高为3+", "The scale ends at 3+"),
            Set.of(HER2_IHC)::contains,
            NO_SUCH_CATEGORY),
        remarked(
            named("STG-20", WARNING, CONFORMANCE_VALUE, "CanReg5 grade check")
                .says("“{1}”不是Nottingham分级", "'{1}' is not on the Nottingham scale")
                .titled("不是Nottingham分级", "Not on the Nottingham scale")
                .because("分级为1至3级", "The grades are 1 to 3"),
            Set.of(GRADE_NOTTINGHAM)::contains,
            NO_SUCH_CATEGORY),
        remarked(
            named("TRT-04", WARNING, CONFORMANCE_VALUE, "RECIST 1.1")
                .blocks(E7)
                .says("{0}的“{1}”不是疗效代码", "{0}: '{1}' is no code of response")
                .titled("不是疗效代码", "Not a code of response")
                .because("疗效为CR、PR、SD、PD或NE", "Response is CR, PR, SD, PD or NE"),
            RESPONSES::contains,
            NO_SUCH_CATEGORY),
        remarked(
            named("CON-40", ERROR, CONFORMANCE_VALUE, "registry")
                .blocksByField()
                .says("{0}没有“{1}”这一类", "{0}: there is no category '{1}'")
                .titled("没有这一分类", "No such category")
                .because("请从代码表中选择", "Please choose from the code list"),
            field ->
                field != T_CAT
                    && field != N_CAT
                    && field != M_CAT
                    && field != HER2_IHC
                    && field != GRADE_NOTTINGHAM
                    && !RESPONSES.contains(field),
            NO_SUCH_CATEGORY));
  }

  private static List<Rule> wordings() {
    return List.of(
        remarked(
            named("REC-08", WARNING, CONFORMANCE_VALUE, "registry")
                .blocks(E4)
                .says("{0}的“{1}”没有数量", "{0}: '{1}' has no amount")
                .titled("受体结果没有数量", "A receptor result without an amount")
                .because("个别、散在、灶状不能判断是否≥1%", "Focal or scattered does not say whether it is 1 %"),
            Set.of(ER_STATUS, ER_PCT, PR_STATUS, PR_PCT)::contains,
            UNQUANTIFIED,
            PLUS_WITHOUT_PERCENT),
        remarked(
            named("REC-14", WARNING, CONFORMANCE_VALUE, "registry")
                .blocks(E4)
                .says("{0}的“{1}”有歧义", "{0}: '{1}' is ambiguous")
                .titled("受体写法有歧义", "An ambiguous receptor result")
                .because(
                    "一个+可能是1+，也可能是阳性；问号、“倾向”和没有评分的“阳性”不是结果",
                    "One plus may be 1+, or positive; a question mark, a tendency or a word without"
                        + " a score is no result"),
            HER2::contains,
            SINGLE_PLUS,
            WORD_FOR_NUMBER,
            EQUIVOCAL,
            SUSPECTED),
        remarked(
            named("REC-15", WARNING, CONFORMANCE_RELATIONAL, "MSK 2018: 3+ (2+ outside)")
                .blocks(E4)
                .says("{0}的“{1}”有两个结果，取了{2}", "{0}: '{1}' holds two results; {2} was taken")
                .titled("一格有两个不同的受体结果", "Two receptor results in one cell")
                .because("外院与本院结果不同", "Outside and own result differ"),
            HER2::contains,
            TWO_READINGS),
        remarked(
            named("REC-21", WARNING, CONFORMANCE_VALUE, "registry")
                .alias("R07")
                .blocks(E4)
                .says("Ki-67的“{1}”没有百分比", "Ki-67 '{1}' has no percentage")
                .titled("Ki-67没有百分比", "Ki-67 without a percentage")
                .because("加号和高低不是增殖指数", "Plus signs and high or low are no index"),
            Set.of(KI67_PCT)::contains,
            PLUS_WITHOUT_PERCENT,
            WORD_FOR_NUMBER,
            UNQUANTIFIED),
        remarked(
            named("SUR-10", INFO, CONFORMANCE_VALUE, "registry")
                .blocks(E2)
                .says("术式“{1}”用词矛盾，理解为{2}", "'{1}' mixes two operations; it was understood as {2}")
                .titled("术式用词矛盾", "A wording that mixes two operations")
                .because("例如“保乳根治术”是保乳手术", "Conserving and radical exclude each other"),
            Set.of(SURGERY_TYPE)::contains,
            CONFLICTING_PROCEDURE_WORDS),
        remarked(
            named("SUR-11", ERROR, CONFORMANCE_VALUE, "registry")
                .blocks(E3)
                .says("切缘“{1}”可能有错字", "The margin '{1}' may hold a typing error")
                .titled("切缘可能有错字", "The margin may hold a typing error")
                .because("未见与为见一字之差，结论相反", "One character turns the meaning around"),
            Set.of(MARGIN_STATUS)::contains,
            TYPO_FLIPS_MEANING,
            TWO_READINGS,
            EQUIVOCAL),
        remarked(
            named("SUR-12", INFO, COMPLETENESS, "registry")
                .blocks(E3)
                .says("切缘“{1}”只有冰冻结果", "The margin '{1}' is of the frozen section only")
                .titled("切缘只有冰冻结果", "Margin of the frozen section only")
                .because("以石蜡切片为准", "The paraffin section counts"),
            Set.of(MARGIN_STATUS)::contains,
            FROZEN_SECTION_ONLY),
        remarked(
            named("SUR-31", WARNING, CONFORMANCE_VALUE, "registry")
                .blocks(E2)
                .says("术式“{1}”有错字，理解为{2}", "'{1}' is misspelt; it was understood as {2}")
                .titled("术式有错字", "A misspelt operation")
                .because("术式决定分组，请更正原文", "The operation decides the arm; please correct the cell"),
            Set.of(SURGERY_TYPE)::contains,
            MISSPELT),
        remarked(
            named("SUR-32", INFO, CONFORMANCE_RELATIONAL, "registry")
                .blocks(E3)
                .says(
                    "切缘“{1}”前后不同，取了最后一次：{2}",
                    "The margin '{1}' changed; the last one was taken: {2}")
                .titled("切缘前后不同", "A margin that changed")
                .because("再切除后以最后标本为准", "After a re-excision the last specimen counts"),
            Set.of(MARGIN_STATUS)::contains,
            RE_EXCISED));
  }
}
