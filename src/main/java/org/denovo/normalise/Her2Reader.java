package org.denovo.normalise;

import static org.denovo.record.Fields.*;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.denovo.mapping.Meaning;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.Remark;
import org.denovo.source.Kind;
import org.denovo.source.Mark;
import org.denovo.source.SourceCell;
import org.denovo.vocabulary.Her2Ihc;
import org.denovo.vocabulary.Her2Ish;
import org.denovo.vocabulary.Her2Status;

/**
 * Reads HER2 results: score, in situ hybridisation, ratio, copy number, in one cell or each in its
 * own column. The hospital's own reading goes before one from outside.
 */
final class Her2Reader implements CellReader {

  private static final Pattern OUTSIDE = Pattern.compile("outside|外院|外单位|外地|当地");
  private static final Pattern OWN = Pattern.compile("我院|本院|我科|本科|会诊|复核|复检|(?<![a-z])own(?![a-z])");
  private static final Pattern CONTROL = Pattern.compile("对照|control");
  private static final Pattern KIT =
      Pattern.compile(
          "pathvysion|hercep\\s?test|dako|ventana|oracle|acis|探针|试剂盒|(?<![a-z])kit(?![a-z])|probe");
  private static final Pattern CUT_OFF =
      Pattern.compile(
          "(>\\s?=?|≥|=)\\s?(equal)?\\s?[0-9.]+\\s?(is |为|positive|amplified|阳性|扩增)|>\\s?equal|enumerate");
  private static final Pattern CLAUSE = Pattern.compile("(?<=[,;)])|(?=[(])|(?=外院|我院|本院|会诊)");
  private static final Pattern NOTHING = Pattern.compile("[\\s,;/:()]*");
  private static final Pattern BARE_NUMBER = Pattern.compile("-?[0-9]+(?:[.][0-9]+)?");
  private static final Pattern PLUS_FORMAT = Pattern.compile("0?(\"[+]\"|\\\\[+])");
  private static final Pattern LABEL = Pattern.compile("(her\\s?-?2)?(富集|过表达)?型.*");

  private final boolean metastasis;

  private Her2Reader(boolean metastasis) {
    this.metastasis = metastasis;
  }

  static Her2Reader ofPrimary() {
    return new Her2Reader(false);
  }

  static Her2Reader ofMetastasis() {
    return new Her2Reader(true);
  }

  @Override
  public Reading read(SourceCell cell, Meaning meaning) {
    String spelling = Spelling.of(cell.text());
    if (Percentage.looksLikeDate(spelling)) {
      return Reading.unreadable(FirstLook.principal(meaning), Remark.TURNED_INTO_DATE);
    }
    if (cell.kind() == Kind.NUMBER && PLUS_FORMAT.matcher(cell.format()).find()) {
      spelling = spelling + "+";
    }
    Field<?> asked = meaning.field().orElse(null);
    if (BARE_NUMBER.matcher(spelling).matches()) {
      return number(spelling, cell, meaning);
    }
    List<Marker.Part> parts = Marker.split(spelling);
    if (!metastasis && Marker.isTurned(parts) && !Hybridisation.speaksOfGene(parts.get(0).text())) {
      return Reading.unreadable(FirstLook.principal(meaning));
    }
    boolean named = parts.stream().anyMatch(part -> !part.markers().isEmpty());
    String text = spelling;
    if (named) {
      StringBuilder own = new StringBuilder();
      for (Marker.Part part : parts) {
        if (part.markers().contains(Marker.HER2)
            || part.markers().isEmpty() && Hybridisation.speaksOfGene(part.text())) {
          own.append(part.text()).append(' ');
        }
      }
      text = own.toString();
      if (parts.stream().noneMatch(part -> part.markers().contains(Marker.HER2))) {
        return Reading.unreadable(FirstLook.principal(meaning));
      }
    }
    Optional<Reading> reading =
        text.isBlank() || NOTHING.matcher(text).matches()
            ? Optional.of(Reading.absent(meaning.fields(), Absence.UNKNOWN))
            : result(text, asked == HER2_ISH);
    return reading
        .map(found -> asked(found, meaning))
        .orElseGet(() -> Reading.unreadable(FirstLook.principal(meaning)));
  }

  /**
   * What a result says, the marker's name already taken off; none if it is not understood.
   *
   * @param ofIsh true in a column of in situ hybridisation, where a plus is amplification
   */
  static Optional<Reading> result(String text, boolean ofIsh) {
    List<String> own = new ArrayList<>();
    List<String> outside = new ArrayList<>();
    boolean control = false;
    boolean openOutside = false;
    for (String clause : CLAUSE.split(text)) {
      if (CONTROL.matcher(clause).find()) {
        control = true;
      } else if (openOutside || OUTSIDE.matcher(clause).find()) {
        String said = OUTSIDE.matcher(clause).replaceAll(" ");
        openOutside = said.isBlank();
        outside.add(said);
      } else {
        own.add(OWN.matcher(clause).replaceAll(" "));
      }
    }
    if (control
        || KIT.matcher(text).find()
        || CUT_OFF.matcher(text).find()
        || LABEL.matcher(text.trim()).matches()) {
      return Optional.empty();
    }
    String ownText = OUTSIDE_MARK.matcher(String.join("", own)).replaceAll(" ");
    Optional<Reading> first = Her2Result.of(ownText, ofIsh);
    if (outside.isEmpty()) {
      return first;
    }
    String there = OUTSIDE_MARK.matcher(String.join(" ", outside)).replaceAll(" ");
    Optional<Reading> second = Her2Result.of(trailing(there), ofIsh);
    boolean nothingOwn = ownText.isBlank() || NOTHING.matcher(ownText).matches();
    if (nothingOwn) {
      return second;
    }
    return second.isPresent() ? first.map(Her2Reader::twoReadings) : first;
  }

  private static final Pattern OUTSIDE_MARK = Pattern.compile("^[\\s:)]+");

  private static String trailing(String text) {
    return text.replaceAll("[()]", " ").trim();
  }

  private static Reading twoReadings(Reading reading) {
    Map<Field<?>, Answer<?>> all = new LinkedHashMap<>();
    reading
        .answers()
        .forEach(
            (field, answer) ->
                all.put(field, answer.isKnown() ? answer.with(Remark.TWO_READINGS) : answer));
    return new Reading(all);
  }

  private Reading number(String spelling, SourceCell cell, Meaning meaning) {
    double number = Double.parseDouble(spelling);
    Field<?> asked = meaning.field().orElse(null);
    if (asked == HER2_RATIO) {
      // NAACCR 3852 runs to 99.9; a ratio of 0 is no ratio.
      return Reading.of(
          HER2_RATIO,
          number > 0 && number <= 99.9
              ? Answer.known(number)
              : Answer.unreadable(Remark.OUT_OF_RANGE));
    }
    if (asked == HER2_COPIES) {
      // Above about 100 the sum over the counted cells was written instead of the mean.
      return Reading.of(
          HER2_COPIES,
          number >= 0 && number < 100
              ? Answer.known(number)
              : Answer.unreadable(Remark.OUT_OF_RANGE));
    }
    boolean mayBeScore = (asked == null || asked == HER2_IHC) && !cell.has(Mark.PERCENT);
    if (mayBeScore && number == 0) {
      return Reading.of(HER2_IHC, Answer.known(Her2Ihc.SCORE_0));
    }
    if (mayBeScore && number == 2) {
      return Reading.of(HER2_IHC, Answer.known(Her2Ihc.SCORE_2));
    }
    if (mayBeScore && asked == HER2_IHC && number == 3) {
      return Reading.of(HER2_IHC, Answer.known(Her2Ihc.SCORE_3));
    }
    return Reading.unreadable(
        FirstLook.principal(meaning),
        Math.abs(number) < 100 ? Remark.CODE_WITHOUT_TABLE : Remark.OUT_OF_RANGE);
  }

  /** The reading, with an answer to what the column asks for. */
  private Reading asked(Reading reading, Meaning meaning) {
    if (metastasis) {
      return Reading.of(MET_HER2_STATUS, status(reading));
    }
    if (meaning.field().isEmpty()) {
      return reading;
    }
    Field<?> asked = meaning.field().orElseThrow();
    if (asked == HER2_STATUS_RECORDED) {
      return reading.and(HER2_STATUS_RECORDED, status(reading));
    }
    if (asked == HER2_IHC && !reading.answers().containsKey(HER2_IHC)) {
      Answer<Her2Status> said = reading.answer(HER2_STATUS_RECORDED);
      return reading.and(
          HER2_IHC,
          said instanceof Answer.Absent<Her2Status> absent && absent.why() != Absence.BLANK
              ? Answer.absent(absent.why(), said.remarks().toArray(Remark[]::new))
              : Answer.unreadable(Remark.WORD_FOR_NUMBER));
    }
    return reading.answers().containsKey(asked)
        ? reading
        : reading.or(Reading.unreadable(List.of(asked)));
  }

  /** The status that a cell says, or that follows from its score and hybridisation (CAP 2023). */
  private static Answer<Her2Status> status(Reading reading) {
    Answer<Her2Status> said = reading.answer(HER2_STATUS_RECORDED);
    boolean silent =
        said instanceof Answer.Absent<Her2Status> absent && absent.why() == Absence.BLANK;
    if (!silent) {
      return said;
    }
    Answer<Her2Ihc> score = reading.answer(HER2_IHC);
    Answer<Her2Ish> ish = reading.answer(HER2_ISH);
    if (score.isKnown()) {
      return switch (score.optional().orElseThrow()) {
        case SCORE_0, SCORE_0_1, SCORE_1 -> Answer.known(Her2Status.NEG, Remark.IMPLIED);
        case SCORE_3 -> Answer.known(Her2Status.POS, Remark.IMPLIED);
        case SCORE_1_2, SCORE_2 ->
            ish.isKnown()
                ? byIsh(ish.optional().orElseThrow())
                : Answer.known(Her2Status.EQUIVOCAL_UNRESOLVED, Remark.IMPLIED);
      };
    }
    if (ish.isKnown()) {
      return byIsh(ish.optional().orElseThrow());
    }
    return score instanceof Answer.Absent<Her2Ihc> absent && absent.why() != Absence.BLANK
        ? Answer.absent(absent.why(), score.remarks().toArray(Remark[]::new))
        : Answer.unreadable(score.remarks().toArray(Remark[]::new));
  }

  private static Answer<Her2Status> byIsh(Her2Ish ish) {
    return switch (ish) {
      case AMPLIFIED -> Answer.known(Her2Status.POS, Remark.IMPLIED);
      case NOT_AMPLIFIED -> Answer.known(Her2Status.NEG, Remark.IMPLIED);
      case EQUIVOCAL -> Answer.known(Her2Status.EQUIVOCAL_UNRESOLVED, Remark.IMPLIED);
    };
  }
}
