package org.denovo.normalise;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.denovo.mapping.Meaning;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.Fields;
import org.denovo.record.Remark;
import org.denovo.source.SourceCell;

/**
 * Looks a cell up in the centre's and the registry's words and among the general wordings for "no
 * value" before a grammar reads it.
 */
record WordsFirst(CellReader grammar) implements CellReader {

  /** No result is longer; a pasted report is, and grammars are not made for it. */
  private static final int LONGEST = 1_000;

  @Override
  public Reading read(SourceCell cell, Meaning meaning) {
    if (cell.text().length() > LONGEST) {
      return Reading.unreadable(FirstLook.principal(meaning));
    }
    String spelling = Spelling.of(cell.text());
    Map<Field<?>, Answer<?>> worded = new LinkedHashMap<>();
    for (Field<?> field : meaning.fields()) {
      word(field, spelling, meaning).ifPresent(answer -> worded.put(field, answer));
    }
    if (!worded.isEmpty()) {
      return meaning.field().isPresent()
          ? new Reading(worded)
          : new Reading(worded).or(understood(grammar.read(cell, meaning)));
    }
    // Why there was no operation is a question that a refusal answers.
    boolean refusalAnswers = meaning.fields().contains(Fields.NO_SURGERY_REASON);
    Optional<Answer<Object>> absence =
        Absences.of(spelling).filter(answer -> !(refusalAnswers && answer.has(Remark.REFUSED)));
    if (absence.isPresent()) {
      Map<Field<?>, Answer<?>> all = new LinkedHashMap<>();
      meaning.fields().forEach(field -> all.put(field, absence.get()));
      return new Reading(all);
    }
    return grammar.read(cell, meaning);
  }

  private static <T> Optional<Answer<T>> word(Field<T> field, String spelling, Meaning meaning) {
    return meaning
        .words()
        .code(field.name(), spelling)
        .flatMap(code -> FirstLook.answer(field, code));
  }

  private static Reading understood(Reading reading) {
    Map<Field<?>, Answer<?>> known = new LinkedHashMap<>(reading.answers());
    known.values().removeIf(answer -> answer instanceof Answer.Unreadable<?>);
    return new Reading(known);
  }
}
