package org.denovo.batch;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.denovo.check.Finding;
import org.denovo.linkage.Persons;
import org.denovo.record.PatientKey;
import org.denovo.store.Store;
import org.denovo.store.Submission;

/**
 * The errors of the registry in force, as they stand in the way of its patients.
 *
 * @param acrossRecords what rules over many patients found tonight
 */
record BlockingErrors(
    Store store, List<Submission> inForce, List<Finding> acrossRecords, Standings standings) {

  BlockingErrors {
    inForce = List.copyOf(inForce);
    acrossRecords = List.copyOf(acrossRecords);
  }

  /** Those of a submission's patients. */
  Blocking of(Submission submission) {
    Blocking blocking = new Blocking(standings);
    store.findings().eachError(submission, blocking::add);
    acrossRecords.stream()
        .filter(finding -> finding.centre().equals(submission.centre()))
        .forEach(blocking::add);
    return blocking;
  }

  /** Those of all records of persons who have several, whatever centre they are of. */
  Blocking of(Persons persons) {
    Set<String> pids =
        persons.all().stream()
            .flatMap(person -> person.members().stream())
            .map(PatientKey::pid)
            .collect(Collectors.toCollection(TreeSet::new));
    Blocking blocking = new Blocking(standings);
    inForce.forEach(one -> store.findings().eachError(one, pids, blocking::add));
    acrossRecords.stream()
        .filter(
            finding -> finding.patient().map(PatientKey::pid).filter(pids::contains).isPresent())
        .forEach(blocking::add);
    return blocking;
  }
}
