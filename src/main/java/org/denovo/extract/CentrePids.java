package org.denovo.extract;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** The pseudonyms of centres, from the same kind of keyed hash as those of patients. */
public final class CentrePids {

  private final UnaryOperator<String> keyedHash;
  private final Map<String, String> known = new HashMap<>();

  /** Pseudonyms from a keyed hash; without a key, 33 centres could simply be tried out. */
  public CentrePids(UnaryOperator<String> keyedHash) {
    this.keyedHash = Objects.requireNonNull(keyedHash, "keyedHash");
  }

  /** The pseudonym of a centre. A patient's number never gives the same hash as a centre's code. */
  public String of(String centre) {
    return known.computeIfAbsent(centre, code -> keyedHash.apply("centre\u0000" + code));
  }
}
