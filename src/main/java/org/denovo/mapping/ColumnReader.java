package org.denovo.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.denovo.record.Field;
import org.denovo.record.FieldType;
import org.denovo.record.Fields;
import org.denovo.record.Topic;
import org.denovo.vocabulary.Text;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlNode;

/** Reads what one header means in a mapping file. */
final class ColumnReader {

  static final List<String> KEYS =
      List.of("field", "unit", "codes", "take", "split-on", "date-order", "examples");

  static final List<String> NAMES = names();

  private final String header;
  private final Words words;
  private final Problems problems;

  ColumnReader(String header, Words words, Problems problems) {
    this.header = header;
    this.words = words;
    this.problems = problems;
  }

  /**
   * One column mapping, or several where the file gives a list; those that are wrong are left out.
   */
  List<ColumnMapping> read(YamlNode value) {
    List<ColumnMapping> columns = new ArrayList<>();
    if (value.shape() == YamlNode.Shape.LIST) {
      value.items().forEach(item -> one(item).ifPresent(columns::add));
    } else {
      one(value).ifPresent(columns::add);
    }
    return columns;
  }

  private Optional<ColumnMapping> one(YamlNode value) {
    if (value.shape() == YamlNode.Shape.TEXT) {
      return means(value).map(meant -> column(meant, value));
    }
    value.onlyKeys(problems, KEYS);
    if (value.shape() != YamlNode.Shape.MAP) {
      return Optional.empty();
    }
    return value.require("field", problems).flatMap(this::means).map(meant -> column(meant, value));
  }

  /** A field or a topic, as an empty meaning that the options then fill. */
  private Optional<Meaning> means(YamlNode name) {
    Optional<String> written = name.asText(problems);
    Optional<Field<?>> field = written.flatMap(Fields::named);
    Optional<Topic> topic = written.flatMap(Topic::named);
    if (written.isPresent() && field.isEmpty() && topic.isEmpty()) {
      problems.add(
          name,
          new Text("“{0}”既不是字段也不是主题", "'{0}' is neither a field nor a topic").with(written.get()),
          written.get(),
          NAMES);
    }
    return field.isEmpty() && topic.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Meaning(field, topic, "", Map.of(), "", Meaning.DateOrder.UNDECLARED, words));
  }

  private ColumnMapping column(Meaning meant, YamlNode options) {
    List<Field<?>> fields = meant.fields();
    Meaning meaning =
        new Meaning(
            meant.field(),
            meant.topic(),
            options.get("unit").map(node -> unit(fields, node)).orElse(""),
            options.get("codes").map(node -> codes(fields, node)).orElse(Map.of()),
            options.text("split-on", problems).orElse(""),
            options.get("date-order").map(this::dateOrder).orElse(Meaning.DateOrder.UNDECLARED),
            words);
    return new ColumnMapping(
        header,
        meaning,
        options.get("take").flatMap(this::take),
        options.get("examples").map(node -> examples(fields, node)).orElse(List.of()));
  }

  private List<CellExample> examples(List<Field<?>> fields, YamlNode node) {
    List<CellExample> examples = new ArrayList<>();
    if (fields.stream().anyMatch(field -> field.type() instanceof FieldType.Identifier)) {
      problems.add(
          node,
          new Text("标识符仅存哈希，不能有示例", "an identifier is kept as a hash only; it has no examples"));
      return examples;
    }
    node.asMap(problems)
        .forEach(
            (cell, expected) -> {
              if (expected.shape() == YamlNode.Shape.LIST) {
                expected.asText(problems);
              } else {
                examples.add(new CellExample(node.keys().get(cell), expected));
              }
            });
    return examples;
  }

  private String unit(List<Field<?>> fields, YamlNode node) {
    String unit = node.asText(problems).orElse("");
    Collection<String> units = FieldCodes.units(fields);
    if (!units.contains(unit)) {
      problems.add(
          node,
          units.isEmpty()
              ? new Text("该字段没有单位", "the field has no unit")
              : new Text("单位“{0}”不可用，可用：{1}", "unit '{0}' is none of {1}")
                  .with(unit, String.join(", ", units)),
          unit,
          units);
    }
    return unit;
  }

  private Map<String, String> codes(List<Field<?>> fields, YamlNode node) {
    Map<String, String> codes = new HashMap<>();
    node.asMap(problems)
        .forEach(
            (cell, code) ->
                code.asText(problems)
                    .ifPresent(
                        text -> {
                          WordsFile.checkCode(fields, code, problems);
                          WordsFile.addWord(codes, cell, text, node.keys().get(cell), problems);
                        }));
    return codes;
  }

  private Meaning.DateOrder dateOrder(YamlNode node) {
    String written = node.asText(problems).orElse("");
    List<String> orders =
        Meaning.DateOrder.declarable().stream()
            .map(order -> order.name().toLowerCase(Locale.ROOT))
            .toList();
    int index = orders.indexOf(written);
    if (index < 0) {
      problems.add(
          node,
          new Text("date-order应为ymd、dmy或mdy，不是“{0}”", "date-order is ymd, dmy or mdy, not '{0}'")
              .with(written),
          written,
          orders);
      return Meaning.DateOrder.UNDECLARED;
    }
    return Meaning.DateOrder.declarable().get(index);
  }

  private Optional<Take> take(YamlNode node) {
    String written = node.asText(problems).orElse("");
    Optional<Take> take = Take.parse(written);
    if (take.isEmpty()) {
      problems.add(
          node,
          new Text(
                  "take应为first、last、max、min（可加by和列名）或any，不是“{0}”",
                  "take is first, last, max, min (with 'by' and a header) or any, not '{0}'")
              .with(written),
          written.split("\\s+")[0],
          Take.words());
    }
    return take;
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>();
    Fields.all().forEach(field -> names.add(field.name()));
    Arrays.stream(Topic.values()).forEach(topic -> names.add(topic.code()));
    return names;
  }
}
