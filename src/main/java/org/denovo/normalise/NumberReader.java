package org.denovo.normalise;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.denovo.mapping.Meaning;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.FieldType;
import org.denovo.record.Interval;
import org.denovo.record.Remark;
import org.denovo.source.Kind;
import org.denovo.source.SourceCell;

/**
 * Reads whole numbers, decimals and intervals, with their units; of a size's several extents the
 * largest.
 */
final class NumberReader implements CellReader {

  private static final Pattern EXTENTS =
      Pattern.compile(
          "约?([0-9]+(?:[.][0-9]+)?)\\s*(cm|mm|厘米|毫米)?(?:\\s*(?:[x×*]|by)\\s*([0-9]+(?:[.][0-9]+)?)\\s*(cm|mm|厘米|毫米)?){1,2}");
  private static final Pattern SIZE_UNIT = Pattern.compile("cm|mm|厘米|毫米|公分");
  private static final Pattern COUNT_UNIT = Pattern.compile("次|个(?!月)|枚|周期|疗程|分|级|程|倍|x?uln");
  private static final Pattern WORDS_BEFORE =
      Pattern.compile(
          "((?:多发|[0-9]{1,2}[枚个处]|[两三]个)[,:]|大者|较大者|大小|最大直径|最大径|最大|大径|直径|长径|肿物|肿块|肿瘤|病灶|为|b超|超声|彩超|mri|ct|钼靶|触诊|ecog|ps|kps|评分|年龄|共|[:(\\s])*");
  private static final Pattern UNIT_IN_BRACKETS = Pattern.compile("\\((cm|mm|厘米|毫米|公分)\\)");
  private static final Pattern UNIT_BEFORE_BOUND =
      Pattern.compile("([0-9])\\s*(cm|mm|厘米|毫米|公分)\\s*(以上|以下|以内|左右|上下)");
  private static final Pattern UNIT_TWICE =
      Pattern.compile("([0-9])\\s*(cm|mm|厘米|毫米|公分)(\\s*[-~至到]\\s*[0-9.]+\\s*\\2)");
  private static final Pattern AFTER_SIZE =
      Pattern.compile(
          "(?:大小|\\s*\\((?:b超|超声|彩超|mri|ct|钼靶|触诊|查体|病理)\\)|\\s*in (?:greatest|maximum|largest)"
              + " (?:dimension|diameter|extent))$");

  private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:[.][0-9]+)?");
  private static final Pattern MEASURED =
      Pattern.compile("([0-9]+(?:[.][0-9]+)?)\\s*(cm|mm|厘米|毫米)?");
  private static final Pattern NEGATIVE = Pattern.compile("-[0-9]+(?:[.][0-9]+)?");

  @Override
  public Reading read(SourceCell cell, Meaning meaning) {
    String spelling = Spelling.of(cell.text());
    return meaning
        .field()
        .map(field -> reading(field, spelling, cell, meaning))
        .orElseGet(() -> Reading.unreadable(FirstLook.principal(meaning)));
  }

  @SuppressWarnings("unchecked") // the type of the field says what its values are
  private static Reading reading(
      Field<?> field, String spelling, SourceCell cell, Meaning meaning) {
    FieldType<?> type = field.type();
    if (type instanceof FieldType.Whole whole) {
      return Reading.of((Field<Integer>) field, whole(spelling, cell, whole, meaning.unit()));
    }
    if (type instanceof FieldType.Decimal decimal) {
      return Reading.of((Field<Double>) field, decimal(spelling, cell, decimal, meaning.unit()));
    }
    if (type instanceof FieldType.Range range) {
      return Reading.of((Field<Interval>) field, range(spelling, cell, range, meaning.unit()));
    }
    return Reading.unreadable(meaning.fields());
  }

  private static Answer<Integer> whole(
      String spelling, SourceCell cell, FieldType.Whole type, String unit) {
    Optional<Measured> number = number(spelling, type.unit(), unit);
    if (number.isEmpty()) {
      return outside(spelling);
    }
    double value = number.get().value();
    if (number.get().factor() == 1 && value != Math.rint(value)) {
      return outside(spelling);
    }
    // Completed years, as an age is told.
    int years = (int) Math.floor(value);
    return years < type.least() || years > type.most()
        ? Answer.unreadable(Remark.OUT_OF_RANGE)
        : remarked(Answer.known(years), number.get(), cell);
  }

  private static Answer<Double> decimal(
      String spelling, SourceCell cell, FieldType.Decimal type, String unit) {
    Optional<Measured> number = number(spelling, type.unit(), unit);
    if (number.isEmpty()) {
      return outside(spelling);
    }
    double value = number.get().value();
    return value < type.least() || value > type.most()
        ? Answer.unreadable(Remark.OUT_OF_RANGE)
        : remarked(Answer.known(value), number.get(), cell);
  }

  private static Answer<Interval> range(
      String spelling, SourceCell cell, FieldType.Range type, String unit) {
    boolean size = type.unit().equals("mm");
    String bare = bare(size ? tidied(spelling) : spelling);
    Matcher extents = EXTENTS.matcher(bare);
    if (size && extents.lookingAt() && closes(bare, extents.end())) {
      Answer<Interval> largest = largest(bare.substring(0, extents.end()), type, unit);
      return bare.startsWith("约") && largest.isKnown() ? largest.with(Remark.APPROXIMATE) : largest;
    }
    Optional<Amount> amount = Amount.at(bare, 0);
    if (amount.isEmpty()
        || amount.get().percent() != type.unit().equals("%") && amount.get().percent()) {
      return outside(spelling);
    }
    int end = amount.get().end();
    String tail = bare.substring(end).trim();
    Matcher own = (size ? SIZE_UNIT : units(type.unit())).matcher(tail);
    String written = own.lookingAt() ? own.group() : "";
    String rest = tail.substring(written.length());
    boolean approximate = amount.get().approximate() || rest.startsWith("左右");
    if (!closes(rest.startsWith("左右") ? rest.substring(2) : rest, 0)) {
      return Answer.unreadable();
    }
    double factor = size ? factor(written, unit) : TimeUnits.factor(type.unit(), written, unit);
    Amount converted = amount.get().times(factor);
    Optional<Interval> value =
        converted
            .within(type.least(), type.most())
            .map(v -> Double.isInfinite(converted.max()) ? Interval.atLeast(v.min()) : v);
    if (value.isEmpty()) {
      return Answer.unreadable(Remark.OUT_OF_RANGE);
    }
    Answer<Interval> answer = Answer.known(value.get());
    answer = approximate ? answer.with(Remark.APPROXIMATE) : answer;
    return factor == 1 ? asText(answer, cell) : answer.with(Remark.UNIT_CONVERTED);
  }

  private static String bare(String spelling) {
    return spelling.substring(lookedAt(WORDS_BEFORE, spelling));
  }

  /** The unit once and behind the number: 3cm以上, 2cm-3cm, 3×2（cm）. */
  private static String tidied(String spelling) {
    String once = UNIT_TWICE.matcher(spelling).replaceAll("$1$3");
    String behind = UNIT_BEFORE_BOUND.matcher(once).replaceAll("$1$3$2");
    String bare = UNIT_IN_BRACKETS.matcher(behind).replaceAll("$1");
    return AFTER_SIZE.matcher(bare).replaceAll("");
  }

  /** The largest extent; one without a unit of its own is in the last one written. */
  private static Answer<Interval> largest(String extents, FieldType.Range type, String unit) {
    Matcher written = SIZE_UNIT.matcher(extents);
    String last = "";
    while (written.find()) {
      last = written.group();
    }
    double most = 0;
    boolean converted = false;
    Matcher number = MEASURED.matcher(extents);
    while (number.find()) {
      double factor = factor(number.group(2) == null ? last : number.group(2), unit);
      most = Math.max(most, Double.parseDouble(number.group(1)) * factor);
      converted |= factor != 1;
    }
    if (most > type.most()) {
      return Answer.unreadable(Remark.OUT_OF_RANGE);
    }
    if (last.isEmpty() && unit.isBlank() && extents.indexOf('.') >= 0) {
      // Extents are measured in whole millimetres; 3.2×2.1 without a unit is rather in centimetres.
      return Answer.unreadable();
    }
    Answer<Interval> answer = Answer.known(Interval.of(Amount.rounded(most)));
    return converted ? answer.with(Remark.UNIT_CONVERTED) : answer;
  }

  /** What a size is multiplied by to be millimetres: its own unit counts, then the column's. */
  private static double factor(String written, String unit) {
    String own = written.isEmpty() ? unit.trim().toLowerCase(Locale.ROOT) : written;
    if (own.equals("m")) {
      return 1000;
    }
    return List.of("cm", "厘米", "公分").contains(own) ? 10 : 1;
  }

  /** A number in the field's unit, and what it was multiplied by. */
  private record Measured(double value, double factor) {}

  private static Optional<Measured> number(String spelling, String own, String unit) {
    String bare = bare(spelling);
    Matcher number = NUMBER.matcher(bare);
    if (!number.lookingAt()) {
      return Optional.empty();
    }
    String tail = bare.substring(number.end()).trim();
    Matcher written = units(own).matcher(tail);
    int end = written.lookingAt() ? written.end() : 0;
    double factor = TimeUnits.factor(own, tail.substring(0, end), unit);
    double value = Amount.rounded(Double.parseDouble(number.group()) * factor);
    return closes(tail, end) ? Optional.of(new Measured(value, factor)) : Optional.empty();
  }

  private static <T> Answer<T> remarked(Answer<T> answer, Measured number, SourceCell cell) {
    return number.factor() == 1 ? asText(answer, cell) : answer.with(Remark.UNIT_CONVERTED);
  }

  private static Pattern units(String own) {
    return TimeUnits.are(own) ? TimeUnits.WRITTEN : COUNT_UNIT;
  }

  private static <T> Answer<T> outside(String spelling) {
    return NEGATIVE.matcher(spelling).matches()
        ? Answer.unreadable(Remark.OUT_OF_RANGE)
        : Answer.unreadable();
  }

  /** A plain number typed as text; in a text file every cell is one, so it says nothing there. */
  private static <T> Answer<T> asText(Answer<T> answer, SourceCell cell) {
    boolean typed = cell.kind() == Kind.TEXT && !cell.place().sheet().isEmpty();
    return typed && NUMBER.matcher(Spelling.of(cell.text())).matches()
        ? answer.with(Remark.NUMBER_AS_TEXT)
        : answer;
  }

  private static boolean closes(String text, int from) {
    return text.substring(from).chars().allMatch(c -> " ).,;".indexOf(c) >= 0);
  }

  private static int lookedAt(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.lookingAt() ? matcher.end() : 0;
  }
}
