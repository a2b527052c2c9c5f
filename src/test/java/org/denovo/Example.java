package org.denovo;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.Fields;
import org.denovo.record.PatientKey;
import org.denovo.record.PatientRecord;
import org.denovo.record.Remark;
import org.denovo.source.Place;
import org.denovo.source.SourceCell;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlFile;
import org.denovo.yaml.YamlNode;

/**
 * Invented patients written as {@code {field: value}}. A value is written as in a database; {@code
 * (unknown)} is a reason for there being none, {@code (unreadable)} a text that nobody understood,
 * and {@code M1 !mx_used} adds a remark. Fields that are not named are blank.
 */
public final class Example {

  private static final Path RESOURCES = Path.of("src", "test", "resources", "org", "denovo");

  private Example() {}

  /** The nodes of a YAML file of examples. */
  public static YamlNode file(String name) {
    Problems problems = new Problems();
    YamlNode root =
        YamlFile.read(RESOURCES, RESOURCES.resolve(name), problems)
            .orElseThrow(AssertionError::new);
    if (!problems.isEmpty()) {
      throw new AssertionError(problems.sorted().toString());
    }
    return root;
  }

  /** The patient that a map stands for. */
  public static PatientRecord patient(Map<String, YamlNode> answers) {
    return patient(new PatientKey("north", "1", "pid-1"), answers);
  }

  /** The patient that a map stands for, with a key. */
  public static PatientRecord patient(PatientKey key, Map<String, YamlNode> answers) {
    PatientRecord.Builder record = PatientRecord.of(key);
    for (Field<?> field : Fields.all()) {
      record.put(field, Answer.absent(Absence.BLANK), cell(field, ""));
    }
    answers.forEach(
        (name, value) -> {
          Field<?> field =
              Fields.named(name).orElseThrow(() -> new AssertionError("no field " + name));
          put(record, field, value.text());
        });
    return record.build();
  }

  private static <T> void put(PatientRecord.Builder record, Field<T> field, String written) {
    String[] parts = written.split(" !");
    Set<Remark> remarks = new HashSet<>();
    Arrays.stream(parts)
        .skip(1)
        .map(remark -> Remark.valueOf(remark.toUpperCase(Locale.ROOT)))
        .forEach(remarks::add);
    record.put(field, answer(field, parts[0], remarks), cell(field, parts[0]));
  }

  private static <T> Answer<T> answer(Field<T> field, String text, Set<Remark> remarks) {
    if (text.equals("(unreadable)")) {
      return new Answer.Unreadable<>(remarks);
    }
    if (text.startsWith("(")) {
      String why = text.substring(1, text.length() - 1).toUpperCase(Locale.ROOT);
      return new Answer.Absent<>(Absence.valueOf(why), remarks);
    }
    return new Answer.Known<>(field.type().parse(text), remarks);
  }

  private static SourceCell cell(Field<?> field, String text) {
    return SourceCell.text(new Place("north.xlsx", "基本信息", 2, field.index()), text);
  }

  /** The items of a list, or the only item. */
  public static List<YamlNode> items(YamlNode node) {
    return node.shape() == YamlNode.Shape.LIST ? node.items() : List.of(node);
  }
}
