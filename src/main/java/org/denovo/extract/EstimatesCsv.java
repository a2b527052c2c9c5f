package org.denovo.extract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.denovo.analysis.Adjusted;
import org.denovo.analysis.Comparison;
import org.denovo.analysis.Curve;
import org.denovo.analysis.HazardRatio;
import org.denovo.analysis.ImmortalTime;
import org.denovo.analysis.Results;
import org.denovo.analysis.Weighting;
import org.denovo.statistics.ChiSquare;
import org.denovo.vocabulary.Text;

/**
 * What the designs say, one number a row: {@code estimates.csv}. Where there is no number its state
 * says why; a hazard ratio of ever against never exposed is refused.
 */
final class EstimatesCsv {

  private static final List<String> HEADER =
      List.of(
          "endpoint",
          "design",
          "group",
          "group_zh",
          "group_en",
          "measure",
          "method",
          "value",
          "lower",
          "upper",
          "p",
          "state",
          "says_zh",
          "says_en");

  private static final Text SHOWN = HazardRatio.State.ESTIMATED.title();
  private static final Text IMMORTAL =
      new Text("暴露前时间，被误计入暴露组", "Time before the exposure, counted as if after it");
  private static final Text EXPOSURE =
      new Text("暴露的比例风险检验，自由度{0}", "Proportional hazards of the exposure, {0} df");
  private static final Text ALL =
      new Text("全部各项的比例风险检验，自由度{0}", "Proportional hazards of all terms, {0} df");
  private static final Text NOT_REACHED = new Text("未达到", "Not reached");

  private final CsvFile csv;
  private final boolean isExact;
  private final int decimals;

  private EstimatesCsv(CsvFile csv, Disclosure disclosure) {
    this.csv = csv;
    this.isExact = disclosure.threshold() == 0;
    this.decimals = disclosure.decimals();
  }

  static void write(Path file, Results results, Disclosure disclosure) {
    try (CsvFile csv = new CsvFile(file, HEADER)) {
      EstimatesCsv estimates = new EstimatesCsv(csv, disclosure);
      for (Comparison comparison : results.comparisons()) {
        estimates.write(comparison);
        if (comparison.view().isTrap()) {
          Optional.ofNullable(results.immortal().get(comparison.endpoint()))
              .ifPresent(time -> estimates.write(comparison, time));
        }
        results.adjusted(comparison).ifPresent(estimates::write);
        results.weighting(comparison).filter(Weighting::isEstimated).ifPresent(estimates::write);
      }
    }
  }

  private void write(Comparison comparison) {
    for (int group = 0; group < comparison.curves().size(); group++) {
      write(comparison, group);
    }
    comparison.logRank().ifPresent(test -> write(comparison, test));
    comparison.hazardRatios().forEach(ratio -> write(comparison, ratio));
  }

  /** Whom the adjusted hazard ratio rests on, and whether hazards are proportional. */
  private void write(Adjusted model) {
    for (int group = 0; group < model.groups().size(); group++) {
      Adjusted.Group each = model.groups().get(group);
      count(model, group, "n", each.patients());
      count(model, group, "events", each.events());
      count(model, group, "n_incomplete", each.incomplete());
      count(model, group, "n_uninformative", each.uninformative());
    }
    if (!model.groups().isEmpty()) {
      count(model, 1, "parameters", model.parameters());
    }
    model.proportional().ifPresent(test -> write(model, "zph_chi_square", test, EXPOSURE));
    model.allProportional().ifPresent(test -> write(model, "zph_global_chi_square", test, ALL));
  }

  private void count(Adjusted model, int group, String measure, long count) {
    boolean isShown = count >= 0;
    row(
        model.comparison(),
        group,
        measure,
        model.ratio().code(),
        isShown ? Long.toString(count) : "",
        "",
        "",
        "",
        isShown ? "estimated" : HazardRatio.State.WITHHELD.code(),
        isShown ? SHOWN : HazardRatio.State.WITHHELD.title());
  }

  private void write(Adjusted model, String measure, ChiSquare test, Text says) {
    row(
        model.comparison(),
        1,
        measure,
        model.ratio().code(),
        number(test.statistic(), decimals),
        "",
        "",
        Numbers.probability(test.p(), decimals),
        "estimated",
        says.with(test.degreesOfFreedom()));
  }

  private void write(Weighting weighting) {
    Comparison comparison = weighting.comparison();
    int places = isExact ? 4 : 0;
    for (int group = 0; group < weighting.groups().size(); group++) {
      Weighting.Group each = weighting.groups().get(group);
      weight(comparison, group, "effective_size", each.effective(), places);
      weight(comparison, group, "mean_weight", each.mean(), 4);
    }
    weight(comparison, 1, "common_support", weighting.support(), 4);
  }

  private void weight(Comparison comparison, int group, String measure, double value, int places) {
    HazardRatio.State state =
        Double.isNaN(value) ? HazardRatio.State.WITHHELD : HazardRatio.State.ESTIMATED;
    row(
        comparison,
        group,
        measure,
        "iptw",
        number(value, places),
        "",
        "",
        "",
        state.code(),
        state.title());
  }

  private void write(Comparison comparison, int group) {
    Curve curve = comparison.curves().get(group);
    count(comparison, group, "n", curve.patients());
    count(comparison, group, "events", curve.events());
    row(comparison, group, "days", "", number(curve.days(), 1), "", "", "", "estimated", SHOWN);
    boolean isReached = curve.median().isPresent();
    row(
        comparison,
        group,
        "median_days",
        "kaplan_meier",
        days(curve.median()),
        days(curve.medianLower()),
        days(curve.medianUpper()),
        "",
        isReached ? "estimated" : "not_reached",
        isReached ? SHOWN : NOT_REACHED);
  }

  private void count(Comparison comparison, int group, String measure, long count) {
    row(comparison, group, measure, "", Long.toString(count), "", "", "", "estimated", SHOWN);
  }

  private void write(Comparison comparison, ImmortalTime time) {
    String days = number(time.before(), 1);
    row(comparison, 1, "immortal_days", "", days, "", "", "", "estimated", IMMORTAL);
  }

  private void write(Comparison comparison, ChiSquare test) {
    row(
        comparison,
        1,
        "chi_square",
        "log_rank",
        number(test.statistic(), decimals),
        "",
        "",
        Numbers.probability(test.p(), decimals),
        "estimated",
        SHOWN);
  }

  private void write(Comparison comparison, HazardRatio ratio) {
    row(
        comparison,
        1,
        "hazard_ratio",
        ratio.code(),
        number(ratio.ratio(), decimals),
        number(ratio.lower(), decimals),
        number(ratio.upper(), decimals),
        Numbers.probability(ratio.p(), decimals),
        ratio.state().code(),
        ratio.isEstimated() ? ratio.method() : ratio.state().title());
  }

  private void row(
      Comparison comparison,
      int group,
      String measure,
      String method,
      String value,
      String lower,
      String upper,
      String p,
      String state,
      Text says) {
    List<String> row = new ArrayList<>();
    row.add(comparison.endpoint().name());
    row.addAll(CurvesCsv.group(comparison, group));
    row.addAll(List.of(measure, method, value, lower, upper, p, state, says.zh(), says.en()));
    csv.row(row);
  }

  private static String number(double value, int decimals) {
    return Numbers.text(value, decimals);
  }

  private static String days(OptionalDouble days) {
    return days.isEmpty() ? "" : Numbers.text(days.getAsDouble(), 4);
  }
}
