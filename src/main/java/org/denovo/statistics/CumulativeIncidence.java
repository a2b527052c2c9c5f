package org.denovo.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The share to whom each of several causes has happened by a time, the others competing: Aalen and
 * Johansen's estimate with the variance of the multinomial increments, as R's {@code survfit} of a
 * factor gives it (Aalen and Johansen, Scand J Stat 1978;5:141; Marubini and Valsecchi, 1995, ch.
 * 10). The bands are log-log: they stay within 0 and 1.
 *
 * @param n how many were followed
 * @param causes how many causes there are; the code 0 is censored
 */
public record CumulativeIncidence(int n, int causes, List<Step> steps) {

  /** Normal quantile of a two-sided 95 % interval. */
  private static final double Z = NormalDistribution.of(0, 1).inverseCumulativeProbability(0.975);

  /**
   * What is known at one time.
   *
   * @param events by cause, the first at 0
   * @param incidence by cause
   */
  public record Step(
      double time, int atRisk, int[] events, int censored, double[] incidence, double[] error) {

    public Step {
      events = events.clone();
      incidence = incidence.clone();
      error = error.clone();
    }

    @Override
    public int[] events() {
      return events.clone();
    }

    @Override
    public double[] incidence() {
      return incidence.clone();
    }

    @Override
    public double[] error() {
      return error.clone();
    }

    /** The lower bound of a cause's 95 % band; not a number where nothing happened yet. */
    public double lower(int cause) {
      return bound(cause, 1);
    }

    /** The upper bound of a cause's 95 % band; not a number where nothing happened yet. */
    public double upper(int cause) {
      return bound(cause, -1);
    }

    private double bound(int cause, int sign) {
      double at = incidence[cause];
      if (at <= 0 || at >= 1) {
        return Double.NaN;
      }
      double reach = Z * error[cause] / (at * Math.abs(Math.log(at)));
      return Math.exp(Math.log(at) * Math.exp(sign * reach));
    }
  }

  /**
   * How many were at risk at a time, and to how many of them what happened then.
   *
   * @param events by cause, the first at 0
   */
  public record Counted(double time, int atRisk, int[] events, int censored) {

    public Counted {
      events = events.clone();
      if (Arrays.stream(events).sum() + censored > atRisk) {
        throw new IllegalArgumentException("more happens than there are at risk: " + atRisk);
      }
    }

    @Override
    public int[] events() {
      return events.clone();
    }
  }

  public CumulativeIncidence {
    steps = List.copyOf(steps);
  }

  /**
   * The estimate.
   *
   * @param codes 0 censored, otherwise the cause from 1 to {@code causes}
   * @throws IllegalArgumentException if the lengths differ
   */
  public static CumulativeIncidence of(double[] times, int[] codes, int causes) {
    if (times.length != codes.length) {
      throw new IllegalArgumentException(times.length + " times, " + codes.length + " codes");
    }
    int[] order = Order.ascending(times);
    List<Counted> counts = new ArrayList<>();
    for (int i = 0; i < order.length; ) {
      double time = times[order[i]];
      int atRisk = order.length - i;
      int[] events = new int[causes];
      int censored = 0;
      for (; i < order.length && times[order[i]] == time; i++) {
        int code = codes[order[i]];
        if (code == 0) {
          censored++;
        } else {
          events[code - 1]++;
        }
      }
      counts.add(new Counted(time, atRisk, events, censored));
    }
    return ofCounts(times.length, causes, counts);
  }

  /**
   * The estimate from counts, the times in their order.
   *
   * @param n how many were followed
   */
  public static CumulativeIncidence ofCounts(int n, int causes, List<Counted> counts) {
    double free = 1;
    double[] incidence = new double[causes];
    // Sums over the earlier times u, with F(u) and S(u−): they give the variance at any later t,
    // as (F(t) − F(u))² opens into F(t)², F(t) F(u) and F(u)².
    double[][] sums = new double[causes][6];
    List<Step> steps = new ArrayList<>();
    for (Counted at : counts) {
      int[] events = at.events();
      int atRisk = at.atRisk();
      int died = Arrays.stream(events).sum();
      double[] error = new double[causes];
      for (int c = 0; c < causes; c++) {
        incidence[c] += free * events[c] / atRisk;
        if (died > 0) {
          add(sums[c], incidence[c], free, events[c], died, atRisk);
        }
        error[c] = Math.sqrt(Math.max(0, variance(sums[c], incidence[c])));
      }
      free *= (double) (atRisk - died) / atRisk;
      steps.add(new Step(at.time(), atRisk, events, at.censored(), incidence, error));
    }
    return new CumulativeIncidence(n, causes, steps);
  }

  /** Where all die the first sum has no weight: nothing of F(t) − F(u) is left after u. */
  private static void add(
      double[] sums, double incidence, double free, int events, int died, int atRisk) {
    double y = atRisk;
    double greenwood = died == atRisk ? 0 : died / (y * (y - died));
    double crossing = free * events / (y * y);
    sums[0] += greenwood;
    sums[1] += greenwood * incidence;
    sums[2] += greenwood * incidence * incidence;
    sums[3] += free * free * events * (y - events) / (y * y * y);
    sums[4] += crossing;
    sums[5] += crossing * incidence;
  }

  private static double variance(double[] sums, double incidence) {
    return incidence * incidence * sums[0]
        - 2 * incidence * sums[1]
        + sums[2]
        + sums[3]
        - 2 * (incidence * sums[4] - sums[5]);
  }

  /** The share by a time; 0 before the first step. */
  public double at(double time, int cause) {
    double incidence = 0;
    for (Step step : steps) {
      if (step.time() > time) {
        break;
      }
      incidence = step.incidence()[cause];
    }
    return incidence;
  }
}
