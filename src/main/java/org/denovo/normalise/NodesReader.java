package org.denovo.normalise;

import static org.denovo.record.Fields.NODES_EXAMINED;
import static org.denovo.record.Fields.NODES_POSITIVE;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.denovo.mapping.Meaning;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.FieldType;
import org.denovo.record.Remark;
import org.denovo.source.SourceCell;

/**
 * Reads node counts: positive of examined (3/15, 15枚中3枚), or one of the two in its own column. The
 * groups of one cell (前哨1/4，腋窝3/12) are added up; the two sides never are.
 */
final class NodesReader implements CellReader {

  private static final String N = "([0-9]{1,3})";
  private static final String NODES = "\\s*(?:枚|个)?\\s*(?:淋巴结)?";
  private static final String FOUND = "(?:阳性|转移|见转移|有转移|见癌转移|见癌|癌转移|\\(\\+\\))";
  private static final String BETWEEN = "\\s*[,;/]?\\s*(?:其中|中)?\\s*";

  private static final Pattern FRACTION =
      Pattern.compile(
          "(?<![0-9/.-])" + N + "\\s*(?:枚|个|\\(\\+\\)|\\+)?\\s*/\\s*" + N + "(?![0-9/.]|-[0-9])");

  /** What is said of the nodes themselves, with numbers of its own. */
  private static final Pattern OF_SIZE =
      Pattern.compile(
          "\\(?(?:其中)?[0-9]{1,2}\\s*(?:枚|个)(?:为|见|系)?(?:微|宏)转移\\)?"
              + "|(?:最大(?:者|径)?|较大者|大者|直径|大小)\\s*(?:约|为|:)*\\s*[0-9.]+(?:\\s*[x×*]\\s*[0-9.]+)*\\s*(?:cm|mm)"
              + "|癌结节\\s*[0-9]{0,2}\\s*[枚个]?|(?:部分|相互)?融合(?:成团)?");

  /** 12枚均见转移. */
  private static final Pattern ALL_OF =
      Pattern.compile(
          "(?:共|总|清扫|检出|送检|淋巴结|腋窝|前哨|:|\\s)*"
              + N
              + "(?:枚|个)(?:淋巴结)?[,;\\s]*(?:均|全部)(?:为|可)?"
              + FOUND);

  /** 15枚中3枚阳性: the whole first. */
  private static final Pattern WHOLE_FIRST =
      Pattern.compile(
          "(?:共|总|清扫|检出|检|送检|取|淋巴结|腋窝|前哨|:|\\s)*"
              + N
              + "(?:枚|个)(?:淋巴结)?"
              + BETWEEN
              + "(?:"
              + FOUND
              + "\\s*)?"
              + N
              + NODES
              + "\\s*(?:为|可)?"
              + FOUND
              + "?");

  /** 15枚，3枚 does not say which of them is positive. */
  private static final Pattern SAID = Pattern.compile("中|" + FOUND);

  /** 3枚阳性，共15枚: the part first; something must say which is which. */
  private static final Pattern PART_FIRST =
      Pattern.compile(
          "(?:"
              + FOUND
              + "\\s*"
              + N
              + NODES
              + "|"
              + N
              + NODES
              + "\\s*"
              + FOUND
              + ")\\s*[,;/]?\\s*(?:共|总|共检出?|总数)\\s*"
              + N
              + NODES);

  private static final Pattern OF =
      Pattern.compile(
          N + " (?:positive )?(?:out )?of " + N + "(?: (?:lymph )?nodes?)?(?: positive)?");

  /** 15枚均未见转移. */
  private static final Pattern NONE_OF =
      Pattern.compile(
          "(?:共|总|清扫|检出|送检|淋巴结|腋窝|前哨|:|\\s)*"
              + N
              + "(?:枚|个)(?:淋巴结)?[,;\\s]*(?:均|全部)?(?:为)?(?:阴性|未见癌?转移|未见癌|无转移|\\(-\\))");

  private static final Pattern NOT_DONE =
      Pattern.compile("(?:腋窝)?(?:未清扫|未行?清扫|未行腋窝?(?:淋巴结)?(?:清扫|手术)|未行淋巴结清扫|未取|未取淋巴结)");

  private static final Pattern LABEL =
      Pattern.compile(
          "(?<sentinel>前哨(?:淋巴结)?(?:活检)?|slnb?|sentinel(?: nodes?)?)"
              + "|(?<rest>非前哨(?:淋巴结)?|non-?sln)|(?<first>(?:level"
              + " )?i(?!i)\\s*(?:组|水平|站)?)|(?<second>(?:level"
              + " )?ii(?!i)\\s*(?:组|水平|站)?)|(?<third>(?:level )?iii\\s*(?:组|水平|站)?)"
              + "|(?<inner>内乳(?:淋巴结)?)"
              + "|(?<above>(?:同侧|左侧?|右侧?)?锁骨?上(?:淋巴结)?)|(?<below>(?:同侧|左侧?|右侧?)?锁骨?下(?:淋巴结)?)|(?<axilla>(?:同侧|左侧?|右侧?)?(?:腋窝|腋下)(?:淋巴结|ln)?|aln(?:d)?|axill(?:a|ary)(?:"
              + " nodes?)?)");

  private static final Pattern SIDE = Pattern.compile("左|右|双侧|两侧|对侧");

  private static final Pattern DENIES = Pattern.compile("未见|无转移|阴性|\\(-\\)|negative");
  private static final Pattern AFFIRMS =
      Pattern.compile("(?<!未)见癌|(?<!未)见转移|阳性|\\(\\+\\)|positive");

  /** What may stand beside the numbers. */
  private static final Pattern BESIDE =
      Pattern.compile(
          "(?:"
              + LABEL.pattern().replaceAll("\\?<[a-z]+>", "?:")
              + "|淋巴结|ln|lns|lymph nodes?|nodes?|癌转移|转移|见癌|见转移|未见癌转移|未见癌|未见转移|未见|无转移|见"
              + "|阳性|阴性|\\(\\+\\)|\\(-\\)|positive|negative|枚|个|同侧|左侧?|右侧?|其中|微转移|癌|均"
              + "|p?n[0-3][abc]?(?:\\(?sn\\)?)?|包膜外侵犯|结外侵犯|可见|伴|及|和|与|清扫|活检|术后|病理|:|[\\s,;+().])*");

  private final NumberReader number = new NumberReader();

  @Override
  public Reading read(SourceCell cell, Meaning meaning) {
    String spelling = Spelling.of(cell.text());
    if (NOT_DONE.matcher(spelling).matches()) {
      return Reading.absent(FirstLook.silenced(meaning), Absence.NOT_DONE);
    }
    return inWords(spelling)
        .or(() -> fractions(spelling))
        .orElseGet(
            () ->
                meaning.field().isPresent()
                    ? number.read(cell, meaning)
                    : Reading.unreadable(FirstLook.principal(meaning)));
  }

  private static Optional<Reading> inWords(String text) {
    Matcher whole = WHOLE_FIRST.matcher(text);
    boolean told = SAID.matcher(text).find();
    if (whole.matches() && told) {
      return Optional.of(of(whole.group(2), whole.group(1)));
    }
    Matcher part = PART_FIRST.matcher(text);
    if (part.matches()) {
      String positive = part.group(1) == null ? part.group(2) : part.group(1);
      return Optional.of(of(positive, part.group(3)));
    }
    Matcher of = OF.matcher(text);
    if (of.matches()) {
      return Optional.of(of(of.group(1), of.group(2)));
    }
    Matcher none = NONE_OF.matcher(text);
    if (none.matches()) {
      return Optional.of(of("0", none.group(1)));
    }
    Matcher all = ALL_OF.matcher(text);
    return all.matches() ? Optional.of(of(all.group(1), all.group(1))) : Optional.empty();
  }

  /** All fractions of the cell, if all that stands beside them is known. */
  private static Optional<Reading> fractions(String written) {
    String text = OF_SIZE.matcher(written).replaceAll(" ");
    Matcher fraction = FRACTION.matcher(text);
    int positive = 0;
    int examined = 0;
    int groups = 0;
    boolean named = true;
    int end = 0;
    Set<String> labels = new HashSet<>();
    while (fraction.find()) {
      Optional<String> label = label(text.substring(end, fraction.start()));
      named &= label.filter(labels::add).isPresent();
      end = fraction.end();
      groups++;
      positive += Integer.parseInt(fraction.group(1));
      examined += Integer.parseInt(fraction.group(2));
    }
    String beside = fraction.replaceAll(" ");
    if (groups == 0 || !BESIDE.matcher(beside).matches()) {
      return Optional.empty();
    }
    // 腋窝3/15（其中前哨1/4） is a part of the whole, and no sum.
    boolean plain = labels.isEmpty() && text.matches("[0-9/+\\s()]+") && text.contains("+");
    boolean nested = beside.contains("其中") || text.matches(".*\\([^()0-9]+[0-9].*");
    if (groups > 1 && (!named && !plain || nested || SIDE.matcher(text).find())) {
      return Optional.of(unread());
    }
    boolean contradicted =
        positive > 0 && DENIES.matcher(beside).find() && !AFFIRMS.matcher(beside).find()
            || positive == 0 && AFFIRMS.matcher(beside).find() && !DENIES.matcher(beside).find();
    return Optional.of(
        contradicted
            ? Reading.unreadable(List.of(NODES_POSITIVE, NODES_EXAMINED), Remark.CONFLICT)
            : of(Integer.toString(positive), Integer.toString(examined)));
  }

  /** The last group of nodes that is named. */
  private static Optional<String> label(String before) {
    Matcher label = LABEL.matcher(before);
    Optional<String> last = Optional.empty();
    while (label.find()) {
      for (String name :
          new String[] {
            "sentinel", "rest", "first", "second", "third", "inner", "above", "below", "axilla"
          }) {
        last = label.group(name) == null ? last : Optional.of(name);
      }
    }
    return last;
  }

  private static Reading unread() {
    return Reading.unreadable(List.of(NODES_POSITIVE, NODES_EXAMINED));
  }

  private static Reading of(String positive, String examined) {
    return Reading.of(NODES_POSITIVE, count(NODES_POSITIVE, positive))
        .and(NODES_EXAMINED, count(NODES_EXAMINED, examined));
  }

  private static Answer<Integer> count(Field<Integer> field, String digits) {
    int count = Integer.parseInt(digits);
    return field.type() instanceof FieldType.Whole whole && count > whole.most()
        ? Answer.unreadable(Remark.OUT_OF_RANGE)
        : Answer.known(count);
  }
}
