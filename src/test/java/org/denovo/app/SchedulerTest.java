package org.denovo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.denovo.job.Gates;
import org.denovo.job.JobFile;
import org.denovo.job.Privacy;
import org.denovo.job.Schedule;
import org.denovo.vocabulary.Text;
import org.junit.jupiter.api.Test;

/** Nights pass in no time: the clock is moved by the sleeping. */
class SchedulerTest {

  private static final String TWO_IN_SHANGHAI = "0 2 * * *";

  private final HandClock clock = new HandClock(Instant.parse("2022-06-30T12:00:00Z"));
  private final List<String> runs = new ArrayList<>();
  private Scheduler scheduler;

  @Test
  void aJobRunsEachNightAtItsTimeInItsZone() {
    serve(List.of(job("nightly", TWO_IN_SHANGHAI)), Optional.empty(), 3, Duration.ZERO);
    assertThat(runs)
        .containsExactly(
            "nightly 2022-06-30T18:00:00Z",
            "nightly 2022-07-01T18:00:00Z",
            "nightly 2022-07-02T18:00:00Z");
  }

  @Test
  void aMissedNightIsCaughtUpOnceAtTheStart() {
    Instant threeNightsAgo = Instant.parse("2022-06-27T18:00:00Z");
    serve(List.of(job("nightly", TWO_IN_SHANGHAI)), Optional.of(threeNightsAgo), 2, Duration.ZERO);
    assertThat(runs)
        .containsExactly("nightly 2022-06-30T12:00:00Z", "nightly 2022-06-30T18:00:00Z");
  }

  @Test
  void aRestartAfterTonightsRunDoesNotRunItAgain() {
    Instant tonight = Instant.parse("2022-06-29T18:00:03Z");
    serve(List.of(job("nightly", TWO_IN_SHANGHAI)), Optional.of(tonight), 1, Duration.ZERO);
    assertThat(runs).containsExactly("nightly 2022-06-30T18:00:00Z");
  }

  @Test
  void jobsOfTheSameMinuteRunOneAfterAnother() {
    serve(
        List.of(job("a", TWO_IN_SHANGHAI), job("b", TWO_IN_SHANGHAI)),
        Optional.empty(),
        2,
        Duration.ofMinutes(10));
    assertThat(runs).containsExactly("a 2022-06-30T18:00:00Z", "b 2022-06-30T18:10:00Z");
  }

  @Test
  void aRunThatLastsLongerThanItsPeriodIsFollowedByOneNotByMany() {
    serve(List.of(job("often", "*/10 * * * *")), Optional.empty(), 2, Duration.ofMinutes(35));
    assertThat(runs).containsExactly("often 2022-06-30T12:10:00Z", "often 2022-06-30T12:45:00Z");
  }

  @Test
  void aJobWithoutAScheduleNeverRunsByItself() {
    List<JobFile> jobs = List.of(job("nightly", TWO_IN_SHANGHAI), withoutSchedule());
    serve(jobs, Optional.empty(), 1, Duration.ZERO);
    assertThat(runs).containsExactly("nightly 2022-06-30T18:00:00Z");
  }

  private void serve(
      List<JobFile> jobs, Optional<Instant> lastStarted, int nights, Duration lasting) {
    scheduler =
        new Scheduler(
            () -> jobs,
            job -> lastStarted,
            job -> {
              runs.add(job.name() + " " + clock.instant());
              clock.move(lasting);
              if (runs.size() == nights) {
                scheduler.stop();
              }
            },
            clock,
            clock::move);
    scheduler.serve();
  }

  private static JobFile job(String name, String cron) {
    return job(name, Optional.of(new Schedule(cron, ZoneId.of("Asia/Shanghai"))));
  }

  private static JobFile withoutSchedule() {
    return job("by-hand", Optional.empty());
  }

  private static JobFile job(String name, Optional<Schedule> schedule) {
    Path root = Path.of("/registry");
    return new JobFile(
        name,
        Text.same(name),
        root,
        root.resolve("jobs"),
        root.resolve("inbox"),
        root.resolve("mappings"),
        List.of(),
        List.of(),
        root.resolve("out"),
        root.resolve("data"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        schedule,
        Duration.ZERO,
        org.denovo.workbook.Limits.DEFAULT,
        Gates.OPEN,
        Privacy.DEFAULT,
        Optional.empty());
  }

  /** A clock that is moved by hand. */
  private static final class HandClock extends Clock {

    private final AtomicReference<Instant> now;

    private HandClock(Instant start) {
      now = new AtomicReference<>(start);
    }

    void move(Duration by) {
      now.updateAndGet(instant -> instant.plus(by));
    }

    @Override
    public Instant instant() {
      return now.get();
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
