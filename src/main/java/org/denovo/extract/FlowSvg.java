package org.denovo.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.denovo.check.Decision;
import org.denovo.cohort.CohortDefinition;
import org.denovo.cohort.Selection;
import org.denovo.derive.DerivedVariables;
import org.denovo.record.Derived;
import org.denovo.record.Field;
import org.denovo.record.Fields;
import org.denovo.vocabulary.Text;

/**
 * The flow as a picture in the manner of CONSORT, in both languages: who went on stands on the
 * left, who left on the right, and who could not be judged in a dashed box of its own.
 */
final class FlowSvg {

  static final Text STARTED = new Text("登记库现有患者记录", "Patient records in the registry");
  static final Text UNDECIDED = new Text("组别未知", "Arm not known");
  private static final Text LEFT = new Text("不符合：{0}", "Not met: {0}");
  private static final Text NOT_KNOWN = new Text("无法判断", "Not known");
  private static final Text BLOCKED = new Text("有未解决的错误", "Held back by an unresolved error");
  private static final Text ELIGIBLE = new Text("符合全部标准", "Fulfil every criterion");

  private static final int WIDTH = 900;
  private static final int MARGIN = 30;
  private static final int MAIN = 380;
  private static final int SIDE_X = 480;
  private static final int SIDE = WIDTH - MARGIN - SIDE_X;
  private static final int LINE = 18;
  private static final int PADDING = 12;
  private static final int GAP = 26;

  private final CohortDefinition definition;
  private final DerivedVariables derived;
  private final StringBuilder shapes = new StringBuilder();
  private int y = MARGIN;

  private FlowSvg(CohortDefinition definition) {
    this.definition = definition;
    this.derived = DerivedVariables.of(definition.parameters());
  }

  static void write(Path file, CohortDefinition definition, FlowCounts flow) {
    try {
      Files.writeString(file, new FlowSvg(definition).draw(flow));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String draw(FlowCounts flow) {
    heading();
    int bottom = box(MARGIN, y, MAIN, STARTED, flow.started(), List.of(), "main");
    for (int i = 0; i < flow.steps().size(); i++) {
      FlowCounts.Step step = flow.steps().get(i);
      boolean last = i == flow.steps().size() - 1;
      int sideTop = bottom + GAP;
      boolean atErrors = step.name().equals(Selection.NOTHING_BLOCKED);
      int sideBottom = sideTop;
      if (!atErrors) {
        sideBottom =
            box(SIDE_X, sideTop, SIDE, LEFT.with(step.says()), step.excluded(), List.of(), "left");
        branch((sideTop + sideBottom) / 2);
      }
      if (atErrors || !step.unknown().equals("0")) {
        int dashedTop = atErrors ? sideTop : sideBottom + 8;
        Text words = atErrors ? BLOCKED : NOT_KNOWN;
        List<Text> why = atErrors ? blocking(step.missing()) : lacking(step.missing());
        sideBottom = box(SIDE_X, dashedTop, SIDE, words, step.unknown(), why, "unknown");
        branch((dashedTop + sideBottom) / 2);
      }
      int next = sideBottom + GAP;
      arrow(MARGIN + MAIN / 2, bottom, next);
      bottom =
          box(MARGIN, next, MAIN, last ? ELIGIBLE : step.says(), step.out(), List.of(), "main");
    }
    arms(flow, bottom);
    return document();
  }

  private void heading() {
    text(MARGIN, y + 8, "title", definition.title().zh());
    text(MARGIN, y + 30, "subtitle", definition.title().en());
    text(
        MARGIN,
        y + 50,
        "note",
        definition.name() + " " + definition.version() + " · " + definition.source());
    y += 70;
  }

  /** The arms side by side under the eligible, those without an arm to their right, dashed. */
  private void arms(FlowCounts flow, int from) {
    int columns = definition.arms().size() + 1;
    int width = (WIDTH - 2 * MARGIN - (columns - 1) * 16) / columns;
    int beam = from + GAP;
    int top = beam + GAP;
    int trunk = MARGIN + MAIN / 2;
    line(trunk, from, trunk, beam);
    int lowest = top;
    int x = MARGIN;
    int leftmost = trunk;
    int rightmost = trunk;
    for (int i = 0; i < columns; i++) {
      boolean isArm = i < definition.arms().size();
      Text title = isArm ? definition.arms().get(i).title() : UNDECIDED;
      String n = isArm ? flow.arms().get(definition.arms().get(i).name()) : flow.undecided();
      List<Text> missing = isArm ? List.of() : lacking(flow.undecidedMissing());
      if (isArm || !n.equals("0")) {
        int middle = x + width / 2;
        leftmost = Math.min(leftmost, middle);
        rightmost = Math.max(rightmost, middle);
        arrow(middle, beam, top);
        lowest = Math.max(lowest, box(x, top, width, title, n, missing, isArm ? "arm" : "unknown"));
      }
      x += width + 16;
    }
    line(leftmost, beam, rightmost, beam);
    y = lowest + MARGIN;
  }

  /** Draws a box with its words on the left and its number on the right, and tells its bottom. */
  private int box(int x, int top, int width, Text words, String n, List<Text> why, String style) {
    int room = width - 2 * PADDING - numberRoom(n);
    List<String> zh = SvgText.wrap(words.zh(), room, 14);
    List<String> en = SvgText.wrap(words.en(), room, 13);
    List<String> reason =
        why.stream()
            .flatMap(each -> Stream.of(each.zh(), each.en()))
            .flatMap(each -> SvgText.wrap(each, width - 2 * PADDING, 12).stream())
            .toList();
    int height = (zh.size() + en.size() + reason.size()) * LINE + 2 * PADDING - 4;
    shapes.append(
        String.format(
            Locale.ROOT,
            "  <rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"4\"/>\n",
            style,
            x,
            top,
            width,
            height));
    int line = top + PADDING + 11;
    text(x + width - PADDING, line, "number", n);
    for (String each : zh) {
      text(x + PADDING, line, "zh", each);
      line += LINE;
    }
    for (String each : en) {
      text(x + PADDING, line, "en", each);
      line += LINE;
    }
    for (String each : reason) {
      text(x + PADDING, line, "note", each);
      line += LINE;
    }
    return top + height;
  }

  private List<Text> lacking(String missing) {
    return reason(new Text("缺：{0}", "Lacking: {0}"), missing, this::variable);
  }

  private List<Text> blocking(String decisions) {
    return reason(
        new Text("涉及：{0}", "It concerns: {0}"),
        decisions,
        code -> new Text(code + " {0}", code + " {0}").with(Decision.valueOf(code).title()));
  }

  /** Nothing, or one text of all {@code name=count}; the names alone where counts are hidden. */
  private static List<Text> reason(Text form, String counts, Function<String, Text> title) {
    if (counts.isEmpty()) {
      return List.of();
    }
    List<Text> parts =
        Arrays.stream(counts.split(";"))
            .map(part -> part.split("=", 2))
            .map(
                part ->
                    part.length == 1
                        ? title.apply(part[0])
                        : new Text("{0} {1}", "{0} {1}").with(title.apply(part[0]), part[1]))
            .toList();
    return List.of(form.with(Text.joined(parts)));
  }

  private Text variable(String name) {
    Optional<Text> field = Fields.named(name).map(Field::title);
    return field.or(() -> derived.named(name).map(Derived::title)).orElse(Text.same(name));
  }

  private static int numberRoom(String n) {
    return 16 + 10 * n.length();
  }

  /** From the trunk to a box on the right; the trunk itself is the arrow to the next box. */
  private void branch(int at) {
    shapes.append(
        String.format(
            Locale.ROOT,
            "  <path class=\"arrow\" d=\"M%d %dH%d\"/>\n",
            MARGIN + MAIN / 2,
            at,
            SIDE_X - 1));
  }

  private void arrow(int x, int from, int to) {
    shapes.append(
        String.format(Locale.ROOT, "  <path class=\"arrow\" d=\"M%d %dV%d\"/>\n", x, from, to - 1));
  }

  private void line(int fromX, int fromY, int toX, int toY) {
    shapes.append(
        String.format(
            Locale.ROOT, "  <path class=\"line\" d=\"M%d %dL%d %d\"/>\n", fromX, fromY, toX, toY));
  }

  private void text(int x, int baseline, String style, String words) {
    shapes.append(
        String.format(
            Locale.ROOT,
            "  <text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>\n",
            style,
            x,
            baseline,
            SvgText.escape(words)));
  }

  private String document() {
    String head =
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" role="img" aria-labelledby="title">
          <title id="title">%3$s / %4$s</title>
          <defs>
            <marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" fill="#475569"/></marker>
            <style>
              text { font-family: "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", system-ui, sans-serif; fill: #1e293b; }
              .title { font-size: 18px; font-weight: 600; }
              .subtitle { font-size: 15px; fill: #334155; }
              .zh { font-size: 14px; }
              .en { font-size: 13px; fill: #334155; }
              .note { font-size: 12px; fill: #475569; }
              .number { font-size: 15px; font-weight: 600; text-anchor: end; font-variant-numeric: tabular-nums; }
              rect { stroke: #475569; stroke-width: 1.2; fill: #ffffff; }
              .main { fill: #eef4fb; stroke: #2f5d8c; }
              .arm { fill: #e8f5ee; stroke: #2f7d55; stroke-width: 1.6; }
              .unknown { fill: #fff8e6; stroke: #b7791f; stroke-dasharray: 5 3; }
              .line, .arrow { fill: none; stroke: #475569; stroke-width: 1.2; }
              .arrow { marker-end: url(#head); }
            </style>
          </defs>
          <rect width="%1$d" height="%2$d" style="fill:#ffffff;stroke:none"/>
        """;
    return String.format(
            Locale.ROOT,
            head,
            WIDTH,
            y,
            SvgText.escape(definition.title().zh()),
            SvgText.escape(definition.title().en()))
        + shapes
        + "</svg>\n";
  }
}
