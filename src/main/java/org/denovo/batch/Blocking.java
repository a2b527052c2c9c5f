package org.denovo.batch;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.denovo.check.Decision;
import org.denovo.check.Finding;
import org.denovo.record.PatientKey;
import org.denovo.record.PatientRecord;

/** What the unresolved errors of some patients leave undecided, by the patients' pseudonyms. */
final class Blocking {

  private final Standings standings;
  private final Map<String, Set<Decision>> byPatient = new HashMap<>();

  Blocking(Standings standings) {
    this.standings = standings;
  }

  /** Adds a finding, which blocks nothing if it was settled. */
  void add(Finding finding) {
    if (finding.patient().isEmpty() || !standings.isUnresolved(finding)) {
      return;
    }
    Set<Decision> blocked = standings.blockedBy(finding);
    if (!blocked.isEmpty()) {
      byPatient
          .computeIfAbsent(
              finding.patient().map(PatientKey::pid).get(), pid -> EnumSet.noneOf(Decision.class))
          .addAll(blocked);
    }
  }

  /** What is not decided of a patient. */
  Set<Decision> of(PatientRecord patient) {
    return byPatient.getOrDefault(patient.key().pid(), Set.of());
  }
}
