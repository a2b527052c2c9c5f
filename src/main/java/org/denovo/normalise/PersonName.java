package org.denovo.normalise;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.denovo.record.NameMark;
import org.denovo.vocabulary.Pinyin;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlFile;
import org.denovo.yaml.YamlNode;

/**
 * A person's name in the moment in which it is read: Chinese in simplified or traditional
 * characters and their variants, or pinyin in either order.
 *
 * @param characters the name itself, in its common characters, without blanks
 * @param surname the syllables of the surname
 * @param given the syllables of the rest
 */
record PersonName(String characters, List<String> surname, List<String> given) {

  /** What is written behind a name: a bracket, a number, a note after a stroke. */
  private static final Pattern BEHIND =
      Pattern.compile("[(\\[{].*|[0-9]+.*|(?<=\\p{IsHan})[-/;:].*$");

  private static final Pattern HAN = Pattern.compile("[\\p{IsHan}\u00B7\u2022.]+");
  private static final Pattern LATIN = Pattern.compile("[\\p{IsLatin}\\p{M} ,.'’-]+");
  private static final Pattern POINTS = Pattern.compile("[\u00B7\u2022.]");
  private static final Pattern NO_LETTER = Pattern.compile("[^a-z]+");

  private static final Names KNOWN = Names.read();

  /** A Chinese name has two to four characters, five with two surnames. */
  private static final int MOST_CHARACTERS = 5;

  /** Names of minorities with their points, and pinyin. */
  private static final int LONGEST = 40;

  PersonName {
    surname = List.copyOf(surname);
    given = List.copyOf(given);
  }

  /** The name that a folded spelling writes; nothing if it is none or a part of it is hidden. */
  static Optional<PersonName> of(String spelling) {
    String text = BEHIND.matcher(Spelling.withoutInnerBlanks(spelling)).replaceFirst("").strip();
    if (text.length() > LONGEST || KNOWN.hides(text)) {
      return Optional.empty();
    }
    if (HAN.matcher(text).matches()) {
      String bare = POINTS.matcher(text).replaceAll("");
      boolean isLong = bare.length() == text.length() && bare.length() > MOST_CHARACTERS;
      return isLong ? Optional.empty() : chinese(KNOWN.common(bare));
    }
    return LATIN.matcher(text).matches() ? latin(text) : Optional.empty();
  }

  /** What is kept of it. */
  NameMark mark(IdentifierHash hash) {
    String sound =
        Stream.concat(surname.stream(), given.stream()).sorted().collect(Collectors.joining(" "));
    String initials =
        String.join("", surname)
            + given.stream()
                .map(s -> " " + s.substring(0, s.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining());
    return new NameMark(
        hash.apply("name characters\n" + characters),
        hash.apply("name sound\n" + sound),
        hash.apply("name initials\n" + initials));
  }

  private static Optional<PersonName> chinese(String text) {
    int[] characters = text.codePoints().toArray();
    if (characters.length < 2) {
      return Optional.empty();
    }
    boolean twofold = characters.length > 2 && KNOWN.twofold().contains(first(text, 2));
    int split = twofold ? 2 : 1;
    List<String> surname = new ArrayList<>();
    String written = first(text, split);
    Optional<String> own = Optional.ofNullable(KNOWN.surnames().get(written));
    own.flatMap(Pinyin::cut).ifPresentOrElse(surname::addAll, () -> surname.addAll(spelt(written)));
    return Optional.of(new PersonName(text, surname, spelt(text.substring(written.length()))));
  }

  private static String first(String text, int characters) {
    return text.substring(0, text.offsetByCodePoints(0, characters));
  }

  /** The syllable of each character; a character that nobody can read stands for itself. */
  private static List<String> spelt(String text) {
    return text.codePoints()
        .mapToObj(c -> Pinyin.of(c).orElseGet(() -> Character.toString(c)))
        .toList();
  }

  /**
   * Before a comma stands the surname. Else it is the part of one syllable, for given names have
   * mostly two; where that does not tell, the first.
   */
  private static Optional<PersonName> latin(String text) {
    List<List<String>> parts = new ArrayList<>();
    for (String part : text.split("[ ,]+")) {
      List<String> syllables = syllables(part);
      if (!syllables.isEmpty()) {
        parts.add(syllables);
      }
    }
    if (parts.size() < 2) {
      return Optional.empty();
    }
    boolean last =
        text.indexOf(',') < 0
            && parts.size() == 2
            && parts.get(0).size() > 1
            && parts.get(1).size() == 1
            && !KNOWN.twofoldSounds().contains(String.join("", parts.get(0)));
    List<String> surname = parts.remove(last ? parts.size() - 1 : 0);
    List<String> given = parts.stream().flatMap(List::stream).toList();
    String letters = String.join("", surname) + String.join("", given);
    return Optional.of(new PersonName(letters, surname, given));
  }

  /** The syllables of one written part; what is no pinyin is one. */
  private static List<String> syllables(String part) {
    List<String> syllables = new ArrayList<>();
    for (String piece : NO_LETTER.split(Pinyin.plain(part))) {
      if (!piece.isEmpty()) {
        Pinyin.cut(piece)
            .orElse(List.of(piece))
            .forEach(s -> syllables.add(s.equals("lyu") ? "lv" : s.equals("nyu") ? "nv" : s));
      }
    }
    return syllables;
  }

  /** The list of names that comes with the software. */
  private record Names(
      Set<String> twofold,
      Set<String> twofoldSounds,
      Map<String, String> surnames,
      Map<Integer, Integer> variants,
      List<String> masks,
      List<String> titles) {

    /**
     * ICU's table of all characters; the one by which words are folded has those of medicine only.
     */
    private static final Transliterator SIMPLIFIED =
        Transliterator.getInstance("Traditional-Simplified");

    static Names read() {
      Problems problems = new Problems();
      YamlNode root =
          YamlFile.parse("names", WordFile.text("names"), problems)
              .orElseThrow(() -> new IllegalStateException("names " + problems.sorted()));
      Set<String> twofold = Surnames.known().twofold();
      Map<String, String> surnames = new HashMap<>();
      root.get("surnames")
          .orElseThrow()
          .entries()
          .forEach(
              (read, all) ->
                  all.text().codePoints().forEach(c -> surnames.put(Character.toString(c), read)));
      root.get("double-read")
          .orElseThrow()
          .entries()
          .forEach((read, one) -> surnames.put(one.text(), read));
      Map<Integer, Integer> variants = new HashMap<>();
      root.get("variants")
          .orElseThrow()
          .entries()
          .forEach(
              (common, all) ->
                  all.text().codePoints().forEach(c -> variants.put(c, common.codePointAt(0))));
      Set<String> sounds = new HashSet<>();
      twofold.forEach(
          name -> sounds.add(surnames.getOrDefault(name, String.join("", spelt(name)))));
      return new Names(
          twofold,
          Set.copyOf(sounds),
          Map.copyOf(surnames),
          Map.copyOf(variants),
          root.get("masks").orElseThrow().asTexts(problems),
          root.get("titles").orElseThrow().asTexts(problems));
    }

    boolean hides(String text) {
      return masks.stream().anyMatch(text::contains) || titles.stream().anyMatch(text::endsWith);
    }

    String common(String text) {
      StringBuilder common = new StringBuilder();
      SIMPLIFIED
          .transliterate(text)
          .codePoints()
          .forEach(c -> common.appendCodePoint(variants.getOrDefault(c, c)));
      return common.toString();
    }
  }
}
