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

  private static final Pattern PREFIX = Pattern.compile("(yp|yc|py|cy|y|c|p|r)\\s*(?=[tnm])");
  private static final Pattern T = Pattern.compile("t\\s?(is|x|[0-9o])(mic?|微浸润?|[a-d])?");
  private static final Pattern N =
      Pattern.compile(
          "(?:(yp|yc|y|c|p)\\s?)?n\\s?(x|[0-9o])(mi(?:c)?|[a-d])?(?:\\s*(\\((?:i|mol)\\s*[+-]\\)))?(?:\\((?:sn|f)\\))*");
  private static final Pattern M =
      Pattern.compile(
          "(?:(yp|yc|y|c|p)\\s?)?m\\s?(x|[0-9o]|[+])([a-d](?![a-z]))?(x)?(?:\\s*(\\(i\\s*[+]\\)))?");
  private static final Pattern GROUP =
      Pattern.compile(
          "(?:(?:stage|分期)\\s*:?\\s*)?(?:(iv|iii|ii|i|1v|lv|vi|v)([a-z])?(?![a-z0-9])|([0-4])([a-c])?(?=期)|([零一二三四])([a-c])?(?=期))\\s*期?");
  private static final Pattern STAGE_DIGIT =
      Pattern.compile("stage\\s*:?\\s*([0-4][a-c]?)(?![0-9a-z期])");
  private static final Pattern HEADING = Pattern.compile("(?<![a-z])(yp|yc|c|p|r)tnm");
  private static final Pattern QUIET =
      Pattern.compile(
          "(?:tnm|ajcc|uicc|stage|分期|临床|病理|诊断|乳腺癌|乳癌|左|右|侧|期|dcis|paget|paget's|[0-9]版|第[0-9]版|\\([^)]*\\)|[\\s,;:.()\\[\\]/?·o-])*");
  private static final Pattern SITE =
      Pattern.compile(
          "[\\s(\\[:,;.]*(?:$|.*[骨肺肝脑膜胸腹髓肾卵皮转淋结软]|.*(?:oss|pul|hep|bra|lym|mar|ple|per|adr|ski|oth).*).*");
  private static final Pattern BETWEEN = Pattern.compile("[\\s,;:./·-]*");
  private static final Pattern NOTE = Pattern.compile("[\\s,]*\\([^()]{0,20}\\)");

  private static final Pattern BRACKETED = Pattern.compile("\\(([^()]{1,20})\\)");

  private static final Set<StageContext> AFTER_TREATMENT =
      EnumSet.of(
          StageContext.POST_THERAPY_CLIN, StageContext.POST_THERAPY_PATH, StageContext.RECURRENCE);

  private String prefix = "";
  private final List<Answer<TCat>> ts = new ArrayList<>();
  private final List<Answer<NCat>> ns = new ArrayList<>();
  private final List<Answer<MCat>> ms = new ArrayList<>();
  private final List<Answer<StageGroup>> groups = new ArrayList<>();
  private boolean chinese;
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
      if (end < 0) {
        break;
      }
      strings.add(found);
      from = end;
    }
    return strings;
  }

  Optional<StageContext> context() {
    Matcher heading = HEADING.matcher(before);
    return switch (prefix.isEmpty() && heading.find() ? heading.group(1) : prefix) {
      case "c" -> Optional.of(StageContext.CLINICAL);
      case "p" -> Optional.of(StageContext.PATHOLOGIC);
      case "yp", "py" -> Optional.of(StageContext.POST_THERAPY_PATH);
      case "yc", "cy" -> Optional.of(StageContext.POST_THERAPY_CLIN);
      case "r" -> Optional.of(StageContext.RECURRENCE);
      default -> Optional.empty();
    };
  }

  boolean afterTreatment() {
    return context().filter(AFTER_TREATMENT::contains).isPresent();
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
    int start = -1;
    int at = from;
    int end = from;
    while (at < text.length()) {
      int next = category(text, at);
      if (next < 0 && start < 0) {
        at++;
      } else if (next < 0) {
        int gap = gap(text, at);
        if (gap < 0) {
          break;
        }
        at = gap;
      } else {
        start = start < 0 ? at : start;
        end = next;
        at = next;
      }
    }
    if (start < 0) {
      return -1;
    }
    before = text.substring(from, start);
    int following = nextStart(text, end);
    within = text.substring(start, end);
    after = text.substring(end, following);
    return following;
  }

  /** Where the next string starts, or the end of the text. */
  private static int nextStart(String text, int end) {
    for (int at = end; at < text.length(); at++) {
      if (new TnmString().category(text, at) >= 0) {
        return at;
      }
    }
    return text.length();
  }

  /** Past separators, or a note in brackets, or a stray letter O that was a bullet. */
  private int gap(String text, int at) {
    Matcher between = BETWEEN.matcher(text).region(at, text.length());
    if (between.lookingAt() && between.end() > at) {
      return between.end();
    }
    Matcher note = NOTE.matcher(text).region(at, text.length());
    if (note.lookingAt()) {
      return groups.isEmpty() && new TnmString().category(text, at + 1) >= 0 ? at + 1 : note.end();
    }
    if ("()[]".indexOf(text.charAt(at)) >= 0 && at + 1 < text.length()) {
      return new TnmString().category(text, at + 1) >= 0 ? at + 1 : -1;
    }
    return text.charAt(at) == 'o' && !ms.isEmpty() ? at + 1 : -1;
  }

  /** The end of the category that stands at a position and was taken in; -1 if none does. */
  private int category(String text, int at) {
    boolean glued = at > 0 && isLetterOrDigit(text.charAt(at - 1)) && categories() == 0;
    boolean bullet = glued && at == 1 && "ou".indexOf(text.charAt(0)) >= 0;
    if (glued && !bullet) {
      return -1;
    }
    int from = at;
    String foundPrefix = "";
    Matcher lead = PREFIX.matcher(text).region(at, text.length());
    if (lead.lookingAt()) {
      foundPrefix = lead.group(1);
      from = lead.end();
    }
    boolean fresh = categories() == 0;
    int end = -1;
    if (ns.isEmpty() && ms.isEmpty() && groups.isEmpty()) {
      end = t(text, from);
    }
    if (end < 0 && ms.isEmpty()) {
      end = n(text, from);
    }
    if (end < 0) {
      end = m(text, from, foundPrefix, fresh);
    }
    if (end < 0 && lead.reset().region(at, text.length()).lookingAt()) {
      return -1;
    }
    if (end < 0) {
      return group(text, at);
    }
    if (fresh) {
      prefix = foundPrefix;
    }
    return end;
  }

  private int t(String text, int at) {
    Matcher t = T.matcher(text).region(at, text.length());
    if (!t.lookingAt() || text.startsWith("tnm", at)) {
      return -1;
    }
    String digit = t.group(1);
    boolean micro =
        t.group(2) != null && (t.group(2).startsWith("mi") || t.group(2).startsWith("微"));
    String letter = t.group(2) == null || micro ? "" : t.group(2);
    int end = t.end();
    if (end < text.length() && Character.isDigit(text.charAt(end)) && !digit.equals("is")) {
      return -1;
    }
    boolean ofNext =
        "cp".contains(letter) && end < text.length() && "nm".indexOf(text.charAt(end)) >= 0;
    if (!letter.isEmpty() && ofNext && !BreastTnm.hasT(digit + letter)) {
      letter = "";
      end--;
    }
    ts.add(BreastTnm.t(digit, micro ? "mi" : letter));
    return end;
  }

  private int n(String text, int at) {
    Matcher n = N.matcher(text).region(at, text.length());
    if (!n.lookingAt() || ts.isEmpty() && goesOn(text, n.end())) {
      return -1;
    }
    String digit = n.group(2);
    String letter = n.group(3) == null ? "" : n.group(3).startsWith("mi") ? "mi" : n.group(3);
    String cells = n.group(4) == null ? "" : n.group(4).replace(" ", "");
    int end = n.end();
    if (end < text.length() && Character.isDigit(text.charAt(end))) {
      return -1;
    }
    boolean ofNext = letter.equals("c") && end < text.length() && text.charAt(end) == 'm';
    if (ofNext && !BreastTnm.hasN(digit + letter)) {
      letter = "";
      end--;
    }
    ns.add(BreastTnm.n(digit, letter + (cells.endsWith("+)") ? cells : "")));
    return end;
  }

  private int m(String text, int at, String lead, boolean fresh) {
    Matcher m = M.matcher(text).region(at, text.length());
    if (!m.lookingAt() || fresh && goesOn(text, m.end())) {
      return -1;
    }
    int end = m.end();
    if (end < text.length() && Character.isDigit(text.charAt(end))) {
      return -1;
    }
    String digit = m.group(2);
    boolean pathologic = lead.equals("p") || "p".equals(m.group(1));
    ms.add(
        m.group(4) != null && !digit.equals("x")
            ? Answer.unreadable(Remark.CONFLICT)
            : BreastTnm.m(digit, m.group(3) != null, pathologic, m.group(5) != null));
    return end;
  }

  private int group(String text, int at) {
    Matcher group = GROUP.matcher(text).region(at, text.length());
    if (!group.lookingAt()
        || categories() == 0 && at > 0 && "第".indexOf(text.charAt(at - 1)) >= 0) {
      return -1;
    }
    String roman = group.group(1);
    String letter = "";
    if (roman != null) {
      letter = group.group(2) == null ? "" : group.group(2);
      roman = roman.equals("1v") || roman.equals("lv") ? "iv" : roman;
    } else if (group.group(3) != null) {
      roman = List.of("0", "i", "ii", "iii", "iv").get(Integer.parseInt(group.group(3)));
      letter = group.group(4) == null ? "" : group.group(4);
    } else {
      roman = List.of("0", "i", "ii", "iii", "iv").get("零一二三四".indexOf(group.group(5)));
      letter = group.group(6) == null ? "" : group.group(6);
      chinese = true;
    }
    groups.add(BreastTnm.group(roman, letter));
    return group.end();
  }

  /** True if a Latin word goes on there, so that its first letters are no category. */
  private static boolean goesOn(String text, int at) {
    return at < text.length() && "efghjklnqrstuvwxz".indexOf(text.charAt(at)) >= 0;
  }

  private static boolean isLetterOrDigit(char c) {
    return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
  }
}
