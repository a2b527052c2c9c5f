package org.denovo.check;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.denovo.record.PatientKey;
import org.denovo.source.SourceCell;
import org.denovo.vocabulary.Text;

/**
 * Something in the data that a rule does not accept.
 *
 * @param id the same across nights for the same rule, centre, patient and fields: twelve hex digits
 * @param patient whom it is about; nobody for a finding about a file or a centre
 * @param fields the names of the fields that the rule read
 * @param cells the cells that the answers came from
 * @param says the sentence with its values, for reports and never for a log
 * @param inputs the fingerprint of the values that the rule read
 */
public record Finding(
    String id,
    String centre,
    Optional<PatientKey> patient,
    String ruleId,
    Severity severity,
    List<String> fields,
    List<SourceCell> cells,
    Text says,
    String inputs) {

  public Finding {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(centre, "centre");
    fields = List.copyOf(fields);
    cells = List.copyOf(cells);
    Objects.requireNonNull(says, "says");
    Objects.requireNonNull(inputs, "inputs");
  }

  /** A finding whose sentence tells all that the rule read. */
  public Finding(
      String id,
      String centre,
      Optional<PatientKey> patient,
      String ruleId,
      Severity severity,
      List<String> fields,
      List<SourceCell> cells,
      Text says) {
    this(id, centre, patient, ruleId, severity, fields, cells, says, Fingerprint.of(says));
  }

  /** The same, made on these inputs. */
  public Finding on(String fingerprint) {
    return new Finding(id, centre, patient, ruleId, severity, fields, cells, says, fingerprint);
  }
}
