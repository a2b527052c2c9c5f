package org.denovo.proposal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.denovo.mapping.Words;
import org.denovo.normalise.IdentityNumber;
import org.denovo.normalise.Surnames;
import org.denovo.source.Kind;
import org.denovo.yaml.YamlNode;

/** Recognises by its values a column that tells who somebody is, whatever its header says. */
final class Identifying {

  private static final Pattern MOBILE = Pattern.compile("(?:\\+?86[- ]?)?1[3-9][0-9]{9}");
  private static final Pattern LANDLINE = Pattern.compile("0[1-9][0-9]{1,2}[- ]?[0-9]{7,8}");
  private static final Pattern ABROAD =
      Pattern.compile(
          "\\+[0-9]{1,3}[- ]?[0-9(][0-9() -]{5,13}|\\(?[0-9]{3}\\)?[- ][0-9]{3}[- ][0-9]{4}");
  private static final Pattern HAN_NAME = Pattern.compile("\\p{IsHan}[\\p{IsHan}某*×xX○·]{1,3}");
  private static final Pattern LATIN_NAME =
      Pattern.compile("[A-Z][A-Za-z'’-]+,? [A-Z][A-Za-z'’.-]+(?: [A-Z][A-Za-z'’.-]+)?");
  private static final Pattern ADDRESSED =
      Pattern.compile("(?:(?:Dr|Prof|A/Prof|Mr|Mrs|Ms|Miss|Sr)\\.? ){1,2}[A-Z].*");
  private static final Pattern AND = Pattern.compile("\\s*[、，,;；/]\\s*");
  private static final Pattern MAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[a-z]{2,}");
  private static final Pattern HIDDEN_IN_TEXT =
      Pattern.compile("(?<![0-9])(?:1[3-9][0-9]{9}|[1-9][0-9]{16}[0-9Xx])(?![0-9])|@");

  private static final Pattern LONG_NUMBER =
      Pattern.compile("[A-Z]{0,4}(?:[-/ ]?[0-9]){6,20}[A-Z]?");

  private static final Pattern A_DAY =
      Pattern.compile(
          "(?:19|20)[0-9]{2}[-/. ]?[01]?[0-9][-/. ]?[0-3]?[0-9]|[0-3]?[0-9][-/. ][01]?[0-9][-/."
              + " ](?:19|20)[0-9]{2}");

  /** From this share of a column's cells on they say what the column is. */
  private static final double MOST = 0.7;

  private static final double FEW_NUMBERS = 0.2;

  /** Names differ from patient to patient; words for findings repeat. */
  private static final double DIFFERENT = 0.6;

  private static final int LEAST_CELLS = 5;

  /** Doctors' names come again; a column of them holds little else. */
  private static final double NEARLY_ALL = 0.95;

  private final List<String> endings;

  private Identifying(YamlNode lists) {
    endings = HeaderData.texts(lists.get("address").orElseThrow().get("endings").orElseThrow());
  }

  static Identifying shipped() {
    return new Identifying(HeaderData.read("identifying"));
  }

  /** What the column is by its values; nothing if they may be shown. */
  Optional<Target> of(List<ColumnScan.Value> values) {
    int all = 0;
    int ids = 0;
    int phones = 0;
    int names = 0;
    int addresses = 0;
    int mails = 0;
    int distinctNames = 0;
    for (ColumnScan.Value value : values) {
      String text = value.cell().text().strip();
      int count = value.count();
      all += count;
      ids += IdentityNumber.of(Words.fold(text)).isValid() ? count : 0;
      phones += isPhone(text) ? count : 0;
      mails += MAIL.matcher(Words.fold(text)).matches() ? count : 0;
      addresses += isAddress(text) ? count : 0;
      if (isName(text)) {
        names += count;
        distinctNames++;
      }
    }
    if (ids > FEW_NUMBERS * all && ids > 0) {
      return Optional.of(Target.named("national_id"));
    }
    if (phones > FEW_NUMBERS * all && phones > 0) {
      return Optional.of(Target.named("phone"));
    }
    if (mails > FEW_NUMBERS * all && mails > 0) {
      return Optional.of(Target.named("email"));
    }
    if (all >= LEAST_CELLS && addresses > MOST * all) {
      return Optional.of(Target.named("address"));
    }
    if (all >= LEAST_CELLS && names > MOST * all && distinctNames > DIFFERENT * names) {
      return Optional.of(Target.named("person_name"));
    }
    return Optional.empty();
  }

  /**
   * True if the values look like the names of a few people, as those who treat or enter do. Words
   * for findings may look so too: it counts only where nothing else is known of the column.
   */
  boolean areAFewPeople(List<ColumnScan.Value> values) {
    int all = values.stream().mapToInt(ColumnScan.Value::count).sum();
    int names =
        values.stream()
            .filter(value -> areNames(value.cell().text().strip()))
            .mapToInt(ColumnScan.Value::count)
            .sum();
    return all >= LEAST_CELLS && values.size() > 1 && names >= NEARLY_ALL * all;
  }

  /**
   * True if every cell is a long number of its own, as those of cards and records are. A measured
   * value is shorter or comes again, and a date is none.
   */
  static boolean areNumbersOfPersons(List<ColumnScan.Value> values) {
    int all = values.stream().mapToInt(ColumnScan.Value::count).sum();
    return all >= LEAST_CELLS
        && values.size() >= NEARLY_ALL * all
        && values.stream()
            .allMatch(
                v ->
                    v.cell().kind() != Kind.DATE
                        && LONG_NUMBER.matcher(v.cell().text().strip()).matches()
                        && !A_DAY.matcher(v.cell().text().strip()).matches());
  }

  /** True if a text may be shown: no number or address by which somebody could be found. */
  static boolean mayBeShown(String text) {
    return !HIDDEN_IN_TEXT.matcher(text).find();
  }

  private static boolean isPhone(String text) {
    String digits = text.replaceAll("\\.0$", "");
    return MOBILE.matcher(digits).matches()
        || LANDLINE.matcher(digits).matches()
        || ABROAD.matcher(digits).matches();
  }

  private boolean isName(String text) {
    if (LATIN_NAME.matcher(text).matches()) {
      return true;
    }
    return HAN_NAME.matcher(text).matches() && Surnames.known().begin(text);
  }

  /** True for a name, or for several of them in one cell. */
  private boolean areNames(String text) {
    return ADDRESSED.matcher(text).matches()
        || isName(text)
        || Arrays.stream(AND.split(text)).allMatch(this::isName);
  }

  private boolean isAddress(String text) {
    return text.length() > 5
        && endings.stream().filter(text::contains).count() >= 2
        && text.chars().filter(c -> Character.isLetter(c) && c > 0x2E80).count() > 4;
  }
}
