package org.denovo.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.denovo.job.JobFile;
import org.denovo.vocabulary.Text;

/** Where the outputs of a job's last good run lie. Needs no database. */
final class LastGoodRun {

  private LastGoodRun() {}

  /** The run's folder; nothing, and a word on the terminal, if the job has not published yet. */
  static Optional<Path> of(JobFile job, Terminal terminal) {
    Optional<Path> run = of(job);
    if (run.isEmpty()) {
      terminal.error(new Text("作业“{0}”还没有发布过", "job '{0}' has not published yet").with(job.name()));
    }
    return run;
  }

  /** The run's folder, if the job has published. */
  static Optional<Path> of(JobFile job) {
    Path folder = job.out().resolve(job.name());
    Path latest = folder.resolve("latest");
    if (!Files.exists(latest)) {
      return Optional.empty();
    }
    try {
      return Optional.of(folder.resolve(Files.readString(latest).strip()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
