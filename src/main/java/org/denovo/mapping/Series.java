package org.denovo.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  private static final int MOST_STEPS = 5_000;

  /** From this share of steps that do not fall a column counts as sorted. */
  private static final double SORTED = 0.9;

  private static final int LEAST_TO_SAY_SORTED = 5;

  /** So many runs of the kind in a shuffled column are too many to suspect one. */
  private static final double BY_CHANCE = 0.1;

  private static final Pattern COUNTED = Pattern.compile("(\\D*)(\\d{1,9})(\\D*)");

  private record Value(String scale, double number) {}

  private final List<Run> runs = new ArrayList<>();
  private final Map<Double, Integer> steps = new HashMap<>();
  private Value last;
  private int lastRow = -2;
  private String lastPatient = "";
  private int runFrom;
  private double runStep;
  private int values;
  private int rising;
  private int all;

  /** Adds a patient row's cell, by rising row. */
  void add(int row, String patient, SourceCell cell) {
    Value value = value(cell);
    boolean follows =
        value != null
            && last != null
            && row == lastRow + 1
            && value.scale().equals(last.scale())
            && !patient.equals(lastPatient);
    double step = follows ? Math.rint((value.number() - last.number()) * 1e6) / 1e6 : 0;
    if (follows) {
      count(step);
    }
    if (!follows || step != runStep) {
      end();
      runFrom = follows ? lastRow : row;
      runStep = step;
    }
    values += value == null ? 0 : 1;
    last = value;
    lastRow = row;
    lastPatient = patient;
  }

  private void count(double step) {
    all++;
    rising += step >= 0 ? 1 : 0;
    if (steps.size() < MOST_STEPS || steps.containsKey(step)) {
      steps.merge(step, 1, Integer::sum);
    }
  }

  private void end() {
    if (runStep > 0 && lastRow - runFrom + 1 >= SHORTEST && runs.size() < MOST_RUNS) {
      runs.add(new Run(runFrom, lastRow, runStep));
    }
    runStep = 0;
  }

  /** The runs that are not to be expected; to be asked once, at the end. */
  List<Run> suspect() {
    end();
    return runs.stream().filter(run -> !isSorted(run) && !isChance(run)).toList();
  }

  /** What stands outside the run says whether the column is sorted. */
  private boolean isSorted(Run run) {
    int outside = all - (run.rows() - 1);
    int up = rising - (run.rows() - 1);
    return outside >= LEAST_TO_SAY_SORTED && up >= SORTED * outside;
  }

  private boolean isChance(Run run) {
    int own = run.rows() - 1;
    int outside = Math.max(0, steps.getOrDefault(run.step(), own) - own);
    double share = (outside + 0.5) / (all - own + 2);
    return values * Math.pow(share, own) > BY_CHANCE;
  }

  private static Value value(SourceCell cell) {
    if (!Cells.holds(cell)) {
      return null;
    }
    if (cell.kind() == Kind.NUMBER || cell.kind() == Kind.DATE) {
      return new Value(cell.kind().name(), Math.floor(cell.number() * 1e6) / 1e6);
    }
    if (cell.kind() != Kind.TEXT || cell.text().chars().noneMatch(c -> c >= '0' && c <= '9')) {
      return null;
    }
    if (TypeMix.isNumber(cell.text())) {
      OptionalDouble number = OrderKey.of(cell, Meaning.DateOrder.UNDECLARED, false);
      return number.isPresent() ? new Value(Kind.NUMBER.name(), number.getAsDouble()) : null;
    }
    if (OrderKey.isDate(cell, Meaning.DateOrder.UNDECLARED)) {
      OptionalDouble day = OrderKey.of(cell, Meaning.DateOrder.UNDECLARED, true);
      return new Value("day", day.getAsDouble());
    }
    Matcher counted = COUNTED.matcher(cell.text().strip());
    return counted.matches()
        ? new Value(counted.group(1) + "#" + counted.group(3), Integer.parseInt(counted.group(2)))
        : null;
  }
}
