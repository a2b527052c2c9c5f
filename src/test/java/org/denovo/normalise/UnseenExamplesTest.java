package org.denovo.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * Cells as a pathologist or surgeon would write and sign them, written down before the grammars
 * were tried on them. A field that the table does not name must not be known, and one that it marks
 * with {@code ?} may stay unread but must not be anything else; {@code a|b} allows either.
 */
class UnseenExamplesTest {

  private static final Path TABLES = Path.of("src/test/resources/org/denovo/normalise");

  static final List<String> NAMES =
      List.of(
          "tnm",
          "er",
          "pr",
          "her2",
          "ki67",
          "margin",
          "operation",
          "metastases",
          "date",
          "nodes",
          "size",
          "vital",
          "regimen",
          "report");

  private static final Readers READERS = new Readers(text -> "hash");

  enum Judged {
    RIGHT,
    UNREAD,
    WRONG
  }

  record Example(String table, Meaning meaning, String says, Map<String, String> means) {

    Reading reading() {
      SourceCell cell = SourceCell.text(new Place("invented.xlsx", "sheet", 1, 1), says);
      return READERS.of(meaning).read(cell, meaning);
    }

    /** What was read of each field that is known, and of each that should be. */
    Map<String, Judged> judged() {
      Map<String, Judged> judged = new LinkedHashMap<>();
      Map<String, String> known = known(reading());
      means.forEach((field, value) -> judged.put(field, judge(known.get(field), value)));
      known.keySet().forEach(field -> judged.putIfAbsent(field, Judged.WRONG));
      return judged;
    }

    private static Judged judge(String known, String expected) {
      boolean mayStayUnread = expected.startsWith("?");
      if (known == null) {
        return mayStayUnread ? Judged.RIGHT : Judged.UNREAD;
      }
      String[] parts = expected.substring(mayStayUnread ? 1 : 0).split(" ");
      List<String> said = List.of(known.split(" "));
      boolean value = List.of(parts[0].split("\\|")).contains(said.get(0));
      boolean remarked = parts.length == 1 || said.contains(parts[1]);
      return value && remarked ? Judged.RIGHT : Judged.WRONG;
    }
  }

  private static final List<TriedExample> EXAMPLES =
      examples().stream()
          .map(e -> new TriedExample("unseen_" + e.table(), e.says(), () -> isRight(e)))
          .toList();

  @TestFactory
  Stream<DynamicTest> anUnseenCellSaysWhatAClinicianWouldSign() {
    return TriedExample.tests(EXAMPLES);
  }

  private static void isRight(Example example) {
    assertThat(example.judged())
        .as("%s", known(example.reading()))
        .doesNotContainValue(Judged.WRONG)
        .doesNotContainValue(Judged.UNREAD);
  }

  private static List<Example> examples() {
    List<Example> examples = new ArrayList<>();
    for (String name : NAMES) {
      Problems problems = new Problems();
      YamlNode table =
          YamlFile.read(TABLES, TABLES.resolve("unseen_" + name + ".yaml"), problems).orElseThrow();
      Meaning meaning = meaning(table, problems);
      table
          .require("cells", problems)
          .orElseThrow()
          .asMap(problems)
          .forEach(
              (says, means) -> {
                Map<String, String> expected = new LinkedHashMap<>();
                means.asMap(problems).forEach((field, value) -> expected.put(field, value.text()));
                examples.add(new Example(name, meaning, says, expected));
              });
      assertThat(problems.sorted()).isEmpty();
    }
    return examples;
  }

  private static Meaning meaning(YamlNode table, Problems problems) {
    Optional<Field<?>> field =
        table.text("field", problems).map(name -> Fields.named(name).orElseThrow());
    Optional<Topic> topic =
        table.text("topic", problems).map(name -> Topic.named(name).orElseThrow());
    return new Meaning(field, topic, "", Map.of(), "", Meaning.DateOrder.UNDECLARED, Words.NONE);
  }

  /** The fields that are known: the value, then the remarks. */
  static Map<String, String> known(Reading reading) {
    Map<String, String> known = new LinkedHashMap<>();
    reading.answers().keySet().forEach(field -> note(field, reading, known));
    return known;
  }

  private static <T> void note(Field<T> field, Reading reading, Map<String, String> known) {
    Answer<T> answer = reading.answer(field);
    answer
        .optional()
        .ifPresent(
            value -> {
              StringBuilder text = new StringBuilder(field.type().write(value));
              answer.remarks().stream()
                  .sorted()
                  .map(Remark::code)
                  .forEach(remark -> text.append(' ').append(remark));
              known.put(field.name(), text.toString());
            });
  }
}
