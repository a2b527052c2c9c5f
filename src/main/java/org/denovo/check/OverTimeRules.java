package org.denovo.check;

import static org.denovo.check.Category.*;
import static org.denovo.check.Decision.*;
import static org.denovo.check.Severity.*;

import java.util.List;
import java.util.Set;

/**
 * Rules on what a centre changed since its last submission. Whoever compares the two judges them;
 * here is what they are called and say.
 */
public final class OverTimeRules {

  public static final RuleCard VANISHED =
      RuleCard.of(
          "XFL-01",
          "",
          Scope.PATIENT,
          ERROR,
          COMPLETENESS,
          Set.of(E9),
          "上次提交中的患者此次不见了",
          "The patient of the last submission is missing from this one",
          "未说明删除的原因；若更改了编号，请同时提供身份证号",
          "No reason was given; if the number was corrected, the identity number tells so",
          "Chinese National Cancer Center, resubmission");
  public static final RuleCard COLUMN_LOST =
      RuleCard.of(
              "XFL-02",
              "",
              Scope.CENTRE,
              WARNING,
              COMPLETENESS,
              Set.of(E10),
              "{0}：上次{1}名患者有值，此次没有这一列，或同名列不止一个",
              "{0}: {1} patients had a value, and the column is gone or one of several of its name",
              "映射仍需要这一列",
              "The mapping still asks for it",
              "registry")
          .titled("上次有值的列不见了或有重名", "A column with values is gone or stands twice");
  public static final RuleCard SILENT_CHANGE =
      RuleCard.of(
              "XFL-03",
              "",
              Scope.PATIENT,
              ERROR,
              PLAUSIBILITY_TEMPORAL,
              Set.of(E9),
              "{0}未经说明被更改：{1} → {2}",
              "{0} was changed without a word: {1} → {2}",
              "没有问题要求更改它，随访也不会带来这种变化",
              "No finding had asked for it, and follow-up does not bring it about",
              "OpenClinica, reason for change")
          .titled("值未经说明被更改", "A value changed without a word");
  public static final RuleCard IMMUTABLE =
      RuleCard.of(
              "XFL-04",
              "",
              Scope.PATIENT,
              ERROR,
              PLAUSIBILITY_ATEMPORAL,
              Set.of(E1, E8),
              "{0}不应改变：{1} → {2}",
              "{0} does not change: {1} → {2}",
              "性别、出生日期、确诊日期、侧别和诊断时的M是固定的；可能换成了另一名患者",
              "Sex, birth, diagnosis, side and M at diagnosis are fixed; it may be somebody else's"
                  + " row",
              "registry")
          .titled("不应改变的值改变了", "A value changed that does not change");
  public static final RuleCard CONTACT_BACK =
      RuleCard.of(
              "XFL-05",
              "",
              Scope.PATIENT,
              WARNING,
              PLAUSIBILITY_TEMPORAL,
              Set.of(E6),
              "{0}早于上次：{1} → {2}",
              "{0} went back: {1} → {2}",
              "可能误用了旧文件",
              "An older file may have been used",
              "registry")
          .titled("日期比上次提前", "A date went back");
  public static final RuleCard VALUE_LOST =
      RuleCard.of(
              "XFL-06",
              "",
              Scope.PATIENT,
              WARNING,
              COMPLETENESS,
              Set.of(E9),
              "{0}上次有值，此次没有：{1} → {2}",
              "{0} had a value and has none now: {1} → {2}",
              "已知的不应变成不知道",
              "What was known does not become unknown",
              "registry")
          .titled("上次有的值不见了", "A value is gone");
  public static final RuleCard OLDER =
      RuleCard.of(
              "XFL-07",
              "",
              Scope.FILE,
              ERROR,
              CONFORMANCE_RELATIONAL,
              Set.of(E10),
              "{0}的数据截止日{1}早于已接收的{2}",
              "{0} was cut on {1}, before the accepted one on {2}",
              "较新的仍然有效",
              "The newer one stays in force",
              "registry")
          .titled("数据截止日早于已接收的表", "A workbook cut before the accepted one");
  public static final RuleCard UNIT =
      RuleCard.of(
              "XFL-08",
              "",
              Scope.CENTRE,
              WARNING,
              CONFORMANCE_VALUE,
              Set.of(E1),
              "{0}：{2}名患者中{1}名的值约为上次的{3}倍",
              "{0}: {1} of {2} values are about {3} times what they were",
              "单位可能变了（毫米、厘米、英寸）",
              "The unit may have changed (mm, cm, inch)",
              "SEER size limits")
          .titled("值成倍变化", "Values changed by a factor");
  public static final RuleCard CODING =
      RuleCard.of(
              "XFL-09",
              "",
              Scope.CENTRE,
              WARNING,
              CONFORMANCE_VALUE,
              Set.of(E10),
              "{0}：编码变了（{1}）",
              "{0}: the coding changed ({1})",
              "请确认新的编码表",
              "Please confirm the new code table",
              "Duke MRI has 1/2 and 0/1 in one book")
          .titled("编码变了", "The coding changed");
  public static final RuleCard SORTED =
      RuleCard.of(
              "XFL-10",
              "",
              Scope.CENTRE,
              ERROR,
              PLAUSIBILITY_ATEMPORAL,
              Set.of(E8, E9),
              "{0}：值与上次相同，但{2}名患者中{1}名的值换了位置",
              "{0}: the values are the same, but {1} of {2} stand at another patient",
              "这一列可能被单独排序",
              "The column may have been sorted alone",
              "spreadsheet sort")
          .titled("某列单独排序", "A column sorted alone");
  public static final RuleCard SHIFTED =
      RuleCard.of(
              "XFL-11",
              "",
              Scope.CENTRE,
              ERROR,
              PLAUSIBILITY_ATEMPORAL,
              Set.of(E8, E9),
              "{0}：{1}行的值是上次{2}一行的",
              "{0}: {1} rows have the value of the row {2}",
              "这一列可能错了一行",
              "The column may be shifted by one row",
              "registry")
          .titled("某列错行", "A column shifted by a row");
  public static final RuleCard ACCRUAL =
      RuleCard.of(
              "XFL-12",
              "",
              Scope.CENTRE,
              WARNING,
              COMPLETENESS,
              Set.of(E9),
              "新增{0}名患者，按以往的速度应在{1}至{2}之间",
              "{0} new patients; {1} to {2} would be usual at the pace so far",
              "可能漏报或重复",
              "Patients may be missing, or registered twice",
              "99 % limits of a Poisson count")
          .titled("新增患者数与以往不同", "More or fewer new patients than usual");
  public static final RuleCard LAYOUT =
      RuleCard.of(
              "XFL-13",
              "",
              Scope.FILE,
              ERROR,
              CONFORMANCE_RELATIONAL,
              Set.of(E10),
              "工作表“{0}”的表头变了：{1}",
              "The header of sheet '{0}' changed: {1}",
              "映射按顺序指定同名的列（如“日期#2”），须复核",
              "The mapping tells columns of one name by their order ('date#2') and must be"
                  + " reviewed",
              "registry")
          .titled("表头改变", "The header changed");

  private static final List<RuleCard> ALL =
      List.of(
          VANISHED,
          COLUMN_LOST,
          SILENT_CHANGE,
          IMMUTABLE,
          CONTACT_BACK,
          VALUE_LOST,
          OLDER,
          UNIT,
          CODING,
          SORTED,
          SHIFTED,
          ACCRUAL,
          LAYOUT);

  private OverTimeRules() {}

  /** All of them, by id. */
  public static List<RuleCard> all() {
    return ALL;
  }
}
