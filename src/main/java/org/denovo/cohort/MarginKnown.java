package org.denovo.cohort;

import java.util.List;
import org.denovo.derive.Treatment;
import org.denovo.expression.Criterion;
import org.denovo.expression.Judgement;
import org.denovo.record.Fields;
import org.denovo.vocabulary.Text;

/**
 * The step that leaves out whose primary was operated on with a margin that nobody knows. It asks
 * for what is later than time zero, and is for a grid only, which shows what that does.
 */
final class MarginKnown {

  private MarginKnown() {}

  static CohortDefinition.Step step() {
    Text says = new Text("未手术，或切缘已知", "Not operated on, or the margin is known");
    return new CohortDefinition.Step(
        "margin_known",
        says,
        new Criterion(
            "margin_group",
            List.of(Fields.SURGERY_TYPE, Fields.MARGIN_STATUS),
            patient ->
                Treatment.margin(patient).isPresent()
                    ? Judgement.MET
                    : Judgement.notKnown(
                        List.of(
                            patient.knows(Fields.SURGERY_TYPE)
                                ? Fields.MARGIN_STATUS
                                : Fields.SURGERY_TYPE)),
            says));
  }
}
