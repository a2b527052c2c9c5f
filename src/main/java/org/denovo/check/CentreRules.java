package org.denovo.check;

import static org.denovo.check.Category.*;
import static org.denovo.check.Decision.*;
import static org.denovo.check.Severity.*;

import java.util.List;
import java.util.Set;
import org.denovo.vocabulary.Text;

/**
 * Rules on how the patients of a centre are distributed, most of them against the other centres;
 * {@code org.denovo.comparison} judges them. All come from number C02 of the starter catalogue.
 */
public final class CentreRules {

  public static final RuleCard MISSING =
      share(
              "DST-01",
              1,
              Scope.REGISTRY,
              WARNING,
              COMPLETENESS,
              Set.of(E9),
              new Text("缺失比其他中心多", "More is missing than at the other centres"),
              "Spiegelhalter 2005; TCGA-BRCA: 34 of 68 missing margins at one of 40 sites")
          .titled("缺失比例与其他中心不同", "Missing more often than at other centres");
  public static final RuleCard ER =
      share(
              "DST-02",
              1,
              Scope.REGISTRY,
              WARNING,
              PLAUSIBILITY_ATEMPORAL,
              Set.of(E4, E9),
              new Text("检测或录入可能与其他中心不同", "Assay or coding may differ from the other centres"),
              "Spiegelhalter 2005; TCGA-BRCA: none of 17 sites beyond 99.8 %")
          .titled("ER阳性比例与其他中心不同", "ER positive more or less often than elsewhere");
  public static final RuleCard HER2 =
      share(
              "DST-03",
              1,
              Scope.REGISTRY,
              WARNING,
              PLAUSIBILITY_ATEMPORAL,
              Set.of(E4, E9),
              new Text("检测或录入可能与其他中心不同", "Assay or coding may differ from the other centres"),
              "Spiegelhalter 2005; CSBrS-002")
          .titled("HER2阳性比例与其他中心不同", "HER2 positive more or less often than elsewhere");
  public static final RuleCard ROUNDING =
      card(
              "DST-04",
              1,
              Scope.REGISTRY,
              INFO,
              PLAUSIBILITY_ATEMPORAL,
              Set.of(E4, E9),
              new Text(
                  "{0}：{2}个值中{1}个（{3}%）末位为0或5，其他中心为{4}%；末位分布不同（P = {5}）",
                  "{0}: {1} of {2} values ({3} %) end in 0 or 5, elsewhere {4} %; the last digits"
                      + " differ (P = {5})"),
              new Text("取整习惯与其他中心不同", "Values are rounded otherwise than at the other centres"),
              "chi-square of the last digits, Holm; w at least 0.3 (Cohen 1988); MSK 2018: 82 % of"
                  + " ER end in 0 or 5")
          .titled("百分比取整习惯与其他中心不同", "Values rounded otherwise than elsewhere");
  public static final RuleCard BOUNDARY =
      share(
              "DST-05",
              1,
              Scope.REGISTRY,
              WARNING,
              PLAUSIBILITY_ATEMPORAL,
              Set.of(E1, E9),
              new Text("大小避开或集中于T分期界值", "Sizes avoid or crowd a boundary between T categories"),
              "registry; T boundaries of AJCC 8 at 20 and 50 mm")
          .titled("大小避开或集中于T分期界值", "Sizes avoid or crowd a T boundary");
  public static final RuleCard UNIFORM =
      card(
              "DST-06",
              2,
              Scope.CENTRE,
              WARNING,
              PLAUSIBILITY_ATEMPORAL,
              Set.of(E9),
              new Text(
                  "{0}：{2}名患者中{1}名的值为{3}；标准差{4}，其他中心{5}",
                  "{0}: {1} of {2} patients have the value {3}; standard deviation {4}, elsewhere"
                      + " {5}"),
              new Text("数值不可能如此一致", "Values are never so uniform"),
              "registry")
          .titled("数值过于一致", "Values are too uniform");
  public static final RuleCard TRIPLES =
      card(
              "DST-07",
              1,
              Scope.CENTRE,
              WARNING,
              PLAUSIBILITY_ATEMPORAL,
              Set.of(E4, E9),
              new Text(
                  "连续{0}名患者的ER、PR和Ki-67百分比相同（共{1}名三项齐全）",
                  "{0} patients in a row share ER, PR and Ki-67 percentages, of {1} with all"
                      + " three"),
              new Text("可能是向下填充或复制", "They may have been filled down or copied"),
              "registry")
          .titled("连续患者的ER、PR和Ki-67相同", "Patients in a row share ER, PR and Ki-67");
  public static final RuleCard SURGERY =
      share(
              "DST-08",
              1,
              Scope.REGISTRY,
              INFO,
              PLAUSIBILITY_ATEMPORAL,
              Set.of(E2, E9),
              new Text("手术比例与其他中心不同", "Surgery is done more or less often than elsewhere"),
              "CSBrS-002: 54.2 %; SEER: 33.8 %")
          .titled("手术比例与其他中心不同", "Surgery more or less often than elsewhere");
  public static final RuleCard MARGIN =
      share(
              "DST-09",
              2,
              Scope.REGISTRY,
              WARNING,
              PLAUSIBILITY_ATEMPORAL,
              Set.of(E3, E9),
              new Text("常见原因是切缘一律记为阴性", "All coded negative is the usual case"),
              "TCGA-BRCA: 79 positive and 31 close of 1,029")
          .titled("切缘阳性比例与其他中心不同", "Positive margins more or less often than elsewhere");
  public static final RuleCard FOLLOW_UP =
      card(
              "DST-10",
              1,
              Scope.CENTRE,
              WARNING,
              COMPLETENESS,
              Set.of(E6, E9),
              new Text(
                  "随访完整{0}%（{2}人年中{1}人年）；手术组{3}%，非手术组{4}%",
                  "Follow-up is {0} % complete ({1} of {2} patient-years); operated {3} %, not"
                      + " operated {4} %"),
              new Text(
                  "应达90%，两组相差不超过5个百分点",
                  "At least 90 % is asked for, and arms no more than 5 points apart"),
              "Clark 2002, completeness index C")
          .titled("随访不完整", "Follow-up is incomplete");
  public static final RuleCard DAYS =
      share(
              "DST-11",
              1,
              Scope.REGISTRY,
              WARNING,
              PLAUSIBILITY_TEMPORAL,
              Set.of(E7, E9),
              new Text("日期可能是填补的", "The days may have been filled in"),
              "registry")
          .titled("日期集中于某些日子", "Dates that crowd on certain days");
  public static final RuleCard SITES =
      share(
              "DST-12",
              1,
              Scope.REGISTRY,
              WARNING,
              PLAUSIBILITY_ATEMPORAL,
              Set.of(E5, E9),
              new Text("转移部位分布与其他中心不同", "Metastatic sites differ from the other centres"),
              "SEER, BMC Cancer 2019: bone only 39.8 %")
          .titled("转移部位分布与其他中心不同", "Metastatic sites differ from the other centres");
  public static final RuleCard OLIGO =
      share(
              "DST-13",
              1,
              Scope.REGISTRY,
              WARNING,
              PLAUSIBILITY_ATEMPORAL,
              Set.of(E5, E9),
              new Text("病灶数的记录可能与其他中心不同", "Lesions may be counted otherwise than elsewhere"),
              "Steenbruggen 2021; ABC5")
          .titled("寡转移比例与其他中心不同", "Oligometastatic more or less often than elsewhere");
  public static final RuleCard DEATHS =
      card(
              "DST-14",
              1,
              Scope.REGISTRY,
              WARNING,
              PLAUSIBILITY_ATEMPORAL,
              Set.of(E6, E9),
              new Text(
                  "死亡{0}例，按其他中心的死亡率预期{1}例，比值{2}，99.8%界限{3}至{4}；其他中心{6}人年中死亡{5}例",
                  "{0} deaths, {1} expected as elsewhere, ratio {2}, 99.8 % limits {3} to {4};"
                      + " elsewhere {5} deaths in {6} patient-years"),
              new Text("可能是随访或编码问题", "Follow-up or coding may be the reason"),
              "Spiegelhalter 2005; expected by year since diagnosis")
          .titled("死亡数与预期不符", "More or fewer deaths than expected");
  public static final RuleCard MISSING_BY_ARM =
      card(
              "DST-15",
              1,
              Scope.CENTRE,
              WARNING,
              PLAUSIBILITY_ATEMPORAL,
              Set.of(E2, E3),
              new Text(
                  "{0}：手术组{2}名中{1}名缺失，非手术组{4}名中{3}名缺失（P = {5}）",
                  "{0}: missing in {1} of {2} operated and in {3} of {4} not operated (P = {5})"),
              new Text(
                  "缺失与分组有关会造成偏倚", "Missingness that goes with the arm biases their comparison"),
              "Fisher's exact test, Holm; registry")
          .titled("缺失与是否手术有关", "Missingness goes with surgery");
  public static final RuleCard AGES =
      card(
              "DST-16",
              1,
              Scope.REGISTRY,
              WARNING,
              PLAUSIBILITY_ATEMPORAL,
              Set.of(E9),
              new Text(
                  "{0}名患者的中位年龄为{1}岁，其他中心{2}岁；{3}名（{4}%）的年龄末位为0或5，其他中心{5}%",
                  "The median age of {0} patients is {1}, elsewhere {2}; {3} ages ({4} %) end in 0"
                      + " or 5, elsewhere {5} %"),
              new Text("年龄分布与其他中心不同", "Ages are distributed otherwise than elsewhere"),
              "CSBrS-002: median 51.5")
          .titled("年龄分布与其他中心不同", "Ages differ from the other centres");
  public static final RuleCard DUPLICATES =
      share(
              "DST-17",
              1,
              Scope.REGISTRY,
              WARNING,
              PLAUSIBILITY_UNIQUENESS,
              Set.of(E8, E9),
              new Text("重复登记比其他中心多", "More patients are registered twice than elsewhere"),
              "Chinese National Cancer Center")
          .titled("重复登记比其他中心多", "Registered twice more often than elsewhere");
  public static final RuleCard PR =
      share(
              "DST-18",
              1,
              Scope.REGISTRY,
              INFO,
              PLAUSIBILITY_ATEMPORAL,
              Set.of(E4, E9),
              new Text("PR检测可能漂移", "The PR assay may have drifted"),
              "registry")
          .titled("PR阳性比例与其他中心不同", "PR positive more or less often than elsewhere");
  public static final RuleCard ISH =
      share(
              "DST-19",
              2,
              Scope.REGISTRY,
              WARNING,
              COMPLETENESS,
              Set.of(E4, E9),
              new Text("2+者做ISH比其他中心少", "Fewer 2+ cases get an ISH than elsewhere"),
              "ASCO/CAP 2018; TCGA-BRCA 177 of 199")
          .titled("2+者做ISH比其他中心少", "ISH of 2+ less often than elsewhere");
  public static final RuleCard TEMPLATE =
      card(
              "DST-20",
              1,
              Scope.CENTRE,
              WARNING,
              PLAUSIBILITY_ATEMPORAL,
              Set.of(E3, E9),
              new Text(
                  "{1}段切缘描述中{0}段完全相同，共{2}种写法",
                  "{0} of {1} descriptions of margins are the same text; there are {2} in all"),
              new Text("是模板而不是报告", "That is a template, not a report"),
              "registry; entropy below a tenth of the possible")
          .titled("切缘描述完全相同", "Descriptions of margins are the same text");
  public static final RuleCard IMMORTAL =
      card(
              "DST-21",
              1,
              Scope.CENTRE,
              WARNING,
              PLAUSIBILITY_TEMPORAL,
              Set.of(E2, E7),
              new Text(
                  "{0}名手术患者确诊90天内无死亡；按非手术组（{2}名中{1}名）预期{3}例",
                  "None of {0} operated died within 90 days; as of the not operated ({1} of {2}),"
                      + " {3} would have"),
              new Text(
                  "手术者须先活到手术；须用界标或时依暴露分析",
                  "Who is operated on lived to be; use a landmark or a time-dependent exposure"),
              "registry")
          .titled("手术患者早期无死亡", "No early death among the operated");
  public static final RuleCard NO_TNM =
      share(
              "DST-22",
              1,
              Scope.REGISTRY,
              INFO,
              COMPLETENESS,
              Set.of(E1, E9),
              new Text("有分期而无TNM", "Stage groups come without TNM"),
              "registry")
          .titled("有分期而无TNM的比其他中心多", "Stage groups without TNM more often than elsewhere");
  public static final RuleCard LOST =
      share(
              "DST-23",
              1,
              Scope.REGISTRY,
              WARNING,
              COMPLETENESS,
              Set.of(E6, E9),
              new Text("失访比其他中心多", "More patients are lost to follow-up than elsewhere"),
              "registry")
          .titled("失访比其他中心多", "Lost to follow-up more often than elsewhere");

  private static final List<RuleCard> ALL =
      List.of(
          MISSING,
          ER,
          HER2,
          ROUNDING,
          BOUNDARY,
          UNIFORM,
          TRIPLES,
          SURGERY,
          MARGIN,
          FOLLOW_UP,
          DAYS,
          SITES,
          OLIGO,
          DEATHS,
          MISSING_BY_ARM,
          AGES,
          DUPLICATES,
          PR,
          ISH,
          TEMPLATE,
          IMMORTAL,
          NO_TNM,
          LOST);

  private CentreRules() {}

  /** All of them. */
  public static List<RuleCard> all() {
    return ALL;
  }

  /** A rule on a share, whose sentence has the denominators of both sides. */
  private static RuleCard share(
      String id,
      int version,
      Scope scope,
      Severity severity,
      Category category,
      Set<Decision> blocks,
      Text because,
      String source) {
    return card(
        id,
        version,
        scope,
        severity,
        category,
        blocks,
        new Text(
            "{0}：{2}名患者中{1}名（{3}%）；其他中心{5}名中{4}名（{6}%），99.8%界限{7}至{8}%",
            "{0}: {1} of {2} patients ({3} %); elsewhere {4} of {5} ({6} %), 99.8 % limits {7} to"
                + " {8} %"),
        because,
        source);
  }

  private static RuleCard card(
      String id,
      int version,
      Scope scope,
      Severity severity,
      Category category,
      Set<Decision> blocks,
      Text says,
      Text because,
      String source) {
    return new RuleCard(
        id,
        version,
        "C02",
        scope,
        severity,
        category,
        blocks,
        false,
        RuleCard.usuallyOverridable(category),
        says,
        because,
        source);
  }
}
