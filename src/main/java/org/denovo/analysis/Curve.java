package org.denovo.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.denovo.statistics.KaplanMeier;

/**
 * A group's survival as it may be shown: every step, or with a threshold only the ends of whole
 * months between which nobody or more than so many had the event, with counts rounded to five.
 *
 * @param atRisk how many go on beyond each time of the comparison's grid
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
    KaplanMeier km = KaplanMeier.of(group.start(), group.stop(), group.events(), CONFIDENCE);
    Rounding rounding = new Rounding(threshold);
    return new Curve(
        rounding.count(group.patients()),
        rounding.count(group.happened()),
        rounding.total(group.days()),
        rounding.time(km.median()),
        rounding.time(km.medianLower()),
        rounding.time(km.medianUpper()),
        points(km, threshold, rounding),
        grid.stream().map(time -> rounding.count(group.at(time))).toList());
  }

  /** What the last months would give away is not shown. */
  private static List<Point> points(KaplanMeier km, int threshold, Rounding rounding) {
    List<Point> points = new ArrayList<>();
    long events = 0;
    long censored = 0;
    int opened = 0;
    List<KaplanMeier.Step> steps = km.steps();
    for (int i = 0; i < steps.size(); i++) {
      KaplanMeier.Step step = steps.get(i);
      events += step.events();
      censored += step.censored();
      boolean isEnd =
          i + 1 == steps.size() || rounding.isPast(step.time(), steps.get(i + 1).time());
      long beyond = step.atRisk() - step.events() - step.censored();
      if (isEnd && isShown(events, threshold) && isShown(beyond, threshold)) {
        points.add(
            new Point(
                rounding.time(step.time()),
                rounding.count(steps.get(opened).atRisk()),
                rounding.count(events),
                shown(censored, threshold),
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

  static boolean isShown(long count, int threshold) {
    return count == 0 || count > threshold;
  }

  /** Rounded to five; −1 where it is too small. */
  static long shown(long count, int threshold) {
    return isShown(count, threshold) ? new Rounding(threshold).count(count) : -1;
  }
}
