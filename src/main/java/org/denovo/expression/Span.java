package org.denovo.expression;

import org.denovo.record.Interval;
import org.denovo.record.PartialDate;
import org.denovo.vocabulary.Text;

/**
 * What a number, or a date in days since 1970, is known to lie between, both ends included. Of what
 * is not known at all the ends are infinite, so that interval logic needs no special case for it.
 */
record Span(double min, double max) {

  static final Span NOT_KNOWN = new Span(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  /** The six comparisons. */
  enum Order {
    LESS("_<_", "{0}小于{1}", "{0} less than {1}", "{0}早于{1}", "{0} before {1}"),
    AT_MOST("_<=_", "{0}不大于{1}", "{0} at most {1}", "{0}不晚于{1}", "{0} not after {1}"),
    MORE("_>_", "{0}大于{1}", "{0} more than {1}", "{0}晚于{1}", "{0} after {1}"),
    AT_LEAST("_>=_", "{0}不小于{1}", "{0} at least {1}", "{0}不早于{1}", "{0} not before {1}"),
    EQUAL("_==_", "{0}等于{1}", "{0} equal to {1}", "{0}为{1}", "{0} on {1}"),
    NOT_EQUAL("_!=_", "{0}不等于{1}", "{0} not equal to {1}", "{0}不为{1}", "{0} not on {1}");

    private final String function;
    private final Text ofNumbers;
    private final Text ofDates;

    Order(String function, String zh, String en, String zhDates, String enDates) {
      this.function = function;
      this.ofNumbers = new Text(zh, en);
      this.ofDates = new Text(zhDates, enDates);
    }

    /** The comparison of two numbers in words. */
    Text ofNumbers() {
      return ofNumbers;
    }

    /** The comparison of two dates in words. */
    Text ofDates() {
      return ofDates;
    }

    /** CEL's name of the operator. */
    String function() {
      return function;
    }

    /** The comparison that holds exactly when this one does not. */
    Order opposite() {
      return switch (this) {
        case LESS -> AT_LEAST;
        case AT_MOST -> MORE;
        case MORE -> AT_MOST;
        case AT_LEAST -> LESS;
        case EQUAL -> NOT_EQUAL;
        case NOT_EQUAL -> EQUAL;
      };
    }
  }

  static Span of(double exact) {
    return new Span(exact, exact);
  }

  /** The span of a whole or decimal number, an interval or a date. */
  static Span ofValue(Object value) {
    if (value instanceof Interval interval) {
      return new Span(interval.min(), interval.max());
    }
    if (value instanceof PartialDate date) {
      return new Span(date.first().toEpochDay(), date.last().toEpochDay());
    }
    return of(((Number) value).doubleValue());
  }

  boolean isExact() {
    return min == max && !Double.isInfinite(min);
  }

  Span plus(Span other) {
    return new Span(min + other.min, max + other.max);
  }

  Span minus(Span other) {
    return new Span(min - other.max, max - other.min);
  }

  /** Met if it holds for all values within the ends, not met if for none, else not known. */
  Verdict compare(Order order, Span other) {
    return switch (order) {
      case LESS -> verdict(max < other.min, min >= other.max);
      case AT_MOST -> verdict(max <= other.min, min > other.max);
      case MORE -> verdict(min > other.max, max <= other.min);
      case AT_LEAST -> verdict(min >= other.max, max < other.min);
      case EQUAL -> verdict(same(other), apart(other));
      case NOT_EQUAL -> verdict(apart(other), same(other));
    };
  }

  private boolean same(Span other) {
    return isExact() && other.isExact() && min == other.min;
  }

  private boolean apart(Span other) {
    return max < other.min || min > other.max;
  }

  private static Verdict verdict(boolean met, boolean notMet) {
    if (met) {
      return Verdict.MET;
    }
    return notMet ? Verdict.NOT_MET : Verdict.NOT_KNOWN;
  }
}
