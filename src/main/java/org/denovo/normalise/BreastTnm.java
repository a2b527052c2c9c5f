package org.denovo.normalise;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Remark;
import org.denovo.vocabulary.Coded;
import org.denovo.vocabulary.MCat;
import org.denovo.vocabulary.NCat;
import org.denovo.vocabulary.StageGroup;
import org.denovo.vocabulary.TCat;

/**
 * The categories and groups that the breast has (AJCC 8, ch. 48). One that it does not have is
 * unreadable; only where a sub-letter adds nothing to the category is it dropped.
 */
final class BreastTnm {

  private BreastTnm() {}

  static Answer<TCat> t(String digit, String letter) {
    return answer(known(TCat.values(), "t" + zero(digit) + letter), digit);
  }

  static boolean hasT(String rest) {
    return known(TCat.values(), "t" + rest).isPresent();
  }

  static Answer<NCat> n(String digit, String letter) {
    return answer(known(NCat.values(), "n" + zero(digit) + letter), digit);
  }

  static boolean hasN(String rest) {
    return known(NCat.values(), "n" + rest).isPresent();
  }

  /**
   * An M category.
   *
   * @param digit 0, o, 1, x or +
   * @param lettered true if a sub-letter of another organ stands behind it
   * @param pathologic true for pM
   * @param tumourCells true for (i+)
   */
  static Answer<MCat> m(String digit, boolean lettered, boolean pathologic, boolean tumourCells) {
    return switch (digit) {
      case "x" -> Answer.absent(Absence.UNKNOWN, Remark.MX_USED);
      case "0", "o" ->
          lettered ? Answer.unreadable(Remark.NO_SUCH_CATEGORY) : m0(digit, tumourCells);
      case "1", "+" -> {
        MCat category = pathologic && digit.equals("1") ? MCat.M1_PATH : MCat.M1;
        yield lettered ? Answer.known(category, Remark.SUBLETTER_DROPPED) : Answer.known(category);
      }
      default -> Answer.unreadable(Remark.NO_SUCH_CATEGORY);
    };
  }

  /** A stage group; the letter of IVA and IVB belongs to other organs. */
  static Answer<StageGroup> group(String roman, String letter) {
    if (roman.equals("iv") && !letter.isEmpty() && "abc".contains(letter)) {
      return Answer.known(StageGroup.IV, Remark.SUBLETTER_DROPPED);
    }
    return answer(known(StageGroup.values(), roman + letter), "");
  }

  private static Answer<MCat> m0(String digit, boolean tumourCells) {
    Answer<MCat> answer =
        tumourCells
            ? Answer.known(MCat.M0_I_PLUS, Remark.TUMOUR_CELLS_ONLY)
            : Answer.known(MCat.M0);
    return digit.equals("o") ? answer.with(Remark.LETTER_O_FOR_ZERO) : answer;
  }

  private static String zero(String digit) {
    return digit.equals("o") ? "0" : digit;
  }

  private static <E extends Coded> Optional<E> known(E[] list, String code) {
    return Arrays.stream(list)
        .filter(e -> e.code().toLowerCase(Locale.ROOT).equals(code))
        .findFirst();
  }

  private static <E> Answer<E> answer(Optional<E> category, String digit) {
    if (category.isEmpty()) {
      return Answer.unreadable(Remark.NO_SUCH_CATEGORY);
    }
    return digit.equals("o")
        ? Answer.known(category.get(), Remark.LETTER_O_FOR_ZERO)
        : Answer.known(category.get());
  }
}
