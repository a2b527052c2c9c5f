package org.denovo.cohort;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.denovo.record.FieldType;
import org.denovo.record.Variable;
import org.denovo.vocabulary.Text;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlNode;

/** The keys of a cohort file that name what its comparison takes account of. */
final class AdjustmentBlock {

  private static final String COVARIATES = "adjust_for";
  private static final String STRATA = "stratify_by";

  private final YamlNode file;
  private final Map<String, Variable<?>> variables = new LinkedHashMap<>();
  private final Problems problems;

  private AdjustmentBlock(YamlNode file, List<Variable<?>> variables, Problems problems) {
    this.file = file;
    this.problems = problems;
    variables.forEach(variable -> this.variables.put(variable.name(), variable));
  }

  /** The covariates as named or the usual, and the strata; nothing later than time zero. */
  static Adjustment read(YamlNode file, List<Variable<?>> variables, Problems problems) {
    return new AdjustmentBlock(file, variables, problems).adjustment();
  }

  private Adjustment adjustment() {
    List<Variable<?>> strata =
        file.get(STRATA).isPresent()
            ? chosen(STRATA, AdjustmentBlock::isNoStratum, List.of())
            : List.of();
    return file.get(COVARIATES).isPresent()
        ? Adjustment.of(chosen(COVARIATES, AdjustmentBlock::isNoCovariate, strata), strata)
        : new Adjustment(
            usual(Baseline.USUAL, strata), usual(Baseline.USUALLY_KNOWN, strata), strata);
  }

  private List<Variable<?>> usual(List<String> names, List<Variable<?>> strata) {
    return names.stream()
        .<Variable<?>>flatMap(name -> Optional.ofNullable(variables.get(name)).stream())
        .filter(variable -> !strata.contains(variable))
        .toList();
  }

  /**
   * The variables that a key names.
   *
   * @param wrong why a variable is not of the right kind
   */
  private List<Variable<?>> chosen(
      String key, Function<Variable<?>, Optional<Text>> wrong, List<Variable<?>> others) {
    List<Variable<?>> chosen = new ArrayList<>();
    for (YamlNode item : CohortChoices.items(file, key, problems)) {
      Variable<?> variable = variables.get(item.text());
      if (variable == null) {
        problems.add(
            item,
            new Text("“{0}”不是变量", "'{0}' is not a variable").with(item.text()),
            item.text(),
            variables.values().stream()
                .filter(each -> Baseline.is(each) && wrong.apply(each).isEmpty())
                .map(Variable::name)
                .toList());
      } else if (chosen.contains(variable)) {
        CohortChoices.twice(item, problems);
      } else if (others.contains(variable)) {
        problems.add(
            item,
            new Text("“{0}”已用于分层，不能再作协变量", "'{0}' is a stratum and needs no term of its own")
                .with(item.text()));
      } else if (!Baseline.later(variable).isEmpty()) {
        problems.add(item, later(variable));
      } else if (wrong.apply(variable).isPresent()) {
        problems.add(item, wrong.apply(variable).get());
      } else {
        chosen.add(variable);
      }
    }
    return chosen;
  }

  private static Text later(Variable<?> variable) {
    return new Text(
            "“{0}”取决于时间零点之后的内容（{1}），不得校正",
            "'{0}' may be later than time zero ({1}): what follows the exposure must not be"
                + " adjusted for")
        .with(
            variable.name(),
            String.join(", ", Baseline.later(variable).stream().map(Variable::name).toList()));
  }

  private static Optional<Text> isNoCovariate(Variable<?> variable) {
    return Baseline.isCovariate(variable)
        ? Optional.empty()
        : Optional.of(
            new Text(
                    "“{0}”不是数值，也不是单一取值，模型不能使用",
                    "'{0}' is neither a number nor one value of a list, so no model can take it")
                .with(variable.name()));
  }

  private static Optional<Text> isNoStratum(Variable<?> variable) {
    FieldType<?> type = variable.type();
    return type instanceof FieldType.YesNo || type instanceof FieldType.Code
        ? Optional.empty()
        : Optional.of(
            new Text("“{0}”不是单一取值，不能分层", "'{0}' is not one value of a list, so it makes no strata")
                .with(variable.name()));
  }
}
