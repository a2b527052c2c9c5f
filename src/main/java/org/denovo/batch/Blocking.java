package org.denovo.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.denovo.check.Decision;
import org.denovo.check.Finding;
import org.denovo.check.Obstacle;
import org.denovo.record.PatientKey;
import org.denovo.record.PatientRecord;

/** The obstacles of some patients, by the patients' pseudonyms. */
final class Blocking {

  private final Standings standings;
  private final Map<String, List<Obstacle>> byPatient = new HashMap<>();

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
          .computeIfAbsent(finding.patient().map(PatientKey::pid).get(), pid -> new ArrayList<>())
          .add(new Obstacle(finding.id(), finding.ruleId(), blocked));
    }
  }

  /** What stands in the way of a patient, in the order in which it was added. */
  List<Obstacle> of(PatientRecord patient) {
    return byPatient.getOrDefault(patient.key().pid(), List.of());
  }
}
