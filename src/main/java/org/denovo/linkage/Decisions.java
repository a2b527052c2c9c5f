package org.denovo.linkage;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** All decisions on pairs that are in force. */
public final class Decisions {

  /** Nobody has decided anything. */
  public static final Decisions NONE = new Decisions(List.of());

  private final Map<String, Decision> byPair = new TreeMap<>();

  /** These, the oldest first; of several on one pair the last counts. */
  public Decisions(List<Decision> decisions) {
    for (Decision decision : decisions) {
      if (decision.verdict() == Decision.Verdict.OPEN) {
        byPair.remove(decision.pair());
      } else {
        byPair.put(decision.pair(), decision);
      }
    }
  }

  /** The decision on two records, by their pseudonyms. */
  public Optional<Decision> on(String one, String other) {
    return byPair.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(byPair.get(Decision.pair(one, other)));
  }

  /** All of them, by the pseudonyms. */
  public List<Decision> all() {
    return List.copyOf(byPair.values());
  }

  /** The pseudonyms of all records on which something is decided. */
  public Set<String> pids() {
    Set<String> pids = new TreeSet<>();
    byPair
        .values()
        .forEach(
            decision -> {
              pids.add(decision.one());
              pids.add(decision.other());
            });
    return Collections.unmodifiableSet(pids);
  }
}
