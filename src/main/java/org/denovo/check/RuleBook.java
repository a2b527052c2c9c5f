package org.denovo.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What there is to know of every rule of every kind, for reports, the handbook and {@code
 * describe}.
 */
public final class RuleBook {

  private static final List<RuleCard> ALL = bound();

  private RuleBook() {}

  /** The cards of all rules, by id, each id once. */
  public static List<RuleCard> all() {
    return ALL;
  }

  /** The card of that id. */
  public static Optional<RuleCard> named(String id) {
    return ALL.stream().filter(card -> card.id().equals(id)).findFirst();
  }

  private static List<RuleCard> bound() {
    List<RuleCard> cards = new ArrayList<>(FileRules.all());
    Rules.all().forEach(rule -> cards.add(rule.card()));
    cards.addAll(CrossRecordRules.all());
    cards.sort(Comparator.comparing(RuleCard::id));
    Set<String> ids = new HashSet<>();
    for (RuleCard card : cards) {
      if (!ids.add(card.id())) {
        throw new IllegalStateException(card.id() + " stands twice");
      }
    }
    return List.copyOf(cards);
  }
}
