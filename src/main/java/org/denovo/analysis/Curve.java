package org.denovo.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.denovo.statistics.KaplanMeier;
import org.denovo.statistics.Months;

/**
 * A group's survival as it may be shown: every step, or with a threshold only the ends of whole
 * months between which more than so many had the event and more than so many left, with counts
 * rounded to five.
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
        group.days(),
        rounding.time(km.median()),
        rounding.time(km.medianLower()),
        rounding.time(km.medianUpper()),
        threshold == 0 ? steps(km) : months(km, threshold, rounding),
        grid.stream().map(time -> rounding.count(group.at(time))).toList());
  }

  private static List<Point> steps(KaplanMeier km) {
    return km.steps().stream()
        .map(step -> point(step.time(), step.atRisk(), step.events(), step.censored(), step))
        .toList();
  }

  private static Point point(
      double time, long atRisk, long events, long censored, KaplanMeier.Step step) {
    return new Point(
        time, atRisk, events, censored, step.survival(), step.error(), step.lower(), step.upper());
  }

  /** What the last months would give away is not shown. */
  private static List<Point> months(KaplanMeier km, int threshold, Rounding rounding) {
    List<Point> points = new ArrayList<>();
    long events = 0;
    long censored = 0;
    int opened = 0;
    List<KaplanMeier.Step> steps = km.steps();
    for (int i = 0; i < steps.size(); i++) {
      KaplanMeier.Step step = steps.get(i);
      events += step.events();
      censored += step.censored();
      double month = Rounding.month(step.time());
      boolean isMonthsLast =
          i + 1 == steps.size() || Rounding.month(steps.get(i + 1).time()) > month;
      long beyond = step.atRisk() - step.events() - step.censored();
      if (isMonthsLast
          && isShown(events, threshold)
          && isShown(censored, threshold)
          && isShown(beyond, threshold)) {
        points.add(
            point(
                month,
                rounding.count(steps.get(opened).atRisk()),
                rounding.count(events),
                rounding.count(censored),
                step));
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

  /** Counts and times as they may be shown. */
  private record Rounding(int threshold) {

    /** To the nearest five, as OpenSAFELY releases counts. */
    long count(long count) {
      return threshold == 0 ? count : 5 * Math.round(count / 5.0);
    }

    OptionalDouble time(OptionalDouble time) {
      return threshold == 0 || time.isEmpty() ? time : OptionalDouble.of(month(time.getAsDouble()));
    }

    /** The end of the month in which a day lies. */
    static double month(double day) {
      return Math.ceil(day / Months.DAYS) * Months.DAYS;
    }
  }
}
