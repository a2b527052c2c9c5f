package org.denovo.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.denovo.check.Severity;
import org.denovo.extract.FindingsFile;
import org.denovo.job.JobFile;
import org.denovo.job.JobFiles;
import org.denovo.vocabulary.Lang;
import org.denovo.vocabulary.Text;
import org.denovo.yaml.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code findings}: the open findings of a job's last good run. Needs no database. */
@Command(name = "findings", resourceBundle = "org.denovo.app.help")
final class FindingsCommand implements Callable<Integer> {

  private static final List<String> STATES = List.of("new", "reopened", "persisting");

  private static final List<String> SEVERITIES =
      Arrays.stream(Severity.values()).map(Severity::code).toList();

  private final Set<String> centres = new TreeSet<>();

  private final Set<String> rules = new TreeSet<>();

  @Mixin private Common common;

  @Option(names = "--job", paramLabel = "JOB.yaml", descriptionKey = "findings.job")
  private Path job = Path.of("jobs", "nightly.yaml");

  @Option(names = "--centre", paramLabel = "C", descriptionKey = "findings.centre")
  private String centre;

  @Option(names = "--state", paramLabel = "S", descriptionKey = "findings.state")
  private String state;

  @Option(names = "--rule", paramLabel = "R", descriptionKey = "findings.rule")
  private String rule;

  @Option(names = "--severity", paramLabel = "X", descriptionKey = "findings.severity")
  private String severity;

  @Override
  public Integer call() {
    Terminal terminal = common.terminal();
    if (!isOneOf("--state", state, STATES, terminal)
        || !isOneOf("--severity", severity, SEVERITIES, terminal)) {
      return Exit.USAGE.code();
    }
    Problems problems = new Problems();
    JobFile read = JobFiles.read(job, problems).orElse(null);
    if (read == null) {
      return ValidateCommand.report(problems, terminal, common.json()).code();
    }
    Optional<Path> run = LastGoodRun.of(read, terminal);
    if (run.isEmpty()) {
      return Exit.USAGE.code();
    }
    Path file = run.get().resolve("quality").resolve("findings.csv");
    if (common.json()) {
      json(file, terminal);
    } else {
      FindingsFile.read(
          file,
          row -> {
            note(row);
            if (asked(row)) {
              terminal.data(line(row, terminal.lang()));
            }
          });
    }
    stranger(centre, centres).or(() -> stranger(rule, rules)).ifPresent(terminal::error);
    return Exit.DONE.code();
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

  /** Nothing is shown of what nobody knows; that must not look as if all were well. */
  private static Optional<Text> stranger(String asked, Set<String> seen) {
    if (asked == null || seen.contains(asked)) {
      return Optional.empty();
    }
    Text none = new Text("没有“{0}”的未决问题", "there is no open finding of '{0}'").with(asked);
    return Optional.of(
        seen.stream()
            .filter(name -> name.startsWith(asked))
            .findFirst()
            .map(near -> new Text("{0}；是否应为“{1}”？", "{0}; did you mean '{1}'?").with(none, near))
            .orElse(none));
  }

  private boolean asked(FindingsFile.Row row) {
    return (centre == null || row.centre().equals(centre))
        && (state == null || row.state().equals(state))
        && (rule == null || row.rule().equals(rule))
        && (severity == null || row.severity().equals(severity));
  }

  private static String line(FindingsFile.Row row, Lang lang) {
    return String.join(
        "\t",
        row.severity(),
        row.rule(),
        row.centre(),
        row.patient(),
        row.says().in(lang),
        String.join(", ", row.cells()),
        row.state());
  }

  private void json(Path file, Terminal terminal) {
    List<Map<String, Object>> rows = new ArrayList<>();
    FindingsFile.read(
        file,
        row -> {
          note(row);
          if (asked(row)) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("finding_id", row.id());
            values.put("state", row.state());
            values.put("centre", row.centre());
            values.put("patient_pid", row.patient());
            values.put("rule_id", row.rule());
            values.put("severity", row.severity());
            values.put("cells", row.cells());
            values.put("message_en", row.says().en());
            values.put("message_zh", row.says().zh());
            values.put("first_seen", row.firstSeen());
            values.put("last_seen", row.lastSeen());
            rows.add(values);
          }
        });
    terminal.data(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(rows));
  }
}
