package org.denovo.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.denovo.analysis.Comparison;
import org.denovo.analysis.Curve;
import org.denovo.analysis.HazardRatio;
import org.denovo.cohort.Landmark;
import org.denovo.statistics.Months;
import org.denovo.vocabulary.Text;

/**
 * The survival curves of a comparison as a picture in both languages: confidence bands, numbers at
 * risk below, medians and test. The groups differ in stroke as well as in colour, for print.
 */
public final class CurvesSvg {

  private static final int WIDTH = 720;
  private static final int LEFT = 64;
  private static final int RIGHT = WIDTH - 34;
  private static final int HEIGHT = 300;
  private static final int MARGIN = 24;
  private static final List<String> STYLES = List.of("unexposed", "exposed");

  private final Comparison comparison;
  private final StringBuilder shapes = new StringBuilder();
  private final double lastDay;
  private int y = MARGIN;

  private CurvesSvg(Comparison comparison) {
    this.comparison = comparison;
    this.lastDay = Math.max(comparison.until(), Months.DAYS);
  }

  /** The picture; without curves it says why. */
  public static String draw(Comparison comparison) {
    return new CurvesSvg(comparison).document();
  }

  static void write(Path file, Comparison comparison) {
    try {
      Files.writeString(file, draw(comparison));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String document() {
    heading();
    legend();
    int top = y;
    axes(top);
    for (int group = 0; group < comparison.curves().size(); group++) {
      band(comparison.curves().get(group), STYLES.get(group), top);
    }
    for (int group = 0; group < comparison.curves().size(); group++) {
      line(comparison.curves().get(group), STYLES.get(group), top);
    }
    y = top + HEIGHT + 44;
    atRisk();
    results();
    Text title = comparison.endpoint().title();
    String head =
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" role="img" aria-labelledby="title">
          <title id="title">%3$s / %4$s</title>
          <defs><style>
            text { font-family: "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", system-ui, sans-serif; fill: #1e293b; font-size: 14px; }
            .title { font-size: 18px; font-weight: 600; }
            .note { font-size: 13px; fill: #475569; }
            .tick { font-size: 13px; fill: #475569; font-variant-numeric: tabular-nums; }
            .strong { font-weight: 600; }
            .end { text-anchor: end; } .middle { text-anchor: middle; }
            .axis { stroke: #475569; stroke-width: 1.2; fill: none; }
            .rule { stroke: #dfe5ea; stroke-width: 1; fill: none; }
            path.exposed { stroke: #0d6e74; stroke-width: 2.4; fill: none; }
            path.unexposed { stroke: #8a5a00; stroke-width: 2; stroke-dasharray: 7 4; fill: none; }
            .band.exposed { fill: #0d6e74; fill-opacity: 0.14; stroke: none; }
            .band.unexposed { fill: #b7791f; fill-opacity: 0.16; stroke: none; }
            text.exposed { fill: #0d6e74; } text.unexposed { fill: #8a5a00; }
          </style></defs>
          <rect width="%1$d" height="%2$d" fill="#ffffff"/>
        """;
    return String.format(
            Locale.ROOT,
            head,
            WIDTH,
            y + MARGIN - 12,
            SvgText.escape(title.zh()),
            SvgText.escape(title.en()))
        + shapes
        + "</svg>\n";
  }

  private void heading() {
    Text title = comparison.endpoint().title();
    text(MARGIN, y + 6, "title", title.zh() + " " + title.en());
    y += 28;
    for (String words : List.of(comparison.view().says().zh(), comparison.view().says().en())) {
      for (String each : SvgText.wrap(words, WIDTH - 2 * MARGIN, 13)) {
        text(MARGIN, y, "note", each);
        y += 18;
      }
    }
    y += 6;
  }

  private void legend() {
    for (int group = 0; group < STYLES.size(); group++) {
      Text name = comparison.view().groups().get(group);
      path(STYLES.get(group), "M" + LEFT + " " + (y - 5) + "h34");
      text(LEFT + 44, y, STYLES.get(group), name.zh() + " " + name.en());
      y += 20;
    }
    y += 4;
  }

  private void axes(int top) {
    for (int percent = 0; percent <= 100; percent += 25) {
      double at = top + HEIGHT * (1 - percent / 100.0);
      path("rule", String.format(Locale.ROOT, "M%d %.1fH%d", LEFT, at, RIGHT));
      text(LEFT - 8, at + 4, "tick end", percent + "%");
    }
    path("axis", String.format(Locale.ROOT, "M%d %dV%dH%d", LEFT, top, top + HEIGHT, RIGHT));
    for (double day : comparison.grid()) {
      if (x(day) <= RIGHT) {
        path("axis", String.format(Locale.ROOT, "M%.1f %dv5", x(day), top + HEIGHT));
        text(x(day), top + HEIGHT + 19, "tick middle", months(day));
      }
    }
    boolean fromLandmark = comparison.view().design() instanceof Landmark;
    text(
        (LEFT + RIGHT) / 2.0,
        top + HEIGHT + 38,
        "note middle",
        fromLandmark ? "自界标起的月数 Months from the landmark" : "自时间零点起的月数 Months from time zero");
    if (comparison.isWithheld()) {
      text(
          (LEFT + RIGHT) / 2.0,
          top + HEIGHT / 2.0,
          "middle",
          HazardRatio.State.WITHHELD.title().zh() + " " + HazardRatio.State.WITHHELD.title().en());
    }
  }

  private double x(double day) {
    return LEFT + (RIGHT - LEFT) * day / lastDay;
  }

  private static double at(double survival, int top) {
    return top + HEIGHT * (1 - survival);
  }

  private static String months(double day) {
    return Long.toString(Math.round(Months.ofDays(day)));
  }

  private void line(Curve curve, String style, int top) {
    StringBuilder path = new StringBuilder("M" + LEFT + " " + top);
    for (Curve.Point point : drawn(curve)) {
      path.append(
          String.format(Locale.ROOT, "H%.1fV%.1f", x(point.time()), at(point.survival(), top)));
    }
    path(style, path.toString());
  }

  private List<Curve.Point> drawn(Curve curve) {
    return curve.points().stream().takeWhile(point -> point.time() <= lastDay).toList();
  }

  /** There and back again; where the band is not defined it ends. */
  private void band(Curve curve, String style, int top) {
    List<Curve.Point> points =
        drawn(curve).stream().takeWhile(point -> !Double.isNaN(point.lower())).toList();
    StringBuilder path = new StringBuilder("M" + LEFT + " " + top);
    for (Curve.Point point : points) {
      path.append(
          String.format(Locale.ROOT, "H%.1fV%.1f", x(point.time()), at(point.upper(), top)));
    }
    for (int i = points.size() - 1; i >= 0; i--) {
      boolean isFirst = i == 0;
      double before = isFirst ? LEFT : x(points.get(i - 1).time());
      double lower = isFirst ? 1 : points.get(i - 1).lower();
      path.append(String.format(Locale.ROOT, "V%.1fH%.1f", at(lower, top), before));
    }
    path("band " + style, path + "Z");
  }

  private void atRisk() {
    if (comparison.isWithheld()) {
      return;
    }
    text(MARGIN, y + 12, "strong note", "风险人数 Number at risk");
    y += 32;
    for (int group = 0; group < STYLES.size(); group++) {
      Text name = comparison.view().groups().get(group);
      text(MARGIN, y, "note " + STYLES.get(group), name.zh() + " " + name.en());
      y += 18;
      List<Long> counts = comparison.curves().get(group).atRisk();
      for (int i = 0; i < counts.size(); i++) {
        if (x(comparison.grid().get(i)) <= RIGHT) {
          String n = counts.get(i) < 0 ? Disclosure.HIDDEN : Long.toString(counts.get(i));
          text(x(comparison.grid().get(i)), y, "tick middle", n);
        }
      }
      y += 21;
    }
  }

  private void results() {
    List<String> lines = new ArrayList<>();
    for (int group = 0; group < comparison.curves().size(); group++) {
      Text name = comparison.view().groups().get(group);
      String median = median(comparison.curves().get(group));
      lines.add(name.zh() + " " + name.en() + "：中位 median " + median + " 个月 months");
    }
    comparison
        .logRank()
        .ifPresent(
            test ->
                lines.add(
                    "对数秩检验 log-rank χ² = "
                        + Numbers.fixed(test.statistic(), 2)
                        + ", "
                        + p(test.p())));
    for (HazardRatio ratio : comparison.hazardRatios()) {
      if (ratio.isEstimated()) {
        lines.add(
            "HR "
                + Numbers.fixed(ratio.ratio(), 2)
                + " (95% CI "
                + Numbers.fixed(ratio.lower(), 2)
                + "–"
                + Numbers.fixed(ratio.upper(), 2)
                + "), "
                + p(ratio.p())
                + " · "
                + ratio.method().zh()
                + " "
                + ratio.method().en());
      } else {
        lines.add("HR：" + ratio.state().title().zh() + "。 " + ratio.state().title().en() + ".");
      }
    }
    for (String line : lines) {
      for (String each : SvgText.wrap(line, WIDTH - 2 * MARGIN, 13)) {
        text(MARGIN, y, "note", each);
        y += 18;
      }
    }
  }

  private static String median(Curve curve) {
    return month(curve.median())
        + " (95% CI "
        + month(curve.medianLower())
        + "–"
        + month(curve.medianUpper())
        + ")";
  }

  private static String month(OptionalDouble days) {
    return days.isEmpty() ? "NR" : Numbers.fixed(Months.ofDays(days.getAsDouble()), 1);
  }

  /** As journals print it. */
  static String p(double p) {
    return p < 0.001 ? "P < 0.001" : "P = " + Numbers.fixed(p, 3);
  }

  private void path(String style, String d) {
    shapes.append(String.format(Locale.ROOT, "  <path class=\"%s\" d=\"%s\"/>\n", style, d));
  }

  private void text(double x, double baseline, String style, String words) {
    shapes.append(
        String.format(
            Locale.ROOT,
            "  <text class=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>\n",
            style,
            x,
            baseline,
            SvgText.escape(words)));
  }
}
