package org.denovo.normalise;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.denovo.mapping.Meaning;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.Remark;
import org.denovo.source.SourceCell;

/**
 * Looks a cell up in the centre's and the registry's words and among the general wordings for "no
 * value" before a grammar reads it.
 */
record WordsFirst(CellReader grammar) implements CellReader {

  /** No result is longer; a pasted report is, and grammars are not made for it. */
  private static final int LONGEST = 1_000;

  /** {@code 1.阳性}, {@code 2=阴性}: a code with its label, which is no number. */
  private static final Pattern LABELLED =
      Pattern.compile("([0-9]{1,2}) ?(?:[.:=,)]|-(?=\\p{IsHan})) ?([^0-9 .%+~-].*)");

  @Override
  public Reading read(SourceCell cell, Meaning meaning) {
    if (cell.text().length() > LONGEST) {
      return Reading.unreadable(FirstLook.principal(meaning));
    }
    String spelling = Spelling.of(cell.text());
    Matcher labelled = LABELLED.matcher(spelling);
    if (labelled.matches()) {
      SourceCell label = SourceCell.text(cell.place(), labelled.group(2));
      return compared(read(label, meaning), meaning.codes().get(labelled.group(1)));
    }
    Map<Field<?>, Answer<?>> worded = new LinkedHashMap<>();
    for (Field<?> field : meaning.fields()) {
      word(field, spelling, meaning).ifPresent(answer -> worded.put(field, answer));
    }
    if (!worded.isEmpty()) {
      return meaning.field().isPresent()
          ? new Reading(worded)
          : new Reading(worded).or(understood(grammar.read(cell, meaning)));
    }
    Optional<Answer<Object>> absence = Absences.of(spelling);
    if (absence.isPresent()) {
      Map<Field<?>, Answer<?>> all = new LinkedHashMap<>();
      meaning.fields().forEach(field -> all.put(field, absence.get()));
      return new Reading(all);
    }
    return grammar.read(cell, meaning);
  }

  /** The label speaks; a code table that says otherwise is noted. */
  private static Reading compared(Reading label, String code) {
    if (code == null) {
      return label;
    }
    Map<Field<?>, Answer<?>> answers = new LinkedHashMap<>(label.answers());
    answers.replaceAll((field, answer) -> compared(field, answer, code));
    return new Reading(answers);
  }

  private static <T> Answer<?> compared(Field<T> field, Answer<?> label, String code) {
    return FirstLook.answer(field, code)
        .filter(coded -> !coded.optional().equals(label.optional()))
        .<Answer<?>>map(coded -> label.with(Remark.CODE_LABEL_MISMATCH))
        .orElse(label);
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
