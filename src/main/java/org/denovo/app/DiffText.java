package org.denovo.app;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.denovo.change.Comparability;
import org.denovo.check.Standing;
import org.denovo.difference.Cause;
import org.denovo.difference.CohortDifference;
import org.denovo.difference.PatientChange;
import org.denovo.difference.RunDifference;
import org.denovo.vocabulary.Text;

/** What differs between two runs, counts first, in lines of at most 100 columns. */
final class DiffText {

  /** Patients of a kind that are shown; {@code --csv} and {@code --json} have all. */
  private static final int PATIENTS = 20;

  private static final int COLUMNS = 6;

  private final Terminal terminal;

  DiffText(Terminal terminal) {
    this.terminal = terminal;
  }

  void print(String before, String now, RunDifference difference, List<String> cohorts) {
    print(0, new Text("{0} → {1}", "{0} → {1}").with(before, now));
    editions(difference.comparability());
    difference.came().forEach(c -> print(0, new Text("新队列：{0}", "new cohort: {0}").with(c)));
    difference.went().forEach(c -> print(0, new Text("队列已去除：{0}", "cohort gone: {0}").with(c)));
    for (String cohort : cohorts) {
      terminal.data("");
      cohort(difference.of(cohort));
    }
  }

  private void editions(Comparability comparability) {
    if (comparability.changes().isEmpty()) {
      print(
          0,
          new Text(
              "程序、映射、词表、定义相同；不同之处来自单元格，以及对问题和记录对的判定",
              "same program, mappings, words and definitions: what differs comes from cells, and"
                  + " from what was decided of findings and pairs"));
    } else {
      print(0, new Text("生成方式不同：{0}", "made otherwise: {0}").with(made(comparability.changes())));
    }
  }

  private static Text made(List<Comparability.Made> changes) {
    List<Text> parts =
        changes.stream()
            .map(
                made ->
                    new Text("{0} {1}", "{0} {1}").with(made.either().kind().title(), made.says()))
            .toList();
    return new Text(
        parts.stream().map(Text::zh).collect(Collectors.joining("；")),
        parts.stream().map(Text::en).collect(Collectors.joining("; ")));
  }

  private void cohort(CohortDifference cohort) {
    print(0, Text.same(cohort.cohort()));
    TreeSet<String> arms = new TreeSet<>(cohort.armsBefore().keySet());
    arms.addAll(cohort.armsNow().keySet());
    for (String arm : arms) {
      print(
          2,
          Text.same("{0} {1} → {2}")
              .with(
                  arm,
                  cohort.armsBefore().getOrDefault(arm, 0L),
                  cohort.armsNow().getOrDefault(arm, 0L)));
    }
    for (PatientChange.Kind kind : PatientChange.Kind.values()) {
      long count = cohort.counts().getOrDefault(kind, 0L);
      if (count > 0) {
        print(2, new Text("{0}：{1}", "{0}: {1}").with(kind.title(), count));
      }
    }
    print(2, new Text("未变：{0}", "unchanged members: {0}").with(cohort.same()));
    Map<PatientChange.Kind, Integer> shown = new EnumMap<>(PatientChange.Kind.class);
    cohort.each(
        change -> {
          if (shown.merge(change.kind(), 1, Integer::sum) <= PATIENTS) {
            patient(change);
          }
        });
    int hidden = shown.values().stream().mapToInt(n -> Math.max(0, n - PATIENTS)).sum();
    if (hidden > 0) {
      print(
          2,
          new Text("另有{0}名患者未列出；--csv列出全部", "{0} more patients; --csv has all of them")
              .with(hidden));
    }
  }

  private void patient(PatientChange change) {
    print(2, new Text("{0} {1}", "{0} {1}").with(change.pid(), change.kind().title()));
    if (change.columns().isEmpty() || change.kind() == PatientChange.Kind.ARM) {
      print(
          6,
          Text.same("{0} → {1}")
              .with(
                  change.before().isEmpty() ? "—" : change.before(),
                  change.now().isEmpty() ? "—" : change.now()));
    }
    for (PatientChange.Column column : change.columns().stream().limit(COLUMNS).toList()) {
      print(
          6,
          Text.same("{0}: {1} → {2}")
              .with(column.name(), shown(column.before()), shown(column.now())));
    }
    if (change.columns().size() > COLUMNS) {
      print(6, new Text("另有{0}列", "and {0} more columns").with(change.columns().size() - COLUMNS));
    }
    change.causes().forEach(cause -> print(6, says(cause)));
  }

  private static String shown(String value) {
    return value.isEmpty() ? "—" : value;
  }

  /** A cause in a sentence. */
  static Text says(Cause cause) {
    if (cause instanceof Cause.Written written) {
      return new Text("单元格改变：{0} {1}", "cell changed: {0} {1}")
          .with(written.field(), cells(written.before(), written.now()));
    }
    if (cause instanceof Cause.Read read) {
      Text cells = cells(read.before(), read.now());
      return read.by().isEmpty()
          ? new Text("读法改变：{0} {1}", "read otherwise: {0} {1}").with(read.field(), cells)
          : new Text("读法改变：{0} {1}，因{2}", "read otherwise: {0} {1}, because of {2}")
              .with(read.field(), cells, made(read.by()));
    }
    if (cause instanceof Cause.Row row) {
      return row.came()
          ? new Text("{0}中新出现的患者", "a new patient in {0}").with(row.workbook())
          : new Text("患者已不在登记库；此前在{0}", "no longer in the registry; was in {0}")
              .with(row.workbook());
    }
    if (cause instanceof Cause.Blocked blocked) {
      return blocked(blocked);
    }
    if (cause instanceof Cause.Person person) {
      return person(person);
    }
    Cause.Made made = (Cause.Made) cause;
    return made.by().isEmpty()
        ? new Text("原因不在所存文件中", "the runs' files do not tell why")
        : new Text("非单元格所致，因{0}", "by no cell, because of {0}").with(made(made.by()));
  }

  private static Text blocked(Cause.Blocked blocked) {
    Text sentence =
        blocked.blocks()
            ? new Text(
                "问题{0}（{1}）使{2}未能判定：此前{3}，现在{4}",
                "finding {0} ({1}) leaves {2} open: was {3}, is {4}")
            : new Text(
                "问题{0}（{1}）不再妨碍{2}：此前{3}，现在{4}",
                "finding {0} ({1}) no longer leaves {2} open: was {3}, is {4}");
    return sentence.with(
        blocked.finding(),
        blocked.rule(),
        String.join(", ", blocked.decisions()),
        state(blocked.before()),
        state(blocked.now()));
  }

  private static Text state(String code) {
    return switch (code) {
      case "" -> new Text("不详", "in no file");
      case Cause.Blocked.NOWHERE -> new Text("没有", "not there");
      default -> Standing.of(code).title();
    };
  }

  private static Text person(Cause.Person person) {
    Text sentence =
        switch (person.bond()) {
          case JOINED ->
              new Text("与中心{0}的记录{1}并为一人{2}", "one person with record {1} of centre {0}{2}");
          case PARTED ->
              new Text(
                  "与中心{0}的记录{1}不再视为一人{2}", "no longer one person with record {1} of centre {0}{2}");
          case LEADS ->
              new Text(
                  "同一人的记录现以中心{0}的{1}为主{2}",
                  "record {1} of centre {0} now leads those of the person{2}");
        };
    Text decided =
        person
            .decided()
            .map(d -> new Text("（{0}，{1}：{2}）", " ({0}, {1}: {2})").with(d.by(), d.day(), d.why()))
            .orElse(Text.same(""));
    return sentence.with(person.centre(), person.pid(), decided);
  }

  private static Text cells(Cause.Cell before, Cause.Cell now) {
    return Text.same("{0} → {1}").with(cell(before), cell(now));
  }

  private static Text cell(Cause.Cell cell) {
    return cell.place().isEmpty()
        ? new Text("（无单元格）", "(no cell)")
        : new Text("“{0}” = {1}（{2}）", "\"{0}\" = {1} ({2})")
            .with(cell.raw(), cell.value(), cell.place());
  }

  private void print(int indent, Text text) {
    Lines.of(indent, text.in(terminal.lang())).forEach(terminal::data);
  }
}
