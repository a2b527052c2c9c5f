package org.denovo.normalise;

import static org.denovo.record.Fields.*;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.Remark;
import org.denovo.vocabulary.Her2Ish;

/**
 * What a HER2 result says of in situ hybridisation: result, ratio, copy number.
 *
 * @param rest the text without these statements
 */
record Hybridisation(Reading reading, String rest) {

  private static final String ASSAY =
      "(?:双色)?(?:荧光)?(?:原位杂交|(?<![a-z])(?:fish|fis|cish|sish|dish|ish)(?![a-z]))(?:检测|结果|检查)*";

  private static final Pattern HYBRIDISATION = Pattern.compile(ASSAY);
  private static final Pattern PENDING =
      Pattern.compile(
          "(?:建议|待|等待|需|请|进一步|拟|加做)+(?:行|做|进一步)*\\s*"
              + ASSAY
              + "(?:明确|进一步明确)*[)\\s.]*|"
              + ASSAY
              + "\\s*[:(]*\\s*(?:待查|待做|待定|待报|待回报|送检中?|检测中|结果?未回|未回|待出|待|pending)+[)\\s.]*");
  private static final Pattern NOT_DONE =
      Pattern.compile(
          "(?:未行|未做|没做|未查|未测)\\s*"
              + ASSAY
              + "|"
              + ASSAY
              + "\\s*[:(]*\\s*(?:未做|未行|未测|未查|没做|not done)[)\\s.]*(?:\\(decalcified\\))?");
  private static final Pattern FAILED =
      Pattern.compile("(?:" + ASSAY + "\\s*[:(]*\\s*)?(?:失败|无信号|failed|test failure|检测失败)[)\\s.]*");
  private static final Pattern EQUIVOCAL =
      Pattern.compile(ASSAY + "\\s*[:(]*\\s*(?:临界|不确定|equivocal|±|可疑)[)\\s.]*");
  private static final Pattern NOT_AMPLIFIED =
      Pattern.compile(
          "(?:(?:"
              + ASSAY
              + "|基因|gene|f)\\s*[:(]*\\s*)*(?:(?:无|未见?|不|没有)(?:明显)?(?:基因)?扩增|扩增阴性?|not amplified|non-?\\s?amp(?:lified)?)[)\\s.]*|(?:"
              + ASSAY
              + "|(?<![a-z])f)\\s*[:(]*\\s*(?:阴性?|neg(?:ative)?|-)[)\\s.]*|17号染色体呈?二倍体");
  private static final Pattern AMPLIFIED =
      Pattern.compile(
          "(?:(?:"
              + ASSAY
              + "|基因|gene)\\s*[:(]*\\s*)*(?:有?(?:基因)?扩增(?:阳性?)?|amplified|amplification)[)\\s.]*|(?:"
              + ASSAY
              + "|(?<![a-z])f)\\s*[:(]*\\s*(?:阳性?|pos(?:itive)?|[+])[)\\s.]*");
  private static final Pattern RATIO =
      Pattern.compile(
          "(?:ratio|/?\\s*ce[pn]-?17(?:比值|比率)?|(?<![a-z])r(?![a-z])|比值|比率|"
              + ASSAY
              + ")\\s*[:=为(]*\\s*([0-9]{1,2}(?:[.][0-9]+)?)(?![0-9+%])[)\\s]*");
  private static final Pattern COPIES =
      Pattern.compile(
          "(?:(?<![a-z])cn(?![a-z])|拷贝数|copies|copy number)\\s*[:=为(]*\\s*([0-9]{1,2}(?:[.][0-9]+)?)(?![0-9+%])[)\\s]*");
  private static final Pattern LEADING_RATIO =
      Pattern.compile("^\\s*([0-9]{1,2}(?:[.][0-9]+)?)(?=[\\s,(]+(?:cn|拷贝数|heterogen))");

  /** Something of this stands in every statement about hybridisation; most results have none. */
  private static final Pattern TRACE = Pattern.compile("f|ish|amp|杂交|扩增|信号|失败|染色体");

  private static final Map<Pattern, Answer<Her2Ish>> NONE = Map.of();

  /** In the order in which they are tried: what denies before what affirms. */
  private static final Map<Pattern, Answer<Her2Ish>> RESULTS = new LinkedHashMap<>();

  static {
    RESULTS.put(PENDING, Answer.absent(Absence.PENDING));
    RESULTS.put(NOT_DONE, Answer.absent(Absence.NOT_DONE));
    RESULTS.put(FAILED, Answer.absent(Absence.UNKNOWN));
    RESULTS.put(EQUIVOCAL, Answer.known(Her2Ish.EQUIVOCAL));
    RESULTS.put(NOT_AMPLIFIED, Answer.known(Her2Ish.NOT_AMPLIFIED));
    RESULTS.put(AMPLIFIED, Answer.known(Her2Ish.AMPLIFIED));
  }

  /**
   * Where the clause begins in which a text speaks of hybridisation; it belongs to HER2 without the
   * name. The clause is taken whole, so that 未行 and 建议 stay with it.
   */
  static OptionalInt clause(String text) {
    Matcher assay = HYBRIDISATION.matcher(text);
    if (!assay.find()) {
      return OptionalInt.empty();
    }
    int start = assay.start();
    while (start > 0 && ",;.)]% ".indexOf(text.charAt(start - 1)) < 0) {
      start--;
    }
    return OptionalInt.of(start);
  }

  /** True if a text speaks of hybridisation or of the gene. */
  static boolean speaksOfGene(String text) {
    return HYBRIDISATION.matcher(text).find() || text.contains("扩增") || text.contains("amplif");
  }

  /** What a text says. */
  static Hybridisation in(String text) {
    Optional<Answer<Her2Ish>> result = Optional.empty();
    boolean mayBe = TRACE.matcher(text).find();
    String rest = text;
    for (Map.Entry<Pattern, Answer<Her2Ish>> wording : (mayBe ? RESULTS : NONE).entrySet()) {
      Matcher found = wording.getKey().matcher(rest);
      if (found.find()) {
        result = Optional.of(joined(result, wording.getValue()));
        rest = found.replaceAll(" ");
      }
    }
    Reading reading = new Reading(Map.of());
    Matcher leading = LEADING_RATIO.matcher(text);
    if (leading.find()) {
      reading = reading.and(HER2_RATIO, decimal(leading.group(1)));
      rest = rest.replaceFirst("^\\s*" + Pattern.quote(leading.group(1)), " ");
    }
    Hybridisation withCopies = new Hybridisation(reading, rest).number(COPIES, HER2_COPIES);
    Hybridisation withRatio =
        reading.answers().isEmpty() ? withCopies.number(RATIO, HER2_RATIO) : withCopies;
    return new Hybridisation(
        result.map(r -> withRatio.reading.and(HER2_ISH, r)).orElse(withRatio.reading),
        withRatio.rest);
  }

  /** A result goes before its announcement; two results contradict each other. */
  private static Answer<Her2Ish> joined(Optional<Answer<Her2Ish>> before, Answer<Her2Ish> found) {
    boolean contradicts = before.filter(Answer::isKnown).isPresent();
    return contradicts ? Answer.unreadable(Remark.CONFLICT) : found;
  }

  private Hybridisation number(Pattern pattern, Field<Double> field) {
    Matcher found = pattern.matcher(rest);
    return found.find()
        ? new Hybridisation(reading.and(field, decimal(found.group(1))), found.replaceFirst(" "))
        : this;
  }

  private static Answer<Double> decimal(String digits) {
    return Answer.known(Double.valueOf(digits));
  }
}
