package org.denovo.difference;

import java.util.Iterator;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Two runs' patients side by side. */
final class SideBySide {

  private SideBySide() {}

  /**
   * Hands over each patient as she was and as she is.
   *
   * @param olds in the order of the pseudonyms
   * @param youngs in the same order
   */
  static <T> void each(
      Iterator<T> olds,
      Iterator<T> youngs,
      Function<T, String> pid,
      BiConsumer<Optional<T>, Optional<T>> receiver) {
    T was = olds.hasNext() ? olds.next() : null;
    T is = youngs.hasNext() ? youngs.next() : null;
    while (was != null || is != null) {
      int order = was == null ? 1 : is == null ? -1 : pid.apply(was).compareTo(pid.apply(is));
      receiver.accept(
          order <= 0 ? Optional.of(was) : Optional.empty(),
          order >= 0 ? Optional.of(is) : Optional.empty());
      was = order > 0 ? was : olds.hasNext() ? olds.next() : null;
      is = order < 0 ? is : youngs.hasNext() ? youngs.next() : null;
    }
  }
}
