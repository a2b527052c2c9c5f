package org.denovo.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.denovo.derive.Parameters;
import org.denovo.vocabulary.Text;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlNode;

/** The parts of a cohort file that choose from what there is: rules, endpoints, designs. */
final class CohortChoices {

  static final List<String> DE_NOVO_RULES = List.of("strict", "window90", "ncdb");

  static final List<String> PARAMETER_KEYS =
      List.of("de_novo_rule", "subtype_rule", "oligo_rule", "er_rule");

  private CohortChoices() {}

  static void schema(YamlNode file, Problems problems) {
    file.get("schema")
        .filter(node -> !node.text().equals("1"))
        .ifPresent(node -> problems.add(node, new Text("schema应为1", "schema must be 1")));
  }

  static Optional<String> version(YamlNode file, Problems problems) {
    file.require("version", problems);
    return file.version(problems);
  }

  /** The rules as chosen, and the usual ones where nothing valid was. */
  static Parameters parameters(YamlNode file, Problems problems) {
    Optional<YamlNode> node = file.get("parameters");
    if (node.isEmpty()) {
      return Parameters.DEFAULT;
    }
    node.get().onlyKeys(problems, PARAMETER_KEYS);
    Parameters usual = Parameters.DEFAULT;
    String deNovo = node.get().text("de_novo_rule", problems).orElse(usual.deNovoRule());
    if (!deNovo.matches(Parameters.DE_NOVO_RULE)) {
      unknown(node.get().get("de_novo_rule").orElseThrow(), DE_NOVO_RULES, problems);
      deNovo = usual.deNovoRule();
    }
    return new Parameters(
        deNovo,
        rule(node.get(), "subtype_rule", Parameters.SUBTYPE_RULES, usual.subtypeRule(), problems),
        rule(node.get(), "oligo_rule", Parameters.OLIGO_RULES, usual.oligoRule(), problems),
        rule(node.get(), "er_rule", Parameters.ER_RULES, usual.erRule(), problems));
  }

  private static String rule(
      YamlNode parameters, String key, List<String> rules, String usual, Problems problems) {
    Optional<String> chosen = parameters.text(key, problems);
    if (chosen.isPresent() && !rules.contains(chosen.get())) {
      unknown(parameters.get(key).orElseThrow(), rules, problems);
      return usual;
    }
    return chosen.orElse(usual);
  }

  /** The days after time zero within which the exposure counts, written {@code 243 d}. */
  static int window(YamlNode exposure, Problems problems) {
    Optional<YamlNode> node = exposure.require("window", problems);
    if (node.isEmpty()) {
      return 0;
    }
    if (!node.get().text().matches("[0-9]{1,4} ?d")) {
      problems.add(node.get(), new Text("时间窗应写成“243 d”", "a window is written '243 d'"));
      return 0;
    }
    return Integer.parseInt(node.get().text().replace("d", "").strip());
  }

  static List<Endpoint> endpoints(YamlNode file, Problems problems) {
    List<String> names = Arrays.stream(Endpoint.values()).map(Endpoint::name).toList();
    List<Endpoint> endpoints = new ArrayList<>();
    for (YamlNode item : items(file, "endpoints", problems)) {
      if (!names.contains(item.text())) {
        unknown(item, names, problems);
      } else if (endpoints.contains(Endpoint.valueOf(item.text()))) {
        twice(item, problems);
      } else {
        endpoints.add(Endpoint.valueOf(item.text()));
      }
    }
    return endpoints;
  }

  /** The designs; clones follow overall survival, so that must be among the endpoints. */
  static List<Design> designs(YamlNode file, List<Endpoint> endpoints, Problems problems) {
    List<Design> designs = new ArrayList<>();
    Set<String> words = new HashSet<>();
    for (YamlNode item : items(file, "designs", problems)) {
      String word = item.text().split(" ", 2)[0];
      Optional<List<Design>> read = DesignWords.read(item.text());
      if (!DesignWords.words().contains(word)) {
        problems.add(
            item, new Text("未知的“{0}”", "'{0}' is not known").with(word), word, DesignWords.words());
      } else if (read.isEmpty()) {
        problems.add(
            item,
            new Text(
                "设计应写成“landmark 3m 6m”、“clones 112d”、“ever_never”或“time_varying”",
                "a design is written 'landmark 3m 6m', 'clones 112d', 'ever_never' or"
                    + " 'time_varying'"));
      } else if (!words.add(word)) {
        twice(item, problems);
      } else {
        designs.addAll(read.get());
        if (read.get().get(0) instanceof Clones
            && !endpoints.isEmpty()
            && !endpoints.contains(Endpoint.OS)) {
          problems.add(item, new Text("“clones”需要终点OS", "'clones' needs the endpoint OS"));
        }
      }
    }
    return designs;
  }

  /** A name that becomes a column or a file: small letters, digits and underscores. */
  static void checkColumnName(YamlNode node, Problems problems) {
    if (!node.text().matches("[a-z][a-z0-9_]{0,31}")) {
      problems.add(
          node,
          new Text(
                  "名称“{0}”须为小写字母、数字和下划线，至多32个字符",
                  "the name '{0}' must be small letters, digits and underscores, 32 at most")
              .with(node.text()));
    }
  }

  static List<YamlNode> items(YamlNode file, String key, Problems problems) {
    return file.require(key, problems).stream()
        .flatMap(node -> node.asList(problems).stream())
        .flatMap(item -> item.asText(problems).isPresent() ? Stream.of(item) : Stream.empty())
        .toList();
  }

  private static void unknown(YamlNode node, List<String> right, Problems problems) {
    problems.add(
        node, new Text("未知的“{0}”", "'{0}' is not known").with(node.text()), node.text(), right);
  }

  static void twice(YamlNode node, Problems problems) {
    problems.add(node, new Text("“{0}”重复", "'{0}' stands twice").with(node.text()));
  }
}
