package org.denovo.app;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import org.denovo.batch.NightFailed;
import org.denovo.store.DatabaseFailure;
import org.denovo.vocabulary.Lang;
import org.denovo.vocabulary.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An exception that reached the top, as a sentence and an exit code.
 *
 * @param says what happened and what to do
 */
record Failure(Exit exit, Text says) {

  private static final Logger LOG = LoggerFactory.getLogger(Failure.class);

  /** Somebody asked the run to end. */
  static final Text STOPPED = new Text("已按要求停止，再次运行即可继续", "stopped as asked; run again to go on");

  /** Tells the user; gives the exit code. */
  static int report(Exception exception, Lang lang) {
    Failure failure = of(exception);
    if (failure.says.equals(STOPPED)) {
      return failure.exit.code(); // the one who stops it says so
    }
    if (failure.exit == Exit.FAILED) {
      LOG.error("unexpected failure: {}", Trace.of(exception));
    }
    System.err.println(failure.says.in(lang));
    return failure.exit.code();
  }

  static Failure of(Exception exception) {
    if (exception instanceof NightFailed failed && failed.stopped()) {
      return new Failure(Exit.FAILED, STOPPED);
    }
    Optional<DatabaseFailure> database =
        DatabaseFailure.in(exception).filter(DatabaseFailure::temporary);
    if (database.isPresent()) {
      return new Failure(
          Exit.TEMPORARY,
          new Text("数据库暂时无法访问，请稍后再试：{0}", "the database cannot be reached, try again later: {0}")
              .with(database.get().says()));
    }
    Optional<IOException> file = file(exception);
    if (file.isPresent()) {
      return new Failure(
          Exit.TEMPORARY,
          new Text(
                  "文件或文件夹无法读写，请检查后再运行：{0}",
                  "a file or a folder cannot be read or written, look at it and run again: {0}")
              .with(about(file.get())));
    }
    return new Failure(
        Exit.FAILED,
        new Text(
            "意外失败；已完成的部分保留，再次运行会从中断处继续",
            "unexpected failure; what was done stays, and running again goes on from there"));
  }

  private static Optional<IOException> file(Throwable exception) {
    Optional<IOException> innermost = Optional.empty();
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      innermost = cause instanceof IOException io ? Optional.of(io) : innermost;
    }
    return innermost;
  }

  /** The exceptions of the file system often say the path only. */
  private static Text about(IOException exception) {
    if (exception instanceof AccessDeniedException denied) {
      return new Text("{0}：没有权限", "{0}: no permission").with(denied.getFile());
    }
    if (exception instanceof NoSuchFileException missing) {
      return new Text("{0}：不存在", "{0}: does not exist").with(missing.getFile());
    }
    return Text.same(String.valueOf(exception.getMessage()));
  }
}
