package org.denovo.normalise;

import java.util.Map;
import java.util.Optional;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Remark;

/** The words with which a cell says that it has no value, and why, whatever its column. */
final class AbsenceWords {

  private static final Map<String, String> WORDS = WordFile.read("absence").get("absence");

  private AbsenceWords() {}

  /** The absence that a whole folded cell stands for. */
  static <T> Optional<Answer<T>> of(String folded) {
    String code = WORDS.get(folded);
    if (code != null) {
      return Optional.of(answer(code));
    }
    if (folded.length() > 1 && folded.chars().allMatch(c -> c == '*')) {
      return Optional.of(answer("masked"));
    }
    return !folded.isEmpty() && folded.chars().allMatch(c -> "-/\\_.'?".indexOf(c) >= 0)
        ? Optional.of(answer("unknown"))
        : Optional.empty();
  }

  /** The absence of that code; {@code refused} and {@code masked} are absences with a remark. */
  static <T> Answer<T> answer(String code) {
    return switch (code) {
      case "refused" -> Answer.absent(Absence.NOT_DONE, Remark.REFUSED);
      case "masked" -> Answer.absent(Absence.UNKNOWN, Remark.MASKED);
      default -> Answer.absent(named(code).orElseThrow());
    };
  }

  /** The absence whose code this is. */
  static Optional<Absence> named(String code) {
    for (Absence absence : Absence.values()) {
      if (absence.code().equals(code)) {
        return Optional.of(absence);
      }
    }
    return Optional.empty();
  }
}
