package org.denovo.normalise;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.denovo.normalise.Origin.Label;

/**
 * A stretch of a folded result and its origin: {@code 穿刺:80%;术后:10%} and {@code 2+ (3+ outside)}
 * are two stretches each.
 */
record Provenance(Origin origin, String text) {

  private static final Alternatives<Label> LABELS =
      new Alternatives<>(
          "[阳阴内外自良对生淋癌正导小原浸左右同侧腋前锁颈肝肺骨脑胸皮卵远椎转复腹心乳穿空粗活术治化用新初手大切根会我本当]|(?<![a-z])[bcdeilmnoprs]",
          List.of(
              Map.entry(
                  "(?:阳性|阴性|内部?|外部?|自身|良性)*对照(?:组织)?(?:良好|成立|有效|正常|存在)?|(?:internal )?controls?",
                  Label.CONTROL),
              Map.entry("(?:生发中心|淋巴滤泡|(?:癌旁)?正常(?:乳腺|导管|组织)*|癌旁组织?)", Label.CONTROL),
              Map.entry(
                  "(?:导管|小叶|导管内)?原位癌(?:成分|区域?)?|导管内癌(?:成分)?|dcis(?:成分)?|in situ", Label.IN_SITU),
              Map.entry("浸润(?:性)?(?:导管|小叶)?癌?(?:成分|区域?|灶)?|invasive", Label.INVASIVE),
              Map.entry(
                  "(?:左|右|同侧|对侧|侧|腋窝|腋下|前哨|锁骨上|内乳|颈部?)*淋巴结(?:转移(?:灶|癌)?)?|lymph nodes?|node",
                  Label.NODE),
              Map.entry(
                  "(?:肝|肺|骨|脑|胸壁|皮肤|卵巢|远处|椎体)脏?转移(?:灶|癌|病灶|性癌)?|转移(?:灶|癌|病灶|性癌)|复发灶|(?:肝|肺|骨|脑)脏?(?=\\s*(?:穿刺|活检|[:0-3+-]|e-?r|pr|her|c-?erb|ki))|胸水|腹水|(?:胸腔|腹腔|心包)积液|metasta(?:sis|tic site|tic)",
                  Label.METASTASIS),
              Map.entry(
                  "原发(?:灶|病灶|肿瘤)?|乳[腺房](?:肿物|肿块|原发灶|病灶)?(?=穿刺|活检|粗针|空芯)|primary(?: tumou?r)?",
                  Label.PRIMARY),
              Map.entry(
                  "(?:穿刺|空芯针|粗针)(?:活检)?|活检|术前|(?:治疗|化疗|用药|新辅助(?:治疗|化疗)?)前|初诊时?|(?:core )?biopsy|pre-?(?:treatment|operative|nac)",
                  Label.BEFORE),
              Map.entry(
                  "术后|手术|大标本|切除标本|根治标本|(?:治疗|化疗|用药|新辅助(?:治疗|化疗)?)后|surg(?:ery|ical)|post-?(?:treatment|operative|nac)|resection|excision",
                  Label.AFTER),
              Map.entry("外院|外单位|外地|当地(?:医院)?|outside", Label.OUTSIDE),
              Map.entry("我院|本院|我科|本科|会诊|复核|复检|own(?![a-z])", Label.OWN),
              Map.entry("左(?!右)(?:侧|乳腺|乳)*|left", Label.LEFT),
              Map.entry("(?<!左)右(?:侧|乳腺|乳)*|right", Label.RIGHT)));

  /** One of these stands in every label; most results have none. */
  private static final String TRACES = "院单当穿针活术前后标初原转复淋浸导左右照癌会科本水积肝肺骨脑正";

  private static final List<String> LATIN_TRACES =
      List.of(
          "control",
          "dcis",
          "situ",
          "invasive",
          "node",
          "metasta",
          "primary",
          "biopsy",
          "pre",
          "post",
          "surg",
          "resec",
          "excis",
          "outside",
          "own",
          "left",
          "right");

  /** What may stand between labels, or between a label and its result, and says nothing. */
  private static final Pattern NOISE =
      Pattern.compile("\\s*(?:标本|组织|病理|肿物|肿块|免疫组化|结果|示|的|,(?=\\s*[a-z]))*\\s*");

  /** What follows a label that stands in front: a colon, a name or a value. */
  private static final Pattern RESULT =
      Pattern.compile(
          "[:(\\[]*\\s*(?:[<>≤≥~≈+±-]|约|[0-9](?![0-9]*\\s*/\\s*[0-9])(?![0-9.]*[年月周天个])|阳|阴|强|弱|中[等度]|低|高|热点|平均|无|未|不|pos|neg|weak|strong|mod|e-?r|pr|pg|her|c?-?erb|ki|mib|hr|fish|ish|ihc|雌|孕|激素|三阴|luminal|扩增|:)");

  private static final Pattern CLAUSE_END =
      Pattern.compile("\\s*(?:标本|组织|病理)*\\s*(?:$|[),;/.\\]])");

  /** A day or month of a report; no result is so long a number with such separators. */
  private static final Pattern DATE =
      Pattern.compile(
          "(?<![0-9])(?:19|20)[0-9]{2}(?:[年./-][0-9]{1,2}(?:[月./-](?:[0-9]{1,2}日?)?)?|年)(?![0-9%])");

  /** Before treatment, and after: 80%→10%. */
  private static final Pattern ARROW = Pattern.compile("→|->|变为|转为|[降升](?:低|高)?[至到为]");

  private static final Pattern BRACKET = Pattern.compile("\\([^()]*\\)?");

  /** The stretches of a text in their order, dates left out; one if it speaks of one origin. */
  static List<Provenance> of(String text) {
    String undated = text.indexOf("20") < 0 && text.indexOf("19") < 0 ? text : undated(text);
    List<Mark> marks = mayBeLabelled(undated) ? marks(undated) : List.of();
    if (marks.isEmpty()) {
      return arrow(undated);
    }
    List<Provenance> stretches = new ArrayList<>();
    Set<Label> labels = EnumSet.noneOf(Label.class);
    int from = 0;
    for (Mark mark : marks) {
      if (mark.start() < from) {
        continue;
      }
      String before = undated.substring(from, mark.start());
      if (!mark.leads()) {
        labels.addAll(mark.labels());
      }
      add(stretches, labels, before);
      labels = EnumSet.noneOf(Label.class);
      if (mark.leads()) {
        labels.addAll(mark.labels());
      }
      from = mark.end();
    }
    add(stretches, labels, undated.substring(from));
    return stretches;
  }

  /** A run of labels; it leads what follows or closes what stands before. */
  private record Mark(Set<Label> labels, int start, int end, boolean leads) {}

  private static boolean mayBeLabelled(String text) {
    return text.chars().anyMatch(c -> TRACES.indexOf(c) >= 0)
        || LATIN_TRACES.stream().anyMatch(text::contains);
  }

  private static List<Provenance> arrow(String text) {
    if (text.chars().noneMatch(c -> "→>为降升".indexOf(c) >= 0)) {
      return List.of(new Provenance(Origin.UNSAID, text));
    }
    String[] sides = ARROW.split(text, -1);
    boolean one = sides.length == 2 && !sides[0].isBlank() && !sides[1].isBlank();
    return one
        ? List.of(
            new Provenance(Origin.of(Set.of(Label.BEFORE)), sides[0]),
            new Provenance(Origin.of(Set.of(Label.AFTER)), sides[1]))
        : List.of(new Provenance(Origin.UNSAID, text));
  }

  private static String undated(String text) {
    return DATE.matcher(text).replaceAll(" ");
  }

  private static void add(List<Provenance> stretches, Set<Label> labels, String text) {
    boolean empty = text.chars().allMatch(c -> " ,;:./()[]".indexOf(c) >= 0);
    if (!empty) {
      stretches.add(new Provenance(Origin.of(labels), text));
    }
  }

  private static List<Mark> marks(String text) {
    List<Mark> marks = new ArrayList<>();
    Alternatives<Label>.Walk walk = LABELS.over(text);
    int at = 0;
    while (walk.from(at)) {
      int start = walk.start();
      if (isInsideWord(text, start)) {
        at = start + 1;
        continue;
      }
      Set<Label> labels = EnumSet.noneOf(Label.class);
      int end = start;
      OptionalInt next = walk.at(start);
      while (next.isPresent()) {
        labels.add(walk.value());
        end = next.getAsInt();
        next = walk.at(end(NOISE, text, end));
      }
      int content = end(NOISE, text, end);
      if (goesOn(text, end)) {
        at = end;
      } else if (matches(RESULT, text, content)) {
        bracketOf(text, start, end)
            .ifPresent(open -> marks.add(new Mark(Set.of(), open, open, true)));
        marks.add(new Mark(labels, start, content, true));
        at = content;
        if (labels.contains(Label.CONTROL)) {
          int close = clauseEnd(text, content);
          marks.add(new Mark(Set.of(), close, close, true));
        }
      } else if (start > 0 && matches(CLAUSE_END, text, end)) {
        bracketOf(text, start, end)
            .ifPresent(open -> marks.add(new Mark(Set.of(), open, open, true)));
        // A control that is in order says nothing of what stands before it.
        boolean control = labels.contains(Label.CONTROL);
        marks.add(new Mark(control ? Set.of() : labels, start, end, control));
        at = end;
      } else {
        at = end;
      }
    }
    return marks;
  }

  /**
   * Where the bracket opens that holds a label together with a result, if one stands before it: 2+
   * (3+ outside).
   */
  private static OptionalInt bracketOf(String text, int start, int end) {
    Matcher bracket = BRACKET.matcher(text);
    while (bracket.find()) {
      if (bracket.start() < start && end <= bracket.end()) {
        String inside =
            text.substring(bracket.start() + 1, start) + text.substring(end, bracket.end());
        boolean holdsResult = inside.chars().anyMatch(c -> " ,;:()".indexOf(c) < 0);
        boolean behindResult = bracket.start() > 0;
        return holdsResult && behindResult ? OptionalInt.of(bracket.start()) : OptionalInt.empty();
      }
    }
    return OptionalInt.empty();
  }

  /** A control's result ends with its clause. */
  private static int clauseEnd(String text, int from) {
    int end = from;
    while (end < text.length() && ",;".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private static boolean isInsideWord(String text, int start) {
    if (start == 0) {
      return false;
    }
    char before = text.charAt(start - 1);
    boolean latin = isLatin(before) && isLatin(text.charAt(start));
    return latin
        || Character.UnicodeScript.of(before) == Character.UnicodeScript.HAN
            && before != '阳'
            && before != '性';
  }

  private static boolean goesOn(String text, int end) {
    return end < text.length() && isLatin(text.charAt(end - 1)) && isLatin(text.charAt(end));
  }

  private static boolean isLatin(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean matches(Pattern pattern, String text, int at) {
    return pattern.matcher(text).region(at, text.length()).lookingAt();
  }

  private static int end(Pattern pattern, String text, int at) {
    Matcher matcher = pattern.matcher(text).region(at, text.length());
    return matcher.lookingAt() ? matcher.end() : at;
  }
}
