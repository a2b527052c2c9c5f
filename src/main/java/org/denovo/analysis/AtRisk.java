package org.denovo.analysis;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Who was at risk from when to when in a design: one row a patient, or a patient's interval.
 *
 * @param code what happened at the stop, as in {@link org.denovo.cohort.Outcome}
 * @param group 0 for the unexposed, 1 for the exposed
 * @param patient the place of the patient among all members
 */
record AtRisk(double[] start, double[] stop, int[] code, int[] group, int[] patient) {

  static final int GROUPS = 2;

  int rows() {
    return start.length;
  }

  boolean isEvent(int row) {
    return code[row] == 1;
  }

  boolean[] events() {
    boolean[] events = new boolean[rows()];
    for (int i = 0; i < events.length; i++) {
      events[i] = isEvent(i);
    }
    return events;
  }

  /** The rows of a group. */
  AtRisk of(int g) {
    return only(IntStream.range(0, rows()).filter(i -> group[i] == g).toArray());
  }

  /** These rows. */
  AtRisk only(int[] some) {
    Rows rows = new Rows();
    for (int i : some) {
      rows.add(start[i], stop[i], code[i], group[i] == 1, patient[i]);
    }
    return rows.atRisk();
  }

  int patients() {
    BitSet different = new BitSet();
    for (int each : patient) {
      different.set(each);
    }
    return different.cardinality();
  }

  int happened() {
    int happened = 0;
    for (int each : code) {
      happened += each == 1 ? 1 : 0;
    }
    return happened;
  }

  double days() {
    return IntStream.range(0, rows()).mapToDouble(i -> stop[i] - start[i]).sum();
  }

  /** How many rows go on beyond a time. */
  int at(double time) {
    return (int) IntStream.range(0, rows()).filter(i -> start[i] <= time && time < stop[i]).count();
  }

  /** The last day on which at least so many are still followed; 0 if there never are. */
  double lastWith(int few) {
    double[] sorted = stop.clone();
    Arrays.sort(sorted);
    return sorted.length < few ? 0 : sorted[sorted.length - few];
  }

  /** The exposure as the only covariate. */
  double[][] exposure() {
    return Arrays.stream(group).mapToObj(g -> new double[] {g}).toArray(double[][]::new);
  }

  /** Grows row by row. */
  static final class Rows {
    private double[] start = new double[64];
    private double[] stop = new double[64];
    private int[] code = new int[64];
    private int[] group = new int[64];
    private int[] patient = new int[64];
    private int size;

    void add(double from, double to, int what, boolean exposed, int who) {
      if (size == start.length) {
        start = Arrays.copyOf(start, 2 * size);
        stop = Arrays.copyOf(stop, 2 * size);
        code = Arrays.copyOf(code, 2 * size);
        group = Arrays.copyOf(group, 2 * size);
        patient = Arrays.copyOf(patient, 2 * size);
      }
      start[size] = from;
      stop[size] = to;
      code[size] = what;
      group[size] = exposed ? 1 : 0;
      patient[size++] = who;
    }

    AtRisk atRisk() {
      return new AtRisk(
          Arrays.copyOf(start, size),
          Arrays.copyOf(stop, size),
          Arrays.copyOf(code, size),
          Arrays.copyOf(group, size),
          Arrays.copyOf(patient, size));
    }
  }
}
