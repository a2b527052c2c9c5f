package org.denovo.store;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientException;
import java.util.Optional;

/** Tells a database that cannot be reached now from a mistake. */
public final class Outage {

  /** Class 08 of the SQL states: connection exceptions. */
  private static final String CONNECTION = "08";

  private Outage() {}

  /** What the database's driver says, if the failure is that it cannot be reached. */
  public static Optional<String> behind(Throwable failure) {
    Optional<String> innermost = Optional.empty();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && isOutage(sql)) {
        innermost = Optional.of(String.valueOf(sql.getMessage()));
      }
    }
    return innermost;
  }

  private static boolean isOutage(SQLException sql) {
    return sql instanceof SQLTransientException
        || sql instanceof SQLNonTransientConnectionException
        || sql.getSQLState() != null && sql.getSQLState().startsWith(CONNECTION);
  }
}
