package org.denovo.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.denovo.job.JobFile;
import org.denovo.job.Schedule;

/**
 * Runs jobs when they are due, one after another. A night that was missed while nobody was at work
 * is caught up once. The job files are read anew before each look, so that a change needs no
 * restart.
 */
final class Scheduler {

  private static final Duration LONGEST_SLEEP = Duration.ofMinutes(1);

  /** Waits; ends early when it is woken. */
  interface Sleep {
    void until(Duration duration) throws InterruptedException;
  }

  private final Supplier<List<JobFile>> jobs;
  private final Function<JobFile, Optional<Instant>> lastStarted;
  private final Consumer<JobFile> run;
  private final Clock clock;
  private final Sleep sleep;
  private final Instant began;
  private final Map<String, Instant> started = new HashMap<>();
  private final AtomicBoolean stopped = new AtomicBoolean();

  /**
   * A scheduler.
   *
   * @param lastStarted when a job was last started, as the registry remembers it
   * @param run runs a job to its end; failures are its own to report
   */
  Scheduler(
      Supplier<List<JobFile>> jobs,
      Function<JobFile, Optional<Instant>> lastStarted,
      Consumer<JobFile> run,
      Clock clock,
      Sleep sleep) {
    this.jobs = jobs;
    this.lastStarted = lastStarted;
    this.run = run;
    this.clock = clock;
    this.sleep = sleep;
    this.began = clock.instant();
  }

  /** Works until it is stopped. */
  void serve() {
    while (!stopped.get()) {
      Instant next = clock.instant().plus(LONGEST_SLEEP);
      for (JobFile job : jobs.get()) {
        Optional<Instant> due = job.schedule().flatMap(schedule -> due(job, schedule));
        if (due.isPresent() && !stopped.get()) {
          next = due.get().isBefore(next) ? due.get() : next;
        }
      }
      pause(next);
    }
  }

  /** Runs the job if it is due; gives the time at which it is due next. */
  private Optional<Instant> due(JobFile job, Schedule schedule) {
    Instant last =
        started.computeIfAbsent(job.name(), name -> lastStarted.apply(job).orElse(began));
    if (schedule.isDue(last, clock.instant()) && !stopped.get()) {
      started.put(job.name(), clock.instant());
      run.accept(job);
    }
    return schedule.next(started.get(job.name()));
  }

  private void pause(Instant until) {
    Duration left = Duration.between(clock.instant(), until);
    if (!stopped.get() && left.compareTo(Duration.ZERO) > 0) {
      try {
        sleep.until(left);
      } catch (InterruptedException e) {
        stop();
      }
    }
  }

  /** Ends the service after the run that is under way. */
  void stop() {
    stopped.set(true);
  }
}
