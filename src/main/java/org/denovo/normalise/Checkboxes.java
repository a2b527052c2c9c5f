package org.denovo.normalise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A form's boxes with their options: 有☑ 无□, □是 √否. */
final class Checkboxes {

  private static final String OPTION = "(有|无|是|否|阳性|阴性|yes|no)";
  private static final String TICK = "[☑√✓✔■]";
  private static final String BOX = "[□☐]";
  private static final String MARK = "\\s*(" + TICK + "|" + BOX + "|" + BOX + "\\s*" + TICK + ")?";
  private static final Pattern LIST_MARK =
      Pattern.compile(
          "\\s*(?:"
              + BOX
              + "\\s*"
              + TICK
              + "|"
              + TICK
              + "|"
              + BOX
              + "|(?<![0-9])[×✗✘](?!\\s*[0-9]))");
  private static final Pattern BEHIND = Pattern.compile(OPTION + MARK + "[\\s,;/]*");
  private static final Pattern BEFORE = Pattern.compile(MARK + "\\s*" + OPTION + "[\\s,;/]*");

  private Checkboxes() {}

  /** A form's list of subjects with a box for each, as answers behind them: 骨√ 肺□, ☑骨 □肺. */
  static String answered(String folded) {
    Matcher mark = LIST_MARK.matcher(folded);
    if (!mark.find() || folded.chars().noneMatch(c -> "☑√✓✔■".indexOf(c) >= 0)) {
      return folded;
    }
    boolean before = folded.substring(0, mark.start()).isBlank();
    StringBuilder answered = new StringBuilder();
    String open = "";
    int from = 0;
    mark.reset();
    while (mark.find()) {
      answered.append(folded, from, mark.start());
      String sign = mark.group().matches(".*" + TICK + ".*") ? "(+)" : "(-)";
      answered.append(before ? open : sign).append(' ');
      open = sign;
      from = mark.end();
    }
    answered.append(folded.substring(from).strip());
    return before ? answered.append(open).toString().strip() : answered.toString().strip();
  }

  /** The one option that is ticked; none if it is open to which option a mark belongs. */
  static Optional<String> ticked(String folded) {
    if (folded.chars().noneMatch(c -> "☑√✓✔■".indexOf(c) >= 0)) {
      return Optional.empty();
    }
    Optional<String> behind = ticked(BEHIND, 1, 2, folded);
    Optional<String> before = ticked(BEFORE, 2, 1, folded);
    boolean open = behind.isPresent() && before.isPresent() && !behind.equals(before);
    return open ? Optional.empty() : behind.or(() -> before);
  }

  private static Optional<String> ticked(Pattern box, int option, int mark, String text) {
    Matcher boxes = box.matcher(text);
    List<String> ticked = new ArrayList<>();
    int options = 0;
    int end = 0;
    while (end < text.length() && boxes.region(end, text.length()).lookingAt()) {
      options++;
      end = boxes.end();
      if (boxes.group(mark) != null && !boxes.group(mark).matches(BOX)) {
        ticked.add(boxes.group(option));
      }
    }
    return end == text.length() && options > 1 && ticked.size() == 1
        ? Optional.of(ticked.get(0))
        : Optional.empty();
  }
}
