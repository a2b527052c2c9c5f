package org.denovo.normalise;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.denovo.expression.InventedPatients;
import org.denovo.mapping.CellExample;
import org.denovo.mapping.CentreMapping;
import org.denovo.mapping.ColumnMapping;
import org.denovo.mapping.MappedCell;
import org.denovo.mapping.MappedPatient;
import org.denovo.mapping.Meaning;
import org.denovo.mapping.SheetMapping;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.Fields;
import org.denovo.record.PatientKey;
import org.denovo.record.PatientRecord;
import org.denovo.record.Remark;
import org.denovo.source.Place;
import org.denovo.source.SourceCell;
import org.denovo.vocabulary.Text;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlNode;

/**
 * Tries the examples that stand beside a mapping's columns: each is read as if it were the only
 * cell of a patient.
 */
public final class MappingExamples {

  private static final Place SOMEWHERE = new Place("example", "", 0, 0);

  private final CentreMapping mapping;
  private final Normaliser normaliser = new Normaliser(text -> text);
  private final Problems problems;

  private MappingExamples(CentreMapping mapping, Problems problems) {
    this.mapping = mapping;
    this.problems = problems;
  }

  /** Notes each example that is read as something else, and each expected value that is none. */
  public static void check(CentreMapping mapping, Problems problems) {
    MappingExamples examples = new MappingExamples(mapping, problems);
    for (SheetMapping sheet : mapping.sheets()) {
      for (ColumnMapping column : sheet.columns()) {
        column.examples().forEach(example -> examples.check(column.meaning(), example));
      }
    }
  }

  private void check(Meaning meaning, CellExample example) {
    Problems own = new Problems();
    YamlNode expected = byField(meaning, example.expected());
    PatientRecord wanted = InventedPatients.read(expected, own);
    own.sorted().forEach(problems::add);
    if (!own.isEmpty()) {
      return;
    }
    PatientRecord found = read(meaning, example.cell().text());
    expected
        .entries()
        .forEach(
            (name, value) -> {
              Field<?> field = Fields.named(name).orElseThrow();
              String should = shown(wanted, field);
              String is = shown(found, field);
              if (!should.equals(is)) {
                problems.add(
                    value,
                    new Text(
                            "“{0}”的{1}应为“{2}”，读出的却是“{3}”",
                            "'{0}' should give {1} '{2}', but is read as '{3}'")
                        .with(example.cell().text(), name, should, is));
              }
            });
  }

  /** A single word is meant of the fields that the column is about. */
  private static YamlNode byField(Meaning meaning, YamlNode expected) {
    if (expected.shape() == YamlNode.Shape.MAP) {
      return expected;
    }
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    FirstLook.principal(meaning).forEach(field -> entries.put(field.name(), expected));
    return new YamlNode(
        expected.file(),
        expected.line(),
        expected.column(),
        YamlNode.Shape.MAP,
        "",
        "",
        List.of(),
        entries,
        entries);
  }

  private PatientRecord read(Meaning meaning, String text) {
    SourceCell cell =
        text.isEmpty() ? SourceCell.blank(SOMEWHERE) : SourceCell.text(SOMEWHERE, text);
    return normaliser.normalise(
        new PatientKey(mapping.centre(), "example", "example"),
        new MappedPatient("example", List.of(new MappedCell(meaning, cell, false)), 1));
  }

  /** The answer as an example writes it. */
  private static <T> String shown(PatientRecord patient, Field<T> field) {
    Answer<T> answer = patient.answer(field);
    return answer
        .optional()
        .map(value -> field.type().write(value) + (answer.has(Remark.OPEN_LIST) ? ", …" : ""))
        .orElse(answer.missing());
  }
}
