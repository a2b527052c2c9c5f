package org.denovo.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.denovo.mapping.Meaning;
import org.denovo.record.Topic;
import org.denovo.source.SourceCell;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Cells that mean the same are read the same, or not at all, but never as something else; and no
 * cell whatever is too odd to be read. Each example is written in other ways: {@code
 * -Ddenovo.fuzz=200} tries every way two hundred times, the default one way each.
 */
@Tag("crossing")
class SameMeaningFuzzTest {

  private static final int TRIES = Integer.getInteger("denovo.fuzz", 0);

  private static final Readers READERS = new Readers(text -> "hash");

  /** Ways to write a text differently that leave its meaning alone. */
  private static final Map<String, BiFunction<String, Random, String>> SAME = new LinkedHashMap<>();

  static {
    SAME.put("full width", (text, random) -> perCharacter(text, random, SameMeaningFuzzTest::wide));
    SAME.put("upper case", (text, random) -> text.toUpperCase(Locale.ROOT));
    SAME.put("lower case", (text, random) -> text.toLowerCase(Locale.ROOT));
    SAME.put("invisible", (text, random) -> inserted(text, random, "\u200b\ufeff\u2060\u200e"));
    SAME.put("blanks around", (text, random) -> " \u00a0" + text + "\u3000\t ");
    SAME.put("blanks doubled", (text, random) -> text.replace(" ", " \u00a0 "));
    SAME.put(
        "brackets", (text, random) -> perCharacter(text, random, SameMeaningFuzzTest::bracket));
    SAME.put("dashes", (text, random) -> perCharacter(text, random, SameMeaningFuzzTest::dash));
    SAME.put("full stop", (text, random) -> text + pick("。;；，, ".split(""), random));
    SAME.put("line break", (text, random) -> text.replaceFirst("[；;]", "；\n"));
    SAME.put("blank in a word", SameMeaningFuzzTest::spaced);
  }

  @Test
  void aTextWrittenDifferentlyIsNeverReadAsSomethingElse() {
    Random random = new Random(20190305);
    List<String> wrong = new ArrayList<>();
    for (ExampleCells example : ExampleCells.all()) {
      Map<String, String> meant = known(example);
      ways(random)
          .forEach(
              way ->
                  compare(
                      example,
                      meant,
                      way.getKey(),
                      way.getValue().apply(example.says(), random),
                      wrong));
    }
    assertThat(wrong).isEmpty();
  }

  /** One of the ways, or all of them as often as asked for. */
  private static Stream<Map.Entry<String, BiFunction<String, Random, String>>> ways(Random random) {
    List<Map.Entry<String, BiFunction<String, Random, String>>> all = List.copyOf(SAME.entrySet());
    return TRIES == 0
        ? Stream.of(all.get(random.nextInt(all.size())))
        : Stream.generate(all::stream).limit(TRIES).flatMap(ways -> ways);
  }

  @Test
  void aLineBreakSeparatesAsASemicolonDoes() {
    List<String> wrong = new ArrayList<>();
    for (ExampleCells example : ExampleCells.all()) {
      String broken = example.says().replaceAll("(?<!^|&[a-z]{2})\\s*[；;]\\s*(?!$)", "\n");
      Map<String, String> said = UnseenExamplesTest.known(read(broken, example.meaning()));
      if (!said.equals(known(example))) {
        wrong.add(example.table() + " '" + example.says() + "' " + known(example) + " but " + said);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void theOrderOfSitesChangesNothing() {
    Random random = new Random(7);
    List<String> wrong = new ArrayList<>();
    for (ExampleCells example : ExampleCells.all()) {
      boolean list =
          example.table().equals("metastases")
              && example.says().matches("[\\p{IsHan}]+(?:、[\\p{IsHan}]+)+");
      if (list && !example.says().matches(".*[未无否转移多].*")) {
        List<String> parts = new ArrayList<>(List.of(example.says().split("、")));
        Collections.shuffle(parts, random);
        Map<String, String> meant = known(example);
        compare(example, meant, "order", String.join("、", parts), wrong);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void noTextIsTooOddToBeRead() {
    Random random = new Random(42);
    for (ExampleCells example : ExampleCells.all()) {
      for (int i = 0; i < Math.max(1, TRIES); i++) {
        String odd = broken(example.says(), random);
        assertThatCode(() -> read(odd, example.meaning())).as(odd).doesNotThrowAnyException();
      }
    }
    for (Topic topic : Topic.values()) {
      for (int i = 0; i < 50 * Math.max(1, TRIES); i++) {
        String odd = noise(random);
        assertThatCode(() -> read(odd, Readers.about(topic))).as(odd).doesNotThrowAnyException();
      }
    }
  }

  private static void compare(
      ExampleCells example,
      Map<String, String> meant,
      String how,
      String variant,
      List<String> wrong) {
    Map<String, String> said = UnseenExamplesTest.known(read(variant, example.meaning()));
    said.forEach(
        (field, value) -> {
          String before = meant.get(field);
          if (before != null && !value(before).equals(value(value))) {
            wrong.add(
                String.format(
                    "%s, %s: '%s' is %s=%s, but '%s' is %s",
                    example.table(), how, example.says(), field, before, variant, value));
          }
        });
  }

  private static Map<String, String> known(ExampleCells example) {
    return UnseenExamplesTest.known(read(example.says(), example.meaning()));
  }

  private static String value(String written) {
    return written.split(" ", 2)[0];
  }

  private static Reading read(String text, Meaning meaning) {
    SourceCell cell = Cells.text(text);
    return READERS.of(meaning).read(cell, meaning);
  }

  private static String perCharacter(
      String text, Random random, BiFunction<Character, Random, Character> change) {
    StringBuilder changed = new StringBuilder();
    for (char c : text.toCharArray()) {
      changed.append(random.nextBoolean() ? change.apply(c, random) : Character.valueOf(c));
    }
    return changed.toString();
  }

  private static char wide(char c, Random random) {
    return c > ' ' && c < 0x7f ? (char) (c + 0xfee0) : c;
  }

  private static char bracket(char c, Random random) {
    return switch (c) {
      case '(' -> '（';
      case ')' -> '）';
      case '（' -> '(';
      case '）' -> ')';
      default -> c;
    };
  }

  private static char dash(char c, Random random) {
    return "-－–−".indexOf(c) >= 0 ? pick("-－–−".split(""), random).charAt(0) : c;
  }

  private static String inserted(String text, Random random, String what) {
    int at = random.nextInt(text.length() + 1);
    return text.substring(0, at) + what.charAt(random.nextInt(what.length())) + text.substring(at);
  }

  /** A blank between two Chinese characters, as in a justified line. */
  private static String spaced(String text, Random random) {
    int at = 1 + random.nextInt(Math.max(1, text.length() - 1));
    boolean between = at < text.length() && isHan(text.charAt(at - 1)) && isHan(text.charAt(at));
    return between ? text.substring(0, at) + " " + text.substring(at) : text;
  }

  private static boolean isHan(char c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
  }

  /** A character lost, doubled, swapped or replaced. */
  private static String broken(String text, Random random) {
    StringBuilder broken = new StringBuilder(text);
    for (int i = 0; i < 1 + random.nextInt(3) && broken.length() > 1; i++) {
      int at = random.nextInt(broken.length());
      switch (random.nextInt(4)) {
        case 0 -> broken.deleteCharAt(at);
        case 1 -> broken.insert(at, broken.charAt(at));
        case 2 -> broken.setCharAt(at, noise(random).charAt(0));
        default -> broken.insert(at, noise(random));
      }
    }
    return broken.toString();
  }

  private static String noise(Random random) {
    String all =
        "癌未见无(+)-~/：，;%0123456789tnmpcⅣⅢ①²≥<\\\"'{}[]*?.^$|&#\ud842\udfb7\ud842\n"
            + "\t\u0000切缘骨肝her2er";
    StringBuilder noise = new StringBuilder();
    for (int i = 0; i < 1 + random.nextInt(12); i++) {
      noise.append(all.charAt(random.nextInt(all.length())));
    }
    return noise.toString();
  }

  private static String pick(String[] among, Random random) {
    return among[random.nextInt(among.length)];
  }
}
