package org.denovo.normalise;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words and numbers of one stain's result, without the stain's name. A text with a word in it
 * that the grammar does not know has no reading at all: it might turn the meaning round.
 *
 * @param plusses how many plus signs stand together, 0 if none
 * @param bare numbers without a percent sign
 */
record Stain(Set<Word> words, int plusses, List<Amount> percents, List<Amount> bare) {

  /** What a word of a result says. */
  enum Word {
    POSITIVE,
    NEGATIVE,
    EQUIVOCAL,
    SUSPECTED,
    WEAK,
    MODERATE,
    STRONG,
    SOME,
    MOST,
    LOW,
    HIGH,
    HOT_SPOT,
    AVERAGE,
    FILLER
  }

  /** In the order in which they are tried: the longer wording before the shorter. */
  private static final Alternatives<Word> WORDS =
      new Alternatives<>(
          List.of(
              word("[+]\\s?/\\s?-|[+]-|-/[+]|±|临界|indeterminate|equivocal", Word.EQUIVOCAL),
              word("可疑|疑似|不确定|疑(?=阳)|[?]", Word.SUSPECTED),
              word("low[\\s-]?(positive|expression)|低(表达|阳性?)", Word.LOW),
              word("高表达|过表达|high( expression)?|高增殖(活性)?|活跃", Word.HIGH),
              word("低增殖(活性)?|low", Word.LOW),
              word(
                  "(完全)?阴性?|negative|neg(?![a-z])|-ve(?![a-z])|absent|not detected|(无|不|未见?)(表达|着色|染色|阳性)|失表达|表达缺失",
                  Word.NEGATIVE),
              word(
                  "(?<!非)热点?区?域?|hot[\\s-]?spots?|最高处?|局灶(处)?达|局部(区域)?达?|最高区域?|高达|up to",
                  Word.HOT_SPOT),
              word("平均值?|均值|average|mean", Word.AVERAGE),
              word(
                  "个别|散在|灶状|局灶性?|小灶|灶性?|部分(区域)?|少量|少数|偶见|极少数?|极个别|少许|focal(?:ly)?|scattered|rare|few",
                  Word.SOME),
              word("弥漫性?|(几乎)?全部|绝?大部分|绝?大多数|多数|diffuse(?:ly)?|most", Word.MOST),
              word("[极微]?弱(?:表达)?|weakly|weak", Word.WEAK),
              word("中等|中度|中|moderately|moderate", Word.MODERATE),
              word("强|strongly|strong", Word.STRONG),
              word("阳性?|positive|pos(?:it)?(?![a-z])|[+]ve(?![a-z])", Word.POSITIVE),
              word(
                  "(肿瘤|癌)?细胞(数|核)?|阳性率|(染色|着色|表达)?(强度|程度)|intensity|stain(?:ing|ed)?|nuclear|染色|不?均[一匀]|不等|由|从|着色|表达|核|增殖(活性|指数)?|约占|占|为|达|均|呈|ihc|免疫组化(结果|示)?|结果|示|到|至|to|cells?|of|in|with|nuclei|(?:tumou?r|neoplastic|cancer)|度|百分比|比例|率|性|可见|见|有|状态|区域?|处|的|是|浸润癌?|浸润性癌|原发灶?|乳腺癌?|ov|and|%",
                  Word.FILLER),
              word(
                  "\\((?:克隆号?|clone)?[:\\s]*(?:sp1|sp2|1d5|6f11|1e2|16|pgr636|ep1|mib-?1)\\)|(?:克隆号?|clone)?[:\\s]*(?:sp1|sp2|1d5|6f11|1e2|pgr636|ep1)(?![a-z0-9])",
                  Word.FILLER),
              word("[\\s,;:.()\\[\\]/=·~&|]+", Word.FILLER)));

  /** 2-3+, ++~+++: from one strength to the next. */
  private static final Pattern PLUS_RANGE =
      Pattern.compile(
          "(?:[1-3][+]?|[+]{1,3}(?=\\s*[~至到])|[+]{2,3})\\s*[-~至到/]\\s*(?:([1-3])[+](?![0-9%])|([+]{2,3})(?![+]))");

  private static final Pattern PLUSSES = Pattern.compile("[+]{1,4}(?![+])");
  private static final Pattern DIGIT_PLUS = Pattern.compile("([1-4一二三四])\\s?(?:[+](?!%)|个?加号?)");
  private static final Pattern MINUS = Pattern.compile("-{1,2}(?![0-9])");

  /** The result that a text says, if every word of it is known. */
  static Optional<Stain> of(String text) {
    Parse parse = new Parse(text);
    return parse.all()
        ? Optional.of(new Stain(parse.words, parse.plusses, parse.percents, parse.bare))
        : Optional.empty();
  }

  /** A walk over a text, from one thing that it says to the next. */
  private static final class Parse {

    private final String text;
    private final Alternatives<Word>.Walk walk;
    private final Set<Word> words = EnumSet.noneOf(Word.class);
    private final List<Amount> percents = new ArrayList<>();
    private final List<Amount> bare = new ArrayList<>();
    private int plusses;

    Parse(String text) {
      this.text = text;
      this.walk = WORDS.over(text);
    }

    /** True if the whole text was understood. */
    boolean all() {
      int at = 0;
      while (at >= 0 && at < text.length()) {
        at = text.charAt(at) == ' ' ? at + 1 : next(at);
      }
      return at >= 0;
    }

    private int next(int at) {
      char c = text.charAt(at);
      int end = "123+".indexOf(c) >= 0 ? plusRange(at) : -1;
      if (end < 0 && "1234一二三四".indexOf(c) >= 0) {
        end = digitPlus(at);
      }
      if (end < 0) {
        end = amount(at);
      }
      if (end < 0) {
        end = word(at);
      }
      if (end < 0 && c == '+') {
        end = plusses(at);
      }
      return end < 0 && c == '-' ? minus(at) : end;
    }

    private int plusRange(int at) {
      Matcher range = looking(PLUS_RANGE, text, at);
      if (range == null) {
        return -1;
      }
      boolean digit = range.group(1) != null;
      return positive(
          digit ? range.group(1).charAt(0) - '0' : range.group(2).length(), range.end());
    }

    private int digitPlus(int at) {
      Matcher digitPlus = looking(DIGIT_PLUS, text, at);
      if (digitPlus == null) {
        return -1;
      }
      int count = "一二三四".indexOf(digitPlus.group(1)) + 1;
      return positive(count > 0 ? count : digitPlus.group(1).charAt(0) - '0', digitPlus.end());
    }

    private int plusses(int at) {
      Matcher plus = looking(PLUSSES, text, at);
      return plus == null ? -1 : positive(Math.max(plusses, plus.end() - at), plus.end());
    }

    private int positive(int count, int end) {
      plusses = count;
      words.add(Word.POSITIVE);
      return end;
    }

    private int amount(int at) {
      Optional<Amount> amount = Amount.at(text, at);
      amount.ifPresent(found -> (found.percent() ? percents : bare).add(found));
      return amount.map(Amount::end).orElse(-1);
    }

    private int word(int at) {
      OptionalInt end = walk.at(at);
      if (end.isPresent()) {
        words.add(walk.value());
      }
      return end.orElse(-1);
    }

    /** Between two strengths, or after a number whose sign got lost, the stroke is a dash. */
    private int minus(int at) {
      Matcher minus = looking(MINUS, text, at);
      if (minus == null) {
        return -1;
      }
      boolean dash = words.contains(Word.MODERATE) || words.contains(Word.WEAK);
      words.add(dash ? Word.FILLER : Word.NEGATIVE);
      return minus.end();
    }
  }

  boolean says(Word word) {
    return words.contains(word);
  }

  /** True if it says one of the strengths. */
  boolean hasStrength() {
    return says(Word.WEAK) || says(Word.MODERATE) || says(Word.STRONG);
  }

  private static Matcher looking(Pattern pattern, String text, int at) {
    Matcher matcher = pattern.matcher(text).region(at, text.length());
    matcher.useTransparentBounds(true);
    return matcher.lookingAt() ? matcher : null;
  }

  private static Map.Entry<String, Word> word(String pattern, Word word) {
    return Map.entry(pattern, word);
  }
}
