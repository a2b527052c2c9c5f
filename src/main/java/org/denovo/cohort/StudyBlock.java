package org.denovo.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.denovo.record.Variable;
import org.denovo.vocabulary.Text;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlNode;

/** The keys of a cohort file that tell of the study behind it. */
final class StudyBlock {

  static final List<String> KEYS =
      List.of("preset", "grade", "strata", "requires", "benchmark", "caveats");

  static final List<String> FIGURE_KEYS = List.of("says", "value", "of");

  static final String PRESET = "[A-Z][0-9]{1,2}[A-Z]?";

  private final YamlNode file;
  private final Map<String, Variable<?>> variables = new LinkedHashMap<>();
  private final Problems problems;

  private StudyBlock(YamlNode file, List<Variable<?>> variables, Problems problems) {
    this.file = file;
    this.problems = problems;
    variables.forEach(variable -> this.variables.put(variable.name(), variable));
  }

  /** The study as far as it could be read; what is wrong in it is noted. */
  static Study read(YamlNode file, List<Variable<?>> variables, Problems problems) {
    StudyBlock block = new StudyBlock(file, variables, problems);
    return new Study(
        block.preset(),
        block.grade(),
        block.figures(),
        block.caveats(),
        block.variables("strata"),
        block.variables("requires"));
  }

  private Optional<String> preset() {
    Optional<String> preset = file.text("preset", problems);
    if (preset.isPresent() && !preset.get().matches(PRESET)) {
      problems.add(
          file.get("preset").orElseThrow(),
          new Text("预设编号应写成“P03”或“X1”", "a preset is numbered 'P03' or 'X1'"));
    }
    return preset;
  }

  static List<String> grades() {
    return Arrays.stream(Study.Grade.values()).map(Study.Grade::code).toList();
  }

  private Optional<Study.Grade> grade() {
    Optional<String> code = file.text("grade", problems);
    Optional<Study.Grade> grade =
        Arrays.stream(Study.Grade.values())
            .filter(g -> code.equals(Optional.of(g.code())))
            .findFirst();
    if (code.isPresent() && grade.isEmpty()) {
      problems.add(
          file.get("grade").orElseThrow(),
          new Text("未知的“{0}”", "'{0}' is not known").with(code.get()),
          code.get(),
          grades());
    }
    return grade;
  }

  private List<Study.Figure> figures() {
    List<Study.Figure> figures = new ArrayList<>();
    for (YamlNode item : items("benchmark")) {
      item.onlyKeys(problems, FIGURE_KEYS);
      Optional<Text> says = bilingual(item, "says");
      Optional<Text> value = bilingual(item, "value");
      Optional<Text> of = bilingual(item, "of");
      if (says.isPresent() && value.isPresent() && of.isPresent()) {
        figures.add(new Study.Figure(says.get(), value.get(), of.get()));
      }
    }
    return figures;
  }

  private Optional<Text> bilingual(YamlNode node, String key) {
    return node.require(key, problems).map(value -> value.asBilingual(problems));
  }

  private List<Text> caveats() {
    return items("caveats").stream().map(item -> item.asBilingual(problems)).toList();
  }

  /** Fields and derived variables by their names, each once. */
  private List<Variable<?>> variables(String key) {
    List<Variable<?>> named = new ArrayList<>();
    for (YamlNode item : items(key)) {
      Optional<String> name = item.asText(problems);
      Optional<Variable<?>> variable = name.map(variables::get);
      if (name.isPresent() && variable.isEmpty()) {
        problems.add(
            item,
            new Text("“{0}”不是变量", "'{0}' is not a variable").with(name.get()),
            name.get(),
            variables.keySet());
      } else if (variable.isPresent() && named.contains(variable.get())) {
        problems.add(item, new Text("“{0}”重复", "'{0}' stands twice").with(name.get()));
      }
      variable.ifPresent(named::add);
    }
    return named;
  }

  private List<YamlNode> items(String key) {
    return file.get(key).map(node -> node.asList(problems)).orElse(List.of());
  }
}
