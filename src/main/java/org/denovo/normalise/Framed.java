package org.denovo.normalise;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.denovo.mapping.Meaning;
import org.denovo.mapping.Words;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.Remark;
import org.denovo.source.SourceCell;

/**
 * A grammar with what comes before it in every cell: the column's code table, the centre's words,
 * the shared words, absences, a code with its label.
 *
 * @param fields the fields that the cell may fill; what is not understood is said of the first
 */
record Framed(List<Field<?>> fields, CellReader grammar) implements CellReader {

  private static final Words SHARED = new Words(WordFile.read("cells"));

  /** {@code 1.是}, {@code 0=无}, {@code A.是}; L and R are sides, not codes. */
  private static final Pattern LABELLED =
      Pattern.compile("(?:([0-9]{1,4}) ?[.:=,)-]|([a-kmnopqs-z]) ?[.:=)]) ?([^0-9 .].*)");

  private static final Pattern BARE_CODE = Pattern.compile("[0-9]{1,4}|[a-z]");

  @Override
  public Reading read(SourceCell cell, Meaning meaning) {
    return switch (cell.kind()) {
      case BLANK -> first(Answer.absent(Absence.BLANK));
      case ERROR -> first(Answer.unreadable(Remark.SPREADSHEET_ERROR));
      case DATE -> first(Answer.unreadable(Remark.TURNED_INTO_DATE));
      case TEXT, NUMBER, BOOLEAN -> said(cell, meaning);
    };
  }

  private Reading said(SourceCell cell, Meaning meaning) {
    String text = CellText.of(cell);
    Optional<Reading> whole = whole(text, meaning);
    if (whole.isPresent()) {
      return whole.get();
    }
    Matcher labelled = LABELLED.matcher(text);
    if (labelled.matches()) {
      SourceCell label = SourceCell.text(cell.place(), labelled.group(3));
      String code = labelled.group(1) != null ? labelled.group(1) : labelled.group(2);
      return checked(unlabelled(label, meaning), Optional.ofNullable(meaning.codes().get(code)));
    }
    Reading reading = understood(cell, text, meaning);
    return BARE_CODE.matcher(text).matches() && saysNothing(reading)
        ? first(Answer.unreadable(Remark.CODE_WITHOUT_TABLE))
        : reading;
  }

  private Reading unlabelled(SourceCell label, Meaning meaning) {
    String text = CellText.of(label);
    return whole(text, meaning).orElseGet(() -> understood(label, text, meaning));
  }

  private Optional<Reading> whole(String text, Meaning meaning) {
    if (text.isEmpty()) {
      return Optional.of(first(Answer.absent(Absence.BLANK)));
    }
    String coded = meaning.codes().get(text);
    if (coded != null) {
      return Optional.of(
          coded(coded).orElseGet(() -> first(Answer.unreadable(Remark.CODE_WITHOUT_TABLE))));
    }
    for (Field<?> field : fields) {
      Optional<Reading> word =
          meaning.words().code(field.name(), text).flatMap(code -> of(field, code));
      if (word.isPresent()) {
        return word;
      }
    }
    Field<?> field = fields.get(0);
    return SHARED.code(field.name(), text).flatMap(code -> of(field, code));
  }

  private Reading understood(SourceCell cell, String text, Meaning meaning) {
    Reading reading = grammar.read(cell, meaning);
    return saysNothing(reading) ? AbsenceWords.of(text).map(this::first).orElse(reading) : reading;
  }

  /** The label speaks; a code table that says otherwise is noted. */
  private Reading checked(Reading byLabel, Optional<String> code) {
    Optional<Reading> byCode = code.flatMap(this::coded);
    if (byCode.isEmpty() || byCode.get().answers().entrySet().stream().allMatch(said(byLabel))) {
      return byLabel;
    }
    return marked(byLabel, Remark.CODE_LABEL_MISMATCH);
  }

  private static Predicate<Map.Entry<Field<?>, Answer<?>>> said(Reading label) {
    return entry -> entry.getValue().equals(label.answers().get(entry.getKey()));
  }

  private static Reading marked(Reading reading, Remark remark) {
    Map<Field<?>, Answer<?>> marked = new LinkedHashMap<>();
    reading.answers().forEach((field, answer) -> marked.put(field, answer.with(remark)));
    return new Reading(marked);
  }

  private Optional<Reading> coded(String code) {
    return fields.stream().flatMap(field -> of(field, code).stream()).findFirst();
  }

  private static <T> Optional<Reading> of(Field<T> field, String code) {
    // Refused is a value of the reason for no surgery, and no value of anything else.
    try {
      return Optional.of(Reading.of(field, Answer.known(field.type().parse(code))));
    } catch (IllegalArgumentException notThisField) {
      return AbsenceWords.named(code).isPresent() || code.equals("refused")
          ? Optional.of(Reading.of(field, AbsenceWords.answer(code)))
          : Optional.empty();
    }
  }

  private static boolean saysNothing(Reading reading) {
    return reading.answers().values().stream().allMatch(Answer.Unreadable.class::isInstance);
  }

  private <T> Reading first(Answer<T> answer) {
    @SuppressWarnings("unchecked")
    Field<T> field = (Field<T>) fields.get(0);
    return Reading.of(field, answer);
  }
}
