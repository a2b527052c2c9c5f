package org.denovo.check;

import static org.denovo.check.Category.*;
import static org.denovo.check.Decision.*;
import static org.denovo.check.Severity.*;

import java.util.List;
import java.util.Set;

/**
 * Rules on records that are or may be of one person. The linkage judges them; here is what they are
 * called and say.
 */
public final class PersonRules {

  public static final RuleCard MISTYPED_NUMBER =
      RuleCard.of(
              "DUP-04",
              "",
              Scope.REGISTRY,
              WARNING,
              PLAUSIBILITY_UNIQUENESS,
              Set.of(E8),
              "{0}有一条记录姓名读音和出生日期相同，身份证号不同且其一校验码有误",
              "A record of {0} has the same name by its sound and the same day of birth, and"
                  + " another identity number; one of the two has a wrong check character",
              "可能是同一患者，身份证号有一处录错",
              "It may be one patient whose number was mistyped",
              "CanReg5 person search; GB 11643")
          .titled("可能同一人，身份证号校验位有误", "Perhaps one person with a mistyped identity number");

  public static final RuleCard POSSIBLY_ONE =
      RuleCard.of(
              "DUP-05",
              "",
              Scope.REGISTRY,
              WARNING,
              PLAUSIBILITY_UNIQUENESS,
              Set.of(E8, E9),
              "{0}有一条记录可能是同一人（概率{1}）",
              "A record of {0} may be of the same person (probability {1})",
              "须核对后判定；不会自动合并",
              "To be reviewed and decided; it is never merged by itself",
              "Fellegi and Sunter 1969")
          .titled("可能同一人的两条记录", "Two records of perhaps one person");

  public static final RuleCard CONTRADICTION =
      RuleCard.of(
              "DUP-12",
              "",
              Scope.REGISTRY,
              WARNING,
              PLAUSIBILITY_UNIQUENESS,
              Set.of(E8),
              "同一人的两条记录不一致：{0}；另一条记录来自{1}，采用{2}的值",
              "Two records of one person contradict each other: {0}; the other is of {1}, and the"
                  + " value of {2} is used",
              "合并后每个字段只能有一个值",
              "A person has one value of a field",
              "registry")
          .titled("同一人的两条记录不一致", "Two records of one person contradict each other");

  private static final List<RuleCard> ALL = List.of(MISTYPED_NUMBER, POSSIBLY_ONE, CONTRADICTION);

  private PersonRules() {}

  /** All of them. */
  public static List<RuleCard> all() {
    return ALL;
  }
}
