package org.denovo.extract;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.denovo.record.Answer;
import org.denovo.record.FieldType;
import org.denovo.record.Interval;
import org.denovo.record.Variable;
import org.denovo.statistics.StandardisedDifference;
import org.denovo.vocabulary.Coded;

/**
 * What the arms answer to one variable: counts by level, or the numbers themselves; and how many
 * have no value.
 */
final class Tally {

  /** How the answers are summed up. */
  enum Shape {
    /** One level each. */
    LEVELS,
    /** Any of several levels. */
    CHOICES,
    /** A number. */
    NUMBERS
  }

  private final Variable<?> variable;
  private final Shape shape;
  private final List<Column.Level> levels;
  private final long[][] counts;
  private final long[] missing;
  private final long[] inexact;
  private final long[] chose;
  private final Doubles[] numbers;

  Tally(Variable<?> variable, Column column, int arms) {
    this.variable = variable;
    this.levels = column.levels();
    this.shape =
        switch (column.kind()) {
          case CODE -> Shape.LEVELS;
          case CODES -> Shape.CHOICES;
          case WHOLE, DECIMAL -> Shape.NUMBERS;
          case TEXT, DATE -> throw new IllegalArgumentException(column.name());
        };
    this.counts = new long[arms][levels.size()];
    this.missing = new long[arms];
    this.inexact = new long[arms];
    this.chose = new long[arms];
    this.numbers = new Doubles[arms];
    Arrays.setAll(numbers, arm -> new Doubles());
  }

  void add(int arm, Answer<?> answer) {
    if (!answer.isKnown()) {
      missing[arm]++;
      return;
    }
    Object value = answer.optional().orElseThrow();
    if (value instanceof Coded coded) {
      counts[arm][((Enum<?>) coded).ordinal()]++;
    } else if (value instanceof Boolean yes) {
      counts[arm][level(new FieldType.YesNo().write(yes))]++;
    } else if (value instanceof Set<?> chosen) {
      chose[arm]++;
      chosen.forEach(each -> counts[arm][((Enum<?>) each).ordinal()]++);
    } else if (value instanceof Number number) {
      numbers[arm].add(number.doubleValue());
    } else if (value instanceof Interval interval) {
      if (interval.isExact()) {
        numbers[arm].add(interval.min());
      } else {
        inexact[arm]++;
      }
    } else {
      throw new IllegalStateException(variable.name() + " has no tally");
    }
  }

  Variable<?> variable() {
    return variable;
  }

  Shape shape() {
    return shape;
  }

  List<Column.Level> levels() {
    return levels;
  }

  long count(int arm, int level) {
    return counts[arm][level];
  }

  long missing(int arm) {
    return missing[arm];
  }

  /** Numbers of which only bounds are known. */
  long inexact(int arm) {
    return inexact[arm];
  }

  /** Those with a value: for numbers, with an exact one. */
  long known(int arm) {
    return switch (shape) {
      case LEVELS -> Arrays.stream(counts[arm]).sum();
      case CHOICES -> chose[arm];
      case NUMBERS -> numbers[arm].size();
    };
  }

  double[] numbers(int arm) {
    return numbers[arm].toArray();
  }

  /** The counts of an arm as they are shown; a difference of exact ones would tell them. */
  private long[] counts(int arm, Disclosure disclosure) {
    return Arrays.stream(counts[arm]).map(disclosure::rounded).toArray();
  }

  /** The whole variable's difference; of more than two arms, the largest between any two. */
  OptionalDouble difference(Disclosure disclosure) {
    return largest(
        (a, b) ->
            switch (shape) {
              case LEVELS ->
                  StandardisedDifference.ofLevels(counts(a, disclosure), counts(b, disclosure));
              case CHOICES -> OptionalDouble.empty();
              case NUMBERS -> StandardisedDifference.ofValues(numbers(a), numbers(b));
            });
  }

  /** The difference of one of several choices. */
  OptionalDouble difference(int level, Disclosure disclosure) {
    return largest(
        (a, b) ->
            known(a) == 0 || known(b) == 0
                ? OptionalDouble.empty()
                : StandardisedDifference.ofShares(
                    share(a, level, disclosure), share(b, level, disclosure)));
  }

  private double share(int arm, int level, Disclosure disclosure) {
    double whole = disclosure.rounded(known(arm));
    return Math.min(1, disclosure.rounded(counts[arm][level]) / whole);
  }

  /** Whether the arms differ by more than chance, in the whole variable. */
  Optional<BaselineTest> test(Disclosure disclosure) {
    return switch (shape) {
      case LEVELS ->
          BaselineTest.ofCounts(
              IntStream.range(0, counts.length)
                  .mapToObj(arm -> counts(arm, disclosure))
                  .toArray(long[][]::new));
      case CHOICES -> Optional.empty();
      case NUMBERS ->
          BaselineTest.ofNumbers(
              Arrays.stream(numbers).map(Doubles::toArray).toArray(double[][]::new));
    };
  }

  /** The same of one of several choices, against those who answered without it. */
  Optional<BaselineTest> test(int level, Disclosure disclosure) {
    long[][] chosen = new long[counts.length][2];
    for (int arm = 0; arm < chosen.length; arm++) {
      chosen[arm][0] = disclosure.rounded(counts[arm][level]);
      chosen[arm][1] = disclosure.rounded(known(arm) - counts[arm][level]);
    }
    return BaselineTest.ofCounts(chosen);
  }

  private interface Comparison {
    OptionalDouble of(int arm, int other);
  }

  private OptionalDouble largest(Comparison comparison) {
    OptionalDouble largest = OptionalDouble.empty();
    for (int a = 0; a < counts.length; a++) {
      for (int b = a + 1; b < counts.length; b++) {
        OptionalDouble each = comparison.of(a, b);
        if (each.isPresent()
            && (largest.isEmpty()
                || Math.abs(each.getAsDouble()) > Math.abs(largest.getAsDouble()))) {
          largest = each;
        }
      }
    }
    return largest;
  }

  private int level(String code) {
    for (int i = 0; i < levels.size(); i++) {
      if (levels.get(i).code().equals(code)) {
        return i;
      }
    }
    throw new IllegalStateException(variable.name() + " has no level " + code);
  }
}
