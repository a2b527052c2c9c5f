package org.denovo.normalise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A stain of a pathology line, and the names under which it goes. */
enum Marker {
  // A letter O in front is a bullet that lost its form in an export.
  HER2(
      "(?<![a-z])o?(?:her\\s?-?\\s?2(?:\\s?[/-]?\\s?neu)?|c?-?er-?b-?b?-?\\s?2(?:\\s?[/-]?\\s?neu)?|c-?erb-?b?(?![a-z0-9])|人表皮生长因子受体-?2|human epidermal growth factor receptor 2)(?:蛋白)?"),
  KI67(
      "(?<![a-z])o?(?:ki\\s?[_-]?\\s?67|mib\\s?-?\\s?1|增殖指数|增殖指标)(?:\\s?(?:标记指数|增殖指数|指数|(?:labell?ing|proliferation)?\\s?index|li))?o?(?:\\(mib-?1\\))?"),
  ER(
      "(?<![a-z]|急诊)o?(?:(?:雌激素受体|o?estrogen receptors?)(?:\\s?[(,]?er\\)?)?|er-?α|er)(?![a-z]|-?β|-?beta)"),
  PR(
      "(?<![a-z]|疗效|评价|疗效评价|疗效:|评价:)o?(?:(?:孕(?:激素|酮)受体|progesterone receptors?)(?:\\s?[(,]?pg?r\\)?)?|pg?r)(?![a-z]|间期|[0-9]*期)"),
  HORMONE("(?<![a-z])(?:激素受体|hr)(?![a-z])"),
  TRIPLE("三阴(?:性|型)?(?:乳腺癌)?|(?<![a-z])(?:tnbc|triple[\\s-]?negative)(?![a-z])"),
  OTHER(
      "(?<![a-z])o?(?:ercc1|ar|p-?[0-9]{2,3}[a-z]?|egfr|ck[0-9]+(?:/[0-9]+)*|gata-?3|e-?cad(?:herin)?|top[a-z]*-?(?:ii|2)?[aα]?|cyclin\\s?d?[0-9]?|vegf(?:r?[0-9-]*)|pd-?l?-?1|cd\\s?[0-9]+|syn|cga|trps-?1|gcdfp-?15|mammaglobin|sox-?[0-9]+|s-?100|calponin|sma|bcl-?2|ps2|brca[12]?|nm23|mdr1?|cr|cea|ema|hck|lck|nse|ttf-?1|wt-?1|tff1|tubb3|cbx2|pi3k|pten|fish(?=探针)|her-?[134]|erbb?-?[34]|muc-?[0-9a-z]+|fox[a-z]?[0-9]|cam-?5\\.?2|ae1(?:/ae?3)?|vim(?:entin)?|hmb-?45|pax-?[0-9]|mlh-?1|msh-?[26]|pms-?2|d2-?40|sm-?mhc|desmin|chromogranin|inhibin|napsin(?:-?a)?|villin|cdx-?2|sall-?4|oct-?[34]|[βαn]?-?catenin|[pn]-?cad(?:herin)?|ck-?pan|pan-?ck|ck|mum-?1|lca|cps|tps|tils?|stils?|trk|alk|ros-?1|braf|kras|fgfr-?[0-9]|igf-?1r?|arid1a|bap-?1|ini-?1|mammoglobin|gcdfp|androgen receptor|雄激素受体)(?![a-z])");

  private static final Predicate<String> HAS_DIGIT = Pattern.compile("[0-9]").asPredicate();

  private static final Predicate<String> IS_SIGN =
      Pattern.compile("阳性?|阴性?|[+-]|pos(?:itive)?|neg(?:ative)?").asMatchPredicate();

  private static final Alternatives<Marker> NAMES =
      new Alternatives<>(
          "[雌孕激三增人雄α-ω]|(?<![a-z])[a-z]",
          Arrays.stream(values()).map(marker -> Map.entry(marker.names, marker)).toList());

  /** Notes in brackets, and the type that has no special features. */
  private static final Pattern ASIDE = Pattern.compile("\\([^()]*\\)|[非无]特殊类?型?|非特指型?");

  private static final Pattern TURNING =
      Pattern.compile("转移灶|转移性|淋巴结|原位癌|复发灶|metasta|(?<![a-z])ngs|测序|pcr|oncotype|[无非不未否疑]");

  private static final Pattern JOINING =
      Pattern.compile(
          "-(?=[0-9]|sp1|ep1|1d5|pos|neg|weak|strong|low|ultra|high|fish|ish|阳|阴|弱|强|中|高|低|约)");

  private static final Pattern NOTHING = Pattern.compile("[\\s/,;&和及与、(]*");

  private final String names;

  Marker(String names) {
    this.names = names;
  }

  /**
   * A stretch of a line and the markers that it speaks of, in their order; none for what stands
   * before the first.
   */
  record Part(List<Marker> markers, String text) {

    Part {
      markers = List.copyOf(markers);
    }

    /**
     * What the stretch says of one of its markers: all of it where the markers share one result,
     * its own piece of {@code ER/PR: 90%/80%}; none where the pieces do not match the markers.
     */
    Optional<String> of(Marker marker) {
      if (markers.size() == 1) {
        return Optional.of(text);
      }
      if (text.indexOf('/') < 0) {
        String[] signs = text.replaceAll("[:()\\s;.]", "").split(",");
        boolean each = signs.length == markers.size() && Arrays.stream(signs).allMatch(IS_SIGN);
        return Optional.of(each ? signs[markers.indexOf(marker)] : text);
      }
      String[] pieces = text.replaceAll("[:()\\s;.]", "").split("/");
      long withNumber = Arrays.stream(pieces).filter(HAS_DIGIT).count();
      boolean alike = withNumber == 0 || withNumber == pieces.length;
      return pieces.length == markers.size() && alike
          ? Optional.of(pieces[markers.indexOf(marker)])
          : Optional.empty();
    }
  }

  /**
   * True if what stands right before the first name denies what follows, or speaks of a metastasis.
   */
  static boolean isTurned(List<Part> parts) {
    if (parts.isEmpty() || !parts.get(0).markers().isEmpty()) {
      return false;
    }
    String lead = ASIDE.matcher(parts.get(0).text()).replaceAll("");
    if (Hybridisation.speaksOfGene(lead)) {
      return false;
    }
    String clause = lead.substring(Math.max(lead.lastIndexOf(','), lead.lastIndexOf(';')) + 1);
    return parts.size() > 1 && TURNING.matcher(clause).find();
  }

  /** Past a hyphen that only joins the name with its result: HER2-positive, ER-90%. */
  private static int afterHyphen(String line, int end) {
    Matcher hyphen = JOINING.matcher(line).region(end, line.length());
    hyphen.useTransparentBounds(true);
    return hyphen.lookingAt() ? hyphen.end() : end;
  }

  /** The line cut at the names; a name with nothing behind it shares the next one's result. */
  static List<Part> split(String line) {
    List<Part> parts = new ArrayList<>();
    List<Marker> names = new ArrayList<>();
    int from = 0;
    Alternatives<Marker>.Walk walk = NAMES.over(line);
    while (walk.from(from)) {
      Marker marker = walk.value();
      String between = line.substring(from, walk.start());
      if (!names.isEmpty() && NOTHING.matcher(between).matches()) {
        if (!names.contains(marker)) {
          names.add(marker);
        }
      } else {
        if (!names.isEmpty() || !between.isBlank()) {
          parts.add(new Part(names, between));
        }
        names = new ArrayList<>(List.of(marker));
      }
      from = afterHyphen(line, walk.end());
    }
    String rest = line.substring(from);
    if (!names.isEmpty() || !rest.isBlank()) {
      parts.add(new Part(names, rest));
    }
    return parts;
  }
}
