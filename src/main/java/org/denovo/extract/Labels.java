package org.denovo.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.denovo.vocabulary.Text;

/**
 * Labels as statistics packages take them: both languages on one line, never cut in a character.
 */
final class Labels {

  private static final String CUT = "…";
  private static final char DELETE = '\u007f';
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

  private Labels() {}

  /** Both languages on one line. */
  static String both(Text text) {
    return line(text.zh()) + " / " + line(text.en());
  }

  /** The text without line breaks and other control characters. */
  static String line(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) == DELETE) {
        return CONTROL.matcher(text).replaceAll(" ");
      }
    }
    return text;
  }

  /** The length in UTF-8. */
  static int bytes(String text) {
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // A character beyond the basic plane is two chars of two bytes each.
      bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return bytes;
  }

  /** The text, or as much of it as with an ellipsis takes so many bytes in UTF-8. */
  static String inBytes(String text, int most) {
    if (bytes(text) <= most) {
      return text;
    }
    int end = text.length();
    while (bytes(text.substring(0, end)) > most - bytes(CUT)) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end) + CUT;
  }

  /** The text, or as much of it as with an ellipsis takes so many characters. */
  static String inCharacters(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most - 1)) + CUT;
  }

  /** The code lists of the files' columns, each once, numbered from 1 as they come. */
  static Map<List<Column.Level>, Integer> lists(List<DataFile> files) {
    List<List<Column.Level>> all = new ArrayList<>();
    for (DataFile file : files) {
      for (Column column : file.columns()) {
        if (column.kind() == Column.Kind.CODE) {
          all.add(column.levels());
        }
      }
    }
    Map<List<Column.Level>, Integer> numbers = new LinkedHashMap<>();
    all.forEach(levels -> numbers.putIfAbsent(levels, numbers.size() + 1));
    return numbers;
  }
}
