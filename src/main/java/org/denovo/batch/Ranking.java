package org.denovo.batch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.denovo.check.Decision;
import org.denovo.check.Finding;
import org.denovo.check.Severity;
import org.denovo.cohort.CohortDefinition;
import org.denovo.cohort.Consequence;
import org.denovo.cohort.Consequences;
import org.denovo.linkage.Persons;
import org.denovo.record.Fields;
import org.denovo.record.PatientKey;
import org.denovo.record.PatientRecord;
import org.denovo.report.Report;

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
   * @param records finds the records of some patients, by pseudonym
   * @param persons who have several records
   */
  List<Report.Open> ranked(
      Function<Set<PatientKey>, Map<String, PatientRecord>> records, Persons persons) {
    List<Candidate> candidates = shelves.stream().flatMap(List::stream).toList();
    Map<String, PatientRecord> known =
        records.apply(
            candidates.stream()
                .flatMap(candidate -> candidate.finding().patient().stream())
                .collect(Collectors.toUnmodifiableSet()));
    return candidates.stream()
        .map(candidate -> open(candidate, known, persons))
        .sorted(
            Comparator.comparing((Report.Open open) -> open.weight().consequence())
                .thenComparing(open -> open.finding().severity())
                .thenComparing(open -> open.weight().cohorts().size(), Comparator.reverseOrder()))
        .toList();
  }

  private Report.Open open(
      Candidate candidate, Map<String, PatientRecord> records, Persons persons) {
    Finding finding = candidate.finding();
    return new Report.Open(
        finding,
        candidate.met().turn(),
        candidate.met().standing(),
        candidate.met().firstSeen(),
        finding
            .patient()
            .map(key -> weight(candidate, Optional.ofNullable(records.get(key.pid())), persons))
            .orElse(new Consequences.Weight(Consequence.MANY, List.of())));
  }

  /** Of a patient whose record is gone, or gave another record nothing, no cohort asks. */
  private Consequences.Weight weight(
      Candidate candidate, Optional<PatientRecord> record, Persons persons) {
    Finding finding = candidate.finding();
    return record
        .flatMap(own -> persons.judgedFor(own, Fields.named(finding.fields())))
        .map(judged -> consequences.of(judged, finding, candidate.blocks()))
        .orElse(Consequences.Weight.NONE);
  }
}
