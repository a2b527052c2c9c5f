package org.denovo.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.denovo.check.Decision;
import org.denovo.check.Finding;
import org.denovo.cohort.AttritionCount;
import org.denovo.cohort.CohortDefinition;
import org.denovo.cohort.Selection;
import org.denovo.comparison.AcrossPatients;
import org.denovo.extract.RunSummary;
import org.denovo.record.PatientRecord;
import org.denovo.store.Run;

/** All patients that the registry would have: what concerns them together is counted. */
final class Everybody {

  private record Chosen(Selection selection, AttritionCount count) {}

  private final Night night;
  private final AcrossPatients across;
  private final Standings standings;
  private final List<Chosen> cohorts = new ArrayList<>();

  Everybody(Night night, Run run, Standings standings) {
    this.night = night;
    this.standings = standings;
    this.across = new AcrossPatients(night.rules(run.asOf()), night.dataCuts());
    for (CohortDefinition cohort : night.definitions()) {
      Selection selection = Selection.of(cohort);
      cohorts.add(new Chosen(selection, selection.count()));
    }
  }

  /**
   * Adds a patient.
   *
   * @param blocked what unresolved errors leave undecided of her
   */
  void add(PatientRecord patient, Set<Decision> blocked) {
    across.add(patient);
    cohorts.forEach(
        cohort -> cohort.count().add(patient, cohort.selection().judge(patient, blocked)));
  }

  /** What errors block that are still to be added. */
  Blocking blocking() {
    return new Blocking(standings);
  }

  /** What rules on several patients found among them. */
  List<Finding> across() {
    return across.found().findings();
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
