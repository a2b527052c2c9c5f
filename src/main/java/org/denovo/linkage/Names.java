package org.denovo.linkage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an agreement says where values are not equally frequent: two who share a rare name are more
 * likely one person than two called 张伟 (Winkler 1989, frequency-based matching). A name's share is
 * taken half from the registry without the pair itself, half from the average of all names.
 */
final class Names {

  private final Map<Long, Integer> bySound = new HashMap<>();
  private final Model model;
  private int named;

  Names(List<Traits> records, Model model) {
    this.model = model;
    for (Traits one : records) {
      if (one.sound() != 0) {
        bySound.merge(one.sound(), 1, Integer::sum);
        named++;
      }
    }
  }

  /** The bits of a level for a pair of which this is one record. */
  double bits(Comparison comparison, int level, Traits one) {
    int i = comparison.ordinal();
    if (comparison != Comparison.NAME || level < 2) {
      return model.bits(i, level);
    }
    double average = model.u()[i][2] + model.u()[i][3];
    double others =
        Math.max(0, bySound.getOrDefault(one.sound(), 0) - 2) / Math.max(1.0, named - 2.0);
    double share = (others + average) / 2;
    return model.bits(i, level)
        - StrictMath.log(Math.max(share, average / 2) / average) / StrictMath.log(2);
  }
}
