package org.denovo.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Against R, on data that this project did not make: {@code .ci/r-statistics} has R write data and
 * results into the folder that {@code denovo.r} names.
 */
@EnabledIfSystemProperty(named = "denovo.r", matches = ".+")
class AgreesWithRTest {

  private static final double SAME = 1e-8;
  private static final Path FOLDER = Path.of(System.getProperty("denovo.r", ""));

  @TestFactory
  List<DynamicTest> everyCaseOfR() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String line : Files.readAllLines(FOLDER.resolve("index.txt"))) {
      String name = line.split(" ")[1];
      tests.add(
          DynamicTest.dynamicTest(
              line,
              switch (line.split(" ")[0]) {
                case "curve" -> () -> curve(name);
                case "cox" -> () -> cox(name);
                case "stratified" -> () -> stratified(name);
                case "logistic" -> () -> logistic(name);
                case "incidence" -> () -> incidence(name);
                case "funnel" -> () -> funnel(name);
                case "spread" -> () -> spread(name);
                case "digits" -> () -> digits(name);
                case "holm" -> () -> holm(name);
                default -> throw new IllegalStateException(line);
              }));
    }
    assertThat(tests).hasSize(31);
    return tests;
  }

  private void curve(String name) throws IOException {
    Table data = Table.read(name);
    double[] group = data.column("group");
    int groups = (int) Arrays.stream(group).max().orElseThrow() + 1;
    Table steps = Table.read(name + "_steps");
    Table medians = Table.read(name + "_medians");
    int row = 0;
    for (int g = 0; g < groups; g++) {
      int own = g;
      int[] of = IntStream.range(0, group.length).filter(i -> group[i] == own).toArray();
      KaplanMeier km =
          KaplanMeier.of(
              pick(data.column("start"), of),
              pick(data.column("time"), of),
              flags(pick(data.column("event"), of)),
              0.95);
      for (KaplanMeier.Step step : km.steps()) {
        String at = name + " " + g + " " + step.time();
        same(at, step.time(), steps.at("time", row));
        same(at, step.atRisk(), steps.at("risk", row));
        same(at, step.events(), steps.at("event", row));
        same(at, step.censored(), steps.at("censored", row));
        same(at, step.survival(), steps.at("surv", row));
        same(at, step.error(), steps.at("se", row));
        if (step.survival()
            < 1) { // before the first event R gives no band, we give one of no width
          same(at, step.lower(), steps.at("lower", row));
          same(at, step.upper(), steps.at("upper", row));
        }
        row++;
      }
      same(name, orNaN(km.median()), medians.at("median", g));
      same(name, orNaN(km.medianLower()), medians.at("lower", g));
      same(name, orNaN(km.medianUpper()), medians.at("upper", g));
    }
    assertThat(row).isEqualTo(steps.rows());
    if (Files.exists(FOLDER.resolve(name + "_logrank.csv"))) {
      Table test = Table.read(name + "_logrank");
      LogRank logRank =
          LogRank.of(
              data.column("time"),
              flags(data.column("event")),
              Arrays.stream(group).mapToInt(g -> (int) g).toArray(),
              groups);
      same(name, logRank.test().orElseThrow().statistic(), test.at("chisq", 0));
      same(name, logRank.test().orElseThrow().p(), test.at("p", 0));
      for (int g = 0; g < groups; g++) {
        same(name, logRank.expected()[g], test.at("X" + (g + 1), 0));
      }
    }
  }

  private void cox(String name) throws IOException {
    Table data = Table.read(name);
    double[] start = data.column("start");
    double[] stop = data.column("stop");
    boolean[] event = flags(data.column("event"));
    double[][] x = data.matrix(5);
    double[] weight = data.column("weight");
    boolean weighted = Arrays.stream(weight).anyMatch(w -> w != 1);
    Fit fit =
        weighted
            ? Cox.weighted(
                start,
                stop,
                event,
                x,
                weight,
                Arrays.stream(data.column("id")).mapToInt(id -> (int) id).toArray())
            : Cox.of(start, stop, event, x);
    Table expected = Table.read(name + "_fit");
    assertThat(fit.state()).isEqualTo(Fit.State.CONVERGED);
    for (int i = 0; i < expected.rows(); i++) {
      same(name, fit.coefficient(i), expected.at("coef", i));
      same(name, fit.error(i), expected.at("se", i));
    }
    same(name, fit.nullLogLikelihood(), expected.at("loglik0", 0));
    same(name, fit.logLikelihood(), expected.at("loglik", 0));
  }

  private void stratified(String name) throws IOException {
    Table data = Table.read(name);
    StratifiedCox cox =
        StratifiedCox.of(
            data.column("start"),
            data.column("stop"),
            flags(data.column("event")),
            data.matrix(4),
            Arrays.stream(data.column("stratum")).mapToInt(s -> (int) s).toArray());
    Table expected = Table.read(name + "_fit");
    Table zph = Table.read(name + "_zph");
    Proportionality test = cox.proportionality().orElseThrow();
    assertThat(zph.rows()).isEqualTo(expected.rows() + 1);
    for (int i = 0; i < expected.rows(); i++) {
      same(name, cox.fit().coefficient(i), expected.at("coef", i));
      same(name, cox.fit().error(i), expected.at("se", i));
      proportionality(name, test.of(i).orElseThrow(), zph, i);
    }
    same(name, cox.fit().nullLogLikelihood(), expected.at("loglik0", 0));
    same(name, cox.fit().logLikelihood(), expected.at("loglik", 0));
    proportionality(name, test.all().orElseThrow(), zph, expected.rows());
  }

  private static void proportionality(String name, ChiSquare test, Table zph, int row) {
    same(name, test.statistic(), zph.at("chisq", row));
    same(name, test.degreesOfFreedom(), zph.at("df", row));
    same(name, test.p(), zph.at("p", row));
  }

  private void logistic(String name) throws IOException {
    Table data = Table.read(name);
    Logistic logistic = Logistic.of(flags(data.column("y")), data.matrix(1));
    Table expected = Table.read(name + "_fit");
    Table fitted = Table.read(name + "_fitted");
    for (int i = 0; i < expected.rows(); i++) {
      same(name, logistic.fit().coefficient(i), expected.at("coef", i));
      same(name, logistic.fit().error(i), expected.at("se", i));
    }
    for (int i = 0; i < data.rows(); i++) {
      same(name, logistic.probabilities()[i], fitted.at("p", i));
    }
  }

  private void incidence(String name) throws IOException {
    Table data = Table.read(name);
    CumulativeIncidence incidence =
        CumulativeIncidence.of(
            data.column("time"),
            Arrays.stream(data.column("code")).mapToInt(c -> (int) c).toArray(),
            2);
    Table expected = Table.read(name + "_steps");
    assertThat(incidence.steps()).hasSize(expected.rows());
    for (int i = 0; i < expected.rows(); i++) {
      CumulativeIncidence.Step step = incidence.steps().get(i);
      String at = name + " " + step.time();
      same(at, step.time(), expected.at("time", i));
      same(at, step.atRisk(), expected.at("risk", i));
      for (int cause = 0; cause < 2; cause++) {
        same(at, step.incidence()[cause], expected.at("p" + (cause + 1), i));
        same(at, step.error()[cause], expected.at("se" + (cause + 1), i));
      }
    }
  }

  private void funnel(String name) throws IOException {
    Table cases = Table.read(name);
    assertThat(cases.rows()).isPositive();
    for (int i = 0; i < cases.rows(); i++) {
      double n = cases.at("n", i);
      double theta = cases.at("theta", i);
      double probability = cases.at("probability", i);
      FunnelLimits limits =
          name.equals("funnel_ratios")
              ? FunnelLimits.ofRatio(n, probability)
              : FunnelLimits.ofShare((int) n, theta, probability);
      String at = name + " " + n + " " + theta + " " + probability;
      same(at, limits.lower(), cases.at("lower", i));
      same(at, limits.upper(), cases.at("upper", i));
    }
  }

  private void spread(String name) throws IOException {
    Table units = Table.read(name);
    Overdispersion spread =
        Overdispersion.of(units.column("value"), units.at("theta", 0), units.column("variance"));
    same(name, spread.phi(), units.at("phi", 0));
    same(name, spread.p(), units.at("p", 0));
    same(name, spread.between() * 1e4, units.at("between", 0) * 1e4);
  }

  private void digits(String name) throws IOException {
    Table table = Table.read(name);
    TwoSamples test =
        TwoSamples.of(whole(table.column("a")), whole(table.column("b"))).orElseThrow();
    same(name, test.test().statistic(), table.at("statistic", 0));
    same(name, test.test().p(), table.at("p", 0));
    same(name, test.effect(), table.at("effect", 0));
  }

  private void holm(String name) throws IOException {
    Table table = Table.read(name);
    double[] adjusted = Holm.adjusted(table.column("p"));
    for (int i = 0; i < adjusted.length; i++) {
      same(name, adjusted[i], table.at("adjusted", i));
    }
  }

  private static long[] whole(double[] values) {
    return Arrays.stream(values).mapToLong(Math::round).toArray();
  }

  /** To eight digits: absolutely below one, relatively above. */
  private static void same(String what, double ours, double theirs) {
    assertThat(Double.isNaN(ours))
        .as(what + ": " + ours + ", R " + theirs)
        .isEqualTo(Double.isNaN(theirs));
    if (!Double.isNaN(ours)) {
      assertThat(Math.abs(ours - theirs) / Math.max(1, Math.abs(theirs)))
          .as(what + ": " + ours + ", R " + theirs)
          .isLessThan(SAME);
    }
  }

  private static double orNaN(OptionalDouble value) {
    return value.orElse(Double.NaN);
  }

  private static boolean[] flags(double[] values) {
    boolean[] flags = new boolean[values.length];
    for (int i = 0; i < flags.length; i++) {
      flags[i] = values[i] == 1;
    }
    return flags;
  }

  private static double[] pick(double[] values, int[] rows) {
    return Arrays.stream(rows).mapToDouble(i -> values[i]).toArray();
  }

  /** A file of numbers as R wrote it. */
  private record Table(List<NamedCsvRecord> records) {

    static Table read(String name) throws IOException {
      try (CsvReader<NamedCsvRecord> reader =
          CsvReader.builder().ofNamedCsvRecord(FOLDER.resolve(name + ".csv"))) {
        return new Table(reader.stream().toList());
      }
    }

    int rows() {
      return records.size();
    }

    double at(String column, int row) {
      return number(records.get(row).getField(column));
    }

    double[] column(String column) {
      return IntStream.range(0, rows()).mapToDouble(i -> at(column, i)).toArray();
    }

    /** All columns after the first ones. */
    double[][] matrix(int skipped) {
      return records.stream()
          .map(r -> r.getFields().stream().skip(skipped).mapToDouble(Table::number).toArray())
          .toArray(double[][]::new);
    }

    private static double number(String text) {
      return switch (text) {
        case "NA", "NaN" -> Double.NaN;
        case "Inf" -> Double.POSITIVE_INFINITY;
        case "-Inf" -> Double.NEGATIVE_INFINITY;
        default -> Double.parseDouble(text);
      };
    }
  }
}
