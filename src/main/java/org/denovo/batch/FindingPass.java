package org.denovo.batch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.denovo.check.Finding;
import org.denovo.check.OverTimeRules;
import org.denovo.check.Severity;
import org.denovo.extract.FindingsCsv;
import org.denovo.extract.PatientSet;
import org.denovo.record.PatientKey;
import org.denovo.report.Report;
import org.denovo.store.Lives;

/** What a pass over all open findings learns: states, lives and the report's selection. */
final class FindingPass {

  private static final int SHOWN = 10_000;

  private final Lives lives;
  private final LocalDate today;
  private final Map<String, Long> bySeverity = new LinkedHashMap<>();
  private final Map<String, Map<Severity, Long>> byCentre = new TreeMap<>();
  private final Map<String, Set<String>> aboutFiles = new HashMap<>();
  private final Map<String, Long> newByCentre = new HashMap<>();
  private final Map<Severity, List<Report.Open>> shown = new TreeMap<>();
  private final PatientSet withError = new PatientSet();
  private long appeared;
  private long persisting;

  FindingPass(Lives lives, LocalDate today) {
    this.lives = lives;
    this.today = today;
    for (Severity severity : Severity.values()) {
      bySeverity.put(severity.code(), 0L);
      shown.put(severity, new ArrayList<>());
    }
  }

  FindingsCsv.Row accept(Finding finding) {
    Lives.Meeting meeting = lives.meet(finding.id(), today);
    boolean isNew = meeting.before() != Lives.Before.OPEN;
    if (isNew) {
      appeared++;
      newByCentre.merge(finding.centre(), 1L, Long::sum);
    } else {
      persisting++;
    }
    bySeverity.merge(finding.severity().code(), 1L, Long::sum);
    byCentre
        .computeIfAbsent(finding.centre(), c -> new TreeMap<>())
        .merge(finding.severity(), 1L, Long::sum);
    if (finding.patient().isEmpty()) {
      aboutFiles.computeIfAbsent(finding.centre(), c -> new HashSet<>()).add(finding.ruleId());
    }
    // A patient who is gone is not one of those whose share the gates judge.
    if (finding.severity() == Severity.ERROR
        && !finding.ruleId().equals(OverTimeRules.VANISHED.id())) {
      finding.patient().map(PatientKey::pid).ifPresent(withError::add);
    }
    List<Report.Open> list = shown.get(finding.severity());
    if (list.size() < SHOWN) {
      list.add(new Report.Open(finding, isNew));
    }
    String state =
        switch (meeting.before()) {
          case UNKNOWN -> "new";
          case RESOLVED -> "reopened";
          case OPEN -> "persisting";
        };
    return new FindingsCsv.Row(finding, state, meeting.firstSeen().toString(), today.toString());
  }

  long patientsWithError() {
    return withError.count();
  }

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

  long newOf(String centre) {
    return newByCentre.getOrDefault(centre, 0L);
  }

  NightResult.Changes changes() {
    return new NightResult.Changes(appeared, persisting, lives.resolved());
  }

  Lives lives() {
    return lives;
  }

  long inAll() {
    return appeared + persisting;
  }

  /** The gravest first, no more than the page can carry. */
  List<Report.Open> shown() {
    return shown.values().stream().flatMap(List::stream).limit(SHOWN).toList();
  }
}
