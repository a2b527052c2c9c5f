package org.denovo.normalise;

import static org.denovo.record.Fields.*;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Remark;
import org.denovo.vocabulary.Her2Ihc;
import org.denovo.vocabulary.Her2Ish;
import org.denovo.vocabulary.Her2Status;

/**
 * One HER2 result without the marker's name: the part about the stain, and the part about in situ
 * hybridisation. A text with a word that is not known has no reading.
 */
final class Her2Result {

  /** Kits and sequencing give no stain's result, and a cut-off is nobody's result. */
  private static final Pattern NO_RESULT =
      Pattern.compile(
          "pathvysion|hercep\\s?test|dako|ventana|oracle|acis|探针(?!fish)|试剂盒|(?<![a-z])(?:kit|ngs)(?![a-z])|probe|测序|(?:>\\s?=?|≥)\\s?(?:equal)?\\s?[0-9.]+\\s?(?:is"
              + " |为|positive|amplified|阳性|扩增)|>\\s?equal|enumerate");

  /** HER2富集型 is a subtype, not an assay. */
  private static final Pattern LABEL = Pattern.compile("\\s*(?:富集|过表达|阳性|阴性)?型.*");

  private static final Pattern CLONE =
      Pattern.compile(
          "\\(?(?:克隆号?|clone)?[:\\s]*(?<![a-z0-9])(?:4b5|sp3|cb11|ep1045y?|a0485)(?![a-z0-9])\\)?");

  private static final String BETWEEN = "\\s*(?:-|~|/|至|到|to|或|or)\\s*";

  private static final Pattern SPLIT =
      Pattern.compile(
          "(?:(?:ihc|评分|score)[\\s:(]*)?(?:([0-3])\\s*[+]?"
              + BETWEEN
              + "([1-3])\\s*(?:[+](?![+0-9])|分)|(?<![0-9+])([+]{1,3})\\s*(?:~|/|至|到|或|(?<=[+]{2})-)\\s*([+]{2,3})(?![+0-9]))[)\\s]*");

  /** 2+/-: of the stain, or the stain and the gene? */
  private static final Pattern SCORE_AND_SIGN =
      Pattern.compile("[0-3]\\s*[+]\\s*/\\s*[+-](?![a-z0-9+])");

  private static final Pattern SCORE =
      Pattern.compile(
          "(?:ihc|免疫组化|评分|得分|score)[\\s:=(]*([0-3])(?![0-9.+%]|\\s*[-~/])分?"
              + "|([1-3])\\s*\\(\\s*([+]{1,3})\\s*\\)"
              + "|(?<![0-9.])([0-9])\\s*(?:[+](?![+0-9])|分|(?:个\\s*)?加号?|个\\s?[+])(?![+0-9])"
              + "|([一二三])\\s*(?:[+](?![+0-9])|(?:个\\s*)?加号?)"
              + "|(?<![0-9+])([+]{2,})(?![0-9])"
              + "|(?<![0-9+])[+]\\s?([1-3])(?![0-9.%+])"
              + "|(?<![0-9.])0\\s*分?(?![0-9.+%])");
  private static final Pattern EXTENT =
      Pattern.compile(
          "(?:小于|大于|约|<|>|≥|≤)?\\s*([0-9]{1,3})\\s*%?(?:\\s*[-~至到]\\s*[0-9]{1,3})?\\s*(?<=[0-9"
              + " ])%(?:的?(?:肿瘤)?细胞)?(?:\\s*(?:pos(?:itive)?|阳性?|[+](?![+])))?");

  private static final Pattern LONE_NUMBER =
      Pattern.compile("(?<![0-9.<>≥≤/-])[0-9]{1,2}[.][0-9]{1,2}(?![0-9./%+-])");

  /** What only a stain can be: several plus signs, a score, an expression. */
  private static final Pattern STAIN = Pattern.compile("[+]{2,}|[0-9]\\s*[+]|ihc|表达|加号?");

  private enum Word {
    POSITIVE,
    NEGATIVE,
    EITHER,
    DOUBT,
    EQUIVOCAL,
    /** 不确定: the status is open; no stain was scored 2+ by it. */
    UNSURE,
    TENDENCY,
    LOW,
    SINGLE_PLUS,
    FILLER
  }

  private static final Alternatives<Word> WORDS =
      new Alternatives<>(
          List.of(
              Map.entry(
                  "[+]\\s?/\\s?-|-\\s?[/~]\\s?[+]|[+]\\s?or\\s?-|[+]-(?!v)|±|indeterminate",
                  Word.EITHER),
              Map.entry("可疑(?:阳性)?|疑似|[?]", Word.DOUBT),
              Map.entry("equivocal|临界值?", Word.EQUIVOCAL),
              Map.entry("不能?确定", Word.UNSURE),
              Map.entry("倾向|考虑|约为?", Word.TENDENCY),
              Map.entry("[+]ve(?![a-z])", Word.POSITIVE),
              Map.entry("-ve(?![a-z])", Word.NEGATIVE),
              Map.entry(
                  "微?弱(?:阳性?|[+])?|(超|极)?低(表达|阳性?)|-?\\s?(ultra\\s?-?)?low|weak(ly)?("
                      + " positive)?|中等?(?:度|强度)?阳性|moderate(?:ly)?",
                  Word.LOW),
              Map.entry("阴性?|negative|neg|(无|不|未见?)(过?表达|(?:细胞)?膜?[着染]色)", Word.NEGATIVE),
              Map.entry("过表达|强?阳性?|positive|pos", Word.POSITIVE),
              Map.entry("强?[+]号?", Word.SINGLE_PLUS),
              Map.entry(
                  "免疫组化(结果)?|ihc|评分|得分|score|蛋白|基因|部分(区域)?|局?灶(?:状|性)?|区域|状态|经|证实|异质性?|结果|示|为|且|呈|提示|focal(?:ly)?|heterogen(e?ous|eity)|strong(?:ly)?|msk|乳腺癌?|原发灶?|及|与|并|均",
                  Word.FILLER),
              Map.entry("-{1,2}(?![0-9])", Word.NEGATIVE),
              Map.entry("[\\s,;:.()\\[\\]/=|]+", Word.FILLER)));

  private Her2Result() {}

  /**
   * The reading of a result, the marker's name already taken off; none if it is not understood.
   *
   * @param ofIsh true in a column of in situ hybridisation, where a plus is amplification
   */
  static Optional<Reading> of(String text, boolean ofIsh) {
    if (NO_RESULT.matcher(text).find() || LABEL.matcher(text).matches()) {
      return Optional.empty();
    }
    Hybridisation hybridisation = Hybridisation.in(CLONE.matcher(text).replaceAll(" "));
    Reading reading = hybridisation.reading();
    String rest = hybridisation.rest();
    return ofIsh ? ishColumn(reading, rest) : stain(reading, rest);
  }

  /** In a column of hybridisation the bare words speak of the gene. */
  private static Optional<Reading> ishColumn(Reading reading, String rest) {
    // A number beside the result may be the ratio or the copies.
    Optional<Set<Word>> words = words(LONE_NUMBER.matcher(rest).replaceAll(" "));
    boolean ofStain = STAIN.matcher(rest).find();
    if (reading.answers().containsKey(HER2_ISH) && (ofStain || words.isEmpty())) {
      return stain(reading, rest);
    }
    if (words.isEmpty()
        || ofStain
        || words.get().contains(Word.LOW)
        || words.get().contains(Word.TENDENCY)) {
      return Optional.empty();
    }
    boolean positive =
        words.get().contains(Word.POSITIVE) || words.get().contains(Word.SINGLE_PLUS);
    boolean negative = words.get().contains(Word.NEGATIVE);
    if (words.get().contains(Word.EQUIVOCAL) || words.get().contains(Word.UNSURE)) {
      return Optional.of(reading.and(HER2_ISH, Answer.known(Her2Ish.EQUIVOCAL)));
    }
    if (words.get().contains(Word.EITHER) || words.get().contains(Word.DOUBT)) {
      return Optional.of(reading.and(HER2_ISH, Answer.absent(Absence.UNKNOWN, Remark.EQUIVOCAL)));
    }
    if (positive && negative) {
      return Optional.of(reading.and(HER2_ISH, Answer.unreadable(Remark.CONFLICT)));
    }
    if (positive || negative) {
      Her2Ish said = positive ? Her2Ish.AMPLIFIED : Her2Ish.NOT_AMPLIFIED;
      Optional<Her2Ish> also = reading.answer(HER2_ISH).optional();
      return Optional.of(
          reading.and(
              HER2_ISH,
              also.isPresent() && also.get() != said
                  ? Answer.unreadable(Remark.CONFLICT)
                  : Answer.known(said)));
    }
    return reading.answers().isEmpty() ? Optional.empty() : Optional.of(reading);
  }

  private static Optional<Reading> stain(Reading hybridisation, String text) {
    String told =
        hybridisation.answers().containsKey(HER2_ISH)
            ? LONE_NUMBER.matcher(text).replaceAll(" ")
            : text;
    Matcher extent = EXTENT.matcher(told);
    boolean extended = extent.find();
    boolean small = extended && Integer.parseInt(extent.group(1)) <= 10;
    String scored = extended ? extent.replaceAll(" ") : told;
    if (SCORE_AND_SIGN.matcher(scored).find()) {
      return Optional.of(hybridisation.and(HER2_IHC, Answer.unreadable(Remark.EQUIVOCAL)));
    }
    Set<Answer<Her2Ihc>> scores = new LinkedHashSet<>();
    String rest = SPLIT.matcher(scored).replaceAll(m -> taken(scores, between(m)));
    rest = SCORE.matcher(rest).replaceAll(m -> taken(scores, score(m)));
    if (scores.size() > 1) {
      return Optional.of(hybridisation.and(HER2_IHC, Answer.unreadable(Remark.TWO_READINGS)));
    }
    Optional<Set<Word>> words = words(rest);
    if (words.isEmpty()) {
      return Optional.empty();
    }
    if (!scores.isEmpty()) {
      Answer<Her2Ihc> answer = checked(scores.iterator().next(), words.get(), small);
      return Optional.of(withStatus(hybridisation.and(HER2_IHC, answer), answer, words.get()));
    }
    if (extended) {
      // A percentage is how far the stain extends, not how strong it is.
      return Optional.of(hybridisation.and(HER2_IHC, Answer.unreadable(Remark.WORD_FOR_NUMBER)));
    }
    if (words.get().isEmpty() && Absences.of(rest.trim()).isPresent()) {
      return Optional.of(hybridisation.and(HER2_IHC, Absences.<Her2Ihc>of(rest.trim()).get()));
    }
    return unscored(hybridisation, words.get());
  }

  private static String taken(Set<Answer<Her2Ihc>> scores, Answer<Her2Ihc> score) {
    scores.add(score);
    return " ";
  }

  /** A 2+ that is called positive or negative was called so by the centre, not by the stain. */
  private static Reading withStatus(Reading reading, Answer<Her2Ihc> score, Set<Word> words) {
    boolean open =
        score
            .optional()
            .filter(value -> value == Her2Ihc.SCORE_2 || value == Her2Ihc.SCORE_1_2)
            .isPresent();
    boolean positive = words.contains(Word.POSITIVE);
    if (!open || positive == words.contains(Word.NEGATIVE)) {
      return reading;
    }
    return reading.and(
        HER2_STATUS_RECORDED, Answer.known(positive ? Her2Status.POS : Her2Status.NEG));
  }

  private static Optional<Reading> unscored(Reading reading, Set<Word> words) {
    boolean either = words.contains(Word.EITHER) || words.contains(Word.DOUBT);
    if (either && reading.answer(HER2_ISH).isKnown()) {
      return Optional.of(reading.and(HER2_ISH, reading.answer(HER2_ISH).with(Remark.SUSPECTED)));
    }
    if (either) {
      return Optional.of(
          reading.and(HER2_STATUS_RECORDED, Answer.absent(Absence.UNKNOWN, Remark.EQUIVOCAL)));
    }
    if (words.contains(Word.LOW) || words.contains(Word.TENDENCY)) {
      return Optional.of(reading.and(HER2_IHC, Answer.unreadable(Remark.WORD_FOR_NUMBER)));
    }
    if (words.contains(Word.UNSURE)) {
      return Optional.of(
          reading.and(HER2_STATUS_RECORDED, Answer.known(Her2Status.EQUIVOCAL_UNRESOLVED)));
    }
    boolean positive = words.contains(Word.POSITIVE);
    boolean negative = words.contains(Word.NEGATIVE);
    if (words.contains(Word.SINGLE_PLUS) && !positive) {
      Remark remark = negative ? Remark.CONFLICT : Remark.SINGLE_PLUS;
      return Optional.of(reading.and(HER2_IHC, Answer.unreadable(remark)));
    }
    if (positive && negative) {
      return Optional.of(reading.and(HER2_STATUS_RECORDED, Answer.unreadable(Remark.CONFLICT)));
    }
    if (words.contains(Word.EQUIVOCAL)) {
      return Optional.of(reading.and(HER2_IHC, Answer.known(Her2Ihc.SCORE_2)));
    }
    if (positive || negative) {
      return Optional.of(
          reading.and(
              HER2_STATUS_RECORDED, Answer.known(positive ? Her2Status.POS : Her2Status.NEG)));
    }
    return reading.answers().isEmpty() ? Optional.empty() : Optional.of(reading);
  }

  /**
   * A score beside a word that contradicts it is no score, nor is a 3+ in at most a tenth of the
   * cells (ASCO/CAP 2018: more than 10 %).
   */
  private static Answer<Her2Ihc> checked(
      Answer<Her2Ihc> score, Set<Word> words, boolean inFewCells) {
    if (!score.isKnown()) {
      return score;
    }
    Her2Ihc value = score.optional().orElseThrow();
    boolean negative =
        value == Her2Ihc.SCORE_0 || value == Her2Ihc.SCORE_1 || value == Her2Ihc.SCORE_0_1;
    if (words.contains(Word.NEGATIVE) && value == Her2Ihc.SCORE_3
        || words.contains(Word.POSITIVE) && negative && !words.contains(Word.DOUBT)
        || words.contains(Word.EITHER)) {
      return Answer.unreadable(Remark.CONFLICT);
    }
    if (value == Her2Ihc.SCORE_3 && inFewCells) {
      return Answer.unreadable(Remark.EQUIVOCAL);
    }
    boolean unsure = words.contains(Word.TENDENCY) || words.contains(Word.DOUBT);
    return unsure ? score.with(Remark.SUSPECTED) : score;
  }

  private static Answer<Her2Ihc> between(MatchResult found) {
    String low = found.group(1) == null ? "" + found.group(3).length() : found.group(1);
    String high = found.group(2) == null ? "" + found.group(4).length() : found.group(2);
    return switch (low + high) {
      case "01" -> Answer.known(Her2Ihc.SCORE_0_1);
      case "12" -> Answer.known(Her2Ihc.SCORE_1_2);
      case "11" -> Answer.known(Her2Ihc.SCORE_1);
      case "22" -> Answer.known(Her2Ihc.SCORE_2);
      case "33" -> Answer.known(Her2Ihc.SCORE_3);
      default -> Answer.unreadable(Remark.EQUIVOCAL);
    };
  }

  private static Answer<Her2Ihc> score(MatchResult found) {
    boolean twice = found.group(2) != null;
    if (twice && Integer.parseInt(found.group(2)) != found.group(3).length()) {
      return Answer.unreadable(Remark.CONFLICT);
    }
    return switch (plusses(found)) {
      case 0 -> Answer.known(Her2Ihc.SCORE_0);
      case 1 -> Answer.known(Her2Ihc.SCORE_1);
      case 2 -> Answer.known(Her2Ihc.SCORE_2);
      case 3 -> Answer.known(Her2Ihc.SCORE_3);
      default -> Answer.unreadable(Remark.NO_SUCH_CATEGORY);
    };
  }

  private static int plusses(MatchResult found) {
    for (int group : new int[] {1, 2, 4, 7}) {
      if (found.group(group) != null) {
        return Integer.parseInt(found.group(group));
      }
    }
    if (found.group(5) != null) {
      return "一二三".indexOf(found.group(5)) + 1;
    }
    return found.group(6) == null ? 0 : found.group(6).length();
  }

  private static Optional<Set<Word>> words(String text) {
    Set<Word> words = EnumSet.noneOf(Word.class);
    Alternatives<Word>.Walk walk = WORDS.over(text);
    int at = 0;
    while (at < text.length()) {
      OptionalInt end = walk.at(at);
      if (end.isEmpty()) {
        return Absences.of(text.trim()).isPresent() ? Optional.of(Set.of()) : Optional.empty();
      }
      words.add(walk.value());
      at = end.getAsInt();
    }
    return Optional.of(words);
  }
}
