package org.denovo.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.denovo.comparison.Funnel;
import org.denovo.comparison.Measure;
import org.denovo.comparison.Standing;
import org.denovo.statistics.FunnelLimits;

/**
 * A funnel as an inline drawing that takes its colours from the page: every centre with somebody to
 * count is a point, the limits are curves about the target of all centres. Without a colour of its
 * own it follows light and dark; the code of a centre is the point's title.
 */
final class FunnelSvg {

  private static final double WIDTH = 320;
  private static final double HEIGHT = 206;
  private static final double LEFT = 38;
  private static final double RIGHT = 312;
  private static final double TOP = 10;
  private static final double BOTTOM = 176;
  private static final int STEPS = 48;
  private static final int LABELLED = 4;
  private static final double CHARACTER = 6;
  private static final double LINE = 11;
  private static final double[] NICE = {1, 2, 5, 10};
  private static final double TICKS = 5;

  private final Funnel funnel;
  private final boolean ratio;
  private final double stepIn;
  private final double most;
  private final double step;
  private final double top;

  /** The names that are drawn: from, to, base line. */
  private final List<double[]> names = new ArrayList<>();

  private final StringBuilder svg = new StringBuilder(4096);

  private FunnelSvg(Funnel funnel) {
    this.funnel = funnel;
    this.ratio = funnel.measure().method() == Measure.Method.RATIO;
    this.stepIn = Math.max(1, ceiling(funnel.largest() / TICKS));
    this.most = stepIn * Math.max(1, Math.ceil(funnel.largest() / stepIn));
    double high = top(funnel);
    this.step = ceiling(high / TICKS);
    this.top = step * Math.ceil(high / step - 1e-9);
  }

  /** The drawing; the funnel has a centre with somebody to count. */
  static String of(Funnel funnel) {
    return new FunnelSvg(funnel).draw();
  }

  /** High enough for every point and for the target with room about it. */
  private static double top(Funnel funnel) {
    double highest =
        funnel.standings().stream()
            .filter(s -> s.count().in() > 0)
            .mapToDouble(s -> s.count().share())
            .max()
            .orElse(0);
    boolean share = funnel.measure().method() == Measure.Method.SHARE;
    double wide = funnel.curve(Math.max(1, funnel.largest() / 4), 0.998).upper();
    double needed = 1.08 * Math.max(highest, Math.min(wide, share ? 1 : 4));
    return share ? Math.min(1, Math.max(0.1, needed)) : needed;
  }

  /** The next number that is good to read on an axis. */
  private static double ceiling(double number) {
    double power = Math.pow(10, Math.floor(Math.log10(number)));
    for (double nice : NICE) {
      if (nice * power >= number * 0.9999) {
        return nice * power;
      }
    }
    return 10 * power;
  }

  private String draw() {
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg class=\"funnel\" viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-label=\"%s\">",
            WIDTH,
            HEIGHT,
            escaped(funnel.measure().title().en())));
    axes();
    curve("l998", 0.998);
    curve("l95", 0.95);
    line("target", LEFT, y(funnel.expected()), RIGHT, y(funnel.expected()));
    points();
    return svg.append("</svg>").toString();
  }

  private void axes() {
    for (int i = 0; i * step <= top * 1.0001; i++) {
      double value = i * step;
      line("grid", LEFT, y(value), RIGHT, y(value));
      text(LEFT - 5, y(value) + 3.5, "end", ratio ? plain(value) : plain(100 * value) + " %");
    }
    for (int i = 0; i * stepIn <= most * 1.0001; i++) {
      text(x(i * stepIn), BOTTOM + 14, "middle", plain(i * stepIn));
    }
    // Of a ratio the denominator is what was expected, of a share it is patients.
    both(
        (LEFT + RIGHT) / 2,
        HEIGHT - 3,
        ratio ? "预期死亡数" : "患者数",
        ratio ? "deaths expected" : "patients");
  }

  private void curve(String kind, double probability) {
    List<Double> at = new ArrayList<>();
    double least = ratio ? most / STEPS : 1;
    for (int i = 0; i <= STEPS; i++) {
      // Closer together where the funnel is narrow in n and the curves are steep.
      double in = least + (most - least) * i * i / ((double) STEPS * STEPS);
      at.add(ratio ? in : Math.rint(in));
    }
    List<Double> distinct = at.stream().distinct().toList();
    path(kind, distinct, in -> limits(in, probability).upper());
    path(kind, distinct, in -> limits(in, probability).lower());
  }

  private FunnelLimits limits(double in, double probability) {
    return funnel.curve(in, probability);
  }

  private void path(String kind, List<Double> at, ToDoubleFunction<Double> value) {
    StringBuilder path = new StringBuilder();
    for (Double in : at) {
      path.append(path.isEmpty() ? 'M' : 'L')
          .append(number(x(in)))
          .append(' ')
          .append(number(y(Math.min(top, value.applyAsDouble(in)))));
    }
    svg.append("<path class=\"").append(kind).append("\" d=\"").append(path).append("\"/>");
  }

  private void points() {
    // The flagged ones last, so that nothing lies on them.
    for (int pass = 0; pass < 2; pass++) {
      for (Standing standing : funnel.standings()) {
        boolean flagged = standing.verdict().isFlagged();
        if (standing.count().in() > 0 && flagged == (pass == 1)) {
          point(standing);
        }
      }
    }
    funnel.standings().stream()
        .filter(s -> s.verdict().isFlagged())
        .limit(LABELLED)
        .forEach(this::label);
  }

  private void point(Standing standing) {
    svg.append("<circle class=\"")
        .append(kind(standing))
        .append("\" cx=\"")
        .append(number(x(standing.count().in())))
        .append("\" cy=\"")
        .append(number(y(standing.count().share())))
        .append("\" r=\"3.6\"><title>")
        .append(escaped(standing.centre() + ": " + CentresSection.counted(standing)))
        .append("</title></circle>");
  }

  private static String kind(Standing standing) {
    return switch (standing.verdict()) {
      case USUAL -> "usual";
      case BELOW_95, ABOVE_95 -> "watch";
      case LOW, HIGH, DIFFERENT -> "out";
      case NOBODY, FEW_CENTRES, TOO_SMALL -> "small";
    };
  }

  /** Beside its point, and below the names that are there already. */
  private void label(Standing standing) {
    double x = x(standing.count().in());
    boolean left = x > (LEFT + RIGHT) / 2;
    double width = CHARACTER * standing.centre().length();
    double from = left ? x - 6 - width : x + 6;
    double y = Math.max(TOP + 3.5, y(standing.count().share()) + 3.5);
    boolean moved = true;
    while (moved) {
      moved = false;
      for (double[] other : names) {
        if (from < other[1] && from + width > other[0] && Math.abs(y - other[2]) < LINE) {
          y = other[2] + LINE;
          moved = true;
        }
      }
    }
    names.add(new double[] {from, from + width, y});
    svg.append("<text class=\"name\" x=\"")
        .append(number(left ? x - 6 : x + 6))
        .append("\" y=\"")
        .append(number(y))
        .append(left ? "\" text-anchor=\"end\">" : "\">")
        .append(escaped(standing.centre()))
        .append("</text>");
  }

  private void line(String kind, double x1, double y1, double x2, double y2) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
            kind,
            x1,
            y1,
            x2,
            y2));
  }

  private void text(double x, double y, String anchor, String words) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
            x,
            y,
            anchor,
            words));
  }

  private void both(double x, double y, String zh, String en) {
    for (String[] words : new String[][] {{"zh", zh}, {"en", en}}) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%s</text>",
              words[0],
              x,
              y,
              words[1]));
    }
  }

  private double x(double in) {
    return LEFT + (RIGHT - LEFT) * in / most;
  }

  private double y(double share) {
    return BOTTOM - (BOTTOM - TOP) * share / top;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  /** At most two decimals, and none that says nothing. */
  private static String plain(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    return text.replaceAll("0+$", "").replaceAll("\\.$", "");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
