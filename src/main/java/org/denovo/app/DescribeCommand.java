package org.denovo.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.denovo.batch.Night;
import org.denovo.check.Decision;
import org.denovo.check.RuleBook;
import org.denovo.check.RuleCard;
import org.denovo.check.RuleCount;
import org.denovo.cohort.Cohort;
import org.denovo.cohort.CohortFile;
import org.denovo.cohort.CohortWords;
import org.denovo.derive.DerivedVariables;
import org.denovo.extract.RulesFile;
import org.denovo.extract.UnreadableTexts;
import org.denovo.job.JobFiles;
import org.denovo.mapping.CentreMapping;
import org.denovo.mapping.ColumnMapping;
import org.denovo.mapping.SheetMapping;
import org.denovo.normalise.Understood;
import org.denovo.record.Derived;
import org.denovo.record.Field;
import org.denovo.record.FieldType;
import org.denovo.record.Fields;
import org.denovo.record.Topic;
import org.denovo.vocabulary.Coded;
import org.denovo.vocabulary.Lang;
import org.denovo.vocabulary.Text;
import org.denovo.yaml.Nearest;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code describe fields [X]|rules [X]|cohort X|mapping X|schema X}: in plain words, from what
 * really runs.
 */
@Command(name = "describe", resourceBundle = "org.denovo.app.help")
final class DescribeCommand implements Callable<Integer> {

  @Mixin private Common common;

  @Option(names = "--job", paramLabel = "JOB.yaml", descriptionKey = "describe.job")
  private Path job = Path.of("jobs", "nightly.yaml");

  @Parameters(
      index = "0",
      paramLabel = "fields|rules|cohort|mapping|schema|unreadable",
      descriptionKey = "describe.what")
  private String what;

  @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", descriptionKey = "describe.name")
  private String name;

  @Override
  public Integer call() {
    Terminal terminal = common.terminal();
    return switch (what) {
      case "fields" -> fields(terminal).code();
      case "rules" -> withNight(terminal, night -> rules(terminal, night));
      case "cohort" -> cohort(terminal).code();
      case "mapping" -> withNight(terminal, night -> mapping(terminal, night));
      case "schema" -> schema(terminal).code();
      case "unreadable" -> withNight(terminal, night -> unreadable(terminal, night));
      default -> {
        terminal.error(
            new Text(
                    "“{0}”不可描述；可用：fields、rules、cohort、mapping、schema、unreadable",
                    "'{0}' cannot be described; these can: fields, rules, cohort, mapping, schema,"
                        + " unreadable")
                .with(what));
        yield Exit.USAGE.code();
      }
    };
  }

  private static final Text IMPOSSIBLE =
      new Text("错误须更正，不可按原样确认", "an error must be corrected and cannot be confirmed");

  private static final Text NOT_ELIGIBLE =
      new Text(
          "错误不可确认：数据若无误，则患者不符合条件",
          "an error cannot be confirmed: if the data are right, the patient is not eligible");

  private interface Described {
    Exit by(Night night);
  }

  private int withNight(Terminal terminal, Described described) {
    Problems problems = new Problems();
    Optional<Night> night = Configuration.night(job, problems);
    return night.isEmpty()
        ? ValidateCommand.report(problems, terminal, common.json()).code()
        : described.by(night.get()).code();
  }

  /** One field, or all of them and what is derived from them. */
  private Exit fields(Terminal terminal) {
    if (name != null) {
      Optional<Field<?>> named = Fields.named(name);
      named.ifPresent(field -> field(terminal, field));
      return named.isPresent()
          ? Exit.DONE
          : unknown(terminal, Fields.all().stream().map(Field::name).toList());
    }
    Lang lang = terminal.lang();
    Field.Group group = null;
    for (Field<?> field : Fields.all()) {
      if (field.group() != group) {
        group = field.group();
        terminal.data("");
        terminal.data(group.title().in(lang));
      }
      field(terminal, field);
    }
    terminal.data("");
    terminal.data(new Text("由规则推导", "Derived by rules").in(lang));
    for (Derived<?> derived : DerivedVariables.of(org.denovo.derive.Parameters.DEFAULT).all()) {
      terminal.data(
          line(
              derived.name(),
              derived.title().in(lang),
              derived.rule() + " v" + derived.version() + ", " + derived.source()));
    }
    return Exit.DONE;
  }

  private static void field(Terminal terminal, Field<?> field) {
    Lang lang = terminal.lang();
    terminal.data(line(field.name(), field.title().in(lang), values(field.type(), lang)));
    Understood understood = Understood.of(field);
    terminal.data("    " + understood.says().in(lang));
    understood.cells().forEach((cell, value) -> terminal.data("    " + cell + " → " + value));
  }

  private static String values(FieldType<?> type, Lang lang) {
    if (type instanceof FieldType.Code<?> code) {
      return codes(code, lang);
    }
    if (type instanceof FieldType.Codes<?> codes) {
      return new Text("可多选：", "several of: ").in(lang) + codes(codes.code(), lang);
    }
    if (type instanceof FieldType.YesNo) {
      return "yes, no";
    }
    if (type instanceof FieldType.Date) {
      return new Text("日期（日、月或年）", "date, known to the day, month or year").in(lang);
    }
    if (type instanceof FieldType.Whole whole) {
      return (whole.least() + "–" + whole.most() + " " + whole.unit()).strip();
    }
    if (type instanceof FieldType.Decimal decimal) {
      return (decimal.least() + "–" + decimal.most() + " " + decimal.unit()).strip();
    }
    if (type instanceof FieldType.Range range) {
      return new Text("区间，", "range, ").in(lang)
          + (range.least() + "–" + range.most() + " " + range.unit()).strip();
    }
    return new Text("标识符，仅存密钥哈希", "identifier, kept as a keyed hash only").in(lang);
  }

  private static String codes(FieldType.Code<?> code, Lang lang) {
    StringBuilder text = new StringBuilder();
    for (Coded constant : code.byCode().values()) {
      text.append(text.isEmpty() ? "" : ", ").append(constant.code());
      if (!constant.title().in(lang).equals(constant.code())) {
        text.append(" (").append(constant.title().in(lang)).append(")");
      }
    }
    return text.toString();
  }

  private static Text blocks(RuleCard card) {
    return card.byField()
        ? new Text("视字段而定，可阻断：", "blocks what rests on the field, of: ")
        : new Text("阻断：", "blocks: ");
  }

  /** How a rule came out in the last good run, all centres together. */
  private static Text lastRun(RuleCount count) {
    Text judged =
        count.judged() == 0
            ? new Text("上次运行：没有可判断的", "last run: judged nothing")
            : new Text(
                    "上次运行：可判断{0}，通过{1}，不通过{2}，罕见{3}",
                    "last run: judged {0}: {1} passed, {2} failed, {3} rare")
                .with(count.judged(), count.passed(), count.failed(), count.rare());
    return new Text(
            "{0}；不适用{1}（其中暂缓{2}），出错{3}", "{0}; {1} not applicable ({2} held back), {3} errors")
        .with(judged, count.notApplicable(), count.heldBack(), count.errors());
  }

  private Exit rules(Terminal terminal, Night night) {
    RuleBook book = RuleBook.BUILT_IN.with(night.localRules());
    Map<String, RuleCount> counts =
        LastGoodRun.of(night.job())
            .map(run -> run.resolve("quality").resolve("rules.csv"))
            .filter(Files::exists)
            .map(RulesFile::read)
            .orElse(Map.of());
    List<RuleCard> asked =
        book.all().stream()
            .filter(card -> name == null || card.id().equals(name.toUpperCase(Locale.ROOT)))
            .toList();
    if (common.json()) {
      terminal.data(RulesJson.of(asked, counts));
      return Exit.DONE;
    }
    asked.forEach(card -> rule(terminal, card, Optional.ofNullable(counts.get(card.id()))));
    return Exit.DONE;
  }

  private static void rule(Terminal terminal, RuleCard card, Optional<RuleCount> count) {
    Lang lang = terminal.lang();
    terminal.data(
        line(
            card.id() + " v" + card.version(),
            card.severity().title().in(lang),
            card.title().in(lang)));
    terminal.data("    " + card.because().in(lang) + " [" + card.source() + "]");
    if (!card.blocks().isEmpty()) {
      List<String> blocked =
          card.blocks().stream().map(Decision::title).map(t -> t.in(lang)).toList();
      terminal.data("    " + blocks(card).in(lang) + String.join("; ", blocked));
    }
    if (!card.overridable()) {
      terminal.data("    " + (card.isOfEligibility() ? NOT_ELIGIBLE : IMPOSSIBLE).in(lang));
    }
    count.ifPresent(last -> terminal.data("    " + lastRun(last).in(lang)));
  }

  /** Any cohort file that lies beside the job, whether the job makes the cohort or not. */
  private Exit cohort(Terminal terminal) {
    Path root = JobFiles.root(job);
    Path folder = job.toAbsolutePath().normalize().resolveSibling("cohorts");
    Map<String, Path> files = new TreeMap<>();
    for (Path file : YamlFolder.files(root, folder, new Problems())) {
      files.put(file.getFileName().toString().replaceFirst("\\.yaml$", ""), file);
    }
    if (name == null || !files.containsKey(name)) {
      return unknown(terminal, List.copyOf(files.keySet()));
    }
    Problems problems = new Problems();
    Optional<Cohort> cohort =
        CohortFile.read(root, files.get(name), Configuration::variables, problems);
    if (cohort.isEmpty()) {
      return ValidateCommand.report(problems, terminal, common.json());
    }
    terminal.data(CohortWords.of(cohort.get()).in(terminal.lang()));
    return Exit.DONE;
  }

  private Exit mapping(Terminal terminal, Night night) {
    Lang lang = terminal.lang();
    for (CentreMapping mapping : night.mappings()) {
      if (mapping.centre().equals(name)) {
        terminal.data(
            String.join(
                "  ", mapping.centre(), mapping.edition().shown(), mapping.title().in(lang)));
        for (SheetMapping sheet : mapping.sheets()) {
          terminal.data("");
          terminal.data(
              sheet.sheet().isEmpty()
                  ? new Text("唯一的工作表", "the only sheet").in(lang)
                  : sheet.sheet());
          for (ColumnMapping column : sheet.columns()) {
            terminal.data(
                line(
                    column.header(),
                    column.meaning().field().map(Field::name).orElse("")
                        + column.meaning().topic().map(Topic::code).orElse(""),
                    column
                        .meaning()
                        .field()
                        .map(f -> f.title().in(lang))
                        .or(() -> column.meaning().topic().map(t -> t.title().in(lang)))
                        .orElse("")));
          }
        }
        return Exit.DONE;
      }
    }
    return unknown(terminal, night.mappings().stream().map(CentreMapping::centre).toList());
  }

  /** What the last good run did not understand, of all centres or of one. */
  private Exit unreadable(Terminal terminal, Night night) {
    List<String> centres = night.mappings().stream().map(CentreMapping::centre).toList();
    if (name != null && !centres.contains(name)) {
      return unknown(terminal, centres);
    }
    Optional<Path> run = LastGoodRun.of(night.job(), terminal);
    if (run.isEmpty()) {
      return Exit.USAGE;
    }
    UnreadText shown = new UnreadText(night, terminal.lang());
    List<UnreadableTexts.Row> rows =
        UnreadableTexts.read(run.get().resolve("quality").resolve("unreadable.csv")).stream()
            .filter(row -> name == null || row.line().centre().equals(name))
            .toList();
    rows.forEach(row -> shown.of(row).forEach(terminal::data));
    if (rows.isEmpty()) {
      terminal.data(new Text("全部读懂", "everything was understood").in(terminal.lang()));
    }
    return Exit.DONE;
  }

  /** The JSON Schema of a kind of file, for editors. */
  private Exit schema(Terminal terminal) {
    Optional<String> schema = Schemas.json(name == null ? "" : name);
    schema.ifPresent(terminal::data);
    return schema.isPresent() ? Exit.DONE : unknown(terminal, Schemas.KINDS);
  }

  private Exit unknown(Terminal terminal, List<String> known) {
    Text all = new Text("可选：{0}", "there are: {0}").with(String.join(", ", known));
    if (name == null) {
      terminal.error(all);
      return Exit.USAGE;
    }
    Text none = new Text("没有“{0}”", "there is no '{0}'").with(name);
    terminal.error(
        Nearest.to(name, known)
            .map(near -> new Text("{0}；是否应为“{1}”？", "{0}; did you mean '{1}'?").with(none, near))
            .orElseGet(() -> new Text("{0}；{1}", "{0}; {1}").with(none, all)));
    return Exit.USAGE;
  }

  private static String line(String first, String second, String third) {
    return String.join("\t", first, second, third);
  }
}
