package org.denovo.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.denovo.batch.Night;
import org.denovo.yaml.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code run JOB.yaml}: one night. */
@Command(name = "run", resourceBundle = "org.denovo.app.help")
final class RunCommand implements Callable<Integer> {

  @Mixin private Common common;

  @Parameters(paramLabel = "JOB.yaml", descriptionKey = "run.job")
  private Path file;

  @Override
  public Integer call() {
    Terminal terminal = common.terminal();
    Problems problems = new Problems();
    Optional<Night> night = Configuration.night(file, problems);
    if (night.isEmpty()) {
      return ValidateCommand.report(problems, terminal, common.json()).code();
    }
    return new JobRunner(terminal, common.json()).run(night.get()).code();
  }
}
