package org.denovo.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What there is to know of every rule of every kind, for reports and the handbook.
 *
 * @param all the cards of all rules, by id, each id once
 */
public record RuleBook(List<RuleCard> all) {

  /** The rules that every registry has. */
  public static final RuleBook BUILT_IN = builtIn();

  public RuleBook {
    all = all.stream().sorted(Comparator.comparing(RuleCard::id)).toList();
    Set<String> ids = new HashSet<>();
    for (RuleCard card : all) {
      if (!ids.add(card.id())) {
        throw new IllegalArgumentException(card.id() + " stands twice");
      }
    }
  }

  /** This book and a registry's own rules. */
  public RuleBook with(LocalRules local) {
    List<RuleCard> cards = new ArrayList<>(all);
    local.rules().forEach(rule -> cards.add(rule.card()));
    return new RuleBook(cards);
  }

  /** The card of that id. */
  public Optional<RuleCard> named(String id) {
    return all.stream().filter(card -> card.id().equals(id)).findFirst();
  }

  /** The cards by id, for who asks often. */
  public Map<String, RuleCard> byId() {
    return all.stream().collect(Collectors.toUnmodifiableMap(RuleCard::id, card -> card));
  }

  private static RuleBook builtIn() {
    List<RuleCard> cards = new ArrayList<>(FileRules.all());
    Rules.all().forEach(rule -> cards.add(rule.card()));
    cards.addAll(CrossRecordRules.all());
    cards.addAll(CentreRules.all());
    cards.addAll(PersonRules.all());
    cards.addAll(OverTimeRules.all());
    return new RuleBook(cards);
  }
}
