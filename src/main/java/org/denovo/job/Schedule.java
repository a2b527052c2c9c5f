package org.denovo.job;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.Optional;
import org.springframework.scheduling.support.CronExpression;

/**
 * When a job is due.
 *
 * @param cron minute, hour, day of month, month, day of week
 * @param zone the zone in which these are meant
 */
public record Schedule(String cron, ZoneId zone) {

  public Schedule {
    Objects.requireNonNull(zone, "zone");
    expression(cron);
  }

  /** The first time after an instant at which the job is due. */
  public Optional<Instant> next(Instant after) {
    ZonedDateTime next = expression(cron).next(after.atZone(zone));
    return Optional.ofNullable(next).map(ZonedDateTime::toInstant);
  }

  /**
   * True if a due time passed since the job last started: the night that was missed is caught up,
   * once, however many were missed.
   */
  public boolean isDue(Instant lastStarted, Instant now) {
    return next(lastStarted).filter(due -> !due.isAfter(now)).isPresent();
  }

  private static CronExpression expression(String cron) {
    if (cron.strip().split("\\s+").length != 5) {
      throw new IllegalArgumentException("five parts: minute hour day month weekday");
    }
    return CronExpression.parse("0 " + cron.strip());
  }
}
