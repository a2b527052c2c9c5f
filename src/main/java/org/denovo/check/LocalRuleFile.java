package org.denovo.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.denovo.expression.Criteria;
import org.denovo.expression.Criterion;
import org.denovo.expression.Nobody;
import org.denovo.record.Derived;
import org.denovo.record.Field;
import org.denovo.record.Variable;
import org.denovo.vocabulary.Text;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlNode;

/** Reads a file of a registry's own rules, and gathers everything that is wrong in it. */
final class LocalRuleFile {

  static final List<String> KEYS =
      List.of(
          "id",
          "version",
          "severity",
          "category",
          "blocks",
          "overridable",
          "says",
          "because",
          "source",
          "broken",
          "examples");

  static final List<String> FILE_KEYS = List.of("schema", "rules");

  private final Criteria criteria;
  private final Map<String, YamlNode> ids;
  private final Problems problems;

  /**
   * A reader of files.
   *
   * @param ids the ids that were met so far, and where
   */
  LocalRuleFile(Criteria criteria, Map<String, YamlNode> ids, Problems problems) {
    this.criteria = criteria;
    this.ids = ids;
    this.problems = problems;
  }

  /** The rules of a file that have no problem. */
  List<Rule> rules(YamlNode file) {
    if (file.shape() != YamlNode.Shape.MAP) {
      file.asMap(problems);
      return List.of();
    }
    file.onlyKeys(problems, FILE_KEYS);
    file.require("schema", problems)
        .filter(schema -> !schema.text().equals("1"))
        .ifPresent(schema -> problems.add(schema, new Text("schema应为1", "schema must be 1")));
    List<Rule> rules = new ArrayList<>();
    for (YamlNode node :
        file.require("rules", problems).map(n -> n.asList(problems)).orElse(List.of())) {
      if (node.shape() == YamlNode.Shape.MAP) {
        rule(node).ifPresent(rules::add);
      } else {
        node.asMap(problems);
      }
    }
    return rules;
  }

  private Optional<Rule> rule(YamlNode node) {
    node.onlyKeys(problems, KEYS);
    Optional<String> id = node.require("id", problems).flatMap(this::id);
    Optional<Integer> version = node.require("version", problems).flatMap(this::version);
    Optional<Severity> severity =
        node.require("severity", problems)
            .flatMap(n -> oneOf(n, Severity.values(), Severity::code));
    Optional<Category> category =
        node.require("category", problems)
            .flatMap(n -> oneOf(n, Category.values(), Category::code));
    Set<Decision> blocks = blocks(node);
    Optional<Sentence> says =
        node.require("says", problems)
            .flatMap(n -> Sentence.read(n, criteria.variables(), problems));
    Optional<Text> because =
        node.require("because", problems).flatMap(n -> Sentence.bilingual(n, problems));
    Optional<String> source = node.require("source", problems).flatMap(n -> n.asText(problems));
    Optional<Criterion> broken = node.require("broken", problems).flatMap(this::criterion);
    node.require("examples", problems).ifPresent(n -> LocalRuleExamples.check(n, broken, problems));
    if (id.isEmpty()
        || version.isEmpty()
        || severity.isEmpty()
        || category.isEmpty()
        || says.isEmpty()
        || because.isEmpty()
        || source.isEmpty()
        || broken.isEmpty()) {
      return Optional.empty();
    }
    RuleCard card =
        new RuleCard(
            id.get(),
            version.get(),
            "",
            Scope.PATIENT,
            severity.get(),
            category.get(),
            blocks,
            false,
            overridable(node).orElse(RuleCard.usuallyOverridable(category.get())),
            says.get().text(),
            because.get(),
            source.get());
    return Optional.of(rule(card, broken.get(), says.get()));
  }

  private static Rule rule(RuleCard card, Criterion broken, Sentence says) {
    List<Field<?>> fields = fields(broken.reads());
    return new Rule(
        card,
        List.of(),
        fields,
        false,
        patient ->
            switch (broken.of(patient.patient()).verdict()) {
              case MET ->
                  new Outcome.Broken(
                      List.of(
                          new Outcome.Hit(
                              card.severity(), fields, says.values(patient.patient()))));
              case NOT_MET -> Outcome.HOLDS;
              case NOT_KNOWN -> Outcome.NOT_APPLICABLE;
            });
  }

  /** The fields among the variables, then those that the derived ones follow from. */
  private static List<Field<?>> fields(List<Variable<?>> variables) {
    Set<Field<?>> fields = new LinkedHashSet<>();
    for (Variable<?> variable : variables) {
      if (variable instanceof Field<?> field) {
        fields.add(field);
      }
    }
    for (Variable<?> variable : variables) {
      if (variable instanceof Derived<?> derived) {
        fields.addAll(fields(derived.inputs()));
      }
    }
    return List.copyOf(fields);
  }

  private Optional<String> id(YamlNode node) {
    if (node.asText(problems).isEmpty()) {
      return Optional.empty();
    }
    String id = node.text();
    if (RuleBook.BUILT_IN.named(id).isPresent()) {
      problems.add(
          node,
          new Text(
                  "“{0}”是内置规则的编号；自定规则的编号写成LOC-01",
                  "'{0}' is a built-in rule; the id of an own rule is written LOC-01")
              .with(id));
      return Optional.empty();
    }
    if (!id.matches("LOC-[0-9]{2}")) {
      problems.add(
          node,
          new Text("“{0}”不是自定规则的编号，应写成LOC-01", "'{0}' is not the id of an own rule, written LOC-01")
              .with(id));
      return Optional.empty();
    }
    YamlNode first = ids.putIfAbsent(id, node);
    if (first != null) {
      problems.add(
          node,
          new Text("编号“{0}”重复，首次见于{1}", "the id '{0}' stands twice, first at {1}")
              .with(id, first.file() + ":" + first.line()));
      return Optional.empty();
    }
    return Optional.of(id);
  }

  private Optional<Integer> version(YamlNode node) {
    if (node.asText(problems).isEmpty()) {
      return Optional.empty();
    }
    if (!node.text().matches("[1-9][0-9]{0,3}")) {
      problems.add(node, new Text("版本应为从1起的整数", "a version is a whole number, from 1 on"));
      return Optional.empty();
    }
    return Optional.of(Integer.valueOf(node.text()));
  }

  private Set<Decision> blocks(YamlNode node) {
    Set<Decision> blocks = new LinkedHashSet<>();
    for (YamlNode item : node.get("blocks").map(n -> n.asList(problems)).orElse(List.of())) {
      oneOf(item, Decision.values(), Decision::name).ifPresent(blocks::add);
    }
    return blocks;
  }

  private Optional<Boolean> overridable(YamlNode node) {
    return node.get("overridable")
        .flatMap(n -> oneOf(n, new Boolean[] {true, false}, yes -> yes ? "yes" : "no"));
  }

  private <T> Optional<T> oneOf(YamlNode node, T[] all, Function<T, String> code) {
    if (node.asText(problems).isEmpty()) {
      return Optional.empty();
    }
    Optional<T> found =
        Arrays.stream(all).filter(one -> code.apply(one).equals(node.text())).findFirst();
    if (found.isEmpty()) {
      List<String> codes = Arrays.stream(all).map(code).toList();
      problems.add(
          node,
          new Text("未知的“{0}”；可用：{1}", "'{0}' is not one of {1}")
              .with(node.text(), String.join(", ", codes)),
          node.text(),
          codes);
    }
    return found;
  }

  private Optional<Criterion> criterion(YamlNode node) {
    Optional<Criterion> criterion = criteria.compile(node, problems);
    if (criterion.isPresent() && Nobody.meets(criterion.get())) {
      problems.add(
          node,
          new Text(
              "一无所知的患者也会违反此规则；请写明须已知的内容",
              "a patient of whom nothing is known would break this; say what must be known"));
    }
    return criterion;
  }
}
