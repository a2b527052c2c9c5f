package org.denovo.proposal;

import java.util.Optional;

/**
 * What a header may name. Scores are log-odds that a header with this wording means the target,
 * before any value was looked at.
 *
 * @param polarity what yes and no stand for, if the header asks for a field of codes with them
 * @param initials true if it rests on the initials of pinyin
 * @param whether true if the header asks for yes or no
 * @param open true if so much stays open that no value makes it certain
 */
record HeaderGuess(
    Target target,
    double score,
    Optional<HeaderPattern.Polarity> polarity,
    boolean initials,
    boolean whether,
    boolean open) {

  HeaderGuess(Target target, double score, boolean initials) {
    this(target, score, Optional.empty(), initials, false, false);
  }

  HeaderGuess plus(double more) {
    return new HeaderGuess(target, score + more, polarity, initials, whether, open);
  }

  /** The likelier of two guesses of one target, with what both know of the question. */
  HeaderGuess or(HeaderGuess other) {
    HeaderGuess better = other.score > score ? other : this;
    HeaderGuess worse = better == this ? other : this;
    return new HeaderGuess(
        target,
        better.score,
        better.polarity.or(() -> worse.polarity),
        better.initials,
        better.whether || worse.whether,
        better.open);
  }
}
