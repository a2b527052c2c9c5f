package org.denovo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.denovo.mapping.ColumnMapping;
import org.denovo.mapping.Mappings;
import org.denovo.mapping.SheetMapping;
import org.denovo.record.Field;
import org.denovo.record.Fields;
import org.denovo.yaml.Problems;
import org.junit.jupiter.api.Test;

/** A new field is one entry; this is where it is noticed that it was forgotten elsewhere. */
class FieldsTest {

  private static final Path ROOT = Path.of("").toAbsolutePath();

  @Test
  void everyFieldIsMappedByASampleCentre() {
    Set<Field<?>> mapped = new HashSet<>();
    for (var mapping : Mappings.read(ROOT, ROOT.resolve("mappings"), new Problems()).all()) {
      for (SheetMapping sheet : mapping.sheets()) {
        for (ColumnMapping column : sheet.columns()) {
          mapped.addAll(column.meaning().fields());
        }
      }
    }
    List<Field<?>> forgotten = new ArrayList<>(Fields.all());
    forgotten.removeAll(mapped);
    // Names are ignored at every door of the sample: linkage by name is not built yet.
    forgotten.remove(Fields.PERSON_NAME);
    assertThat(forgotten).isEmpty();
  }

  @Test
  void namesAreSnakeCaseUniqueAndShortEnoughForEveryProgram() {
    Set<String> names = new HashSet<>();
    for (Field<?> field : Fields.all()) {
      assertThat(field.name()).matches("[a-z][a-z0-9_]{0,31}");
      assertThat(names.add(field.name())).as(field.name()).isTrue();
      assertThat(field.title().zh()).isNotBlank();
      assertThat(field.title().en()).isNotBlank();
    }
  }
}
