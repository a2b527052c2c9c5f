package org.denovo.normalise;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.denovo.mapping.Words;
import org.denovo.record.Field;
import org.denovo.record.FieldType;
import org.denovo.record.Fields;
import org.denovo.vocabulary.Coded;
import org.denovo.vocabulary.Text;

/** The codes of each field by their own names in both languages: what a drop-down list writes. */
final class Titles {

  private static final Map<Field<?>, Map<String, String>> CODES = codes();

  private Titles() {}

  /** The code of which the text is the whole name. */
  static Optional<String> code(Field<?> field, String text) {
    Map<String, String> byName = CODES.get(field);
    return byName == null ? Optional.empty() : Optional.ofNullable(byName.get(Words.fold(text)));
  }

  private static Map<Field<?>, Map<String, String>> codes() {
    Map<Field<?>, Map<String, String>> codes = new HashMap<>();
    for (Field<?> field : Fields.all()) {
      if (field.type() instanceof FieldType.Code<?> type) {
        Map<String, String> byName = new HashMap<>();
        for (Coded constant : type.byCode().values()) {
          Text title = constant.title();
          byName.put(Words.fold(title.zh()), constant.code());
          byName.put(Words.fold(title.en()), constant.code());
        }
        codes.put(field, byName);
      }
    }
    return codes;
  }
}
