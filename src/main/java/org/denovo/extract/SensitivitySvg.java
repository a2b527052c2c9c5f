package org.denovo.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.denovo.analysis.Comparison;
import org.denovo.analysis.Curve;
import org.denovo.analysis.HazardRatio;
import org.denovo.analysis.Varied;
import org.denovo.cohort.Sensitivity;
import org.denovo.vocabulary.Text;

/**
 * A forest of a cohort's variants: design by design the base case and what another choice makes of
 * it, each with its patients, events and hazard ratio, in both languages.
 */
final class SensitivitySvg {

  private static final int WIDTH = 1040;
  private static final int MARGIN = 24;
  private static final int COUNTS = 340;
  private static final int GROUPS = 410;
  private static final int RATIO = 570;
  private static final int LEFT = 700;
  private static final int RIGHT = WIDTH - 40;
  private static final int ROW = 38;
  private static final List<Double> TICKS = List.of(0.25, 0.5, 1.0, 2.0, 4.0);

  private record Row(Varied varied, Comparison comparison, HazardRatio ratio) {}

  private final StringBuilder shapes = new StringBuilder();

  private SensitivitySvg() {}

  /** The picture. */
  static String draw(Text title, List<Varied> grid) {
    return new SensitivitySvg().document(title, grid);
  }

  /** The rows of each design, in the order of the base case's designs, all of one method. */
  private static Map<String, List<Row>> byDesign(List<Varied> grid) {
    Map<String, List<Row>> rows = new LinkedHashMap<>();
    Map<String, String> methods = new LinkedHashMap<>();
    for (Varied varied : grid) {
      for (Comparison comparison : varied.comparisons()) {
        String kind = comparison.view().kind();
        String method = methods.computeIfAbsent(kind, each -> furthest(comparison).code());
        rows.computeIfAbsent(kind, each -> new ArrayList<>())
            .add(new Row(varied, comparison, ratio(comparison, method)));
      }
    }
    return rows;
  }

  /** The estimate that takes most into account: the last there is. */
  private static HazardRatio furthest(Comparison comparison) {
    List<HazardRatio> ratios = comparison.hazardRatios();
    return ratios.stream()
        .filter(HazardRatio::isEstimated)
        .reduce((one, other) -> other)
        .orElse(ratios.get(ratios.size() - 1));
  }

  /** Of a method, or why there is nothing at all. */
  private static HazardRatio ratio(Comparison comparison, String method) {
    return comparison.hazardRatios().stream()
        .filter(ratio -> ratio.code().equals(method))
        .findFirst()
        .orElse(comparison.hazardRatios().get(0));
  }

  private String document(Text title, List<Varied> grid) {
    int y = MARGIN + 6;
    text(MARGIN, y, "title", "敏感性分析 Sensitivity");
    y += 24;
    text(MARGIN, y, "note", title.zh() + "；" + endpoint(grid).zh());
    y += 18;
    text(MARGIN, y, "note", title.en() + "; " + endpoint(grid).en());
    y += 44;
    text(COUNTS, y - 16, "note", "例数");
    text(COUNTS, y, "note", "n");
    text(GROUPS, y - 16, "note", "暴露：未暴露（人数/事件）");
    text(GROUPS, y, "note", "exposed : not (n/events)");
    text(RATIO, y, "note", "风险比 HR (95% CI)");
    y += 10;
    for (List<Row> rows : byDesign(grid).values()) {
      y = design(rows, y);
    }
    for (double tick : TICKS) {
      text(x(tick), y + 16, "tick middle", Numbers.text(tick, 2));
    }
    text(
        (LEFT + RIGHT) / 2.0,
        y + 36,
        "note middle",
        "◆ 基准 base case；超出坐标者在边缘截断 cut off at the edge");
    return head(y + 56) + shapes + "</svg>\n";
  }

  private static Text endpoint(List<Varied> grid) {
    return grid.get(0).variant().definition().endpoints().get(0).title();
  }

  private int design(List<Row> rows, int from) {
    int y = from + 22;
    Row first = rows.get(0);
    Text method = first.ratio.method();
    Text family = first.comparison.view().family();
    text(MARGIN, y, "name", family.zh() + " " + family.en());
    y += 18;
    text(MARGIN, y, "note", method.zh() + "; " + method.en());
    y += 10;
    int bottom = y + rows.size() * ROW;
    for (double tick : TICKS) {
      line(tick == 1 ? "one" : "rule", x(tick), y, x(tick), bottom);
    }
    double base = first.ratio.ratio();
    if (first.varied.variant().isBase() && Double.isFinite(base)) {
      line("base", x(base), y, x(base), bottom);
    }
    for (Row row : rows) {
      row(row, y + ROW / 2.0);
      y += ROW;
    }
    return y;
  }

  private void row(Row row, double middle) {
    boolean isBase = row.varied.variant().isBase();
    Text changed = changed(row.varied.variant());
    String style = isBase ? "bold" : "words";
    text(MARGIN + 12, middle - 2, style, line(changed.zh()));
    text(MARGIN + 12, middle + 14, "small", line(changed.en()));
    if (row.varied.members() >= 0) {
      text(COUNTS, middle + 4, "words", Long.toString(row.varied.members()));
    }
    if (!row.comparison.isWithheld()) {
      List<Curve> curves = row.comparison.curves();
      text(GROUPS, middle + 4, "words", size(curves.get(1)) + " : " + size(curves.get(0)));
    }
    if (!row.ratio.isEstimated()) {
      text(RATIO, middle - 2, "small", row.ratio.state().title().zh());
      text(RATIO, middle + 12, "small", row.ratio.state().title().en());
      return;
    }
    text(
        RATIO,
        middle + 4,
        style,
        Numbers.fixed(row.ratio.ratio(), 2)
            + " ("
            + Numbers.fixed(row.ratio.lower(), 2)
            + "–"
            + Numbers.fixed(row.ratio.upper(), 2)
            + ")");
    line("reach", x(row.ratio.lower()), middle, x(row.ratio.upper()), middle);
    mark(x(row.ratio.ratio()), middle, isBase);
  }

  private static String size(Curve curve) {
    return curve.patients() + "/" + curve.events();
  }

  private static String line(String words) {
    List<String> lines = SvgText.wrap(words, COUNTS - MARGIN - 24.0, 13);
    return lines.size() == 1 ? words : lines.get(0) + "…";
  }

  /** What is not as in the base case. */
  private static Text changed(Sensitivity.Variant variant) {
    return variant.isBase()
        ? new Text("基准", "Base case")
        : Text.joined(
            variant.changed().stream()
                .map(
                    choice ->
                        new Text("{0} {1}", "{0} {1}")
                            .with(choice.title(), chosen(variant.choices().get(choice))))
                .toList());
  }

  /** Times and yes or no in words; a rule has the name by which cohort files choose it. */
  private static Text chosen(String value) {
    if (value.matches("[0-9]+m")) {
      return new Text("{0}个月", "{0} months").with(value.substring(0, value.length() - 1));
    } else if (value.matches("[0-9]+ d")) {
      return new Text("{0}天", "{0} days").with(value.substring(0, value.length() - 2));
    }
    return switch (value) {
      case "in" -> new Text("纳入", "kept in");
      case "out" -> new Text("不纳入", "left out");
      default -> Text.same(value);
    };
  }

  /** Logarithmic, from a quarter to four. */
  private static double x(double ratio) {
    double doublings = Math.log(ratio) / Math.log(2);
    return (LEFT + RIGHT) / 2.0 + (RIGHT - LEFT) / 4.0 * Math.max(-2, Math.min(2, doublings));
  }

  private void mark(double x, double y, boolean isBase) {
    shapes.append(
        isBase
            ? String.format(
                Locale.ROOT, "  <path class=\"at\" d=\"M%.1f %.1fl7 7 -7 7 -7 -7z\"/>\n", x, y - 7)
            : String.format(
                Locale.ROOT, "  <circle class=\"at\" cx=\"%.1f\" cy=\"%.1f\" r=\"5\"/>\n", x, y));
  }

  private void text(double x, double y, String style, String words) {
    shapes.append(
        String.format(
            Locale.ROOT,
            "  <text class=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>\n",
            style,
            x,
            y,
            SvgText.escape(words)));
  }

  private void line(String style, double fromX, double fromY, double toX, double toY) {
    shapes.append(
        String.format(
            Locale.ROOT,
            "  <path class=\"%s\" d=\"M%.1f %.1fL%.1f %.1f\"/>\n",
            style,
            fromX,
            fromY,
            toX,
            toY));
  }

  private static String head(int height) {
    String head =
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" role="img" aria-labelledby="title">
          <title id="title">敏感性分析 / Sensitivity</title>
          <defs><style>
            text { font-family: "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", system-ui, sans-serif; fill: #1e293b; font-size: 13px; font-variant-numeric: tabular-nums; }
            .title { font-size: 18px; font-weight: 600; } .name { font-size: 15px; font-weight: 600; }
            .bold { font-weight: 600; } .small { font-size: 12px; fill: #475569; }
            .note, .tick { fill: #475569; } .middle { text-anchor: middle; }
            .one { stroke: #475569; stroke-width: 1.2; } .rule { stroke: #dfe5ea; stroke-width: 1; }
            .base { stroke: #0d6e74; stroke-width: 1; stroke-dasharray: 4 4; }
            .reach { stroke: #0d6e74; stroke-width: 2; } .at { fill: #0d6e74; }
          </style></defs>
          <rect width="%1$d" height="%2$d" fill="#ffffff"/>
        """;
    return String.format(Locale.ROOT, head, WIDTH, height);
  }
}
