package org.denovo.app;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.denovo.batch.Preview;
import org.denovo.check.Finding;
import org.denovo.difference.PatientChange;
import org.denovo.source.Place;
import org.denovo.vocabulary.Text;

/** A preview as lines that a person reads, tab-separated below each centre. */
final class PreviewText {

  /** Changes of a field, and findings of a rule, that are shown; {@code --json} has more. */
  private static final int TRANSITIONS = 5;

  private static final int FINDINGS = 3;

  /** Patients that are shown of those who would move in one way. */
  private static final int MOVED = 5;

  private final Terminal terminal;

  PreviewText(Terminal terminal) {
    this.terminal = terminal;
  }

  void print(Preview preview) {
    terminal.line(
        new Text(
                "与最近发布的运行{0}相比；没有写入任何内容",
                "compared with {0}, the run that was published last; nothing was written")
            .with(preview.runId()));
    if (!preview.totals().isEmpty()) {
      terminal.data("");
      terminal.line(new Text("问题总计", "Findings in all"));
    }
    preview.totals().forEach(t -> terminal.row(t.rule(), "", appearing(t.appear(), t.vanish())));
    if (!preview.cohorts().isEmpty()) {
      terminal.data("");
      terminal.line(new Text("队列", "Cohorts"));
      preview.cohorts().forEach(this::cohort);
    }
    preview.centres().stream().filter(PreviewText::isShown).forEach(this::centre);
    long silent = preview.centres().stream().filter(changes -> !isShown(changes)).count();
    if (!preview.across().isEmpty()) {
      terminal.data("");
      terminal.line(new Text("跨患者规则", "Rules across patients"));
      preview.across().forEach(this::rule);
    }
    terminal.data("");
    terminal.line(new Text("另有{0}家中心没有变化", "{0} centres without any change").with(silent));
  }

  private void cohort(Preview.CohortChange change) {
    List<String> parts = new ArrayList<>();
    change
        .now()
        .arms()
        .forEach(
            (arm, now) ->
                parts.add(
                    change.now().titles().get(arm).in(terminal.lang())
                        + " "
                        + change
                            .before()
                            .map(b -> b.arms().getOrDefault(arm, 0L) + " → ")
                            .orElse("")
                        + now));
    parts.add(
        new Text("未定 {0}", "undecided {0}")
            .with(
                change.before().map(b -> b.undecided() + " → ").orElse("")
                    + change.now().undecided())
            .in(terminal.lang()));
    terminal.row(change.cohort(), "", String.join(", ", parts));
    change.counts().forEach((kind, count) -> moved(change, kind, count));
  }

  private void moved(Preview.CohortChange change, PatientChange.Kind kind, long count) {
    terminal.line(new Text("  {0}：{1}", "  {0}: {1}").with(kind.title(), count));
    change.moved().stream()
        .filter(moved -> moved.kind() == kind)
        .limit(MOVED)
        .forEach(
            moved ->
                terminal.row(
                    "",
                    moved.pid(),
                    (moved.before().isEmpty() ? "—" : moved.before())
                        + " → "
                        + (moved.now().isEmpty() ? "—" : moved.now())));
  }

  private static boolean isShown(Preview.CentreChanges changes) {
    return !changes.isEmpty()
        || switch (changes.state()) {
          case READ, JUDGED -> false;
          case MISSING, UNCLAIMED, REFUSED -> true;
        };
  }

  private void centre(Preview.CentreChanges changes) {
    terminal.data("");
    terminal.line(
        new Text("{0}  {1}：{2}", "{0}  {1}: {2}")
            .with(changes.centre(), changes.workbook(), state(changes)));
    if (changes.appear() + changes.vanish() > 0) {
      terminal.line(
          new Text("  患者：新增{0}，消失{1}", "  patients: {0} appear, {1} vanish")
              .with(changes.appear(), changes.vanish()));
    }
    changes.fields().forEach(this::field);
    changes.rules().forEach(this::rule);
  }

  private static Text state(Preview.CentreChanges changes) {
    return switch (changes.state()) {
      case READ -> new Text("重读{0}名患者", "{0} patients read again").with(changes.patients());
      case JUDGED -> new Text("核查{0}名已存患者", "{0} stored patients judged").with(changes.patients());
      case MISSING ->
          new Text(
                  "工作簿已不在收件箱，只核查{0}名已存患者",
                  "the workbook is no longer in the inbox; only the {0} stored patients were"
                      + " judged")
              .with(changes.patients());
      case UNCLAIMED ->
          new Text(
              "该中心的映射不再认领此工作簿，已发布的数据保留",
              "the centre's mapping no longer claims it; what was published stays");
      case REFUSED ->
          new Text("会被隔离，已发布的数据保留：{0}", "it would be quarantined, what was published stays: {0}")
              .with(changes.why().orElseThrow());
    };
  }

  private void field(Preview.FieldChange change) {
    terminal.row(
        change.field().name(),
        change.field().title().in(terminal.lang()),
        new Text(
                "改变{0}，新读出{1}，不再读出{2}，缺失原因改变{3}",
                "{0} changed, {1} newly read, {2} no longer read, {3} missing for another reason")
            .with(change.changed(), change.gained(), change.lost(), change.reasons())
            .in(terminal.lang()));
    for (Preview.Transition one : change.transitions().stream().limit(TRANSITIONS).toList()) {
      terminal.row(
          "",
          Long.toString(one.count()),
          one.before().isEmpty()
              ? new Text("（标识符，不显示）", "(identifier, not shown)").in(terminal.lang())
              : one.before() + " → " + one.now(),
          one.cells().stream().map(Place::toString).collect(Collectors.joining(", ")));
    }
    more(change.transitions().size() - TRANSITIONS);
  }

  private void more(int rest) {
    if (rest > 0) {
      terminal.row("", "", new Text("另有{0}种", "{0} more").with(rest).in(terminal.lang()));
    }
  }

  private void rule(Preview.RuleChange change) {
    terminal.row(change.rule(), "", appearing(change.appear(), change.vanish()));
    findings("+", change.appearing());
    findings("-", change.vanishing());
  }

  private String appearing(long appear, long vanish) {
    return new Text("新增{0}，消失{1}", "{0} appear, {1} vanish")
        .with(appear, vanish)
        .in(terminal.lang());
  }

  private void findings(String sign, List<Finding> findings) {
    for (Finding finding : findings.stream().limit(FINDINGS).toList()) {
      terminal.row(
          "",
          sign,
          finding.says().in(terminal.lang()),
          finding.cells().stream()
              .map(cell -> cell.place().toString())
              .collect(Collectors.joining(", ")));
    }
  }
}
