package org.denovo.batch;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.denovo.check.Finding;
import org.denovo.check.RuleCount;
import org.denovo.linkage.Decisions;
import org.denovo.linkage.Linkage;
import org.denovo.linkage.PersonFindings;
import org.denovo.linkage.Persons;
import org.denovo.record.PatientRecord;
import org.denovo.store.Store;
import org.denovo.store.Submission;

/**
 * The persons of the registry, known before its patients are passed over, and what the pass tells
 * of further pairs.
 */
final class WhoIsWhom {

  private final Decisions decisions;
  private final Persons persons;
  private final Linkage linkage = new Linkage();
  private final Map<String, Long> records = new TreeMap<>();
  private Linkage.Found found;

  private WhoIsWhom(Decisions decisions, Persons persons) {
    this.decisions = decisions;
    this.persons = persons;
  }

  /** The persons among the patients of these submissions. */
  static WhoIsWhom in(Store store, List<Submission> inForce) {
    Decisions decisions = store.pairs().inForce();
    List<PatientRecord> candidates = new ArrayList<>();
    store
        .patients()
        .sharingNumber(inForce)
        .forEach(
            (submission, sharing) -> {
              Set<String> pids = new LinkedHashSet<>(sharing);
              pids.addAll(decisions.pids());
              candidates.addAll(store.patients().of(submission, List.copyOf(pids)).values());
            });
    return new WhoIsWhom(decisions, Persons.among(candidates, decisions));
  }

  /** Adds a record to those among which pairs are looked for. */
  void add(PatientRecord patient) {
    linkage.add(patient);
    records.merge(patient.key().centre(), 1L, Long::sum);
  }

  /** The record by which a cohort judges; nothing if it is another of the same person. */
  Optional<PatientRecord> judged(PatientRecord patient) {
    return persons
        .of(patient)
        .map(
            person ->
                person.record().key().equals(patient.key())
                    ? Optional.of(person.record())
                    : Optional.<PatientRecord>empty())
        .orElse(Optional.of(patient));
  }

  /** The pairs among the records that were added. */
  Linkage.Found found() {
    if (found == null) {
      found = linkage.find(decisions);
    }
    return found;
  }

  Persons persons() {
    return persons;
  }

  Decisions decisions() {
    return decisions;
  }

  List<Finding> findings() {
    return PersonFindings.of(found().pairs(), persons);
  }

  Map<String, Map<String, RuleCount>> counts(List<Finding> findings) {
    return PersonFindings.counts(findings, persons, records);
  }
}
