package org.denovo.batch;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.denovo.check.Decision;
import org.denovo.extract.ObstaclesFile;
import org.denovo.extract.PersonsFile;
import org.denovo.linkage.Persons;
import org.denovo.record.PatientRecord;

/**
 * The cohorts of a run, or of a cut of one, made on a thread of their own. Of each record it is
 * given what had to be decided before a cohort may judge it, and writes that down beside: with
 * {@code persons.csv}, {@code obstacles.csv} and the records everything comes out again.
 */
final class Cohorts implements AutoCloseable {

  private final List<CohortOutputs> all;
  private final Persons persons;
  private final ObstaclesFile obstacles;
  private final int threads;
  private final Beside<Asked> beside;

  /**
   * Starts.
   *
   * @param run the folder that is being made
   */
  Cohorts(Night night, Persons persons, Path run) {
    this.all = night.definitions().stream().map(c -> new CohortOutputs(night, c, run)).toList();
    this.persons = persons;
    this.threads = night.threads();
    PersonsFile.write(run, persons.all());
    this.obstacles = new ObstaclesFile(run);
    this.beside = new Beside<>("cohorts", this::select, this::finish);
  }

  /** Hands over a record, in the registry's order. */
  void accept(Asked asked) {
    beside.accept(asked);
  }

  /** A person enters a cohort once. */
  private void select(Asked asked) {
    obstacles.accept(asked.patient().key().pid(), asked.obstacles());
    Optional<PatientRecord> judged = persons.judged(asked.patient());
    Set<Decision> blocked = asked.blocked();
    for (CohortOutputs cohort : all) {
      judged.ifPresentOrElse(
          person -> cohort.accept(person, blocked), () -> cohort.merged(asked.patient()));
    }
  }

  private void finish() {
    obstacles.close();
    AtOnce.all(threads, all.stream().flatMap(cohort -> cohort.parts().stream()).toList());
    all.forEach(CohortOutputs::pages);
  }

  /** No more records will come; does not wait. */
  void end() {
    beside.end();
  }

  /** Waits until the cohorts were made, read back and checked. */
  @Override
  public void close() {
    try (obstacles) {
      beside.close();
    }
  }

  /** Waits until each of them is whole. */
  List<CohortOutputs> made() {
    beside.close();
    return all;
  }
}
