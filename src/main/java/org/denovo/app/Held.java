package org.denovo.app;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Function;
import org.denovo.store.Lease;

/** Work on the registry's database while nobody else is at work on it. */
final class Held {

  private Held() {}

  /**
   * Takes the lease, opens the database, does the work and gives both back.
   *
   * @throws Lease.Held if somebody else is at work
   */
  static <T> T registry(Path data, Instant now, Function<HikariDataSource, T> work)
      throws Lease.Held {
    return Registry.embedded() ? embedded(data, now, work) : server(data, now, work);
  }

  @SuppressWarnings("try") // the lease is held, not used
  private static <T> T embedded(Path data, Instant now, Function<HikariDataSource, T> work)
      throws Lease.Held {
    try (Lease lease = Lease.ofFolder(data, Registry.holder(now));
        HikariDataSource source = Registry.open(data)) {
      return work.apply(source);
    }
  }

  @SuppressWarnings("try") // the lease is held, not used
  private static <T> T server(Path data, Instant now, Function<HikariDataSource, T> work)
      throws Lease.Held {
    try (HikariDataSource source = Registry.open(data);
        Lease lease = Lease.ofServer(source, Registry.holder(now))) {
      return work.apply(source);
    }
  }
}
