package org.denovo.normalise;

import static org.denovo.record.Fields.*;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.denovo.mapping.Meaning;
import org.denovo.mapping.Words;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.FieldType;
import org.denovo.record.Remark;
import org.denovo.record.Topic;
import org.denovo.source.Kind;
import org.denovo.source.SourceCell;

/** What can be said of any cell before its text is read: blank, broken, a date, a code. */
final class FirstLook {

  private static final Map<String, Absence> ABSENCES = byCode();

  /** An error, or a column too narrow for its number, as an export to text writes it. */
  private static final Pattern WRITTEN_ERROR =
      Pattern.compile("#(?:NAME[?]|REF!|VALUE!|DIV/0!|NUM!|NULL!)|#{3,}");

  private FirstLook() {}

  /** The reading, if the cell needs no grammar. */
  static Optional<Reading> at(SourceCell cell, Meaning meaning) {
    if (cell.isBlank()) {
      return Optional.of(Reading.absent(meaning.fields(), Absence.BLANK));
    }
    Optional<Reading> coded = coded(cell, meaning);
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
    return meaning.field().flatMap(field -> named(cell, field, meaning));
  }

  /** The code whose own name the cell is, unless the centre says that the word means another. */
  private static Optional<Reading> named(SourceCell cell, Field<?> field, Meaning meaning) {
    return cell.kind() == Kind.TEXT && meaning.words().code(field.name(), cell.text()).isEmpty()
        ? Titles.code(field, cell.text()).flatMap(code -> coded(field, code))
        : Optional.empty();
  }

  /** The fields of a meaning that a cell which nobody understands is a loss for. */
  static List<Field<?>> principal(Meaning meaning) {
    return meaning
        .field()
        .<List<Field<?>>>map(List::of)
        .orElseGet(() -> principal(meaning.topic()));
  }

  /** The answer that a code of the field's type, or of an absence, stands for. */
  static <T> Optional<Answer<T>> answer(Field<T> field, String code) {
    Absence absence = ABSENCES.get(code);
    if (absence != null) {
      return Optional.of(Answer.absent(absence));
    }
    try {
      return Optional.of(Answer.known(field.type().parse(code)));
    } catch (IllegalArgumentException notOfThisType) {
      // A topic's code table and words serve several fields; the next one may take the code.
      return Optional.empty();
    }
  }

  private static Optional<Reading> coded(SourceCell cell, Meaning meaning) {
    if (meaning.codes().isEmpty()) {
      return Optional.empty();
    }
    String code = meaning.codes().get(Words.fold(cell.text()));
    if (code == null) {
      return Optional.empty();
    }
    Absence absence = ABSENCES.get(code);
    if (absence != null) {
      return Optional.of(Reading.absent(meaning.fields(), absence));
    }
    return meaning.fields().stream().flatMap(field -> coded(field, code).stream()).findFirst();
  }

  private static <T> Optional<Reading> coded(Field<T> field, String code) {
    return answer(field, code).map(answer -> Reading.of(field, answer));
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
    };
  }

  private static Map<String, Absence> byCode() {
    Map<String, Absence> byCode = new HashMap<>();
    for (Absence absence : Absence.values()) {
      byCode.put(absence.code(), absence);
    }
    return Map.copyOf(byCode);
  }
}
