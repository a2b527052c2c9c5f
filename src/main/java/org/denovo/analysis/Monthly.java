package org.denovo.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.denovo.statistics.CumulativeIncidence;
import org.denovo.statistics.KaplanMeier;
import org.denovo.statistics.Months;

/**
 * What had happened to a group by the end of each month, every running count to the nearest five.
 * Curves with a threshold are made of nothing else, so that neither their steps nor their bands
 * tell more than these counts: what happened within a month stays open by four at least. (So
 * OpenSAFELY makes its survival curves.) They end before no more than the threshold go on.
 *
 * @param patients as may be shown
 * @param goingOn how many go on beyond each month's end, that of month 0 first, as long as they are
 *     enough to be shown
 */
record Monthly(int patients, List<Month> months, List<Integer> goingOn) {

  /** A month in which a running count moved. */
  private record Month(double end, int atRisk, int[] events, int censored) {}

  Monthly {
    months = List.copyOf(months);
    goingOn = List.copyOf(goingOn);
  }

  /**
   * Of a group.
   *
   * @param causes row by row, 0 for censored
   */
  static Monthly of(AtRisk group, int[] causes, int kinds, Rounding rounding) {
    int last = month(Arrays.stream(group.stop()).max().orElse(0));
    long[] entered = new long[last + 1];
    long[][] ended = new long[kinds + 1][last + 1];
    for (int i = 0; i < group.rows(); i++) {
      entered[Math.min(last, (int) (group.start()[i] / Months.DAYS) + 1)]++;
      ended[causes[i]][month(group.stop()[i])]++;
    }
    List<Month> months = new ArrayList<>();
    List<Integer> goingOn = new ArrayList<>();
    long in = 0;
    long[] out = new long[kinds + 1];
    for (int month = 1; month <= last; month++) {
      in += entered[month];
      int atRisk = (int) rounding.running(in);
      int[] now = new int[kinds + 1];
      for (int kind = 0; kind <= kinds; kind++) {
        atRisk -= (int) rounding.running(out[kind]);
        now[kind] =
            (int) (rounding.running(out[kind] + ended[kind][month]) - rounding.running(out[kind]));
        out[kind] += ended[kind][month];
      }
      int left = Arrays.stream(now).sum();
      if (atRisk - left <= rounding.threshold()) {
        break;
      }
      if (goingOn.isEmpty()) {
        goingOn.add(atRisk);
      }
      goingOn.add(atRisk - left);
      if (left > 0) {
        int[] events = Arrays.copyOfRange(now, 1, now.length);
        months.add(new Month(month * Months.DAYS, atRisk, events, now[0]));
      }
    }
    return new Monthly((int) rounding.running(group.rows()), months, goingOn);
  }

  private static int month(double day) {
    return Math.max(1, (int) Math.ceil(day / Months.DAYS));
  }

  /** How many go on beyond the end of a month; −1 where they are too few. */
  long at(double time) {
    int month = (int) Math.round(time / Months.DAYS);
    return month < goingOn.size() ? goingOn.get(month) : -1;
  }

  /** Survival, where there is one kind of event. */
  KaplanMeier survival(double confidence) {
    return KaplanMeier.ofCounts(
        patients,
        months.stream()
            .map(
                each ->
                    new KaplanMeier.Counted(each.end, each.atRisk, each.events[0], each.censored))
            .toList(),
        confidence);
  }

  /** The incidence of each kind of event. */
  CumulativeIncidence incidence(int kinds) {
    return CumulativeIncidence.ofCounts(
        patients,
        kinds,
        months.stream()
            .map(
                each ->
                    new CumulativeIncidence.Counted(
                        each.end, each.atRisk, each.events, each.censored))
            .toList());
  }
}
