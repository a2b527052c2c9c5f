package org.denovo.workbook;

import java.util.ArrayList;
import java.util.List;

/**
 * How a number format shows something else than is stored: {@code ;;;} shows nothing, {@code 0"+"}
 * shows 3+ for 3. Only what changes a meaning counts: letters, digits and signs, not spaces.
 */
final class Disguise {

  static final Disguise NONE = new Disguise(List.of());

  private static final String SIGNS = "+-<>≤≥±~≈%/＋－＜＞～％";

  private final List<Section> sections;

  /**
   * One part of a format.
   *
   * @param condition as written, {@code >=10}; empty without one
   * @param empty true if it shows nothing
   * @param words true if it adds a letter, digit or sign
   */
  private record Section(String condition, boolean empty, boolean words) {
    boolean takes(double number) {
      int digits = condition.length() > 1 && "=>".indexOf(condition.charAt(1)) >= 0 ? 2 : 1;
      double bound = StoredValue.parse(condition.substring(digits));
      return switch (condition.substring(0, digits)) {
        case ">" -> number > bound;
        case "<" -> number < bound;
        case ">=" -> number >= bound;
        case "<=" -> number <= bound;
        case "=" -> number == bound;
        case "<>" -> number != bound;
        default -> false;
      };
    }

    int marks() {
      return (empty ? Marks.UNSEEN : 0) | (words ? Marks.DRESSED : 0);
    }
  }

  private Disguise(List<Section> sections) {
    this.sections = sections;
  }

  /** What a format that is no date's may hide. */
  static Disguise of(String code) {
    if (code.isEmpty()) {
      return NONE;
    }
    List<Section> sections = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < code.length(); i = next(code, i)) {
      if (code.charAt(i) == ';') {
        sections.add(section(code.substring(from, i)));
        from = i + 1;
      }
    }
    sections.add(section(code.substring(from)));
    return sections.stream().allMatch(section -> section.marks() == 0)
        ? NONE
        : new Disguise(List.copyOf(sections));
  }

  /** Where the next thing of a format begins: a quoted text, a bracket and an escape are one. */
  private static int next(String code, int at) {
    char closing =
        switch (code.charAt(at)) {
          case '"' -> '"';
          case '[' -> ']';
          default -> 0;
        };
    if (closing != 0) {
      int end = code.indexOf(closing, at + 1);
      return end < 0 ? code.length() : end + 1;
    }
    return "\\_*".indexOf(code.charAt(at)) >= 0 ? at + 2 : at + 1;
  }

  private static Section section(String code) {
    String condition = "";
    boolean empty = true;
    boolean words = false;
    for (int i = 0; i < code.length(); ) {
      int end = Math.min(next(code, i), code.length());
      String piece = code.substring(i, end);
      switch (piece.charAt(0)) {
        case '[' -> {
          if (piece.length() > 3 && "<>=".indexOf(piece.charAt(1)) >= 0) {
            condition = piece.substring(1, piece.length() - 1);
          }
        }
        case '"', '\\' -> {
          empty = false;
          words |= piece.chars().skip(1).anyMatch(Disguise::speaks);
        }
        case '_', '*', ' ' -> {}
        default -> {
          empty = false;
          char before = i == 0 ? ' ' : code.charAt(i - 1);
          words |= "+<>~".contains(piece) && before != 'E' && before != 'e';
        }
      }
      i = end;
    }
    return new Section(condition, empty, words);
  }

  private static boolean speaks(int c) {
    return Character.isLetterOrDigit(c) || SIGNS.indexOf(c) >= 0;
  }

  /** The marks of a number so shown. */
  int marks(double number) {
    if (sections.isEmpty()) {
      return 0;
    }
    boolean conditions = sections.stream().anyMatch(section -> !section.condition().isEmpty());
    if (conditions) {
      return sections.stream()
          .filter(section -> section.condition().isEmpty() || section.takes(number))
          .findFirst()
          .map(Section::marks)
          .orElse(0);
    }
    int section = number < 0 ? 1 : number == 0 ? 2 : 0;
    return sections.get(section < sections.size() ? section : 0).marks();
  }

  /** The marks of a text so shown: the fourth section speaks of it. */
  int textMarks() {
    return sections.size() > 3 ? sections.get(3).marks() : 0;
  }
}
