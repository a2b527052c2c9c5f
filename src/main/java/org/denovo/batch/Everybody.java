package org.denovo.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.denovo.check.Decision;
import org.denovo.check.Finding;
import org.denovo.check.Obstacle;
import org.denovo.cohort.AttritionCount;
import org.denovo.cohort.CohortDefinition;
import org.denovo.cohort.Selection;
import org.denovo.comparison.AcrossPatients;
import org.denovo.extract.RunSummary;
import org.denovo.record.PatientRecord;
import org.denovo.store.Run;

/**
 * All patients that the registry would have: what concerns them together is counted. Who may have
 * several records is held back to the end; that is known from the store, so that two records that
 * only a new reading shows to be of one person still count twice.
 */
final class Everybody {

  private record Chosen(Selection selection, AttritionCount count) {}

  private final AcrossPatients across;
  private final WhoIsWhom who;
  private final Standings standings;
  private final List<Asked> heldBack = new ArrayList<>();
  private final List<Chosen> cohorts = new ArrayList<>();

  Everybody(Night night, Run run, WhoIsWhom who, Standings standings) {
    this.across = new AcrossPatients(night.rules(run.asOf()), night.dataCuts(), who::isSettled);
    this.who = who;
    this.standings = standings;
    for (CohortDefinition cohort : night.definitions()) {
      Selection selection = Selection.of(cohort);
      cohorts.add(new Chosen(selection, selection.count()));
    }
  }

  /**
   * Adds a patient.
   *
   * @param obstacles her unresolved errors
   */
  void add(PatientRecord patient, List<Obstacle> obstacles) {
    across.add(patient);
    who.add(patient);
    Asked asked = new Asked(patient, obstacles);
    if (who.isCandidate(patient)) {
      heldBack.add(asked);
    } else {
      Set<Decision> blocked = asked.blocked();
      cohorts.forEach(
          cohort -> cohort.count().add(patient, cohort.selection().judge(patient, blocked)));
    }
  }

  /** To be called when all have been added. */
  void end() {
    who.meet(heldBack.stream().map(Asked::patient).toList());
    for (Asked asked : heldBack) {
      Optional<PatientRecord> judged = who.judged(asked.patient());
      for (Chosen cohort : cohorts) {
        cohort
            .count()
            .add(
                asked.patient(),
                judged
                    .map(person -> cohort.selection().judge(person, asked.blocked()))
                    .orElse(Selection.MERGED));
      }
    }
  }

  /** What errors block that are still to be added. */
  Blocking blocking() {
    return new Blocking(standings);
  }

  /** What the rules on records of several patients, rows and centres find. */
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>(across.found().findings());
    findings.addAll(who.findings());
    return findings;
  }

  /** The cohorts of which an arm would have another size, or which are new. */
  List<Preview.CohortChange> cohorts(Optional<RunSummary> published) {
    List<Preview.CohortChange> changes = new ArrayList<>();
    for (Chosen cohort : cohorts) {
      String name = cohort.selection().definition().name();
      NightResult.CohortSize now = NightResult.CohortSize.of(name, cohort.count().attrition());
      Optional<NightResult.CohortSize> before =
          published.flatMap(
              summary -> NightResult.size(summary.counts(), cohort.selection().definition()));
      if (!before.equals(Optional.of(now))) {
        changes.add(new Preview.CohortChange(name, before, now));
      }
    }
    return changes;
  }
}
