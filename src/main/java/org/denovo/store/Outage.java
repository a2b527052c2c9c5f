package org.denovo.store;

import java.sql.SQLException;
import java.sql.SQLTransientException;

/** Tells a database that cannot be reached now from a mistake. */
public final class Outage {

  /** Class 08 of the SQL states: connection exceptions. */
  private static final String CONNECTION = "08";

  private Outage() {}

  /** True if the failure, or what caused it, is that the database cannot be reached. */
  public static boolean isBehind(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLTransientException
          || cause instanceof SQLException sql
              && sql.getSQLState() != null
              && sql.getSQLState().startsWith(CONNECTION)) {
        return true;
      }
    }
    return false;
  }
}
