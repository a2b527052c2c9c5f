package org.denovo.change;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.denovo.check.Finding;
import org.denovo.check.FindingId;
import org.denovo.check.RuleCard;
import org.denovo.check.Shown;
import org.denovo.record.PatientKey;
import org.denovo.source.SourceCell;
import org.denovo.vocabulary.Text;

/** Makes the findings of a comparison and hands them on. */
record Found(String centre, Consumer<Finding> receiver) {

  /** A finding about a patient. */
  void of(
      RuleCard rule, PatientKey patient, List<String> fields, List<SourceCell> cells, Text says) {
    receiver.accept(
        new Finding(
            FindingId.of(rule.id(), centre, patient.pid(), fields),
            centre,
            Optional.of(patient),
            rule.id(),
            rule.severity(),
            fields,
            cells,
            Shown.sentence(says)));
  }

  /**
   * A finding about a file or a column.
   *
   * @param about what else its id is of, beside the fields
   */
  void ofFile(
      RuleCard rule, String about, List<String> fields, List<SourceCell> cells, Object... values) {
    receiver.accept(
        new Finding(
            FindingId.of(rule.id(), centre, about, fields),
            centre,
            Optional.empty(),
            rule.id(),
            rule.severity(),
            fields,
            cells,
            Shown.sentence(rule.says().with(values))));
  }
}
