package org.denovo.app;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.denovo.batch.Night;
import org.denovo.job.JobFile;
import org.denovo.job.JobFiles;
import org.denovo.store.Lease;
import org.denovo.store.Store;
import org.denovo.vocabulary.Text;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code serve [JOBS]}: every job of a folder by its schedule. */
@Command(name = "serve", resourceBundle = "org.denovo.app.help")
final class ServeCommand implements Callable<Integer> {

  @Mixin private Common common;

  @Parameters(paramLabel = "JOBS", arity = "0..1", descriptionKey = "serve.jobs")
  private Path folder = Path.of("jobs");

  @Override
  public Integer call() {
    Terminal terminal = common.terminal();
    Problems problems = new Problems();
    List<JobFile> jobs = read(problems);
    if (!problems.isEmpty()) {
      return ValidateCommand.report(problems, terminal, common.json()).code();
    }
    if (jobs.stream().noneMatch(job -> job.schedule().isPresent())) {
      terminal.error(new Text("“{0}”中没有带时间表的作业", "no job in '{0}' has a schedule").with(folder));
      return Exit.USAGE.code();
    }
    // No interrupt: it would close the embedded database's file under a run.
    CountDownLatch asked = new CountDownLatch(1);
    Scheduler scheduler =
        new Scheduler(
            () -> read(new Problems()),
            ServeCommand::lastStarted,
            job -> run(job, terminal),
            Clock.systemUTC(),
            duration -> asked.await(duration.toMillis(), TimeUnit.MILLISECONDS));
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  scheduler.stop();
                  asked.countDown();
                },
                "stop-serving"));
    jobs.forEach(
        job ->
            job.schedule()
                .ifPresent(
                    s ->
                        terminal.say(
                            new Text("作业 {0}：{1}（{2}）", "job {0}: {1} ({2})")
                                .with(job.name(), s.cron(), s.zone()))));
    scheduler.serve();
    return Exit.DONE.code();
  }

  private List<JobFile> read(Problems problems) {
    Path root = JobFiles.root(folder.resolve("job.yaml"));
    return YamlFolder.files(root, folder, problems).stream()
        .flatMap(file -> JobFiles.read(file, problems).stream())
        .toList();
  }

  private void run(JobFile job, Terminal terminal) {
    Problems problems = new Problems();
    Optional<Night> night = Configuration.night(job.file(), problems);
    try {
      Exit exit =
          night.isPresent()
              ? new JobRunner(terminal, common.json()).run(night.get())
              : ValidateCommand.report(problems, terminal, common.json());
      terminal.say(
          new Text("作业 {0} 结束，代码 {1}", "job {0} ended with code {1}")
              .with(job.name(), exit.code()));
    } catch (RuntimeException e) {
      Failure.report(e, terminal.lang()); // the next night is tried all the same
    }
  }

  /** The last start that the registry knows of; none if it cannot be asked now. */
  @SuppressWarnings("try") // the lease is held, not used
  private static Optional<Instant> lastStarted(JobFile job) {
    try {
      if (Registry.embedded()) {
        try (Lease lease = Lease.ofFolder(job.data(), "schedule");
            HikariDataSource source = Registry.open(job.data())) {
          return lastStarted(job, source);
        }
      }
      try (HikariDataSource source = Registry.open(job.data())) {
        return lastStarted(job, source);
      }
    } catch (Lease.Held held) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> lastStarted(JobFile job, HikariDataSource source) {
    return Store.in(source)
        .runs()
        .latest(job.name())
        .map(run -> run.started().toInstant(ZoneOffset.UTC));
  }
}
