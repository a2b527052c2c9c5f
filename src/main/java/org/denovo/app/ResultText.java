package org.denovo.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.denovo.batch.NightResult;
import org.denovo.vocabulary.Text;

/** What a run's end looks like on the terminal: one screen. */
final class ResultText {

  private static final int SHOWN = 8;

  private final Terminal terminal;
  private final boolean json;

  ResultText(Terminal terminal, boolean json) {
    this.terminal = terminal;
    this.json = json;
  }

  void print(NightResult result) {
    if (json) {
      terminal.data(result.summary().json());
      return;
    }
    lines(result).forEach(line -> terminal.data(line.in(terminal.lang())));
  }

  private static List<Text> lines(NightResult result) {
    List<Text> lines = new ArrayList<>();
    lines.add(result.says());
    lines.add(
        new Text(
                "工作簿    读取 {0}，未变 {1}，隔离 {2}",
                "Workbooks   {0} read, {1} unchanged, {2} quarantined")
            .with(result.read(), result.unchanged(), result.quarantined().size()));
    result.quarantined().stream()
        .limit(SHOWN)
        .forEach(q -> lines.add(new Text("  {0}：{1}", "  {0}: {1}").with(q.file(), q.says())));
    if (result.quarantined().size() > SHOWN) {
      lines.add(new Text("  另有 {0} 个", "  and {0} more").with(result.quarantined().size() - SHOWN));
    }
    result.notes().stream()
        .limit(SHOWN)
        .forEach(note -> lines.add(new Text("  {0}", "  {0}").with(note)));
    if (!result.waiting().isEmpty()) {
      lines.add(
          new Text("  {0} 个文件仍在变化，下次再读", "  {0} files are still changing, to be read next time")
              .with(result.waiting().size()));
    }
    lines.add(new Text("患者      {0}", "Patients    {0}").with(result.patients()));
    long merged = result.persons().merged();
    long open = result.persons().open();
    if (merged + open > 0) {
      lines.add(
          new Text(
                  "          合并 {0} 条同一人的记录，待核对 {1} 对",
                  "            {2} merged, {3} to be reviewed")
              .with(
                  merged,
                  open,
                  merged == 1 ? "1 record" : merged + " records",
                  open == 1 ? "1 pair" : open + " pairs"));
    }
    Map<String, Long> f = result.findings();
    lines.add(
        new Text("问题      错误 {0}，警告 {1}，提示 {2}", "Findings    {0} errors, {1} warnings, {2} notes")
            .with(
                f.getOrDefault("error", 0L),
                f.getOrDefault("warning", 0L),
                f.getOrDefault("info", 0L)));
    lines.add(
        new Text(
                "          新增 {0}，重开 {1}，持续 {2}，已解决 {3}",
                "            {0} new, {1} reopened, {2} persisting, {3} resolved")
            .with(
                result.changes().appeared(),
                result.changes().reopened(),
                result.changes().persisting(),
                result.changes().resolved()));
    NightResult.Settlement settled = result.settled();
    if (settled.confirmed() + settled.waived() + settled.overdue() > 0) {
      lines.add(
          new Text(
                  "          已确认 {0}，已豁免 {1}，逾期未答 {2}",
                  "            {0} confirmed, {1} waived, {2} overdue")
              .with(settled.confirmed(), settled.waived(), settled.overdue()));
    }
    Map<String, Long> since = result.sinceLast();
    if (result.read() > 0 && since.values().stream().anyMatch(n -> n > 0)) {
      lines.add(
          new Text(
                  "自上次提交  新患者 {0}，消失 {1}；值更改 {2}，丢失 {3}",
                  "Resent      patients {0} new, {1} gone; values {2} changed, {3} lost")
              .with(
                  since.getOrDefault("patients_appeared", 0L),
                  since.getOrDefault("patients_vanished", 0L),
                  since.getOrDefault("values_changed", 0L),
                  since.getOrDefault("values_lost", 0L)));
    }
    result.warnings().forEach(w -> lines.add(new Text("          {0}", "            {0}").with(w)));
    for (NightResult.CohortSize cohort : result.cohorts()) {
      Text arms = Text.joined(cohort.says());
      lines.add(
          new Text(
                  "队列      {0}：{1}（未定 {2}，被错误阻断 {3}）",
                  "Cohort      {0}: {1} (undecided {2}, held back by errors {3})")
              .with(cohort.name(), arms, cohort.undecided(), cohort.blocked()));
    }
    result
        .folder()
        .ifPresent(
            folder -> {
              lines.add(
                  new Text("报告      {0}", "Report      {0}")
                      .with(folder.resolve("quality").resolve("report.html")));
              lines.add(new Text("队列文件  {0}", "Cohorts     {0}").with(folder.resolve("cohorts")));
            });
    return lines;
  }
}
