package org.denovo.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.denovo.analysis.Comparison;
import org.denovo.analysis.Curve;
import org.denovo.analysis.HazardRatio;
import org.denovo.analysis.ImmortalTime;
import org.denovo.analysis.Results;
import org.denovo.analysis.Weighting;
import org.denovo.cohort.CohortDefinition;
import org.denovo.cohort.Endpoint;
import org.denovo.vocabulary.Text;

/**
 * Writes a cohort's designs side by side: the same exposure seen by each of them, ever against
 * never exposed as the trap that it is.
 */
public final class DesignsPage {

  private static final Text IMMORTAL =
      new Text(
          "“曾行{3}对从未行{3}”把 {0} 人年{3}之前的时间算作之后：占其暴露组时间的 {1}%、全部随访的 {2}%。"
              + "这段时间内患者必须存活，因此不予计算其风险比。",
          "Ever against never {3} counts {0} person-years before it as if after it: {1}% of the"
              + " time of its exposed group, {2}% of all follow-up. Nobody can die in that time and"
              + " still come to it, so no hazard ratio is given.");

  private DesignsPage() {}

  /**
   * Writes the page.
   *
   * @param curves a comparison's, SVG
   * @param balance of a weighting, SVG
   * @param sensitivity of the cohort's grid, SVG
   */
  public static void write(
      Path file,
      CohortDefinition definition,
      Results results,
      Function<Comparison, String> curves,
      Function<Weighting, String> balance,
      Optional<String> sensitivity) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("title", Page.text(definition.title()));
    view.put("name", definition.name() + " " + definition.version());
    view.put(
        "endpoints",
        definition.endpoints().stream()
            .map(endpoint -> endpoint(endpoint, definition, results, curves))
            .toList());
    view.put(
        "balances",
        results.weightings().stream()
            .map(
                weighting ->
                    Map.of(
                        "title", Page.text(weighting.comparison().view().title()),
                        "picture", Page.picture(balance.apply(weighting))))
            .toList());
    view.put(
        "sensitivity",
        sensitivity.stream()
            .map(
                svg ->
                    Map.of(
                        "says",
                        Page.text(definition.sensitivity().orElseThrow().vary().title()),
                        "picture",
                        Page.picture(svg)))
            .toList());
    Page.write(file, "designs.html", view);
  }

  private static Map<String, Object> endpoint(
      Endpoint endpoint,
      CohortDefinition definition,
      Results results,
      Function<Comparison, String> drawing) {
    List<Map<String, Object>> rows = new ArrayList<>();
    List<Map<String, Object>> curves = new ArrayList<>();
    for (Comparison comparison : results.of(endpoint)) {
      comparison.hazardRatios().forEach(ratio -> rows.add(row(comparison, ratio)));
      curves.add(
          Map.of(
              "title", Page.text(comparison.view().title()),
              "trap", comparison.view().isTrap(),
              "picture", Page.picture(drawing.apply(comparison))));
    }
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", endpoint.name().toLowerCase(Locale.ROOT));
    view.put("title", Page.text(endpoint.title()));
    view.put("immortal", immortal(results.immortal().get(endpoint), definition.exposure().title()));
    view.put("rows", rows);
    view.put("curves", curves);
    return view;
  }

  private static List<Map<String, String>> immortal(ImmortalTime time, Text exposure) {
    return time == null
        ? List.of()
        : List.of(
            Page.text(
                IMMORTAL.with(
                    number(time.before() / 365.25, 1),
                    number(100 * time.shareOfExposed(), 1),
                    number(100 * time.before() / time.all(), 1),
                    exposure)));
  }

  private static Map<String, Object> row(Comparison comparison, HazardRatio ratio) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("title", Page.text(comparison.view().title()));
    row.put("code", comparison.view().code());
    row.put("method", Page.text(ratio.method()));
    row.put("trap", comparison.view().isTrap());
    row.put("exposed", comparison.isWithheld() ? "" : size(comparison.curves().get(1)));
    row.put("unexposed", comparison.isWithheld() ? "" : size(comparison.curves().get(0)));
    row.put("estimated", ratio.isEstimated());
    row.put("why", Page.text(ratio.state().title()));
    if (ratio.isEstimated()) {
      row.put(
          "ratio",
          number(ratio.ratio(), 2)
              + " ("
              + number(ratio.lower(), 2)
              + "–"
              + number(ratio.upper(), 2)
              + ")");
      row.put("p", ratio.p() < 0.001 ? "P < 0.001" : "P = " + number(ratio.p(), 3));
      row.put("at", number(x(ratio.ratio()), 1));
      row.put("reach", "M" + number(x(ratio.lower()), 1) + " 17H" + number(x(ratio.upper()), 1));
    }
    return row;
  }

  private static String size(Curve curve) {
    return curve.patients() + " / " + curve.events();
  }

  /** The axis is logarithmic, from a quarter to four; what lies beyond is at its end. */
  private static double x(double ratio) {
    return 130 + 65 * Math.max(-2, Math.min(2, Math.log(ratio) / Math.log(2)));
  }

  private static String number(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
