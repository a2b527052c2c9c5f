package org.denovo.normalise;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.denovo.mapping.Meaning;
import org.denovo.mapping.Words;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.FieldType;
import org.denovo.source.Place;
import org.denovo.source.SourceCell;
import org.denovo.yaml.Nearest;

/**
 * The words that the software knows for a field, and which of them a text resembles. A resemblance
 * is shown to a person; nothing is ever read by it.
 */
public final class KnownWords {

  /** Characters that turn a meaning around; a word that differs in one of them is another word. */
  private static final String TURNING = "未无不非否没阴阳左右双前后上下高低近净有是+-±?<>≤≥0123456789";

  private static final int LONGEST = 40;

  private static final Map<Field<?>, Map<String, String>> BUILT_IN = new ConcurrentHashMap<>();

  private KnownWords() {}

  /** A known spelling and the code that it stands for. */
  public record Word(String spelling, String code) {}

  /**
   * The known word that a text resembles most: at most a third of its characters differ, none of
   * them turns the meaning around, and no other code is as near.
   *
   * @param own the centre's own words
   */
  public static Optional<Word> nearest(Field<?> field, Words own, String text) {
    String folded = Words.fold(text);
    if (folded.length() < 2 || folded.length() > LONGEST || !isCoded(field)) {
      return Optional.empty();
    }
    Map<String, String> known = new LinkedHashMap<>(of(field));
    own.of(field.name()).forEach(known::put);
    String turning = turning(folded);
    int fewest = Integer.MAX_VALUE;
    Set<String> codes = new TreeSet<>();
    Optional<Word> best = Optional.empty();
    for (Map.Entry<String, String> word : known.entrySet()) {
      String spelling = word.getKey();
      int shorter = Math.min(spelling.length(), folded.length());
      int allowed = shorter / 3;
      boolean comparable =
          Math.abs(spelling.length() - folded.length()) <= allowed
              && turning(spelling).equals(turning);
      int edits = comparable ? Nearest.edits(folded, spelling) : Integer.MAX_VALUE;
      if (edits <= allowed && edits <= fewest) {
        if (edits < fewest) {
          fewest = edits;
          codes.clear();
          best = Optional.of(new Word(spelling, word.getValue()));
        }
        codes.add(word.getValue());
      }
    }
    return codes.size() == 1 ? best : Optional.empty();
  }

  /** The built-in word that a text is, and nothing else beside it. */
  public static Optional<Word> exact(Field<?> field, String text) {
    String folded = Words.fold(text);
    return isCoded(field)
        ? Optional.ofNullable(of(field).get(folded)).map(code -> new Word(folded, code))
        : Optional.empty();
  }

  /** Numbers and dates have no words that could be resembled. */
  private static boolean isCoded(Field<?> field) {
    return field.type() instanceof FieldType.Code<?>
        || field.type() instanceof FieldType.Codes<?>
        || field.type() instanceof FieldType.YesNo;
  }

  private static String turning(String folded) {
    StringBuilder turning = new StringBuilder();
    folded.chars().filter(c -> TURNING.indexOf(c) >= 0).forEach(c -> turning.append((char) c));
    return turning.toString();
  }

  /** Every spelling of the word lists that a column of the field understands by itself. */
  private static Map<String, String> of(Field<?> field) {
    return BUILT_IN.computeIfAbsent(field, KnownWords::understood);
  }

  private static Map<String, String> understood(Field<?> field) {
    Meaning meaning = Readers.about(field);
    CellReader reader = new Readers(text -> "").of(meaning);
    Map<String, String> understood = new LinkedHashMap<>();
    spellings()
        .forEach(
            spelling ->
                code(field, reader.read(cell(spelling), meaning))
                    .ifPresent(code -> understood.put(spelling, code)));
    return Map.copyOf(understood);
  }

  private static Stream<String> spellings() {
    return WordLists.NAMES.stream()
        .flatMap(list -> WordFile.read(list).values().stream())
        .flatMap(words -> words.keySet().stream())
        .filter(spelling -> spelling.length() > 1)
        .distinct()
        .sorted(Comparator.naturalOrder());
  }

  private static SourceCell cell(String spelling) {
    return SourceCell.text(new Place("", "", 1, 1), spelling);
  }

  private static <T> Optional<String> code(Field<T> field, Reading reading) {
    Answer<T> answer = reading.answer(field);
    if (!answer.remarks().isEmpty()) {
      return Optional.empty();
    }
    if (answer instanceof Answer.Absent<T> absent) {
      return absent.why() == Absence.BLANK ? Optional.empty() : Optional.of(absent.why().code());
    }
    return answer.optional().map(field.type()::write).filter(code -> !code.isEmpty());
  }
}
