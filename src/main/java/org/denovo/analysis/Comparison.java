package org.denovo.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.denovo.cohort.Clones;
import org.denovo.cohort.Endpoint;
import org.denovo.statistics.ChiSquare;
import org.denovo.statistics.Cox;
import org.denovo.statistics.LogRank;
import org.denovo.statistics.Months;
import org.denovo.vocabulary.Text;

/**
 * What a design says of an endpoint. Nothing in it gives a small count away: where a group is too
 * small it is {@link #isWithheld} and has no curves.
 *
 * @param until the day to which the curves are drawn: fewer than five, or no more than the
 *     threshold, are followed beyond it, and a curve of so few misleads (Pocock, Clayton and
 *     Altman, Lancet 2002;359:1686)
 * @param grid the times, in days, at which the numbers at risk are given
 * @param curves of the unexposed and the exposed; empty if withheld
 * @param logRank where the groups are fixed from the first day on
 */
public record Comparison(
    View view,
    Endpoint endpoint,
    double until,
    List<Double> grid,
    List<Curve> curves,
    Optional<ChiSquare> logRank,
    List<HazardRatio> hazardRatios) {

  private static final Text UNADJUSTED = new Text("Cox，未校正", "Cox, unadjusted");
  private static final int MOST_TICKS = 8;
  private static final int FEW = 5;

  public Comparison {
    Objects.requireNonNull(view, "view");
    Objects.requireNonNull(endpoint, "endpoint");
    Objects.requireNonNull(logRank, "logRank");
    grid = List.copyOf(grid);
    curves = List.copyOf(curves);
    hazardRatios = List.copyOf(hazardRatios);
    if (view.isTrap()
        && (logRank.isPresent() || hazardRatios.stream().anyMatch(HazardRatio::isEstimated))) {
      throw new IllegalArgumentException("a comparison that counts immortal time has no estimate");
    }
  }

  static Comparison of(View view, Endpoint endpoint, AtRisk atRisk, int threshold) {
    List<AtRisk> groups = List.of(atRisk.of(0), atRisk.of(1));
    Rounding rounding = new Rounding(threshold);
    int few = Math.max(FEW, threshold + 1);
    double until =
        rounding.time(groups.stream().mapToDouble(group -> group.lastWith(few)).max().orElse(0));
    List<Double> grid = grid(until);
    if (groups.stream().anyMatch(group -> isSmall(group, rounding))) {
      return new Comparison(
          view,
          endpoint,
          until,
          grid,
          List.of(),
          Optional.empty(),
          List.of(
              HazardRatio.none(
                  "unadjusted",
                  UNADJUSTED,
                  view.isTrap() ? HazardRatio.State.REFUSED : HazardRatio.State.WITHHELD)));
    }
    return new Comparison(
        view,
        endpoint,
        until,
        grid,
        groups.stream().map(group -> Curve.of(group, grid, threshold)).toList(),
        view.isFixed() ? logRank(atRisk).map(rounding::test) : Optional.empty(),
        List.of(unadjusted(view, atRisk).shown(rounding)));
  }

  /** True if a group's patients, events or others are too few to be shown. */
  static boolean isSmall(AtRisk group, Rounding rounding) {
    long patients = group.patients();
    long events = group.happened();
    return rounding.isSmall(patients)
        || rounding.isSmall(events)
        || rounding.isSmall(patients - events);
  }

  private static Optional<ChiSquare> logRank(AtRisk atRisk) {
    return LogRank.of(atRisk.stop(), atRisk.events(), atRisk.group(), AtRisk.GROUPS).test();
  }

  /** Clones of one patient are not independent, so their variance is by patient. */
  private static HazardRatio unadjusted(View view, AtRisk atRisk) {
    if (view.isTrap()) {
      return HazardRatio.none("unadjusted", UNADJUSTED, HazardRatio.State.REFUSED);
    }
    if (view.design() instanceof Clones) {
      double[] ones = new double[atRisk.rows()];
      Arrays.fill(ones, 1);
      return HazardRatio.of(
          "unweighted",
          new Text("Cox，克隆未加权，稳健方差", "Cox, clones without weights, robust variance"),
          Cox.weighted(
              atRisk.start(),
              atRisk.stop(),
              atRisk.events(),
              atRisk.exposure(),
              ones,
              atRisk.patient()));
    }
    return HazardRatio.of(
        "unadjusted",
        UNADJUSTED,
        Cox.of(atRisk.start(), atRisk.stop(), atRisk.events(), atRisk.exposure()));
  }

  /** Every half year, year, two or more, so that few enough stand under a curve. */
  private static List<Double> grid(double last) {
    int months =
        IntStream.of(6, 12, 24, 60, 120)
            .filter(step -> last / (step * Months.DAYS) <= MOST_TICKS)
            .findFirst()
            .orElse(240);
    List<Double> grid = new ArrayList<>();
    for (int month = 0; grid.isEmpty() || month * Months.DAYS <= last; month += months) {
      grid.add(month * Months.DAYS);
    }
    return grid;
  }

  /** With another estimate beside those it has. */
  Comparison with(HazardRatio other) {
    List<HazardRatio> all = new ArrayList<>(hazardRatios);
    all.add(other);
    return new Comparison(view, endpoint, until, grid, curves, logRank, all);
  }

  /** With what adjusting says, if it can, and what the same patients say without. */
  Comparison with(Optional<AdjustedModel> adjusted) {
    if (adjusted.isEmpty()) {
      return this;
    }
    Comparison whole = adjusted.get().crude().map(this::with).orElse(this);
    return whole.with(adjusted.get().hazardRatio());
  }

  /** True if a group is so small that nothing may be shown. */
  public boolean isWithheld() {
    return curves.isEmpty();
  }
}
