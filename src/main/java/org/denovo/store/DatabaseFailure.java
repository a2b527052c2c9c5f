package org.denovo.store;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientException;
import java.util.Optional;

/**
 * How a database failed.
 *
 * @param state the standard's five characters
 * @param code the database's own number
 * @param temporary true if trying again later may help: it cannot be reached, or somebody was in
 *     the way
 * @param says its message; it may hold values that it refused, unless the failure is temporary
 */
public record DatabaseFailure(String state, int code, boolean temporary, String says) {

  /** The failure of a database that an exception stems from, if it stems from one. */
  public static Optional<DatabaseFailure> in(Throwable exception) {
    SQLException innermost = null;
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        innermost = sql;
      }
    }
    return Optional.ofNullable(innermost).map(DatabaseFailure::of);
  }

  private static DatabaseFailure of(SQLException exception) {
    String state = String.valueOf(exception.getSQLState());
    boolean temporary =
        exception instanceof SQLTransientException
            || exception instanceof SQLNonTransientConnectionException
            || state.startsWith("08");
    return new DatabaseFailure(
        state, exception.getErrorCode(), temporary, String.valueOf(exception.getMessage()));
  }
}
