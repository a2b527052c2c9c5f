package org.denovo.linkage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The weights of a registry's pairs, in bits. An agreement on a name weighs by how frequent the
 * name is: two who share a rare one are more likely one person than two called 张伟 (Winkler 1989,
 * frequency-based matching). A name's share is taken half from the registry without the pair
 * itself, half from the average of all names.
 */
final class Weights {

  private static final Comparison[] COMPARISONS = Comparison.values();
  private static final int NAME = Comparison.NAME.ordinal();

  private final double[][] bits;
  private final double average;
  private final Map<Long, Integer> bySound = new HashMap<>();
  private int named;

  Weights(List<Traits> records, Model model) {
    this.bits = model.bits();
    this.average = model.u()[NAME][2] + model.u()[NAME][3];
    for (Traits one : records) {
      if (one.sound() != 0) {
        bySound.merge(one.sound(), 1, Integer::sum);
        named++;
      }
    }
  }

  /** The weight of a pair; what a record does not say weighs nothing. */
  double of(Traits one, Traits other) {
    double weight = 0;
    for (int i = 0; i < COMPARISONS.length; i++) {
      int level = COMPARISONS[i].level(one, other);
      if (level != Comparison.MISSING) {
        weight += bits[i][level] - (i == NAME && level >= 2 ? frequency(one) : 0);
      }
    }
    return weight;
  }

  /** How many bits a name's agreement is worth less than the average name's. */
  private double frequency(Traits one) {
    double others = Math.max(0, bySound.get(one.sound()) - 2) / Math.max(1.0, named - 2.0);
    return StrictMath.log((others + average) / 2 / average) / StrictMath.log(2);
  }
}
