package org.denovo.check;

import static org.denovo.check.Category.*;
import static org.denovo.check.Decision.*;
import static org.denovo.check.Severity.*;

import java.util.List;
import java.util.Set;

/** Rules over many patients; {@link CrossRecords} judges them. */
public final class CrossRecordRules {

  static final RuleCard DUPLICATE =
      RuleCard.of(
              "DUP-01",
              "",
              Scope.CENTRE,
              ERROR,
              PLAUSIBILITY_UNIQUENESS,
              Set.of(E8),
              "{0}名患者的身份证号和侧别相同",
              "{0} patients share an identity number and a side",
              "可能是同一患者重复登记",
              "One patient may be registered twice",
              "SEER IR09; Chinese National Cancer Center")
          .titled("多名患者的身份证号和侧别相同", "Patients who share an identity number and a side");
  static final RuleCard TWO_CENTRES =
      RuleCard.of(
              "DUP-02",
              "M01",
              Scope.REGISTRY,
              ERROR,
              PLAUSIBILITY_UNIQUENESS,
              Set.of(E8, E9),
              "同一身份证号见于{0}个中心：{1}",
              "One identity number in {0} centres: {1}",
              "可能转院，须合并或确认",
              "Merge, or confirm a transfer",
              "IARC/IACR; Chinese National Cancer Center")
          .titled("同一身份证号见于多个中心", "One identity number in several centres");
  static final RuleCard TWO_PEOPLE =
      RuleCard.of(
              "DUP-03",
              "",
              Scope.REGISTRY,
              ERROR,
              PLAUSIBILITY_UNIQUENESS,
              Set.of(E8),
              "同一身份证号有不同的出生日期或性别",
              "One identity number with different births or sexes",
              "一个身份证号只属于一人",
              "An identity number belongs to one person",
              "CanReg5 person checks")
          .impossible();
  static final RuleCard COPIED_ROWS =
      RuleCard.of(
              "DUP-07",
              "",
              Scope.CENTRE,
              WARNING,
              PLAUSIBILITY_ATEMPORAL,
              Set.of(E9),
              "连续{0}名患者的临床内容完全相同",
              "{0} patients in a row have the same clinical answers",
              "可能是复制的行",
              "The rows may have been copied",
              "registry")
          .titled("连续患者的临床内容相同", "Patients in a row with the same clinical answers");
  static final RuleCard PASTED_BLOCK =
      RuleCard.of(
              "DUP-08",
              "",
              Scope.CENTRE,
              WARNING,
              PLAUSIBILITY_ATEMPORAL,
              Set.of(E9),
              "{1}名患者中连续{0}名的临床内容与前面的{0}名依次相同",
              "{0} of {1} patients in a row repeat the clinical answers of {0} earlier ones",
              "可能是重复粘贴的一段",
              "A block may have been pasted twice",
              "registry")
          .titled("一段患者内容与前面重复", "A block of patients repeats earlier ones");
  static final RuleCard TWO_SIDES =
      RuleCard.of(
          "DUP-09",
          "",
          Scope.CENTRE,
          WARNING,
          PLAUSIBILITY_UNIQUENESS,
          Set.of(E8),
          "同一身份证号、同一确诊日期，左、右两侧各有一条记录",
          "One identity number and one date of diagnosis, but a record of each breast",
          "可能是双侧癌，也可能侧别有误",
          "The cancer may be bilateral, or a side wrong",
          "MSK 2018: Bilateral/Left");
  static final RuleCard INCOMPLETE =
      RuleCard.of(
              "CMP-20",
              "C01",
              Scope.CENTRE,
              WARNING,
              COMPLETENESS,
              Set.of(E9),
              "{0}：{2}名患者中{1}名缺失",
              "{0}: missing in {1} of {2} patients",
              "缺失比例超过界值",
              "The share exceeds the limit",
              "OHDSI measureValueCompleteness")
          .titled("缺失比例超过界限", "More is missing than the limit allows");
  static final RuleCard NOMINAL_AGE =
      RuleCard.of(
              "CON-41",
              "D08",
              Scope.CENTRE,
              WARNING,
              CONFORMANCE_COMPUTATIONAL,
              Set.of(E1),
              "{1}名患者中{0}名的年龄多一至两岁",
              "{0} of {1} ages are one or two years too high",
              "可能用了虚岁；请填周岁",
              "Nominal ages seem to be in use; completed years are asked for",
              "registry")
          .titled("年龄疑似虚岁", "Ages that seem to be nominal");
  static final RuleCard REVERSED =
      RuleCard.of(
              "VIT-07",
              "",
              Scope.CENTRE,
              ERROR,
              PLAUSIBILITY_ATEMPORAL,
              Set.of(E6, E9),
              "有死亡日期的{1}名患者中{0}名记为存活",
              "{0} of {1} patients with a date of death are coded alive",
              "生存状态编码可能相反",
              "The coding of vital status looks reversed",
              "NAACCR 1760 against cBioPortal")
          .titled("多名有死亡日期的患者记为存活", "Patients with a date of death coded alive");

  private static final List<RuleCard> ALL =
      List.of(
          DUPLICATE,
          TWO_CENTRES,
          TWO_PEOPLE,
          COPIED_ROWS,
          PASTED_BLOCK,
          TWO_SIDES,
          INCOMPLETE,
          NOMINAL_AGE,
          REVERSED);

  private CrossRecordRules() {}

  /** All of them. */
  public static List<RuleCard> all() {
    return ALL;
  }
}
