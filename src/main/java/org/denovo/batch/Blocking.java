package org.denovo.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.denovo.check.Decision;
import org.denovo.check.Finding;
import org.denovo.check.Obstacle;
import org.denovo.linkage.Person;
import org.denovo.linkage.Persons;
import org.denovo.record.Field;
import org.denovo.record.Fields;
import org.denovo.record.PatientKey;
import org.denovo.record.PatientRecord;

/** The obstacles of some patients, by the patients' pseudonyms. */
final class Blocking {

  /** An obstacle, and the fields that its rule read. */
  private record Hindrance(Obstacle obstacle, List<Field<?>> fields) {}

  private final Standings standings;
  private final Map<String, List<Hindrance>> byPatient = new HashMap<>();

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
          .add(
              new Hindrance(
                  new Obstacle(finding.id(), finding.ruleId(), blocked),
                  Fields.named(finding.fields())));
    }
  }

  /** Adds what another knows of a patient. */
  void add(PatientRecord patient, Blocking other) {
    String pid = patient.key().pid();
    byPatient.put(pid, other.byPatient.getOrDefault(pid, List.of()));
  }

  /** What stands in the way of a record, in the order in which it was added. */
  List<Obstacle> of(PatientRecord patient) {
    return byPatient.getOrDefault(patient.key().pid(), List.of()).stream()
        .map(Hindrance::obstacle)
        .toList();
  }

  /**
   * The same where the record is the leading one of a person: what stands in the way of the person,
   * who has the errors of every record from which a value came that their rule read.
   */
  List<Obstacle> of(PatientRecord patient, Persons persons) {
    return persons
        .of(patient)
        .filter(person -> person.record().key().equals(patient.key()))
        .map(this::of)
        .orElseGet(() -> of(patient));
  }

  private List<Obstacle> of(Person person) {
    return person.members().stream()
        .flatMap(
            key ->
                byPatient.getOrDefault(key.pid(), List.of()).stream()
                    .filter(hindrance -> person.concerns(key, hindrance.fields())))
        .map(Hindrance::obstacle)
        .toList();
  }
}
