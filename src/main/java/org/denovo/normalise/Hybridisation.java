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
      "(?:[单双](?:色|探针))?(?:荧光|显色)?(?:原位杂交|(?<![a-z])(?:fish|fis|cish|sish|d-?ish|ish)(?![a-z]))(?:检测|结果|检查|检验|法)*";

  /** What joins an assay with its result. */
  private static final String LINK = "\\s*(?:检测|复查|结果|提示|显示|证实|基因|示|呈|为|均|[:=,(])*\\s*";

  private static final String OF_GENE = "(?:(?:" + ASSAY + "|基因|gene|f)" + LINK + ")*";
  private static final String END = "[)\\s.]*";
  private static final String POSITIVE = "(?:阳性?|pos(?:itive)?|[+](?![0-9]))";
  private static final String NEGATIVE = "(?:阴性?|neg(?:ative)?|-(?![0-9]))";
  private static final String NUMBER = "([0-9]{1,2}(?:[.][0-9]+)?)(?![0-9+%])";

  private static final Pattern HYBRIDISATION = Pattern.compile(ASSAY);
  private static final Pattern PENDING =
      Pattern.compile(
          "(?:建议|等?待|(?<![无不])需|请|进一步|必要时|拟|加做)+(?:加?做|行|完善|进一步)*\\s*"
              + ASSAY
              + "(?:进一步|检测|检查|明确|确认|验证)*(?:(?:是否|有无)(?:存在)?(?:基因)?扩增|扩增(?:与否|状态|情况))?"
              + END
              + "|"
              + ASSAY
              + LINK
              + "(?:待查|待做|待定|待回?报?|待出|送检中?|检测中|结果?未回报?|未出|pending)+"
              + END);
  private static final Pattern REFUSED =
      Pattern.compile("(?:患者)?(?:拒绝|放弃)(?:行|做)*\\s*" + ASSAY + END);
  private static final Pattern NOT_DONE =
      Pattern.compile(
          "(?:未行|未做|没做|未查|未测|无需|不需要?)(?:\\s*"
              + ASSAY
              + "|进一步检[测查])|"
              + ASSAY
              + "\\s*[:(]*\\s*(?:未做|未行|未测|未查|没做|not done)"
              + END
              + "(?:\\(decalcified\\))?");
  private static final Pattern FAILED =
      Pattern.compile(
          "(?:"
              + ASSAY
              + "\\s*[:(]*\\s*)?(?:失败|无信号|failed|test failure|检测失败)"
              + END
              + "|"
              + ASSAY
              + "\\s*无结果"
              + END);
  private static final Pattern EQUIVOCAL =
      Pattern.compile(ASSAY + LINK + "(?:临界值?|不能?确定|equivocal|indeterminate|±|可疑)" + END);
  private static final Pattern NOT_AMPLIFIED =
      Pattern.compile(
          OF_GENE
              + "(?:(?:无|未见?|未检测?[到出]|不|没有|非)(?:明显)?\\s*(?:基因)?扩增(?:\\s*\\(?-\\)?)?|扩增(?:检测|状态|情况)*[:(]*(?:阴性?|无|-)|not"
              + " amplified(?:\\s*by\\s*"
              + ASSAY
              + ")?|un-?amplified|non-?\\s?amp(?:lified)?)"
              + END
              + "|(?:"
              + ASSAY
              + "|基因检测|(?<![a-z])f)"
              + LINK
              + NEGATIVE
              + "(?:\\s*\\(-\\))?"
              + END
              + "|(?:阴性|negative|neg)(?:\\s*\\(\\s*"
              + ASSAY
              + "\\s*\\)|\\s*by\\s*"
              + ASSAY
              + ")|\\(\\s*"
              + ASSAY
              + "\\s*\\)\\s*(?:阴性|negative|neg|\\(-\\))|17号染色体呈?二倍体");
  private static final Pattern AMPLIFIED =
      Pattern.compile(
          OF_GENE
              + "(?:[有见呈高]|簇状|大量|明显)*(?:基因)?(?:扩增(?:(?:检测|状态|情况)*\\s*[:(]*\\s*(?:阳性?|有|[+])|(?!检测|状态|情况|试验|与否|[:阴]))|amplified(?:\\s*by\\s*"
              + ASSAY
              + ")?|amplification)"
              + END
              + "|(?:"
              + ASSAY
              + "|基因检测|(?<![a-z])f)"
              + LINK
              + POSITIVE
              + "(?:\\s*\\([+]\\))?"
              + END
              + "|(?:阳性|positive|pos)(?:\\s*\\(\\s*"
              + ASSAY
              + "\\s*\\)|\\s*by\\s*"
              + ASSAY
              + ")|\\(\\s*"
              + ASSAY
              + "\\s*\\)\\s*(?:阳性|positive|pos|\\([+]\\))");

  /** ASCO/CAP 2018: group 1 is amplified, group 5 is not, the others need the stain. */
  private static final Pattern GROUP_1 = Pattern.compile(ASSAY + "\\s*(?:group\\s*1|第?1组)" + END);

  private static final Pattern GROUP_5 = Pattern.compile(ASSAY + "\\s*(?:group\\s*5|第?5组)" + END);

  private static final Pattern RATIO =
      Pattern.compile(
          "(?:(?:(?:her-?2\\s*)?(?:基因|信号)*\\s*[/:]\\s*|(?:基因|信号)*\\s*)(?:ce[pn]-?\\s?17|17号染色体着丝粒)(?:信号|比值|比率|\\s?ratio)*|(?<![a-z])ratio|比值|比率|(?<![a-z])r(?![a-z]))\\s*(?:为|[:=(约])*\\s*"
              + NUMBER
              + "(?:\\s*[:/]\\s*1(?![0-9.]))?[)\\s]*");

  private static final Pattern RATIO_OF_ASSAY =
      Pattern.compile("(" + ASSAY + ")\\s*(?:为|[:=(])*\\s*" + NUMBER + "(?:\\s*\\))?");
  private static final Pattern COPIES =
      Pattern.compile(
          "(?:平均|mean|average)?\\s*(?:(?<![a-z])cn(?![a-z])|拷贝数?|copies|copy(?:"
              + " numbers?)?|信号(?:均值|平均值?|数))(?:\\s*(?:/|per\\s)\\s*(?:cell|细胞))?\\s*(?:为|[:=(约])*\\s*"
              + NUMBER
              + "(?:个?\\s*/\\s*(?:cell|细胞))?[)\\s]*");
  private static final Pattern LEADING_RATIO =
      Pattern.compile("^\\s*([0-9]{1,2}(?:[.][0-9]+)?)(?=[\\s,(]+(?:cn|拷贝数|heterogen))");

  /** The limit that a laboratory prints behind its number: 1.51 (<2.0). */
  private static final Pattern LIMIT =
      Pattern.compile("(?<=[0-9])\\s*(?:\\(\\s*[<>≤≥]=?\\s*[0-9.]+\\s*\\)|[<>]\\s*[0-9.]+(?=\\)))");

  /** A ratio or a number of copies as a bound; the registry keeps numbers only. */
  private static final Pattern BOUND =
      Pattern.compile(
          "(?:比值|比率|ratio|拷贝数?|copies|copy"
              + " numbers?|[/:]\\s*ce[pn]-?17)\\s*(?:为|[:=(])*\\s*[<>≤≥]=?\\s*[0-9.]+[)\\s]*");

  /** More chromosomes than two; beside a result it explains the copies and says nothing else. */
  private static final Pattern POLYSOMY =
      Pattern.compile("(?:17号)?染色体呈?[多非单][体整]倍?体?|(?:chromosome 17 |cep-?17 )?polysomy");

  /** Something of this stands in every statement about hybridisation; most results have none. */
  private static final Pattern TRACE =
      Pattern.compile(
          "f|ish|amp|杂交|扩增|信号|失败|染色体|基因|cep|cen|ratio|比|拷贝|cop|cn|heterogen|(?<![a-z])r(?![a-z])");

  /** Something of this stands in every statement but plain results. */
  private static final Pattern UNUSUAL =
      Pattern.compile("[建待需请拟加必送检进拒放失临不疑±组]|未|无|没|pend|fail|equiv|indet|group|done");

  /** In the order in which they are tried: what denies before what affirms. */
  private static final Map<Pattern, Answer<Her2Ish>> RESULTS = new LinkedHashMap<>();

  private static final Map<Pattern, Answer<Her2Ish>> PLAIN_RESULTS = new LinkedHashMap<>();

  static {
    PLAIN_RESULTS.put(NOT_AMPLIFIED, Answer.known(Her2Ish.NOT_AMPLIFIED));
    PLAIN_RESULTS.put(AMPLIFIED, Answer.known(Her2Ish.AMPLIFIED));
    RESULTS.put(PENDING, Answer.absent(Absence.PENDING));
    RESULTS.put(REFUSED, Answer.absent(Absence.NOT_DONE, Remark.REFUSED));
    RESULTS.put(NOT_DONE, Answer.absent(Absence.NOT_DONE));
    RESULTS.put(FAILED, Answer.absent(Absence.UNKNOWN));
    RESULTS.put(EQUIVOCAL, Answer.known(Her2Ish.EQUIVOCAL));
    RESULTS.put(GROUP_1, Answer.known(Her2Ish.AMPLIFIED));
    RESULTS.put(GROUP_5, Answer.known(Her2Ish.NOT_AMPLIFIED));
    RESULTS.putAll(PLAIN_RESULTS);
  }

  /**
   * Where the clause begins in which a text speaks of hybridisation; it belongs to HER2 without the
   * name. The clause is taken whole, so that 未行 and 建议 stay with it.
   */
  static OptionalInt clause(String text) {
    if (!mayName(text)) {
      return OptionalInt.empty();
    }
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
    return text.contains("扩增")
        || text.contains("amplif")
        || mayName(text) && HYBRIDISATION.matcher(text).find();
  }

  private static boolean mayName(String text) {
    return text.contains("ish") || text.contains("fis") || text.contains("杂交");
  }

  /** What a text says. */
  static Hybridisation in(String text) {
    if (!TRACE.matcher(text).find()) {
      return new Hybridisation(new Reading(Map.of()), text);
    }
    String bare = LIMIT.matcher(text).replaceAll(" ");
    Hybridisation numbers = new Hybridisation(new Reading(Map.of()), bare).leading();
    numbers = numbers.number(COPIES, HER2_COPIES);
    if (!numbers.reading.answers().containsKey(HER2_RATIO)) {
      numbers = numbers.number(RATIO, HER2_RATIO);
    }
    if (!numbers.reading.answers().containsKey(HER2_RATIO)) {
      numbers = numbers.ratioOfAssay();
    }
    Optional<Answer<Her2Ish>> result = Optional.empty();
    String rest = numbers.rest;
    boolean plain = !UNUSUAL.matcher(rest).find();
    for (Map.Entry<Pattern, Answer<Her2Ish>> wording :
        (plain ? PLAIN_RESULTS : RESULTS).entrySet()) {
      Matcher found = wording.getKey().matcher(rest);
      if (found.find()) {
        result = Optional.of(joined(result, wording.getValue()));
        rest = found.replaceAll(" ");
      }
    }
    if (result.filter(Answer::isKnown).isPresent()) {
      rest = POLYSOMY.matcher(BOUND.matcher(rest).replaceAll(" ")).replaceAll(" ");
    }
    boolean said = result.isPresent() || !numbers.reading.answers().isEmpty();
    Reading reading = numbers.reading;
    return new Hybridisation(
        result.map(r -> reading.and(HER2_ISH, r)).orElse(reading),
        said ? HYBRIDISATION.matcher(rest).replaceAll(" ") : rest);
  }

  /** A result goes before its announcement; two results contradict each other. */
  private static Answer<Her2Ish> joined(Optional<Answer<Her2Ish>> before, Answer<Her2Ish> found) {
    boolean contradicts = before.filter(Answer::isKnown).isPresent() && !before.get().equals(found);
    return contradicts ? Answer.unreadable(Remark.CONFLICT) : found;
  }

  private Hybridisation leading() {
    Matcher leading = LEADING_RATIO.matcher(rest);
    return leading.find()
        ? new Hybridisation(
            reading.and(HER2_RATIO, decimal(leading.group(1))), leading.replaceFirst(" "))
        : this;
  }

  private Hybridisation number(Pattern pattern, Field<Double> field) {
    Matcher found = pattern.matcher(rest);
    return found.find()
        ? new Hybridisation(reading.and(field, decimal(found.group(1))), found.replaceFirst(" "))
        : this;
  }

  /** A number right behind the assay's name is the ratio: FISH 1.2. */
  private Hybridisation ratioOfAssay() {
    Matcher found = RATIO_OF_ASSAY.matcher(rest);
    return found.find()
        ? new Hybridisation(
            reading.and(HER2_RATIO, decimal(found.group(2))), found.replaceFirst("$1 "))
        : this;
  }

  private static Answer<Double> decimal(String digits) {
    return Answer.known(Double.valueOf(digits));
  }
}
