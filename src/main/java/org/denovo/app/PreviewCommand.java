package org.denovo.app;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.denovo.batch.Night;
import org.denovo.batch.Preview;
import org.denovo.batch.PreviewRun;
import org.denovo.job.JobFile;
import org.denovo.job.JobFiles;
import org.denovo.mapping.CentreMapping;
import org.denovo.vocabulary.Text;
import org.denovo.yaml.Nearest;
import org.denovo.yaml.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code preview JOB.yaml}: what the files as they stand would change, before they are used. */
@Command(name = "preview", resourceBundle = "org.denovo.app.help")
final class PreviewCommand implements Callable<Integer> {

  @Mixin private Common common;

  @Parameters(paramLabel = "JOB.yaml", descriptionKey = "preview.job")
  private Path file;

  @Option(names = "--centre", paramLabel = "C", descriptionKey = "preview.centre")
  private String centre;

  @Option(names = "--rules", descriptionKey = "preview.rules")
  private boolean rules;

  @Override
  public Integer call() {
    Terminal terminal = common.terminal();
    Problems problems = new Problems();
    Optional<JobFile> job = JobFiles.read(file, problems);
    if (job.isPresent() && Registry.isEmpty(job.get())) {
      return Registry.nothingYet(terminal, job.get()).code();
    }
    Optional<Night> night = Configuration.night(file, problems);
    if (night.isEmpty()) {
      return ValidateCommand.report(problems, terminal, common.json()).code();
    }
    List<String> centres = night.get().mappings().stream().map(CentreMapping::centre).toList();
    if (centre != null && !centres.contains(centre)) {
      Text says = new Text("没有中心“{0}”", "there is no centre '{0}'").with(centre);
      terminal.error(
          Nearest.to(centre, centres)
              .map(near -> new Text("{0}；是否应为“{1}”？", "{0}; did you mean '{1}'?").with(says, near))
              .orElse(says));
      return Exit.USAGE.code();
    }
    return Registry.read(
            terminal, night.get().job(), source -> compare(terminal, night.get(), source))
        .code();
  }

  private Exit compare(Terminal terminal, Night night, HikariDataSource source) {
    Optional<Preview> preview =
        new PreviewRun(night, source, terminal).of(Optional.ofNullable(centre), rules);
    terminal.finish();
    if (preview.isEmpty()) {
      return Registry.nothingYet(terminal, night.job());
    }
    if (common.json()) {
      terminal.data(
          JsonMapper.shared()
              .writerWithDefaultPrettyPrinter()
              .writeValueAsString(PreviewJson.of(preview.get())));
    } else {
      new PreviewText(terminal).print(preview.get());
    }
    boolean refused =
        preview.get().centres().stream()
            .anyMatch(changes -> changes.state() == Preview.State.REFUSED);
    return refused ? Exit.PARTIAL : Exit.DONE;
  }
}
