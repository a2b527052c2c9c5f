package org.denovo.app;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.denovo.check.Decision;
import org.denovo.check.LocalRules;
import org.denovo.check.RuleBook;
import org.denovo.check.RuleCard;
import org.denovo.check.Severity;
import org.denovo.check.Standing;
import org.denovo.check.Turn;
import org.denovo.extract.FindingsFile;
import org.denovo.job.JobFile;
import org.denovo.job.JobFiles;
import org.denovo.vocabulary.Lang;
import org.denovo.vocabulary.Text;
import org.denovo.yaml.Nearest;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code findings}: the findings of a job's last good run, the unresolved ones unless others are
 * asked for. Needs no database.
 */
@Command(name = "findings", resourceBundle = "org.denovo.app.help")
final class FindingsCommand implements Callable<Integer> {

  private static final String ALL = "all";

  private static final List<String> STATES =
      Stream.concat(Arrays.stream(Standing.values()).map(Standing::code), Stream.of(ALL)).toList();

  private static final Set<String> UNRESOLVED =
      Arrays.stream(Standing.values())
          .filter(Standing::isUnresolved)
          .map(Standing::code)
          .collect(Collectors.toUnmodifiableSet());

  private static final List<String> TURNS = Arrays.stream(Turn.values()).map(Turn::code).toList();

  private static final List<String> DECISIONS =
      Arrays.stream(Decision.values()).map(Decision::name).toList();

  private static final List<String> SEVERITIES =
      Arrays.stream(Severity.values()).map(Severity::code).toList();

  private static final Text NO_CENTRE = new Text("没有中心“{0}”", "there is no centre '{0}'");

  private static final Text NO_RULE = new Text("没有规则“{0}”", "there is no rule '{0}'");

  private final Set<String> centres = new TreeSet<>();

  private final Set<String> rules = new TreeSet<>();

  @Mixin private Common common;

  @Option(names = "--job", paramLabel = "JOB.yaml", descriptionKey = "findings.job")
  private Path job = Path.of("jobs", "nightly.yaml");

  @Option(names = "--centre", paramLabel = "C", descriptionKey = "findings.centre")
  private String centre;

  @Option(names = "--state", paramLabel = "S", descriptionKey = "findings.state")
  private String state;

  @Option(names = "--since-last", paramLabel = "T", descriptionKey = "findings.sinceLast")
  private String sinceLast;

  @Option(names = "--blocks", paramLabel = "E", descriptionKey = "findings.blocks")
  private String blocks;

  @Option(names = "--csv", descriptionKey = "findings.csv")
  private boolean csv;

  @Option(names = "--rule", paramLabel = "R", descriptionKey = "findings.rule")
  private String rule;

  @Option(names = "--severity", paramLabel = "X", descriptionKey = "findings.severity")
  private String severity;

  @Override
  public Integer call() {
    Terminal terminal = common.terminal();
    if (!isOneOf("--state", state, STATES, terminal)
        || !isOneOf("--since-last", sinceLast, TURNS, terminal)
        || !isOneOf("--blocks", blocks, DECISIONS, terminal)
        || !isOneOf("--severity", severity, SEVERITIES, terminal)) {
      return Exit.USAGE.code();
    }
    Problems problems = new Problems();
    JobFile read = JobFiles.read(job, problems).orElse(null);
    if (read == null || !problems.isEmpty()) {
      return ValidateCommand.report(problems, terminal, common.json()).code();
    }
    Optional<Path> run = LastGoodRun.of(read, terminal);
    if (run.isEmpty()) {
      return Exit.USAGE.code();
    }
    Path file = run.get().resolve("quality").resolve("findings.csv");
    Optional<Text> stranger = stranger(read, file);
    if (stranger.isPresent()) {
      terminal.error(stranger.get());
      return Exit.USAGE.code();
    }
    if (common.json()) {
      json(file, terminal);
    } else if (csv) {
      terminal.data(FindingsFile.header());
      show(file, row -> terminal.data(row.line()));
    } else {
      show(file, row -> terminal.data(line(row, terminal.lang())));
    }
    none(centre, centres).or(() -> none(rule, rules)).ifPresent(terminal::error);
    return Exit.DONE.code();
  }

  private void show(Path file, Consumer<FindingsFile.Row> shown) {
    FindingsFile.read(
        file,
        row -> {
          note(row);
          if (asked(row)) {
            shown.accept(row);
          }
        });
  }

  private static boolean isOneOf(
      String option, String asked, List<String> known, Terminal terminal) {
    if (asked == null || known.contains(asked)) {
      return true;
    }
    terminal.error(
        new Text("{0}应为{1}之一，不是“{2}”", "{0} is one of {1}, not '{2}'")
            .with(option, String.join(", ", known), asked));
    return false;
  }

  private void note(FindingsFile.Row row) {
    centres.add(row.centre());
    rules.add(row.rule());
  }

  /**
   * A centre or a rule that there is none of. Findings outlive a mapping and a rule of the
   * registry's own that were taken away, so that these are asked as well.
   */
  private Optional<Text> stranger(JobFile job, Path file) {
    Set<String> knownCentres = centre == null ? new TreeSet<>() : centres(job);
    Set<String> knownRules = rule == null ? new TreeSet<>() : rules(job);
    if ((centre == null || knownCentres.contains(centre))
        && (rule == null || knownRules.contains(rule))) {
      return Optional.empty();
    }
    FindingsFile.read(file, this::note);
    knownCentres.addAll(centres);
    knownRules.addAll(rules);
    return stranger(centre, knownCentres, NO_CENTRE).or(() -> stranger(rule, knownRules, NO_RULE));
  }

  private static Optional<Text> stranger(String asked, Set<String> known, Text none) {
    if (asked == null || known.contains(asked)) {
      return Optional.empty();
    }
    Text says = none.with(asked);
    return Optional.of(
        Nearest.to(asked, known)
            .or(() -> known.stream().filter(name -> name.startsWith(asked)).findFirst())
            .map(near -> new Text("{0}；是否应为“{1}”？", "{0}; did you mean '{1}'?").with(says, near))
            .orElse(says));
  }

  /** A mapping is named like its centre; whether it can be read does not matter here. */
  private static Set<String> centres(JobFile job) {
    return YamlFolder.files(job.root(), job.mappings(), new Problems()).stream()
        .map(file -> file.getFileName().toString().replaceFirst("\\.yaml$", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> rules(JobFile job) {
    LocalRules own = LocalRules.read(job.root(), job.rules(), new Problems());
    return RuleBook.BUILT_IN.with(own).all().stream()
        .map(RuleCard::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Nothing is shown of whom there is no finding; it is said that this is no mistake. */
  private static Optional<Text> none(String asked, Set<String> seen) {
    return asked == null || seen.contains(asked)
        ? Optional.empty()
        : Optional.of(new Text("没有“{0}”的未决问题", "there is no open finding of '{0}'").with(asked));
  }

  private boolean asked(FindingsFile.Row row) {
    return (centre == null || row.centre().equals(centre))
        && isAskedState(row.state())
        && (sinceLast == null || row.sinceLast().equals(sinceLast))
        && (blocks == null || row.blocks().contains(blocks))
        && (rule == null || row.rule().equals(rule))
        && (severity == null || row.severity().equals(severity));
  }

  /** Who asks what became of findings wants the settled ones too. */
  private boolean isAskedState(String standing) {
    if (state == null) {
      return sinceLast != null || UNRESOLVED.contains(standing);
    }
    return state.equals(ALL) || state.equals(standing);
  }

  private static String line(FindingsFile.Row row, Lang lang) {
    return String.join(
        "\t",
        row.id(),
        row.severity(),
        row.rule(),
        row.centre(),
        row.patient(),
        row.says().in(lang),
        String.join(", ", row.cells()),
        row.state(),
        row.sinceLast());
  }

  /** One object after another, however many there are. */
  private void json(Path file, Terminal terminal) {
    JsonMapper mapper = JsonMapper.shared();
    String[] before = {"[ "};
    show(
        file,
        row -> {
          terminal.data(before[0] + mapper.writeValueAsString(values(row)));
          before[0] = ", ";
        });
    terminal.data(before[0].equals("[ ") ? "[ ]" : "]");
  }

  private static Map<String, Object> values(FindingsFile.Row row) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("finding_id", row.id());
    values.put("state", row.state());
    values.put("since_last", row.sinceLast());
    values.put("centre", row.centre());
    values.put("patient_pid", row.patient());
    values.put("rule_id", row.rule());
    values.put("severity", row.severity());
    values.put("blocks", row.blocks());
    values.put("cells", row.cells());
    values.put("message_en", row.says().en());
    values.put("message_zh", row.says().zh());
    values.put("first_seen", row.firstSeen());
    values.put("last_seen", row.lastSeen());
    return values;
  }
}
