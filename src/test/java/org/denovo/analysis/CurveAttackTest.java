package org.denovo.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.denovo.cohort.Endpoint;
import org.denovo.cohort.Exposure;
import org.denovo.cohort.Landmark;
import org.denovo.cohort.Period;
import org.denovo.statistics.Months;
import org.junit.jupiter.api.Test;

/**
 * An attacker reads running counts off curves: how many had the event, competed or left by the end
 * of each month. He knows how many there are of each in all, and solves for what happened within a
 * month. No number from 1 to 7 may come out.
 */
class CurveAttackTest {

  private static final int THRESHOLD = 7;
  private static final int KINDS = 3;
  private static final View VIEW =
      View.of(new Landmark(Period.ofMonths(6)), Exposure.surgery(243)).get(0);

  /** A patient: the day of the end, what it was, and the group. */
  private record Row(double stop, int code, int group) {

    int month() {
      return (int) Math.ceil(stop / Months.DAYS);
    }
  }

  @Test
  void noSmallNumberOfAMonthFollowsFromTheRunningCounts() {
    List<String> solved = new ArrayList<>();
    int attacked = 0;
    for (int seed = 0; seed < 12; seed++) {
      attacked += attack(running(cohort(new Random(seed))), new Rounding(THRESHOLD), solved);
    }
    assertThat(solved).isEmpty();
    assertThat(attacked).isEqualTo(710);
  }

  /** The attack is worth something: exact running counts, as steps of exact curves, it solves. */
  @Test
  void theAttackSolvesExactCounts() {
    List<String> solved = new ArrayList<>();
    int attacked = attack(running(cohort(new Random(1))), new Rounding(0), solved);
    assertThat(solved).hasSize(attacked);
  }

  /** What is attacked is all there is: whoever ends elsewhere within a month changes nothing. */
  @Test
  void curvesAreMadeOfTheRunningCountsOfMonthsAlone() {
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      List<Row> rows = cohort(random);
      List<Row> shaken =
          rows.stream()
              .map(
                  row ->
                      new Row(
                          (row.month() - random.nextDouble()) * Months.DAYS, row.code, row.group))
              .toList();
      assertThat(published(shaken)).isEqualTo(published(rows));
    }
  }

  /** By month, from 0 on: how many had ended so by its end. */
  private static List<int[]> running(List<Row> rows) {
    List<int[]> running = new ArrayList<>();
    for (int month = 0; month <= 72; month++) {
      int[] counts = new int[KINDS];
      for (Row row : rows) {
        if (row.group == 0 && row.month() <= month) {
          counts[row.code]++;
        }
      }
      running.add(counts);
    }
    return running;
  }

  /** Tries to solve each small number, and tells how many there were. */
  private static int attack(List<int[]> running, Rounding rounding, List<String> solved) {
    List<Set<Integer>> before = reachable(running, rounding, true);
    List<Set<Integer>> after = reachable(running, rounding, false);
    int attacked = 0;
    for (int month = 1; month < running.size(); month++) {
      for (int kind = 0; kind < KINDS; kind++) {
        int n = running.get(month)[kind] - running.get(month - 1)[kind];
        if (n >= 1 && n <= THRESHOLD) {
          attacked++;
          Set<Integer> possible = new TreeSet<>();
          for (int from : before.get(month - 1)) {
            for (int to : after.get(month)) {
              if (follows(from, to)) {
                possible.add(part(to, kind) - part(from, kind));
              }
            }
          }
          assertThat(possible).contains(n);
          if (possible.size() == 1) {
            solved.add("kind " + kind + " month " + month + ": " + n);
          }
        }
      }
    }
    return attacked;
  }

  /** The counts that fit what is shown, month by month, and go on from those before, or after. */
  private static List<Set<Integer>> reachable(
      List<int[]> running, Rounding rounding, boolean forwards) {
    int months = running.size();
    List<Set<Integer>> all = new ArrayList<>();
    for (int step = 0; step < months; step++) {
      int month = forwards ? step : months - 1 - step;
      Set<Integer> fits = new TreeSet<>();
      boolean isKnown = month == 0 || month == months - 1;
      for (int state : fitting(running.get(month), isKnown ? new Rounding(0) : rounding)) {
        Set<Integer> last = step == 0 ? Set.of() : all.get(step - 1);
        if (step == 0
            || last.stream()
                .anyMatch(other -> forwards ? follows(other, state) : follows(state, other))) {
          fits.add(state);
        }
      }
      all.add(fits);
    }
    if (!forwards) {
      Collections.reverse(all);
    }
    return all;
  }

  /** Survival shows events and all others, incidence each kind. */
  private static List<Integer> fitting(int[] counts, Rounding rounding) {
    List<Integer> fitting = new ArrayList<>();
    for (int left = Math.max(0, counts[0] - 5); left <= counts[0] + 5; left++) {
      for (int had = Math.max(0, counts[1] - 5); had <= counts[1] + 5; had++) {
        for (int competed = Math.max(0, counts[2] - 5); competed <= counts[2] + 5; competed++) {
          if (rounding.running(left) == rounding.running(counts[0])
              && rounding.running(had) == rounding.running(counts[1])
              && rounding.running(competed) == rounding.running(counts[2])
              && rounding.running(left + competed) == rounding.running(counts[0] + counts[2])) {
            fitting.add((left * 1000 + had) * 1000 + competed);
          }
        }
      }
    }
    return fitting;
  }

  private static int part(int state, int kind) {
    return switch (kind) {
      case 0 -> state / 1_000_000;
      case 1 -> state / 1000 % 1000;
      default -> state % 1000;
    };
  }

  private static boolean follows(int from, int to) {
    return part(from, 0) <= part(to, 0)
        && part(from, 1) <= part(to, 1)
        && part(from, 2) <= part(to, 2);
  }

  private static String published(List<Row> rows) {
    AtRisk.Rows all = new AtRisk.Rows();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      all.add(0, row.stop, row.code, row.group == 1, i);
    }
    AtRisk atRisk = all.atRisk();
    Comparison comparison = Comparison.of(VIEW, Endpoint.BCSS, atRisk, THRESHOLD);
    assertThat(comparison.isWithheld()).isFalse();
    List<Object> published = new ArrayList<>(List.of(comparison.until(), comparison.grid()));
    for (Curve curve : comparison.curves()) {
      published.add(
          List.of(
              curve.patients(),
              curve.events(),
              curve.median(),
              curve.medianLower(),
              curve.medianUpper(),
              curve.points(),
              curve.atRisk()));
    }
    Incidence.of(comparison, atRisk, THRESHOLD).forEach(each -> published.add(each.points()));
    return published.toString();
  }

  /** Of 60 to 120 patients a group; half have the event, some compete. */
  private static List<Row> cohort(Random random) {
    List<Row> rows = new ArrayList<>();
    for (int group = 0; group < AtRisk.GROUPS; group++) {
      int size = 60 + random.nextInt(60);
      for (int i = 0; i < size; i++) {
        double day = 1 + Math.floor(-700 * Math.log(1 - random.nextDouble()));
        int code = List.of(0, 0, 0, 1, 1, 1, 1, 2).get(random.nextInt(8));
        rows.add(new Row(Math.min(day, 2000), code, group));
      }
    }
    return rows;
  }
}
