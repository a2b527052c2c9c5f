package org.denovo.normalise;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.denovo.record.Answer;
import org.denovo.record.Remark;
import org.denovo.vocabulary.MCat;
import org.denovo.vocabulary.NCat;
import org.denovo.vocabulary.StageContext;
import org.denovo.vocabulary.StageGroup;
import org.denovo.vocabulary.TCat;

/**
 * One TNM string of a folded text: its prefix, its categories, its group, and the text around them.
 */
final class TnmString {

  private static final Pattern PREFIX =
      Pattern.compile(
          "(r(?:yp|yc|y|c|p)?|yp|yc|py|cy|y|[cp]m?|m[cp]?(?=\\s?t))\\s*-?(?=[tnm]|iv(?![a-z])|iii?[abc]?(?![a-z])|i[ab]?期)");
  private static final Pattern STAGE_DIGIT =
      Pattern.compile("stage\\s*:?\\s*([0-4][a-c]?)(?![0-9a-z期])");
  private static final Pattern HEADING = Pattern.compile("(?<![a-z])(yp|yc|c|p|r)-?tnm");
  private static final Pattern QUIET =
      Pattern.compile(
          "(?:tnm|(?:ajcc|uicc)\\s?(?:v?[5-9](?:th)?(?:\\s?ed(?:ition|[.])?)?)?|stage|anatomic(?:al)?|clinical|pathologic(?:al)?|de\\s?novo|breast"
              + " cancer|metastatic|分期|临床|病理|解剖学?|诊断|初诊|首诊|初治|原发|晚期|转移性|浸润性?|导管|小叶|恶性肿瘤|炎性|乳腺癌|乳癌|乳腺?|癌|左|右|侧|期|dcis|paget|paget's|[0-9]版|第[0-9一-九]+版|(?:19|20)[0-9]{2}[年./-][0-9]{0,2}[月./-]?[0-9]{0,2}日?|\\([^)]*\\)|[\\s,;:.()\\[\\]/?·o-])*");
  private static final Pattern SITE =
      Pattern.compile(
          "[\\s(\\[:,;.]*(?:$|.*[骨肺肝脑膜胸腹髓肾卵皮转淋结软]|.*(?:oss|pul|hep|bra|lym|mar|ple|per|adr|ski|oth|bone|lung|liver).*).*");
  private static final Pattern BETWEEN = Pattern.compile("[\\s,;:./·|+_-]*");
  private static final Pattern NOTE = Pattern.compile("[\\s,]*\\([^()]{0,20}\\)");

  private static final Pattern NODES =
      Pattern.compile(
          "n\\s?[0-3](?:mi|[abc])?(?:\\s?\\([a-z+-]+\\))*\\s?\\(\\s*([0-9]{1,3}\\s?/\\s?[0-9]{1,3})\\s*\\)");

  private static final Pattern BRACKETED = Pattern.compile("\\(([^()]{1,20})\\)");

  /** 化疗后T2N1: what stands in the same clause is no stage at diagnosis, whatever its prefix. */
  private static final Pattern TREATED =
      Pattern.compile(
          "(?:化疗|治疗|用药|新辅助)后|(?:after|post-?)\\s?(?:neoadjuvant|nact?|chemo(?:therapy)?|treatment|therapy)(?![a-z])");

  private static final Pattern CLAUSE_END = Pattern.compile("[,;]|[.](?![0-9])");

  private static final Set<StageContext> AFTER_TREATMENT =
      EnumSet.of(
          StageContext.POST_THERAPY_CLIN, StageContext.POST_THERAPY_PATH, StageContext.RECURRENCE);

  private static final int NONE = -1;

  private String prefix = "";
  private final List<Answer<TCat>> ts = new ArrayList<>();
  private final List<Answer<NCat>> ns = new ArrayList<>();
  private final List<Answer<MCat>> ms = new ArrayList<>();
  private final List<Answer<StageGroup>> groups = new ArrayList<>();
  private boolean chinese;
  private boolean treated;
  private String before = "";
  private String within = "";
  private String after = "";

  private TnmString() {}

  /** The strings of a text, in its order. */
  static List<TnmString> in(String spelling) {
    String text = STAGE_DIGIT.matcher(spelling).replaceAll("$1期");
    List<TnmString> strings = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      TnmString found = new TnmString();
      int end = found.parse(text, from);
      if (end == NONE) {
        break;
      }
      strings.add(found);
      from = end;
    }
    return strings;
  }

  Optional<StageContext> context() {
    Matcher heading = HEADING.matcher(before);
    String written = prefix.isEmpty() && heading.find() ? heading.group(1) : prefix;
    if (written.startsWith("r")) {
      return Optional.of(StageContext.RECURRENCE);
    }
    // m stands for several tumours of one breast.
    return switch (written.replace("m", "")) {
      case "c" -> Optional.of(treated ? StageContext.POST_THERAPY_CLIN : StageContext.CLINICAL);
      case "p" -> Optional.of(treated ? StageContext.POST_THERAPY_PATH : StageContext.PATHOLOGIC);
      case "yp", "py" -> Optional.of(StageContext.POST_THERAPY_PATH);
      case "yc", "cy" -> Optional.of(StageContext.POST_THERAPY_CLIN);
      default -> Optional.empty();
    };
  }

  boolean afterTreatment() {
    return treated || context().filter(AFTER_TREATMENT::contains).isPresent();
  }

  Optional<Answer<TCat>> t() {
    return one(ts);
  }

  Optional<Answer<NCat>> n() {
    return one(ns);
  }

  Optional<Answer<MCat>> m() {
    return one(ms);
  }

  Optional<Answer<StageGroup>> group() {
    return one(groups);
  }

  int categories() {
    return present(ts) + present(ns) + present(ms) + present(groups);
  }

  boolean isOnlyT() {
    return categories() == 1 && !ts.isEmpty();
  }

  boolean isOnlyChineseGroup() {
    return categories() == 1 && chinese;
  }

  /** The text before the string. */
  String before() {
    return before;
  }

  /** The text after the string, up to the next one. */
  String after() {
    return after;
  }

  /** Positive of examined nodes, as they stand behind an N category: N1a(2/15). */
  Optional<String> nodes() {
    Matcher nodes = NODES.matcher(within);
    return nodes.find() ? Optional.of(nodes.group(1)) : Optional.empty();
  }

  /** What stands in brackets within the string or anyhow behind it: where the metastases are. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    Matcher bracketed = BRACKETED.matcher(within);
    while (bracketed.find()) {
      notes.add(bracketed.group(1));
    }
    notes.add(after);
    return notes;
  }

  /** True if a text says nothing but headings and punctuation. */
  static boolean isQuiet(String text) {
    return QUIET.matcher(text).matches();
  }

  /** True for a text that is empty or names a site of metastasis. */
  static boolean isSite(String text) {
    return isQuiet(text) || SITE.matcher(text).matches();
  }

  private static int present(List<?> answers) {
    return answers.isEmpty() ? 0 : 1;
  }

  /** The answer if the string gives one; contradictory ones are none. */
  private static <T> Optional<Answer<T>> one(List<Answer<T>> answers) {
    if (answers.stream().distinct().count() > 1) {
      return Optional.of(Answer.unreadable(Remark.CONFLICT));
    }
    return answers.stream().findFirst();
  }

  private int parse(String text, int from) {
    int start = NONE;
    int at = from;
    int end = from;
    while (at < text.length()) {
      int next = category(text, at, from);
      if (next == NONE && start == NONE) {
        at++;
      } else if (next == NONE) {
        int gap = gap(text, at);
        if (gap == NONE) {
          break;
        }
        at = gap;
      } else {
        start = start == NONE ? at : start;
        end = next;
        at = next;
      }
    }
    if (start == NONE) {
      return NONE;
    }
    before = text.substring(from, start);
    treated = TREATED.matcher(Spelling.withoutInnerBlanks(clause(text, start))).find();
    int following = nextStart(text, end);
    Matcher note = NOTE.matcher(text).region(end, text.length());
    within = text.substring(start, note.lookingAt() ? note.end() : end);
    after = text.substring(end, following);
    return following;
  }

  /** What stands before a position in the same clause. */
  private static String clause(String text, int at) {
    String[] clauses = CLAUSE_END.split(text.substring(0, at), -1);
    return clauses[clauses.length - 1];
  }

  /** Where the next string starts, or the end of the text. */
  private static int nextStart(String text, int end) {
    for (int at = end; at < text.length(); at++) {
      if (new TnmString().category(text, at, end) != NONE) {
        return at;
      }
    }
    return text.length();
  }

  /**
   * Past separators, a bracket before a category, a note in brackets, or a stray letter O that was
   * a bullet.
   */
  private int gap(String text, int at) {
    Matcher between = BETWEEN.matcher(text).region(at, text.length());
    if (between.lookingAt() && between.end() > at) {
      return between.end();
    }
    boolean bracket = "()[]".indexOf(text.charAt(at)) >= 0;
    if (bracket && new TnmString().category(text, at + 1, at + 1) != NONE) {
      return at + 1;
    }
    Matcher note = NOTE.matcher(text).region(at, text.length());
    if (note.lookingAt()) {
      return note.end();
    }
    return text.charAt(at) == 'o' && !ms.isEmpty() ? at + 1 : NONE;
  }

  /**
   * The end of the category that stands at a position and was taken in; {@link #NONE} if none does.
   *
   * @param from where the one before ended, to which it may be glued
   */
  private int category(String text, int at, int from) {
    boolean first = categories() == 0;
    boolean glued = at > from && isLetterOrDigit(text.charAt(at - 1)) && first;
    boolean bullet = glued && at == 1 && "ou".indexOf(text.charAt(0)) >= 0;
    if (glued && !bullet) {
      return NONE;
    }
    Matcher lead = PREFIX.matcher(text).region(at, text.length());
    boolean led = lead.lookingAt();
    int letter = led ? lead.end() : at;
    String foundPrefix = led ? lead.group(1) : "";
    int end = NONE;
    if (ns.isEmpty() && ms.isEmpty() && groups.isEmpty()) {
      end = taken(ts, TnmCategory.t(text, letter));
    }
    if (end == NONE && ms.isEmpty()) {
      boolean plain = (first ? foundPrefix : prefix).equals("c") || led && !first;
      end = taken(ns, TnmCategory.n(text, letter, first, plain));
    }
    if (end == NONE) {
      end = taken(ms, TnmCategory.m(text, letter, first, foundPrefix.equals("p")));
    }
    if (end == NONE) {
      Optional<TnmCategory<StageGroup>> group = TnmCategory.group(text, letter, first);
      chinese |= group.filter(TnmCategory::chinese).isPresent();
      end = taken(groups, group);
    }
    if (end != NONE && first) {
      prefix = foundPrefix;
    }
    return end;
  }

  private static <T> int taken(List<Answer<T>> answers, Optional<TnmCategory<T>> category) {
    category.ifPresent(found -> answers.add(found.answer()));
    return category.map(TnmCategory::end).orElse(NONE);
  }

  private static boolean isLetterOrDigit(char c) {
    return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
  }
}
