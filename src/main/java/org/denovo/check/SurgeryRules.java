package org.denovo.check;

import static org.denovo.check.Category.*;
import static org.denovo.check.Decision.*;
import static org.denovo.check.Rule.named;
import static org.denovo.check.Severity.*;
import static org.denovo.record.Fields.*;

import java.util.List;
import org.denovo.derive.Bounds;
import org.denovo.derive.Truth;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Interval;
import org.denovo.record.Remark;
import org.denovo.vocabulary.AxillaryProcedure;
import org.denovo.vocabulary.Laterality;
import org.denovo.vocabulary.MarginStatus;
import org.denovo.vocabulary.MetLocalTherapy;
import org.denovo.vocabulary.Reconstruction;
import org.denovo.vocabulary.ResidualStatus;
import org.denovo.vocabulary.RtTarget;
import org.denovo.vocabulary.SurgeryIntent;
import org.denovo.vocabulary.SurgeryType;

/** Rules on surgery of the primary, its margin, the axilla and local treatment of metastases. */
final class SurgeryRules {

  private static final int DIAGNOSTIC_DAYS = 30;

  private SurgeryRules() {}

  static List<Rule> all() {
    return List.of(
        named("CON-17", ERROR, CONFORMANCE_VALUE, "NAACCR 820, 830")
            .alias("S07")
            .blocks(E1)
            .given(NODES_POSITIVE, NODES_EXAMINED)
            .says("阳性淋巴结{0}枚多于检出{1}枚", "{0} nodes positive of {1} examined")
            .titled("阳性淋巴结多于检出数", "More nodes positive than examined")
            .because("阳性数不能多于检出数", "No more can be positive than were examined")
            .brokenIf(c -> c.get(NODES_POSITIVE) > c.get(NODES_EXAMINED)),
        named("SUR-01", ERROR, PLAUSIBILITY_ATEMPORAL, "NAACCR 1320 code 8")
            .impossible()
            .alias("G04")
            .blocks(E2, E3)
            .given(SURGERY_TYPE, MARGIN_STATUS)
            .says("术式为{0}，但切缘为{1}", "The operation is {0}, but the margin is {1}")
            .titled("未手术却有切缘", "Not operated, but with a margin")
            .because("没有手术就没有切缘", "Without surgery there is no margin")
            .broken(c -> c.operated().not()),
        named("SUR-02", ERROR, PLAUSIBILITY_ATEMPORAL, "NAACCR 1200, 1291")
            .impossible()
            .alias("G01")
            .blocks(E2)
            .given(SURGERY_TYPE, DATE_PRIMARY_SURGERY)
            .says("术式为{0}，但手术日期为{1}", "The operation is {0}, but it is dated {1}")
            .titled("未手术却有手术日期", "Not operated, but with a date of surgery")
            .because("未手术不应有手术日期", "No operation, no date")
            .brokenIf(c -> c.is(SURGERY_TYPE, SurgeryType.NONE, SurgeryType.BIOPSY_ONLY)),
        named("SUR-03", ERROR, PLAUSIBILITY_ATEMPORAL, "NAACCR 1320 code 8")
            .impossible()
            .alias("G04")
            .blocks(E3)
            .given(SURGERY_TYPE)
            .reads(SURGERY_TYPE, MARGIN_STATUS)
            .says("术式为{0}，但切缘为{1}", "The operation is {0}, but the margin is {1}")
            .titled("已手术但切缘为不适用", "Operated, but the margin is not applicable")
            .because("已手术者的切缘不能是“不适用”", "After surgery a margin is never not applicable")
            .broken(
                c ->
                    Truth.of(marginNotApplicable(c))
                        .onlyIf(
                            c.operated() == Truth.YES
                                && (c.knows(MARGIN_STATUS) || marginNotApplicable(c)))),
        named("SUR-04", ERROR, PLAUSIBILITY_ATEMPORAL, "SEER surgery codes")
            .impossible()
            .blocks(E2)
            .given(SURGERY_TYPE, AXILLARY_PROCEDURE)
            .says("术式为{0}，腋窝手术为{1}", "The operation is {0}, the axillary procedure {1}")
            .titled("改良根治术却无腋窝手术", "Modified radical mastectomy without axillary surgery")
            .because("改良根治术包括腋窝清扫", "A modified radical mastectomy clears the axilla")
            .brokenIf(
                c ->
                    c.is(SURGERY_TYPE, SurgeryType.MODIFIED_RADICAL)
                        && c.is(AXILLARY_PROCEDURE, AxillaryProcedure.NONE)),
        named(
                "SUR-05",
                ERROR,
                PLAUSIBILITY_TEMPORAL,
                "ENCR date of incidence 2022; Duke MRI has six")
            .alias("G02")
            .blocks(E2, E7)
            .given(DATE_PRIMARY_SURGERY, DATE_DX)
            .says("手术日期{0}早于确诊日期{1}", "Operated {0}, before the diagnosis {1}")
            .titled("手术早于确诊", "Operated before the diagnosis")
            .because(
                "相差30天内多为以病理报告日期作确诊日期",
                "Within 30 days the diagnosis is probably the date of the report")
            .graded(c -> c.before(DATE_PRIMARY_SURGERY, DATE_DX, 30) == Truth.YES ? ERROR : WARNING)
            .broken(c -> c.before(DATE_PRIMARY_SURGERY, DATE_DX)),
        named("SUR-06", ERROR, PLAUSIBILITY_TEMPORAL, "OHDSI plausibleBeforeDeath")
            .impossible()
            .alias("D01")
            .blocks(E2, E6)
            .given(DATE_PRIMARY_SURGERY, DATE_DEATH)
            .says("手术日期{0}晚于死亡日期{1}", "Operated {0}, after the death {1}")
            .titled("手术晚于死亡", "Operated after the death")
            .because("死亡后不可能手术", "Nobody is operated on after death")
            .broken(c -> c.before(DATE_DEATH, DATE_PRIMARY_SURGERY)),
        named("SUR-07", INFO, PLAUSIBILITY_TEMPORAL, "MF07-01 against E2108")
            .blocks(E7)
            .given(DATE_PRIMARY_SURGERY, DATE_LINE1_START)
            .says("先手术（{0}），后全身治疗（{1}）", "Surgery first ({0}), then systemic therapy ({1})")
            .titled("先手术后全身治疗", "Surgery before systemic therapy")
            .because("归入先手术亚组", "It goes to the arm of surgery first")
            .broken(
                c ->
                    c.before(DATE_PRIMARY_SURGERY, DATE_LINE1_START)
                        .onlyIf(c.operated() == Truth.YES)),
        named("SUR-09", ERROR, PLAUSIBILITY_ATEMPORAL, "NAACCR 410")
            .alias("G03")
            .blocks(E2)
            .given(LATERALITY, SURGERY_LATERALITY)
            .says("肿瘤在{0}，手术在{1}", "The tumour is {0}, the operation {1}")
            .titled("手术侧别与肿瘤侧别不符", "Operated on the other side than the tumour's")
            .because("手术侧应为患侧", "The diseased breast is the one to operate on")
            .brokenIf(
                c ->
                    c.get(LATERALITY) != c.get(SURGERY_LATERALITY)
                        && !c.is(LATERALITY, Laterality.BILATERAL)
                        && !c.is(SURGERY_LATERALITY, Laterality.BILATERAL)),
        named("SUR-14", ERROR, PLAUSIBILITY_ATEMPORAL, "SSO-ASTRO: no ink on tumour")
            .impossible()
            .alias("G05")
            .blocks(E3)
            .given(MARGIN_STATUS, MARGIN_WIDTH_MM)
            .says("切缘为{0}，宽度为{1} mm", "The margin is {0}, {1} mm wide")
            .titled("切缘状态与宽度不符", "Margin against its width")
            .because("0 mm为阳性，大于0 mm不是阳性", "0 mm is positive, and a positive margin has no width")
            .broken(
                c ->
                    switch (c.get(MARGIN_STATUS)) {
                      case NEGATIVE -> Bounds.atMost(c.get(MARGIN_WIDTH_MM), 0);
                      case POSITIVE_MICRO, POSITIVE_MACRO, POSITIVE_NOS ->
                          Bounds.above(c.get(MARGIN_WIDTH_MM), 0);
                      case CLOSE -> Bounds.atMost(c.get(MARGIN_WIDTH_MM), 0);
                      case NOT_EVALUABLE -> Truth.UNKNOWN;
                    }),
        named("SUR-17", WARNING, PLAUSIBILITY_ATEMPORAL, "SEER B210, B215")
            .blocks(E2)
            .given(SURGERY_TYPE)
            .reads(SURGERY_TYPE, SURGERY_INTENT, DATE_PRIMARY_SURGERY, DATE_DX)
            .says("术式为{0}，目的为{1}", "The operation is {0}, its intent {1}")
            .titled("确诊前后的切除可能只是活检", "An excision that may be diagnostic only")
            .because(
                "确诊前后的切除可能只为诊断，分组未定",
                "An excision around diagnosis may be diagnostic only; the arm stays open")
            .broken(
                c ->
                    Truth.of(!c.knows(SURGERY_INTENT))
                        .and(aroundDiagnosis(c))
                        .onlyIf(c.is(SURGERY_TYPE, SurgeryType.LOCAL_EXCISION))),
        named("SUR-18", INFO, PLAUSIBILITY_ATEMPORAL, "NAACCR 1335")
            .blocks(E2)
            .given(RECONSTRUCTION, SURGERY_TYPE)
            .says("重建为{0}，术式为{1}", "Reconstruction is {0}, the operation {1}")
            .titled("重建但没有全切", "Reconstruction without a mastectomy")
            .because("重建通常在全切之后", "Reconstruction usually follows a mastectomy")
            .brokenIf(c -> !c.is(RECONSTRUCTION, Reconstruction.NONE) && !mastectomy(c)),
        named("SUR-19", WARNING, PLAUSIBILITY_ATEMPORAL, "NAACCR 830, 1292")
            .alias("G07")
            .blocks(E2)
            .given(AXILLARY_PROCEDURE)
            .reads(AXILLARY_PROCEDURE, NODES_EXAMINED)
            .says("腋窝手术为{0}，检出淋巴结{1}枚", "The axillary procedure is {0}, nodes examined: {1}")
            .titled("腋窝手术与检出淋巴结数不符", "Axillary procedure against the nodes examined")
            .because(
                "检出数与术式不符（清扫少于4枚，或未手术却有检出）",
                "The count does not fit (a dissection with under 4, or nodes without a procedure)")
            .broken(SurgeryRules::nodesUnfitting),
        named("SUR-20", WARNING, PLAUSIBILITY_TEMPORAL, "registry")
            .blocks(E1, E7)
            .given(DATE_MET_LOCAL_TX, DATE_DX)
            .says(
                "{0}已治疗转移灶，{1}才确诊乳腺癌",
                "A metastasis was treated {0}, before the breast cancer was diagnosed {1}")
            .titled("转移灶治疗早于乳腺癌确诊", "A metastasis treated before the diagnosis")
            .because("可能不是新发Ⅳ期", "It may not be de novo")
            .broken(c -> c.before(DATE_MET_LOCAL_TX, DATE_DX, 30)),
        named("SUR-22", WARNING, PLAUSIBILITY_ATEMPORAL, "registry")
            .alias("G06")
            .blocks(E3)
            .given(SURGERY_TYPE)
            .reads(SURGERY_TYPE, RADIOTHERAPY, RT_TARGETS, NO_RADIOTHERAPY_REASON_GIVEN)
            .says(
                "术式为{0}，放疗为{1}，未注明原因",
                "The operation is {0}, radiotherapy {1}, and no reason is given")
            .titled("保乳但未放疗且没有原因", "Breast conserved without radiotherapy or a reason")
            .because("保乳术后通常放疗", "Breast conservation is usually followed by radiotherapy")
            .broken(
                c ->
                    breastIrradiated(c)
                        .not()
                        .and(Truth.of(!c.is(NO_RADIOTHERAPY_REASON_GIVEN, true)))
                        .onlyIf(c.is(SURGERY_TYPE, SurgeryType.BCS, SurgeryType.BCS_ONCOPLASTIC))),
        named("SUR-23", WARNING, PLAUSIBILITY_ATEMPORAL, "registry")
            .alias("G07")
            .blocks(E2)
            .given(AXILLARY_PROCEDURE, NODES_EXAMINED)
            .says("腋窝手术为{0}，检出淋巴结{1}枚", "The axillary procedure is {0}, {1} nodes were examined")
            .titled("前哨淋巴结活检检出过多", "Many nodes for a sentinel biopsy")
            .because(
                "前哨活检很少超过8枚，可能是清扫",
                "A sentinel biopsy rarely yields more than 8; perhaps a dissection")
            .brokenIf(
                c -> c.is(AXILLARY_PROCEDURE, AxillaryProcedure.SLNB) && c.get(NODES_EXAMINED) > 8),
        named("SUR-24", WARNING, PLAUSIBILITY_ATEMPORAL, "registry")
            .alias("G08")
            .blocks(E3, E5)
            .given(MET_R_STATUS, ALL_KNOWN_LESIONS_TREATED)
            .says(
                "转移灶切除为{0}，全部病灶已治疗：{1}", "Metastases resected {0}; all known lesions treated: {1}")
            .titled("转移灶R0但有病灶未治疗", "Metastases R0 with lesions untreated")
            .because("尚有未治病灶时不能算全身R0", "With lesions untreated the patient is not R0")
            .brokenIf(
                c ->
                    c.is(MET_R_STATUS, ResidualStatus.R0)
                        && c.is(ALL_KNOWN_LESIONS_TREATED, false)),
        named("SUR-25", WARNING, PLAUSIBILITY_ATEMPORAL, "registry")
            .alias("G09")
            .blocks(E2, E3)
            .given(SURGERY_INTENT)
            .reads(SURGERY_INTENT, ULCERATION_BLEEDING, LOCAL_INFECTION)
            .says(
                "手术目的为{0}，但有破溃出血（{1}）或感染（{2}）",
                "The intent is {0}, with ulceration or bleeding ({1}) or infection ({2})")
            .titled("根治目的但有破溃、出血或感染", "Curative intent with ulceration, bleeding or infection")
            .because("止血、清创等是姑息手术", "Stopping a bleeding or cleaning a wound is palliative")
            .broken(
                c ->
                    Truth.of(
                            c.is(ULCERATION_BLEEDING, true)
                                || c.is(LOCAL_INFECTION, true)
                                || c.remarked(SURGERY_INTENT, Remark.CONFLICT))
                        .onlyIf(c.is(SURGERY_INTENT, SurgeryIntent.CURATIVE_ATTEMPT))),
        named("SUR-26", WARNING, PLAUSIBILITY_TEMPORAL, "registry")
            .alias("G10")
            .blocks(E2, E7)
            .given(SECOND_SURGERY_DATE, DATE_PRIMARY_SURGERY, SURGERY_TYPE)
            .says(
                "再次切除{0}，首次手术{1}（{2}）",
                "A second mastectomy {0} after the first operation {1} ({2})")
            .titled("同一乳房两次全切", "One breast removed twice")
            .because("同一乳房不能全切两次", "One breast cannot be removed twice")
            .broken(
                c ->
                    c.before(DATE_PRIMARY_SURGERY, SECOND_SURGERY_DATE)
                        .or(c.before(SECOND_SURGERY_DATE, DATE_PRIMARY_SURGERY))
                        .and(Truth.of(mastectomy(c)))),
        named("SUR-27", WARNING, CONFORMANCE_VALUE, "registry")
            .blocks(E2)
            .reads(SURGERY_TYPE, DATE_PRIMARY_SURGERY)
            .says("手术为计划，尚未施行（{0}）", "The operation is planned, not done ({0})")
            .titled("手术只是计划", "An operation that is only planned")
            .because("只有已施行的手术才能分组", "Only an operation that was done decides the arm")
            .broken(
                c ->
                    Truth.of(c.remarked(SURGERY_TYPE, Remark.PLANNED))
                        .onlyIf(c.knows(SURGERY_TYPE) || c.remarked(SURGERY_TYPE, Remark.PLANNED))),
        named("SUR-28", WARNING, PLAUSIBILITY_ATEMPORAL, "NAACCR 1340")
            .blocks(E2)
            .given(SURGERY_TYPE, NO_SURGERY_REASON)
            .says("术式为{0}，却有未手术原因：{1}", "The operation is {0}, yet a reason for none is given: {1}")
            .titled("已手术却有未手术原因", "Operated, yet with a reason for none")
            .because("两者只能有其一", "It can only be one of the two")
            .broken(Case::operated),
        named("SUR-29", WARNING, CONFORMANCE_COMPUTATIONAL, "SSO-ASTRO; CSBrS-005 bands")
            .blocks(E3)
            .given(MARGIN_STATUS, MARGIN_WIDTH_MM)
            .says(
                "切缘为{0}，宽度为{1} mm，界值为{2} mm",
                "The margin is {0}, {1} mm wide; close means under {2} mm")
            .titled("切缘与宽度界值不符", "Margin against the limit of its width")
            .because("近切缘的界值应一致", "Close has one limit for all centres")
            .adding(c -> List.of(Interval.number(c.parameters().closeMarginMm())))
            .broken(
                c ->
                    Bounds.atLeast(c.get(MARGIN_WIDTH_MM), c.parameters().closeMarginMm())
                        .onlyIf(c.is(MARGIN_STATUS, MarginStatus.CLOSE))),
        named("SUR-30", WARNING, PLAUSIBILITY_ATEMPORAL, "NAACCR 1294")
            .blocks(E2)
            .given(MET_R_STATUS, MET_LOCAL_TX)
            .says("转移灶切除为{0}，但局部治疗为{1}", "Metastases resected {0}, but their treatment is: {1}")
            .titled("有转移灶切除结果但没有切除", "A residual status without a resection of metastases")
            .because("R分级只用于切除", "A residual status belongs to a resection")
            .brokenIf(c -> !c.holds(MET_LOCAL_TX, MetLocalTherapy.RESECTION)));
  }

  private static boolean marginNotApplicable(Case c) {
    return c.patient().answer(MARGIN_STATUS) instanceof Answer.Absent<?> absent
        && absent.why() == Absence.NOT_APPLICABLE;
  }

  private static Truth aroundDiagnosis(Case c) {
    return c.days(DATE_DX, DATE_PRIMARY_SURGERY)
        .map(gap -> Bounds.between(gap, -DIAGNOSTIC_DAYS, DIAGNOSTIC_DAYS))
        .orElse(Truth.YES);
  }

  private static boolean mastectomy(Case c) {
    return c.is(
        SURGERY_TYPE,
        SurgeryType.SIMPLE_MASTECTOMY,
        SurgeryType.SKIN_OR_NIPPLE_SPARING,
        SurgeryType.MODIFIED_RADICAL,
        SurgeryType.RADICAL,
        SurgeryType.MASTECTOMY_NOS);
  }

  private static Truth breastIrradiated(Case c) {
    if (c.is(RADIOTHERAPY, false)) {
      return Truth.NO;
    }
    Truth aimed =
        Truth.of(
            c.value(RT_TARGETS)
                .map(
                    targets ->
                        targets.contains(RtTarget.BREAST)
                            || targets.contains(RtTarget.CHEST_WALL)));
    return aimed.orElse(c.is(RADIOTHERAPY, true) ? Truth.YES : Truth.UNKNOWN);
  }

  private static Truth nodesUnfitting(Case c) {
    Truth none = c.missing(NODES_EXAMINED);
    Truth fewerThanFour = Truth.of(c.value(NODES_EXAMINED).map(n -> n < 4));
    Truth zero = Truth.of(c.value(NODES_EXAMINED).map(n -> n == 0));
    return switch (c.get(AXILLARY_PROCEDURE)) {
      case NONE -> Truth.of(c.value(NODES_EXAMINED).map(n -> n > 0));
      case SLNB, SAMPLING -> none.or(zero);
      case ALND, SLNB_THEN_ALND -> none.or(fewerThanFour);
      case FNA_CORE -> Truth.UNKNOWN;
    };
  }
}
