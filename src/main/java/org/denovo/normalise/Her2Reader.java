package org.denovo.normalise;

import static org.denovo.record.Fields.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
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

  /** 2+ in a column of the ratio is a score of the stain, and no ratio of 2 that is positive. */
  private static final Pattern SCORE = Pattern.compile("[0-3]\\s?[+](?!\\s?[0-9])");

  private static final Pattern BARE_NUMBER = Pattern.compile("-?[0-9]+(?:[.][0-9]+)?");
  private static final Pattern MEASURED =
      Pattern.compile(
          "[(:\\s]*(?:平均)?\\s*([0-9]{1,3}(?:[.][0-9]+)?)(?![0-9.])\\s*(?:[:/]\\s*1(?![0-9.])|个|copies|拷贝|(?:/|per)\\s*(?:cell|细胞)|[)(\\s])*(.*)");

  private static final Pattern PLUS_FORMAT = Pattern.compile("0?(\"[+]\"|\\\\[+])");

  private final boolean metastasis;
  private final Precedence precedence;

  private Her2Reader(boolean metastasis) {
    this.metastasis = metastasis;
    this.precedence = new Precedence(metastasis);
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
    if (asked == HER2_RATIO || asked == HER2_COPIES) {
      Optional<Reading> numbers = numbers(Provenance.of(spelling), asked, cell, meaning);
      if (numbers.isPresent()) {
        return numbers.get();
      }
    }
    List<Precedence.Candidate> candidates =
        MarkerLine.of(spelling, Marker.HER2).of(Marker.HER2).stream()
            .map(said -> new Precedence.Candidate(said.origin(), result(said, asked, meaning)))
            .toList();
    return precedence
        .byField(candidates, FirstLook.principal(meaning))
        .map(reading -> asked(reading, meaning))
        .orElseGet(() -> Reading.unreadable(FirstLook.principal(meaning)));
  }

  private static Reading result(MarkerLine.Said said, Field<?> asked, Meaning meaning) {
    if (said.isBlank()) {
      return Reading.absent(meaning.fields(), Absence.UNKNOWN);
    }
    return said.text()
        .flatMap(text -> Her2Result.of(text, asked == HER2_ISH))
        .orElseGet(() -> new Reading(Map.of()));
  }

  /** What a column of numbers says, if each stretch of the cell holds one. */
  private Optional<Reading> numbers(
      List<Provenance> stretches, Field<?> asked, SourceCell cell, Meaning meaning) {
    List<Precedence.Candidate> candidates = new ArrayList<>();
    for (Provenance stretch : stretches) {
      measured(stretch.text().trim(), asked, cell, meaning)
          .ifPresent(said -> candidates.add(new Precedence.Candidate(stretch.origin(), said)));
    }
    return candidates.size() == stretches.size()
        ? precedence.byField(candidates, FirstLook.principal(meaning))
        : Optional.empty();
  }

  /** In a column of numbers: the number, its unit, and what the cell says of the result besides. */
  private Optional<Reading> measured(
      String spelling, Field<?> asked, SourceCell cell, Meaning meaning) {
    if (Absences.looksEmpty(spelling)) {
      return Optional.of(Reading.absent(meaning.fields(), Absence.UNKNOWN));
    }
    Matcher number = MEASURED.matcher(spelling);
    if (!number.matches()) {
      return Optional.empty();
    }
    if (SCORE.matcher(spelling).lookingAt()) {
      return Optional.empty();
    }
    Reading reading = number(number.group(1), cell, meaning);
    String rest = number.group(2);
    return rest.isBlank()
        ? Optional.of(reading)
        : Her2Result.of(rest, true)
            .filter(besides -> !besides.answers().containsKey(asked))
            .map(reading::or);
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
        case SCORE_0, SCORE_0_1, SCORE_1 ->
            ish.optional().equals(Optional.of(Her2Ish.AMPLIFIED))
                ? byIsh(Her2Ish.AMPLIFIED)
                : Answer.known(Her2Status.NEG, Remark.IMPLIED);
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
