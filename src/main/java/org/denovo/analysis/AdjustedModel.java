package org.denovo.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.denovo.record.FieldType;
import org.denovo.statistics.ChiSquare;
import org.denovo.statistics.Cox;
import org.denovo.statistics.Fit;
import org.denovo.statistics.Proportionality;
import org.denovo.statistics.StratifiedCox;
import org.denovo.vocabulary.Text;

/**
 * Cox's model of a design with the covariates at time zero beside the exposure, on those of whom
 * all of them are known. Reference is no of a yes or no, else the most frequent level.
 */
final class AdjustedModel {

  /** Events for each parameter (Vittinghoff and McCulloch, Am J Epidemiol 2007;165:710). */
  private static final int PER_PARAMETER = 5;

  static final String CODE = "adjusted";
  static final String CRUDE = "unadjusted_complete";

  private static final Text METHOD = new Text("Cox，校正，完整病例", "Cox, adjusted, complete cases");
  private static final Text WITHIN = new Text("{0}；按{1}分层", "{0}; within strata of {1}");
  private static final Text CRUDE_METHOD =
      new Text("Cox，未校正，同一批完整病例", "Cox, unadjusted, in the same complete cases");

  /** A column of the model, or why it is none. */
  private record Slot(
      Covariates.Reading reading, int level, Adjusted.Place place, long patients, double[] x) {

    Slot following() {
      return new Slot(reading, level, Adjusted.Place.COLLINEAR, patients, x);
    }

    boolean isColumn() {
      return place == Adjusted.Place.ESTIMATED;
    }
  }

  private final AtRisk all;
  private final Covariates covariates;
  private final int threshold;
  private final int[] complete;
  private final int[] rows;
  private final AtRisk atRisk;
  private final int[] stratum;
  private final List<Slot> slots;
  private final HazardRatio.State state;
  private final Optional<StratifiedCox> cox;

  private AdjustedModel(AtRisk all, Covariates covariates, int threshold) {
    this.all = all;
    this.covariates = covariates;
    this.threshold = threshold;
    this.complete = IntStream.range(0, all.rows()).filter(this::isComplete).toArray();
    Map<Covariates.Reading, BitSet> dead = withEvents();
    this.rows =
        Arrays.stream(complete)
            .filter(row -> dead.keySet().stream().allMatch(of -> dead.get(of).get(level(of, row))))
            .toArray();
    this.atRisk = all.only(rows);
    this.stratum = stratum();
    List<Slot> candidates =
        covariates.modelled().stream()
            .flatMap(each -> slots(each, dead.get(each)).stream())
            .toList();
    Independence others = new Independence(stratum);
    this.slots =
        candidates.stream()
            .map(slot -> slot.isColumn() && !others.adds(slot.x) ? slot.following() : slot)
            .toList();
    double[] exposure = Arrays.stream(atRisk.group()).asDoubleStream().toArray();
    this.state = refused(others.adds(exposure));
    this.cox = state == HazardRatio.State.ESTIMATED ? Optional.of(fit()) : Optional.empty();
  }

  /** The model of these rows; empty if there is nothing to adjust for. */
  static Optional<AdjustedModel> of(AtRisk atRisk, Covariates covariates, int threshold) {
    return covariates.modelled().isEmpty() && covariates.strata().isEmpty()
        ? Optional.empty()
        : Optional.of(new AdjustedModel(atRisk, covariates, threshold));
  }

  private boolean isComplete(int row) {
    int patient = all.patient()[row];
    return covariates.modelled().stream().noneMatch(each -> Double.isNaN(each.of(patient)))
        && covariates.strata().stream().noneMatch(each -> Double.isNaN(each.of(patient)));
  }

  private int level(Covariates.Reading reading, int row) {
    return (int) reading.of(all.patient()[row]);
  }

  /** Of each coded covariate the levels that somebody with the event has. */
  private Map<Covariates.Reading, BitSet> withEvents() {
    Map<Covariates.Reading, BitSet> dead = new LinkedHashMap<>();
    for (Covariates.Reading reading : covariates.modelled()) {
      if (!reading.levels().isEmpty()) {
        BitSet levels = new BitSet();
        Arrays.stream(complete)
            .filter(all::isEvent)
            .forEach(row -> levels.set(level(reading, row)));
        dead.put(reading, levels);
      }
    }
    return dead;
  }

  /** Numbers of the combinations of the strata's levels, as they come. */
  private int[] stratum() {
    Map<List<Double>, Integer> numbers = new LinkedHashMap<>();
    return Arrays.stream(atRisk.patient())
        .map(
            patient -> {
              List<Double> key =
                  covariates.strata().stream().map(each -> each.of(patient)).toList();
              numbers.putIfAbsent(key, numbers.size());
              return numbers.get(key);
            })
        .toArray();
  }

  private List<Slot> slots(Covariates.Reading reading, BitSet dead) {
    double[] x = Arrays.stream(atRisk.patient()).mapToDouble(reading::of).toArray();
    if (reading.levels().isEmpty()) {
      boolean varies = Arrays.stream(x).anyMatch(each -> each != x[0]);
      return List.of(
          new Slot(
              reading,
              -1,
              varies ? Adjusted.Place.ESTIMATED : Adjusted.Place.CONSTANT,
              patients(rows),
              x));
    }
    long[] patients = new long[reading.levels().size()];
    List<Slot> slots = new ArrayList<>();
    for (int level = 0; level < patients.length; level++) {
      patients[level] = patients(where(rows, reading, level));
    }
    int reference = reference(reading, patients);
    boolean isConstant = Arrays.stream(patients).filter(n -> n > 0).count() == 1;
    for (int level = 0; level < patients.length; level++) {
      int own = level;
      int[] anybody = where(IntStream.range(0, all.rows()).toArray(), reading, level);
      if (anybody.length > 0) {
        Adjusted.Place place =
            where(complete, reading, level).length == 0
                ? Adjusted.Place.EMPTY
                : !dead.get(level)
                    ? Adjusted.Place.NO_EVENT
                    : patients[level] == 0
                        ? Adjusted.Place.EMPTY
                        : level != reference
                            ? Adjusted.Place.ESTIMATED
                            : isConstant ? Adjusted.Place.CONSTANT : Adjusted.Place.REFERENCE;
        double[] flag = Arrays.stream(x).map(each -> each == own ? 1 : 0).toArray();
        slots.add(new Slot(reading, level, place, patients[level], flag));
      }
    }
    return slots;
  }

  /** No, where the answers are no and yes; else the most frequent level. */
  private static int reference(Covariates.Reading reading, long[] patients) {
    return reading.variable().type() instanceof FieldType.YesNo && patients[0] > 0
        ? 0
        : IntStream.range(0, patients.length)
            .reduce(0, (a, b) -> patients[b] > patients[a] ? b : a);
  }

  private int[] where(int[] among, Covariates.Reading reading, int level) {
    return Arrays.stream(among).filter(row -> reading.of(all.patient()[row]) == level).toArray();
  }

  private long patients(int[] some) {
    BitSet seen = new BitSet();
    Arrays.stream(some).forEach(row -> seen.set(all.patient()[row]));
    return seen.cardinality();
  }

  private List<Slot> columns() {
    return slots.stream().filter(Slot::isColumn).toList();
  }

  int parameters() {
    return 1 + columns().size();
  }

  private HazardRatio.State refused(boolean isExposureFree) {
    boolean isSmall =
        IntStream.range(0, AtRisk.GROUPS)
            .anyMatch(g -> Comparison.isSmall(atRisk.of(g), rounding()));
    if (isSmall) {
      return HazardRatio.State.WITHHELD;
    } else if (atRisk.happened() < PER_PARAMETER * parameters()) {
      return HazardRatio.State.TOO_FEW_EVENTS;
    }
    return isExposureFree ? HazardRatio.State.ESTIMATED : HazardRatio.State.SINGULAR;
  }

  private StratifiedCox fit() {
    List<Slot> columns = columns();
    double[][] x = new double[rows.length][columns.size() + 1];
    for (int i = 0; i < x.length; i++) {
      x[i][0] = atRisk.group()[i];
      for (int j = 0; j < columns.size(); j++) {
        x[i][j + 1] = columns.get(j).x[i];
      }
    }
    return StratifiedCox.of(atRisk.start(), atRisk.stop(), atRisk.events(), x, stratum);
  }

  private Text method() {
    return covariates.strata().isEmpty()
        ? METHOD
        : WITHIN.with(
            METHOD,
            Text.joined(
                covariates.strata().stream().map(each -> each.variable().title()).toList()));
  }

  private boolean isShown() {
    return state != HazardRatio.State.WITHHELD;
  }

  HazardRatio hazardRatio() {
    return cox.map(model -> HazardRatio.of(CODE, method(), model.fit()).shown(rounding()))
        .orElseGet(() -> HazardRatio.none(CODE, method(), state));
  }

  /** What not adjusting says of the same patients, where they are not all. */
  Optional<HazardRatio> crude() {
    return cox.filter(model -> rows.length < all.rows())
        .map(
            model ->
                HazardRatio.of(
                        CRUDE,
                        CRUDE_METHOD,
                        Cox.of(atRisk.start(), atRisk.stop(), atRisk.events(), atRisk.exposure()))
                    .shown(rounding()));
  }

  Adjusted in(Comparison comparison) {
    Optional<Proportionality> test = cox.flatMap(StratifiedCox::proportionality);
    return new Adjusted(
        comparison,
        hazardRatio(),
        isShown() ? IntStream.range(0, AtRisk.GROUPS).mapToObj(this::group).toList() : List.of(),
        parameters(),
        isShown() ? terms(test) : List.of(),
        test.flatMap(each -> each.of(0)).map(rounding()::test),
        test.flatMap(Proportionality::all).map(rounding()::test));
  }

  private Adjusted.Group group(int g) {
    IntPredicate own = row -> all.group()[row] == g;
    int[] of = IntStream.range(0, all.rows()).filter(own).toArray();
    long whole = patients(of);
    long known = patients(Arrays.stream(complete).filter(own).toArray());
    long used = patients(Arrays.stream(rows).filter(own).toArray());
    long events = Arrays.stream(rows).filter(own).filter(all::isEvent).count();
    return new Adjusted.Group(
        shown(used), shown(events), shown(whole - known), shown(known - used));
  }

  private Rounding rounding() {
    return new Rounding(threshold);
  }

  private long shown(long count) {
    return rounding().orHidden(count);
  }

  private List<Adjusted.Term> terms(Optional<Proportionality> test) {
    List<Adjusted.Term> terms = new ArrayList<>();
    List<Slot> columns = columns();
    Covariates.Reading last = null;
    for (Slot slot : slots) {
      boolean isFirst = slot.reading != last;
      last = slot.reading;
      int column = columns.indexOf(slot);
      terms.add(
          term(
              slot,
              column < 0 ? OptionalInt.empty() : OptionalInt.of(column + 1),
              isFirst ? test.flatMap(each -> proportional(each, slot.reading)) : Optional.empty()));
    }
    for (Covariates.Reading reading : covariates.strata()) {
      terms.add(
          new Adjusted.Term(
              reading.variable(),
              "",
              new Text("", ""),
              Adjusted.Place.STRATUM,
              shown(patients(rows)),
              missing(reading),
              HazardRatio.none(CODE, method(), HazardRatio.State.SINGULAR),
              Optional.empty()));
    }
    return terms;
  }

  private Adjusted.Term term(Slot slot, OptionalInt column, Optional<ChiSquare> proportional) {
    boolean isNumber = slot.level < 0;
    long used = patients(rows);
    boolean isHidden =
        rounding().isSmall(slot.patients) || rounding().isSmall(used - slot.patients);
    Optional<Fit> fit = cox.map(StratifiedCox::fit).filter(Fit::isEstimate);
    Adjusted.Place place =
        !slot.isColumn()
            ? slot.place
            : isHidden
                ? Adjusted.Place.WITHHELD
                : fit.isPresent() ? Adjusted.Place.ESTIMATED : Adjusted.Place.NONE;
    HazardRatio ratio =
        place == Adjusted.Place.ESTIMATED
            ? HazardRatio.of(CODE, method(), fit.orElseThrow(), column.orElseThrow())
                .shown(rounding())
            : HazardRatio.none(CODE, method(), HazardRatio.State.SINGULAR);
    Covariates.Level level =
        isNumber
            ? new Covariates.Level("", new Text("", ""))
            : slot.reading.levels().get(slot.level);
    return new Adjusted.Term(
        slot.reading.variable(),
        level.code(),
        level.title(),
        place,
        isHidden ? -1 : shown(slot.patients),
        missing(slot.reading),
        ratio,
        proportional);
  }

  private long missing(Covariates.Reading reading) {
    return shown(
        Arrays.stream(all.patient())
            .filter(patient -> Double.isNaN(reading.of(patient)))
            .distinct()
            .count());
  }

  /** Of all columns of a variable together. */
  private Optional<ChiSquare> proportional(Proportionality test, Covariates.Reading reading) {
    List<Slot> columns = columns();
    int[] own =
        IntStream.range(0, columns.size())
            .filter(i -> columns.get(i).reading == reading)
            .map(i -> i + 1)
            .toArray();
    return own.length == 0 ? Optional.empty() : test.of(own).map(rounding()::test);
  }
}
