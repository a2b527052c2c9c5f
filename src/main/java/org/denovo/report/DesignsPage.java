package org.denovo.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.denovo.analysis.Adjusted;
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

  private static final Text LACKING =
      new Text(
          "缺协变量而未入模型：暴露{0}，未暴露{1}；{2}个参数",
          "not in it for want of a covariate: exposed {0}, unexposed {1}; {2} parameters");

  private static final Text NO_PLACE =
      new Text("{0}个取值未能入模型，见adjusted.csv", "{0} levels have no place in it, see adjusted.csv");

  private static final Text PROPORTIONAL =
      new Text("比例风险检验{0}", "proportional hazards of the exposure: {0}");

  private static final Set<Adjusted.Place> LEFT_OUT =
      EnumSet.of(
          Adjusted.Place.EMPTY,
          Adjusted.Place.NO_EVENT,
          Adjusted.Place.CONSTANT,
          Adjusted.Place.COLLINEAR);

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
      comparison
          .hazardRatios()
          .forEach(ratio -> rows.add(row(comparison, ratio, results.adjusted(comparison))));
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

  private static Map<String, Object> row(
      Comparison comparison, HazardRatio ratio, Optional<Adjusted> adjusted) {
    Optional<Adjusted> own = adjusted.filter(model -> model.ratio().equals(ratio));
    Optional<Adjusted> counted = adjusted.filter(model -> model.counts(ratio));
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("title", Page.text(comparison.view().title()));
    row.put("code", comparison.view().code());
    row.put("method", Page.text(ratio.method()));
    row.put("trap", comparison.view().isTrap());
    row.put("exposed", size(comparison, counted, 1));
    row.put("unexposed", size(comparison, counted, 0));
    row.put("notes", own.stream().flatMap(model -> notes(model).stream()).map(Page::text).toList());
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
      row.put("p", p(ratio.p()));
      row.put("at", number(x(ratio.ratio()), 1));
      row.put("reach", "M" + number(x(ratio.lower()), 1) + " 17H" + number(x(ratio.upper()), 1));
    }
    return row;
  }

  private static String size(Comparison comparison, Optional<Adjusted> adjusted, int group) {
    if (adjusted.isPresent()) {
      return adjusted.get().groups().isEmpty()
          ? ""
          : count(adjusted.get().groups().get(group).patients())
              + " / "
              + count(adjusted.get().groups().get(group).events());
    }
    if (comparison.isWithheld()) {
      return "";
    }
    Curve curve = comparison.curves().get(group);
    return curve.patients() + " / " + curve.events();
  }

  private static String count(long count) {
    return count < 0 ? "…" : Long.toString(count);
  }

  /**
   * Whom the model leaves out, what of it had no place, and whether its hazards are proportional.
   */
  private static List<Text> notes(Adjusted model) {
    List<Text> notes = new ArrayList<>();
    if (!model.groups().isEmpty()) {
      Adjusted.Group exposed = model.groups().get(1);
      Adjusted.Group unexposed = model.groups().get(0);
      notes.add(
          LACKING.with(
              count(exposed.incomplete()), count(unexposed.incomplete()), model.parameters()));
    }
    long left = model.terms().stream().filter(term -> LEFT_OUT.contains(term.place())).count();
    if (left > 0) {
      notes.add(NO_PLACE.with(left));
    }
    model.proportional().ifPresent(test -> notes.add(PROPORTIONAL.with(p(test.p()))));
    return notes;
  }

  private static String p(double p) {
    return p < 0.001 ? "P < 0.001" : "P = " + number(p, 3);
  }

  /** The axis is logarithmic, from a quarter to four; what lies beyond is at its end. */
  private static double x(double ratio) {
    return 130 + 65 * Math.max(-2, Math.min(2, Math.log(ratio) / Math.log(2)));
  }

  private static String number(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
