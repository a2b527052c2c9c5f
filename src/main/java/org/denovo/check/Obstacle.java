package org.denovo.check;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * An unresolved error that leaves open what cohorts need to know of a patient.
 *
 * @param finding its id
 * @param rule the id of its rule
 * @param blocks what it leaves open; never nothing
 */
public record Obstacle(String finding, String rule, Set<Decision> blocks) {

  public Obstacle {
    Objects.requireNonNull(finding, "finding");
    Objects.requireNonNull(rule, "rule");
    Set<Decision> copy = EnumSet.copyOf(blocks);
    blocks = Collections.unmodifiableSet(copy);
  }

  /** True if it leaves open one of these. */
  public boolean blocks(Set<Decision> decisions) {
    return !Collections.disjoint(blocks, decisions);
  }

  /** What some obstacles leave open together. */
  public static Set<Decision> decisions(Collection<Obstacle> obstacles) {
    Set<Decision> decisions = EnumSet.noneOf(Decision.class);
    obstacles.forEach(obstacle -> decisions.addAll(obstacle.blocks()));
    return decisions;
  }
}
