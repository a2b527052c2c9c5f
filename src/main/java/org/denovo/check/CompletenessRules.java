package org.denovo.check;

import static org.denovo.check.Category.*;
import static org.denovo.check.Decision.*;
import static org.denovo.check.Rule.named;
import static org.denovo.check.Severity.*;
import static org.denovo.record.Fields.*;

import java.util.List;
import org.denovo.derive.Receptors;
import org.denovo.derive.Sites;
import org.denovo.derive.Truth;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.Fields;
import org.denovo.record.PartialDate;
import org.denovo.record.Remark;
import org.denovo.vocabulary.HistologyGroup;
import org.denovo.vocabulary.NCat;
import org.denovo.vocabulary.Sex;
import org.denovo.vocabulary.SurgeryType;
import org.denovo.vocabulary.TCat;
import org.denovo.vocabulary.VitalStatus;

/**
 * Rules on what is missing. A centre that has no column for a field is not asked for it patient by
 * patient, but for the four facts without which nobody belongs in the registry.
 */
final class CompletenessRules {

  private CompletenessRules() {}

  static List<Rule> all() {
    return List.of(
        named("CMP-01", ERROR, COMPLETENESS, "NAACCR demographic items")
            .blocks(E8)
            .reads(NATIONAL_ID, PERSON_NAME, BIRTH_DATE)
            .says("姓名、身份证号和出生日期均缺", "Name, identity number and date of birth are all missing")
            .because("无法识别同一患者", "The patient cannot be told from others")
            .broken(c -> c.missingAll(NATIONAL_ID, PERSON_NAME, BIRTH_DATE)),
        named("CMP-02", ERROR, COMPLETENESS, "ENCR date of incidence 2022")
            .blocks(E1, E6, E7)
            .reads(DATE_DX)
            .says("确诊日期为{0}", "The date of diagnosis is {0}")
            .titled("确诊日期缺失或只有年份", "Date of diagnosis missing, or a year only")
            .because("确诊日期至少须到月", "At least the month of diagnosis is needed")
            .broken(
                c ->
                    c.missingEssential(DATE_DX)
                        .or(
                            Truth.of(
                                c.value(DATE_DX)
                                    .map(d -> d.precision() == PartialDate.Precision.YEAR)))),
        named("CMP-03", ERROR, COMPLETENESS, "CSBrS-002")
            .blocks(E1)
            .reads(M_CAT, STAGE_GROUP, MET_SITES)
            .says("M分类、分期和转移部位均缺", "M category, stage and metastatic sites are all missing")
            .because("没有Ⅳ期的依据", "Nothing shows stage IV")
            .broken(
                c ->
                    Truth.all(
                        c.missingEssential(M_CAT),
                        c.missingEssential(STAGE_GROUP),
                        Truth.of(Sites.anywhere(c.patient()) != Truth.YES)
                            .onlyIf(!unreadable(c, MET_SITES)))),
        named("CMP-04", ERROR, COMPLETENESS, "NAACCR 1112 to 1117; TCGA-BRCA lacks 6 of 22")
            .alias("S02")
            .blocks(E5)
            .given(M_CAT)
            .reads(M_CAT, MET_SITES)
            .says("M分类为{0}，但没有转移部位", "The M category is {0}, but no metastatic site is recorded")
            .titled("M1但没有转移部位", "M1 without a metastatic site")
            .because("M1须写明转移部位", "M1 asks where")
            .broken(c -> siteMissing(c).onlyIf(StageRules.m1(c))),
        named("CMP-05", WARNING, COMPLETENESS, "AJCC 8, ch. 48")
            .blocks(E3)
            .given(M_CAT)
            .reads(T_CAT, N_CAT, M_CAT)
            .says("T为{0}，N为{1}", "T is {0}, N is {1}")
            .titled("T或N分类缺失", "T or N category missing")
            .because("局部范围影响手术决定", "Local extent bears on surgery")
            .broken(
                c ->
                    Truth.any(
                            c.missing(T_CAT),
                            c.missing(N_CAT),
                            Truth.of(c.is(T_CAT, TCat.TX) || c.is(N_CAT, NCat.NX)))
                        .onlyIf(StageRules.m1(c) && (c.asked(T_CAT) || c.asked(N_CAT)))),
        named("CMP-06", WARNING, COMPLETENESS, "CSBrS-002; ASCO/CAP 2020")
            .blocks(E4)
            .reads(ER_STATUS, ER_PCT, PR_STATUS, PR_PCT)
            .says("ER为{0}，PR为{2}", "ER is {0}, PR is {2}")
            .titled("ER或PR缺失", "ER or PR missing")
            .because("缺激素受体无法分型", "Without receptors there is no subtype")
            .broken(
                c ->
                    TreatmentRules.known(
                        c.missingAll(ER_STATUS, ER_PCT), c.missingAll(PR_STATUS, PR_PCT))),
        named("CMP-07", WARNING, COMPLETENESS, "CSBrS-002; ASCO/CAP 2018")
            .blocks(E4)
            .reads(HER2_IHC, HER2_ISH, HER2_STATUS_RECORDED)
            .says("HER2状态缺失（{0}、{1}、{2}）", "The HER2 status is missing ({0}, {1}, {2})")
            .titled("HER2状态缺失", "HER2 status missing")
            .because("缺HER2无法分型", "Without HER2 there is no subtype")
            .broken(c -> c.missingAll(HER2_IHC, HER2_ISH, HER2_STATUS_RECORDED)),
        named("CMP-08", WARNING, COMPLETENESS, "CSBrS-002; St Gallen 2013")
            .blocks(E4)
            .reads(KI67_PCT)
            .says("Ki-67为{0}", "Ki-67 is {0}")
            .titled("Ki-67缺失", "Ki-67 missing")
            .because("激素受体阳性、HER2阴性者须用Ki-67区分Luminal A和B", "It separates luminal A from B")
            .broken(
                c ->
                    c.missing(KI67_PCT)
                        .onlyIf(
                            Receptors.hormone(c.patient()) == Truth.YES
                                && Receptors.her2Positive(c.patient()) == Truth.NO)),
        named("CMP-09", ERROR, COMPLETENESS, "NAACCR 1291")
            .blocks(E2)
            .reads(SURGERY_TYPE)
            .says("原发灶是否手术：{0}", "Surgery of the primary: {0}")
            .titled("不知原发灶是否手术", "Not known whether the primary was operated on")
            .because("无法分入手术组或非手术组", "The patient fits neither arm")
            .broken(
                c -> c.operated() == Truth.UNKNOWN ? c.missingEssential(SURGERY_TYPE) : Truth.NO),
        named("CMP-10", ERROR, COMPLETENESS, "NAACCR 1200")
            .blocks(E2, E7)
            .given(SURGERY_TYPE)
            .reads(SURGERY_TYPE, DATE_PRIMARY_SURGERY)
            .says("术式为{0}，手术日期为{1}", "The operation is {0}, its date {1}")
            .titled("已手术但没有完整的手术日期", "Operated without a full date of surgery")
            .because("没有日期无法判断先后", "Without a date nobody knows what came first")
            .broken(c -> c.missing(DATE_PRIMARY_SURGERY).onlyIf(c.operated() == Truth.YES)),
        named("CMP-11", ERROR, COMPLETENESS, "SSO-ASTRO; NAACCR 1320")
            .blocks(E3)
            .given(SURGERY_TYPE)
            .reads(SURGERY_TYPE, MARGIN_STATUS)
            .says("术式为{0}，切缘为{1}", "The operation is {0}, the margin {1}")
            .titled("已手术但切缘缺失", "Operated, and the margin is missing")
            .because(
                "切缘与预后有关，未提及不等于阴性", "The margin bears on outcome; not mentioned is not negative")
            .graded(
                c ->
                    c.is(SURGERY_TYPE, SurgeryType.BCS, SurgeryType.BCS_ONCOPLASTIC)
                        ? ERROR
                        : WARNING)
            .broken(c -> c.missing(MARGIN_STATUS).onlyIf(c.operated() == Truth.YES)),
        named("CMP-12", WARNING, COMPLETENESS, "NAACCR 1340")
            .blocks(E2)
            .reads(SURGERY_TYPE, NO_SURGERY_REASON)
            .says("术式为{0}，未手术原因为{1}", "The operation is {0}, the reason for none {1}")
            .titled("未手术但没有原因", "No operation and no reason for none")
            .because("用于判断指征混杂", "It shows confounding by indication")
            .broken(c -> c.missing(NO_SURGERY_REASON).onlyIf(c.operated() == Truth.NO)),
        named("CMP-13", ERROR, COMPLETENESS, "NAACCR 1750, 1760")
            .blocks(E6)
            .reads(VITAL_STATUS, DATE_LAST_CONTACT)
            .says("生存状态为{0}，末次随访为{1}", "The vital status is {0}, the last contact {1}")
            .titled("生存状态或末次随访缺失", "Vital status or last contact missing")
            .because("没有随访无法分析生存", "Without follow-up there is no survival")
            .broken(
                c ->
                    TreatmentRules.known(
                        c.missingEssential(VITAL_STATUS),
                        c.is(VITAL_STATUS, VitalStatus.DEAD) && c.knows(DATE_DEATH)
                            ? Truth.NO
                            : c.missingEssential(DATE_LAST_CONTACT))),
        named("CMP-14", ERROR, COMPLETENESS, "NAACCR 1750")
            .blocks(E6)
            .given(VITAL_STATUS)
            .reads(VITAL_STATUS, DATE_DEATH)
            .says("生存状态为{0}，死亡日期为{1}", "The vital status is {0}, the date of death {1}")
            .titled("死亡但没有死亡日期", "Dead without a date of death")
            .because("死亡须有日期", "A death has a date")
            .broken(c -> c.missing(DATE_DEATH).onlyIf(c.is(VITAL_STATUS, VitalStatus.DEAD))),
        named("CMP-15", INFO, COMPLETENESS, "NAACCR 1914")
            .alias("D06")
            .blocks(E6)
            .given(VITAL_STATUS)
            .reads(VITAL_STATUS, DEATH_CAUSE)
            .says("生存状态为{0}，死亡原因为{1}", "The vital status is {0}, the cause of death {1}")
            .titled("死亡但没有死亡原因", "Dead without a cause of death")
            .because(
                "乳腺癌特异生存需要死因；呼吸心跳停止不是死因",
                "Breast-cancer-specific survival needs it; cardiac arrest is no cause")
            .broken(
                c ->
                    Truth.of(c.remarked(DEATH_CAUSE, Remark.MECHANISM_OF_DEATH))
                        .or(c.missing(DEATH_CAUSE))
                        .onlyIf(c.is(VITAL_STATUS, VitalStatus.DEAD))),
        named("CMP-16", WARNING, COMPLETENESS, "E2108")
            .blocks(E7)
            .reads(SYSTEMIC_THERAPY, DATE_LINE1_START)
            .says("全身治疗为{0}，开始日期为{1}", "Systemic therapy is {0}, its start {1}")
            .titled("全身治疗没有开始日期", "Systemic therapy without a start")
            .because("界标分析需要全身治疗开始日期", "Landmark analyses need its start")
            .broken(
                c ->
                    c.missing(DATE_LINE1_START)
                        .onlyIf(c.truth(c.derived().anySystemic()) != Truth.NO)),
        named("CMP-17", WARNING, COMPLETENESS, "registry")
            .blocks(E5)
            .given(M_CAT)
            .reads(M_CAT, LESION_COUNT)
            .says("M分类为{0}，病灶数为{1}", "The M category is {0}, the number of lesions {1}")
            .titled("M1但病灶数缺失或没有上限", "M1 without a number of lesions, or with an open one")
            .because("病灶数无上限时无法判断寡转移", "With an open number nobody can call it oligometastatic")
            .broken(
                c ->
                    c.missing(LESION_COUNT)
                        .or(Truth.of(c.value(LESION_COUNT).map(n -> Double.isInfinite(n.max()))))
                        .onlyIf(StageRules.m1(c))),
        named("CMP-18", WARNING, COMPLETENESS, "registry")
            .blocks(E1)
            .given(M_CAT)
            .reads(M_CAT, DATE_MET_DX)
            .says("M分类为{0}，转移确诊日期为{1}", "The M category is {0}, the date of metastasis {1}")
            .titled("M1但没有转移确诊日期", "M1 without a date of metastasis")
            .because("没有日期，新发只凭中心所述", "Without it, de novo rests on the centre's word")
            .broken(c -> c.missing(DATE_MET_DX).onlyIf(StageRules.m1(c))),
        named("CMP-19", WARNING, COMPLETENESS, "CSBrS-002: 97.1 % invasive")
            .blocks(E1)
            .reads(HISTOLOGY_GROUP)
            .says("病理类型为{0}", "The histology is {0}")
            .titled("病理类型缺失", "Histology missing")
            .because("须证实为浸润性癌", "Invasive cancer must be proven")
            .broken(
                c ->
                    c.missing(HISTOLOGY_GROUP)
                        .or(
                            Truth.of(
                                c.value(HISTOLOGY_GROUP)
                                    .map(group -> group == HistologyGroup.IN_SITU)))),
        named("CMP-21", WARNING, COMPLETENESS, "registry")
            .blocks(E6)
            .reads(VITAL_STATUS, DATE_LAST_CONTACT)
            .says(
                "随访部分全空，而其他部分基本完整",
                "The follow-up part is empty while the others are nearly complete")
            .because("随访表可能没有对上这位患者", "The follow-up sheet may not be joined to this patient")
            .broken(CompletenessRules::followUpNotJoined),
        named("CMP-22", INFO, COMPLETENESS, "CSBrS-002")
            .blocks(E4)
            .given(SEX)
            .reads(SEX, MENOPAUSAL_STATUS)
            .says("{0}性，月经状况为{1}", "{0}, menopausal status {1}")
            .titled("女性月经状况缺失", "Menopausal status of a woman missing")
            .because("影响内分泌治疗的选择", "It bears on endocrine therapy")
            .broken(c -> c.missing(MENOPAUSAL_STATUS).onlyIf(c.is(SEX, Sex.FEMALE))));
  }

  private static Truth siteMissing(Case c) {
    if (Sites.anywhere(c.patient()) == Truth.YES) {
      return Truth.NO;
    }
    boolean anyUnreadable =
        unreadable(c, MET_SITES) || Sites.flags().stream().anyMatch(flag -> unreadable(c, flag));
    boolean anyAsked = c.asked(MET_SITES) || Sites.flags().stream().anyMatch(flag -> c.asked(flag));
    return Truth.YES.onlyIf(anyAsked && !anyUnreadable);
  }

  private static boolean unreadable(Case c, Field<?> field) {
    return c.patient().answer(field) instanceof Answer.Unreadable<?>;
  }

  private static Truth followUpNotJoined(Case c) {
    int asked = 0;
    int known = 0;
    boolean followUpAsked = false;
    boolean followUpEmpty = true;
    for (Field<?> field : Fields.all()) {
      if (!c.asked(field)) {
        continue;
      }
      if (field.group() == Field.Group.FOLLOW_UP) {
        followUpAsked = true;
        followUpEmpty &= c.missing(field) == Truth.YES;
      } else {
        asked++;
        known += c.missing(field) == Truth.YES ? 0 : 1;
      }
    }
    return Truth.of(followUpEmpty && known >= 0.9 * asked).onlyIf(followUpAsked && asked > 0);
  }
}
