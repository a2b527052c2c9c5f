package org.denovo.batch;

import java.util.List;
import java.util.Set;
import org.denovo.check.Decision;
import org.denovo.check.Obstacle;
import org.denovo.record.PatientRecord;

/**
 * A record, and what stands in its way into cohorts. Of a person with several records the errors of
 * all count from which a value came that their rule read; where the records contradict each other,
 * the one whose value was taken has the error too.
 */
record Asked(PatientRecord patient, List<Obstacle> obstacles) {

  Asked {
    obstacles = List.copyOf(obstacles);
  }

  /** What unresolved errors leave undecided of it. */
  Set<Decision> blocked() {
    return Obstacle.decisions(obstacles);
  }
}
