package org.denovo.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.denovo.statistics.KaplanMeier;

/**
 * A group's survival as it may be shown: every step, or with a threshold what {@link Monthly} tells
 * at the ends of months between which nobody or more than so many had the event.
 *
 * @param atRisk how many go on beyond each time of the comparison's grid; −1 where they are too few
 * @param median in days
 */
public record Curve(
    long patients,
    long events,
    double days,
    OptionalDouble median,
    OptionalDouble medianLower,
    OptionalDouble medianUpper,
    List<Point> points,
    List<Long> atRisk) {

  /**
   * The survival at a time; what happened since the point before.
   *
   * @param atRisk how many were still followed when the point's time began
   * @param censored −1 where it is too small to be shown
   */
  public record Point(
      double time,
      long atRisk,
      long events,
      long censored,
      double survival,
      double error,
      double lower,
      double upper) {}

  private static final double CONFIDENCE = 0.95;

  public Curve {
    points = List.copyOf(points);
    atRisk = List.copyOf(atRisk);
  }

  static Curve of(AtRisk group, List<Double> grid, int threshold) {
    if (threshold == 0) {
      KaplanMeier km = KaplanMeier.of(group.start(), group.stop(), group.events(), CONFIDENCE);
      return of(group, km, grid.stream().map(time -> (long) group.at(time)).toList(), threshold);
    }
    Monthly monthly = Monthly.of(group, flags(group.events()), 1, new Rounding(threshold));
    List<Long> atRisk = grid.stream().map(monthly::at).toList();
    return of(group, monthly.survival(CONFIDENCE), atRisk, threshold);
  }

  private static Curve of(AtRisk group, KaplanMeier km, List<Long> atRisk, int threshold) {
    Rounding rounding = new Rounding(threshold);
    return new Curve(
        rounding.shown(group.patients()),
        rounding.shown(group.happened()),
        rounding.total(group.days()),
        km.median(),
        km.medianLower(),
        km.medianUpper(),
        points(km, rounding),
        atRisk);
  }

  private static int[] flags(boolean[] events) {
    int[] flags = new int[events.length];
    for (int i = 0; i < flags.length; i++) {
      flags[i] = events[i] ? 1 : 0;
    }
    return flags;
  }

  private static List<Point> points(KaplanMeier km, Rounding rounding) {
    List<Point> points = new ArrayList<>();
    long events = 0;
    long censored = 0;
    int opened = 0;
    List<KaplanMeier.Step> steps = km.steps();
    for (int i = 0; i < steps.size(); i++) {
      KaplanMeier.Step step = steps.get(i);
      events += step.events();
      censored += step.censored();
      if (!rounding.isSmall(events)) {
        points.add(
            new Point(
                step.time(),
                steps.get(opened).atRisk(),
                events,
                rounding.isSmall(censored) ? -1 : censored,
                step.survival(),
                step.error(),
                step.lower(),
                step.upper()));
        events = 0;
        censored = 0;
        opened = i + 1;
      }
    }
    return points;
  }
}
