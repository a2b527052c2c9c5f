package org.denovo.normalise;

import static org.denovo.record.Fields.*;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.denovo.mapping.Meaning;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.FieldType;
import org.denovo.record.Remark;
import org.denovo.record.Topic;
import org.denovo.source.Kind;
import org.denovo.source.Mark;
import org.denovo.source.SourceCell;

/** What can be said of any cell before its text is read: blank, broken, a date, a code. */
final class FirstLook {

  /** An error, or a column too narrow for its number, as an export to text writes it. */
  private static final Pattern WRITTEN_ERROR =
      Pattern.compile("#(?:NAME[?]|REF!|VALUE!|DIV/0!|NUM!|NULL!)|#{3,}");

  /** A column that has no result need not have asked for a score. */
  private static final Set<Field<?>> SCORES =
      Set.of(ER_SCORE_SYSTEM, ER_SCORE, PR_SCORE_SYSTEM, PR_SCORE);

  private FirstLook() {}

  /** The reading, if the cell needs no grammar. */
  static Optional<Reading> at(SourceCell cell, Meaning meaning) {
    if (cell.has(Mark.FORMULA) && cell.kind() == Kind.BLANK) {
      return Optional.of(Reading.unreadable(principal(meaning), Remark.SPREADSHEET_ERROR));
    }
    if (cell.has(Mark.FORMULA) && cell.text().isEmpty()) {
      // Somebody wrote a formula that says nothing here, which is more than nothing.
      return Optional.of(Reading.absent(meaning.fields(), Absence.UNKNOWN));
    }
    if (cell.isBlank()) {
      return Optional.of(Reading.absent(meaning.fields(), Absence.BLANK));
    }
    Optional<Reading> coded = coded(Spelling.of(cell.text()), meaning);
    if (coded.isPresent()) {
      return coded;
    }
    if (cell.kind() == Kind.ERROR || WRITTEN_ERROR.matcher(cell.text().strip()).matches()) {
      return Optional.of(Reading.unreadable(principal(meaning), Remark.SPREADSHEET_ERROR));
    }
    if (cell.kind() == Kind.DATE
        && meaning.fields().stream().noneMatch(f -> f.type() instanceof FieldType.Date)) {
      // What was typed (1-10, 2/3) cannot be told from the date, so it is never repaired.
      return Optional.of(Reading.unreadable(principal(meaning), Remark.TURNED_INTO_DATE));
    }
    return Optional.empty();
  }

  /** The fields of a meaning that a cell which nobody understands is a loss for. */
  static List<Field<?>> principal(Meaning meaning) {
    return meaning
        .field()
        .<List<Field<?>>>map(List::of)
        .orElseGet(() -> principal(meaning.topic()));
  }

  /**
   * The fields that a word for "no value" is said of: every result of a test that was not done, but
   * of a story only what it is about.
   */
  static List<Field<?>> silenced(Meaning meaning) {
    return meaning
        .topic()
        .<List<Field<?>>>map(
            topic ->
                switch (topic) {
                  case TNM -> List.of(STAGE_CONTEXT, T_CAT, N_CAT, M_CAT, STAGE_GROUP);
                  case ER, PR, HER2, RECEPTORS, NODES ->
                      topic.fields().stream().filter(f -> !SCORES.contains(f)).toList();
                  case METASTASES, OPERATION, MARGIN, REGIMEN, VITAL, REPORT -> principal(meaning);
                })
        .orElseGet(meaning::fields);
  }

  /**
   * The answer that a code of the field's type, or of an absence, stands for. The type comes first:
   * refused is a reason for no surgery, and an absence elsewhere.
   */
  static <T> Optional<Answer<T>> answer(Field<T> field, String code) {
    try {
      return Optional.of(Answer.known(field.type().parse(code)));
    } catch (IllegalArgumentException notOfThisType) {
      // A topic's code table and words serve several fields; the next one may take the code.
      return Absences.coded(code);
    }
  }

  /** The reading that the column's code table gives a folded text. */
  static Optional<Reading> coded(String text, Meaning meaning) {
    String code = meaning.codes().get(text);
    if (code == null) {
      return Optional.empty();
    }
    return meaning.fields().stream()
        .flatMap(field -> value(field, code).stream())
        .findFirst()
        .or(() -> Absences.coded(code).map(why -> Reading.same(silenced(meaning), why)));
  }

  /** The reading that a code gives a field. */
  static <T> Optional<Reading> coded(Field<T> field, String code) {
    return answer(field, code).map(answer -> Reading.of(field, answer));
  }

  private static <T> Optional<Reading> value(Field<T> field, String code) {
    return answer(field, code).filter(Answer::isKnown).map(answer -> Reading.of(field, answer));
  }

  private static List<Field<?>> principal(Optional<Topic> topic) {
    return switch (topic.orElseThrow()) {
      case TNM -> List.of(T_CAT, N_CAT, M_CAT, STAGE_GROUP);
      case ER -> List.of(ER_STATUS);
      case PR -> List.of(PR_STATUS);
      case HER2 -> List.of(HER2_IHC);
      case RECEPTORS -> List.of(ER_STATUS, PR_STATUS, HER2_IHC, KI67_PCT);
      case METASTASES -> List.of(MET_SITES);
      case OPERATION -> List.of(SURGERY_TYPE);
      case MARGIN -> List.of(MARGIN_STATUS);
      case NODES -> List.of(NODES_POSITIVE, NODES_EXAMINED);
      case REGIMEN -> List.of(LINE1_DRUGS);
      case VITAL -> List.of(VITAL_STATUS);
      case REPORT -> List.of(HISTOLOGY_GROUP);
    };
  }
}
