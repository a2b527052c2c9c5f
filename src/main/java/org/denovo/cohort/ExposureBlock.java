package org.denovo.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.denovo.expression.Criterion;
import org.denovo.record.FieldType;
import org.denovo.record.PartialDate;
import org.denovo.record.Variable;
import org.denovo.vocabulary.Text;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlNode;

/** The exposure in a cohort file: surgery of the primary, unless it names another. */
final class ExposureBlock {

  static final List<String> KEYS = List.of("arms", "window", "title", "where", "date", "undated");

  /** What makes another exposure than surgery of the primary; all or none. */
  private static final List<String> OWN = List.of("title", "where", "date");

  private final YamlNode node;
  private final List<Variable<?>> variables;
  private final Problems problems;

  private ExposureBlock(YamlNode node, List<Variable<?>> variables, Problems problems) {
    this.node = node;
    this.variables = variables;
    this.problems = problems;
  }

  /** The exposure as far as it could be read; what is wrong in it is noted. */
  static Optional<Exposure> read(
      YamlNode node,
      List<Variable<?>> variables,
      Function<Optional<YamlNode>, Optional<Criterion>> criterion,
      Problems problems) {
    ExposureBlock block = new ExposureBlock(node, variables, problems);
    int window = CohortChoices.window(node, problems);
    Exposure usual = Exposure.surgery(window);
    Exposure.Undated undated = block.undated().orElse(usual.undated());
    if (OWN.stream().noneMatch(key -> node.get(key).isPresent())) {
      return Optional.of(
          new Exposure(usual.title(), usual.where(), usual.dates(), window, undated));
    }
    Optional<Text> title = node.require("title", problems).map(n -> n.asBilingual(problems));
    Optional<Criterion> where = criterion.apply(node.require("where", problems));
    List<Variable<PartialDate>> dates = block.dates();
    return title.isPresent() && where.isPresent() && !dates.isEmpty()
        ? Optional.of(new Exposure(title.get(), where.get(), dates, window, undated))
        : Optional.empty();
  }

  private List<Variable<PartialDate>> dates() {
    List<Variable<PartialDate>> dates = new ArrayList<>();
    node.require("date", problems)
        .map(date -> date.asList(problems))
        .orElse(List.of())
        .forEach(item -> date(item, variables, problems).ifPresent(dates::add));
    return dates;
  }

  private Optional<Exposure.Undated> undated() {
    List<String> codes =
        Arrays.stream(Exposure.Undated.values()).map(Exposure.Undated::code).toList();
    Optional<String> code = node.text("undated", problems);
    if (code.isPresent() && !codes.contains(code.get())) {
      problems.add(
          node.get("undated").orElseThrow(),
          new Text("未知的“{0}”", "'{0}' is not known").with(code.get()),
          code.get(),
          codes);
    }
    return code.map(codes::indexOf).filter(i -> i >= 0).map(i -> Exposure.Undated.values()[i]);
  }

  /** The date variable that a node names. */
  @SuppressWarnings("unchecked") // the type of the variable was checked to be a date
  static Optional<Variable<PartialDate>> date(
      YamlNode item, List<Variable<?>> variables, Problems problems) {
    Optional<String> name = item.asText(problems);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    List<Variable<?>> dates =
        variables.stream().filter(v -> v.type() instanceof FieldType.Date).toList();
    Optional<Variable<?>> named =
        dates.stream().filter(v -> v.name().equals(name.get())).findFirst();
    if (named.isEmpty()) {
      problems.add(
          item,
          new Text("“{0}”不是日期变量", "'{0}' is not a date").with(name.get()),
          name.get(),
          dates.stream().map(Variable::name).toList());
    }
    return named.map(variable -> (Variable<PartialDate>) variable);
  }
}
