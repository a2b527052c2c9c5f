package org.denovo.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Pieces of work of which none needs what another makes, on several threads. */
final class AtOnce {

  private AtOnce() {}

  /**
   * Does all of them, begun in their order, and waits for the last.
   *
   * @param threads as many are done at a time
   * @throws RuntimeException or an error that a piece of work threw, the first in their order;
   *     others are suppressed by it
   */
  static void all(int threads, List<Runnable> works) {
    ExecutorService pool =
        Executors.newFixedThreadPool(threads, work -> new Thread(work, "at-once"));
    try {
      List<Future<?>> begun = new ArrayList<>();
      works.forEach(work -> begun.add(pool.submit(work)));
      Throwable first = null;
      for (Future<?> one : begun) {
        Throwable thrown = thrownBy(one);
        if (first == null) {
          first = thrown;
        } else if (thrown != null) {
          first.addSuppressed(thrown);
        }
      }
      if (first instanceof Error error) {
        throw error;
      }
      if (first instanceof RuntimeException exception) {
        throw exception;
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static Throwable thrownBy(Future<?> work) {
    try {
      work.get();
      return null;
    } catch (ExecutionException e) {
      return e.getCause();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
