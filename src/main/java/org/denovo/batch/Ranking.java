package org.denovo.batch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.denovo.check.Decision;
import org.denovo.check.Finding;
import org.denovo.check.Severity;
import org.denovo.cohort.CohortDefinition;
import org.denovo.cohort.Consequence;
import org.denovo.cohort.Consequences;
import org.denovo.record.PatientKey;
import org.denovo.record.PatientRecord;
import org.denovo.report.Report;
import org.denovo.store.Patients;
import org.denovo.store.Submission;

/**
 * The unresolved findings that the report shows, by consequence, severity and the number of cohorts
 * that feel it; ties stay in the order of centres and rows. While findings stream by, those are
 * kept whose fields are read for most; what they mean for their patients is then tried one by one.
 */
final class Ranking {

  /** As many as a page can carry; all are in findings.csv. */
  static final int SHOWN = 10_000;

  private record Candidate(Finding finding, Standings.Met met, Set<Decision> blocks) {}

  private final Consequences consequences;
  private final int most;
  private final List<List<Candidate>> shelves = new ArrayList<>();
  private int kept;

  /**
   * For these cohorts.
   *
   * @param most how many findings are kept
   */
  Ranking(List<CohortDefinition> cohorts, int most) {
    this.consequences = new Consequences(cohorts);
    this.most = most;
    for (int i = 0; i < Consequence.values().length * Severity.values().length; i++) {
      shelves.add(new ArrayList<>());
    }
  }

  /** Adds an unresolved finding. */
  void add(Finding finding, Standings.Met met, Set<Decision> blocks) {
    int reach = consequences.reach(finding, blocks).ordinal();
    int shelf = reach * Severity.values().length + finding.severity().ordinal();
    if (kept == most && shelf >= last()) {
      return;
    }
    shelves.get(shelf).add(new Candidate(finding, met, blocks));
    kept++;
    if (kept > most) {
      List<Candidate> least = shelves.get(last());
      least.remove(least.size() - 1);
      kept--;
    }
  }

  /** The last shelf with something on it. */
  private int last() {
    int shelf = shelves.size() - 1;
    while (shelves.get(shelf).isEmpty()) {
      shelf--;
    }
    return shelf;
  }

  /**
   * The findings in their order.
   *
   * @param who which record a patient is judged by
   */
  List<Report.Open> ranked(Patients patients, List<Submission> inForce, WhoIsWhom who) {
    List<Candidate> candidates = shelves.stream().flatMap(List::stream).toList();
    Map<String, PatientRecord> records = records(candidates, patients, inForce, who);
    return candidates.stream()
        .map(candidate -> open(candidate, records))
        .sorted(
            Comparator.comparing((Report.Open open) -> open.weight().consequence())
                .thenComparing(open -> open.finding().severity())
                .thenComparing(open -> open.weight().cohorts().size(), Comparator.reverseOrder()))
        .toList();
  }

  private Report.Open open(Candidate candidate, Map<String, PatientRecord> records) {
    Finding finding = candidate.finding();
    return new Report.Open(
        finding,
        candidate.met().turn(),
        candidate.met().standing(),
        candidate.met().firstSeen(),
        finding
            .patient()
            .map(key -> weight(candidate, records.get(key.pid())))
            .orElse(new Consequences.Weight(Consequence.MANY, List.of())));
  }

  /** Of a patient whose record is gone, or merged into another, no cohort asks. */
  private Consequences.Weight weight(Candidate candidate, PatientRecord record) {
    return record == null
        ? Consequences.Weight.NONE
        : consequences.of(record, candidate.finding(), candidate.blocks());
  }

  /** The records by which cohorts judge the candidates' patients, by pseudonym. */
  private static Map<String, PatientRecord> records(
      List<Candidate> candidates, Patients patients, List<Submission> inForce, WhoIsWhom who) {
    Map<String, PatientRecord> records = new HashMap<>();
    for (Submission submission : inForce) {
      List<String> pids =
          candidates.stream()
              .map(Candidate::finding)
              .filter(finding -> finding.centre().equals(submission.centre()))
              .flatMap(finding -> finding.patient().stream())
              .map(PatientKey::pid)
              .distinct()
              .toList();
      patients
          .of(submission, pids)
          .forEach(
              (pid, record) -> who.judged(record).ifPresent(judged -> records.put(pid, judged)));
    }
    return records;
  }
}
