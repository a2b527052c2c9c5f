package org.denovo.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.denovo.record.Field;
import org.denovo.record.Fields;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class UnderstoodTest {

  private static final Readers READERS = new Readers(text -> "hash");

  private static final List<TriedExample> EXAMPLES = examples();

  @TestFactory
  Stream<DynamicTest> aCellShownToPeopleIsReadAsSaid() {
    return TriedExample.tests(EXAMPLES);
  }

  @Test
  void eachFieldIsExplainedInBothLanguagesWithThreeToFiveCells() {
    for (Field<?> field : Fields.all()) {
      Understood understood = Understood.of(field);
      assertThat(understood.says().zh()).as(field.name()).endsWith("。");
      assertThat(understood.says().en()).as(field.name()).endsWith(".");
      assertThat(understood.cells()).as(field.name()).hasSizeBetween(3, 5);
    }
  }

  private static List<TriedExample> examples() {
    List<TriedExample> examples = new ArrayList<>();
    for (Field<?> field : Fields.all()) {
      Map<String, String> cells = new LinkedHashMap<>(Understood.of(field).cells());
      cells.forEach(
          (cell, value) ->
              examples.add(
                  new TriedExample(
                      "understood",
                      field.name() + ": " + cell,
                      () -> assertThat(read(field, cell)).isEqualTo(value))));
    }
    return examples;
  }

  private static <T> String read(Field<T> field, String cell) {
    Reading reading = READERS.of(Cells.field(field)).read(Cells.text(cell), Cells.field(field));
    return reading
        .answer(field)
        .optional()
        .map(field.type()::write)
        .orElseGet(() -> reading.answer(field).missing());
  }
}
