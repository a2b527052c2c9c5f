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
  private final Thread thread;
  private List<T> batch = new ArrayList<>(BATCH);
  private volatile RuntimeException failure;
  private boolean told;

  Beside(String name, Consumer<T> receiver) {
    this.receiver = receiver;
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

  /** Waits until every item was received. */
  @Override
  public void close() {
    if (!batch.isEmpty()) {
      put(batch);
      batch = new ArrayList<>();
    }
    put(List.of());
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
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
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
    if (failure != null && !told) {
      told = true;
      throw failure;
    }
  }
}
