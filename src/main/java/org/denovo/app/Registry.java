package org.denovo.app;

import com.zaxxer.hikari.HikariDataSource;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.denovo.store.Database;
import org.denovo.store.Schema;

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
