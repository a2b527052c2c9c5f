package org.denovo.sample;

import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Chance that repeats itself: {@link Random} has a specified algorithm, so that a seed gives the
 * same registry on every machine.
 */
final class Draw {

  private final Random random;

  /** A stream of its own for each name, so that a change in one centre leaves the others alone. */
  Draw(long seed, String name) {
    this.random = new Random(seed * 31 + name.hashCode());
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** A whole number, both bounds included. */
  int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  double uniform(double least, double most) {
    return least + (most - least) * random.nextDouble();
  }

  double normal(double mean, double deviation) {
    return mean + deviation * random.nextGaussian();
  }

  /** An exponential time with rate one. */
  double exponential() {
    return -StrictMath.log(1 - random.nextDouble());
  }

  <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** A key with a probability in proportion to its weight. */
  <T> T weighted(Map<T, Double> weights) {
    double left =
        random.nextDouble() * weights.values().stream().mapToDouble(Double::doubleValue).sum();
    T last = null;
    for (Map.Entry<T, Double> entry : weights.entrySet()) {
      last = entry.getKey();
      left -= entry.getValue();
      if (left < 0) {
        break;
      }
    }
    return last;
  }
}
