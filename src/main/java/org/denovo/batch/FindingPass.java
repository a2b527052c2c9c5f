package org.denovo.batch;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.denovo.check.Decision;
import org.denovo.check.Finding;
import org.denovo.check.OverTimeRules;
import org.denovo.check.Settled;
import org.denovo.check.Severity;
import org.denovo.check.Standing;
import org.denovo.check.Turn;
import org.denovo.extract.FindingsCsv;
import org.denovo.extract.PatientSet;
import org.denovo.record.PatientKey;

/**
 * What a pass over all findings learns: states, lives, what is blocked, what the report may show.
 */
final class FindingPass {

  private final Standings standings;
  private final LocalDate today;
  private final LocalDate lastNight;
  private final Map<String, Long> bySeverity = new LinkedHashMap<>();
  private final Map<String, Map<Severity, Long>> byCentre = new TreeMap<>();
  private final Map<String, Map<String, Long>> errorRules = new HashMap<>();
  private final Map<String, Set<String>> aboutFiles = new HashMap<>();
  private final Map<String, Map<Severity, Long>> newByCentre = new HashMap<>();
  private final Map<String, Long> overdue = new HashMap<>();
  private final Map<String, Map<String, Settled>> settled = new TreeMap<>();
  private final Ranking ranking;
  private final PatientSet withError = new PatientSet();
  private final BlockedPatients blocked = new BlockedPatients();
  private final Map<Turn, Long> turns = new TreeMap<>();
  private final Map<Standing, Long> byStanding = new TreeMap<>();
  private final Questions questions;

  FindingPass(Standings standings, Ranking ranking, LocalDate today, LocalDate lastNight) {
    this.standings = standings;
    this.ranking = ranking;
    this.today = today;
    this.lastNight = lastNight;
    this.questions = new Questions(standings);
    for (Severity severity : Severity.values()) {
      bySeverity.put(severity.code(), 0L);
    }
  }

  /** A finding that stands. */
  FindingsCsv.Row accept(Finding finding) {
    return accept(finding, standings.meet(finding));
  }

  /** A finding of which nobody knows, because its rule failed, whether it stands. */
  FindingsCsv.Row keep(Finding finding) {
    return accept(finding, standings.keep(finding));
  }

  private FindingsCsv.Row accept(Finding finding, Standings.Met met) {
    turns.merge(met.turn(), 1L, Long::sum);
    byStanding.merge(met.standing(), 1L, Long::sum);
    settled
        .computeIfAbsent(finding.ruleId(), rule -> new TreeMap<>())
        .compute(
            finding.centre(),
            (c, before) -> (before == null ? Settled.NONE : before).plus(met.standing()));
    if (finding.patient().isEmpty()) {
      aboutFiles.computeIfAbsent(finding.centre(), c -> new HashSet<>()).add(finding.ruleId());
    }
    // A patient who is gone is not one of those whose share the gates judge; a waiver hides nobody.
    if (finding.severity() == Severity.ERROR
        && met.standing() != Standing.CONFIRMED
        && !finding.ruleId().equals(OverTimeRules.VANISHED.id())) {
      finding.patient().map(PatientKey::pid).ifPresent(withError::add);
    }
    Set<Decision> blocks = Set.of();
    if (met.standing().isUnresolved()) {
      blocks = standings.blockedBy(finding);
      blocked.add(finding, blocks);
      ranking.add(finding, met, blocks);
      open(finding, met);
    }
    return row(finding, met, blocks, today);
  }

  private void open(Finding finding, Standings.Met met) {
    if (met.turn() != Turn.PERSISTING) {
      newByCentre
          .computeIfAbsent(finding.centre(), c -> new TreeMap<>())
          .merge(finding.severity(), 1L, Long::sum);
    }
    if (met.standing() == Standing.OVERDUE) {
      overdue.merge(finding.centre(), 1L, Long::sum);
    }
    bySeverity.merge(finding.severity().code(), 1L, Long::sum);
    byCentre
        .computeIfAbsent(finding.centre(), c -> new TreeMap<>())
        .merge(finding.severity(), 1L, Long::sum);
    questions.consider(finding, met);
    if (finding.severity() == Severity.ERROR) {
      errorRules
          .computeIfAbsent(finding.centre(), c -> new TreeMap<>())
          .merge(finding.ruleId(), 1L, Long::sum);
    }
  }

  /** A finding that the run before had and this one has not. */
  FindingsCsv.Row gone(Finding finding) {
    return row(finding, standings.gone(finding), Set.of(), lastNight);
  }

  private static FindingsCsv.Row row(
      Finding finding, Standings.Met met, Set<Decision> blocks, LocalDate lastSeen) {
    return new FindingsCsv.Row(
        finding,
        met.standing(),
        met.firstSeen().toString(),
        lastSeen.toString(),
        met.turn(),
        blocks);
  }

  long patientsWithError() {
    return withError.count();
  }

  /** Those that are unresolved. */
  Map<String, Long> bySeverity() {
    return bySeverity;
  }

  /** The rules that found something about the centre's file, and not about a patient. */
  Set<String> aboutFile(String centre) {
    return aboutFiles.getOrDefault(centre, Set.of());
  }

  Map<Severity, Long> of(String centre) {
    return byCentre.getOrDefault(centre, Map.of());
  }

  /** The rule with most unresolved errors of a centre, and how many; of equals the first. */
  Optional<Map.Entry<String, Long>> mostErrors(String centre) {
    return errorRules.getOrDefault(centre, Map.of()).entrySet().stream()
        .min(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()));
  }

  Map<Severity, Long> newOf(String centre) {
    return newByCentre.getOrDefault(centre, Map.of());
  }

  /** Those that were sent to the centre and not answered in time. */
  long overdueOf(String centre) {
    return overdue.getOrDefault(centre, 0L);
  }

  NightResult.Changes changes() {
    return new NightResult.Changes(
        turns.getOrDefault(Turn.NEW, 0L),
        turns.getOrDefault(Turn.REOPENED, 0L),
        turns.getOrDefault(Turn.PERSISTING, 0L),
        standings.lives().resolved());
  }

  NightResult.Settlement settlement() {
    return new NightResult.Settlement(
        byStanding.getOrDefault(Standing.CONFIRMED, 0L),
        byStanding.getOrDefault(Standing.WAIVED, 0L),
        byStanding.getOrDefault(Standing.OVERDUE, 0L));
  }

  /** By rule and centre. */
  Map<String, Map<String, Settled>> settled() {
    return settled;
  }

  BlockedPatients blocked() {
    return blocked;
  }

  Standings standings() {
    return standings;
  }

  Questions questions() {
    return questions;
  }

  /** Those that are unresolved. */
  long inAll() {
    return bySeverity.values().stream().mapToLong(Long::longValue).sum();
  }

  /** How many stand so. */
  Map<Standing, Long> byStanding() {
    return byStanding;
  }
}
