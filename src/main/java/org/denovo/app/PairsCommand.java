package org.denovo.app;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.denovo.extract.DuplicatesFile;
import org.denovo.job.JobFile;
import org.denovo.job.JobFiles;
import org.denovo.linkage.Decision;
import org.denovo.linkage.Pair;
import org.denovo.store.Lease;
import org.denovo.store.Store;
import org.denovo.vocabulary.Text;
import org.denovo.yaml.Nearest;
import org.denovo.yaml.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code pairs}: the pairs of records of the last good run that are to be reviewed; {@code pairs
 * same|different|open PID PID}: notes what somebody decided of two records. The next run goes by
 * it.
 */
@Command(name = "pairs", resourceBundle = "org.denovo.app.help")
final class PairsCommand implements Callable<Integer> {

  private static final List<String> VERDICTS =
      Arrays.stream(Decision.Verdict.values()).map(Decision.Verdict::code).toList();

  private static final List<String> STANDINGS =
      Arrays.stream(Pair.Standing.values()).map(Pair.Standing::code).toList();

  @Mixin private Common common;

  @Parameters(paramLabel = "VERDICT PID PID", arity = "0..3", descriptionKey = "pairs.decision")
  private List<String> decision = new ArrayList<>();

  @Option(names = "--by", paramLabel = "NAME", descriptionKey = "pairs.by")
  private String by = "";

  @Option(names = "--why", paramLabel = "REASON", descriptionKey = "pairs.why")
  private String why = "";

  @Option(names = "--standing", paramLabel = "S", descriptionKey = "pairs.standing")
  private String standing = Pair.Standing.OPEN.code();

  @Option(names = "--job", paramLabel = "JOB.yaml", descriptionKey = "pairs.job")
  private Path job = Path.of("jobs", "nightly.yaml");

  @Override
  public Integer call() {
    Terminal terminal = common.terminal();
    Problems problems = new Problems();
    Optional<JobFile> read = JobFiles.read(job, problems);
    if (read.isEmpty() || !problems.isEmpty()) {
      return ValidateCommand.report(problems, terminal, common.json()).code();
    }
    return (decision.isEmpty() ? show(read.get(), terminal) : decide(read.get(), terminal)).code();
  }

  private Exit show(JobFile job, Terminal terminal) {
    if (!isOneOf("--standing", standing, STANDINGS, terminal)) {
      return Exit.USAGE;
    }
    Optional<Path> run = LastGoodRun.of(job, terminal);
    if (run.isEmpty()) {
      return Exit.USAGE;
    }
    List<Map<String, String>> rows = new ArrayList<>();
    DuplicatesFile.read(
        run.get().resolve("quality").resolve("duplicates.csv"),
        row -> {
          if (row.get("standing").equals(standing)) {
            rows.add(row);
          }
        });
    if (common.json()) {
      terminal.data(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(rows));
    } else {
      rows.forEach(row -> terminal.data(String.join("\t", row.values())));
    }
    return Exit.DONE;
  }

  private Exit decide(JobFile job, Terminal terminal) {
    if (!isOneOf(new Text("判定", "the verdict"), decision.get(0), VERDICTS, terminal)) {
      return Exit.USAGE;
    }
    if (decision.size() != 3 || decision.get(1).equals(decision.get(2))) {
      terminal.error(
          new Text(
              "应写明两条不同记录的编号（patient_pid），见quality/duplicates.csv",
              "two different records are named by their patient_pid, as in"
                  + " quality/duplicates.csv"));
      return Exit.USAGE;
    }
    if (by.isBlank() || why.isBlank()) {
      terminal.error(
          new Text("须以--by写明判定人，以--why写明理由", "--by says who decided, --why for what reason"));
      return Exit.USAGE;
    }
    try {
      return Registry.embedded() ? embedded(job, terminal) : server(job, terminal);
    } catch (Lease.Held held) {
      terminal.error(new Text("另一个进程正在运行：{0}", "another run is at work: {0}").with(held.holder()));
      return Exit.BUSY;
    }
  }

  @SuppressWarnings("try") // the lease is held, not used
  private Exit embedded(JobFile job, Terminal terminal) throws Lease.Held {
    try (Lease lease = Lease.ofFolder(job.data(), Registry.holder(Instant.now()));
        HikariDataSource source = Registry.open(job.data())) {
      return note(job, Store.in(source), terminal);
    }
  }

  @SuppressWarnings("try") // the lease is held, not used
  private Exit server(JobFile job, Terminal terminal) throws Lease.Held {
    try (HikariDataSource source = Registry.open(job.data());
        Lease lease = Lease.ofServer(source, Registry.holder(Instant.now()))) {
      return note(job, Store.in(source), terminal);
    }
  }

  private Exit note(JobFile job, Store store, Terminal terminal) {
    List<String> pids = decision.subList(1, 3);
    Set<String> strangers = new LinkedHashSet<>(pids);
    store
        .submissions()
        .current()
        .forEach(one -> strangers.removeAll(store.patients().of(one, pids).keySet()));
    if (!strangers.isEmpty()) {
      terminal.error(
          new Text("登记库中没有记录“{0}”", "the registry has no record '{0}'")
              .with(String.join("', '", strangers)));
      return Exit.USAGE;
    }
    Decision.Verdict verdict = Decision.Verdict.values()[VERDICTS.indexOf(decision.get(0))];
    LocalDate day = job.asOf().orElseGet(LocalDate::now);
    store
        .pairs()
        .add(new Decision(pids.get(0), pids.get(1), verdict, by.strip(), why.strip(), day));
    terminal.say(new Text("已记下；下次运行时生效。", "Noted; the next run goes by it."));
    return Exit.DONE;
  }

  private static boolean isOneOf(String what, String asked, List<String> known, Terminal terminal) {
    return isOneOf(Text.same(what), asked, known, terminal);
  }

  private static boolean isOneOf(Text what, String asked, List<String> known, Terminal terminal) {
    if (known.contains(asked)) {
      return true;
    }
    Text says =
        new Text("{0}应为{1}之一，不是“{2}”", "{0} is one of {1}, not '{2}'")
            .with(what, String.join(", ", known), asked);
    terminal.error(
        Nearest.to(asked, known)
            .map(near -> new Text("{0}；是否应为“{1}”？", "{0}; did you mean '{1}'?").with(says, near))
            .orElse(says));
    return false;
  }
}
