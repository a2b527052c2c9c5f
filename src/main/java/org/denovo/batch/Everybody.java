package org.denovo.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.denovo.check.Finding;
import org.denovo.cohort.Attrition;
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
  private final List<Chosen> cohorts = new ArrayList<>();

  Everybody(Night night, Run run) {
    this.night = night;
    this.across = new AcrossPatients(night.rules(run.asOf()), night.dataCuts());
    for (CohortDefinition cohort : night.definitions()) {
      Selection selection = Selection.of(cohort);
      cohorts.add(new Chosen(selection, selection.count()));
    }
  }

  void add(PatientRecord patient) {
    across.add(patient);
    cohorts.forEach(cohort -> cohort.count().add(patient, cohort.selection().judge(patient)));
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
      Attrition attrition = cohort.count().attrition();
      NightResult.CohortSize now =
          new NightResult.CohortSize(name, attrition.undecided(), attrition.arms());
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
