package org.denovo.mapping;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.denovo.source.Kind;
import org.denovo.source.SourceCell;

/** The centre's number of a patient, in the form in which rows are joined. */
public final class PatientNumber {

  /**
   * What stands in a patient column where there is no number; else all of them were one patient.
   */
  private static final Set<String> NONE =
      Set.of("无", "不详", "未知", "缺", "缺失", "空", "待补", "NULL", "NONE", "NA", "N/A", "NAN", "UNKNOWN");

  /** What is longer is a remark in the wrong column; the registry's column has room for 255. */
  private static final int LONGEST = 100;

  private PatientNumber() {}

  /** The folded number: NFKC, no white space, capitals, no {@code .0} of a number kept as text. */
  public static Optional<String> of(SourceCell cell) {
    if (cell.kind() == Kind.ERROR || !Cells.holds(cell)) {
      return Optional.empty();
    }
    String number = fold(cell.text());
    boolean named = number.codePoints().anyMatch(Character::isLetterOrDigit);
    return named && number.length() <= LONGEST && !NONE.contains(number)
        ? Optional.of(number)
        : Optional.empty();
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
