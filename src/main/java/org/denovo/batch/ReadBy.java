package org.denovo.batch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.denovo.mapping.CentreMapping;
import org.denovo.mapping.ColumnMapping;
import org.denovo.mapping.Meaning;
import org.denovo.mapping.SheetMapping;
import org.denovo.record.Field;
import org.denovo.record.PatientRecord;

/** As what a centre's column was read: the field or topic that its mapping names. */
final class ReadBy {

  private final Map<String, Map<String, String>> byCentre = new HashMap<>();

  ReadBy(List<CentreMapping> mappings) {
    for (CentreMapping mapping : mappings) {
      Map<String, String> byField = new HashMap<>();
      for (SheetMapping sheet : mapping.sheets()) {
        for (ColumnMapping column : sheet.columns()) {
          note(byField, column.meaning());
        }
      }
      byCentre.put(mapping.centre(), byField);
    }
  }

  private static void note(Map<String, String> byField, Meaning meaning) {
    meaning.field().ifPresent(field -> byField.put(field.name(), field.name()));
    meaning
        .topic()
        .ifPresent(
            topic -> topic.fields().forEach(f -> byField.putIfAbsent(f.name(), topic.code())));
  }

  /** The field or topic as which the patient's field was read; {@code implied} if by neither. */
  String column(PatientRecord patient, Field<?> field) {
    return byCentre
        .getOrDefault(patient.key().centre(), Map.of())
        .getOrDefault(field.name(), "implied");
  }
}
