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

  private static final String LATEST = "latest";

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
    Path latest = job.out().resolve(job.name()).resolve(LATEST);
    return Files.exists(latest) ? Optional.of(followed(latest)) : Optional.empty();
  }

  /** The run that {@code latest} names, if that is what somebody wrote; else what was written. */
  static Path followed(Path written) {
    if (!written.endsWith(LATEST) || !Files.isRegularFile(written)) {
      return written;
    }
    try {
      return written.resolveSibling(Files.readString(written).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
