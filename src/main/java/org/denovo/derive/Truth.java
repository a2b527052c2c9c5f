package org.denovo.derive;

import java.util.Optional;
import org.denovo.record.Absence;
import org.denovo.record.Answer;

/** Kleene's three truth values: what is not known is never taken for a no. */
public enum Truth {
  YES,
  NO,
  UNKNOWN;

  /** The truth of a sentence that is decided. */
  public static Truth of(boolean decided) {
    return decided ? YES : NO;
  }

  /** The truth of a sentence that may not be decided. */
  public static Truth of(Optional<Boolean> perhaps) {
    return perhaps.map(Truth::of).orElse(UNKNOWN);
  }

  /** True if all are: a single no decides. */
  public static Truth all(Truth... parts) {
    Truth all = YES;
    for (Truth part : parts) {
      all = all.and(part);
    }
    return all;
  }

  /** True if any is: a single yes decides. */
  public static Truth any(Truth... parts) {
    Truth any = NO;
    for (Truth part : parts) {
      any = any.or(part);
    }
    return any;
  }

  public Truth and(Truth other) {
    if (this == NO || other == NO) {
      return NO;
    }
    return this == YES && other == YES ? YES : UNKNOWN;
  }

  public Truth or(Truth other) {
    if (this == YES || other == YES) {
      return YES;
    }
    return this == NO && other == NO ? NO : UNKNOWN;
  }

  public Truth not() {
    return switch (this) {
      case YES -> NO;
      case NO -> YES;
      case UNKNOWN -> UNKNOWN;
    };
  }

  /** This one, or the other where this one is not decided. */
  public Truth orElse(Truth other) {
    return this == UNKNOWN ? other : this;
  }

  /** This truth where the question arises at all, else not known. */
  public Truth onlyIf(boolean arises) {
    return arises ? this : UNKNOWN;
  }

  /** The answer to a yes or no question. */
  public Answer<Boolean> answer() {
    return switch (this) {
      case YES -> Answer.known(true);
      case NO -> Answer.known(false);
      case UNKNOWN -> Answer.absent(Absence.UNKNOWN);
    };
  }
}
