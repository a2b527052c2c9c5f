package org.denovo.check;

import static org.denovo.check.Category.*;
import static org.denovo.check.Decision.*;
import static org.denovo.check.Rule.named;
import static org.denovo.check.Severity.*;
import static org.denovo.record.Fields.*;

import java.util.List;
import org.denovo.derive.Bounds;
import org.denovo.derive.Sites;
import org.denovo.derive.Truth;
import org.denovo.record.Interval;
import org.denovo.record.PartialDate;
import org.denovo.record.Remark;
import org.denovo.vocabulary.MetCertainty;
import org.denovo.vocabulary.MetSite;
import org.denovo.vocabulary.MetTiming;
import org.denovo.vocabulary.PriorBreastCancer;
import org.denovo.vocabulary.StageContext;
import org.denovo.vocabulary.VitalStatus;

/** Rules on whether the disease was metastatic from the start. */
final class TimingRules {

  private static final int LONG_BEFORE = 180;
  private static final int STAGING_AFTER_SURGERY = 30;

  private TimingRules() {}

  static List<Rule> all() {
    return List.of(
        named("DNV-01", ERROR, PLAUSIBILITY_TEMPORAL, "registry; the window is a parameter")
            .impossible()
            .blocks(E1)
            .given(DATE_DX, DATE_MET_DX)
            .says(
                "{0}确诊，{1}发现转移，相隔超过{2}天", "Diagnosed {0}, metastasis {1}: more than {2} days apart")
            .titled("转移发现距确诊过久", "Metastasis too long after the diagnosis")
            .because("新发Ⅳ期在初诊时即有转移", "De novo means metastatic at first diagnosis")
            .adding(c -> List.of(c.parameters().deNovoWindowDays()))
            .broken(c -> c.before(DATE_DX, DATE_MET_DX, c.parameters().deNovoWindowDays())),
        named("DNV-02", WARNING, PLAUSIBILITY_TEMPORAL, "registry")
            .blocks(E1)
            .given(DATE_MET_DX, DATE_DX)
            .says("{0}发现转移，{1}才确诊乳腺癌", "Metastasis {0}, long before the breast primary {1}")
            .titled("转移远早于乳腺癌确诊", "Metastasis long before the breast primary")
            .because(
                "早于确诊半年以上的转移可能来自其他原发",
                "More than half a year before, it may come from another primary")
            .broken(c -> c.before(DATE_MET_DX, DATE_DX, LONG_BEFORE)),
        named("DNV-03", WARNING, PLAUSIBILITY_TEMPORAL, "registry")
            .blocks(E1, E2)
            .given(DATE_PRIMARY_SURGERY, DATE_MET_DX)
            .says("{0}手术，{1}才发现转移", "Operated {0}, metastasis first documented {1}")
            .titled("手术后才发现转移", "Metastasis first documented after surgery")
            .because(
                "术后30天以上发现的转移可能是复发", "Found more than 30 days after surgery it may be a relapse")
            .broken(
                c ->
                    c.before(DATE_PRIMARY_SURGERY, DATE_MET_DX, STAGING_AFTER_SURGERY)
                        .and(c.operated())),
        // A centre that is right about it does not make her eligible.
        named("DNV-04", ERROR, PLAUSIBILITY_ATEMPORAL, "IARC multiple primaries; SEER IR09")
            .impossible()
            .blocks(E1)
            .given(PRIOR_BREAST_CANCER)
            .says("既往乳腺癌：{0}", "Prior breast cancer: {0}")
            .titled("既往有乳腺癌", "Prior breast cancer")
            .because(
                "既往浸润癌的转移不是新发", "After an earlier invasive cancer the metastasis is not de novo")
            .brokenIf(
                c ->
                    c.is(
                        PRIOR_BREAST_CANCER,
                        PriorBreastCancer.INVASIVE_IPSI,
                        PriorBreastCancer.CONTRALATERAL)),
        named("DNV-05", ERROR, PLAUSIBILITY_ATEMPORAL, "registry")
            .blocks(E1)
            .reads(STAGE_CONTEXT, MET_TIMING, MET_SITES)
            .says("分期或转移的写法提示复发", "The wording of stage or metastases suggests a recurrence")
            .because(
                "TNM前缀r、“术后转移”“复发”不是新发Ⅳ期",
                "A prefix r, or metastasis after treatment, is not de novo")
            .graded(c -> recurrentStage(c) ? ERROR : WARNING)
            .broken(
                c ->
                    Truth.of(recurrentStage(c) || recurrentWording(c))
                        .onlyIf(
                            c.knows(M_CAT)
                                || c.knows(STAGE_GROUP)
                                || c.knows(MET_SITES)
                                || recurrentStage(c)
                                || recurrentWording(c))),
        named(
                "DNV-07",
                WARNING,
                PLAUSIBILITY_ATEMPORAL,
                "ABC guideline: biopsy the first metastasis")
            .blocks(E1, E5)
            .given(M_CAT)
            .reads(M_CAT, MET_CERTAINTY, MET_SITES)
            .says("M分类为{0}，但转移为可疑", "The M category is {0}, but the metastasis is only suspected")
            .titled("M1但转移仅为可疑", "M1, but the metastasis is only suspected")
            .because("未证实的转移不能确定Ⅳ期", "An unconfirmed metastasis does not make stage IV certain")
            .broken(
                c ->
                    Truth.of(suspected(c) && !c.is(MET_BIOPSY_CONFIRMED, true))
                        .onlyIf(StageRules.m1(c) && (c.knows(MET_CERTAINTY) || suspected(c)))),
        named("DNV-08", WARNING, COMPLETENESS, "registry")
            .blocks(E1)
            .given(M_CAT)
            .reads(M_CAT, MET_EVIDENCE, BASELINE_IMAGING)
            .says("M分类为{0}，但没有分期检查记录", "The M category is {0}, but no staging work-up is recorded")
            .titled("M1但没有分期检查记录", "M1 without a staging work-up")
            .because("须有影像或病理依据", "Imaging or tissue must show the metastasis")
            .broken(c -> workUp(c).not().onlyIf(StageRules.m1(c))),
        named("DNV-09", ERROR, CONFORMANCE_VALUE, "CSBrS-002: accrual 2017 to 2018")
            .blocks(E1)
            .given(DATE_DX)
            .says("确诊日期{0}不在入组期内", "The diagnosis {0} lies outside the accrual window")
            .titled("确诊日期不在入组期内", "Diagnosed outside the accrual window")
            .because("研究只收入组期内确诊的患者", "The study takes patients diagnosed in its window only")
            .broken(TimingRules::outsideAccrual),
        named("DNV-10", WARNING, PLAUSIBILITY_TEMPORAL, "SEER survival time flags")
            .blocks(E6)
            .given(DATE_DX, DATE_LAST_CONTACT, VITAL_STATUS)
            .says("{0}确诊，末次随访{1}，不足30天", "Diagnosed {0}, last contact {1}: under 30 days")
            .titled("随访不足30天", "Followed for less than 30 days")
            .because(
                "存活患者随访不足一个月，几乎没有信息", "A living patient seen for less than a month tells little")
            .broken(
                c ->
                    Bounds.between(c.days(DATE_DX, DATE_LAST_CONTACT).orElseThrow(), 0, 29)
                        .onlyIf(c.is(VITAL_STATUS, VitalStatus.ALIVE))),
        named(
                "DNV-12",
                WARNING,
                PLAUSIBILITY_ATEMPORAL,
                "SEER EOD mets 70; IARC multiple primaries")
            .blocks(E1, E5)
            .reads(MET_SITES, MET_CONTRALATERAL_BREAST, CONTRALATERAL_INVASIVE_SYNC)
            .says("对侧乳腺记为转移", "The other breast is recorded as a metastasis")
            .because("须与第二原发癌鉴别", "It must be told from a second primary")
            .broken(
                c ->
                    Sites.at(c.patient(), MetSite.CONTRALATERAL_BREAST)
                        .and(Truth.of(!c.is(CONTRALATERAL_INVASIVE_SYNC, false)))),
        named("DNV-13", WARNING, PLAUSIBILITY_ATEMPORAL, "registry")
            .blocks(E1)
            .given(MET_TIMING)
            .says("转移时相为{0}", "The timing of the metastasis is {0}")
            .titled("转移时相为异时性", "A metachronous metastasis")
            .because("异时性转移不是新发Ⅳ期", "A metachronous metastasis is not de novo")
            .brokenIf(c -> c.is(MET_TIMING, MetTiming.METACHRONOUS)));
  }

  private static boolean recurrentStage(Case c) {
    return c.is(STAGE_CONTEXT, StageContext.RECURRENCE)
        || c.remarked(T_CAT, Remark.RECURRENCE_PREFIX)
        || c.remarked(N_CAT, Remark.RECURRENCE_PREFIX)
        || c.remarked(M_CAT, Remark.RECURRENCE_PREFIX)
        || c.remarked(STAGE_GROUP, Remark.RECURRENCE_PREFIX)
        || c.remarked(STAGE_CONTEXT, Remark.RECURRENCE_PREFIX);
  }

  private static boolean recurrentWording(Case c) {
    return c.remarked(MET_SITES, Remark.RECURRENCE_WORDING)
        || c.remarked(MET_TIMING, Remark.RECURRENCE_WORDING)
        || c.remarked(STAGE_GROUP, Remark.RECURRENCE_WORDING);
  }

  private static boolean suspected(Case c) {
    return c.is(MET_CERTAINTY, MetCertainty.SUSPECTED)
        || c.remarked(MET_SITES, Remark.SUSPECTED)
        || c.remarked(M_CAT, Remark.SUSPECTED);
  }

  /** True if any examination is recorded; not known where no column asks. */
  private static Truth workUp(Case c) {
    boolean shown =
        c.value(MET_EVIDENCE).filter(set -> !set.isEmpty()).isPresent()
            || c.value(BASELINE_IMAGING).filter(set -> !set.isEmpty()).isPresent()
            || c.is(BASELINE_IMAGING_DOCUMENTED, true)
            || c.is(MET_BIOPSY_CONFIRMED, true);
    if (shown) {
      return Truth.YES;
    }
    return Truth.any(
                c.missing(MET_EVIDENCE),
                c.missing(BASELINE_IMAGING),
                Truth.of(c.is(BASELINE_IMAGING_DOCUMENTED, false)))
            == Truth.YES
        ? Truth.NO
        : Truth.UNKNOWN;
  }

  private static Truth outsideAccrual(Case c) {
    RuleParameters window = c.parameters();
    if (window.accrualFrom().isEmpty() || window.accrualTo().isEmpty()) {
      return Truth.UNKNOWN;
    }
    Interval early = Bounds.days(c.get(DATE_DX), PartialDate.of(window.accrualFrom().get()));
    Interval late = Bounds.days(PartialDate.of(window.accrualTo().get()), c.get(DATE_DX));
    return Bounds.above(early, 0).or(Bounds.above(late, 0));
  }
}
