package org.denovo.expression;

import java.util.Map;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.Fields;
import org.denovo.record.PatientKey;
import org.denovo.record.PatientRecord;
import org.denovo.record.Remark;
import org.denovo.yaml.YamlNode;

/**
 * Invented patients as example tables write them: the value as files write it, or {@code blank},
 * {@code unknown}, {@code pending} and so on for none, or {@code unreadable}; {@code bone, …} is a
 * list that was left open. What is not named is not collected.
 */
public final class InventedPatients {

  private static final String OPEN = ", …";

  private InventedPatients() {}

  /** The patient of a table's map. */
  public static PatientRecord of(YamlNode given) {
    PatientRecord.Builder builder = PatientRecord.of(new PatientKey("example", "1", "P1"));
    for (Map.Entry<String, YamlNode> entry : given.entries().entrySet()) {
      Field<?> field =
          Fields.named(entry.getKey())
              .orElseThrow(() -> new IllegalArgumentException(entry.getKey()));
      put(builder, field, entry.getValue().text());
    }
    return builder.build();
  }

  private static <T> void put(PatientRecord.Builder builder, Field<T> field, String text) {
    builder.put(field, answer(field, text));
  }

  /** The answer that a table's word stands for. */
  public static <T> Answer<T> answer(Field<T> field, String text) {
    for (Absence absence : Absence.values()) {
      if (absence.code().equals(text)) {
        return Answer.absent(absence);
      }
    }
    if (text.equals("unreadable")) {
      return Answer.unreadable();
    }
    if (text.endsWith(OPEN)) {
      String named = text.substring(0, text.length() - OPEN.length());
      return Answer.known(field.type().parse(named), Remark.OPEN_LIST);
    }
    return Answer.known(field.type().parse(text));
  }
}
