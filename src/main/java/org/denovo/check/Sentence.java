package org.denovo.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.denovo.record.PatientRecord;
import org.denovo.record.Variable;
import org.denovo.vocabulary.Text;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlNode;

/**
 * A rule's sentence as its author wrote it, with {@code {date_dx}} where the patient's value
 * belongs.
 *
 * @param text the sentence with numbered places, as a {@link RuleCard} has it
 * @param variables what belongs into the places, in their order
 */
record Sentence(Text text, List<Variable<?>> variables) {

  private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");

  Sentence {
    variables = List.copyOf(variables);
  }

  /** The sentence of a node; notes every place that names no variable. */
  static Optional<Sentence> read(YamlNode node, List<Variable<?>> known, Problems problems) {
    Optional<Text> text = bilingual(node, problems);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    List<Variable<?>> variables = new ArrayList<>();
    Optional<String> zh = numbered(node.entries().get("zh"), known, variables, problems);
    Optional<String> en = numbered(node.entries().get("en"), known, variables, problems);
    return zh.isEmpty() || en.isEmpty()
        ? Optional.empty()
        : Optional.of(new Sentence(new Text(zh.get(), en.get()), variables));
  }

  /** A text that is written in both languages, and in neither left empty. */
  static Optional<Text> bilingual(YamlNode node, Problems problems) {
    if (node.shape() != YamlNode.Shape.MAP) {
      problems.add(
          node, new Text("须用两种语言写：{zh: …, en: …}", "both languages are needed: {zh: …, en: …}"));
      return Optional.empty();
    }
    Text text = node.asBilingual(problems);
    for (String lang : List.of("zh", "en")) {
      node.get(lang)
          .filter(n -> n.shape() == YamlNode.Shape.TEXT && n.text().isBlank())
          .ifPresent(n -> problems.add(n, new Text("此处不能为空", "this must not be empty")));
    }
    return text.zh().isBlank() || text.en().isBlank() ? Optional.empty() : Optional.of(text);
  }

  /** What belongs into the places, of a patient. */
  List<Object> values(PatientRecord patient) {
    List<Object> values = new ArrayList<>();
    variables.forEach(variable -> values.add(Shown.answer(patient, variable)));
    return values;
  }

  private static Optional<String> numbered(
      YamlNode node, List<Variable<?>> known, List<Variable<?>> variables, Problems problems) {
    Matcher places = PLACE.matcher(node.text());
    StringBuilder numbered = new StringBuilder();
    boolean wrong = false;
    while (places.find()) {
      String name = places.group(1);
      Optional<Variable<?>> variable =
          known.stream().filter(v -> v.name().equals(name)).findFirst();
      if (variable.isPresent()) {
        if (!variables.contains(variable.get())) {
          variables.add(variable.get());
        }
        places.appendReplacement(numbered, "{" + variables.indexOf(variable.get()) + "}");
      } else {
        wrong = true;
        problems.add(
            node.within(node.text().codePointCount(0, places.start(1))),
            new Text("“{0}”既不是字段也不是推导变量", "'{0}' is neither a field nor a derived variable")
                .with(name),
            name,
            known.stream().map(Variable::name).toList());
      }
    }
    places.appendTail(numbered);
    return wrong ? Optional.empty() : Optional.of(numbered.toString());
  }
}
