package org.denovo.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The product-limit estimate of survival with Greenwood's variance and a log-log confidence band,
 * as R's {@code survfit(..., conf.type = "log-log")} gives it.
 *
 * @param n how many rows, which are patients where each has one
 * @param steps one for each distinct time, whether of events or of censoring only
 */
public record KaplanMeier(int n, List<Step> steps) {

  /**
   * What is known at one time.
   *
   * @param atRisk how many were still followed just before it
   * @param survival the share that survives it
   * @param error Greenwood's standard error of the survival
   * @param lower the lower bound of the confidence band; not a number where it is not defined
   * @param upper the upper bound of the confidence band; not a number where it is not defined
   */
  public record Step(
      double time,
      int atRisk,
      int events,
      int censored,
      double survival,
      double error,
      double lower,
      double upper) {}

  /** How many were at risk at a time, and how many of them had the event or left then. */
  public record Counted(double time, int atRisk, int events, int censored) {

    public Counted {
      if (events < 0 || censored < 0 || events + censored > atRisk) {
        throw new IllegalArgumentException(
            events + " events and " + censored + " censored of " + atRisk);
      }
    }
  }

  public KaplanMeier {
    steps = List.copyOf(steps);
  }

  /**
   * The estimate with a band of the given confidence, for example 0.95.
   *
   * @throws IllegalArgumentException if times and events are not of one length
   */
  public static KaplanMeier of(double[] times, boolean[] events, double confidence) {
    double[] always = new double[times.length];
    Arrays.fill(always, Double.NEGATIVE_INFINITY);
    return of(always, times, events, confidence);
  }

  /**
   * The estimate for rows that are at risk after their start and up to their stop. A row that stops
   * without an event counts as censored, also if its patient goes on in another row.
   *
   * @throws IllegalArgumentException if the arrays are not of one length
   */
  public static KaplanMeier of(
      double[] starts, double[] stops, boolean[] events, double confidence) {
    if (starts.length != stops.length || stops.length != events.length) {
      throw new IllegalArgumentException(
          starts.length + " starts, " + stops.length + " times, " + events.length + " events");
    }
    double[] entries = starts.clone();
    Arrays.sort(entries);
    int[] order = Order.ascending(stops);
    List<Counted> counts = new ArrayList<>();
    int entered = 0;
    for (int i = 0; i < order.length; ) {
      double time = stops[order[i]];
      while (entered < entries.length && entries[entered] < time) {
        entered++;
      }
      int atRisk = entered - i;
      int died = 0;
      int left = 0;
      for (; i < order.length && stops[order[i]] == time; i++) {
        if (events[order[i]]) {
          died++;
        } else {
          left++;
        }
      }
      counts.add(new Counted(time, atRisk, died, left));
    }
    return ofCounts(stops.length, counts, confidence);
  }

  /**
   * The estimate from counts, the times in their order.
   *
   * @param n how many rows there were
   */
  public static KaplanMeier ofCounts(int n, List<Counted> counts, double confidence) {
    double z = NormalDistribution.of(0, 1).inverseCumulativeProbability((1 + confidence) / 2);
    List<Step> steps = new ArrayList<>();
    double survival = 1;
    double greenwood = 0;
    for (Counted at : counts) {
      int died = at.events();
      survival *= (double) (at.atRisk() - died) / at.atRisk();
      greenwood += died == 0 ? 0 : (double) died / ((double) at.atRisk() * (at.atRisk() - died));
      steps.add(step(at.time(), at.atRisk(), died, at.censored(), survival, greenwood, z));
    }
    return new KaplanMeier(n, steps);
  }

  /** The time by which half have had the event; empty if the curve stays above one half. */
  public OptionalDouble median() {
    return timeWhen(Step::survival);
  }

  /** The lower confidence bound of the median; empty if the band does not reach one half. */
  public OptionalDouble medianLower() {
    return timeWhen(Step::lower);
  }

  /** The upper confidence bound of the median; empty if the band does not reach one half. */
  public OptionalDouble medianUpper() {
    return timeWhen(Step::upper);
  }

  /** The share that survives a time; 1 before the first step. */
  public double survivalAt(double time) {
    double survival = 1;
    for (Step step : steps) {
      if (step.time() > time) {
        break;
      }
      survival = step.survival();
    }
    return survival;
  }

  /** How many are followed to a time or beyond it. */
  public int atRiskAt(double time) {
    return steps.stream()
        .filter(s -> s.time() >= time)
        .mapToInt(Step::atRisk)
        .findFirst()
        .orElse(0);
  }

  private static Step step(
      double time, int atRisk, int died, int left, double survival, double greenwood, double z) {
    double error = survival == 0 ? Double.NaN : survival * Math.sqrt(greenwood);
    double lower = survival == 1 ? 1 : Double.NaN;
    double upper = lower;
    if (survival > 0 && survival < 1) {
      double middle = Math.log(-Math.log(survival));
      double reach = z * Math.sqrt(greenwood) / Math.abs(Math.log(survival));
      lower = Math.exp(-Math.exp(middle + reach));
      upper = Math.exp(-Math.exp(middle - reach));
    }
    return new Step(time, atRisk, died, left, survival, error, lower, upper);
  }

  /** As R does: where a curve lies on one half for a while, the middle of that while. */
  private OptionalDouble timeWhen(ToDoubleFunction<Step> curve) {
    double near = 1e-9;
    for (int i = 0; i < steps.size(); i++) {
      double value = curve.applyAsDouble(steps.get(i));
      if (value < 0.5 - near) {
        return OptionalDouble.of(steps.get(i).time());
      }
      if (value <= 0.5 + near) {
        return OptionalDouble.of(middle(i, curve, near));
      }
    }
    return OptionalDouble.empty();
  }

  private double middle(int from, ToDoubleFunction<Step> curve, double near) {
    double start = steps.get(from).time();
    return steps.subList(from + 1, steps.size()).stream()
        .filter(step -> curve.applyAsDouble(step) < 0.5 - near)
        .mapToDouble(step -> (start + step.time()) / 2)
        .findFirst()
        .orElse(start);
  }
}
