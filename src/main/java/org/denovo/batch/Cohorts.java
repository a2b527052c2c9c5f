package org.denovo.batch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.denovo.check.Decision;
import org.denovo.extract.ObstaclesFile;
import org.denovo.extract.PersonsFile;
import org.denovo.linkage.Persons;
import org.denovo.record.PatientRecord;

/**
 * The cohorts of a run, or of a cut of one, made on threads of their own. Of each record it is
 * given what had to be decided before a cohort may judge it, and writes that down beside: with
 * {@code persons.csv}, {@code obstacles.csv} and the records everything comes out again.
 */
final class Cohorts implements AutoCloseable {

  private final List<CohortOutputs> all;
  private final List<CohortOutputs.Part> parts;
  private final Persons persons;
  private final ObstaclesFile obstacles;
  private final int threads;

  /** Each shows every patient to some of the parts; the first also finishes, after the others. */
  private final List<Beside<Asked>> lanes = new ArrayList<>();

  /**
   * Starts.
   *
   * @param run the folder that is being made
   */
  Cohorts(Night night, Persons persons, Path run) {
    this.all = night.definitions().stream().map(c -> new CohortOutputs(night, c, run)).toList();
    this.parts = all.stream().flatMap(cohort -> cohort.parts().stream()).toList();
    this.persons = persons;
    this.threads = night.threads();
    PersonsFile.write(run, persons.all());
    this.obstacles = new ObstaclesFile(run);
    lanes.add(new Beside<>("cohorts-1", asked -> select(asked, 0), this::finish));
    for (int i = 1; i < Math.min(threads, parts.size()); i++) {
      int lane = i;
      lanes.add(new Beside<>("cohorts-" + (i + 1), asked -> select(asked, lane)));
    }
  }

  /** Hands over a record, in the registry's order. */
  void accept(Asked asked) {
    lanes.forEach(lane -> lane.accept(asked));
  }

  /** A person enters a cohort once. */
  private void select(Asked asked, int lane) {
    if (lane == 0) {
      obstacles.accept(asked.patient().key().pid(), asked.obstacles());
    }
    Optional<PatientRecord> judged = persons.judged(asked.patient());
    Set<Decision> blocked = asked.blocked();
    for (int i = lane; i < parts.size(); i += lanes.size()) {
      CohortOutputs.Part part = parts.get(i);
      judged.ifPresentOrElse(
          person -> part.accept(person, blocked), () -> part.merged(asked.patient()));
    }
  }

  private void finish() {
    obstacles.close();
    close(others());
    AtOnce.all(threads, parts.stream().<Runnable>map(part -> part::finish).toList());
    all.forEach(CohortOutputs::pages);
  }

  private List<Beside<Asked>> others() {
    return lanes.subList(1, lanes.size());
  }

  /** No more records will come; does not wait. */
  void end() {
    others().forEach(Beside::end);
    lanes.get(0).end();
  }

  /** Waits until the cohorts were made, read back and checked. */
  @Override
  public void close() {
    try (obstacles) {
      close(lanes);
    }
  }

  private static void close(List<Beside<Asked>> lanes) {
    if (!lanes.isEmpty()) {
      try {
        lanes.get(0).close();
      } finally {
        close(lanes.subList(1, lanes.size()));
      }
    }
  }

  /** Waits until each of them is whole. */
  List<CohortOutputs> made() {
    lanes.get(0).close();
    return all;
  }
}
