package org.denovo.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.denovo.cohort.Adjustment;
import org.denovo.record.Answer;
import org.denovo.record.FieldType;
import org.denovo.record.Interval;
import org.denovo.record.Variable;
import org.denovo.vocabulary.Coded;
import org.denovo.vocabulary.Text;

/**
 * What was known of the members at time zero and may have moved both the exposure and the outcome,
 * the weightiest first: where few are exposed, not all of it fits into a model. A value that is
 * missing stays missing; it is a level of its own, since what is not known at baseline may itself
 * tell (Rosenbaum and Rubin, JASA 1984;79:516).
 */
public final class Covariates {

  private static final Text MISSING = new Text("缺失", "Missing");

  /** How a variable's values become numbers. */
  record Reading(
      Variable<?> variable, List<Level> levels, ToDoubleFunction<Object> number, Values values) {

    /** A patient's number, of a coded variable the place of the level; not a number if missing. */
    double of(int patient) {
      return values.get(patient);
    }
  }

  record Level(String code, Text title) {}

  private final List<Reading> readings;
  private final List<Reading> modelled;
  private final List<Reading> strata;

  /** These, of nobody yet. */
  public Covariates(Adjustment adjustment) {
    this.readings = readings(adjustment.covariates());
    this.modelled =
        readings.stream().filter(each -> adjustment.modelled().contains(each.variable)).toList();
    this.strata = readings(adjustment.strata());
  }

  private static List<Reading> readings(List<Variable<?>> variables) {
    List<Reading> all = new ArrayList<>();
    variables.forEach(variable -> all.add(reading(variable)));
    return List.copyOf(all);
  }

  /** The variables, strata last, in the order in which their answers are to be added. */
  public List<Variable<?>> variables() {
    return all().<Variable<?>>map(Reading::variable).toList();
  }

  private Stream<Reading> all() {
    return Stream.concat(readings.stream(), strata.stream());
  }

  /** What stands beside the exposure in the adjusted hazard ratio, as it was read. */
  List<Reading> modelled() {
    return modelled;
  }

  /** The strata as they were read. */
  List<Reading> strata() {
    return strata;
  }

  /** Adds a member's answers to {@link #variables}. */
  void add(List<Answer<?>> answers) {
    List<Reading> all = all().toList();
    for (int i = 0; i < all.size(); i++) {
      Reading reading = all.get(i);
      reading.values.add(
          answers.get(i).optional().map(reading.number::applyAsDouble).orElse(Double.NaN));
    }
  }

  private static Reading reading(Variable<?> variable) {
    FieldType<?> type = variable.type();
    if (type instanceof FieldType.YesNo yesNo) {
      List<Level> levels =
          List.of(
              new Level(yesNo.write(false), new Text("否", "No")),
              new Level(yesNo.write(true), new Text("是", "Yes")));
      return new Reading(variable, levels, v -> Boolean.TRUE.equals(v) ? 1 : 0, new Values());
    }
    if (type instanceof FieldType.Code<?> code) {
      List<Level> levels =
          Arrays.stream((Coded[]) code.list().getEnumConstants())
              .map(each -> new Level(each.code(), each.title()))
              .toList();
      return new Reading(variable, levels, v -> ((Enum<?>) v).ordinal(), new Values());
    }
    return new Reading(variable, List.of(), Covariates::number, new Values());
  }

  /** A range of which only bounds are known is not a number. */
  private static double number(Object value) {
    if (value instanceof Interval interval) {
      return interval.isExact() ? interval.min() : Double.NaN;
    }
    return ((Number) value).doubleValue();
  }

  /**
   * One number of each patient: whether a level is theirs, a measured value, or whether there is
   * none.
   *
   * @param level empty for a measured value
   * @param x not a number where the value is missing and this is not the level for that
   */
  record Term(Variable<?> variable, String level, Text title, double[] x) {

    boolean isNumber() {
      return level.isEmpty();
    }

    long missing() {
      long missing = 0;
      for (double each : x) {
        missing += Double.isNaN(each) ? 1 : 0;
      }
      return missing;
    }

    /** With the mean where the value is missing: the level for missing says that it is. */
    double[] filled() {
      double sum = 0;
      int known = 0;
      for (double each : x) {
        if (!Double.isNaN(each)) {
          sum += each;
          known++;
        }
      }
      double[] filled = x.clone();
      for (int i = 0; i < filled.length && known > 0; i++) {
        filled[i] = Double.isNaN(x[i]) ? sum / known : x[i];
      }
      return filled;
    }
  }

  /** All terms of these patients, including levels that none of them has. */
  List<Term> terms(int[] patients) {
    return readings.stream().flatMap(reading -> terms(reading, patients)).toList();
  }

  private static Stream<Term> terms(Reading reading, int[] patients) {
    double[] values = new double[patients.length];
    boolean[] isThere = new boolean[reading.levels.size()];
    boolean isMissing = false;
    for (int i = 0; i < values.length; i++) {
      values[i] = reading.values.get(patients[i]);
      if (Double.isNaN(values[i])) {
        isMissing = true;
      } else if (isThere.length > 0) {
        isThere[(int) values[i]] = true;
      }
    }
    List<Term> terms = new ArrayList<>();
    if (reading.levels.isEmpty() && Arrays.stream(values).anyMatch(x -> x != 0)) {
      terms.add(new Term(reading.variable, "", new Text("", ""), values));
    }
    for (int level = 0; level < isThere.length; level++) {
      if (isThere[level]) {
        Level of = reading.levels.get(level);
        terms.add(new Term(reading.variable, of.code, of.title, flags(values, level)));
      }
    }
    if (isMissing) {
      terms.add(new Term(reading.variable, "missing", MISSING, flags(values, Double.NaN)));
    }
    return terms.stream();
  }

  /** 1 where the value is this one. */
  private static double[] flags(double[] values, double level) {
    double[] flags = new double[values.length];
    for (int i = 0; i < flags.length; i++) {
      flags[i] = Double.compare(values[i], level) == 0 ? 1 : 0;
    }
    return flags;
  }

  /** A growing column; half the precision is enough for an age, a size or a level. */
  private static final class Values {
    private float[] values = new float[64];
    private int size;

    void add(double value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
      }
      values[size++] = (float) value;
    }

    double get(int i) {
      return values[i];
    }
  }
}
