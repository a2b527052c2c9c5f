package org.denovo.normalise;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Remark;
import org.denovo.vocabulary.MCat;
import org.denovo.vocabulary.NCat;
import org.denovo.vocabulary.StageGroup;
import org.denovo.vocabulary.TCat;

/**
 * One category or group as it stands at a place in a folded text.
 *
 * @param chinese true for a group in Chinese numerals, which also count operations
 * @param end where it ends
 */
record TnmCategory<T>(Answer<T> answer, boolean chinese, int end) {

  private static final String JOIN = "\\s?[:=]?\\s?";

  /** The letters of a micrometastasis or microinvasion end there, or the next category begins. */
  private static final String MICRO = "mic?(?:(?![a-z])|(?=c?[nm][0-9xo?]))";

  /** T2-3, N0-1, T2-T3: somebody could not decide. */
  private static final String OR = "(?:\\s*(?:[-~至到或]|/)\\s*";

  private static final String NO_LENGTH = "(?![0-9.])(?!\\s?(?:cm|mm)))";

  private static final Pattern T =
      Pattern.compile(
          "t"
              + JOIN
              + "(is|x|[0-9o]|[?])(\\s?"
              + MICRO
              + "|微浸润?|[a-d]|\\((?:[a-d]|mi)\\)|\\s[a-d](?=$|[\\s,;()]))?");
  private static final Pattern T_OR = Pattern.compile(OR + "t?[0-4][a-d]?" + NO_LENGTH);
  private static final Pattern N =
      Pattern.compile(
          "(?:(yp|yc|y|c|p)\\s?)?n"
              + JOIN
              + "(x|[0-9o]|[?]|\\(?[+-]\\)?)(\\s?"
              + MICRO
              + "|[a-d]|\\((?:[a-c]|mi)\\))?((?:\\s*\\((?:sn|f|(?:i|mol)\\s*[+-])\\))*)");
  private static final Pattern N_OR = Pattern.compile(OR + "n?[0-3][a-c]?" + NO_LENGTH);
  private static final Pattern M =
      Pattern.compile(
          "(?:(yp|yc|y|c|p)\\s?)?m"
              + JOIN
              + "(x|[0-9o]|[?]|[+]|\\([01+]\\))([a-d](?![a-z]))?(x)?(?:\\s*(\\(i\\s*[+-]\\)))?");

  /** An I or an l for the 1: nobody can tell what else is wrong. */
  private static final Pattern M_LETTER = Pattern.compile("m\\s?[il](?![a-z0-9])");

  private static final Pattern M_OR = Pattern.compile(OR + "m?[01]" + NO_LENGTH);

  /** Of roman numerals a group may be followed by a string without anything between: IVcT2. */
  private static final Pattern GROUP =
      Pattern.compile(
          "(?:(?:stage|分期)\\s*:?\\s*)?(?:(iv|iii|ii|i|1v|lv|vi|v)(?:([a-d])(?![a-z0-9])|\\s?-?\\s?([abc])(?=\\s?期|\\s*$)|(?![a-z0-9])|(?=(?:yp|yc|[cpr])?t[0-4xio]))|([0-4])([a-c])?(?=期)|([零一二三四])([a-c])?(?=期))(?!\\s*[级型度类°])\\s*期?");

  private static final List<String> ROMAN = List.of("0", "i", "ii", "iii", "iv");

  static Optional<TnmCategory<TCat>> t(String text, int at) {
    Matcher t = looking(T, text, at);
    if (t == null || text.startsWith("tnm", at)) {
      return Optional.empty();
    }
    String digit = t.group(1);
    int end = t.end();
    if (digit.equals("?")) {
      return found(Answer.absent(Absence.UNKNOWN), end);
    }
    if (isDigit(text, end) && !digit.equals("is")) {
      return Optional.empty();
    }
    Matcher or = looking(T_OR, text, end);
    if (or != null) {
      return found(Answer.unreadable(Remark.TWO_READINGS), or.end());
    }
    String letter = letter(t.group(2));
    boolean ofNext = "cp".contains(letter) && isAny("nm", text, end);
    if (!letter.isEmpty() && ofNext && !BreastTnm.hasT(digit + letter)) {
      return found(BreastTnm.t(digit, ""), end - 1);
    }
    if (letter.equals("c") && digit.equals("4") && ofNext) {
      // T4cN1 is T4c N1 or T4 cN1; the longer category is read.
      return found(BreastTnm.t(digit, letter).with(Remark.TWO_READINGS), end);
    }
    return found(BreastTnm.t(digit, letter), end);
  }

  /**
   * An N category.
   *
   * @param plain true if a c before an M cannot belong to N1: the string is clinical, where there
   *     is no N1c, or each category has its own prefix
   */
  static Optional<TnmCategory<NCat>> n(String text, int at, boolean first, boolean plain) {
    Matcher n = looking(N, text, at);
    if (n == null || first && goesOn(text, n.end())) {
      return Optional.empty();
    }
    String digit = n.group(2);
    int end = n.end();
    if (digit.equals("?")) {
      return found(Answer.absent(Absence.UNKNOWN), end);
    }
    if (digit.contains("+") || digit.contains("-")) {
      return first ? Optional.empty() : found(Answer.unreadable(), end);
    }
    if (isDigit(text, end)) {
      return beyond(text, end, first);
    }
    Matcher or = looking(N_OR, text, end);
    if (or != null) {
      return found(Answer.unreadable(Remark.TWO_READINGS), or.end());
    }
    String letter = letter(n.group(3));
    if (letter.equals("mi") && !BreastTnm.hasN(digit + letter)) {
      return found(BreastTnm.n(digit, ""), n.start(3));
    }
    if (letter.equals("c") && isAny("m", text, end)) {
      // N1cM1 is N1c M1 or N1 cM1; N3cM1 is read as supraclavicular nodes, the longer category.
      boolean ofNext =
          (n.group(1) != null || plain) && digit.equals("1") || !BreastTnm.hasN(digit + letter);
      if (ofNext || digit.equals("1")) {
        Answer<NCat> without = BreastTnm.n(digit, "");
        return found(ofNext ? without : without.with(Remark.TWO_READINGS), end - 1);
      }
    }
    return found(BreastTnm.n(digit, letter + cells(n.group(4))), end);
  }

  static Optional<TnmCategory<MCat>> m(String text, int at, boolean first, boolean pathologic) {
    Matcher letter = looking(M_LETTER, text, at);
    if (letter != null) {
      return first
          ? Optional.empty()
          : found(Answer.unreadable(Remark.NO_SUCH_CATEGORY), letter.end());
    }
    Matcher m = looking(M, text, at);
    if (m == null || first && goesOn(text, m.end())) {
      return Optional.empty();
    }
    int end = m.end();
    String digit = m.group(2).replaceAll("[()]", "");
    if (digit.equals("?")) {
      return found(Answer.absent(Absence.UNKNOWN), end);
    }
    if (isDigit(text, end) && looking(GROUP, text, end) == null) {
      return beyond(text, end, first);
    }
    Matcher or = looking(M_OR, text, end);
    if (or != null) {
      return found(Answer.unreadable(Remark.CONFLICT), or.end());
    }
    boolean proven = pathologic || "p".equals(m.group(1));
    boolean tumourCells = m.group(5) != null && m.group(5).contains("+");
    return found(
        m.group(4) != null && !digit.equals("x")
            ? Answer.unreadable(Remark.CONFLICT)
            : BreastTnm.m(digit, m.group(3) != null, proven, tumourCells),
        end);
  }

  static Optional<TnmCategory<StageGroup>> group(String text, int at, boolean first) {
    Matcher group = looking(GROUP, text, at);
    if (group == null || first && at > 0 && text.charAt(at - 1) == '第') {
      return Optional.empty();
    }
    String roman = group.group(1);
    boolean chinese = group.group(6) != null;
    String letter = "";
    if (roman != null) {
      letter = first(group.group(2), group.group(3));
      roman = roman.equals("1v") || roman.equals("lv") ? "iv" : roman;
    } else if (chinese) {
      roman = ROMAN.get("零一二三四".indexOf(group.group(6)));
      letter = first(group.group(7), null);
    } else {
      roman = ROMAN.get(Integer.parseInt(group.group(4)));
      letter = first(group.group(5), null);
    }
    return Optional.of(new TnmCategory<>(BreastTnm.group(roman, letter), chinese, group.end()));
  }

  private static <T> Optional<TnmCategory<T>> found(Answer<T> answer, int end) {
    return Optional.of(new TnmCategory<>(answer, false, end));
  }

  /** A second digit makes a category that does not exist; alone it may be anything. */
  private static <T> Optional<TnmCategory<T>> beyond(String text, int from, boolean first) {
    int end = from;
    while (isDigit(text, end)) {
      end++;
    }
    return first ? Optional.empty() : found(Answer.unreadable(Remark.NO_SUCH_CATEGORY), end);
  }

  private static String letter(String written) {
    String letter = written == null ? "" : written.replaceAll("[()\\s]", "");
    return letter.startsWith("mi") || letter.startsWith("微") ? "mi" : letter;
  }

  /** Isolated tumour cells, if they were found: (i+), (mol+). */
  private static String cells(String notes) {
    String bare = notes.replace(" ", "");
    return bare.contains("(i+)") ? "(i+)" : bare.contains("(mol+)") ? "(mol+)" : "";
  }

  private static String first(String one, String other) {
    return one != null ? one : other != null ? other : "";
  }

  /** True if a Latin word goes on there, so that its first letters are no category. */
  private static boolean goesOn(String text, int at) {
    return isAny("efghjklnqrstuvwxz", text, at);
  }

  private static boolean isAny(String chars, String text, int at) {
    return at < text.length() && chars.indexOf(text.charAt(at)) >= 0;
  }

  private static boolean isDigit(String text, int at) {
    return isAny("0123456789", text, at);
  }

  private static Matcher looking(Pattern pattern, String text, int at) {
    Matcher matcher = pattern.matcher(text).region(at, text.length());
    matcher.useTransparentBounds(true);
    return matcher.lookingAt() ? matcher : null;
  }
}
