package org.denovo.normalise;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Remark;

/** The wordings for "there is no value", which mean the same in every column. */
final class Absences {

  private static final Map<String, String> WORDS;
  private static final Map<String, String> BEFORE;

  static {
    Map<String, Map<String, String>> groups = WordFile.read("absence");
    WORDS = groups.get("absence");
    BEFORE = groups.get("before");
  }

  private static final Pattern MASK =
      Pattern.compile("[*]{2,}|[0-9]{0,4}[*x]*(?:[-/.][*x]+){2}|[0-9]{3,6}[*]{4,}[0-9x]*");
  private static final Pattern NOTHING = Pattern.compile("[?]+|[.]{2,}|'");
  private static final Pattern WRAPPING = Pattern.compile("^[\\[(<\"]+|[\\])>\".,;!]+$");

  /** A remark in brackets behind the wording; one with a number or a sign may be a value. */
  private static final Pattern NOTE = Pattern.compile("(?<=.)\\s*\\([^()0-9+-]{1,20}\\)$");

  private Absences() {}

  /** The absence that a folded spelling is nothing but. */
  static <T> Optional<Answer<T>> of(String spelling) {
    String withoutNote = NOTE.matcher(spelling).replaceFirst("");
    String bare = WRAPPING.matcher(withoutNote).replaceAll("").trim();
    if (MASK.matcher(bare).matches()) {
      return coded("masked");
    }
    if (NOTHING.matcher(bare).matches()) {
      return coded("unknown");
    }
    return word(bare).flatMap(Absences::coded);
  }

  /**
   * The absence of that code; {@code refused}, {@code masked} and {@code elsewhere} are absences
   * with a remark.
   */
  static <T> Optional<Answer<T>> coded(String code) {
    if (code.equals("refused")) {
      return Optional.of(Answer.absent(Absence.NOT_DONE, Remark.REFUSED));
    }
    if (code.equals("elsewhere")) {
      return Optional.of(Answer.absent(Absence.PENDING, Remark.IN_ANOTHER_REPORT));
    }
    if (code.equals("masked")) {
      return Optional.of(Answer.absent(Absence.UNKNOWN, Remark.MASKED));
    }
    for (Absence absence : Absence.values()) {
      if (absence.code().equals(code)) {
        return Optional.of(Answer.absent(absence));
      }
    }
    return Optional.empty();
  }

  /** True for a cell in which only a stroke stands, as one fills an empty box of a form. */
  static boolean looksEmpty(String spelling) {
    return !spelling.isEmpty() && spelling.chars().allMatch(c -> "-/_\\.|'".indexOf(c) >= 0);
  }

  /** The code of a word by itself or behind one that changes nothing: 患者拒绝, 具体不详. */
  private static Optional<String> word(String text) {
    String code = WORDS.get(text);
    for (int end = 1; code == null && end < text.length(); end++) {
      code = BEFORE.containsKey(text.substring(0, end)) ? WORDS.get(text.substring(end)) : null;
    }
    return Optional.ofNullable(code);
  }
}
