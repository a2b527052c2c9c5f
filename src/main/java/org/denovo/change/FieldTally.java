package org.denovo.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.denovo.check.Shown;
import org.denovo.mapping.SheetHeader;
import org.denovo.mapping.Words;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.FieldType;
import org.denovo.record.Interval;
import org.denovo.record.PatientRecord;
import org.denovo.record.Remark;
import org.denovo.source.SourceCell;

/** What the patients of both submissions say of one field, counted for the rules on columns. */
final class FieldTally {

  /** With fewer patients than this a column is not judged. */
  static final int FEWEST = 5;

  private static final int MOST_SPELLINGS = 20;
  private static final int EXAMPLES = 3;

  private final Field<?> field;
  private final boolean coded;
  private final Moves moves = new Moves();
  private final Set<SourceCell> examples = new LinkedHashSet<>();
  private final Map<String, Map<String, Integer>> recoded = new TreeMap<>();
  private double[] oldNumbers = new double[16];
  private double[] newNumbers = new double[16];
  private int numbers;
  private Optional<SourceCell> source = Optional.empty();
  private long knownBefore;
  private long collectedNow;
  private int shared;
  private int moved;
  private long oldValues;
  private long newValues;
  private int bothNumbers;
  private int bothTexts;
  private int otherTexts;

  FieldTally(Field<?> field) {
    this.field = field;
    this.coded =
        field.type() instanceof FieldType.Code
            || field.type() instanceof FieldType.Codes
            || field.type() instanceof FieldType.YesNo;
  }

  Field<?> field() {
    return field;
  }

  void addBefore(PatientRecord before) {
    Answer<?> old = before.answer(field);
    if (old.isKnown() && !old.has(Remark.IMPLIED)) {
      knownBefore++;
      source = source.or(() -> before.cell(field));
    }
  }

  void addNow(PatientRecord now) {
    collectedNow += Reading.isUncollected(now.answer(field)) ? 0 : 1;
  }

  /** Adds a patient of both; true if what they say of her differs. */
  boolean addBoth(PatientRecord before, PatientRecord now, Reading reading) {
    addBefore(before);
    addNow(now);
    Answer<?> old = before.answer(field);
    Answer<?> young = now.answer(field);
    Optional<? extends Difference<?>> difference = Difference.of(field, before, now, reading);
    if (!Reading.isUncollected(old) && !Reading.isUncollected(young)) {
      shared++;
      bothNumbers += isNumber(old) && isNumber(young) ? 1 : 0;
      boolean recodes = coded && !reading.moved().contains(field) && addTexts(before, now);
      boolean isMoved = difference.filter(d -> !d.byReading()).isPresent();
      if (isMoved) {
        addMoved(before, old, young);
      }
      if ((isMoved || recodes) && examples.size() < 2 * EXAMPLES) {
        before.cell(field).map(cell -> Shown.cell(field, cell)).ifPresent(examples::add);
        now.cell(field).map(cell -> Shown.cell(field, cell)).ifPresent(examples::add);
      }
    }
    return difference.isPresent();
  }

  /** Where nothing moved, both sums would grow by the same. */
  private void addMoved(PatientRecord before, Answer<?> old, Answer<?> young) {
    moved++;
    long oldHash = hash(old);
    long newHash = hash(young);
    oldValues += oldHash;
    newValues += newHash;
    addChanged(old, young);
    before.cell(field).ifPresent(cell -> moves.add(cell.place().row(), oldHash, newHash));
  }

  private void addChanged(Answer<?> old, Answer<?> young) {
    if (isNumber(old) && isNumber(young)) {
      if (numbers == oldNumbers.length) {
        oldNumbers = Arrays.copyOf(oldNumbers, 2 * numbers);
        newNumbers = Arrays.copyOf(newNumbers, 2 * numbers);
      }
      oldNumbers[numbers] = number(old);
      newNumbers[numbers++] = number(young);
    }
  }

  /** True if both cells hold a text and it is not the same. */
  private boolean addTexts(PatientRecord before, PatientRecord now) {
    String oldText = before.cell(field).map(SourceCell::text).orElse("");
    String newText = now.cell(field).map(SourceCell::text).orElse("");
    if (oldText.isBlank() || newText.isBlank()) {
      return false;
    }
    bothTexts++;
    if (oldText.equals(newText)) {
      return false;
    }
    String old = Words.fold(oldText);
    String young = Words.fold(newText);
    if (old.equals(young)) {
      return false;
    }
    otherTexts++;
    if (recoded.size() <= MOST_SPELLINGS) {
      Map<String, Integer> into = recoded.computeIfAbsent(old, o -> new TreeMap<>());
      if (into.size() < MOST_SPELLINGS || into.containsKey(young)) {
        into.merge(young, 1, Integer::sum);
      }
    }
    return true;
  }

  private static boolean isNumber(Answer<?> answer) {
    Object value = answer.optional().map(Object.class::cast).orElse("");
    return value instanceof Number
        || value instanceof Interval interval && !Double.isInfinite(interval.max());
  }

  private static double number(Answer<?> answer) {
    Object value = answer.optional().map(Object.class::cast).orElseThrow();
    return value instanceof Interval interval
        ? (interval.min() + interval.max()) / 2
        : ((Number) value).doubleValue();
  }

  /** Of the value, or of the reason for there being none: sorting a column moves blanks as well. */
  private <T> long hash(Answer<T> answer) {
    @SuppressWarnings("unchecked") // the answer is the field's
    Field<T> own = (Field<T>) field;
    String text = answer.isKnown() ? Difference.write(own, answer) : "\u0000" + answer.missing();
    long hash = 1125899906842597L;
    for (int i = 0; i < text.length(); i++) {
      hash = 31 * hash + text.charAt(i);
    }
    // Sums of these tell two multisets apart only if the bits are mixed (the finaliser of
    // MurmurHash3).
    hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
    hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
    return hash ^ hash >>> 33;
  }

  /** Cells of the first patients whose answers or texts differ, old and new in turn. */
  List<SourceCell> examples() {
    return new ArrayList<>(examples);
  }

  long knownBefore() {
    return knownBefore;
  }

  /**
   * True if somebody had a value and the column that it came from is not there any more, or is one
   * of more columns of its name than there were and nobody can tell which. A cell that may say
   * several things does not say each of them every time, so that nobody has the field is not
   * enough.
   */
  boolean isGone(List<SheetHeader> before, List<SheetHeader> now) {
    String label = source.map(cell -> Reading.label(cell, before)).orElse("");
    return knownBefore > 0
        && collectedNow == 0
        && (label.isEmpty() || most(label, now) == 0 || most(label, now) > most(label, before));
  }

  /** How often a label stands in the header that has it most often. */
  private static int most(String label, List<SheetHeader> headers) {
    return headers.stream().mapToInt(h -> Collections.frequency(h.labels(), label)).max().orElse(0);
  }

  /** Patients in both submissions of whom both tell. */
  int shared() {
    return shared;
  }

  /** Those whose answers differ. */
  int moved() {
    return moved;
  }

  /** Those with a number in both. */
  int bothNumbers() {
    return bothNumbers;
  }

  /** Those with a text in both; 0 if the field is not coded. */
  int bothTexts() {
    return bothTexts;
  }

  /** True if the column holds the same values in other rows: three or more, and a fifth. */
  boolean isSorted() {
    return shared >= FEWEST && oldValues == newValues && moved >= 3 && 5 * moved >= shared;
  }

  /**
   * The longest run of shifted rows, if it is long enough: 20 rows, or half of a small centre's and
   * no fewer than 6.
   */
  Optional<Moves.Run> shift() {
    int needed = Math.max(6, Math.min(20, shared / 2));
    if (moved < needed) {
      return Optional.empty();
    }
    return Optional.of(moves.longest()).filter(run -> run.length() >= needed);
  }

  /**
   * The ratio of the medians, new to old, over the numbers that changed, if that is at least half
   * of all.
   */
  OptionalDouble ratio() {
    if (numbers < FEWEST || 2 * numbers < bothNumbers) {
      return OptionalDouble.empty();
    }
    double old = median(Arrays.copyOf(oldNumbers, numbers));
    double young = median(Arrays.copyOf(newNumbers, numbers));
    return old == 0 ? OptionalDouble.empty() : OptionalDouble.of(young / old);
  }

  int numbersChanged() {
    return numbers;
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    int half = values.length / 2;
    return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
  }

  /**
   * The new spelling of each old one, if the column was coded anew: half of its texts differ, there
   * are few spellings, and one became one.
   */
  Map<String, String> coding() {
    if (otherTexts < FEWEST || 2 * otherTexts < bothTexts || recoded.size() > MOST_SPELLINGS) {
      return Map.of();
    }
    Map<String, String> coding = new TreeMap<>();
    int followed = 0;
    for (Map.Entry<String, Map<String, Integer>> old : recoded.entrySet()) {
      Map.Entry<String, Integer> most =
          old.getValue().entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
      coding.put(old.getKey(), most.getKey());
      followed += most.getValue();
    }
    return 10 * followed >= 9 * otherTexts ? coding : Map.of();
  }
}
