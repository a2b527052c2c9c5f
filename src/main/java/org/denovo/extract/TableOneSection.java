package org.denovo.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.denovo.statistics.Moments;
import org.denovo.statistics.Quantiles;
import org.denovo.vocabulary.Text;

/** The rows of one variable in the baseline table, with its small counts hidden. */
final class TableOneSection {

  private static final Text MISSING = new Text("缺失", "Missing");
  private static final Text INEXACT = new Text("仅知范围", "Known as a range only");
  static final Text MEMBERS = new Text("人数", "Patients");

  /** The decimals where nothing is hidden. */
  private static final int EXACT = 2;

  /** Of fewer whole numbers not every mean with a decimal can be. */
  private static final int FEW = 10;

  /** How far the arms lie apart, and whether by more than chance. */
  private record Difference(OptionalDouble standardised, Optional<BaselineTest> test) {

    static final Difference NONE = new Difference(OptionalDouble.empty(), Optional.empty());

    List<String> cells(Disclosure disclosure) {
      boolean isExact = disclosure.threshold() == 0;
      return List.of(
          standardised.isEmpty() ? "" : Numbers.text(standardised.getAsDouble(), isExact ? 3 : 2),
          test.map(each -> each.kind().code()).orElse(""),
          test.map(each -> Numbers.probability(each.p(), isExact ? 10 : 2)).orElse(""));
    }
  }

  private final Tally tally;
  private final long[] members;
  private final Disclosure disclosure;

  /** By arm: what may not be shown of the parts, in the order of {@link #parts}. */
  private final boolean[][] hidden;

  private boolean anyHidden;

  TableOneSection(Tally tally, long[] members, Disclosure disclosure) {
    this.members = members.clone();
    this.tally = tally;
    this.disclosure = disclosure;
    this.hidden = new boolean[members.length][];
    for (int arm = 0; arm < hidden.length; arm++) {
      hidden[arm] = tally.shape() == Tally.Shape.CHOICES ? choicesHidden(arm) : partsHidden(arm);
      for (boolean each : hidden[arm]) {
        anyHidden |= each;
      }
    }
  }

  /** True if a count of some arm is not shown. */
  boolean hidesAny() {
    return anyHidden;
  }

  /** Counts that add up to the arm. */
  private long[] parts(int arm) {
    return switch (tally.shape()) {
      case LEVELS -> append(counts(arm), tally.missing(arm));
      case CHOICES -> append(counts(arm), tally.known(arm), tally.missing(arm));
      case NUMBERS -> new long[] {tally.known(arm), tally.inexact(arm), tally.missing(arm)};
    };
  }

  private boolean[] partsHidden(int arm) {
    long[] parts = parts(arm);
    return disclosure.hide(parts).orElseGet(() -> all(parts.length));
  }

  /** A choice and the rest of those who answered make two parts of a total. */
  private boolean[] choicesHidden(int arm) {
    long known = tally.known(arm);
    int levels = tally.levels().size();
    boolean[] hide = new boolean[levels + 2];
    for (int i = 0; i < levels; i++) {
      long chosen = tally.count(arm, i);
      hide[i] = disclosure.isSmall(chosen) || disclosure.isSmall(known - chosen);
    }
    boolean some = disclosure.isSmall(known) || disclosure.isSmall(tally.missing(arm));
    hide[levels] = some;
    hide[levels + 1] = some;
    return hide;
  }

  List<List<String>> rows() {
    return switch (tally.shape()) {
      case LEVELS -> levelRows();
      case CHOICES -> choiceRows();
      case NUMBERS -> numberRows();
    };
  }

  private List<List<String>> levelRows() {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < tally.levels().size(); i++) {
      Column.Level level = tally.levels().get(i);
      rows.add(countRow(level.code(), level.title(), i, false, i == 0 ? whole() : Difference.NONE));
    }
    rows.add(countRow("missing", MISSING, tally.levels().size(), true, Difference.NONE));
    return rows;
  }

  private List<List<String>> choiceRows() {
    List<List<String>> rows = new ArrayList<>();
    int levels = tally.levels().size();
    for (int i = 0; i < levels; i++) {
      Column.Level level = tally.levels().get(i);
      if (isChosen(i)) {
        rows.add(
            countRow(
                level.code(),
                level.title(),
                i,
                false,
                new Difference(tally.difference(i, disclosure), tally.test(i, disclosure))));
      }
    }
    rows.add(countRow("missing", MISSING, levels + 1, true, Difference.NONE));
    return rows;
  }

  private List<List<String>> numberRows() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(countRow("", MEMBERS, 0, true, whole()));
    rows.add(
        statisticRow("median", new Text("中位数", "Median"), 0, values -> Quantiles.median(values)));
    rows.add(
        statisticRow(
            "q1", new Text("下四分位数", "Lower quartile"), 0, values -> Quantiles.of(values, 0.25)[0]));
    rows.add(
        statisticRow(
            "q3", new Text("上四分位数", "Upper quartile"), 0, values -> Quantiles.of(values, 0.75)[0]));
    rows.add(statisticRow("mean", new Text("均数", "Mean"), 1, values -> Moments.of(values).mean()));
    rows.add(
        statisticRow(
            "sd", new Text("标准差", "Standard deviation"), 1, v -> Moments.of(v).deviation()));
    if (anyInexact()) {
      rows.add(countRow("inexact", INEXACT, 1, true, Difference.NONE));
    }
    rows.add(countRow("missing", MISSING, 2, true, Difference.NONE));
    return rows;
  }

  /** What nobody chose has no row; the list of sites is long. */
  private boolean isChosen(int level) {
    for (int arm = 0; arm < members.length; arm++) {
      if (tally.count(arm, level) > 0) {
        return true;
      }
    }
    return false;
  }

  private boolean anyInexact() {
    for (int arm = 0; arm < members.length; arm++) {
      if (tally.inexact(arm) > 0) {
        return true;
      }
    }
    return false;
  }

  private List<String> countRow(
      String level, Text title, int part, boolean ofAll, Difference difference) {
    List<String> row = start(tally.variable().name(), tally.variable().title(), level, title, "n");
    long total = 0;
    long whole = 0;
    boolean rowHidden = false;
    for (int arm = 0; arm < members.length; arm++) {
      long n = parts(arm)[part];
      long of = ofAll ? members[arm] : tally.known(arm);
      row.add(disclosure.show(n, hidden[arm][part]));
      row.add(isAny(hidden[arm]) ? "" : disclosure.percent(n, of));
      total += n;
      whole += of;
      rowHidden |= hidden[arm][part];
    }
    row.add(rowHidden ? Disclosure.HIDDEN : disclosure.show(total, false));
    row.add(anyHidden ? "" : disclosure.percent(total, whole));
    row.addAll((anyHidden ? Difference.NONE : difference).cells(disclosure));
    return row;
  }

  /**
   * A statistic of few values would be a value of one of them. Half a year in a median tells
   * whether their number is even, and a mean of whole numbers with two decimals which number it is.
   *
   * @param decimals how many tell nothing of how many values there are
   */
  private List<String> statisticRow(
      String measure, Text title, int decimals, ToDoubleFunction<double[]> statistic) {
    List<String> row = start(tally.variable().name(), tally.variable().title(), "", title, measure);
    Doubles all = new Doubles();
    boolean rowHidden = false;
    for (int arm = 0; arm < members.length; arm++) {
      double[] values = tally.numbers(arm);
      boolean few = disclosure.isSmall(values.length);
      rowHidden |= few;
      Arrays.stream(values).forEach(all::add);
      row.add(few ? "" : shown(values, decimals, statistic));
      row.add("");
    }
    row.add(rowHidden ? "" : shown(all.toArray(), decimals, statistic));
    row.addAll(List.of("", "", "", ""));
    return row;
  }

  private String shown(double[] values, int decimals, ToDoubleFunction<double[]> statistic) {
    if (values.length == 0) {
      return "";
    }
    int most = values.length < FEW ? 0 : decimals;
    return Numbers.text(
        statistic.applyAsDouble(values), disclosure.threshold() == 0 ? EXACT : most);
  }

  private Difference whole() {
    return new Difference(tally.difference(disclosure), tally.test(disclosure));
  }

  private long[] counts(int arm) {
    long[] counts = new long[tally.levels().size()];
    Arrays.setAll(counts, i -> tally.count(arm, i));
    return counts;
  }

  /** The cells before the counts. */
  static List<String> start(
      String variable, Text title, String level, Text levelTitle, String measure) {
    List<String> row = new ArrayList<>();
    row.add(variable);
    row.add(title.zh());
    row.add(title.en());
    row.add(level);
    row.add(levelTitle.zh());
    row.add(levelTitle.en());
    row.add(measure);
    return row;
  }

  private static boolean isAny(boolean[] hidden) {
    for (boolean each : hidden) {
      if (each) {
        return true;
      }
    }
    return false;
  }

  private static boolean[] all(int length) {
    boolean[] all = new boolean[length];
    Arrays.fill(all, true);
    return all;
  }

  private static long[] append(long[] counts, long... more) {
    long[] all = Arrays.copyOf(counts, counts.length + more.length);
    System.arraycopy(more, 0, all, counts.length, more.length);
    return all;
  }
}
