package org.denovo.batch;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.denovo.check.Decision;
import org.denovo.check.Finding;
import org.denovo.check.RuleCard;
import org.denovo.record.PatientKey;
import org.denovo.record.PatientRecord;

/** What the unresolved errors of some patients leave undecided, by the patients' pseudonyms. */
final class Blocking {

  private final Map<String, RuleCard> cards;
  private final Map<String, Set<Decision>> byPatient = new HashMap<>();

  /** Nothing yet, under the rules of these cards. */
  Blocking(Map<String, RuleCard> cards) {
    this.cards = cards;
  }

  /** Adds an unresolved finding. */
  void add(Finding finding) {
    if (finding.patient().isEmpty()) {
      return;
    }
    Set<Decision> blocked = of(finding);
    if (!blocked.isEmpty()) {
      byPatient
          .computeIfAbsent(
              finding.patient().map(PatientKey::pid).get(), pid -> EnumSet.noneOf(Decision.class))
          .addAll(blocked);
    }
  }

  private Set<Decision> of(Finding finding) {
    RuleCard card = cards.get(finding.ruleId());
    return card == null ? Set.of() : card.blockedBy(finding);
  }

  /** What is not decided of a patient. */
  Set<Decision> of(PatientRecord patient) {
    return byPatient.getOrDefault(patient.key().pid(), Set.of());
  }
}
