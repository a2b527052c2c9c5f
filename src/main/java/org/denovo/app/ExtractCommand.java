package org.denovo.app;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.denovo.batch.CutExtract;
import org.denovo.batch.CutRefused;
import org.denovo.batch.Night;
import org.denovo.job.JobFile;
import org.denovo.job.JobFiles;
import org.denovo.vocabulary.Text;
import org.denovo.yaml.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code extract --cut NAME}: the registry and the cohorts of a data cut, byte for byte. */
@Command(name = "extract", resourceBundle = "org.denovo.app.help")
final class ExtractCommand implements Callable<Integer> {

  @Mixin private Common common;

  @Option(names = "--cut", required = true, paramLabel = "NAME", descriptionKey = "extract.cut")
  private String cut;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      descriptionKey = "extract.output")
  private Path output;

  @Option(names = "--job", paramLabel = "JOB.yaml", descriptionKey = "extract.job")
  private Path job = Path.of("jobs", "nightly.yaml");

  @Override
  public Integer call() {
    Terminal terminal = common.terminal();
    Problems problems = new Problems();
    Optional<JobFile> file = JobFiles.read(job, problems);
    if (file.isPresent() && Registry.isEmpty(file.get())) {
      return Registry.nothingYet(terminal, file.get()).code();
    }
    Optional<Night> night = Configuration.night(job, problems);
    if (night.isEmpty()) {
      return ValidateCommand.report(problems, terminal, common.json()).code();
    }
    return Registry.write(
            terminal, night.get().job(), source -> extract(terminal, night.get(), source))
        .code();
  }

  private Exit extract(Terminal terminal, Night night, HikariDataSource source) {
    CutExtract extract = new CutExtract(night, source, terminal);
    Path target = output == null ? extract.usualFolder(cut) : output.toAbsolutePath().normalize();
    try {
      extract.make(cut, target, jobFile -> frozen(jobFile, night));
    } catch (CutRefused refused) {
      terminal.finish();
      return LockCommand.refused(refused, terminal);
    }
    terminal.finish();
    terminal.line(new Text("与锁定时逐字节相同：{0}", "every byte as it was locked: {0}").with(target));
    return Exit.DONE;
  }

  /** The kept files were valid when they were kept, and are as they were. */
  private static Night frozen(Path jobFile, Night live) {
    Problems problems = new Problems();
    return Configuration.frozen(jobFile, live.key(), problems)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "this program does not read the kept configuration any more: "
                        + problems.sorted().size()
                        + " problems"));
  }
}
