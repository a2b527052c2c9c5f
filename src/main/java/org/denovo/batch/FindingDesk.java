package org.denovo.batch;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.denovo.check.Ruling;
import org.denovo.check.Waiver;
import org.denovo.job.Schedule;
import org.denovo.store.Rulings;
import org.denovo.store.Store;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Where people say what is to be thought of findings; it counts from the next run on. */
public final class FindingDesk {

  private final Night night;
  private final DataSource source;
  private final Clock clock;

  /** The desk of a job, on a migrated database that nobody else is at work on. */
  public FindingDesk(Night night, DataSource source, Clock clock) {
    this.night = Objects.requireNonNull(night, "night");
    this.source = Objects.requireNonNull(source, "source");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** Makes rulings; those that may not be made change nothing and come back with the reason. */
  public List<Rulings.Refused> rule(List<Ruling> rulings) {
    return alone(store -> store.rulings().make(rulings, night.book(), moment()));
  }

  /** Waives rules for centres. */
  public void waive(List<Waiver> waivers) {
    alone(
        store -> {
          waivers.forEach(waiver -> store.rulings().waive(waiver, moment()));
          return waivers.size();
        });
  }

  private <T> T alone(Function<Store, T> work) {
    return Objects.requireNonNull(
        new TransactionTemplate(new JdbcTransactionManager(source))
            .execute(status -> work.apply(Store.in(source))));
  }

  private Rulings.Moment moment() {
    ZoneId zone = night.job().schedule().map(Schedule::zone).orElse(ZoneId.systemDefault());
    return new Rulings.Moment(
        LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
        night.job().asOf().orElseGet(() -> LocalDate.now(clock.withZone(zone))),
        Optional.empty());
  }
}
