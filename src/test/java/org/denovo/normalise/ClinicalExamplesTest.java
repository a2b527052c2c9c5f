package org.denovo.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.denovo.mapping.Meaning;
import org.denovo.mapping.Words;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.Fields;
import org.denovo.record.Remark;
import org.denovo.record.Topic;
import org.denovo.source.Place;
import org.denovo.source.SourceCell;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlFile;
import org.denovo.yaml.YamlNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The tables of examples beside this test: what a cell says, and nothing more. A reading is written
 * as the code of its value, {@code absent} and the reason, or {@code unreadable}; remarks follow a
 * slash.
 */
class ClinicalExamplesTest {

  private static final List<String> FILES =
      List.of("operation", "margin", "metastases", "yes_no", "vital", "regimen", "words");

  private static final Readers READERS = new Readers(text -> "hash");

  private static final Place PLACE = new Place("example.xlsx", "example", 1, 1);

  private static final List<TriedExample> EXAMPLES = examples();

  @TestFactory
  Stream<DynamicTest> everyExampleIsReadAsItsTableSays() {
    return TriedExample.tests(EXAMPLES);
  }

  private static List<TriedExample> examples() {
    Problems problems = new Problems();
    List<TriedExample> examples = new ArrayList<>();
    for (String file : FILES) {
      YamlNode root = YamlFile.parse(file + ".yaml", text(file), problems).orElseThrow();
      for (YamlNode table : root.require("tables", problems).orElseThrow().asList(problems)) {
        addTable(file, table, problems, examples);
      }
    }
    assertThat(problems.sorted()).isEmpty();
    return examples;
  }

  private static void addTable(
      String file, YamlNode table, Problems problems, List<TriedExample> examples) {
    table.onlyKeys(problems, List.of("topic", "field", "codes", "unit", "words", "cells"));
    Optional<Topic> topic = table.text("topic", problems).map(t -> Topic.named(t).orElseThrow());
    Optional<Field<?>> field = table.text("field", problems).map(f -> Fields.named(f).get());
    Meaning meaning =
        new Meaning(
            field,
            topic,
            table.text("unit", problems).orElse(""),
            texts(table.get("codes")),
            "",
            Meaning.DateOrder.UNDECLARED,
            new Words(
                field.map(f -> Map.of(f.name(), texts(table.get("words")))).orElse(Map.of())));
    CellReader reader = READERS.of(meaning);
    table
        .require("cells", problems)
        .orElseThrow()
        .entries()
        .forEach(
            (cell, says) -> {
              Map<String, String> expected =
                  says.shape() == YamlNode.Shape.TEXT
                      ? Map.of(field.orElseThrow().name(), says.text())
                      : texts(Optional.of(says));
              examples.add(
                  new TriedExample(
                      file,
                      says.line() + " " + cell,
                      () ->
                          assertThat(written(reader.read(SourceCell.text(PLACE, cell), meaning)))
                              .isEqualTo(new TreeMap<>(expected))));
            });
  }

  private static Map<String, String> texts(Optional<YamlNode> map) {
    Map<String, String> texts = new HashMap<>();
    map.ifPresent(node -> node.entries().forEach((key, value) -> texts.put(key, value.text())));
    return texts;
  }

  static Map<String, String> written(Reading reading) {
    Map<String, String> written = new TreeMap<>();
    reading.answers().forEach((field, answer) -> written.put(field.name(), written(field, answer)));
    return written;
  }

  private static <T> String written(Field<T> field, Answer<?> answer) {
    String remarks =
        answer.remarks().stream().sorted().map(Remark::code).collect(Collectors.joining(", "));
    @SuppressWarnings("unchecked")
    Answer<T> typed = (Answer<T>) answer;
    String value =
        typed
            .optional()
            .map(field.type()::write)
            .map(v -> v.isEmpty() ? "nothing" : v)
            .orElse(answer.isKnown() ? "" : ("absent " + answer.missing()));
    if (answer.missing().equals("unreadable")) {
      value = "unreadable";
    }
    return remarks.isEmpty() ? value : value + " / " + remarks;
  }

  private static String text(String file) {
    try (InputStream in = ClinicalExamplesTest.class.getResourceAsStream(file + ".yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
