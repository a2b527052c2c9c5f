package org.denovo.normalise;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.denovo.mapping.MappedCell;
import org.denovo.mapping.MappedPatient;
import org.denovo.mapping.Meaning;
import org.denovo.mapping.Words;
import org.denovo.record.Field;
import org.denovo.record.PatientKey;
import org.denovo.record.PatientRecord;
import org.denovo.record.Topic;
import org.denovo.source.Kind;
import org.denovo.source.Mark;
import org.denovo.source.Place;
import org.denovo.source.SourceCell;

/** Invented cells and columns. */
final class Cells {

  private static final PatientKey SOMEBODY = new PatientKey("north", "1", "p1");

  private Cells() {}

  static Place place(int column) {
    return new Place("invented.xlsx", "sheet", 1, column);
  }

  static SourceCell text(String text) {
    return SourceCell.text(place(0), text);
  }

  static SourceCell number(double number, Mark... marks) {
    String text = org.denovo.record.Interval.number(number);
    return new SourceCell(place(0), Kind.NUMBER, text, number, "", Set.of(marks));
  }

  static SourceCell formatted(double number, String format) {
    String text = org.denovo.record.Interval.number(number);
    return new SourceCell(place(0), Kind.NUMBER, text, number, format, Set.of());
  }

  static SourceCell date(String iso) {
    return new SourceCell(place(0), Kind.DATE, iso, 43223, "yyyy-mm-dd", Set.of());
  }

  static SourceCell error(String shown) {
    return new SourceCell(place(0), Kind.ERROR, shown, Double.NaN, "", Set.of());
  }

  static Meaning field(Field<?> field) {
    return meaning(Optional.of(field), Optional.empty(), "", Map.of(), Words.NONE);
  }

  static Meaning field(Field<?> field, String unit) {
    return meaning(Optional.of(field), Optional.empty(), unit, Map.of(), Words.NONE);
  }

  static Meaning field(Field<?> field, Map<String, String> codes) {
    return meaning(Optional.of(field), Optional.empty(), "", codes, Words.NONE);
  }

  static Meaning field(Field<?> field, Words words) {
    return meaning(Optional.of(field), Optional.empty(), "", Map.of(), words);
  }

  static Meaning topic(Topic topic) {
    return meaning(Optional.empty(), Optional.of(topic), "", Map.of(), Words.NONE);
  }

  static Meaning topic(Topic topic, Map<String, String> codes) {
    return meaning(Optional.empty(), Optional.of(topic), "", codes, Words.NONE);
  }

  static MappedCell cell(Meaning meaning, SourceCell cell) {
    return new MappedCell(meaning, cell, false);
  }

  static MappedCell cell(Field<?> field, String text) {
    return cell(field(field), text(text));
  }

  static PatientRecord normalise(MappedCell... cells) {
    return new Normaliser(id -> "hash of " + id)
        .normalise(SOMEBODY, new MappedPatient("1", List.of(cells), 1));
  }

  static Reading read(Meaning meaning, SourceCell cell) {
    return new Readers(id -> "hash of " + id).of(meaning).read(cell, meaning);
  }

  private static Meaning meaning(
      Optional<Field<?>> field,
      Optional<Topic> topic,
      String unit,
      Map<String, String> codes,
      Words words) {
    return new Meaning(field, topic, unit, codes, "", Meaning.DateOrder.UNDECLARED, words);
  }
}
