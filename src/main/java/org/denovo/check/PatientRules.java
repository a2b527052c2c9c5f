package org.denovo.check;

import static org.denovo.check.Category.*;
import static org.denovo.check.Decision.*;
import static org.denovo.check.Rule.named;
import static org.denovo.check.Severity.*;
import static org.denovo.record.Fields.*;

import java.util.List;
import org.denovo.derive.Bounds;
import org.denovo.derive.Truth;
import org.denovo.vocabulary.DxConfirmation;
import org.denovo.vocabulary.HistologyGroup;
import org.denovo.vocabulary.Laterality;
import org.denovo.vocabulary.Sex;
import org.denovo.vocabulary.TCat;

/** Rules on the person and the primary: age, sex, reproduction, side, histology and size. */
final class PatientRules {

  private static final String AJCC = "AJCC 8, ch. 48";

  private PatientRules() {}

  static List<Rule> all() {
    return List.of(
        named("STG-15", WARNING, PLAUSIBILITY_ATEMPORAL, "SEER IF41, IF42; NAACCR 410")
            .blocks(E8)
            .reads(LATERALITY)
            .says("侧别为{0}", "The laterality is {0}")
            .titled("侧别为双侧", "Laterality of both sides")
            .because("每个原发灶须有侧别；双侧应分别登记", "Each primary has a side; two sides are two tumours")
            .broken(
                c ->
                    c.missing(LATERALITY)
                        .or(
                            Truth.of(
                                c.value(LATERALITY)
                                    .map(
                                        side ->
                                            side == Laterality.BILATERAL
                                                && !c.is(CONTRALATERAL_INVASIVE_SYNC, true))))),
        named("STG-16", WARNING, PLAUSIBILITY_ATEMPORAL, "CanReg5 sex checks")
            .alias("M02")
            .blocks(E1)
            .given(SEX)
            .reads(SEX, MENOPAUSAL_STATUS, GRAVIDITY, PARITY)
            .says(
                "{0}性患者填写了女性项目（月经：{1}，孕次：{2}，产次：{3}）",
                "Sex is {0}, but menopause ({1}), gravidity ({2}) or parity ({3}) is filled in")
            .titled("性别与女性项目不符", "Sex against a woman's items")
            .because("性别或该项目有误", "Either the sex or the item is wrong")
            .broken(
                c ->
                    Truth.of(
                            c.knows(MENOPAUSAL_STATUS)
                                || c.knows(GRAVIDITY)
                                || c.knows(PARITY)
                                || c.knows(AGE_FIRST_BIRTH)
                                || c.is(BREASTFED, true))
                        .onlyIf(c.is(SEX, Sex.MALE))),
        named("STG-17", WARNING, PLAUSIBILITY_ATEMPORAL, "SEER IF15; CanReg5")
            .blocks(E1)
            .given(AGE_AT_DX)
            .says("确诊年龄为{0}岁", "The age at diagnosis is {0}")
            .titled("确诊年龄小于18或大于100岁", "Diagnosed under 18 or over 100")
            .because("小于18岁或大于100岁罕见，请核对", "Under 18 or over 100 is rare; please confirm")
            .brokenIf(c -> c.get(AGE_AT_DX) < 18 || c.get(AGE_AT_DX) > 100),
        named("STG-18", ERROR, PLAUSIBILITY_ATEMPORAL, "SEER IF25")
            .impossible()
            .blocks(E1)
            .given(HISTOLOGY_GROUP)
            .says("病理类型为{0}", "The histology is {0}")
            .titled("病理类型不是乳腺癌", "Histology is no breast carcinoma")
            .because("本登记只收乳腺癌", "The registry is of breast carcinoma")
            .brokenIf(c -> c.is(HISTOLOGY_GROUP, HistologyGroup.NOT_BREAST_CARCINOMA)),
        named("STG-19", WARNING, PLAUSIBILITY_ATEMPORAL, "IARC TR 42; SEER IF76")
            .blocks(E1, E6)
            .given(DX_CONFIRMATION, SURGERY_TYPE)
            .says(
                "诊断依据为{0}，但有手术（{1}）", "The basis of diagnosis is {0}, but there was surgery ({1})")
            .titled("有手术但没有病理诊断", "Operated, but not confirmed by tissue")
            .because("手术标本应有病理诊断", "An operation gives tissue")
            .broken(
                c ->
                    Truth.of(
                            c.is(
                                DX_CONFIRMATION,
                                DxConfirmation.CLINICAL,
                                DxConfirmation.DEATH_CERTIFICATE))
                        .and(c.operated())),
        named("STG-22", WARNING, PLAUSIBILITY_ATEMPORAL, AJCC)
            .blocks(E1)
            .given(T_CAT, TUMOR_SIZE_MM)
            .says(
                "T分类为{0}，但肿瘤大小为{1} mm", "The T category is {0}, but a tumour of {1} mm is recorded")
            .titled("T0但有肿瘤大小", "T0 with a tumour size")
            .because("T0表示未发现原发灶", "T0 means that no primary was found")
            .broken(c -> Bounds.above(c.get(TUMOR_SIZE_MM), 0).onlyIf(c.is(T_CAT, TCat.T0))),
        named("STG-24", WARNING, PLAUSIBILITY_ATEMPORAL, "registry")
            .alias("S10")
            .blocks(E5)
            .given(LESION_COUNT, LIVER_LESION_COUNT)
            .says("转移灶共{0}个，肝转移灶却有{1}个", "{0} lesions in all, but {1} in the liver alone")
            .titled("肝转移灶多于转移灶总数", "More lesions in the liver than in all")
            .because("部分不能多于全部", "A part cannot exceed the whole")
            .broken(c -> Truth.of(c.get(LIVER_LESION_COUNT).min() > c.get(LESION_COUNT).max())),
        named("STG-25", WARNING, PLAUSIBILITY_ATEMPORAL, "registry")
            .alias("M02")
            .given(MENOPAUSAL_STATUS, AGE_AT_DX)
            .reads(AGE_AT_DX, MENOPAUSAL_STATUS)
            .says("{0}岁，月经状况为{1}", "Aged {0}, menopausal status {1}")
            .titled("月经状况与年龄不符", "Menopausal status against the age")
            .because(
                "60岁以上未绝经、35岁以下未切卵巢而绝经均罕见",
                "Premenopausal over 60, or postmenopausal under 35 with ovaries, is rare")
            .brokenIf(PatientRules::menopauseUnlikely),
        named("STG-26", WARNING, PLAUSIBILITY_ATEMPORAL, "registry")
            .given(PARITY, GRAVIDITY)
            .says("产次{0}多于孕次{1}", "Parity {0} exceeds gravidity {1}")
            .titled("产次多于孕次", "More births than pregnancies")
            .because("产次不能多于孕次", "A birth needs a pregnancy")
            .brokenIf(c -> c.get(PARITY) > c.get(GRAVIDITY)),
        named("STG-27", WARNING, PLAUSIBILITY_ATEMPORAL, "registry")
            .given(AGE_FIRST_BIRTH, AGE_AT_DX)
            .says("初产年龄{0}岁大于确诊年龄{1}岁", "First birth at {0}, after the diagnosis at {1}")
            .titled("初产年龄大于确诊年龄", "First birth after the diagnosis")
            .because("生育史截至确诊时", "The history ends at diagnosis")
            .brokenIf(c -> c.get(AGE_FIRST_BIRTH) > c.get(AGE_AT_DX)));
  }

  private static boolean menopauseUnlikely(Case c) {
    int age = c.get(AGE_AT_DX);
    return switch (c.get(MENOPAUSAL_STATUS)) {
      case PRE -> age > 60;
      case POST -> age < 35 && !c.is(OOPHORECTOMY, true);
      case PERI, INDUCED -> false;
    };
  }
}
