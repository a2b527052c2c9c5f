package org.denovo.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.denovo.check.Decision;
import org.denovo.check.Finding;
import org.denovo.check.Obstacle;
import org.denovo.cohort.AttritionCount;
import org.denovo.cohort.CohortDefinition;
import org.denovo.cohort.Membership;
import org.denovo.cohort.Selection;
import org.denovo.comparison.AcrossPatients;
import org.denovo.difference.Memberships;
import org.denovo.difference.PatientChange;
import org.denovo.extract.MembershipCsv;
import org.denovo.extract.RunSummary;
import org.denovo.record.PatientRecord;
import org.denovo.store.Run;

/**
 * All patients that the registry would have: what concerns them together is counted. Who may have
 * several records is held back to the end; that is known from the store, so that two records that
 * only a new reading shows to be of one person still count twice.
 */
final class Everybody implements AutoCloseable {

  private record Chosen(Selection selection, AttritionCount count, MembershipCsv membership) {

    void add(PatientRecord patient, Membership judged) {
      count.add(patient, judged);
      membership.accept(patient, judged);
    }
  }

  /** So many who would move are named of each kind. */
  private static final int NAMED = 1_000;

  private final AcrossPatients across;
  private final WhoIsWhom who;
  private final Standings standings;
  private final List<PatientRecord> heldBack = new ArrayList<>();
  private final Blocking ofHeldBack;
  private final List<Chosen> cohorts = new ArrayList<>();
  private final Path scratch;

  /** Nobody yet; to be closed, because it notes on the disk who would be where. */
  Everybody(Night night, Run run, WhoIsWhom who, Standings standings) {
    this.across = new AcrossPatients(night.rules(run.asOf()), night.dataCuts(), who::isSettled);
    this.who = who;
    this.standings = standings;
    this.ofHeldBack = new Blocking(standings);
    try {
      this.scratch = Files.createTempDirectory("denovo-preview");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (CohortDefinition cohort : night.definitions()) {
      Selection selection = Selection.of(cohort);
      cohorts.add(
          new Chosen(
              selection,
              selection.count(),
              new MembershipCsv(membership(cohort), selection.steps())));
    }
  }

  /**
   * Adds a patient.
   *
   * @param blocking has her unresolved errors
   */
  void add(PatientRecord patient, Blocking blocking) {
    across.add(patient);
    who.add(patient);
    if (who.isCandidate(patient)) {
      heldBack.add(patient);
      ofHeldBack.add(patient, blocking);
    } else {
      Set<Decision> blocked = Obstacle.decisions(blocking.of(patient));
      cohorts.forEach(cohort -> cohort.add(patient, cohort.selection().judge(patient, blocked)));
    }
  }

  /** To be called when all have been added. */
  void end() {
    who.meet(heldBack);
    for (PatientRecord patient : heldBack) {
      Optional<PatientRecord> judged = who.persons().judged(patient);
      Set<Decision> blocked = Obstacle.decisions(ofHeldBack.of(patient, who.persons()));
      for (Chosen cohort : cohorts) {
        cohort.add(
            patient,
            judged
                .map(person -> cohort.selection().judge(person, blocked))
                .orElse(Selection.MERGED));
      }
    }
    cohorts.forEach(cohort -> cohort.membership().close());
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

  private Path membership(CohortDefinition cohort) {
    return scratch.resolve(cohort.name() + ".csv");
  }

  @Override
  public void close() {
    cohorts.forEach(cohort -> cohort.membership().close());
    RunFolders.delete(scratch);
  }

  /**
   * The cohorts in which somebody would be elsewhere, and the new ones.
   *
   * @param published how the published run ended, if that is known
   * @param run its folder
   */
  List<Preview.CohortChange> cohorts(Optional<RunSummary> published, Path run) {
    List<Preview.CohortChange> changes = new ArrayList<>();
    for (Chosen cohort : cohorts) {
      String name = cohort.selection().definition().name();
      NightResult.CohortSize now =
          NightResult.CohortSize.of(cohort.selection().definition(), cohort.count().attrition());
      Optional<NightResult.CohortSize> before =
          published.flatMap(
              summary -> NightResult.size(summary.counts(), cohort.selection().definition()));
      Map<PatientChange.Kind, Long> counts = new EnumMap<>(PatientChange.Kind.class);
      List<Memberships.Moved> moved = new ArrayList<>();
      Path membership = run.resolve(MembershipCsv.path(name));
      if (Files.exists(membership)) {
        Memberships.each(
            membership,
            membership(cohort.selection().definition()),
            scratch,
            one -> {
              if (counts.merge(one.kind(), 1L, Long::sum) <= NAMED) {
                moved.add(one);
              }
            });
      }
      if (!before.equals(Optional.of(now)) || !counts.isEmpty()) {
        changes.add(new Preview.CohortChange(name, before, now, counts, moved));
      }
    }
    return changes;
  }
}
