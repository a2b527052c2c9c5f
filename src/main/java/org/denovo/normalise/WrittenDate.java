package org.denovo.normalise;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.denovo.mapping.Meaning.DateOrder;
import org.denovo.record.Answer;
import org.denovo.record.PartialDate;
import org.denovo.record.Remark;

/**
 * A date as people write it.
 *
 * @param spelling the folded text
 * @param order the order that the mapping names for numeric dates
 * @param ofBirth true for a birth date, whose century is guessed otherwise
 */
record WrittenDate(String spelling, DateOrder order, boolean ofBirth) {

  private static final int EARLIEST = 1900;
  private static final int LATEST = 2100;

  private static final String S = "\\s?[-./, ·_\\\\]\\s?";
  private static final String PART = "([0-9]{1,2}|[?x]{1,2})";
  private static final Pattern WEEKDAY =
      Pattern.compile(
          "\\(?(?:星期|周)[一二三四五六日天]\\)?|(?<![a-z])(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[ ,]*");
  private static final Pattern LEAD =
      Pattern.compile(
          "^(?:于|约|大约|确诊|诊断|首诊|初诊|首次|手术|末次|最后|随访|死亡|出生|生日|活检|穿刺|外院|我院|本院|日期|时间|[:( ])+(?=[0-9])");
  private static final Pattern YMD =
      Pattern.compile("([0-9]{4})" + S + PART + S + PART + "(?![0-9?x])");
  private static final Pattern CHINESE_YMD =
      Pattern.compile(
          "([0-9]{4}|[0-9]{2})\\s?年\\s?([0-9]{1,2}|[?x]{1,2})\\s?月\\s?([0-9]{1,2}|[?x]{1,2}(?=\\s?[日号]))(?![0-9])");
  private static final Pattern COMPACT = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})(?![0-9])");
  private static final Pattern YM =
      Pattern.compile("([0-9]{4})(?:" + S + "|\\s?年\\s?)([0-9]{1,2}|[?]{1,2})(?![0-9])\\s?月?");
  private static final Pattern SHORT_YM =
      Pattern.compile("([0-9]{2})\\s?年\\s?([0-9]{1,2})(?![0-9])\\s?月");
  private static final Pattern MY =
      Pattern.compile("([0-9]{1,2})[-./]((?:19|20)[0-9]{2})(?![0-9]|[-./][0-9])");
  private static final Pattern COMPACT_YM =
      Pattern.compile("((?:19|20)[0-9]{2})([0-9]{2})(?![0-9])");
  private static final Pattern Y = Pattern.compile("([0-9]{4})(?![0-9])\\s?年?");
  private static final Pattern LOST_ZERO = Pattern.compile("[0-9]{4}[.]1");
  private static final Pattern THREE =
      Pattern.compile("([0-9]{1,2})[-./]([0-9]{1,2})[-./]([0-9]{4}|[0-9]{1,2})(?![0-9])");
  private static final String MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[.]?";
  private static final Pattern Y_MONTH_D =
      Pattern.compile("([0-9]{4})[-/ ]" + MONTH + "[-/ ]([0-9]{1,2})(?![0-9])");
  private static final Pattern D_MONTH_Y =
      Pattern.compile(
          "([0-9]{1,2})(?:st|nd|rd|th)?[-/ ]?" + MONTH + "[-/ ,]*([0-9]{4}|[0-9]{2})(?![0-9])");
  private static final Pattern MONTH_D_Y =
      Pattern.compile(MONTH + " ([0-9]{1,2})(?:st|nd|rd|th)?[ ,]+([0-9]{4})(?![0-9])");
  private static final Pattern MONTH_Y = Pattern.compile(MONTH + "[- ,]+([0-9]{4})(?![0-9])");
  private static final Pattern MONTH_TWO =
      Pattern.compile("(?:" + MONTH + "|[0-9]{1,2}月)[- ]([0-9]{2})");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private static final Pattern TIME =
      Pattern.compile("[ t]?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.][0-9]+)?)?(?: ?[ap]m|z)?");
  private static final Pattern VAGUE =
      Pattern.compile("份?[上中下]旬|年?(?:初|底|末|春|夏|秋|冬|中(?!国))季?|年?[上下]半年|年?第?[一二三四1-4]季度|q[1-4]");
  private static final Pattern MORE =
      Pattern.compile(
          "\\s?(?:-{1,2}|~|至|到|,|;|/|和|及|→| )\\s?(?:[0-9]{4}(?:[-./,"
              + " ]|年).*|[0-9]{1,2}(?:[./-]|月)[0-9]{1,2}日?.*|今|现在|目前)");
  private static final Pattern NOTE =
      Pattern.compile("[\\s,;.]*(?:\\([^()]{0,30}\\)|[^0-9?]{1,15})?");
  private static final Pattern ABOUT = Pattern.compile("[\\s,(]*(?:左右|前后|许)\\)?");
  private static final Pattern REST_UNKNOWN =
      Pattern.compile("[\\s,(]*(?:具体|余)?(?:月日|月份|月|日|日期|时间)?(?:不详|不祥|不明|未知)\\)?");
  private static final Pattern TURNS =
      Pattern.compile("[\\s,]*(?:之|以)?(?:前|后|许|间|余|多|左右|或)|.*(?:不详|待查|[?]|疑|可能|不是|非)");

  /** The date, or why it is none. */
  Answer<PartialDate> read() {
    String dated = WEEKDAY.matcher(ChineseDigits.inDates(spelling)).replaceAll("").trim();
    String text = LEAD.matcher(dated).replaceFirst("");
    if (LOST_ZERO.matcher(text).matches() || MONTH_TWO.matcher(text).matches()) {
      // 2018.1 is January, or October that lost its zero; May-18 is a month or a day.
      return Answer.unreadable(Remark.AMBIGUOUS_DATE);
    }
    Optional<Answer<PartialDate>> found =
        toTheDay(text)
            .or(() -> named(text))
            .or(() -> threeParts(text))
            .or(() -> toTheMonth(text))
            .or(() -> monthFirst(text))
            .or(() -> toTheYear(text));
    Answer<PartialDate> date = found.orElseGet(Answer::unreadable);
    boolean about = (dated.startsWith("约") || dated.startsWith("大约")) && date.isKnown();
    return about ? date.with(Remark.APPROXIMATE) : date;
  }

  private Optional<Answer<PartialDate>> toTheDay(String text) {
    for (Pattern pattern : List.of(YMD, CHINESE_YMD, COMPACT)) {
      Matcher m = pattern.matcher(text);
      if (m.lookingAt()) {
        return Optional.of(tail(date(m.group(1), m.group(2), m.group(3)), text.substring(m.end())));
      }
    }
    return Optional.empty();
  }

  private Optional<Answer<PartialDate>> toTheMonth(String text) {
    for (Pattern pattern : List.of(YM, SHORT_YM, COMPACT_YM)) {
      Matcher m = pattern.matcher(text);
      if (m.lookingAt()) {
        return Optional.of(tail(date(m.group(1), m.group(2), "0"), text.substring(m.end())));
      }
    }
    return Optional.empty();
  }

  private Optional<Answer<PartialDate>> monthFirst(String text) {
    Matcher m = MY.matcher(text);
    return m.lookingAt()
        ? Optional.of(tail(date(m.group(2), m.group(1), "0"), text.substring(m.end())))
        : Optional.empty();
  }

  private Optional<Answer<PartialDate>> toTheYear(String text) {
    Matcher m = Y.matcher(text);
    return m.lookingAt() && !text.startsWith("--", m.end())
        ? Optional.of(tail(date(m.group(1), "0", "0"), text.substring(m.end())))
        : Optional.empty();
  }

  private Optional<Answer<PartialDate>> named(String text) {
    Matcher ymd = Y_MONTH_D.matcher(text);
    if (ymd.lookingAt()) {
      return Optional.of(
          tail(date(ymd.group(1), month(ymd.group(2)), ymd.group(3)), text.substring(ymd.end())));
    }
    Matcher dmy = D_MONTH_Y.matcher(text);
    if (dmy.lookingAt()) {
      return Optional.of(
          tail(date(dmy.group(3), month(dmy.group(2)), dmy.group(1)), text.substring(dmy.end())));
    }
    Matcher mdy = MONTH_D_Y.matcher(text);
    if (mdy.lookingAt()) {
      return Optional.of(
          tail(date(mdy.group(3), month(mdy.group(1)), mdy.group(2)), text.substring(mdy.end())));
    }
    Matcher my = MONTH_Y.matcher(text);
    return my.lookingAt()
        ? Optional.of(tail(date(my.group(2), month(my.group(1)), "0"), text.substring(my.end())))
        : Optional.empty();
  }

  /** Three short numbers: known where the mapping's order or the calendar leaves one reading. */
  private Optional<Answer<PartialDate>> threeParts(String text) {
    Matcher m = THREE.matcher(text);
    if (!m.lookingAt()) {
      return Optional.empty();
    }
    String a = m.group(1);
    String b = m.group(2);
    String c = m.group(3);
    Answer<PartialDate> answer =
        switch (order) {
          case DMY -> date(c, b, a);
          case MDY -> date(c, a, b);
          case YMD -> c.length() == 4 ? only(a, b, c) : date(a, b, c);
          case UNDECLARED -> only(a, b, c);
        };
    return Optional.of(tail(answer, text.substring(m.end())));
  }

  private Answer<PartialDate> only(String a, String b, String c) {
    List<Answer<PartialDate>> readings =
        (c.length() == 4
                ? List.of(date(c, b, a), date(c, a, b))
                : List.of(date(a, b, c), date(c, b, a), date(c, a, b)))
            .stream().filter(Answer::isKnown).distinct().toList();
    if (readings.isEmpty()) {
      return Answer.unreadable(Remark.IMPOSSIBLE_DATE);
    }
    return readings.size() == 1 ? readings.get(0) : Answer.unreadable(Remark.AMBIGUOUS_DATE);
  }

  /** The date, if what stands behind it leaves it as it is. */
  private Answer<PartialDate> tail(Answer<PartialDate> date, String behind) {
    String rest = behind.replaceFirst("^\\s?(?:日|号)?[.]?(?=\\D|$)", "");
    Matcher time = TIME.matcher(rest);
    rest = time.lookingAt() ? rest.substring(time.end()) : rest;
    if (MORE.matcher(rest).matches()) {
      return date.with(Remark.SEVERAL_DATES);
    }
    boolean whole = date.optional().filter(d -> d.day() != 0).isPresent();
    if (!whole && ABOUT.matcher(rest).matches()) {
      return date.with(Remark.APPROXIMATE);
    }
    if (!whole && REST_UNKNOWN.matcher(rest).matches()) {
      return date;
    }
    Matcher vague = VAGUE.matcher(rest);
    boolean isVague = vague.lookingAt();
    rest = isVague ? rest.substring(vague.end()) : rest;
    if (rest.matches("[\\s.;,起-]*")) {
      return isVague ? date.with(Remark.VAGUE_DATE) : date;
    }
    return TURNS.matcher(rest).lookingAt() || !NOTE.matcher(rest).matches() || isVague
        ? Answer.unreadable()
        : date;
  }

  private Answer<PartialDate> date(String yearDigits, String monthDigits, String dayDigits) {
    boolean assumed = yearDigits.length() <= 2;
    int year = Integer.parseInt(yearDigits);
    if (assumed) {
      Optional<Integer> full = century(year);
      if (full.isEmpty()) {
        return Answer.unreadable(Remark.AMBIGUOUS_DATE);
      }
      year = full.get();
    }
    int month = part(monthDigits);
    int day = month == 0 ? 0 : part(dayDigits);
    if (year != 9999 && year != 1 && (year < EARLIEST - 1 || year > LATEST)) {
      return Answer.unreadable(Remark.IMPOSSIBLE_DATE);
    }
    try {
      if (day != 0) {
        LocalDate.of(year, month, day);
      }
      PartialDate date = new PartialDate(year, month, day);
      return assumed ? Answer.known(date, Remark.CENTURY_ASSUMED) : Answer.known(date);
    } catch (DateTimeException noSuchDay) {
      // The calendar is the check here; a day that is not in it is an answer.
      return Answer.unreadable(Remark.IMPOSSIBLE_DATE);
    }
  }

  /** 00, 88, 99 and ?? stand for a part that is not known (ENCR, CCR). */
  private static int part(String digits) {
    if (!Character.isDigit(digits.charAt(0))) {
      return 0;
    }
    int part = Integer.parseInt(digits);
    return part == 88 || part == 99 ? 0 : part;
  }

  /** Registered tumours lie between 1980 and 2040; patients were born before 2010. */
  private Optional<Integer> century(int year) {
    if (ofBirth) {
      return Optional.of(year < 10 ? 2000 + year : 1900 + year);
    }
    if (year <= 40) {
      return Optional.of(2000 + year);
    }
    return year >= 80 ? Optional.of(1900 + year) : Optional.empty();
  }

  private static String month(String name) {
    return Integer.toString(MONTHS.indexOf(name) + 1);
  }
}
