package org.denovo.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.denovo.analysis.Balance;
import org.denovo.analysis.Weighting;
import org.denovo.record.Variable;
import org.denovo.vocabulary.Text;

/**
 * Love's plot: how far the groups lie apart in each variable before and after weighting, a variable
 * of several levels by its farthest. In both languages, the farthest at the top.
 */
public final class LoveSvg {

  private static final int WIDTH = 720;
  private static final int MARGIN = 24;
  private static final int LEFT = 310;
  private static final int RIGHT = WIDTH - 40;
  private static final int ROW = 26;
  private static final double BALANCED = 0.1;

  private record Row(Text title, double before, OptionalDouble after) {}

  private final StringBuilder shapes = new StringBuilder();
  private final double most;

  private LoveSvg(double most) {
    this.most = most;
  }

  static void write(Path file, Weighting weighting) {
    try {
      Files.writeString(file, draw(weighting));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The picture. */
  public static String draw(Weighting weighting) {
    List<Row> rows = rows(weighting);
    double farthest =
        rows.stream().mapToDouble(row -> Math.max(row.before, row.after.orElse(0))).max().orElse(0);
    return new LoveSvg(Math.max(0.3, Math.ceil(farthest * 10) / 10)).document(weighting, rows);
  }

  private static List<Row> rows(Weighting weighting) {
    Map<Variable<?>, Text> variables = new LinkedHashMap<>();
    weighting.balances().forEach(each -> variables.put(each.variable(), each.variable().title()));
    return variables.entrySet().stream()
        .map(
            entry ->
                new Row(
                    entry.getValue(),
                    farthest(weighting, entry.getKey(), Balance::before).orElse(0),
                    weighting.isEstimated()
                        ? farthest(weighting, entry.getKey(), Balance::after)
                        : OptionalDouble.empty()))
        .sorted(Comparator.comparingDouble(row -> -row.before))
        .toList();
  }

  private static OptionalDouble farthest(
      Weighting weighting, Variable<?> variable, Function<Balance, OptionalDouble> difference) {
    return weighting.balances().stream()
        .filter(each -> each.variable() == variable)
        .map(difference)
        .filter(OptionalDouble::isPresent)
        .mapToDouble(value -> Math.abs(value.getAsDouble()))
        .max();
  }

  private String document(Weighting weighting, List<Row> rows) {
    int y = MARGIN + 6;
    text(MARGIN, y, "title", "协变量平衡 Covariate balance");
    y += 24;
    Text says = weighting.comparison().view().says();
    for (String words : List.of(says.zh(), says.en())) {
      for (String line : SvgText.wrap(words, WIDTH - 2 * MARGIN, 13)) {
        text(MARGIN, y, "note", line);
        y += 18;
      }
    }
    y += 8;
    circle(LEFT + 6, y - 5, "before");
    text(LEFT + 18, y, "note", "加权前 before");
    circle(LEFT + 146, y - 5, "after");
    text(LEFT + 158, y, "note", "加权后 after weighting");
    if (!weighting.isEstimated()) {
      y += 20;
      text(LEFT, y, "note", "倾向评分无法估计 The propensity score has no estimate");
    }
    y += 16;
    int top = y;
    int bottom = top + rows.size() * ROW;
    for (int tenth = 0; tenth <= Math.round(most * 10); tenth++) {
      double at = x(tenth / 10.0);
      line(tenth == 1 ? "limit" : tenth == 0 ? "axis" : "rule", at, top, at, bottom);
      text(at, bottom + 18, "tick middle", Numbers.text(tenth / 10.0, 1));
    }
    for (Row row : rows) {
      double middle = y + ROW / 2.0;
      name(row.title, middle);
      if (row.after.isPresent()) {
        line("move", x(row.before), middle, x(row.after.getAsDouble()), middle);
      }
      circle(x(row.before), middle, "before");
      row.after.ifPresent(after -> circle(x(after), middle, "after"));
      y += ROW;
    }
    text((LEFT + RIGHT) / 2.0, bottom + 38, "note middle", "标准化差绝对值；虚线 0.1 以内视为平衡");
    text(
        (LEFT + RIGHT) / 2.0,
        bottom + 56,
        "note middle",
        "Absolute standardised difference; balanced below " + BALANCED + " (dashed)");
    return head(bottom + 76) + shapes + "</svg>\n";
  }

  /** Both languages on one line if they fit, else below each other. */
  private void name(Text title, double middle) {
    String both = title.zh() + " " + title.en();
    if (SvgText.wrap(both, LEFT - MARGIN - 12, 13).size() == 1) {
      text(LEFT - 12, middle + 4, "name end", both);
    } else {
      text(LEFT - 12, middle - 2, "two end", title.zh());
      text(LEFT - 12, middle + 10, "two end", title.en());
    }
  }

  private double x(double difference) {
    return LEFT + (RIGHT - LEFT) * difference / most;
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

  private void circle(double x, double y, String style) {
    shapes.append(
        String.format(
            Locale.ROOT,
            "  <circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"5\"/>\n",
            style,
            x,
            y));
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
          <title id="title">协变量平衡 / Covariate balance</title>
          <defs><style>
            text { font-family: "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", system-ui, sans-serif; fill: #1e293b; font-size: 14px; }
            .title { font-size: 18px; font-weight: 600; }
            .note, .name { font-size: 13px; } .two { font-size: 11.5px; } .note { fill: #475569; }
            .tick { font-size: 13px; fill: #475569; font-variant-numeric: tabular-nums; }
            .end { text-anchor: end; } .middle { text-anchor: middle; }
            .axis { stroke: #475569; stroke-width: 1.2; }
            .rule { stroke: #dfe5ea; stroke-width: 1; }
            .limit { stroke: #b3261e; stroke-width: 1.2; stroke-dasharray: 5 3; }
            .move { stroke: #9aa8b5; stroke-width: 1.4; }
            .before { fill: #ffffff; stroke: #8a5a00; stroke-width: 2; }
            .after { fill: #0d6e74; stroke: #0d6e74; stroke-width: 2; }
          </style></defs>
          <rect width="%1$d" height="%2$d" fill="#ffffff"/>
        """;
    return String.format(Locale.ROOT, head, WIDTH, height);
  }
}
