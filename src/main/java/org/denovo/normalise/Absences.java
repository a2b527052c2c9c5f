package org.denovo.normalise;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Remark;

/** The wordings for "there is no value", which mean the same in every column. */
final class Absences {

  private static final Map<Pattern, Answer<Object>> WORDINGS = new LinkedHashMap<>();

  static {
    say(
        Answer.absent(Absence.UNKNOWN, Remark.MASKED),
        "[*]{2,}|[*x]+[-/.][*x]+[-/.][*x]+|(已)?脱敏|已屏蔽|masked");
    say(
        Answer.absent(Absence.UNKNOWN),
        "(具体)?(情况)?(不详|不祥|未知|不明|未明|不清|不清楚|不知道|不知|不记得|记不清|无法判断|无法评估|无法获知)",
        "未述|未提供|未提及|未记录|未记载|未注明|未描述|未报告|未报|未填|未填写|无记录|无资料|无数据|缺失|资料缺失|缺",
        "空|空白|null|none|nan|na|missing|#n/a|unknown|unkn?|uk|not known|not stated|not available",
        "not recorded|not reported|no value given|no data|discrepancy",
        "un[kc]n?/nd|[?]+|[.]{2,}|'");
    say(
        Answer.absent(Absence.NOT_DONE),
        "未做|没做|未作|未测|未查|未检|未检测|未检查|未行|未行检查|未复查|未送检|未化验|未评估|未评价|未进行|未开展|未完成",
        "nd|not done|not tested|not performed|not evaluated|not assessed|not examined");
    say(
        Answer.absent(Absence.NOT_DONE, Remark.REFUSED),
        "(患者|病人|家属|本人|患者及家属)?(拒绝|拒查|拒做|拒答|拒检|拒绝检查|拒绝检测)|refused|declined");
    say(
        Answer.absent(Absence.PENDING),
        "待定|待查|待回报|待报|待补|待补充|待报告|待结果|待出|待完善|待核实|待确认|待检测?|未回报?|结果未回|结果待回报?|送检中|检测中|未校验",
        "tbd|tba|pending|to follow|awaited");
    say(Answer.absent(Absence.NOT_APPLICABLE), "不适用|不涉及|无需|无须|n/a|n[.]a[.]|np|not applicable");
    say(Answer.absent(Absence.NOT_COLLECTED), "(本中心)?(未收集|未采集)|nc|not collected");
  }

  private static final Pattern WRAPPING = Pattern.compile("^[\\[(<\"]+|[\\])>\".,;!]+$");

  /** A remark in brackets behind the wording; one with a number or a sign may be a value. */
  private static final Pattern NOTE = Pattern.compile("(?<=.)\\s*\\([^()0-9+-]{1,20}\\)$");

  private Absences() {}

  /** The absence that a folded spelling is nothing but. */
  @SuppressWarnings("unchecked") // an absent answer holds no value of the type
  static <T> Optional<Answer<T>> of(String spelling) {
    String withoutNote = NOTE.matcher(spelling).replaceFirst("");
    String bare = WRAPPING.matcher(withoutNote).replaceAll("").trim();
    if (bare.isEmpty() || bare.length() > 24) {
      return Optional.empty();
    }
    for (Map.Entry<Pattern, Answer<Object>> wording : WORDINGS.entrySet()) {
      if (wording.getKey().matcher(bare).matches()) {
        return Optional.of((Answer<T>) (Answer<?>) wording.getValue());
      }
    }
    return Optional.empty();
  }

  /** True for a cell in which only a stroke stands, as one fills an empty box of a form. */
  static boolean looksEmpty(String spelling) {
    return !spelling.isEmpty() && spelling.chars().allMatch(c -> "-/_\\.|".indexOf(c) >= 0);
  }

  private static void say(Answer<Object> answer, String... alternatives) {
    WORDINGS.put(Pattern.compile(String.join("|", alternatives)), answer);
  }
}
