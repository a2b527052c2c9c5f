package org.denovo.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.denovo.check.Finding;
import org.denovo.check.RuleCount;
import org.denovo.linkage.Decisions;
import org.denovo.linkage.Linkage;
import org.denovo.linkage.Pair;
import org.denovo.linkage.PersonFindings;
import org.denovo.linkage.Persons;
import org.denovo.record.PatientRecord;
import org.denovo.store.Store;
import org.denovo.store.Submission;

/**
 * The persons of the registry, who have to be known before a cohort judges anybody, and what a pass
 * over all records tells of further pairs.
 */
final class WhoIsWhom {

  private final Decisions decisions;
  private final Set<String> candidates;
  private final Linkage linkage = new Linkage();
  private final Map<String, Long> records = new TreeMap<>();
  private Persons persons = Persons.NONE;
  private Linkage.Found found;

  private WhoIsWhom(Decisions decisions, Set<String> candidates) {
    this.decisions = decisions;
    this.candidates = candidates;
  }

  /** Those who may have several records, by what the store has; nobody is merged yet. */
  static WhoIsWhom over(Store store, List<Submission> submissions) {
    Decisions decisions = store.pairs().inForce();
    Set<String> candidates = new TreeSet<>(decisions.pids());
    candidates.addAll(store.patients().sharingNumber(submissions, Persons.MOST));
    return new WhoIsWhom(decisions, candidates);
  }

  /** The persons among the patients of these submissions. */
  static WhoIsWhom in(Store store, List<Submission> submissions) {
    WhoIsWhom who = over(store, submissions);
    List<PatientRecord> records = new ArrayList<>();
    List<String> pids = List.copyOf(who.candidates);
    submissions.forEach(one -> records.addAll(store.patients().of(one, pids).values()));
    who.meet(records);
    return who;
  }

  /** True if the record may be one of several of a person. */
  boolean isCandidate(PatientRecord record) {
    return candidates.contains(record.key().pid());
  }

  /** Merges the candidates, all of whom are given. */
  void meet(List<PatientRecord> records) {
    persons = Persons.among(records, decisions);
  }

  /** Adds a record to those among which pairs are looked for. */
  void add(PatientRecord patient) {
    linkage.add(patient);
    records.merge(patient.key().centre(), 1L, Long::sum);
  }

  /** Those who have several records. */
  Persons persons() {
    return persons;
  }

  /** True for the pseudonyms of two records of which somebody decided whose they are. */
  boolean isSettled(String one, String other) {
    return decisions.on(one, other).isPresent();
  }

  /** The pairs among the records that were added. */
  Linkage.Found found() {
    if (found == null) {
      found = linkage.find(decisions);
    }
    return found;
  }

  NightResult.PersonCount count() {
    long merged = persons.all().stream().mapToLong(person -> person.members().size() - 1L).sum();
    long open =
        found().pairs().stream().filter(pair -> pair.standing() == Pair.Standing.OPEN).count();
    return new NightResult.PersonCount(merged, open);
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
