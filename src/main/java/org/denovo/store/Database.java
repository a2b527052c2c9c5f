package org.denovo.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Where the registry is kept.
 *
 * @param url the JDBC address
 * @param password never shown
 */
public record Database(String url, String user, String password) {

  public Database {
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(password, "password");
    if (!url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:mysql:")) {
      throw new IllegalArgumentException(
          "a database address starts with jdbc:mysql: or jdbc:h2:, not " + url.split(":/", 2)[0]);
    }
  }

  /** The embedded database in a folder. A commit is on the disk when it returns. */
  public static Database embedded(Path folder) {
    String file = folder.toAbsolutePath().normalize().resolve("denovo").toString();
    return new Database(
        "jdbc:h2:file:"
            + file.replace('\\', '/')
            + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;WRITE_DELAY=0"
            // Else it closes itself under a run that is asked to stop and still has its marks to
            // write.
            + ";DB_CLOSE_ON_EXIT=FALSE",
        "denovo",
        "");
  }

  /**
   * A MySQL or MariaDB server. Batches are rewritten to multi-row statements and dates carry no
   * time zone, whatever the address says.
   */
  public static Database server(String url, String user, String password) {
    String joined = url.contains("?") ? url + "&" : url + "?";
    return new Database(
        joined + "rewriteBatchedStatements=true&connectionTimeZone=UTC&characterEncoding=UTF-8",
        user,
        password);
  }

  /** The same, into which nothing can be written. */
  public Database forReading() {
    return isEmbedded() ? new Database(url + ";ACCESS_MODE_DATA=r", user, password) : this;
  }

  /** True if an embedded database lies in the folder. */
  public static boolean liesIn(Path folder) {
    return Files.exists(folder.resolve("denovo.mv.db"));
  }

  /** True for the embedded database. */
  public boolean isEmbedded() {
    return url.startsWith("jdbc:h2:");
  }

  @Override
  public String toString() {
    return url;
  }
}
