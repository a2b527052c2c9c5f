package org.denovo.app;

import org.denovo.store.DatabaseFailure;

/**
 * The way of an exception, for a log that may not hold a patient's value: databases put the values
 * that they refuse into their messages, so that of them only the codes are told.
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
    return DatabaseFailure.in(exception)
        .map(failure -> name + ": SQL state " + failure.state() + ", code " + failure.code())
        .orElseGet(() -> name + ": " + exception.getMessage());
  }
}
