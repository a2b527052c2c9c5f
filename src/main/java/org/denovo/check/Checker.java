package org.denovo.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.denovo.derive.DerivedVariables;
import org.denovo.record.Field;
import org.denovo.record.PatientRecord;
import org.denovo.source.SourceCell;

/** Runs a list of rules over patients, one at a time. It keeps nothing, so threads may share it. */
public final class Checker {

  private final List<Rule> rules;
  private final DerivedVariables derived;
  private final RuleParameters parameters;

  /** A checker of these rules. */
  public Checker(List<Rule> rules, DerivedVariables derived, RuleParameters parameters) {
    this.rules = List.copyOf(rules);
    this.derived = Objects.requireNonNull(derived, "derived");
    this.parameters = Objects.requireNonNull(parameters, "parameters");
  }

  /** The rules, at the positions that {@link Checked} speaks of. */
  public List<Rule> rules() {
    return rules;
  }

  /** Judges one patient by every rule. */
  public Checked check(PatientRecord patient) {
    Case seen = new Case(patient, derived, parameters);
    List<Finding> findings = new ArrayList<>();
    BitSet judged = new BitSet(rules.size());
    BitSet broken = new BitSet(rules.size());
    for (int i = 0; i < rules.size(); i++) {
      Outcome outcome = rules.get(i).judge(seen);
      judged.set(i, !(outcome instanceof Outcome.NotApplicable));
      if (outcome instanceof Outcome.Broken wrong) {
        broken.set(i);
        for (Outcome.Hit hit : wrong.hits()) {
          findings.add(finding(rules.get(i), patient, hit));
        }
      }
    }
    return new Checked(patient, findings, judged, broken);
  }

  private static Finding finding(Rule rule, PatientRecord patient, Outcome.Hit hit) {
    List<String> fields = hit.fields().stream().map(Field::name).toList();
    Set<SourceCell> cells = new LinkedHashSet<>(); // one cell may have filled several of the fields
    for (Field<?> field : hit.fields()) {
      patient.cell(field).map(cell -> Shown.cell(field, cell)).ifPresent(cells::add);
    }
    return new Finding(
        FindingId.of(rule.id(), patient.key().centre(), patient.key().pid(), fields),
        patient.key().centre(),
        Optional.of(patient.key()),
        rule.id(),
        hit.severity(),
        fields,
        List.copyOf(cells),
        Shown.sentence(rule.card().says().with(hit.values().toArray())));
  }
}
