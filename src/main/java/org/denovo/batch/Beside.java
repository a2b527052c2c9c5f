package org.denovo.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Hands items to a receiver on a thread of its own, in their order, without running far ahead. What
 * the receiver throws comes out of the next call.
 */
final class Beside<T> implements AutoCloseable {

  private static final int BATCH = 200;
  private static final int BATCHES = 8;

  private final BlockingQueue<List<T>> queue = new ArrayBlockingQueue<>(BATCHES);
  private final Consumer<T> receiver;
  private final Runnable last;
  private final Thread thread;
  private List<T> batch = new ArrayList<>(BATCH);
  private volatile Throwable failure;
  private boolean told;
  private volatile boolean ended;

  Beside(String name, Consumer<T> receiver) {
    this(name, receiver, () -> {});
  }

  /**
   * Starts.
   *
   * @param last what is done on the same thread after the last item, if {@link #end} was called
   */
  Beside(String name, Consumer<T> receiver, Runnable last) {
    this.receiver = receiver;
    this.last = last;
    this.thread = new Thread(this::receive, name);
    thread.start();
  }

  /** Hands an item over; waits while the receiver is far behind. */
  void accept(T item) {
    rethrow();
    batch.add(item);
    if (batch.size() == BATCH) {
      put(batch);
      batch = new ArrayList<>(BATCH);
    }
  }

  /** No more items will come; does not wait. */
  void end() {
    rethrow();
    ended = true;
    finish();
  }

  private void finish() {
    if (!batch.isEmpty()) {
      put(batch);
      batch = new ArrayList<>();
    }
    put(List.of());
  }

  /** Waits until every item was received, and the last thing done. */
  @Override
  public void close() {
    if (!ended) {
      finish();
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
    rethrow();
  }

  private void receive() {
    try {
      for (List<T> items = queue.take(); !items.isEmpty(); items = queue.take()) {
        items.forEach(receiver);
      }
      if (ended) {
        last.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      failure = e;
    }
  }

  private void put(List<T> items) {
    try {
      // Nobody takes from the queue of a receiver that failed.
      while (failure == null && !queue.offer(items, 100, TimeUnit.MILLISECONDS)) {
        continue;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private void rethrow() {
    Throwable thrown = failure;
    if (thrown == null || told) {
      return;
    }
    told = true;
    if (thrown instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) thrown;
  }
}
