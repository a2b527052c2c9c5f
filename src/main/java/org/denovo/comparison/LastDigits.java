package org.denovo.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.denovo.check.CentreRules;
import org.denovo.comparison.Standing.Verdict;
import org.denovo.record.Field;
import org.denovo.record.Interval;
import org.denovo.statistics.Holm;
import org.denovo.statistics.TwoSamples;
import org.denovo.vocabulary.Text;

/**
 * Whether the last digits of a centre's numbers are distributed as those of the others. Most
 * pathologists round, so that even digits are no standard to compare with.
 */
final class LastDigits {

  /** After Holm's adjustment for all centres and fields. */
  private static final double LEVEL = 0.01;

  /** Cohen's w: a smaller difference is no matter, however many values show it. */
  private static final double EFFECT = 0.3;

  private LastDigits() {}

  /** The standings of all centres in all fields. */
  static List<Standing> standings(List<String> centres, List<CentreCounts> counts) {
    List<Standing> untested = new ArrayList<>();
    List<Standing> tested = new ArrayList<>();
    List<TwoSamples> tests = new ArrayList<>();
    for (int field = 0; field < CentreCounts.NUMBERS.size(); field++) {
      Measure measure = measure(CentreCounts.NUMBERS.get(field));
      long[] all = new long[10];
      for (CentreCounts centre : counts) {
        add(all, centre.number(field).lastDigits(), 1);
      }
      for (int i = 0; i < centres.size(); i++) {
        long[] here = counts.get(i).number(field).lastDigits();
        long[] elsewhere = all.clone();
        add(elsewhere, here, -1);
        Optional<TwoSamples> test = TwoSamples.of(here, elsewhere);
        Standing standing =
            new Standing(
                centres.get(i),
                measure,
                rounded(here),
                rounded(elsewhere),
                Optional.empty(),
                Optional.empty(),
                Arrays.stream(here).sum() == 0 ? Verdict.NOBODY : Verdict.TOO_SMALL);
        if (test.isPresent()) {
          tests.add(test.get());
          tested.add(standing);
        } else {
          untested.add(standing);
        }
      }
    }
    double[] p = Holm.adjusted(tests.stream().mapToDouble(t -> t.test().p()).toArray());
    List<Standing> standings = new ArrayList<>(untested);
    for (int i = 0; i < p.length; i++) {
      boolean differs = p[i] < LEVEL && tests.get(i).effect() >= EFFECT;
      standings.add(settled(tested.get(i), p[i], differs ? Verdict.DIFFERENT : Verdict.USUAL));
    }
    return standings;
  }

  private static Standing settled(Standing open, double p, Verdict verdict) {
    return new Standing(
        open.centre(),
        open.measure(),
        open.count(),
        open.elsewhere(),
        open.band(),
        Optional.of(p),
        verdict);
  }

  private static Measure measure(Field<Interval> field) {
    return new Measure(
        "last_digit_" + field.name(),
        new Text(field.title().zh() + "末位为0或5", field.title().en() + " ends in 0 or 5"),
        new Text("整数值（0和100除外）", "whole values other than 0 and 100"),
        CentreRules.ROUNDING,
        List.of(field),
        Measure.Method.DIGITS);
  }

  private static Count rounded(long[] digits) {
    return new Count(digits[0] + digits[5], Arrays.stream(digits).sum());
  }

  private static void add(long[] sums, long[] more, int sign) {
    for (int digit = 0; digit < sums.length; digit++) {
      sums[digit] += sign * more[digit];
    }
  }
}
