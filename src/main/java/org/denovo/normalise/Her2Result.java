package org.denovo.normalise;

import static org.denovo.record.Fields.*;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
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

  private static final Pattern SPLIT =
      Pattern.compile(
          "(?:ihc\\s*[:(]*)?([0-3])\\s*[+]?\\s*(?:-|~|/|至|到|to)\\s*([1-3])\\s*[+][)\\s]*");
  private static final Pattern SCORE =
      Pattern.compile(
          "(?:([0-9])\\s*(?:[+]|加号?)(?![+0-9])|(?<![0-9+])([+]{2,})(?![0-9])|(?<![0-9.])0\\s*分?(?![0-9.+%]))");
  private static final Pattern EXTENT =
      Pattern.compile(
          "(?:小于|大于|约|<|>|≥|≤)?\\s*[0-9]{1,3}(?:\\s*[-~]\\s*[0-9]{1,3})?\\s*%(?:的?(?:肿瘤)?细胞)?(?:\\s*(?:pos(?:itive)?|阳性?|[+]))?");

  /** What only a stain can be: several plus signs, a score, an expression. */
  private static final Pattern STAIN = Pattern.compile("[+]{2,}|[0-9]\\s*[+]|ihc|表达|加号?");

  private enum Word {
    POSITIVE,
    NEGATIVE,
    EITHER,
    EQUIVOCAL,
    TENDENCY,
    LOW,
    SINGLE_PLUS,
    FILLER
  }

  private static final Alternatives<Word> WORDS =
      new Alternatives<>(
          List.of(
              Map.entry("[+]\\s?/\\s?-|[+]\\s?or\\s?-|[+]-|±", Word.EITHER),
              Map.entry("indeterminate|可疑|[?]", Word.EITHER),
              Map.entry("equivocal|不确定|临界", Word.EQUIVOCAL),
              Map.entry("倾向|考虑|约为?", Word.TENDENCY),
              Map.entry(
                  "弱阳性?|(超|极)?低(表达|阳性?)|-?\\s?(ultra\\s?)?low|weak(ly)?( positive)?", Word.LOW),
              Map.entry("阴性?|negative|neg|(无|不|未见?)(过?表达|着色|染色)", Word.NEGATIVE),
              Map.entry("过表达|阳性?|positive|pos", Word.POSITIVE),
              Map.entry("[+]号?", Word.SINGLE_PLUS),
              Map.entry(
                  "免疫组化(结果)?|ihc|蛋白|基因|部分(区域)?|局灶|区域|结果|示|为|且|呈|提示|focal|heterogen(e?ous|eity)|无染色|msk|乳腺癌?|原发灶?|穿刺|及|与|并|均",
                  Word.FILLER),
              Map.entry("-{1,2}(?![0-9])", Word.NEGATIVE),
              Map.entry("[\\s,;:.()\\[\\]/=]+", Word.FILLER)));

  private Her2Result() {}

  /** The reading of a result; none if it is not understood. */
  static Optional<Reading> of(String text, boolean ofIsh) {
    Hybridisation hybridisation = Hybridisation.in(text);
    Reading reading = hybridisation.reading();
    String rest = hybridisation.rest();
    return ofIsh ? ishColumn(reading, rest) : stain(reading, rest);
  }

  /** In a column of hybridisation the bare words speak of the gene. */
  private static Optional<Reading> ishColumn(Reading reading, String rest) {
    Optional<Set<Word>> words = words(rest);
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
    if (words.get().contains(Word.EQUIVOCAL)) {
      return Optional.of(reading.and(HER2_ISH, Answer.known(Her2Ish.EQUIVOCAL)));
    }
    if (words.get().contains(Word.EITHER)) {
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
    Reading reading = hybridisation;
    Optional<Answer<Her2Ihc>> score = Optional.empty();
    String rest = text;
    Matcher split = SPLIT.matcher(rest);
    if (split.find()) {
      score = Optional.of(between(split.group(1), split.group(2)));
      rest = split.replaceFirst(" ");
    }
    Matcher one = SCORE.matcher(rest);
    if (one.find()) {
      Answer<Her2Ihc> found = score(one);
      score =
          score.isPresent() && !score.get().equals(found)
              ? Optional.of(Answer.unreadable(Remark.CONFLICT))
              : Optional.of(found);
      rest = one.replaceFirst(" ");
      if (SCORE.matcher(rest).find()) {
        return Optional.of(reading.and(HER2_IHC, Answer.unreadable(Remark.TWO_READINGS)));
      }
    }
    boolean extent = EXTENT.matcher(rest).find();
    Optional<Set<Word>> words = words(EXTENT.matcher(rest).replaceAll(" "));
    if (words.isEmpty()) {
      return Optional.empty();
    }
    if (score.isPresent()) {
      Answer<Her2Ihc> answer = checked(score.get(), words.get());
      return Optional.of(reading.and(HER2_IHC, answer));
    }
    if (extent) {
      // A percentage is how far the stain extends, not how strong it is.
      return Optional.of(reading.and(HER2_IHC, Answer.unreadable(Remark.WORD_FOR_NUMBER)));
    }
    if (words.get().isEmpty() && Absences.of(rest.trim()).isPresent()) {
      return Optional.of(reading.and(HER2_IHC, Absences.<Her2Ihc>of(rest.trim()).get()));
    }
    return unscored(reading, words.get());
  }

  private static Optional<Reading> unscored(Reading reading, Set<Word> words) {
    if (words.contains(Word.EITHER) && reading.answer(HER2_ISH).isKnown()) {
      return Optional.of(reading.and(HER2_ISH, reading.answer(HER2_ISH).with(Remark.SUSPECTED)));
    }
    if (words.contains(Word.EITHER)) {
      return Optional.of(
          reading.and(HER2_STATUS_RECORDED, Answer.absent(Absence.UNKNOWN, Remark.EQUIVOCAL)));
    }
    if (words.contains(Word.LOW) || words.contains(Word.TENDENCY)) {
      return Optional.of(reading.and(HER2_IHC, Answer.unreadable(Remark.WORD_FOR_NUMBER)));
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

  /** A score beside a word that contradicts it is no score. */
  private static Answer<Her2Ihc> checked(Answer<Her2Ihc> score, Set<Word> words) {
    if (!score.isKnown()) {
      return score;
    }
    Her2Ihc value = score.optional().orElseThrow();
    boolean negative =
        value == Her2Ihc.SCORE_0 || value == Her2Ihc.SCORE_1 || value == Her2Ihc.SCORE_0_1;
    if (words.contains(Word.NEGATIVE) && value == Her2Ihc.SCORE_3
        || words.contains(Word.POSITIVE) && negative
        || words.contains(Word.EITHER)) {
      return Answer.unreadable(Remark.CONFLICT);
    }
    return words.contains(Word.TENDENCY) ? score.with(Remark.SUSPECTED) : score;
  }

  private static Answer<Her2Ihc> between(String low, String high) {
    return switch (low + high) {
      case "01" -> Answer.known(Her2Ihc.SCORE_0_1);
      case "12" -> Answer.known(Her2Ihc.SCORE_1_2);
      case "11" -> Answer.known(Her2Ihc.SCORE_1);
      case "22" -> Answer.known(Her2Ihc.SCORE_2);
      case "33" -> Answer.known(Her2Ihc.SCORE_3);
      default -> Answer.unreadable(Remark.EQUIVOCAL);
    };
  }

  private static Answer<Her2Ihc> score(Matcher found) {
    if (found.group(1) == null && found.group(2) == null) {
      return Answer.known(Her2Ihc.SCORE_0);
    }
    int plusses =
        found.group(1) != null ? Integer.parseInt(found.group(1)) : found.group(2).length();
    return switch (plusses) {
      case 0 -> Answer.known(Her2Ihc.SCORE_0);
      case 1 -> Answer.known(Her2Ihc.SCORE_1);
      case 2 -> Answer.known(Her2Ihc.SCORE_2);
      case 3 -> Answer.known(Her2Ihc.SCORE_3);
      default -> Answer.unreadable(Remark.NO_SUCH_CATEGORY);
    };
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
