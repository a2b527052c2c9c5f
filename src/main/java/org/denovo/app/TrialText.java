package org.denovo.app;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.denovo.check.Finding;
import org.denovo.check.Scope;
import org.denovo.intake.FieldTally;
import org.denovo.intake.RuleTally;
import org.denovo.intake.Trial;
import org.denovo.mapping.Meaning;
import org.denovo.mapping.ReadSheet;
import org.denovo.mapping.SheetLedger;
import org.denovo.record.Absence;
import org.denovo.record.Field;
import org.denovo.record.Topic;
import org.denovo.source.SourceCell;
import org.denovo.vocabulary.Lang;
import org.denovo.vocabulary.Text;

/** A trial as lines that a person reads, tab-separated below their headings. */
final class TrialText {

  /** Texts of a field, and findings of a rule, that are shown; {@code --json} has more. */
  private static final int SHOWN = 8;

  private static final int FINDINGS = 3;

  private static final int CELLS = 6;

  private final Terminal terminal;
  private final Lang lang;

  TrialText(Terminal terminal) {
    this.terminal = terminal;
    this.lang = terminal.lang();
  }

  void print(Trial trial) {
    terminal.line(
        new Text("{0}（{1}）按映射{2}试读：{3}名患者", "{0} ({1}) read by the mapping {2}: {3} patients")
            .with(trial.workbook(), trial.format(), trial.centre(), trial.patients()));
    heading(new Text("工作表", "Sheets"));
    trial.sheets().forEach(this::sheet);
    for (Trial.TriedSheet sheet : trial.sheets()) {
      sheet.read().ifPresent(rows -> columns(rows.understood()));
    }
    heading(new Text("字段", "Fields"));
    trial.fields().forEach(this::field);
    heading(new Text("规则", "Rules"));
    trial.rules().stream().filter(rule -> rule.count().broken() > 0).forEach(this::rule);
    long judged = trial.rules().stream().filter(rule -> rule.count().judged() > 0).count();
    long broken = trial.rules().stream().filter(rule -> rule.count().broken() > 0).count();
    terminal.line(
        new Text(
                "{0}条规则可判定，{1}条被违反；没有写入任何内容",
                "{0} rules could be judged, {1} are broken; nothing was written")
            .with(judged, broken));
  }

  private void sheet(Trial.TriedSheet sheet) {
    String name = sheet.name().isEmpty() ? "-" : sheet.name();
    String shown = sheet.hidden() ? name + " " + new Text("（隐藏）", "(hidden)").in(lang) : name;
    if (sheet.read().isEmpty()) {
      terminal.row(
          shown,
          (sheet.holdsData() ? new Text("含数据，不读", "holds data, not read") : new Text("空", "empty"))
              .in(lang));
      return;
    }
    ReadSheet read = sheet.read().get().understood();
    SheetLedger ledger = sheet.read().get().ledger();
    String header =
        read.firstHeader() == read.lastHeader()
            ? Integer.toString(read.firstHeader() + 1)
            : read.firstHeader() + 1 + "–" + (read.lastHeader() + 1);
    terminal.row(
        shown,
        new Text("表头在第{0}行", "header in row {0}").with(header).in(lang),
        new Text(
                "{0}行 = 空白{1} + 仅序号{2} + 表头{3} + 代码说明{4} + 标题与表尾{5} + 合计{6} + 患者{7} + 拒收{8}",
                "{0} rows = {1} blank + {2} serial only + {3} header + {4} legend + {5} title and"
                    + " notes + {6} totals + {7} patients' + {8} refused")
            .with(
                ledger.seen(),
                ledger.blank(),
                ledger.numbered(),
                ledger.header(),
                ledger.legend(),
                ledger.notes(),
                ledger.total(),
                ledger.patientRows(),
                ledger.refused())
            .in(lang));
  }

  private void columns(ReadSheet sheet) {
    heading(new Text("列 {0}", "Columns {0}").with(sheet.name()));
    for (ReadSheet.Column column : sheet.columns()) {
      terminal.row(
          column.header().address().replaceAll("\\d", ""),
          column.label(),
          column.use() == ReadSheet.Use.READ
              ? column.meanings().stream().map(TrialText::name).collect(Collectors.joining(", "))
              : use(column.use()).in(lang));
    }
    for (ReadSheet.Missing missing : sheet.missing()) {
      Text says = new Text("缺少", "missing");
      terminal.row(
          "-",
          missing.header(),
          missing
              .nearest()
              .map(
                  label -> new Text("{0}；是否应为“{1}”？", "{0}; did you mean '{1}'?").with(says, label))
              .orElse(says)
              .in(lang));
    }
  }

  /** What becomes of a column that is not read. */
  private static Text use(ReadSheet.Use use) {
    return switch (use) {
      case PATIENT -> new Text("患者编号", "patient number");
      case READ -> new Text("读取", "read");
      case ORDERS -> new Text("仅用于排序", "only orders the rows");
      case IGNORED -> new Text("按映射忽略", "ignored, as the mapping says");
      case AMBIGUOUS -> new Text("多列同名，不读", "one of several of the name, not read");
      case UNCLAIMED -> new Text("映射未提及，不读", "not in the mapping, not read");
    };
  }

  /** The field or topic of a column. */
  static String name(Meaning meaning) {
    return meaning.field().map(Field::name).or(() -> meaning.topic().map(Topic::code)).orElse("");
  }

  private void field(FieldTally tally) {
    List<String> absent = new ArrayList<>();
    for (Absence why : Absence.values()) {
      if (tally.absent().containsKey(why)) {
        absent.add(why.title().in(lang) + " " + tally.absent().get(why));
      }
    }
    terminal.row(
        tally.field().name(),
        tally.field().title().in(lang),
        new Text("有值{0}", "{0} known").with(tally.known()).in(lang)
            + (tally.implied() == 0
                ? ""
                : new Text("（推得{0}）", " ({0} implied)").with(tally.implied()).in(lang)),
        String.join(", ", absent),
        tally.unreadable() == 0
            ? ""
            : new Text("看不懂{0}", "{0} not understood").with(tally.unreadable()).in(lang));
    tally
        .range()
        .ifPresent(range -> terminal.row("", "", range.least() + " – " + range.greatest()));
    reads(tally.values(), read -> read.text() + " → " + read.value());
    reads(tally.texts(), read -> read.text() + " → ?");
  }

  private void reads(
      List<FieldTally.Read> reads, java.util.function.Function<FieldTally.Read, String> shown) {
    reads.stream()
        .limit(SHOWN)
        .forEach(read -> terminal.row("", Long.toString(read.count()), shown.apply(read)));
    if (reads.size() > SHOWN) {
      terminal.row("", "", new Text("另有{0}种", "{0} more").with(reads.size() - SHOWN).in(lang));
    }
  }

  private void rule(RuleTally tally) {
    terminal.row(
        tally.card().id(),
        tally.card().severity().title().in(lang),
        tally.card().scope() == Scope.PATIENT
            ? new Text("{1}人可判定，{0}人违反", "{0} of {1} broken")
                .with(tally.count().broken(), tally.count().judged())
                .in(lang)
            : "",
        tally.card().title().in(lang));
    for (Finding finding : tally.first().stream().limit(FINDINGS).toList()) {
      terminal.row("", finding.says().in(lang), cells(finding));
    }
  }

  /** The first cells by sheet and address; the workbook is the one that was asked about. */
  private static String cells(Finding finding) {
    String shown =
        finding.cells().stream()
            .map(SourceCell::place)
            .limit(CELLS)
            .map(at -> at.sheet().isEmpty() ? at.address() : at.sheet() + "!" + at.address())
            .collect(Collectors.joining(", "));
    return finding.cells().size() > CELLS ? shown + ", …" : shown;
  }

  private void heading(Text text) {
    terminal.data("");
    terminal.line(text);
  }
}
