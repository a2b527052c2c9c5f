package org.denovo.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.denovo.source.Kind;
import org.denovo.source.SourceCell;

/**
 * Looks in a column for what dragging the fill handle leaves (rule FIL-12): four or more rows, each
 * one step above the last. A column that is sorted as a whole has such runs by itself, and so has a
 * short scale; they are passed over when a shuffled column of that length would have them too.
 */
final class Series {

  /** A run of rows counted from 0, both ends included. */
  record Run(int firstRow, int lastRow, double step) {

    int rows() {
      return lastRow - firstRow + 1;
    }
  }

  private static final int SHORTEST = 4;
  private static final int MOST_RUNS = 20;

  /** So many steps are kept to tell how common a step is. */
  private static final int SAMPLE = 2_048;

  /** From this share of steps that do not fall a column counts as sorted. */
  private static final double SORTED = 0.9;

  private static final int LEAST_TO_SAY_SORTED = 5;

  /** So many runs of the kind in a shuffled column are too many to suspect one. */
  private static final double BY_CHANCE = 0.1;

  /** What is compared: stored numbers, stored dates, written days, or texts around a number. */
  private enum Scale {
    NONE,
    NUMBER,
    DATE,
    DAY,
    COUNTED
  }

  /** A run with the number of its first step. */
  private record Candidate(Run run, int firstStep) {}

  private final List<Candidate> candidates = new ArrayList<>(0);
  private double[] sample = new double[16];

  private Scale scale = Scale.NONE;
  private double number;
  private String text = "";
  private int digitsFrom;
  private int digitsTo;

  private Scale lastScale = Scale.NONE;
  private double lastNumber;
  private String lastText = "";
  private int lastFrom;
  private int lastTo;
  private int lastRow = -2;
  private String lastPatient = "";

  private int runFrom;
  private int runFirstStep;
  private double runStep;
  private int values;
  private int rising;
  private int steps;

  /** Adds a patient row's cell in which something stands, by rising row. */
  void add(int row, String patient, SourceCell cell) {
    look(cell);
    boolean follows = row == lastRow + 1 && isSameScale() && !patient.equals(lastPatient);
    double step = follows ? Math.rint((number - lastNumber) * 1e6) / 1e6 : 0;
    if (!follows || step != runStep) {
      end();
      runFrom = lastRow;
      runFirstStep = steps;
      runStep = step;
    }
    if (follows) {
      keep(step);
    }
    values += scale == Scale.NONE ? 0 : 1;
    lastScale = scale;
    lastNumber = number;
    lastText = text;
    lastFrom = digitsFrom;
    lastTo = digitsTo;
    lastRow = row;
    lastPatient = patient;
  }

  private void keep(double step) {
    if (steps < SAMPLE) {
      if (steps == sample.length) {
        sample = Arrays.copyOf(sample, 2 * steps);
      }
      sample[steps] = step;
    }
    steps++;
    rising += step >= 0 ? 1 : 0;
  }

  private void end() {
    if (runStep > 0 && lastRow - runFrom + 1 >= SHORTEST && candidates.size() < MOST_RUNS) {
      candidates.add(new Candidate(new Run(runFrom, lastRow, runStep), runFirstStep));
    }
    runStep = 0;
  }

  /** The runs that are not to be expected; to be asked once, at the end. */
  List<Run> suspect() {
    end();
    return candidates.stream()
        .filter(candidate -> !isSorted(candidate.run()) && !isChance(candidate))
        .map(Candidate::run)
        .toList();
  }

  /** What stands outside the run says whether the column is sorted. */
  private boolean isSorted(Run run) {
    int own = run.rows() - 1;
    int outside = steps - own;
    return outside >= LEAST_TO_SAY_SORTED && rising - own >= SORTED * outside;
  }

  private boolean isChance(Candidate candidate) {
    int own = candidate.run().rows() - 1;
    int same = 0;
    int outside = 0;
    for (int i = 0; i < Math.min(steps, SAMPLE); i++) {
      if (i < candidate.firstStep() || i >= candidate.firstStep() + own) {
        outside++;
        same += sample[i] == candidate.run().step() ? 1 : 0;
      }
    }
    double share = (same + 0.5) / (outside + 2);
    return values * Math.pow(share, own) > BY_CHANCE;
  }

  private boolean isSameScale() {
    if (scale != lastScale || scale == Scale.NONE) {
      return false;
    }
    return scale != Scale.COUNTED
        || digitsFrom == lastFrom
            && text.regionMatches(0, lastText, 0, digitsFrom)
            && text.length() - digitsTo == lastText.length() - lastTo
            && text.regionMatches(digitsTo, lastText, lastTo, text.length() - digitsTo);
  }

  /** What the cell counts as. */
  private void look(SourceCell cell) {
    scale = Scale.NONE;
    switch (cell.kind()) {
      case NUMBER, DATE -> {
        scale = cell.kind() == Kind.NUMBER ? Scale.NUMBER : Scale.DATE;
        number = cell.number();
      }
      case TEXT -> lookAt(cell.text());
      case BOOLEAN, ERROR, BLANK -> {}
    }
  }

  private void lookAt(String written) {
    int from = 0;
    while (from < written.length() && !isDigit(written.charAt(from))) {
      from++;
    }
    if (from == written.length()) {
      return;
    }
    int to = from;
    while (to < written.length() && isDigit(written.charAt(to))) {
      to++;
    }
    int more = to;
    while (more < written.length() && !isDigit(written.charAt(more))) {
      more++;
    }
    if (more == written.length() && to - from <= 9) {
      scale = Scale.COUNTED;
      number = Integer.parseInt(written, from, to, 10);
      text = written;
      digitsFrom = from;
      digitsTo = to;
      return;
    }
    long day = WrittenDay.of(written);
    if (day != WrittenDay.NONE) {
      scale = Scale.DAY;
      number = day;
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
