package org.denovo.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.denovo.mapping.CentreMapping;
import org.denovo.mapping.ColumnMapping;
import org.denovo.mapping.MappedCell;
import org.denovo.mapping.Meaning;
import org.denovo.mapping.SheetMapping;
import org.denovo.mapping.Words;
import org.denovo.normalise.KnownWords;
import org.denovo.normalise.Normaliser;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Derived;
import org.denovo.record.Field;
import org.denovo.record.FieldType;
import org.denovo.record.Fields;
import org.denovo.record.PatientKey;
import org.denovo.record.PatientRecord;
import org.denovo.record.Remark;
import org.denovo.record.Variable;
import org.denovo.source.Place;
import org.denovo.source.SourceCell;

/**
 * Follows a patient's answers back to their cells. Which column and which word made an answer is
 * found by reading the stored cell again through the centre's mapping, so that it is what really
 * reads and not what somebody wrote down about it.
 */
public final class Tracer {

  private final List<CentreMapping> mappings;
  private final Map<Field<?>, PatientKey> others;
  private final Normaliser normaliser = new Normaliser(text -> "");

  /**
   * For a patient's record.
   *
   * @param mappings of the centres from which it comes; where one lacks nothing is said of columns
   *     and words
   * @param others the fields that another record of the same person answers, and its key
   */
  public Tracer(List<CentreMapping> mappings, Map<Field<?>, PatientKey> others) {
    this.mappings = List.copyOf(mappings);
    this.others = Map.copyOf(others);
  }

  private Optional<CentreMapping> mapping(Field<?> field, PatientRecord patient) {
    String centre = others.getOrDefault(field, patient.key()).centre();
    return mappings.stream().filter(mapping -> mapping.centre().equals(centre)).findFirst();
  }

  /** What a patient's answer rests on. */
  public Evidence of(Variable<?> variable, PatientRecord patient) {
    if (variable instanceof Derived<?> derived) {
      return new Evidence(
          derived,
          derived.of(patient),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          derived.inputs().stream().map(input -> of(input, patient)).toList(),
          derived.fields().stream().filter(field -> decides(field, derived, patient)).toList());
    }
    Field<?> field = (Field<?>) variable;
    Optional<SourceCell> cell = patient.cell(field);
    return new Evidence(
        field,
        patient.answer(field),
        cell,
        Optional.ofNullable(others.get(field)),
        cell.map(read -> readAs(field, patient, read)).orElse(List.of()),
        List.of(),
        List.of());
  }

  /** Tried by taking away all that the field's cell says. */
  private static boolean decides(Field<?> field, Derived<?> derived, PatientRecord patient) {
    if (!patient.knows(field)) {
      return false;
    }
    Optional<Place> place = patient.cell(field).map(SourceCell::place);
    PatientRecord without = without(field, patient);
    for (Field<?> other : derived.fields()) {
      if (place.isPresent() && patient.cell(other).map(SourceCell::place).equals(place)) {
        without = without(other, without);
      }
    }
    return !derived.of(without).optional().equals(derived.of(patient).optional());
  }

  private static <T> PatientRecord without(Field<T> field, PatientRecord patient) {
    return patient.with(field, Answer.absent(Absence.UNKNOWN));
  }

  /** Each variable below these and themselves, once, those that rest on others first. */
  public List<Evidence> all(List<? extends Variable<?>> variables, PatientRecord patient) {
    Map<String, Evidence> all = new LinkedHashMap<>();
    variables.forEach(variable -> add(of(variable, patient), all, input -> true));
    return List.copyOf(all.values());
  }

  /** The same without what was looked at and decided nothing, where something else did. */
  public List<Evidence> decisive(List<? extends Variable<?>> variables, PatientRecord patient) {
    Map<String, Evidence> all = new LinkedHashMap<>();
    for (Variable<?> variable : variables) {
      Evidence evidence = of(variable, patient);
      List<Field<?>> decisive = evidence.decisive();
      add(
          evidence,
          all,
          input -> decisive.isEmpty() || input.fields().stream().anyMatch(decisive::contains));
    }
    return List.copyOf(all.values());
  }

  private static void add(
      Evidence evidence, Map<String, Evidence> all, Predicate<Variable<?>> shown) {
    all.putIfAbsent(evidence.variable().name(), evidence);
    evidence.inputs().stream()
        .filter(input -> shown.test(input.variable()))
        .forEach(input -> add(input, all, shown));
  }

  /** What follows from a cell of another meaning was read as that. */
  private List<ReadAs> readAs(Field<?> field, PatientRecord patient, SourceCell cell) {
    Optional<CentreMapping> mapping = mapping(field, patient);
    List<ReadAs> own = readAs(mapping, field, patient.answer(field), cell);
    if (!own.isEmpty() || !patient.answer(field).has(Remark.IMPLIED)) {
      return own;
    }
    return Fields.all().stream()
        .filter(
            other -> patient.cell(other).map(SourceCell::place).equals(Optional.of(cell.place())))
        .filter(other -> patient.answer(other).isKnown())
        .map(other -> readAs(mapping, other, patient.answer(other), cell))
        .filter(others -> !others.isEmpty())
        .findFirst()
        .orElse(own);
  }

  private List<ReadAs> readAs(
      Optional<CentreMapping> mapping, Field<?> field, Answer<?> answer, SourceCell cell) {
    List<ReadAs> found = new ArrayList<>();
    if (mapping.isEmpty() || field.type() instanceof FieldType.Identifier) {
      return found;
    }
    for (SheetMapping sheet : mapping.get().sheets()) {
      for (ColumnMapping column : sheet.columns()) {
        if (column.meaning().fields().contains(field)
            && isSame(answer, read(field, column.meaning(), cell))) {
          ReadAs readAs = readAs(sheet, column, field, cell.text());
          if (found.stream().noneMatch(other -> other.column().header().equals(column.header()))) {
            found.add(readAs);
          }
        }
      }
    }
    return found;
  }

  private Answer<?> read(Field<?> field, Meaning meaning, SourceCell cell) {
    return normaliser.reading(new MappedCell(meaning, cell, false)).answer(field);
  }

  /** Remarks may be added when all cells of a patient are put together; values are not changed. */
  private static boolean isSame(Answer<?> kept, Answer<?> read) {
    return kept.optional().equals(read.optional()) && kept.missing().equals(read.missing());
  }

  private ReadAs readAs(SheetMapping sheet, ColumnMapping column, Field<?> field, String text) {
    String folded = Words.fold(text);
    Optional<String> code = Optional.ofNullable(column.meaning().codes().get(folded));
    if (code.isPresent()) {
      return new ReadAs(sheet, column, ReadAs.How.CODE_TABLE, folded, code.get());
    }
    Optional<String> word = column.meaning().words().code(field.name(), text);
    if (word.isPresent()) {
      return new ReadAs(sheet, column, ReadAs.How.WORD, folded, word.get());
    }
    return KnownWords.exact(field, text)
        .map(
            known ->
                new ReadAs(sheet, column, ReadAs.How.BUILT_IN_WORD, known.spelling(), known.code()))
        .orElseGet(() -> new ReadAs(sheet, column, ReadAs.How.GRAMMAR, "", ""));
  }
}
