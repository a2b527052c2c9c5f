package org.denovo.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelSource;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.compiler.CelCompiler;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.denovo.record.FieldType;
import org.denovo.record.Fields;
import org.denovo.record.PatientRecord;
import org.denovo.record.Variable;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlNode;

/**
 * Compiles criteria over the registry's fields and the variables derived from them. CEL parses and
 * checks the types; what comes out judges a patient in three-valued logic without CEL.
 */
public final class Criteria {

  private final Map<String, Name> names;
  private final CelCompiler compiler;

  private Criteria(Map<String, Name> names) {
    this.names = names;
    this.compiler = Language.compiler(names.values());
  }

  /**
   * Criteria over all fields and these variables.
   *
   * @param derived may also hold fields, which are known anyway
   */
  public static Criteria over(Collection<? extends Variable<?>> derived) {
    Set<Variable<?>> variables = new LinkedHashSet<>(Fields.all());
    variables.addAll(derived);
    Map<String, Name> names = new LinkedHashMap<>();
    for (Variable<?> variable : variables) {
      Name name = new Name(variable.name(), variable, Name.Bound.NONE);
      if (names.put(variable.name(), name) != null) {
        throw new IllegalArgumentException("two variables are named " + variable.name());
      }
    }
    for (Variable<?> variable : variables) {
      if (variable.type() instanceof FieldType.Range) {
        bound(names, variable, "_min", Name.Bound.MIN);
        bound(names, variable, "_max", Name.Bound.MAX);
      }
    }
    return new Criteria(names);
  }

  /** All variables that a criterion may name. */
  public List<Variable<?>> variables() {
    List<Variable<?>> variables = new ArrayList<>();
    for (Name name : names.values()) {
      if (name.bound() == Name.Bound.NONE) {
        variables.add(name.variable());
      }
    }
    return variables;
  }

  /** Compiles the text of a node, or notes every problem at the place in the file. */
  public Optional<Criterion> compile(YamlNode at, Problems problems) {
    if (at.asText(problems).isEmpty()) {
      return Optional.empty();
    }
    CelValidationResult result = compiler.compile(at.text());
    if (result.hasError()) {
      Issues issues = new Issues(names.values());
      for (CelIssue issue : result.getErrors()) {
        issues.note(at.within(offset(result.getSource(), issue)), issue.getMessage(), problems);
      }
      return Optional.empty();
    }
    Reading reading = new Reading(names, ast(result), at, problems);
    Optional<Truth> truth = reading.truth();
    return truth.map(t -> new Criterion(at.text(), reading.reads(), judge(t), t::reason, t.says()));
  }

  private static java.util.function.Function<PatientRecord, Judgement> judge(Truth truth) {
    return patient ->
        switch (truth.of(patient)) {
          case MET -> Judgement.MET;
          case NOT_MET -> Judgement.NOT_MET;
          case NOT_KNOWN -> {
            Set<Variable<?>> missing = new LinkedHashSet<>();
            truth.missing(patient, missing);
            yield Judgement.notKnown(
                missing.stream()
                    .flatMap(variable -> variable.lacking(patient).stream())
                    .distinct()
                    .toList());
          }
        };
  }

  private static void bound(
      Map<String, Name> names, Variable<?> variable, String end, Name.Bound bound) {
    String name = variable.name() + end;
    names.putIfAbsent(name, new Name(name, variable, bound));
  }

  private static int offset(CelSource source, CelIssue issue) {
    return source.getLocationOffset(issue.getSourceLocation()).orElse(0);
  }

  private static CelAbstractSyntaxTree ast(CelValidationResult checked) {
    try {
      return checked.getAst();
    } catch (CelValidationException e) {
      throw new IllegalStateException("checked without an error", e);
    }
  }
}
