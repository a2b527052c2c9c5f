package org.denovo.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.denovo.mapping.MappedCell;
import org.denovo.mapping.MappedPatient;
import org.denovo.mapping.Meaning;
import org.denovo.mapping.Words;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.FieldType;
import org.denovo.record.Fields;
import org.denovo.record.PatientKey;
import org.denovo.source.Place;
import org.denovo.source.SourceCell;
import org.denovo.vocabulary.Coded;
import org.junit.jupiter.api.Test;

/** A code that nobody can write is half an entry: each is read from its own name. */
class EveryCodeHasAWordTest {

  private final Normaliser normaliser = new Normaliser(text -> text);

  @Test
  void everyCodeIsReadFromItsNameInBothLanguages() {
    List<String> unread = new ArrayList<>();
    for (Field<?> field : Fields.all()) {
      if (field.type() instanceof FieldType.Code<?> code) {
        for (Map.Entry<String, ? extends Coded> constant : code.byCode().entrySet()) {
          for (String name :
              List.of(constant.getValue().title().zh(), constant.getValue().title().en())) {
            Optional<?> value = read(field, name).optional();
            if (value.isEmpty() || value.get() != constant.getValue()) {
              unread.add(field + " " + constant.getKey() + ": '" + name + "' is " + value);
            }
          }
        }
      }
    }
    assertThat(unread).isEmpty();
  }

  private Answer<?> read(Field<?> field, String text) {
    Meaning meaning =
        new Meaning(
            Optional.of(field),
            Optional.empty(),
            "",
            Map.of(),
            "",
            Meaning.DateOrder.UNDECLARED,
            Words.NONE);
    SourceCell cell = SourceCell.text(new Place("book.xlsx", "sheet", 1, 1), text);
    MappedPatient patient =
        new MappedPatient("1", List.of(new MappedCell(meaning, cell, false)), 1);
    return normaliser.normalise(new PatientKey("north", "1", "p"), patient).answer(field);
  }
}
