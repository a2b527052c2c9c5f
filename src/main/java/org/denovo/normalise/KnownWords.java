package org.denovo.normalise;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
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
    BuiltIn builtIn = BuiltIn.of(field);
    Map<String, String> centre = own.of(field.name());
    Iterable<String> spellings =
        Stream.concat(BuiltIn.SPELLINGS.stream(), centre.keySet().stream().sorted())::iterator;
    String turning = turning(folded);
    int fewest = Integer.MAX_VALUE;
    Set<String> codes = new TreeSet<>();
    Optional<Word> best = Optional.empty();
    for (String spelling : spellings) {
      int allowed = Math.min(spelling.length(), folded.length()) / 3;
      if (Math.abs(spelling.length() - folded.length()) > allowed
          || !turning(spelling).equals(turning)) {
        continue;
      }
      int edits = Nearest.edits(folded, spelling);
      if (edits > allowed || edits > fewest) {
        continue;
      }
      // Only what is as near is worth being read.
      Optional<String> code =
          Optional.ofNullable(centre.get(spelling)).or(() -> builtIn.code(spelling));
      if (code.isPresent()) {
        if (edits < fewest) {
          fewest = edits;
          codes.clear();
          best = Optional.of(new Word(spelling, code.get()));
        }
        codes.add(code.get());
      }
    }
    return codes.size() == 1 ? best : Optional.empty();
  }

  /** The built-in word that a text is, and nothing else beside it. */
  public static Optional<Word> exact(Field<?> field, String text) {
    String folded = Words.fold(text);
    return isCoded(field)
        ? BuiltIn.of(field).code(folded).map(code -> new Word(folded, code))
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
    for (int i = 0; i < folded.length(); i++) {
      if (TURNING.indexOf(folded.charAt(i)) >= 0) {
        turning.append(folded.charAt(i));
      }
    }
    return turning.toString();
  }

  /**
   * What a column of a field understands by itself of the spellings of all word lists; each is read
   * when somebody asks, because most never come near a text.
   */
  private static final class BuiltIn {

    /** In this order: of two that are as near a text, the first is shown. */
    static final SortedSet<String> SPELLINGS =
        WordLists.NAMES.stream()
            .flatMap(list -> WordFile.read(list).values().stream())
            .flatMap(words -> words.keySet().stream())
            .filter(spelling -> spelling.length() > 1)
            .collect(Collectors.toCollection(TreeSet::new));

    private static final Map<Field<?>, BuiltIn> BY_FIELD = new ConcurrentHashMap<>();

    private final Field<?> field;
    private final Meaning meaning;
    private final CellReader reader;
    private final Map<String, Optional<String>> codes = new ConcurrentHashMap<>();

    private BuiltIn(Field<?> field) {
      this.field = field;
      this.meaning = Readers.about(field);
      this.reader = new Readers(text -> "").of(meaning);
    }

    static BuiltIn of(Field<?> field) {
      return BY_FIELD.computeIfAbsent(field, BuiltIn::new);
    }

    /** The code of a spelling of the lists, if the field understands it. */
    Optional<String> code(String spelling) {
      return SPELLINGS.contains(spelling)
          ? codes.computeIfAbsent(spelling, word -> code(field, reader.read(cell(word), meaning)))
          : Optional.empty();
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
}
