package org.denovo.proposal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.denovo.mapping.MappedCell;
import org.denovo.mapping.Meaning;
import org.denovo.mapping.Words;
import org.denovo.normalise.Normaliser;
import org.denovo.normalise.Reading;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.FieldType;
import org.denovo.record.Fields;
import org.denovo.record.Interval;
import org.denovo.record.PartialDate;
import org.denovo.record.Topic;
import org.denovo.source.Kind;
import org.denovo.source.SourceCell;

/**
 * What a column's values say of a target: the registry's own readers read them, and the share that
 * is understood, in a plausible range, speaks for it. Scores are log-odds to be added to those of
 * the header.
 */
final class Contents {

  /** Distinct values that are read; the most frequent come first. */
  private static final int VALUES = 120;

  private static final Set<String> REST = Set.of("其他", "其它", "其余", "other", "others");

  private static final Set<String> UNKNOWN_CODES = Set.of("9", "99");

  /** The values are not of the target. */
  static final double FOREIGN = -5.0;

  private static final double MIXED = -1.5;
  private static final double IMPLAUSIBLE = -3.0;

  private static final double NEARLY_ALL = 0.9;

  private static final double MOST_DRUGS = 0.6;

  private static final Pattern BARE_CODE =
      Pattern.compile("-?[0-9]{1,2}(?:\\.0)?|[A-Za-z]|[0-4][a-d]");

  private static final Pattern LABELLED =
      Pattern.compile("([0-9]{1,2}|[A-Za-z])\\s*(?:[-–—=:：.、)]|(?<=[0-9]) )\\s*(\\D.*)");

  private static final int MOST_LABELS = 15;

  /** So many different numbers are counted, not chosen. */
  private static final int MOST_CODES = 15;

  /** Of more different words a person would not make a table. */
  private static final int MOST_WORDS = 12;

  private static final Pattern WORD = Pattern.compile("\\p{IsHan}|\\p{L}{2}");

  /** Yes and no, and the ways of not knowing. */
  private static final int MOST_ANSWERS = 5;

  /** The categories of TNM, which many write without their letter. */
  private static final Map<String, String> LETTERS =
      Map.of("t_cat", "T", "n_cat", "N", "m_cat", "M");

  private static final Map<String, String> SIDES =
      Map.of("l", "left", "r", "right", "b", "bilateral");

  /** What is usual in this disease; the middle of a column has to lie within. */
  private static final Map<String, double[]> USUAL_MEDIAN =
      Map.of(
          "age_at_dx", new double[] {30, 80},
          "ki67_pct", new double[] {3, 90},
          "gravidity", new double[] {0, 8},
          "parity", new double[] {0, 6},
          "age_first_birth", new double[] {17, 36},
          "nodes_examined", new double[] {1, 40},
          "nodes_positive", new double[] {0, 30},
          "tumor_size_mm", new double[] {0.4, 150},
          "n_cycles", new double[] {1, 40},
          "ecog_ps", new double[] {0, 4});

  private final Normaliser normaliser = new Normaliser(text -> "");

  /**
   * How the values of a column were read.
   *
   * @param known cells that gave a value
   * @param absent cells that say why there is none
   * @param strange cells that were not understood
   * @param unread the values of those, the most frequent first
   * @param fields in how many cells each field was known
   * @param first years or numbers that were known, one a distinct value
   */
  record Read(
      int known,
      int absent,
      int strange,
      List<ColumnScan.Value> unread,
      Map<Field<?>, Integer> fields,
      List<Double> numbers) {

    double share() {
      return known + strange == 0 ? 0 : (double) known / (known + strange);
    }

    double share(Field<?> field) {
      return known == 0 ? 0 : (double) fields.getOrDefault(field, 0) / known;
    }
  }

  /** What the registry's readers make of a value. */
  Reading reading(ColumnScan.Value value, Meaning meaning) {
    return normaliser.reading(new MappedCell(meaning, value.cell(), false));
  }

  /** Reads the values as the meaning says. */
  Read read(List<ColumnScan.Value> values, Meaning meaning) {
    int known = 0;
    int absent = 0;
    int strange = 0;
    List<ColumnScan.Value> unread = new ArrayList<>();
    Map<Field<?>, Integer> fields = new LinkedHashMap<>();
    List<Double> numbers = new ArrayList<>();
    for (ColumnScan.Value value : values.subList(0, Math.min(VALUES, values.size()))) {
      Reading reading = reading(value, meaning);
      boolean any = false;
      boolean unreadable = false;
      for (Field<?> field : meaning.fields()) {
        Answer<?> answer = reading.answer(field);
        if (answer.isKnown()) {
          any = true;
          fields.merge(field, value.count(), Integer::sum);
          number(answer.optional().orElseThrow()).ifPresent(numbers::add);
        }
        unreadable |= answer instanceof Answer.Unreadable<?>;
      }
      if (any) {
        known += value.count();
      } else if (unreadable) {
        strange += value.count();
        unread.add(value);
      } else {
        absent += value.count();
      }
    }
    return new Read(known, absent, strange, unread, fields, numbers);
  }

  private static Optional<Double> number(Object value) {
    if (value instanceof Number number) {
      return Optional.of(number.doubleValue());
    }
    if (value instanceof Interval interval) {
      return Optional.of(interval.min());
    }
    return value instanceof PartialDate date ? Optional.of((double) date.year()) : Optional.empty();
  }

  /** How much the values speak for the target; negative if against it. */
  double score(List<ColumnScan.Value> values, Target target, String unit) {
    if (values.isEmpty()) {
      return 0;
    }
    Meaning.DateOrder order =
        target.isDate() ? ColumnOptions.dateOrder(List.of(values)) : Meaning.DateOrder.UNDECLARED;
    Read read =
        read(values, target.meaning(ColumnDraft.Options.NONE.withUnit(unit).withDateOrder(order)));
    int judged = read.known() + read.strange();
    boolean coded = target.isCoded() && read.known() > 0;
    int rest =
        read.unread().stream()
            .filter(value -> isRest(value.cell().text()) || coded && isUnknown(value))
            .mapToInt(ColumnScan.Value::count)
            .sum();
    // What is left over says nothing of the question, if the others are understood.
    double share = read.known() == 0 ? 0 : (double) read.known() / (judged - rest);
    if (judged == 0) {
      return target.isYesNo() || target.isCoded() ? 0.3 : 0;
    }
    if (target.isCoded() && read.known() == 0 && areNumbers(values) && values.size() > MOST_CODES) {
      return FOREIGN;
    }
    if (share < 0.3) {
      boolean code = target.isCoded() || target.topic().isPresent();
      // All of it unread is safe: the codes wait for their table. A part of it read is not.
      boolean answers = !target.isYesNo() || values.size() <= MOST_ANSWERS;
      return code && answers && areBareCodes(values) && read.known() == 0
          ? -0.2
          : code && areBareCodes(values) ? MIXED + MIXED : FOREIGN;
    }
    if (share < 0.6) {
      return MIXED;
    }
    if (areBareCodes(values) && !meansItself(target, read, rest)) {
      return MIXED + MIXED;
    }
    double weight = Math.min(1, judged / 6.0);
    double score = weight * (share > 0.9 ? specificity(target) : 0.3);
    return plausible(target, read.numbers()) ? score : IMPLAUSIBLE;
  }

  /** True for a code that stands for unknown wherever registries write codes. */
  private static boolean isUnknown(ColumnScan.Value value) {
    return UNKNOWN_CODES.contains(value.cell().text().strip().replaceAll("\\.0$", ""));
  }

  /** True for the word for what the others leave. */
  static boolean isRest(String text) {
    return REST.contains(Words.fold(text));
  }

  /**
   * True if short numbers without a table can be taken for what they look like. A code list that
   * explains only some of them is another one, and a hormone receptor of 0 or 1 is no percentage.
   */
  private static boolean meansItself(Target target, Read read, int rest) {
    boolean hormone = Set.of("er", "pr", "er_status", "pr_status").contains(target.name());
    return !hormone && (!target.isCoded() && target.topic().isEmpty() || read.strange() == rest);
  }

  /** How unlikely it is that a column of another kind is read as the target by chance. */
  private static double specificity(Target target) {
    if (target.topic().isPresent()) {
      return 1.5;
    }
    FieldType<?> type = target.field().orElseThrow().type();
    if (type instanceof FieldType.Code<?> || type instanceof FieldType.Codes<?>) {
      return 2.0;
    }
    return type instanceof FieldType.Date || type instanceof FieldType.YesNo ? 1.0 : 0.5;
  }

  private static boolean plausible(Target target, List<Double> numbers) {
    if (numbers.size() < 3) {
      return true;
    }
    double median = median(numbers);
    if (target.isDate()) {
      boolean birth = target.name().equals("birth_date");
      return birth ? median > 1915 && median < 2002 : median > 1985 && median < 2100;
    }
    double[] usual = USUAL_MEDIAN.get(target.name());
    return usual == null || median >= usual[0] && median <= usual[1];
  }

  static double median(List<Double> numbers) {
    List<Double> sorted = numbers.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  /** True if the values are short numbers or letters, which stand for something else. */
  static boolean areBareCodes(List<ColumnScan.Value> values) {
    int all = values.stream().mapToInt(ColumnScan.Value::count).sum();
    int bare =
        values.stream()
            .filter(v -> BARE_CODE.matcher(v.cell().text().strip()).matches())
            .mapToInt(ColumnScan.Value::count)
            .sum();
    return values.size() <= 40 && bare > 0 && bare >= NEARLY_ALL * all;
  }

  /** True if the column answers a question with yes and no. */
  boolean isYesNo(List<ColumnScan.Value> values) {
    Target question = Target.named("local_pain");
    Read read = read(values, question.meaning());
    return read.known() > 0 && read.share() > 0.9;
  }

  /** The values that the target's own readers do not understand. */
  List<ColumnScan.Value> unread(List<ColumnScan.Value> values, Target target) {
    return read(values, target.meaning()).unread();
  }

  /** True if a few words that come again and again answer for the patients. */
  boolean areChoices(List<ColumnScan.Value> values) {
    int all = values.stream().mapToInt(ColumnScan.Value::count).sum();
    return values.size() <= MOST_WORDS
        && all >= 2 * values.size()
        && !areDates(values)
        && values.stream().allMatch(v -> WORD.matcher(v.cell().text()).find());
  }

  /** True if nearly every cell is a day, a month or a year. */
  boolean areDates(List<ColumnScan.Value> values) {
    Meaning.DateOrder order = ColumnOptions.dateOrder(List.of(values));
    Read read =
        read(
            values, Target.named("date_dx").meaning(ColumnDraft.Options.NONE.withDateOrder(order)));
    return read.known() > 1
        && read.share() > NEARLY_ALL
        && plausible(Target.named("date_dx"), read.numbers());
  }

  /** True if most of the cells name the drugs of a treatment. */
  boolean areDrugs(List<ColumnScan.Value> values) {
    Read read = read(values, Target.of(Topic.REGIMEN).meaning());
    return read.known() > 0
        && read.share() > MOST_DRUGS
        && read.share(Fields.LINE1_DRUGS) > MOST_DRUGS;
  }

  /**
   * True if nothing but 0, 1 and the usual codes for unknown stands in the column, and a 0 does.
   */
  static boolean zeroOne(List<ColumnScan.Value> values) {
    return values.stream().allMatch(v -> v.cell().text().strip().matches("(?:[019]|99)(?:\\.0)?"))
        && values.stream().anyMatch(v -> v.cell().text().strip().matches("0(?:\\.0)?"));
  }

  /**
   * The code that each label of a legend stands for, as a mapping writes it; labels that no one
   * understands are left out.
   */
  Map<String, String> codes(Map<String, String> legend, Target target) {
    Map<String, String> codes = new LinkedHashMap<>();
    Meaning meaning = target.meaning();
    legend.forEach(
        (code, label) -> {
          SourceCell cell = SourceCell.text(new org.denovo.source.Place("legend", "", 0, 0), label);
          Reading reading = normaliser.reading(new MappedCell(meaning, cell, false));
          code(reading, target.fields()).ifPresent(value -> codes.put(code, value));
        });
    return codes;
  }

  /**
   * What the values stand for that begin with a code and go on with its word: 0 - Fully active; by
   * whichever is understood. None unless nearly all of them are.
   */
  Map<String, String> labelled(List<ColumnScan.Value> values, Target target) {
    Map<String, String> words = new LinkedHashMap<>();
    Map<String, String> numbers = new LinkedHashMap<>();
    for (ColumnScan.Value value : values) {
      Matcher labelled = LABELLED.matcher(value.cell().text().strip());
      if (labelled.matches()) {
        words.put(value.cell().text().strip(), labelled.group(2));
        numbers.put(value.cell().text().strip(), labelled.group(1));
      }
    }
    if (words.size() < 2 || words.size() > MOST_LABELS || words.size() < values.size()) {
      return Map.of();
    }
    Map<String, String> byWord = codes(words, target);
    Map<String, String> byNumber = codes(numbers, target);
    Map<String, String> better = byNumber.size() > byWord.size() ? byNumber : byWord;
    return better.size() >= NEARLY_ALL * words.size() ? better : Map.of();
  }

  /** The categories that the values are without their letter; none if one of them is not. */
  Map<String, String> categories(List<ColumnScan.Value> values, Target target) {
    if (target.name().equals("laterality")) {
      return sides(values);
    }
    String letter = LETTERS.get(target.name());
    if (letter == null || values.isEmpty() || !areBareCodes(values)) {
      return Map.of();
    }
    Map<String, String> legend = new LinkedHashMap<>();
    for (ColumnScan.Value value : values) {
      String code = value.cell().text().strip().replaceAll("\\.0$", "");
      legend.put(code, letter + code);
    }
    Map<String, String> codes = codes(legend, target);
    return codes.keySet().equals(legend.keySet()) ? codes : Map.of();
  }

  /** The sides, where L, R and B stand together: B alone could be anything. */
  private static Map<String, String> sides(List<ColumnScan.Value> values) {
    Map<String, String> codes = new LinkedHashMap<>();
    for (ColumnScan.Value value : values) {
      String letter = value.cell().text().strip();
      codes.put(letter, SIDES.getOrDefault(Words.fold(letter), ""));
    }
    boolean all = codes.values().containsAll(SIDES.values()) && !codes.containsValue("");
    return all ? codes : Map.of();
  }

  private static Optional<String> code(Reading reading, List<Field<?>> fields) {
    for (Field<?> field : fields) {
      Optional<String> written = written(reading, field);
      if (written.isPresent()) {
        return written;
      }
    }
    Answer<?> first = reading.answer(fields.get(0));
    return first instanceof Answer.Absent<?> absent && absent.why() != Absence.BLANK
        ? Optional.of(absent.why().code())
        : Optional.empty();
  }

  private static <T> Optional<String> written(Reading reading, Field<T> field) {
    return reading.answer(field).optional().map(field.type()::write);
  }

  /** What yes and no in the column stand for, by the values that are there. */
  Map<String, String> polarity(
      List<ColumnScan.Value> values, HeaderPattern.Polarity polarity, Map<String, String> legend) {
    Target question = Target.named("local_pain");
    Map<String, String> codes = new LinkedHashMap<>();
    Map<String, String> labels = new HashMap<>(codes(legend, question));
    for (ColumnScan.Value value : values) {
      String text = value.cell().text().strip().replaceAll("\\.0$", "");
      String said = labels.get(text);
      if (said == null && text.matches("[01]")) {
        said = text.equals("1") ? "yes" : "no";
      }
      if (said == null) {
        Reading reading =
            normaliser.reading(new MappedCell(question.meaning(), value.cell(), false));
        said = code(reading, question.fields()).orElse("");
      }
      if (said.equals("yes") || said.equals("no")) {
        codes.put(text, said.equals("yes") ? polarity.yes() : polarity.no());
      } else if (labels.containsKey(text)) {
        codes.put(text, said);
      }
    }
    return codes;
  }

  /** True if a cell of the column is a number or a date by its kind. */
  static boolean areNumbers(List<ColumnScan.Value> values) {
    return values.stream()
        .allMatch(
            v ->
                v.cell().kind() == Kind.NUMBER
                    || v.cell().kind() == Kind.DATE
                    || Words.fold(v.cell().text()).matches("[0-9.]+"));
  }
}
