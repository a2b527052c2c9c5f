package org.denovo.app;

import com.zaxxer.hikari.HikariDataSource;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.denovo.batch.Night;
import org.denovo.batch.NightResult;
import org.denovo.batch.NightRunner;
import org.denovo.extract.RunSummary;
import org.denovo.store.Lease;
import org.denovo.vocabulary.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a night with its database and its lease, and tells the user how it ended. */
final class JobRunner {

  private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
  private static final long STOP_SECONDS = 20;

  private final Terminal terminal;
  private final boolean json;
  private final Clock clock = Clock.systemUTC();

  JobRunner(Terminal terminal, boolean json) {
    this.terminal = terminal;
    this.json = json;
  }

  /** The night's exit code. */
  Exit run(Night night) {
    AtomicReference<NightRunner> runner = new AtomicReference<>();
    CountDownLatch ended = new CountDownLatch(1);
    Thread stop = new Thread(() -> stop(runner.get(), ended), "stop");
    Runtime.getRuntime().addShutdownHook(stop);
    try {
      return Held.registry(
          night.job().data(), clock.instant(), source -> run(night, source, runner));
    } catch (Lease.Held held) {
      return busy(held, terminal);
    } catch (RuntimeException e) {
      summarise(night, Failure.of(e));
      throw e;
    } finally {
      ended.countDown();
      removeHook(stop);
    }
  }

  /** A failed run leaves a summary too, if its folder can be written. */
  private static void summarise(Night night, Failure failure) {
    try {
      new RunSummary(
              night.job().name(),
              "",
              failure.exit().code(),
              failure.says(),
              Map.of(),
              List.of(),
              List.of())
          .write(night.job().out().resolve(night.job().name()));
    } catch (UncheckedIOException e) {
      LOG.warn("no summary could be written: {}", e.getMessage());
    }
  }

  /** Says who is at work. */
  static Exit busy(Lease.Held held, Terminal terminal) {
    terminal.error(new Text("另一个进程正在运行：{0}", "another run is at work: {0}").with(held.holder()));
    return Exit.BUSY;
  }

  private Exit run(Night night, HikariDataSource source, AtomicReference<NightRunner> runner) {
    NightRunner nights = new NightRunner(source, clock, terminal);
    runner.set(nights);
    NightResult result = nights.run(night);
    terminal.finish();
    new ResultText(terminal, json).print(result);
    return Exit.of(result.exitCode());
  }

  /** The virtual machine ends with this thread, so that it is this one that says the last word. */
  private void stop(NightRunner runner, CountDownLatch ended) {
    if (runner != null) {
      runner.stop();
    }
    try {
      ended.await(STOP_SECONDS, TimeUnit.SECONDS);
      terminal.say(Failure.STOPPED);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void removeHook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return; // already shutting down: the hook is what is running
    }
  }
}
