package org.denovo.normalise;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.denovo.vocabulary.Sex;

/**
 * A Chinese identity number of 18 digits, or of 15 as before 1999 (GB 11643).
 *
 * @param digits as written, without spaces, the check character in upper case
 */
public record IdentityNumber(String digits) {

  private static final Pattern SCIENTIFIC = Pattern.compile("[0-9](?:[.][0-9]+)?E[+]?[0-9]{1,2}");
  private static final Pattern EIGHTEEN = Pattern.compile("[1-9][0-9]{16}[0-9X]");
  private static final Pattern FIFTEEN = Pattern.compile("[1-9][0-9]{14}");
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";

  /** The number that a folded spelling writes. */
  public static IdentityNumber of(String spelling) {
    return new IdentityNumber(spelling.replaceAll("[\\s'-]", "").toUpperCase(Locale.ROOT));
  }

  /** True if its form, date and check character are right. */
  public boolean isValid() {
    String full = full();
    return EIGHTEEN.matcher(full).matches()
        && full.charAt(17) == check(full)
        && isDate(full.substring(6, 14));
  }

  /**
   * True if a spreadsheet kept only its first 15 digits and put zeros for the rest, or wrote it as
   * 1.10105E+17, which is the same for everybody of one district.
   */
  boolean lostDigits() {
    return digits.length() == 18 && digits.endsWith("000") && !isValid()
        || SCIENTIFIC.matcher(digits).matches();
  }

  /**
   * The 18 digits; a number of 15 is lengthened, so that the two forms of a person are the same.
   */
  String full() {
    if (!FIFTEEN.matcher(digits).matches()) {
      return digits;
    }
    String seventeen = digits.substring(0, 6) + "19" + digits.substring(6);
    return seventeen + check(seventeen);
  }

  /** The day of birth that a valid number holds. */
  LocalDate birthDate() {
    return date(full().substring(6, 14));
  }

  /** The sex that a valid number holds: its seventeenth digit is odd for a man. */
  Sex sex() {
    return full().charAt(16) % 2 == 1 ? Sex.MALE : Sex.FEMALE;
  }

  private static char check(String number) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (number.charAt(i) - '0');
    }
    return CHECKS.charAt(sum % 11);
  }

  private static boolean isDate(String digits) {
    try {
      date(digits);
      return true;
    } catch (DateTimeException noSuchDay) {
      // A wrong date makes the number invalid, which is an answer and not a failure.
      return false;
    }
  }

  private static LocalDate date(String digits) {
    return LocalDate.of(
        Integer.parseInt(digits.substring(0, 4)),
        Integer.parseInt(digits.substring(4, 6)),
        Integer.parseInt(digits.substring(6)));
  }
}
