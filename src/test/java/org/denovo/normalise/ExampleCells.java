package org.denovo.normalise;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.denovo.mapping.Meaning;
import org.denovo.mapping.Words;
import org.denovo.record.Field;
import org.denovo.record.Fields;
import org.denovo.record.Topic;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlFile;
import org.denovo.yaml.YamlFolder;
import org.denovo.yaml.YamlNode;

/**
 * All cells of the tables of examples, whatever is expected of them. Tables of a column with a code
 * table, a unit or words of its own are left out.
 */
record ExampleCells(String table, Meaning meaning, String says) {

  private static final Path TABLES = Path.of("src/test/resources/org/denovo/normalise");

  static List<ExampleCells> all() {
    Problems problems = new Problems();
    List<ExampleCells> all = new ArrayList<>();
    for (Path file : YamlFolder.files(TABLES, TABLES, problems)) {
      YamlNode root = YamlFile.read(TABLES, file, problems).orElseThrow();
      String name = file.getFileName().toString().replace(".yaml", "");
      for (YamlNode table : tables(root)) {
        boolean plain =
            List.of("codes", "unit", "words").stream().allMatch(k -> table.get(k).isEmpty());
        Optional<Meaning> meaning = meaning(table);
        if (plain && meaning.isPresent()) {
          cells(table).forEach(says -> all.add(new ExampleCells(name, meaning.get(), says)));
        }
      }
    }
    return all;
  }

  private static List<YamlNode> tables(YamlNode root) {
    if (root.shape() == YamlNode.Shape.LIST) {
      return root.items();
    }
    return root.get("tables").map(YamlNode::items).orElse(List.of(root));
  }

  private static List<String> cells(YamlNode table) {
    YamlNode cells = table.get("cells").orElseThrow();
    return cells.shape() == YamlNode.Shape.MAP
        ? List.copyOf(cells.entries().keySet())
        : cells.items().stream().map(cell -> cell.get("says").orElseThrow().text()).toList();
  }

  private static Optional<Meaning> meaning(YamlNode table) {
    Optional<Field<?>> field = table.get("field").map(n -> Fields.named(n.text()).orElseThrow());
    Optional<Topic> topic = table.get("topic").map(n -> Topic.named(n.text()).orElseThrow());
    return field.isPresent() == topic.isPresent()
        ? Optional.empty()
        : Optional.of(
            new Meaning(field, topic, "", Map.of(), "", Meaning.DateOrder.UNDECLARED, Words.NONE));
  }
}
