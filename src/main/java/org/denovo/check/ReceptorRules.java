package org.denovo.check;

import static org.denovo.check.Category.*;
import static org.denovo.check.Decision.*;
import static org.denovo.check.Rule.named;
import static org.denovo.check.Severity.*;
import static org.denovo.record.Fields.*;

import java.util.List;
import org.denovo.derive.Bounds;
import org.denovo.derive.Receptors;
import org.denovo.derive.Truth;
import org.denovo.record.Field;
import org.denovo.record.Interval;
import org.denovo.record.Remark;
import org.denovo.vocabulary.DrugClass;
import org.denovo.vocabulary.Her2Ihc;
import org.denovo.vocabulary.Her2Ish;
import org.denovo.vocabulary.Her2Status;
import org.denovo.vocabulary.ReceptorStatus;
import org.denovo.vocabulary.SpecimenContext;
import org.denovo.vocabulary.SpecimenSite;

/** Rules on hormone receptors, HER2, Ki-67 and the subtype. */
final class ReceptorRules {

  private static final String ER_GUIDE = "ASCO/CAP 2020: positive from 1 %";
  private static final String HER2_GUIDE = "ASCO/CAP 2018, affirmed 2023";

  private ReceptorRules() {}

  static List<Rule> all() {
    return List.of(
        named(
                "CON-23",
                WARNING,
                CONFORMANCE_COMPUTATIONAL,
                "St Gallen 2011, 2013; Maisonneuve 2014")
            .alias("R06")
            .blocks(E4)
            .given(MOLECULAR_SUBTYPE_RECORDED)
            .says("填报分型为{0}，按受体推导为{1}", "The recorded subtype is {0}, the receptors give {1}")
            .titled("填报分型与受体不符", "Recorded subtype against the receptors")
            .because(
                "分型应由受体和Ki-67推导，并注明界值",
                "The subtype follows from receptors and Ki-67 under a named cut-off")
            .adding(c -> List.of(Shown.answer(c.patient(), c.derived().molecularSubtype())))
            .broken(
                c ->
                    Truth.of(
                        c.value(c.derived().molecularSubtype())
                            .map(derived -> derived != c.get(MOLECULAR_SUBTYPE_RECORDED)))),
        named("REC-01", ERROR, PLAUSIBILITY_ATEMPORAL, ER_GUIDE)
            .alias("R01")
            .blocks(E4)
            .given(ER_STATUS, ER_PCT)
            .says("ER状态为{0}，但百分比为{1}%", "ER is {0}, but {1} % stain")
            .titled("ER状态与百分比不符", "ER status against its percentage")
            .because(
                "ER≥1%为阳性；1–9%可能用了10%界值",
                "ER is positive from 1 %; 1 to 9 % suggests a 10 % cut-off")
            .graded(c -> c.get(ER_PCT).min() >= 10 ? ERROR : WARNING)
            .broken(c -> positiveThough(c, ER_STATUS, ER_PCT)),
        named("REC-02", ERROR, PLAUSIBILITY_ATEMPORAL, ER_GUIDE)
            .alias("R01")
            .blocks(E4)
            .given(ER_STATUS, ER_PCT)
            .says("ER状态为{0}，但百分比为{1}%", "ER is {0}, but {1} % stain")
            .titled("ER状态与百分比不符", "ER status against its percentage")
            .because("ER<1%为阴性", "ER is negative below 1 %")
            .broken(
                c ->
                    Bounds.below(c.get(ER_PCT), 1)
                        .and(Truth.of(c.is(ER_STATUS, ReceptorStatus.POS)))),
        named("REC-05", ERROR, PLAUSIBILITY_ATEMPORAL, ER_GUIDE)
            .alias("R01")
            .blocks(E4)
            .given(PR_STATUS, PR_PCT)
            .says("PR状态为{0}，但百分比为{1}%", "PR is {0}, but {1} % stain")
            .titled("PR状态与百分比不符", "PR status against its percentage")
            .because("PR≥1%为阳性，<1%为阴性", "PR is positive from 1 %, negative below")
            .graded(
                c ->
                    c.is(PR_STATUS, ReceptorStatus.POS) || c.get(PR_PCT).min() >= 10
                        ? ERROR
                        : WARNING)
            .broken(
                c ->
                    positiveThough(c, PR_STATUS, PR_PCT)
                        .or(
                            Bounds.below(c.get(PR_PCT), 1)
                                .and(Truth.of(c.is(PR_STATUS, ReceptorStatus.POS))))),
        named("REC-06", WARNING, PLAUSIBILITY_ATEMPORAL, "Duke MRI: 13 of 922")
            .blocks(E4)
            .given(ER_STATUS, PR_STATUS)
            .says("ER为{0}，PR为{1}", "ER is {0} and PR {1}")
            .titled("ER阴性而PR阳性", "ER negative with PR positive")
            .because(
                "ER−/PR+罕见，请核对病理报告",
                "ER negative with PR positive is rare; confirm with the report")
            .brokenIf(
                c -> c.is(ER_STATUS, ReceptorStatus.NEG) && c.is(PR_STATUS, ReceptorStatus.POS)),
        named("REC-07", INFO, COMPLETENESS, ER_GUIDE)
            .blocks(E4)
            .given(ER_STATUS)
            .reads(ER_STATUS, ER_PCT)
            .says("ER为{0}，没有百分比", "ER is {0}, without a percentage")
            .titled("ER没有百分比", "ER without a percentage")
            .because("没有百分比无法判断ER低阳性", "Without it, low positive cannot be told")
            .broken(c -> c.missing(ER_PCT).onlyIf(c.is(ER_STATUS, ReceptorStatus.POS))),
        named("REC-09", ERROR, PLAUSIBILITY_ATEMPORAL, HER2_GUIDE)
            .blocks(E4)
            .given(HER2_IHC, HER2_STATUS_RECORDED)
            .reads(HER2_IHC, HER2_ISH, HER2_STATUS_RECORDED)
            .says("HER2免疫组化{0}，ISH{1}，状态却填{2}", "HER2 IHC {0}, ISH {1}, but the status is {2}")
            .titled("HER2状态与免疫组化或ISH不符", "HER2 status against IHC or ISH")
            .because(
                "3+为阳性；0和1+未扩增为阴性", "3+ is positive; 0 and 1+ without amplification are negative")
            .broken(ReceptorRules::her2ScoreAgainstStatus),
        named("REC-10", ERROR, COMPLETENESS, HER2_GUIDE)
            .alias("R02")
            .blocks(E4)
            .given(HER2_IHC)
            .reads(HER2_IHC, HER2_ISH, HER2_STATUS_RECORDED)
            .says(
                "HER2免疫组化{0}，没有ISH结果（填报状态：{2}）",
                "HER2 IHC is {0} without an ISH result (recorded status: {2})")
            .titled("HER2 2+没有ISH结果", "HER2 2+ without an ISH result")
            .because(
                "2+须做ISH；未做时状态未定，不能算阴性",
                "A 2+ needs ISH; without it the status stays open, never negative")
            .broken(
                c ->
                    Truth.of(!Receptors.ishResolved(c.patient()))
                        .onlyIf(c.is(HER2_IHC, Her2Ihc.SCORE_2))),
        named("REC-11", ERROR, CONFORMANCE_COMPUTATIONAL, HER2_GUIDE)
            .blocks(E4)
            .given(HER2_ISH)
            .reads(HER2_ISH, HER2_RATIO, HER2_COPIES)
            .says(
                "ISH结果为{0}，但比值{1}、拷贝数{2}不支持",
                "ISH is {0}, which ratio {1} and copy number {2} contradict")
            .titled("ISH结果与比值、拷贝数不符", "ISH against its ratio and copy number")
            .because("ISH结果由比值和拷贝数决定", "Ratio and copy number decide the ISH result")
            .broken(
                c ->
                    switch (c.get(HER2_ISH)) {
                      case AMPLIFIED -> Receptors.byGroups(c.patient()).not();
                      case NOT_AMPLIFIED -> Receptors.byGroups(c.patient());
                      case EQUIVOCAL -> Truth.UNKNOWN;
                    }),
        named("REC-12", WARNING, PLAUSIBILITY_ATEMPORAL, "TCGA-BRCA copy numbers of 366 to 816")
            .blocks(E4)
            .reads(HER2_COPIES, HER2_RATIO)
            .says("HER2拷贝数{0}，比值{1}", "HER2 copy number {0}, ratio {1}")
            .titled("HER2拷贝数过高，疑为总数", "HER2 copy number too high for one cell")
            .because(
                "每个细胞的拷贝数很少超过50，可能是计数总和", "Over 50 per cell looks like a total over counted cells")
            .broken(
                c ->
                    Truth.of(
                            c.value(HER2_COPIES).filter(n -> n > 50).isPresent()
                                || c.remarked(HER2_COPIES, Remark.OUT_OF_RANGE)
                                || c.value(HER2_RATIO).filter(n -> n > 20).isPresent())
                        .onlyIf(
                            c.knows(HER2_COPIES)
                                || c.remarked(HER2_COPIES, Remark.OUT_OF_RANGE)
                                || c.knows(HER2_RATIO))),
        named("REC-16", WARNING, PLAUSIBILITY_ATEMPORAL, "registry")
            .alias("R04")
            .blocks(E4)
            .reads(HER2_IHC, HER2_ISH, ANTI_HER2_THERAPY, LINE1_DRUGS)
            .says(
                "HER2为{4}，抗HER2治疗：{2}，一线用药：{3}",
                "HER2 is {4}; anti-HER2 therapy: {2}, first line: {3}")
            .titled("抗HER2治疗与HER2状态不符", "Anti-HER2 therapy against the HER2 status")
            .because(
                "抗HER2治疗应与HER2状态一致；ADC可用于HER2低表达",
                "Anti-HER2 therapy goes with HER2 status; an ADC may be for HER2-low")
            .adding(c -> List.of(Shown.answer(c.patient(), c.derived().her2Status())))
            .broken(ReceptorRules::antiHer2Unfitting),
        named("REC-17", WARNING, PLAUSIBILITY_ATEMPORAL, "registry")
            .alias("R05")
            .blocks(E4)
            .reads(ER_STATUS, PR_STATUS, ENDOCRINE_THERAPY, LINE1_DRUGS)
            .says(
                "ER{0}、PR{1}，但有内分泌或CDK4/6治疗（{2}；{3}）",
                "ER {0} and PR {1}, but endocrine or CDK4/6 therapy ({2}; {3})")
            .titled("激素受体阴性但有内分泌治疗", "Hormone receptors negative, but endocrine therapy")
            .because("受体阴性者无内分泌治疗指征", "Without receptors there is no reason for endocrine therapy")
            .broken(c -> Receptors.hormone(c.patient()).not().and(endocrine(c))),
        named("REC-18", WARNING, PLAUSIBILITY_ATEMPORAL, "SEER EOD biomarker rule")
            .blocks(E4)
            .given(SPECIMEN_SITE)
            .says("基线受体取自{0}", "The baseline receptors come from: {0}")
            .titled("受体取自转移灶", "Receptors of a metastasis")
            .because("分型应取原发灶标本", "The subtype is that of the primary")
            .brokenIf(c -> c.is(SPECIMEN_SITE, SpecimenSite.METASTASIS)),
        named("REC-19", WARNING, PLAUSIBILITY_ATEMPORAL, "St Gallen 2011 (14 %), 2013 (20 %)")
            .blocks(E4)
            .given(MOLECULAR_SUBTYPE_RECORDED, KI67_PCT)
            .reads(MOLECULAR_SUBTYPE_RECORDED, KI67_PCT, PR_PCT)
            .says(
                "填报分型为{0}，Ki-67为{1}%，PR百分比：{2}",
                "The recorded subtype is {0}, Ki-67 {1} %, PR percentage: {2}")
            .titled("分型与Ki-67不符", "Subtype against Ki-67")
            .because(
                "Ki-67与分型不符，请说明所用界值", "Ki-67 does not fit the subtype; which cut-off was used?")
            .broken(ReceptorRules::ki67Unfitting),
        named("REC-22", ERROR, PLAUSIBILITY_ATEMPORAL, "CSBrS-002 subtypes")
            .alias("R08")
            .blocks(E4)
            .given(MOLECULAR_SUBTYPE_RECORDED)
            .reads(
                MOLECULAR_SUBTYPE_RECORDED,
                ER_STATUS,
                ER_PCT,
                PR_STATUS,
                PR_PCT,
                HER2_IHC,
                HER2_ISH)
            .says(
                "填报分型为{0}，但ER{1}（百分比：{2}）、PR{3}（百分比：{4}）、HER2 {5}（ISH：{6}）",
                "The recorded subtype is {0}, but ER {1} (percentage: {2}), PR {3} (percentage:"
                    + " {4}), HER2 {5} (ISH: {6})")
            .titled("填报分型与受体不符", "Recorded subtype against the receptors")
            .because("分型与受体矛盾", "The subtype contradicts a receptor")
            .broken(ReceptorRules::subtypeImpossible),
        named(
                "REC-23",
                WARNING,
                PLAUSIBILITY_TEMPORAL,
                "SEER: the specimen before treatment counts")
            .alias("R09")
            .blocks(E4)
            .given(ASSAY_DATE, DATE_LINE1_START, SPECIMEN_CONTEXT)
            .reads(SPECIMEN_CONTEXT, ASSAY_DATE, DATE_LINE1_START)
            .says(
                "标本时点为{0}，但检测日期{1}晚于全身治疗开始{2}",
                "The specimen is {0}, but the assay {1} is after systemic therapy began {2}")
            .titled("标本检测晚于全身治疗开始", "Assay after systemic therapy began")
            .because("治疗可改变受体", "Treatment can change receptors")
            .broken(
                c ->
                    c.before(DATE_LINE1_START, ASSAY_DATE, 14)
                        .onlyIf(c.is(SPECIMEN_CONTEXT, SpecimenContext.PRE_TREATMENT))),
        named("REC-24", WARNING, PLAUSIBILITY_ATEMPORAL, HER2_GUIDE)
            .alias("R03")
            .blocks(E4)
            .given(HER2_IHC, HER2_ISH)
            .says("HER2免疫组化{0}，ISH{1}", "HER2 IHC is {0}, ISH {1}")
            .titled("HER2免疫组化与ISH不符", "HER2 IHC against ISH")
            .because("免疫组化与ISH明显不一致，请核对", "IHC and ISH disagree plainly; please confirm")
            .brokenIf(
                c ->
                    c.is(HER2_IHC, Her2Ihc.SCORE_3) && c.is(HER2_ISH, Her2Ish.NOT_AMPLIFIED)
                        || c.is(HER2_IHC, Her2Ihc.SCORE_0, Her2Ihc.SCORE_0_1, Her2Ihc.SCORE_1)
                            && c.is(HER2_ISH, Her2Ish.AMPLIFIED)),
        named("REC-25", INFO, COMPLETENESS, ER_GUIDE)
            .blocks(E4)
            .given(PR_STATUS)
            .reads(PR_STATUS, PR_PCT)
            .says("PR为{0}，没有百分比", "PR is {0}, without a percentage")
            .titled("PR没有百分比", "PR without a percentage")
            .because(
                "2013年St Gallen分型需要PR百分比",
                "The subtype of St Gallen 2013 asks for the PR percentage")
            .broken(c -> c.missing(PR_PCT).onlyIf(c.is(PR_STATUS, ReceptorStatus.POS))));
  }

  private static Truth positiveThough(
      Case c, Field<ReceptorStatus> status, Field<Interval> percent) {
    return Bounds.atLeast(c.get(percent), 1).and(Truth.of(c.is(status, ReceptorStatus.NEG)));
  }

  private static Truth her2ScoreAgainstStatus(Case c) {
    Her2Status recorded = c.get(HER2_STATUS_RECORDED);
    return switch (c.get(HER2_IHC)) {
      case SCORE_3 -> Truth.of(recorded != Her2Status.POS);
      case SCORE_0, SCORE_0_1, SCORE_1 ->
          Truth.of(recorded == Her2Status.POS && Receptors.amplified(c.patient()) != Truth.YES);
      case SCORE_1_2, SCORE_2 -> Truth.UNKNOWN;
    };
  }

  private static Truth antiHer2Unfitting(Case c) {
    boolean adc = c.holds(LINE1_DRUGS, DrugClass.HER2_ADC);
    Truth listed =
        Truth.of(
            c.value(LINE1_DRUGS)
                .map(
                    drugs ->
                        drugs.contains(DrugClass.HER2_ANTIBODY)
                            || drugs.contains(DrugClass.PERTUZUMAB)
                            || drugs.contains(DrugClass.HER2_TKI)
                            || drugs.contains(DrugClass.HER2_ADC)));
    Truth given = either(Truth.of(c.value(ANTI_HER2_THERAPY)), listed);
    return switch (Receptors.her2Positive(c.patient())) {
      case YES -> given.not();
      case NO -> adc && Receptors.her2Low(c.patient()) != Truth.NO ? Truth.NO : given;
      case UNKNOWN -> Truth.UNKNOWN;
    };
  }

  private static Truth endocrine(Case c) {
    return either(
        Truth.of(c.value(ENDOCRINE_THERAPY)),
        Truth.of(
            c.value(LINE1_DRUGS)
                .map(
                    drugs ->
                        drugs.contains(DrugClass.AI)
                            || drugs.contains(DrugClass.SERM)
                            || drugs.contains(DrugClass.SERD)
                            || drugs.contains(DrugClass.CDK46))));
  }

  /** What the flag says, unless the list of drugs shows the therapy or the flag is silent. */
  private static Truth either(Truth flag, Truth listed) {
    return listed == Truth.YES ? Truth.YES : flag.orElse(listed);
  }

  private static Truth ki67Unfitting(Case c) {
    double cut = c.parameters().ki67Cut();
    return switch (c.get(MOLECULAR_SUBTYPE_RECORDED)) {
      case LUMINAL_A -> Bounds.atLeast(c.get(KI67_PCT), cut);
      case LUMINAL_B ->
          Truth.all(
              Receptors.her2Positive(c.patient()).not(),
              Bounds.below(c.get(KI67_PCT), cut),
              c.value(PR_PCT).map(pr -> Bounds.atLeast(pr, 20)).orElse(Truth.UNKNOWN));
      case HER2_OVEREXPRESSING, TRIPLE_NEGATIVE -> Truth.UNKNOWN;
    };
  }

  private static Truth subtypeImpossible(Case c) {
    Truth her2 = Receptors.her2Positive(c.patient());
    Truth hormone = Receptors.hormone(c.patient());
    return switch (c.get(MOLECULAR_SUBTYPE_RECORDED)) {
      case LUMINAL_A -> her2.or(hormone.not());
      case LUMINAL_B -> hormone.not();
      case TRIPLE_NEGATIVE -> her2.or(hormone);
      case HER2_OVEREXPRESSING -> hormone.or(her2.not());
    };
  }
}
