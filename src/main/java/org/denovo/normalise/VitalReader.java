package org.denovo.normalise;

import static org.denovo.record.Fields.CANCER_STATUS;
import static org.denovo.record.Fields.DEATH_CAUSE;
import static org.denovo.record.Fields.LOST_TO_FOLLOWUP;
import static org.denovo.record.Fields.VITAL_STATUS;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.denovo.mapping.Meaning;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.Remark;
import org.denovo.source.SourceCell;
import org.denovo.vocabulary.CancerStatus;
import org.denovo.vocabulary.DeathCause;
import org.denovo.vocabulary.VitalStatus;

/**
 * Reads outcomes: alive or dead, the cause, the disease, lost to follow-up. A disease that
 * progresses is no proof of life, a discharge wording is no vital status, and the mechanism of
 * death is not its cause.
 *
 * @param ofDeath true in a column that asks for the cause of death, where a cause means dead
 */
record VitalReader(boolean ofDeath) implements CellReader {

  private static final Lexicon WORDS = Lexicon.named("vital");

  private static <T> Reading unread(Field<T> field) {
    return Reading.of(field, Answer.unreadable());
  }

  @Override
  public Reading read(SourceCell cell, Meaning meaning) {
    List<Token> tokens = WORDS.tokens(Spelling.of(cell.text()));
    boolean dead = Token.any(tokens, "dead") || impliesDeath(tokens);
    boolean alive =
        Token.any(tokens, "alive")
            || Token.any(tokens, "ned")
            || Token.any(tokens, "with_disease")
            || Token.any(tokens, "not_dead");
    if (Token.any(tokens, Token.UNKNOWN)
        || Token.any(tokens, "name")
        || numberWithoutDate(tokens)) {
      return unread(VITAL_STATUS);
    }
    if (Token.any(tokens, "doubt")) {
      return Reading.of(VITAL_STATUS, Answer.absent(Absence.UNKNOWN, Remark.SUSPECTED));
    }
    if (dead && alive || isOpen(tokens, alive, dead)) {
      return Reading.of(VITAL_STATUS, Answer.unreadable(Remark.CONFLICT));
    }
    Reading reading = new Reading(Map.of());
    if (dead) {
      reading = cause(reading.and(VITAL_STATUS, Answer.known(VitalStatus.DEAD)), tokens);
    } else if (alive) {
      reading = reading.and(VITAL_STATUS, Answer.known(VitalStatus.ALIVE));
    } else if (Token.any(tokens, "discharge")) {
      reading = reading.and(VITAL_STATUS, Answer.absent(Absence.UNKNOWN, Remark.DISCHARGE_WORDING));
    } else if (Token.any(tokens, "unstated")) {
      reading = reading.and(VITAL_STATUS, Answer.absent(Absence.UNKNOWN));
    }
    reading = disease(reading, tokens, dead);
    if (Token.any(tokens, "lost") || Token.any(tokens, "not_lost")) {
      reading = reading.and(LOST_TO_FOLLOWUP, lost(tokens));
    }
    return reading.answers().isEmpty() ? unread(VITAL_STATUS) : reading;
  }

  /** The same in a column that asks for the vital status: of who is lost it is not known. */
  static Reading asked(SourceCell cell, Meaning meaning) {
    Reading reading = new VitalReader(false).read(cell, meaning);
    boolean lost = Answer.known(true).equals(reading.answers().get(LOST_TO_FOLLOWUP));
    return lost && !reading.answers().containsKey(VITAL_STATUS)
        ? reading.and(VITAL_STATUS, Answer.absent(Absence.UNKNOWN))
        : reading;
  }

  /**
   * In a column of causes of death each cause stands for a death. Elsewhere only words that say it
   * do: a patient with 心梗 may live, and 肿瘤进展 is a state of the disease.
   */
  private boolean impliesDeath(List<Token> tokens) {
    boolean fatal =
        Token.any(tokens, "mechanism")
            || Token.any(tokens, "unknown_cause")
            || tokens.stream().anyMatch(t -> t.in("cause") && isFatal(t.text()));
    return ofDeath
        ? fatal
            || Token.any(tokens, "cause")
            || Token.any(tokens, "event")
            || Token.any(tokens, "unstated")
        : fatal && tokens.stream().noneMatch(VitalReader::tellsOtherwise);
  }

  private static boolean isFatal(String cause) {
    return cause.contains("死") && !cause.contains("梗")
        || cause.startsWith("died")
        || cause.startsWith("dead")
        || Set.of("dod", "doc", "bcsd").contains(cause);
  }

  private static boolean tellsOtherwise(Token token) {
    return token.in("alive")
        || token.in("ned")
        || token.in("with_disease")
        || token.in("progressed")
        || token.in("discharge")
        || token.in("lost");
  }

  /** 死亡未知 and 存活不详 ask the question; 死亡，不详 is dead of an unknown cause. */
  private static boolean isOpen(List<Token> tokens, boolean alive, boolean dead) {
    boolean aside = Token.any(tokens, "cause_word") || Token.any(tokens, Token.PUNCTUATION);
    return Token.any(tokens, "unstated") && (alive || dead && Token.any(tokens, "dead") && !aside);
  }

  /** A number is a date's part (2020.3, 2020年) or it says something else. */
  private static boolean numberWithoutDate(List<Token> tokens) {
    boolean date =
        tokens.stream().anyMatch(t -> t.in(Token.NUMBER) && t.text().matches("(19|20)[0-9]{2}.*"));
    return !date && Token.any(tokens, Token.NUMBER);
  }

  private static Reading cause(Reading reading, List<Token> tokens) {
    Set<String> causes =
        tokens.stream().filter(t -> t.in("cause")).map(Token::code).collect(Collectors.toSet());
    if (causes.size() > 1) {
      return reading.and(DEATH_CAUSE, Answer.unreadable(Remark.CONFLICT));
    }
    if (causes.size() == 1) {
      DeathCause cause = causeOf(causes.iterator().next());
      return reading.and(DEATH_CAUSE, Answer.known(cause));
    }
    if (Token.any(tokens, "mechanism") || Token.any(tokens, "event")) {
      return reading.and(DEATH_CAUSE, Answer.absent(Absence.UNKNOWN, Remark.MECHANISM_OF_DEATH));
    }
    boolean unknown = Token.any(tokens, "unknown_cause") || Token.any(tokens, "unstated");
    return unknown ? reading.and(DEATH_CAUSE, Answer.absent(Absence.UNKNOWN)) : reading;
  }

  private static DeathCause causeOf(String code) {
    return DEATH_CAUSE.type().parse(code);
  }

  private static Reading disease(Reading reading, List<Token> tokens, boolean dead) {
    List<CancerStatus> said =
        List.of(CancerStatus.values()).stream().filter(s -> Token.any(tokens, s.code())).toList();
    if (Token.any(tokens, "disease_unstated") && said.isEmpty()) {
      return reading.and(CANCER_STATUS, Answer.absent(Absence.UNKNOWN));
    }
    if (said.isEmpty() || dead) {
      return reading;
    }
    Optional<CancerStatus> one = said.size() == 1 ? Optional.of(said.get(0)) : Optional.empty();
    return reading.and(
        CANCER_STATUS,
        one.<Answer<CancerStatus>>map(Answer::known)
            .orElseGet(() -> Answer.unreadable(Remark.CONFLICT)));
  }

  private static Answer<Boolean> lost(List<Token> tokens) {
    boolean both = Token.any(tokens, "lost") && Token.any(tokens, "not_lost");
    return both ? Answer.unreadable(Remark.CONFLICT) : Answer.known(Token.any(tokens, "lost"));
  }
}
