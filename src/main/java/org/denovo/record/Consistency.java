package org.denovo.record;

import java.util.Collection;
import org.denovo.vocabulary.MCat;
import org.denovo.vocabulary.NCat;
import org.denovo.vocabulary.TCat;

/** Tells values of one field that contradict each other from those of which one is more exact. */
public final class Consistency {

  private Consistency() {}

  /** True if both values can be right. */
  public static boolean holds(Object one, Object other) {
    if (one instanceof Interval a && other instanceof Interval b) {
      return a.min() <= b.max() && b.min() <= a.max();
    }
    if (one instanceof PartialDate a && other instanceof PartialDate b) {
      return !a.first().isAfter(b.last()) && !b.first().isAfter(a.last());
    }
    if (one instanceof Collection<?> a && other instanceof Collection<?> b) {
      return a.containsAll(b) || b.containsAll(a);
    }
    if (one instanceof TCat a && other instanceof TCat b) {
      return subcategory(a.code(), b.code());
    }
    if (one instanceof NCat a && other instanceof NCat b) {
      return subcategory(a.code(), b.code());
    }
    if (one instanceof MCat a && other instanceof MCat b) {
      return subcategory(a.code(), b.code());
    }
    return one.equals(other);
  }

  private static boolean subcategory(String one, String other) {
    return one.startsWith(other) || other.startsWith(one);
  }
}
