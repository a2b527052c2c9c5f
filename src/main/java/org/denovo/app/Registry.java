package org.denovo.app;

import com.zaxxer.hikari.HikariDataSource;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.denovo.job.JobFile;
import org.denovo.store.Database;
import org.denovo.store.Lease;
import org.denovo.store.Schema;
import org.denovo.vocabulary.Text;

/** Opens the registry's database: the server that the environment names, else the embedded one. */
final class Registry {

  private static final int CONNECTIONS = 20;

  private Registry() {}

  /** True if the environment names no server. */
  static boolean embedded() {
    return System.getenv("DENOVO_DB_URL") == null;
  }

  /** A pool of connections to the migrated database. */
  static HikariDataSource open(Path data) {
    Database database = database(data);
    HikariDataSource source = pool(database);
    try {
      Schema.migrate(source, database);
    } catch (RuntimeException e) {
      source.close();
      throw e;
    }
    return source;
  }

  /** Connections through which nothing can be written; the database stays as it is. */
  static HikariDataSource openForReading(Path data) {
    HikariDataSource source = pool(database(data).forReading());
    source.setReadOnly(true);
    return source;
  }

  /** True if it can be told without opening it that the registry is still empty. */
  static boolean isEmpty(JobFile job) {
    return embedded() && !Database.liesIn(job.data());
  }

  /** What is done with a registry that stands. */
  interface Use {
    Exit with(HikariDataSource source);
  }

  /**
   * Reads the registry while nobody writes it; the embedded one is open to one process at a time.
   *
   * @return what the use says; {@link Exit#BUSY} if a run is at work, {@link Exit#USAGE} if the job
   *     has not published yet, each with a word on the terminal
   */
  static Exit read(Terminal terminal, JobFile job, Use use) {
    if (isEmpty(job)) {
      return nothingYet(terminal, job);
    }
    try {
      return embedded() ? readAlone(terminal, job, use) : readOpen(terminal, job, use);
    } catch (Lease.Held held) {
      return busy(terminal, held);
    }
  }

  @SuppressWarnings("try") // the lease is held, not used
  private static Exit readAlone(Terminal terminal, JobFile job, Use use) throws Lease.Held {
    try (Lease lease = Lease.ofFolder(job.data(), holder(Instant.now()))) {
      return readOpen(terminal, job, use);
    }
  }

  private static Exit readOpen(Terminal terminal, JobFile job, Use use) {
    try (HikariDataSource source = openForReading(job.data())) {
      return Schema.stands(source) ? use.with(source) : nothingYet(terminal, job);
    }
  }

  /** Writes into the registry, alone; the lease is the one that a run takes. */
  static Exit write(Terminal terminal, JobFile job, Use use) {
    try {
      return embedded() ? writeFolder(job, use) : writeServer(job, use);
    } catch (Lease.Held held) {
      return busy(terminal, held);
    }
  }

  @SuppressWarnings("try") // the lease is held, not used
  private static Exit writeFolder(JobFile job, Use use) throws Lease.Held {
    try (Lease lease = Lease.ofFolder(job.data(), holder(Instant.now()));
        HikariDataSource source = open(job.data())) {
      return use.with(source);
    }
  }

  @SuppressWarnings("try") // the lease is held, not used
  private static Exit writeServer(JobFile job, Use use) throws Lease.Held {
    try (HikariDataSource source = open(job.data());
        Lease lease = Lease.ofServer(source, holder(Instant.now()))) {
      return use.with(source);
    }
  }

  /** Says that another process is at work. */
  static Exit busy(Terminal terminal, Lease.Held held) {
    terminal.error(new Text("另一个进程正在运行：{0}", "another run is at work: {0}").with(held.holder()));
    return Exit.BUSY;
  }

  /** Says that there is nothing to be read yet. */
  static Exit nothingYet(Terminal terminal, JobFile job) {
    terminal.error(new Text("作业“{0}”还没有发布过", "job '{0}' has not published yet").with(job.name()));
    return Exit.USAGE;
  }

  private static Database database(Path data) {
    return embedded()
        ? Database.embedded(data)
        : Database.server(
            System.getenv("DENOVO_DB_URL"),
            System.getenv().getOrDefault("DENOVO_DB_USER", "denovo"),
            System.getenv().getOrDefault("DENOVO_DB_PASSWORD", ""));
  }

  private static HikariDataSource pool(Database database) {
    HikariDataSource source = new HikariDataSource();
    source.setJdbcUrl(database.url());
    source.setUsername(database.user());
    source.setPassword(database.password());
    // Twice the reading threads, for a start takes a second connection, and some for the framework.
    source.setMaximumPoolSize(CONNECTIONS);
    source.setMinimumIdle(1);
    source.setConnectionTimeout(10_000);
    return source;
  }

  /** How the holder of a lease is named to others. */
  static String holder(Instant now) {
    String host;
    try {
      host = InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      host = "localhost";
    }
    Instant since = now.truncatedTo(ChronoUnit.SECONDS);
    return "process " + ProcessHandle.current().pid() + " on " + host + " since " + since;
  }
}
