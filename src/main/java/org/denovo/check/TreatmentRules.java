package org.denovo.check;

import static org.denovo.check.Category.*;
import static org.denovo.check.Decision.*;
import static org.denovo.check.Rule.named;
import static org.denovo.check.Severity.*;
import static org.denovo.record.Fields.*;

import java.util.List;
import java.util.Set;
import org.denovo.derive.Sites;
import org.denovo.derive.Truth;
import org.denovo.record.Answer;
import org.denovo.vocabulary.DrugClass;
import org.denovo.vocabulary.LineEndReason;
import org.denovo.vocabulary.MenopausalStatus;
import org.denovo.vocabulary.Response;
import org.denovo.vocabulary.RtTarget;
import org.denovo.vocabulary.Sex;

/** Rules on systemic therapy, response, progression and radiotherapy. */
final class TreatmentRules {

  private TreatmentRules() {}

  static List<Rule> all() {
    return List.of(
        named("TRT-01", ERROR, PLAUSIBILITY_TEMPORAL, "OHDSI plausibleStartBeforeEnd")
            .impossible()
            .blocks(E7)
            .given(DATE_LINE1_START, DATE_LINE1_END)
            .says("一线开始{0}，结束{1}", "The first line began {0} and ended {1}")
            .titled("一线结束早于开始", "First line ended before it began")
            .because(
                "结束不能早于开始，也不能晚于数据提交日",
                "It cannot end before it began, or after the file was received")
            .broken(
                c ->
                    c.before(DATE_LINE1_END, DATE_LINE1_START)
                        .or(DateRules.future(c, DATE_LINE1_END))),
        named("TRT-05", ERROR, PLAUSIBILITY_TEMPORAL, "OHDSI plausibleTemporalAfter")
            .impossible()
            .alias("D04")
            .blocks(E6)
            .given(DATE_PROGRESSION)
            .reads(DATE_PROGRESSION, DATE_DX, DATE_LINE1_START, DATE_DEATH)
            .says(
                "进展日期{0}与确诊{1}、一线开始{2}或死亡{3}矛盾",
                "Progression {0} does not fit diagnosis {1}, first line {2} or death {3}")
            .titled("进展日期与其他日期矛盾", "Progression against other dates")
            .because(
                "进展在确诊和治疗开始之后、死亡之前",
                "Progression comes after diagnosis and start of therapy, before death")
            .broken(
                c ->
                    known(
                        c.before(DATE_PROGRESSION, DATE_DX),
                        c.before(DATE_DEATH, DATE_PROGRESSION),
                        c.before(DATE_PROGRESSION, DATE_LINE1_START))),
        named(
                "TRT-06",
                WARNING,
                PLAUSIBILITY_TEMPORAL,
                "E2108: surgery after response or stability")
            .blocks(E2)
            .given(DATE_PRIMARY_SURGERY)
            .reads(DATE_PRIMARY_SURGERY, LINE1_BEST_RESPONSE, DATE_RESPONSE, DATE_PROGRESSION)
            .says("手术（{0}）在进展之后", "The operation ({0}) came after progression")
            .titled("手术在进展之后", "Surgery after progression")
            .because("进展后手术多为姑息", "Surgery after progression is mostly palliative")
            .broken(
                c ->
                    known(
                            c.before(DATE_PROGRESSION, DATE_PRIMARY_SURGERY),
                            c.before(DATE_RESPONSE, DATE_PRIMARY_SURGERY)
                                .and(
                                    Truth.of(c.value(LINE1_BEST_RESPONSE).map(TreatmentRules::pd))))
                        .onlyIf(c.operated() == Truth.YES)),
        named("TRT-07", WARNING, CONFORMANCE_VALUE, "registry")
            .blocks(E4, E7)
            .reads(LINE1_DRUGS)
            .says("一线方案“{1}”无法识别", "The first-line regimen '{1}' was not recognised")
            .titled("一线方案无法识别", "First-line regimen not recognised")
            .because("药物不在词表中（通用名、商品名、缩写）", "The drugs are in no list of names")
            .adding(c -> List.of(Shown.raw(c.patient(), LINE1_DRUGS)))
            .broken(c -> Truth.of(unreadable(c)).onlyIf(unreadable(c) || c.knows(LINE1_DRUGS))),
        named("TRT-08", INFO, PLAUSIBILITY_ATEMPORAL, "registry")
            .blocks(E4)
            .given(LINE1_DRUGS)
            .reads(LINE1_DRUGS, MENOPAUSAL_STATUS, SEX)
            .says("一线用药{0}，月经状况{1}，性别{2}", "First line {0}, menopausal status {1}, sex {2}")
            .titled("绝经后或男性使用卵巢功能抑制", "Ovarian suppression after menopause or in a man")
            .because("绝经后或男性无需卵巢功能抑制", "Ovarian suppression has no use after menopause or in men")
            .broken(
                c ->
                    known(
                            Truth.of(
                                c.value(MENOPAUSAL_STATUS)
                                    .map(status -> status == MenopausalStatus.POST)),
                            Truth.of(c.value(SEX).map(sex -> sex == Sex.MALE)))
                        .onlyIf(c.holds(LINE1_DRUGS, DrugClass.OFS))),
        named("TRT-09", INFO, PLAUSIBILITY_ATEMPORAL, "registry")
            .blocks(E2)
            .given(RT_TARGETS, SURGERY_TYPE)
            .says("放疗部位{0}，术式为{1}", "Radiotherapy to {0}, the operation is {1}")
            .titled("只有乳房放疗而没有手术", "Radiotherapy without an operation")
            .because(
                "仅放疗的局部治疗既非手术组，也非无局部治疗",
                "Radiotherapy alone is neither the surgical arm nor no local treatment")
            .broken(
                c ->
                    c.operated()
                        .not()
                        .onlyIf(c.holds(RT_TARGETS, RtTarget.BREAST, RtTarget.CHEST_WALL))),
        named("TRT-11", ERROR, PLAUSIBILITY_ATEMPORAL, "Duke MRI has three such rows")
            .impossible()
            .blocks(E6)
            .given(PROGRESSION)
            .reads(PROGRESSION, DATE_PROGRESSION)
            .says("进展为{0}，进展日期为{1}", "Progression is {0}, its date {1}")
            .titled("进展与进展日期不符", "Progression against its date")
            .because("有无进展应与日期一致", "The flag and the date go together")
            .graded(c -> c.is(PROGRESSION, false) ? ERROR : WARNING)
            .broken(
                c ->
                    c.is(PROGRESSION, true)
                        ? c.missing(DATE_PROGRESSION)
                        : Truth.of(c.knows(DATE_PROGRESSION))),
        named("TRT-12", WARNING, PLAUSIBILITY_TEMPORAL, "registry")
            .alias("D03")
            .blocks(E7)
            .given(DATE_PRIMARY_SURGERY, DATE_LINE1_START, DATE_LINE1_END, LINE1_END_REASON)
            .says(
                "手术{0}在一线治疗期间（{1}至{2}），结束原因为{3}",
                "Operated {0} within the first line ({1} to {2}), which ended for: {3}")
            .titled("手术在一线治疗期间", "Surgery within the first line")
            .because("手术通常结束或完成一线治疗", "Surgery usually ends or completes a line")
            .broken(
                c ->
                    Truth.all(
                        c.before(DATE_LINE1_START, DATE_PRIMARY_SURGERY),
                        c.before(DATE_PRIMARY_SURGERY, DATE_LINE1_END),
                        Truth.of(
                            !c.is(
                                LINE1_END_REASON,
                                LineEndReason.SURGERY,
                                LineEndReason.COMPLETED)))),
        named("TRT-13", WARNING, PLAUSIBILITY_ATEMPORAL, "registry")
            .alias("M03")
            .blocks(E1, E7)
            .given(DATE_LINE1_START)
            .reads(DATE_LINE1_START, M_CAT, STAGE_GROUP)
            .says(
                "有一线治疗（{0}），但没有转移诊断（{1}，{2}）",
                "A first line ({0}) without a diagnosis of metastasis ({1}, {2})")
            .titled("有一线治疗但没有转移诊断", "A first line without a diagnosis of metastasis")
            .because("一线指转移性疾病的首次治疗", "First line means the first for metastatic disease")
            .broken(TreatmentRules::withoutMetastasis),
        named("TRT-14", WARNING, PLAUSIBILITY_TEMPORAL, "registry")
            .alias("D02")
            .blocks(E1, E7)
            .given(DATE_LINE1_START, DATE_DX)
            .says("一线开始{0}，早于确诊{1}", "The first line began {0}, before the diagnosis {1}")
            .titled("一线开始早于确诊", "First line before the diagnosis")
            .because(
                "早于确诊14天以上的治疗可能针对既往疾病",
                "More than 14 days before, it may have been for an earlier disease")
            .broken(c -> c.before(DATE_LINE1_START, DATE_DX, 14)),
        named("TRT-15", WARNING, PLAUSIBILITY_ATEMPORAL, "RECIST 1.1")
            .alias("D04")
            .blocks(E6)
            .given(LINE1_BEST_RESPONSE)
            .reads(LINE1_BEST_RESPONSE, PROGRESSION, DATE_PROGRESSION)
            .says(
                "一线最佳疗效为{0}，但进展为{1}、日期{2}",
                "The best response is {0}, but progression is {1}, dated {2}")
            .titled("最佳疗效为PD但没有进展", "PD as best response without a progression")
            .because("疗效PD即为进展", "PD as best response is a progression")
            .broken(
                c ->
                    Truth.all(c.missing(DATE_PROGRESSION), Truth.of(!c.is(PROGRESSION, true)))
                        .or(Truth.of(c.is(PROGRESSION, false)))
                        .onlyIf(c.is(LINE1_BEST_RESPONSE, Response.PD))),
        named("TRT-16", ERROR, PLAUSIBILITY_ATEMPORAL, "NAACCR 3230")
            .impossible()
            .blocks(E7)
            .given(SYSTEMIC_THERAPY)
            .reads(SYSTEMIC_THERAPY, DATE_LINE1_START, LINE1_DRUGS)
            .says(
                "全身治疗为{0}，但一线开始{1}、用药{2}", "Systemic therapy is {0}, but a line began {1} with {2}")
            .titled("全身治疗与一线用药不符", "Systemic therapy against the first line")
            .because("有无全身治疗应与方案一致", "The flag and the line go together")
            .broken(
                c ->
                    Truth.of(
                            c.knows(DATE_LINE1_START)
                                || c.value(LINE1_DRUGS).map(TreatmentRules::drugs).orElse(false))
                        .onlyIf(c.is(SYSTEMIC_THERAPY, false))),
        named("TRT-17", WARNING, PLAUSIBILITY_ATEMPORAL, "NAACCR 1390")
            .blocks(E4, E7)
            .given(CHEMOTHERAPY, LINE1_DRUGS)
            .says("化疗为{0}，但一线用药为{1}", "Chemotherapy is {0}, but the first line holds {1}")
            .titled("化疗与一线用药不符", "Chemotherapy against the first line")
            .because("有无化疗应与药物一致", "The flag and the drugs go together")
            .broken(
                c ->
                    Truth.of(c.get(LINE1_DRUGS).stream().anyMatch(DrugClass.CHEMOTHERAPY::contains))
                        .onlyIf(c.is(CHEMOTHERAPY, false))),
        named("TRT-18", WARNING, CONFORMANCE_RELATIONAL, "NAACCR 1210")
            .blocks(E2)
            .given(RADIOTHERAPY)
            .reads(RADIOTHERAPY, RT_TARGETS, DATE_RT_START)
            .says(
                "放疗为{0}，但放疗部位{1}、日期{2}",
                "Radiotherapy is {0}, but its targets are {1} and its date {2}")
            .titled("放疗与其部位或日期不符", "Radiotherapy against its targets or date")
            .because("有无放疗应与部位、日期一致", "The flag goes with targets and date")
            .broken(
                c ->
                    Truth.of(
                            c.knows(DATE_RT_START)
                                || c.value(RT_TARGETS).filter(t -> !t.isEmpty()).isPresent())
                        .onlyIf(c.is(RADIOTHERAPY, false))));
  }

  private static boolean pd(Response response) {
    return response == Response.PD;
  }

  private static boolean drugs(Set<DrugClass> drugs) {
    return drugs.stream().anyMatch(drug -> drug != DrugClass.BONE_AGENT);
  }

  private static boolean unreadable(Case c) {
    return c.patient().answer(LINE1_DRUGS) instanceof Answer.Unreadable<?>;
  }

  /** True if any part is, judged on the parts that are decided. */
  static Truth known(Truth... parts) {
    Truth any = Truth.UNKNOWN;
    for (Truth part : parts) {
      any = any == Truth.UNKNOWN ? part : part == Truth.UNKNOWN ? any : any.or(part);
    }
    return any;
  }

  private static Truth withoutMetastasis(Case c) {
    Truth metastatic =
        Truth.any(
            Truth.of(StageRules.m1(c)),
            Truth.of(StageRules.four(c)),
            Truth.of(Sites.anywhere(c.patient()) == Truth.YES));
    return metastatic.not().onlyIf(c.knows(M_CAT) || c.knows(STAGE_GROUP));
  }
}
