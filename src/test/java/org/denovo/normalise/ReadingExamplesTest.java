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
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.FieldType;
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

/** Every example cell of the tables beside this test says what its table says. */
class ReadingExamplesTest {

  private static final Path TABLES = Path.of("src/test/resources/org/denovo/normalise");

  private static final List<String> NAMES =
      List.of("tnm", "hormone_receptor", "her2", "ki67", "report", "date", "number", "lines");

  private static final Readers READERS = new Readers(text -> "hash");

  private static final List<TriedExample> EXAMPLES = examples();

  @TestFactory
  Stream<DynamicTest> aCellSaysWhatItsTableSays() {
    return TriedExample.tests(EXAMPLES);
  }

  private static List<TriedExample> examples() {
    List<TriedExample> examples = new ArrayList<>();
    for (String name : NAMES) {
      Problems problems = new Problems();
      YamlNode table =
          YamlFile.read(TABLES, TABLES.resolve(name + ".yaml"), problems).orElseThrow();
      for (YamlNode group : table.items()) {
        String that = group.require("that", problems).orElseThrow().text();
        Meaning meaning = meaning(group, problems);
        for (YamlNode cell : group.require("cells", problems).orElseThrow().items()) {
          Map<String, String> means = new LinkedHashMap<>();
          cell.get("means")
              .orElseThrow()
              .asMap(problems)
              .forEach((field, value) -> means.put(field, value.text()));
          String says = cell.get("says").orElseThrow().text();
          examples.add(
              new TriedExample(
                  name,
                  that + ": " + says,
                  () -> assertThat(read(says, meaning)).isEqualTo(means)));
        }
      }
      assertThat(problems.sorted()).isEmpty();
    }
    return examples;
  }

  private static Map<String, String> read(String says, Meaning meaning) {
    SourceCell cell = SourceCell.text(new Place("invented.xlsx", "sheet", 1, 1), says);
    return written(READERS.of(meaning).read(cell, meaning));
  }

  private static Meaning meaning(YamlNode group, Problems problems) {
    Optional<Field<?>> field =
        group.text("field", problems).map(name -> Fields.named(name).orElseThrow());
    Optional<Topic> topic =
        group.text("topic", problems).map(name -> Topic.named(name).orElseThrow());
    return new Meaning(field, topic, "", Map.of(), "", Meaning.DateOrder.UNDECLARED, Words.NONE);
  }

  /** The answers as the tables write them: value or absence, then the remarks; no silent fields. */
  private static Map<String, String> written(Reading reading) {
    Map<String, String> written = new LinkedHashMap<>();
    for (Field<?> field : reading.answers().keySet()) {
      Answer<?> answer = reading.answer(field);
      boolean silent = answer instanceof Answer.Absent<?> absent && absent.why() == Absence.BLANK;
      if (!silent) {
        StringBuilder text = new StringBuilder(value(field, reading));
        answer.remarks().stream()
            .sorted()
            .map(Remark::code)
            .forEach(r -> text.append(' ').append(r));
        written.put(field.name(), text.toString());
      }
    }
    return written;
  }

  private static <T> String value(Field<T> field, Reading reading) {
    FieldType<T> type = field.type();
    Answer<T> answer = reading.answer(field);
    return answer.optional().map(type::write).orElseGet(answer::missing);
  }
}
