package org.denovo.expression;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.FieldType;
import org.denovo.record.Fields;
import org.denovo.record.PatientKey;
import org.denovo.record.PatientRecord;
import org.denovo.record.Remark;
import org.denovo.vocabulary.Text;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlNode;

/**
 * Invented patients as example tables write them: the value as files write it, or {@code blank},
 * {@code unknown}, {@code pending} and so on for none, or {@code unreadable}; {@code bone, …} is a
 * list that was left open. What is not named is not collected.
 */
public final class InventedPatients {

  private static final String OPEN = ", …";
  private static final String UNREADABLE = "unreadable";

  private InventedPatients() {}

  /**
   * The patient of a map, as far as it could be read; every field and value that is none is noted.
   */
  public static PatientRecord read(YamlNode given, Problems problems) {
    PatientRecord.Builder builder = PatientRecord.of(new PatientKey("example", "1", "P1"));
    given
        .asMap(problems)
        .forEach(
            (name, value) -> {
              Optional<Field<?>> field = Fields.named(name);
              if (field.isPresent()) {
                put(builder, field.get(), value, problems);
              } else {
                problems.add(
                    given.keys().get(name),
                    new Text("“{0}”不是字段", "'{0}' is not a field").with(name),
                    name,
                    Fields.all().stream().map(Field::name).toList());
              }
            });
    return builder.build();
  }

  private static <T> void put(
      PatientRecord.Builder builder, Field<T> field, YamlNode value, Problems problems) {
    if (value.asText(problems).isEmpty()) {
      return;
    }
    try {
      builder.put(field, answer(field, value.text()));
    } catch (IllegalArgumentException | DateTimeException none) {
      problems.add(
          value,
          new Text("“{0}”不是{1}的取值", "'{0}' is not a value of {1}").with(value.text(), field.name()),
          value.text(),
          words(field.type()));
    }
  }

  private static List<String> words(FieldType<?> type) {
    List<String> words = new ArrayList<>();
    if (type instanceof FieldType.Code<?> code) {
      words.addAll(code.byCode().keySet());
    } else if (type instanceof FieldType.Codes<?> codes) {
      words.addAll(codes.code().byCode().keySet());
    } else if (type instanceof FieldType.YesNo) {
      FieldType.YesNo.codes().forEach(code -> words.add(code.getKey()));
    }
    for (Absence absence : Absence.values()) {
      words.add(absence.code());
    }
    words.add(UNREADABLE);
    return words;
  }

  /** The answer that a word of a table stands for. */
  public static <T> Answer<T> answer(Field<T> field, String text) {
    for (Absence absence : Absence.values()) {
      if (absence.code().equals(text)) {
        return Answer.absent(absence);
      }
    }
    if (text.equals(UNREADABLE)) {
      return Answer.unreadable();
    }
    if (text.endsWith(OPEN)) {
      String named = text.substring(0, text.length() - OPEN.length());
      return Answer.known(field.type().parse(named), Remark.OPEN_LIST);
    }
    return Answer.known(field.type().parse(text));
  }
}
