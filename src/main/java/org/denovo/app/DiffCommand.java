package org.denovo.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.denovo.difference.NotComparable;
import org.denovo.difference.RunDifference;
import org.denovo.job.JobFile;
import org.denovo.job.JobFiles;
import org.denovo.vocabulary.Text;
import org.denovo.yaml.Nearest;
import org.denovo.yaml.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code diff RUN RUN [--cohort C]}: who is elsewhere than before, and because of which cell. */
@Command(name = "diff", resourceBundle = "org.denovo.app.help")
final class DiffCommand implements Callable<Integer> {

  @Mixin private Common common;

  @Parameters(index = "0", arity = "0..1", paramLabel = "RUN", descriptionKey = "diff.before")
  private String before = "latest~1";

  @Parameters(index = "1", arity = "0..1", paramLabel = "RUN", descriptionKey = "diff.now")
  private String now = "latest";

  @Option(names = "--cohort", paramLabel = "C", descriptionKey = "diff.cohort")
  private String cohort;

  @Option(names = "--csv", descriptionKey = "diff.csv")
  private boolean csv;

  @Option(names = "--job", paramLabel = "JOB.yaml", descriptionKey = "diff.job")
  private Path job = Path.of("jobs", "nightly.yaml");

  @Override
  public Integer call() {
    Terminal terminal = common.terminal();
    if (csv && common.json()) {
      terminal.error(new Text("--csv与--json只能用一个", "--csv and --json exclude each other"));
      return Exit.USAGE.code();
    }
    Problems problems = new Problems();
    Optional<JobFile> file = JobFiles.read(job, problems);
    if (file.isEmpty() || !problems.isEmpty()) {
      return ValidateCommand.report(problems, terminal, common.json()).code();
    }
    Optional<Path> old = RunName.find(before, file.get(), terminal);
    Optional<Path> young =
        old.isEmpty() ? Optional.empty() : RunName.find(now, file.get(), terminal);
    return young.isEmpty() ? Exit.USAGE.code() : compare(old.get(), young.get(), terminal).code();
  }

  private Exit compare(Path old, Path young, Terminal terminal) {
    try (RunDifference difference = RunDifference.between(old, young)) {
      List<String> cohorts = difference.cohorts();
      if (cohort != null && !cohorts.contains(cohort)) {
        Text says =
            new Text("两次运行没有共同的队列“{0}”", "the runs have no cohort '{0}' in common").with(cohort);
        terminal.error(
            Nearest.to(cohort, cohorts)
                .map(
                    near -> new Text("{0}；是否应为“{1}”？", "{0}; did you mean '{1}'?").with(says, near))
                .orElse(says));
        return Exit.USAGE;
      }
      List<String> asked = cohort == null ? cohorts : List.of(cohort);
      if (csv) {
        new DiffRows(terminal).print(difference, asked);
      } else if (common.json()) {
        new DiffJson(terminal).print(name(old), name(young), difference, asked);
      } else {
        new DiffText(terminal).print(name(old), name(young), difference, asked);
      }
      return Exit.DONE;
    } catch (NotComparable refused) {
      terminal.error(refused.says());
      return Exit.USAGE;
    }
  }

  private static String name(Path run) {
    return run.toAbsolutePath().normalize().getFileName().toString();
  }
}
