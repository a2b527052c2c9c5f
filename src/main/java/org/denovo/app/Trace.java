package org.denovo.app;

import java.nio.file.FileSystemException;
import java.util.Optional;
import org.denovo.store.DatabaseFailure;

/**
 * The way of an exception, for a log that may not hold a patient's value: databases and parsers put
 * what they refuse into their messages, so that of the former only the codes are told, of the
 * latter only the place.
 */
final class Trace {

  private Trace() {}

  static String of(Throwable exception) {
    StringBuilder trace = new StringBuilder();
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      trace.append(trace.isEmpty() ? "" : "Caused by: ").append(head(cause)).append('\n');
      for (StackTraceElement frame : cause.getStackTrace()) {
        trace.append("\tat ").append(frame).append('\n');
      }
      for (Throwable other : cause.getSuppressed()) {
        trace.append("\tand: ").append(head(other)).append('\n');
      }
    }
    return trace.toString().strip();
  }

  private static String head(Throwable exception) {
    String name = exception.getClass().getName();
    Optional<DatabaseFailure> database = DatabaseFailure.in(exception);
    if (database.isPresent()) {
      return name + ": SQL state " + database.get().state() + ", code " + database.get().code();
    }
    return isTold(exception) ? name + ": " + exception.getMessage() : name;
  }

  /**
   * What this program says itself of its own state has no values, nor have paths. What others say,
   * or whoever refuses an argument, quotes it; and a message may hold that of its cause.
   */
  private static boolean isTold(Throwable exception) {
    for (Throwable cause = exception.getCause(); cause != null; cause = cause.getCause()) {
      String message = String.valueOf(cause.getMessage());
      if (!saysItself(cause) && String.valueOf(exception.getMessage()).contains(message)) {
        return false;
      }
    }
    return saysItself(exception);
  }

  private static boolean saysItself(Throwable exception) {
    StackTraceElement[] frames = exception.getStackTrace();
    return exception instanceof FileSystemException
        || exception instanceof IllegalStateException
            && frames.length > 0
            && frames[0].getClassName().startsWith("org.denovo.");
  }
}
