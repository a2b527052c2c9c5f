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
import org.denovo.record.Remark;
import org.denovo.vocabulary.Evidence;
import org.denovo.vocabulary.MCat;
import org.denovo.vocabulary.MetCertainty;
import org.denovo.vocabulary.StageContext;
import org.denovo.vocabulary.StageGroup;
import org.denovo.vocabulary.StagingEdition;
import org.denovo.vocabulary.SurgeryType;
import org.denovo.vocabulary.TCat;

/** Rules on T, N, M and the stage group. */
final class StageRules {

  private static final String AJCC = "AJCC 8, ch. 48";

  private StageRules() {}

  static List<Rule> all() {
    return List.of(
        named("CON-22", ERROR, CONFORMANCE_COMPUTATIONAL, "NAACCR edit TNM stage valid; " + AJCC)
            .blocks(E1)
            .given(STAGE_GROUP, T_CAT, N_CAT, M_CAT)
            .says("填报分期为{0}，由{1}{2}{3}应为{4}", "Recorded as {0}, but {1} {2} {3} give {4}")
            .titled("填报分期与TNM推导不符", "Recorded stage against the one that TNM gives")
            .because(
                "分期由T、N、M决定；第8版另有预后分期",
                "T, N and M decide the group; AJCC 8 adds a prognostic group")
            .adding(c -> List.of(Shown.answer(c.patient(), c.derived().stageGroupAnatomic())))
            .graded(c -> c.is(STAGING_EDITION, StagingEdition.AJCC8) ? WARNING : ERROR)
            .broken(
                c ->
                    Truth.of(
                        c.value(c.derived().stageGroupAnatomic())
                            .filter(derived -> !m1(c))
                            .map(
                                derived -> !derived.code().startsWith(c.get(STAGE_GROUP).code())))),
        named("CON-25", WARNING, CONFORMANCE_VALUE, "NAACCR 995: AJCC 8 from 2018")
            .alias("S08")
            .blocks(E1)
            .given(DATE_DX)
            .reads(DATE_DX, STAGING_EDITION)
            .says("{0}确诊，分期版本为{1}，应为AJCC第8版", "Diagnosed {0}, staged by {1}; AJCC 8 was expected")
            .titled("分期版本过旧", "An old edition of staging")
            .because("2018年起使用AJCC第8版", "AJCC 8 is in use since 2018")
            .broken(
                c ->
                    c.missing(STAGING_EDITION)
                        .or(
                            Truth.of(
                                c.value(STAGING_EDITION)
                                    .map(e -> e.compareTo(StagingEdition.AJCC8) < 0)))
                        .onlyIf(c.get(DATE_DX).year() >= 2018)),
        named("STG-01", ERROR, PLAUSIBILITY_ATEMPORAL, "NAACCR over-ride 1983; " + AJCC)
            .impossible()
            .alias("S01")
            .blocks(E1)
            .given(STAGE_GROUP, M_CAT)
            .says("分期为{0}，但M分类为{1}", "Recorded as {0}, but the M category is {1}")
            .titled("Ⅳ期但M分类不是M1", "Stage IV, but not M1")
            .because("IV期必须有远处转移（M1）", "Stage IV means distant metastasis, M1")
            .brokenIf(c -> four(c) && c.is(M_CAT, MCat.M0)),
        named("STG-02", ERROR, PLAUSIBILITY_ATEMPORAL, AJCC)
            .impossible()
            .alias("S01")
            .blocks(E1)
            .given(M_CAT, STAGE_GROUP)
            .says("M分类为{0}，但分期为{1}", "The M category is {0}, but it is recorded as {1}")
            .titled("M1但分期不是Ⅳ期", "M1, but not stage IV")
            .because("M1即为IV期", "M1 is stage IV whatever T and N are")
            .brokenIf(c -> m1(c) && !four(c)),
        named("STG-03", ERROR, PLAUSIBILITY_ATEMPORAL, "TCGA-BRCA has eight such rows; " + AJCC)
            .impossible()
            .alias("S03")
            .blocks(E1)
            .given(M_CAT)
            .reads(M_CAT, MET_SITES)
            .says("M分类为{0}，但记录了远处转移", "The M category is {0}, but distant metastases are recorded")
            .titled("有远处转移但M分类不是M1", "Distant metastases, but not M1")
            .because("有确定的远处转移即为M1", "A certain distant metastasis makes it M1")
            .broken(
                c ->
                    Truth.of(!m1(c) && Sites.anywhere(c.patient()) == Truth.YES)
                        .onlyIf(!c.is(MET_CERTAINTY, MetCertainty.SUSPECTED))),
        named("STG-04", WARNING, PLAUSIBILITY_ATEMPORAL, "SEER EOD mets 10; " + AJCC)
            .alias("S04")
            .blocks(E1)
            .given(M_CAT)
            .reads(M_CAT, MET_SITES)
            .says("M分类为{0}，但只提到区域淋巴结", "The M category is {0}, but only regional nodes are named")
            .titled("M1但只有区域淋巴结", "M1 with only regional nodes")
            .because(
                "同侧腋窝、锁骨上下和内乳淋巴结属区域淋巴结（N），不是M1",
                "Ipsilateral axillary, clavicular and internal mammary nodes are N, not M1")
            .broken(
                c ->
                    Truth.of(c.remarked(MET_SITES, Remark.REGIONAL_NODES_ONLY))
                        .or(Truth.of(c.remarked(MET_DISTANT_LN, Remark.REGIONAL_NODES_ONLY)))
                        .onlyIf(m1(c) && (c.knows(MET_SITES) || regional(c)))),
        named("STG-05", WARNING, CONFORMANCE_VALUE, AJCC)
            .blocks(E1)
            .reads(M_CAT)
            .says("使用了MX", "MX was used")
            .because("第7版起没有MX；请填M0、M1或不详", "MX is no category since AJCC 7; M0, M1 or not known")
            .broken(c -> Truth.of(mx(c)).onlyIf(mx(c) || c.knows(M_CAT))),
        named("STG-06", ERROR, PLAUSIBILITY_ATEMPORAL, "SEER EOD mets 05; " + AJCC)
            .impossible()
            .alias("S05")
            .blocks(E1)
            .reads(M_CAT, STAGE_GROUP, EOD_TUMOUR_CELLS_ONLY)
            .says(
                "仅有循环或播散肿瘤细胞，但按{0}、{1}登记",
                "Only tumour cells in blood or marrow, recorded as {0}, {1}")
            .titled("仅有循环或播散肿瘤细胞，不是M1", "Only tumour cells in blood or marrow, which is not M1")
            .because("M0(i+)不是IV期", "M0(i+) is not stage IV")
            .broken(
                c ->
                    Truth.of(cellsOnly(c) && (four(c) || m1(c)))
                        .onlyIf(cellsOnly(c) || c.knows(EOD_TUMOUR_CELLS_ONLY) || c.knows(M_CAT))),
        named("STG-07", WARNING, PLAUSIBILITY_ATEMPORAL, AJCC)
            .blocks(E1)
            .given(M_CAT)
            .reads(M_CAT, MET_BIOPSY_CONFIRMED, MET_EVIDENCE)
            .says(
                "M分类为{0}，但没有转移灶病理依据", "The M category is {0}, but no microscopic proof is recorded")
            .titled("M1但没有转移灶病理依据", "M1 without microscopic proof")
            .because("pM1须有转移灶病理证实", "pM1 needs microscopic proof of a metastasis")
            .broken(c -> biopsied(c).not().onlyIf(c.is(M_CAT, MCat.M1_PATH))),
        named("STG-08", WARNING, PLAUSIBILITY_ATEMPORAL, AJCC)
            .alias("S06")
            .blocks(E1)
            .given(T_CAT, TUMOR_SIZE_MM)
            .says("T分类为{0}，肿瘤大小为{1} mm", "The T category is {0}, the tumour measures {1} mm")
            .titled("T分类与肿瘤大小不符", "T category against the size")
            .because(
                "T1≤20 mm，T2为20–50 mm，T3>50 mm", "T1 is up to 20 mm, T2 over 20 to 50, T3 over 50")
            .broken(
                c ->
                    fits(c.get(T_CAT), c.get(TUMOR_SIZE_MM))
                        .not()
                        .onlyIf(
                            !c.is(
                                STAGE_CONTEXT,
                                StageContext.POST_THERAPY_CLIN,
                                StageContext.POST_THERAPY_PATH))),
        named("STG-09", WARNING, PLAUSIBILITY_ATEMPORAL, "registry")
            .blocks(E1)
            .given(STAGE_GROUP)
            .says("分期为{0}，但T、N、M均未填", "Recorded as {0}, but T, N and M are all missing")
            .titled("Ⅳ期但TNM均未填", "A stage without T, N and M")
            .because("没有TNM无法核对IV期的来源", "Without TNM nobody can see where stage IV comes from")
            .broken(
                c -> Truth.all(c.missing(T_CAT), c.missing(N_CAT), unwritten(c)).onlyIf(four(c))),
        named("STG-10", WARNING, PLAUSIBILITY_ATEMPORAL, "IARC TR 42; " + AJCC)
            .blocks(E1)
            .given(T_CAT, M_CAT)
            .says("T分类为{0}，M分类为{1}", "The T category is {0} and the M category {1}")
            .titled("原位癌伴远处转移", "In situ with distant metastasis")
            .because("原位癌伴远处转移，可能漏诊浸润灶", "In situ with metastasis suggests a missed invasive focus")
            .brokenIf(c -> c.is(T_CAT, TCat.TIS) && m1(c)),
        named("STG-11", WARNING, PLAUSIBILITY_ATEMPORAL, AJCC)
            .blocks(E2, E3)
            .given(T_CAT, SURGERY_TYPE)
            .says("T分类为{0}，术式为{1}", "The T category is {0}, the operation {1}")
            .titled("炎性乳腺癌行保乳手术", "Inflammatory cancer conserved")
            .because("炎性乳癌通常不保乳，请核对T分类", "Inflammatory cancer is rarely conserved; confirm T4d")
            .brokenIf(
                c ->
                    c.is(T_CAT, TCat.T4D)
                        && c.is(
                            SURGERY_TYPE,
                            SurgeryType.BCS,
                            SurgeryType.BCS_ONCOPLASTIC,
                            SurgeryType.LOCAL_EXCISION)),
        named("STG-12", WARNING, PLAUSIBILITY_ATEMPORAL, "TCGA-BRCA has 21 such rows; " + AJCC)
            .alias("S07")
            .blocks(E1)
            .given(N_CAT, NODES_POSITIVE)
            .reads(N_CAT, NODES_POSITIVE, NODES_EXAMINED)
            .says(
                "N分类为{0}，阳性淋巴结{1}枚，检出数：{2}",
                "The N category is {0}, {1} nodes positive, examined: {2}")
            .titled("N分类与阳性淋巴结数不符", "N category against the positive nodes")
            .because("病理N分类应与阳性淋巴结数一致", "A pathological N follows from the positive nodes")
            .broken(
                c ->
                    Truth.of(nodesDisagree(c))
                        .onlyIf(
                            !c.is(
                                STAGE_CONTEXT,
                                StageContext.CLINICAL,
                                StageContext.POST_THERAPY_CLIN,
                                StageContext.RECURRENCE))),
        named("STG-13", WARNING, PLAUSIBILITY_ATEMPORAL, AJCC)
            .blocks(E1, E3)
            .given(STAGE_CONTEXT)
            .reads(STAGE_CONTEXT, SYSTEMIC_THERAPY, DATE_LINE1_START, DATE_PRIMARY_SURGERY)
            .says("{0}，但术前没有全身治疗", "{0}, but no systemic therapy came before surgery")
            .titled("y分期但术前没有全身治疗", "Staged after therapy, but none came before surgery")
            .because("前缀y表示治疗后分期", "The prefix y stands for after therapy")
            .broken(
                c ->
                    Truth.any(
                            c.truth(c.derived().anySystemic()).not(),
                            c.before(DATE_PRIMARY_SURGERY, DATE_LINE1_START))
                        .onlyIf(afterTherapy(c))),
        named(
                "STG-14",
                ERROR,
                PLAUSIBILITY_TEMPORAL,
                "NAACCR: M stays the clinical M after therapy")
            .blocks(E1)
            .given(M_CAT)
            .reads(STAGE_CONTEXT, M_CAT)
            .says(
                "基线M分类（{1}）取自治疗后分期",
                "The M category at diagnosis ({1}) comes from a stage after treatment")
            .titled("以治疗后分期作基线分期", "A stage after treatment as the baseline stage")
            .because("新发IV期须按治疗前分期判断", "De novo is judged by the stage before treatment")
            .brokenIf(
                c -> m1(c) && (afterTherapy(c) || c.remarked(M_CAT, Remark.POST_TREATMENT_PREFIX))),
        named("STG-23", WARNING, PLAUSIBILITY_ATEMPORAL, AJCC)
            .alias("S09")
            .blocks(E1, E2)
            .given(STAGE_CONTEXT)
            .reads(STAGE_CONTEXT, SURGERY_TYPE)
            .says("{0}，但术式为{1}", "{0}, but the operation is {1}")
            .titled("病理分期但未手术", "A pathological category without an operation")
            .because("病理分期须有手术标本", "A pathological stage needs a surgical specimen")
            .broken(
                c ->
                    c.operated()
                        .not()
                        .onlyIf(
                            c.is(
                                STAGE_CONTEXT,
                                StageContext.PATHOLOGIC,
                                StageContext.POST_THERAPY_PATH))));
  }

  /** M follows from stage IV, so an M that only follows is none that was written. */
  private static Truth unwritten(Case c) {
    return c.remarked(M_CAT, Remark.IMPLIED) ? Truth.YES : c.missing(M_CAT);
  }

  static boolean m1(Case c) {
    return c.is(M_CAT, MCat.M1, MCat.M1_PATH);
  }

  static boolean four(Case c) {
    return c.is(STAGE_GROUP, StageGroup.IV);
  }

  private static boolean mx(Case c) {
    return c.remarked(M_CAT, Remark.MX_USED);
  }

  private static boolean regional(Case c) {
    return c.remarked(MET_SITES, Remark.REGIONAL_NODES_ONLY)
        || c.remarked(MET_DISTANT_LN, Remark.REGIONAL_NODES_ONLY);
  }

  private static boolean cellsOnly(Case c) {
    return c.is(M_CAT, MCat.M0_I_PLUS)
        || c.is(EOD_TUMOUR_CELLS_ONLY, true)
        || c.remarked(M_CAT, Remark.TUMOUR_CELLS_ONLY)
        || c.remarked(MET_SITES, Remark.TUMOUR_CELLS_ONLY);
  }

  private static boolean afterTherapy(Case c) {
    return c.is(STAGE_CONTEXT, StageContext.POST_THERAPY_CLIN, StageContext.POST_THERAPY_PATH);
  }

  /** True if a biopsy of a metastasis is recorded; not known where no column asks for one. */
  static Truth biopsied(Case c) {
    if (c.is(MET_BIOPSY_CONFIRMED, true) || c.holds(MET_EVIDENCE, Evidence.BIOPSY)) {
      return Truth.YES;
    }
    return Truth.NO.onlyIf(c.asked(MET_BIOPSY_CONFIRMED) || c.asked(MET_EVIDENCE));
  }

  private static Truth fits(TCat t, Interval size) {
    return switch (t) {
      case TX, T0, TIS, T1MI, T4, T4A, T4B, T4C, T4D -> Truth.UNKNOWN;
      case T1, T1C -> Bounds.atMost(size, 20);
      case T1A -> Bounds.atMost(size, 5);
      case T1B -> Bounds.atMost(size, 10);
      case T2 -> Bounds.above(size, 20).and(Bounds.atMost(size, 50));
      case T3 -> Bounds.above(size, 50);
    };
  }

  private static boolean nodesDisagree(Case c) {
    int positive = c.get(NODES_POSITIVE);
    return switch (c.get(N_CAT)) {
      case N0 -> positive > 0;
      case NX, N0_I_PLUS, N0_MOL_PLUS -> false;
      case N1MI, N1, N1A, N1B, N1C, N2, N2A, N2B, N3, N3A, N3B, N3C ->
          positive == 0 && c.value(NODES_EXAMINED).filter(examined -> examined >= 4).isPresent();
    };
  }
}
