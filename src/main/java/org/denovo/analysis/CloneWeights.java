package org.denovo.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.denovo.cohort.Clones;
import org.denovo.cohort.FollowUp;
import org.denovo.statistics.Cox;
import org.denovo.statistics.Logistic;
import org.denovo.statistics.Quantiles;
import org.denovo.vocabulary.Text;

/**
 * Clones with weights against the censoring of those who leave their strategy (Maringe et al., Int
 * J Epidemiol 2020;49:1719). Who is to have no exposure leaves on the day of one: the chance to
 * stay is a logistic model of patient-months. Who is to have it leaves at the period's end: the
 * chance to have had it is a logistic model of those still followed. Weights are stabilised and cut
 * at the 1st and 99th percentile of all intervals.
 *
 * @param isEstimated false if one of the models has no estimate; then there are no weights
 * @param rows both clones of each patient, cut at the months of the period
 */
record CloneWeights(boolean isEstimated, AtRisk rows, double[] weights) {

  private static final Text METHOD =
      new Text("Cox，克隆按删失加权，稳健方差", "Cox, clones with censoring weights, robust variance");

  /** Patients with their follow-up, and what the models may know of them. */
  private record People(List<FollowUp> followUps, int[] patients, double[][] known) {

    boolean isExposedBy(int i, double day) {
      FollowUp followUp = followUps.get(i);
      return followUp.exposedOn().isPresent()
          && followUp.exposedOn().getAsInt() <= day
          && followUp.exposedOn().getAsInt() <= followUp.outcome().days();
    }

    double end(int i) {
      return followUps.get(i).end();
    }
  }

  static CloneWeights of(
      Clones clones, List<FollowUp> followUps, int[] patients, Covariates covariates) {
    People all = new People(followUps, patients, new double[patients.length][0]);
    boolean[] exposed = new boolean[patients.length];
    for (int i = 0; i < exposed.length; i++) {
      exposed[i] = all.isExposedBy(i, clones.day());
    }
    People people =
        new People(
            followUps,
            patients,
            Propensity.matrix(
                Propensity.model(covariates.terms(patients), exposed), patients.length));
    double[] cuts =
        DoubleStream.concat(
                DoubleStream.of(0),
                clones.period().months().stream().mapToDouble(Integer::doubleValue))
            .toArray();
    Staying staying = Staying.of(people, cuts);
    Arrival arriving = Arrival.of(people, clones.day());
    if (!staying.isEstimated || !arriving.isEstimated) {
      return new CloneWeights(false, new AtRisk.Rows().atRisk(), new double[0]);
    }
    return weighted(people, cuts, staying, arriving);
  }

  HazardRatio hazardRatio() {
    return isEstimated
        ? HazardRatio.of(
            "ipcw",
            METHOD,
            Cox.weighted(
                rows.start(), rows.stop(), rows.events(), rows.exposure(), weights, rows.patient()))
        : HazardRatio.none("ipcw", METHOD, HazardRatio.State.NO_WEIGHTS);
  }

  private static CloneWeights weighted(
      People people, double[] cuts, Staying staying, Arrival arriving) {
    AtRisk.Rows rows = new AtRisk.Rows();
    List<Double> weights = new ArrayList<>();
    double period = cuts[cuts.length - 1];
    for (int i = 0; i < people.patients.length; i++) {
      FollowUp followUp = people.followUps.get(i);
      int patient = people.patients[i];
      boolean exposed = people.isExposedBy(i, period);
      // With the exposure: all are compatible until the period's end, then those who had it.
      double end = people.end(i);
      boolean goesOn = end > period;
      rows.add(0, Math.min(end, period), goesOn ? 0 : followUp.outcome().code(), true, patient);
      weights.add(1.0);
      if (goesOn && exposed) {
        rows.add(period, end, followUp.outcome().code(), true, patient);
        weights.add(arriving.weight[i]);
      }
      // Without one: until the day of one.
      double stop = exposed ? Math.max(followUp.exposedOn().getAsInt(), 0.5) : end;
      double weight = 1;
      for (int month = 0; month < cuts.length; month++) {
        double to = month + 1 < cuts.length ? Math.min(cuts[month + 1], stop) : stop;
        if (to > cuts[month]) {
          boolean isLast = to == stop;
          int code = isLast && !exposed ? followUp.outcome().code() : 0;
          rows.add(cuts[month], to, code, false, patient);
          weights.add(weight);
          weight *= month + 1 < cuts.length ? staying.factor[i][month] : 1;
        }
      }
    }
    double[] all = weights.stream().mapToDouble(Double::doubleValue).toArray();
    double[] bounds = Quantiles.of(all, 0.01, 0.99);
    return new CloneWeights(
        true,
        rows.atRisk(),
        Arrays.stream(all).map(w -> Math.max(bounds[0], Math.min(bounds[1], w))).toArray());
  }

  /** What a month without the exposure does to the weight of those who stayed. */
  private record Staying(boolean isEstimated, double[][] factor) {

    static Staying of(People people, double[] cuts) {
      List<int[]> months = new ArrayList<>();
      for (int i = 0; i < people.patients.length; i++) {
        for (int month = 0; month + 1 < cuts.length && isAsked(people, i, month, cuts); month++) {
          months.add(new int[] {i, month});
        }
      }
      boolean[] exposed = new boolean[months.size()];
      double[][] time = new double[months.size()][];
      int[] of = new int[months.size()];
      for (int row = 0; row < exposed.length; row++) {
        int[] at = months.get(row);
        exposed[row] = people.isExposedBy(at[0], cuts[at[1] + 1]);
        time[row] = time(at[1], cuts.length - 1);
        of[row] = at[0];
      }
      Logistic chance = Logistic.of(exposed, time, people.known, of);
      Logistic share = Logistic.of(exposed, time);
      double[] given = chance.probabilities();
      double[] crude = share.probabilities();
      double[][] factor = new double[people.patients.length][cuts.length - 1];
      for (double[] each : factor) {
        Arrays.fill(each, 1);
      }
      for (int row = 0; row < exposed.length; row++) {
        int[] at = months.get(row);
        factor[at[0]][at[1]] = (1 - crude[row]) / (1 - given[row]);
      }
      return new Staying(chance.fit().isEstimate() && share.fit().isEstimate(), factor);
    }

    private static boolean isAsked(People people, int i, int month, double[] cuts) {
      return people.end(i) > cuts[month] && (month == 0 || !people.isExposedBy(i, cuts[month]));
    }

    /** A month and its square: exposures come and go within the period. */
    private static double[] time(int month, int months) {
      return months == 1
          ? new double[0]
          : months == 2 ? new double[] {month} : new double[] {month, month * month};
    }
  }

  /** The weight of who was exposed by the period's end. */
  private record Arrival(boolean isEstimated, double[] weight) {

    static Arrival of(People people, double period) {
      int[] followed =
          IntStream.range(0, people.patients.length).filter(i -> people.end(i) > period).toArray();
      boolean[] exposed = new boolean[followed.length];
      double[][] known = new double[followed.length][];
      int count = 0;
      for (int row = 0; row < followed.length; row++) {
        exposed[row] = people.isExposedBy(followed[row], period);
        known[row] = people.known[followed[row]];
        count += exposed[row] ? 1 : 0;
      }
      Logistic chance = Logistic.of(exposed, known);
      double[] given = chance.probabilities();
      double[] weight = new double[people.patients.length];
      Arrays.fill(weight, 1);
      for (int row = 0; row < followed.length; row++) {
        weight[followed[row]] = (double) count / followed.length / given[row];
      }
      return new Arrival(chance.fit().isEstimate(), weight);
    }
  }
}
