package org.denovo.normalise;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.denovo.mapping.Meaning;
import org.denovo.mapping.Words;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.FieldType;
import org.denovo.record.Remark;
import org.denovo.source.Kind;
import org.denovo.source.SourceCell;

/**
 * What a text says, in one order for every column: the centre's words, a code's own name, the
 * shared words, a code with its label, the grammar, the words for "no value", a code that nobody
 * explained.
 */
record Frame(CellReader grammar) implements CellReader {

  private static final Words SHARED = new Words(WordFile.read("cells"));

  /** No result is longer; a pasted report is, and grammars are not made for it. */
  private static final int LONGEST = 1_000;

  /** 8O%: between a digit and a percent sign the letter is a zero. */
  private static final Pattern LETTER_O = Pattern.compile("(?<=(?<![0-9a-z])[0-9])o(?=[0o]?\\s?%)");

  /** {@code 1.阳性}, {@code 2=阴性}, {@code A.是}: a code with its label, which is no number. */
  private static final Pattern LABELLED =
      Pattern.compile(
          "(?:([0-9]{1,2}) ?(?:[.:=)]|(?<=^[0-9]),(?=\\p{IsHan}+$)|-(?=\\p{IsHan}))|([a-z])"
              + " ?[.:=)](?= ?\\p{IsHan})) ?([^0-9 .%+~-].*)");

  private static final Pattern BARE_CODE = Pattern.compile("-?[0-9]{1,4}|[0-9]{1,2}[.]0|[a-z]");

  @Override
  public Reading read(SourceCell cell, Meaning meaning) {
    if (cell.text().length() > LONGEST) {
      return Reading.unreadable(FirstLook.principal(meaning));
    }
    return Lines.several(cell.text()) ? lines(cell, meaning) : line(cell, meaning);
  }

  /**
   * Each line a clause of its own; what is understood only without the breaks, because one fell
   * into a word, counts as well. A date has no clauses.
   */
  private Reading lines(SourceCell cell, Meaning meaning) {
    SourceCell joined = SourceCell.text(cell.place(), Lines.joined(cell.text()));
    boolean dated = meaning.fields().stream().allMatch(f -> f.type() instanceof FieldType.Date);
    if (dated || worded(joined, Spelling.of(joined.text()), meaning).isPresent()) {
      return line(joined, meaning);
    }
    Reading parted = line(SourceCell.text(cell.place(), Lines.parted(cell.text())), meaning);
    Map<Field<?>, Answer<?>> answers = new LinkedHashMap<>(parted.answers());
    Reading whole = line(joined, meaning);
    answers.replaceAll((field, a) -> isUnexplained(a) ? whole.answers().getOrDefault(field, a) : a);
    return new Reading(answers);
  }

  private Reading line(SourceCell cell, Meaning meaning) {
    String text = Spelling.of(cell.text());
    Matcher zero = LETTER_O.matcher(text);
    if (zero.find()) {
      return line(SourceCell.text(cell.place(), zero.replaceAll("0")), meaning)
          .with(Remark.LETTER_O_FOR_ZERO);
    }
    Optional<Reading> worded = worded(cell, text, meaning);
    if (worded.isPresent()) {
      return worded.get();
    }
    Matcher labelled = LABELLED.matcher(text);
    if (labelled.matches()) {
      SourceCell label = SourceCell.text(cell.place(), labelled.group(3));
      String code = labelled.group(1) == null ? labelled.group(2) : labelled.group(1);
      return compared(label(label, meaning), meaning.codes().get(code));
    }
    return told(cell, text, meaning);
  }

  private Reading label(SourceCell label, Meaning meaning) {
    String text = label.text();
    return FirstLook.coded(text, meaning)
        .or(() -> worded(label, text, meaning))
        .orElseGet(() -> told(label, text, meaning));
  }

  private Optional<Reading> worded(SourceCell cell, String text, Meaning meaning) {
    if (text.isEmpty()) {
      return Optional.of(Reading.absent(meaning.fields(), Absence.BLANK));
    }
    Map<Field<?>, Answer<?>> own = new LinkedHashMap<>();
    for (Field<?> field : meaning.fields()) {
      meaning
          .words()
          .code(field.name(), text)
          .flatMap(code -> FirstLook.answer(field, code))
          .ifPresent(answer -> own.put(field, answer));
    }
    if (!own.isEmpty()) {
      Reading words = new Reading(own);
      return Optional.of(
          meaning.topic().isEmpty() ? words : words.or(known(grammar.read(cell, meaning))));
    }
    Field<?> first = FirstLook.principal(meaning).get(0);
    return named(cell, text, meaning)
        .or(() -> SHARED.code(first.name(), text).flatMap(code -> FirstLook.coded(first, code)));
  }

  /** The code whose own name the cell is. */
  private static Optional<Reading> named(SourceCell cell, String text, Meaning meaning) {
    return cell.kind() == Kind.TEXT
        ? meaning
            .field()
            .flatMap(
                field -> Titles.code(field, text).flatMap(code -> FirstLook.coded(field, code)))
        : Optional.empty();
  }

  /** What the grammar knows counts before a word for "no value": NC is a response as well. */
  private Reading told(SourceCell cell, String text, Meaning meaning) {
    if (text.length() > 1 && Absences.looksEmpty(text)) {
      // One stroke may be a minus sign; several fill an empty box.
      return Reading.same(FirstLook.silenced(meaning), Answer.absent(Absence.UNKNOWN));
    }
    Reading reading = grammar.read(cell, meaning);
    if (reading.answers().values().stream().anyMatch(Answer::isKnown)) {
      return reading;
    }
    Optional<Answer<Object>> absence =
        Absences.of(text)
            .or(
                () ->
                    Absences.looksEmpty(text)
                        ? Optional.of(Answer.absent(Absence.UNKNOWN))
                        : Optional.empty());
    if (absence.isPresent()) {
      return Reading.same(FirstLook.silenced(meaning), absence.get());
    }
    boolean bare = BARE_CODE.matcher(text).matches() && isCoded(meaning);
    return bare && (isUnexplained(reading) || isCodeWithoutTable(reading))
        ? Reading.unreadable(
            FirstLook.principal(meaning),
            meaning.codes().isEmpty() ? Remark.CODE_WITHOUT_TABLE : Remark.NO_SUCH_CATEGORY)
        : reading;
  }

  /** What a grammar says of a number that is no score of its own. */
  private static boolean isCodeWithoutTable(Reading reading) {
    return reading.answers().values().stream()
        .allMatch(answer -> answer.has(Remark.CODE_WITHOUT_TABLE));
  }

  /** A number is no code where numbers and dates are asked for. */
  private static boolean isCoded(Meaning meaning) {
    FieldType<?> type = FirstLook.principal(meaning).get(0).type();
    return type instanceof FieldType.Code<?>
        || type instanceof FieldType.Codes<?>
        || type instanceof FieldType.YesNo;
  }

  private static boolean isUnexplained(Reading reading) {
    return reading.answers().values().stream().allMatch(Frame::isUnexplained);
  }

  private static boolean isUnexplained(Answer<?> answer) {
    return answer instanceof Answer.Unreadable<?> && answer.remarks().isEmpty();
  }

  private static Reading known(Reading reading) {
    Map<Field<?>, Answer<?>> known = new LinkedHashMap<>(reading.answers());
    known.values().removeIf(answer -> answer instanceof Answer.Unreadable<?>);
    return new Reading(known);
  }

  /** The label speaks; a code table that says otherwise is noted. */
  private static Reading compared(Reading label, String code) {
    boolean same =
        code == null
            || label.answers().entrySet().stream()
                .allMatch(said -> agrees(said.getKey(), said.getValue(), code));
    return same ? label : label.with(Remark.CODE_LABEL_MISMATCH);
  }

  private static boolean agrees(Field<?> field, Answer<?> label, String code) {
    return FirstLook.answer(field, code)
        .filter(coded -> !coded.optional().equals(label.optional()))
        .isEmpty();
  }
}
