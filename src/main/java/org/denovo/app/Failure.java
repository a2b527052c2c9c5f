package org.denovo.app;

import org.denovo.batch.NightFailed;
import org.denovo.store.Outage;
import org.denovo.vocabulary.Lang;
import org.denovo.vocabulary.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns an exception that reached the top into a sentence and an exit code. */
final class Failure {

  private static final Logger LOG = LoggerFactory.getLogger(Failure.class);

  private Failure() {}

  static int report(Exception exception, Lang lang) {
    if (Outage.isBehind(exception)) {
      System.err.println(
          new Text(
                  "数据库或共享目录暂时无法访问，请稍后再试：{0}",
                  "the database or the share cannot be reached, try again later: {0}")
              .with(root(exception).getMessage())
              .in(lang));
      return Exit.TEMPORARY.code();
    }
    if (exception instanceof NightFailed failed && failed.stopped()) {
      System.err.println(
          new Text("已按要求停止，再次运行即可继续", "stopped as asked; run again to go on").in(lang));
      return Exit.FAILED.code();
    }
    LOG.error("unexpected failure", exception);
    System.err.println(
        new Text(
                "意外失败；已完成的部分保留，再次运行会从中断处继续",
                "unexpected failure; what was done stays, and running again goes on from there")
            .in(lang));
    return Exit.FAILED.code();
  }

  private static Throwable root(Throwable exception) {
    Throwable cause = exception;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
