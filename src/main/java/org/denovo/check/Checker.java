package org.denovo.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.denovo.derive.DerivedVariables;
import org.denovo.record.Field;
import org.denovo.record.Fields;
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

  /**
   * Judges one patient by every rule: first those that say which answers can be used, then the
   * rest, of which none is judged that reads an answer in error.
   */
  public Checked check(PatientRecord patient) {
    Case seen = new Case(patient, derived, parameters);
    Outcome[] outcomes = new Outcome[rules.size()];
    Set<Field<?>> inError = new LinkedHashSet<>();
    for (int i = 0; i < outcomes.length; i++) {
      if (rules.get(i).ofCells()) {
        outcomes[i] = rules.get(i).judge(seen);
        inError.addAll(inError(outcomes[i]));
      }
    }
    for (int i = 0; i < outcomes.length; i++) {
      if (outcomes[i] == null) {
        outcomes[i] =
            inError.isEmpty() ? rules.get(i).judge(seen) : judge(rules.get(i), seen, inError);
      }
    }
    return checked(patient, outcomes);
  }

  private static List<Field<?>> inError(Outcome outcome) {
    return outcome instanceof Outcome.Broken wrong
        ? wrong.hits().stream()
            .filter(hit -> hit.severity() == Severity.ERROR)
            .<Field<?>>flatMap(hit -> hit.fields().stream())
            .toList()
        : List.of();
  }

  private static Outcome judge(Rule rule, Case seen, Set<Field<?>> inError) {
    for (Field<?> field : inError) {
      if (rule.given().contains(field) || rule.reads().contains(field)) {
        return new Outcome.HeldBack(field);
      }
    }
    return rule.judge(seen);
  }

  private Checked checked(PatientRecord patient, Outcome[] outcomes) {
    List<Finding> findings = new ArrayList<>();
    List<RuleError> errors = new ArrayList<>();
    Ending[] endings = new Ending[outcomes.length];
    for (int i = 0; i < outcomes.length; i++) {
      Rule rule = rules.get(i);
      endings[i] = Ending.of(outcomes[i]);
      if (outcomes[i] instanceof Outcome.Broken wrong) {
        Set<Field<?>> read = rule.ofCells() ? Set.of() : read(rule, patient);
        wrong.hits().forEach(hit -> findings.add(finding(rule, patient, hit, read)));
      } else if (outcomes[i] instanceof Outcome.Threw bug) {
        errors.add(new RuleError(rule.id(), patient.key().pid(), bug.what()));
      }
    }
    return new Checked(patient, findings, List.of(endings), errors);
  }

  /** The fields whose answers a rule asks for: it is judged once more, and watched. */
  private Set<Field<?>> read(Rule rule, PatientRecord patient) {
    BitSet asked = new BitSet();
    Case watched = new Case(patient.noting(asked), derived, parameters);
    asked.clear(); // a case looks at everything when it is made
    rule.judge(watched);
    return asked.stream()
        .<Field<?>>mapToObj(index -> Fields.all().get(index))
        .collect(Collectors.toSet());
  }

  private static Finding finding(
      Rule rule, PatientRecord patient, Outcome.Hit hit, Set<Field<?>> read) {
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
        Shown.sentence(rule.card().says().with(hit.values().toArray())),
        Fingerprint.of(patient, both(read, hit.fields())));
  }

  private static Set<Field<?>> both(Set<Field<?>> read, List<Field<?>> shown) {
    Set<Field<?>> fields = new HashSet<>(read);
    fields.addAll(shown);
    return fields;
  }
}
