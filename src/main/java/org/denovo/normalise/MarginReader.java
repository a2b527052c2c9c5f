package org.denovo.normalise;

import static org.denovo.record.Fields.MARGIN_STATUS;
import static org.denovo.record.Fields.MARGIN_WIDTH_MM;

import java.util.List;
import java.util.Optional;
import org.denovo.mapping.Meaning;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Interval;
import org.denovo.record.Remark;
import org.denovo.source.SourceCell;
import org.denovo.vocabulary.MarginStatus;

/**
 * Reads what is said of a surgical margin: its class and its width. The worst edge of the last
 * specimen counts, and the paraffin section before the frozen one. A margin that is not mentioned
 * is unknown, never negative.
 */
final class MarginReader implements CellReader {

  private static final Lexicon WORDS = Lexicon.named("margin");

  @Override
  public Reading read(SourceCell cell, Meaning meaning) {
    String raw = cell.text().strip();
    if (raw.equals("－")) {
      return status(Answer.known(MarginStatus.NEGATIVE));
    }
    List<Token> tokens = WORDS.tokens(Spelling.of(cell.text()));
    if (tokens.stream().anyMatch(token -> token.in("flip")) || strayBeforeSee(tokens)) {
      return status(Answer.unreadable(Remark.TYPO_FLIPS_MEANING));
    }
    if (tokens.size() == 1 && tokens.get(0).text().equals("-")) {
      return status(Answer.unreadable());
    }
    Optional<Reading> silent = silent(tokens);
    if (silent.isPresent()) {
      return silent.get();
    }
    List<MarginClause> clauses = MarginClause.of(tokens);
    List<MarginClause> sure = clauses.stream().filter(c -> !isDoubted(c)).toList();
    Optional<List<MarginStatement>> said = MarginStatement.all(sure, unit(meaning));
    if (sure.size() < clauses.size() && said.stream().noneMatch(MarginReader::isDecided)) {
      boolean known = clauses.stream().noneMatch(c -> isDoubted(c) && c.has(Token.UNKNOWN));
      return status(known ? Answer.absent(Absence.UNKNOWN, Remark.SUSPECTED) : Answer.unreadable());
    }
    return said.map(s -> settled(s, Token.any(tokens, "palliative")))
        .orElseGet(() -> status(Answer.unreadable()));
  }

  private static boolean isDoubted(MarginClause clause) {
    return clause.has("doubt") && !clause.isOfSomethingElse();
  }

  /** 内侧切缘阳性，外侧可疑: a doubt at one edge cannot better what another shows. */
  private static boolean isDecided(List<MarginStatement> sure) {
    int last = sure.stream().mapToInt(MarginStatement::specimen).max().orElse(0);
    return last == 0 && sure.stream().anyMatch(MarginStatement::isPositive);
  }

  private static Reading status(Answer<MarginStatus> answer) {
    return Reading.of(MARGIN_STATUS, answer);
  }

  /** One unknown character before 见 may be a misspelt 未. */
  private static boolean strayBeforeSee(List<Token> tokens) {
    for (int i = 1; i < tokens.size(); i++) {
      Token stray = tokens.get(i - 1);
      if (tokens.get(i).in("see") && stray.in(Token.UNKNOWN) && stray.text().length() == 1) {
        return true;
      }
    }
    return false;
  }

  /** The cell says that it says nothing: not stated, not done, awaited, no operation. */
  private static Optional<Reading> silent(List<Token> tokens) {
    boolean only =
        tokens.stream()
            .allMatch(
                t ->
                    t.in("unstated")
                        || t.in("elsewhere")
                        || t.in("inapplicable")
                        || t.in("pending")
                        || t.in("undone")
                        || t.in("paraffin")
                        || t.in("operation")
                        || t.in("edge")
                        || t.in("noise")
                        || t.in(Token.PUNCTUATION));
    if (!only) {
      return Optional.empty();
    }
    if (Token.any(tokens, "inapplicable")) {
      return Optional.of(status(Answer.absent(Absence.NOT_APPLICABLE)));
    }
    if (Token.any(tokens, "elsewhere")) {
      return Optional.of(status(Answer.absent(Absence.PENDING, Remark.IN_ANOTHER_REPORT)));
    }
    if (Token.any(tokens, "undone")) {
      return Optional.of(status(Answer.absent(Absence.NOT_DONE)));
    }
    if (Token.any(tokens, "pending")) {
      return Optional.of(status(Answer.absent(Absence.PENDING)));
    }
    return Token.any(tokens, "unstated")
        ? Optional.of(status(Answer.absent(Absence.UNKNOWN)))
        : Optional.empty();
  }

  /** The unit of a bare number: the column's, or the field's own where the column is the width. */
  private static Optional<String> unit(Meaning meaning) {
    if (meaning.unit().equals("mm") || meaning.unit().equals("cm")) {
      return Optional.of(meaning.unit());
    }
    return meaning.field().filter(MARGIN_WIDTH_MM::equals).map(width -> "mm");
  }

  private static Reading settled(List<MarginStatement> said, boolean palliative) {
    if (said.isEmpty()) {
      return status(Answer.unreadable());
    }
    int last = said.stream().mapToInt(MarginStatement::specimen).max().orElseThrow();
    List<MarginStatement> lastOnes = said.stream().filter(s -> s.specimen() == last).toList();
    List<MarginStatement> paraffin = lastOnes.stream().filter(s -> !s.frozen()).toList();
    List<MarginStatement> counted = paraffin.isEmpty() ? lastOnes : paraffin;
    MarginStatement worst = counted.stream().min(MarginStatement.WORST_FIRST).orElseThrow();
    Answer<MarginStatus> status = answer(worst, counted, palliative);
    boolean earlier = said.stream().anyMatch(s -> s.specimen() < last && s.isPositive());
    if (earlier && !worst.isPositive()) {
      status = status.with(Remark.RE_EXCISED);
    }
    Reading reading = status(paraffin.isEmpty() ? status.with(Remark.FROZEN_SECTION_ONLY) : status);
    return width(worst, counted)
        .map(measure -> reading.and(MARGIN_WIDTH_MM, answer(measure)))
        .orElse(reading);
  }

  private static Answer<MarginStatus> answer(
      MarginStatement worst, List<MarginStatement> counted, boolean palliative) {
    if (worst.status().isEmpty()) {
      boolean negative = counted.stream().anyMatch(s -> s.is(MarginStatus.NEGATIVE));
      return negative ? Answer.known(MarginStatus.NEGATIVE) : Answer.unreadable();
    }
    MarginStatus status = worst.status().get();
    if (status == MarginStatus.NOT_EVALUABLE
        && counted.stream().anyMatch(s -> s.is(MarginStatus.NEGATIVE))) {
      return Answer.unreadable(Remark.CONFLICT);
    }
    if (status == MarginStatus.POSITIVE_NOS) {
      // The words of one finding may say it twice, once with its kind: 阳性，镜下残留.
      if (palliative) {
        return Answer.known(MarginStatus.POSITIVE_MACRO);
      }
      if (counted.stream().anyMatch(s -> s.is(MarginStatus.POSITIVE_MICRO))) {
        return Answer.known(MarginStatus.POSITIVE_MICRO);
      }
    }
    boolean saidNegative =
        counted.stream().anyMatch(s -> s.width().isEmpty() && s.is(MarginStatus.NEGATIVE));
    return status == MarginStatus.CLOSE && worst.width().isPresent() && saidNegative
        ? Answer.known(status, Remark.TWO_READINGS)
        : Answer.known(status);
  }

  /** The width of the edge that decides; beside a bare word for the same class, the width given. */
  private static Optional<Measure> width(MarginStatement worst, List<MarginStatement> counted) {
    return worst
        .width()
        .or(
            () ->
                counted.stream()
                    .filter(s -> s.width().isPresent() && s.status().equals(worst.status()))
                    .min(MarginStatement.WORST_FIRST)
                    .flatMap(MarginStatement::width));
  }

  private static Answer<Interval> answer(Measure measure) {
    Answer<Interval> answer = Answer.known(measure.range());
    return measure.approximate() ? answer.with(Remark.APPROXIMATE) : answer;
  }
}
