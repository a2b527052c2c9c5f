package org.denovo.normalise;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.denovo.record.Answer;
import org.denovo.record.Remark;
import org.denovo.vocabulary.ScoreSystem;

/**
 * A score in a receptor's result: {@code Allred 5+3=8}, {@code H-score 270}, {@code IRS 12}, {@code
 * 288 fmol/mg}. Only a number beside the name of its system is one.
 *
 * @param score unreadable if the system has no such score, or if its parts do not add up
 * @param rest the text without it
 */
record ReceptorScore(ScoreSystem system, Answer<Double> score, String rest) {

  /** Something of this stands in every score; most results have none. */
  private static final Pattern TRACE =
      Pattern.compile("allred|score|评分|积分|h\\s?-?值|irs|反应|remmele|immuno|fmol|[+]{4}");

  private static final String OF = "\\s*(?:总)?(?:评分|score|分值|积分|得分|值|分)?\\s*[:=(为]*\\s*";

  private static final Pattern ALLRED =
      Pattern.compile(
          "(?:allred"
              + OF
              + ")(?:(?:[pt]s\\s*)?([0-5])\\s*[+]\\s*(?:is\\s*)?([0-3])(?:\\s*[=+]\\s*([0-9]))?|([0-9]{1,2})(?![0-9.%+])\\s*分?(?:\\s*/\\s*8)?\\s*[)]?(?:\\s*[=(,]?\\s*\\(?(?:ps\\s*)?([0-5])\\s*[+,]\\s*(?:is\\s*)?([0-3])\\)?)?)[\\s)分]*"
              + "|([0-8])\\s*分?\\s*[(]\\s*allred\\s*(?:评分|score)?\\s*[)]");
  private static final Pattern H_SCORE =
      Pattern.compile(
          "(?:(?<![a-z])h\\s?-?\\s?(?:score|评分|值|积分)|histo-?score)"
              + OF
              + "([0-9]{1,3})(?![0-9.%+])\\s*分?(?:\\s*/\\s*300)?\\)?");
  private static final Pattern IRS =
      Pattern.compile(
          "(?:(?<![a-z])irs|免疫反应性?|immunoreactive|remmele)"
              + OF
              + "([0-9]{1,2})(?![0-9.%+])\\s*分?(?:\\s*/\\s*12)?\\)?|([0-9]{1,2})\\s*分?\\s*\\(\\s*irs\\s*\\)");

  /** Extent by plus signs, and the product of extent and intensity behind it: (++++)12. */
  private static final Pattern PRODUCT = Pattern.compile("^\\(?[+]{4}\\)?\\s*([0-9]{1,2})$");

  private static final Pattern FMOL =
      Pattern.compile("([0-9]{1,4}(?:[.][0-9]+)?)\\s*fmol\\s*/?\\s*(?:mg)?\\s*(?:蛋白|protein|p)?");

  /** The score of a text, the receptor's name already taken off. */
  static Optional<ReceptorScore> in(String text) {
    if (!TRACE.matcher(text).find()) {
      return Optional.empty();
    }
    Matcher allred = ALLRED.matcher(text);
    if (allred.find()) {
      return Optional.of(
          new ReceptorScore(ScoreSystem.ALLRED, allred(allred), allred.replaceFirst(" ")));
    }
    return of(ScoreSystem.H_SCORE, H_SCORE, text)
        .or(() -> of(ScoreSystem.IRS, IRS, text))
        .or(() -> of(ScoreSystem.FMOL, FMOL, text))
        .or(() -> product(text));
  }

  /**
   * True or false where the score leaves no choice: Allred is positive from 3 (ASCO/CAP 2020,
   * supplement), and no score above 0 comes of no stained cell. Other cut-offs are each
   * laboratory's own.
   */
  Optional<Boolean> positive() {
    return score
        .optional()
        .flatMap(
            value ->
                switch (system) {
                  case ALLRED -> Optional.of(value >= 3);
                  case H_SCORE, IRS -> value == 0 ? Optional.of(false) : Optional.empty();
                  case FMOL -> Optional.empty();
                });
  }

  private static Optional<ReceptorScore> of(ScoreSystem system, Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    if (!found.find()) {
      return Optional.empty();
    }
    String digits = found.group(1) == null ? found.group(2) : found.group(1);
    return Optional.of(
        new ReceptorScore(
            system, within(system, Double.parseDouble(digits)), found.replaceFirst(" ")));
  }

  private static Optional<ReceptorScore> product(String text) {
    Matcher found = PRODUCT.matcher(text.trim());
    return found.matches()
        ? Optional.of(
            new ReceptorScore(
                ScoreSystem.IRS,
                within(ScoreSystem.IRS, Double.parseDouble(found.group(1))),
                text.replace(found.group(1), " ")))
        : Optional.empty();
  }

  private static Answer<Double> within(ScoreSystem system, double value) {
    return value <= system.most() ? Answer.known(value) : Answer.unreadable(Remark.OUT_OF_RANGE);
  }

  /** Proportion 0 to 5 and intensity 0 to 3; the total is 0 or 2 to 8. */
  private static Answer<Double> allred(Matcher found) {
    int[] sum = new int[8];
    for (int group = 1; group <= 7; group++) {
      sum[group] = found.group(group) == null ? -1 : Integer.parseInt(found.group(group));
    }
    int proportion = Math.max(sum[1], sum[5]);
    int intensity = Math.max(sum[2], sum[6]);
    int stated = Math.max(sum[3], Math.max(sum[4], sum[7]));
    int total = stated >= 0 ? stated : proportion + intensity;
    if (total > ScoreSystem.ALLRED.most()) {
      return Answer.unreadable(Remark.OUT_OF_RANGE);
    }
    boolean agrees = proportion < 0 || proportion + intensity == total;
    return agrees && total != 1 ? Answer.known((double) total) : Answer.unreadable(Remark.CONFLICT);
  }
}
