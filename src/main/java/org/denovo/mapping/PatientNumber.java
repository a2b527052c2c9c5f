package org.denovo.mapping;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.denovo.source.Kind;
import org.denovo.source.SourceCell;

/** The centre's number of a patient, in the form in which rows are joined. */
public final class PatientNumber {

  /**
   * What stands in a patient column where there is no number; else all of them were one patient.
   */
  private static final Set<String> NONE =
      Set.of(
          "无", "不详", "未知", "缺", "缺失", "空", "待补", "同上", "同前", "NULL", "NONE", "NA", "N/A", "NAN",
          "UNKNOWN", "DITTO");

  /** What is longer is a remark in the wrong column; the registry's column has room for 255. */
  static final int LONGEST = 100;

  /** From here on a spreadsheet keeps only the first 15 digits of a number. */
  private static final double FIRST_CUT = 1e15;

  private static final Pattern SCIENTIFIC = Pattern.compile("\\d(\\.\\d+)?E\\+?\\d{2}");

  private PatientNumber() {}

  /** The folded number: NFKC, no white space, capitals, no {@code .0} of a number kept as text. */
  public static Optional<String> of(SourceCell cell) {
    if (cell.kind() == Kind.ERROR || !Cells.holds(cell)) {
      return Optional.empty();
    }
    String number = fold(cell.text());
    boolean named = number.codePoints().anyMatch(Character::isLetterOrDigit);
    return named && !NONE.contains(number) && !isUnusable(cell, number)
        ? Optional.of(number)
        : Optional.empty();
  }

  /** True if something stands there that cannot be a number: too long, a date, or cut short. */
  static boolean isUnusable(SourceCell cell) {
    return Cells.holds(cell) && isUnusable(cell, fold(cell.text()));
  }

  /** True if a spreadsheet cut the number to 15 digits: two patients may have become one. */
  static boolean isCut(SourceCell cell) {
    return Cells.holds(cell) && isCut(cell, fold(cell.text()));
  }

  /** The number as a spreadsheet leaves it that takes it for a quantity. */
  static String withoutZeros(String number) {
    int zeros = 0;
    while (zeros < number.length() - 1 && number.charAt(zeros) == '0') {
      zeros++;
    }
    return number.substring(zeros);
  }

  /**
   * True for what is a number at the first glance: a stored one, or Latin letters and digits with
   * one digit at least.
   */
  static boolean isPlain(SourceCell cell) {
    if (cell.kind() != Kind.TEXT) {
      return cell.kind() == Kind.NUMBER;
    }
    String text = cell.text();
    boolean digit = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '-' || c == '_';
      if (c >= '0' && c <= '9') {
        digit = true;
      } else if (!letter) {
        return false;
      }
    }
    return digit && text.length() <= LONGEST;
  }

  private static boolean isUnusable(SourceCell cell, String number) {
    return number.length() > LONGEST
        || cell.kind() == Kind.DATE
        || cell.kind() == Kind.BOOLEAN
        || isCut(cell, number);
  }

  private static boolean isCut(SourceCell cell, String number) {
    return cell.kind() == Kind.NUMBER
        ? Math.abs(cell.number()) >= FIRST_CUT
        : cell.kind() == Kind.TEXT && SCIENTIFIC.matcher(number).matches();
  }

  private static String fold(String text) {
    String folded = HeaderName.fold(text).toUpperCase(Locale.ROOT);
    int point = folded.indexOf('.');
    boolean whole =
        point > 0
            && point < folded.length() - 1
            && folded.chars().limit(point).allMatch(c -> c >= '0' && c <= '9')
            && folded.chars().skip(point + 1L).allMatch(c -> c == '0');
    return whole ? folded.substring(0, point) : folded;
  }
}
