package org.denovo.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.denovo.source.Place;
import org.denovo.source.SourceCell;
import org.denovo.vocabulary.Text;

/**
 * Whether a column mixes stored numbers and dates with texts of the same (rule FIL-09): 5 % of a
 * column of numbers or dates kept as text. A word among numbers, such as 不详, is an answer and no
 * mixture; a date among texts is what the spreadsheet made of them, and has a rule of its own
 * (FIL-10).
 */
final class TypeMix {

  /** What is mixed, and the first cells of it. */
  record Mixture(Text says, int count, List<Place> places) {}

  private static final double TEXT_SHARE = 0.05;

  private int held;
  private int numbers;
  private final Group dates = new Group();
  private final Group numberTexts = new Group();
  private final Group notDates = new Group();

  private static final class Group {
    private int count;
    private final List<Place> places = new ArrayList<>();

    void add(SourceCell cell) {
      count++;
      if (places.size() < Notice.MOST_PLACES) {
        places.add(cell.place());
      }
    }
  }

  /** Adds a cell in which something stands. */
  void add(SourceCell cell) {
    held++;
    switch (cell.kind()) {
      case NUMBER -> {
        numbers++;
        notDates.add(cell);
      }
      case DATE -> dates.add(cell);
      case TEXT -> addText(cell);
      case BOOLEAN, ERROR, BLANK -> {}
    }
  }

  private void addText(SourceCell cell) {
    if (isNumber(cell.text())) {
      numberTexts.add(cell);
    } else if (WrittenDay.of(cell.text()) != WrittenDay.NONE) {
      notDates.add(cell);
    }
  }

  /** What is mixed, if anything; the sentence still lacks the column's name, {@code {0}}. */
  Optional<Mixture> mixture() {
    if (dates.count > 0 && 2 * (dates.count + notDates.count) >= held && dates.count >= numbers) {
      return mixture(
          notDates,
          new Text(
              "日期列“{0}”中有{1}个日期存为文本或数字",
              "{1} dates of the date column '{0}' are stored as text or as plain numbers"));
    }
    if (numbers > 0 && 2 * (numbers + numberTexts.count) >= held) {
      return mixture(
          numberTexts,
          new Text("数值列“{0}”中有{1}个数值存为文本", "{1} numbers of the column '{0}' are stored as text"));
    }
    return Optional.empty();
  }

  private Optional<Mixture> mixture(Group group, Text says) {
    return group.count > 0 && group.count >= TEXT_SHARE * held
        ? Optional.of(new Mixture(says, group.count, group.places))
        : Optional.empty();
  }

  /** True for digits with at most one point, as a stored number would show. */
  static boolean isNumber(String written) {
    String text = written.strip();
    boolean digit = false;
    boolean point = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9' || c >= '０' && c <= '９') {
        digit = true;
      } else if (c == '.' && !point) {
        point = true;
      } else if (i > 0 || c != '-') {
        return false;
      }
    }
    return digit;
  }
}
