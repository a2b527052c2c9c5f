package org.denovo.normalise;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of a cell as clauses: a line break parts them as a semicolon does, unless the sentence
 * goes on in the next line.
 */
final class Lines {

  private static final Pattern BREAK = Pattern.compile("\\s*\\R\\s*");

  /** A line that ends so waits for the next; but 骨转移：无 does not. */
  private static final Pattern OPEN =
      Pattern.compile(
          "(?:[,;.:+/(\\[~=<>&-]|(?:^|[,;.])无|未见|未查见|未发现|未找到|未检出|未被|没有|明显|明确|(?<!未)[见行]|否认|排除|除外"
              + "|可疑|疑似|考虑|提示|建议|拒绝|拟|待|暂|及|和|与|或|的|为|伴|在|经|于|(?<![a-z])(?:no|not|without|of|with"
              + "|for|and|or|to|at|in|the|a|is|are|was|were))$");

  /**
   * A line that begins so belongs to the one before; but a dash or (2) begins an item of a list.
   */
  private static final Pattern GOES_ON =
      Pattern.compile("^(?:[,;.:+/)\\]~=<>%]|\\((?![0-9]{1,2}\\)))");

  private static final Pattern ITEM =
      Pattern.compile("(?:[(（]?([0-9]{1,2})(?:[)）、，,]|[.．](?![0-9]))|([①-⑨]))\\s*");

  private Lines() {}

  /** True for a text of more than one line. */
  static boolean several(String text) {
    return BREAK.matcher(text.strip()).find();
  }

  /** The lines in one, as if a narrow column had broken it. */
  static String joined(String text) {
    return BREAK.matcher(text.strip()).replaceAll(" ");
  }

  /** The lines in one, with a semicolon behind each that is complete and no numbers of items. */
  static String parted(String text) {
    List<String> lines = unnumbered(List.of(BREAK.split(text.strip())));
    StringBuilder parted = new StringBuilder(lines.get(0));
    for (int i = 1; i < lines.size(); i++) {
      boolean open =
          OPEN.matcher(Spelling.of(lines.get(i - 1))).find()
              || GOES_ON.matcher(Spelling.of(lines.get(i))).find();
      parted.append(open ? " " : "；").append(lines.get(i));
    }
    return parted.toString();
  }

  /** A number is an item's if the lines count from one to two at least. */
  private static List<String> unnumbered(List<String> lines) {
    List<String> bare = new ArrayList<>();
    int items = 0;
    for (String line : lines) {
      Matcher item = ITEM.matcher(line);
      boolean next = item.lookingAt() && number(item) == items + 1;
      items += next ? 1 : 0;
      bare.add(next ? line.substring(item.end()) : line);
    }
    return items < 2 ? lines : bare;
  }

  private static int number(Matcher item) {
    return item.group(1) == null
        ? item.group(2).charAt(0) - '①' + 1
        : Integer.parseInt(item.group(1));
  }
}
