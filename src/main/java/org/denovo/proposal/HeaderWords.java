package org.denovo.proposal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.denovo.record.Field;
import org.denovo.record.Fields;

/** What headers name: by their concepts, by a whole title, in two languages, or by pinyin. */
final class HeaderWords {

  /** The registry's own name of a field, as the data dictionaries of electronic systems have it. */
  private static final double OWN_NAME = 5.5;

  private static final double TITLE = 4.5;

  /** Full pinyin may be of other words, initials often are. */
  private static final double FULL_PINYIN = -0.4;

  private static final double COMMON_INITIALS = 1.5;

  private static final Target NOTHING = Target.named("nothing");

  /** Letters that are run together may be of other words. */
  private static final double RUN_TOGETHER = -0.5;

  /** Both languages of a header say the same. */
  private static final double BOTH_LANGUAGES = 0.5;

  /** A name that a program gives to a column: v12, Q5, col 3. */
  private static final String NO_NAME = "[a-z]{0,5}[^a-z\\p{IsHan}]*";

  /** The same without those that have no number, which may be abbreviations. */
  private static final String NUMBERED = "[a-z]{0,5}[ .#-]*[0-9]{1,3}[a-z]?|[a-z]|";

  private static final double BY_LAST_WORD = 2.0;

  /** Nouns for people and for what leads to them, by what a header that ends with one is. */
  private static final Map<String, Target> ROLES =
      Map.of(
          "staff", Target.named("staff"),
          "phone", Target.named("phone"),
          "address", Target.named("address"),
          "email", Target.named("email"),
          "national_id", Target.named("national_id"),
          "person_name", Target.named("person_name"),
          "next_of_kin", Target.named("person_name"));

  /** Operated by, prescribed by: whatever was done, the cells say who did it. */
  private static final String DONE_BY = " by";

  private static final Pattern TWO_LANGUAGES =
      Pattern.compile("([^a-z]*\\p{IsHan}[^a-z]*)([a-z][a-z .'/-]*[a-z.])[^\\p{IsHan}a-z]*");

  /** The same with the other language before: EOT reason 终止治疗原因. */
  private static final Pattern LATIN_FIRST =
      Pattern.compile("([a-z][a-z0-9 .'/-]*[a-z0-9.])[ /:|-]+(\\p{IsHan}[^a-z]{3,})");

  /** One of two languages is understood as a whole and the other is not. */
  private static final double ONE_LANGUAGE = -1.0;

  private static final double UNDERSTOOD = 2.0;

  /** A platform's path: the form, a hyphen, the item: 首次病理报告-组织学类型. */
  private static final Pattern PATH = Pattern.compile("(\\p{IsHan}{2,8})-(\\S.+)");

  /** What joins two things of which a header asks at once. */
  private static final Pattern JOINED = Pattern.compile("[及与和、&+]|\\band\\b");

  /** Two fields in one column are neither of them. */
  private static final double TWO_FIELDS = -4.0;

  /** Units of a time that has passed. */
  private static final Set<String> TIMES = Set.of("months", "days");

  private static final Set<String> LENGTHS = Set.of("mm", "cm");

  private final Concepts concepts;
  private final HeaderPinyin pinyin;
  private final HeaderPatterns patterns;
  private final Map<String, Target> ownNames = new HashMap<>();
  private final Map<String, Set<Target>> titles = new HashMap<>();
  private final Map<String, Set<Target>> initials = new HashMap<>();
  private final Map<String, Concepts.Cut> cuts = new HashMap<>();
  private final Map<String, HeaderText> headers = new HashMap<>();
  private final Map<List<String>, Boolean> understood = new HashMap<>();

  private HeaderWords(Concepts concepts, HeaderPinyin pinyin) {
    this.concepts = concepts;
    this.pinyin = pinyin;
    this.patterns = HeaderPatterns.shipped();
    for (Field<?> field : Fields.all()) {
      ownNames.put(Concepts.fold(field.name()), Target.of(field));
      title(field.title().zh(), Target.of(field));
      title(field.title().en(), Target.of(field));
    }
    HeaderData.read("titles")
        .get("titles")
        .orElseThrow()
        .entries()
        .forEach(
            (name, words) ->
                HeaderData.texts(words).forEach(word -> title(word, Target.named(name))));
  }

  /** The words that come with the software. */
  static HeaderWords shipped() {
    Concepts concepts = Concepts.shipped();
    return new HeaderWords(concepts, HeaderPinyin.of(concepts));
  }

  /** Every concept that a pattern uses; each has to have words. */
  Set<String> used() {
    return patterns.used();
  }

  Concepts concepts() {
    return concepts;
  }

  private void title(String word, Target target) {
    if (!target.equals(NOTHING)) {
      titles.computeIfAbsent(Concepts.fold(word), w -> new LinkedHashSet<>()).add(target);
    }
    pinyin
        .initials(Concepts.fold(word))
        .filter(letters -> letters.length() > 1)
        .ifPresent(
            letters -> initials.computeIfAbsent(letters, l -> new LinkedHashSet<>()).add(target));
  }

  Concepts.Cut cut(String text) {
    return cuts.computeIfAbsent(text, concepts::cut);
  }

  /**
   * The guesses for a label, best first; none if nothing in it is known.
   *
   * @param parts its parts from the outermost band to the column's own
   * @param sheet the sheet's name, which may say what its columns are about
   */
  List<HeaderGuess> guesses(List<String> parts, String sheet) {
    Map<Target, HeaderGuess> best = new LinkedHashMap<>();
    for (int own = parts.size() - 1; own >= 0; own--) {
      HeaderText leaf = header(parts.get(own));
      Set<String> bands = new LinkedHashSet<>();
      for (int i = 0; i < own; i++) {
        bands.addAll(cut(header(parts.get(i)).text()).concepts());
      }
      Set<String> outer = cut(header(sheet).text()).concepts();
      double joined = own == parts.size() - 1 && asksTwo(leaf) ? TWO_FIELDS : 0;
      guesses(leaf, bands, outer).forEach(guess -> keep(best, guess.plus(joined)));
      // Only under a name that says nothing (v12) does the row above name the column.
      if (!best.isEmpty() || !leaf.text().matches(NO_NAME)) {
        break;
      }
    }
    Matcher path = PATH.matcher(parts.get(parts.size() - 1).strip());
    if (best.values().stream().noneMatch(guess -> guess.score() > 0) && path.matches()) {
      List<String> longer = new ArrayList<>(parts.subList(0, parts.size() - 1));
      longer.add(path.group(1));
      longer.add(path.group(2));
      guesses(longer, sheet).forEach(guess -> keep(best, guess));
    }
    return sorted(best.values());
  }

  /** True for a header such as 手术日期及术式, either side of which names a field of its own. */
  private boolean asksTwo(HeaderText leaf) {
    String[] sides = JOINED.split(leaf.text(), -1);
    if (sides.length != 2 || sides[0].isBlank() || sides[1].isBlank()) {
      return false;
    }
    Set<String> seen = new LinkedHashSet<>();
    for (String side : sides) {
      Optional<Target> named =
          sorted(guesses(leaf.only(side), Set.of(), Set.of())).stream()
              .findFirst()
              .filter(guess -> guess.score() > 2 && !guess.target().isRole())
              .map(HeaderGuess::target);
      if (named.isEmpty() || !seen.addAll(Evidence.family(named.get()))) {
        return false;
      }
    }
    return true;
  }

  /** Whether a label says something of which the values could be judged. */
  Telling.Header says(List<String> parts) {
    HeaderText leaf = header(parts.get(parts.size() - 1));
    Concepts.Cut cut = cut(leaf.text());
    Set<String> all = new LinkedHashSet<>(cut.concepts());
    parts.subList(0, parts.size() - 1).forEach(p -> all.addAll(cut(header(p).text()).concepts()));
    if (HeaderPatterns.decisive(all, Set.of())) {
      return Telling.Header.UNDERSTOOD;
    }
    if (leaf.text().matches(NUMBERED) || patterns.isNeutral(cut)) {
      return Telling.Header.SAYS_NOTHING;
    }
    return cut.unknown() > 0 ? Telling.Header.STRANGE : Telling.Header.UNDERSTOOD;
  }

  private HeaderText header(String part) {
    return headers.computeIfAbsent(part, HeaderText::of);
  }

  /** True if the column's own part of a label is understood, its bands given. */
  boolean understands(List<String> parts) {
    return understood.computeIfAbsent(
        parts,
        p -> {
          Set<String> bands = new LinkedHashSet<>();
          for (String band : p.subList(0, p.size() - 1)) {
            bands.addAll(cut(header(band).text()).concepts());
          }
          HeaderText leaf = header(p.get(p.size() - 1));
          return guesses(leaf, bands, Set.of()).stream().anyMatch(guess -> guess.score() > 0);
        });
  }

  private List<HeaderGuess> guesses(HeaderText leaf, Set<String> bands, Set<String> sheet) {
    List<HeaderGuess> guesses = new ArrayList<>();
    String text = leaf.text();
    Target own = ownNames.get(Concepts.fold(leaf.bare()));
    if (own != null) {
      guesses.add(new HeaderGuess(own, OWN_NAME, false));
    }
    double band = HeaderPatterns.decisive(bands, Set.of()) ? HeaderPatterns.OTHER_BAND : 0;
    Set<Target> whole =
        titles.getOrDefault(text, titles.getOrDefault(Concepts.fold(leaf.bare()), Set.of()));
    whole.stream()
        // 随访时间(月) is how long, not when.
        .filter(target -> !(target.isDate() && TIMES.contains(leaf.unit())))
        .forEach(
            target ->
                guesses.add(new HeaderGuess(target, TITLE + band - (whole.size() - 1), false)));
    Concepts.Cut cut = cut(text);
    if (cut.unknown() > cut(leaf.split()).unknown()) {
      cut = cut(leaf.split());
    }
    double change = 0;
    Concepts.Cut parted = cut(concepts.parted(text));
    if (cut.latin() + cut.guessed() > 0 && parted.latin() + parted.guessed() == 0) {
      cut = parted;
      change = RUN_TOGETHER;
    }
    if (cut.han() + cut.latin() == 0 || !cut.concepts().isEmpty()) {
      guesses.addAll(patterns.matches(withUnit(cut, leaf), bands, sheet, change));
    }
    guesses.addAll(inBothLanguages(leaf, bands, sheet));
    // Whoever the doctor is, and whosesoever the telephone: the last word says what it is.
    Optional<String> head =
        leaf.split().endsWith(DONE_BY) ? Optional.of("staff") : concepts.head(leaf.split());
    head.filter(ROLES::containsKey)
        .map(ROLES::get)
        .ifPresent(target -> guesses.add(new HeaderGuess(target, BY_LAST_WORD, false)));
    if (guesses.isEmpty() && cut.latin() > 1) {
      guesses.addAll(pinyin(text, bands, sheet));
    }
    return guesses;
  }

  /** What a header names that says it twice: 转移灶数目 No. of metastases. */
  private List<HeaderGuess> inBothLanguages(HeaderText leaf, Set<String> bands, Set<String> sheet) {
    Matcher two = TWO_LANGUAGES.matcher(leaf.text());
    Matcher other = LATIN_FIRST.matcher(leaf.text());
    if (two.matches()) {
      return agreed(leaf, two.group(1), two.group(2), bands, sheet);
    }
    return other.matches() ? agreed(leaf, other.group(2), other.group(1), bands, sheet) : List.of();
  }

  private List<HeaderGuess> agreed(
      HeaderText leaf, String han, String latin, Set<String> bands, Set<String> sheet) {
    Map<Target, HeaderGuess> one = new LinkedHashMap<>();
    guesses(leaf.only(han), bands, sheet).forEach(guess -> keep(one, guess));
    List<HeaderGuess> second = guesses(leaf.only(latin), bands, sheet);
    List<HeaderGuess> agreed = new ArrayList<>();
    if (second.stream().noneMatch(guess -> guess.score() > 0) && cut(latin).unknown() > 0) {
      one.values().stream()
          .filter(guess -> guess.score() > UNDERSTOOD && !guess.target().isRole())
          .forEach(guess -> agreed.add(guess.plus(ONE_LANGUAGE)));
      return agreed;
    }
    for (HeaderGuess guess : second) {
      HeaderGuess same = one.get(guess.target());
      if (same != null && Math.min(same.score(), guess.score()) > 0) {
        agreed.add(same.or(guess).plus(BOTH_LANGUAGES));
      }
    }
    return agreed;
  }

  private static Concepts.Cut withUnit(Concepts.Cut cut, HeaderText leaf) {
    Set<String> more = new LinkedHashSet<>(cut.concepts());
    if (TIMES.contains(leaf.unit())) {
      // OS(月) is a time, not a state.
      more.add("interval");
    } else if (leaf.unit().equals("%")) {
      more.add("percent");
    } else if (LENGTHS.contains(leaf.unit()) && more.contains("margin")) {
      // A margin in millimetres is its width.
      more.add("width");
    }
    return new Concepts.Cut(more, cut.han(), cut.latin(), cut.guessed(), cut.numbers());
  }

  private List<HeaderGuess> pinyin(String text, Set<String> bands, Set<String> sheet) {
    String letters = text.replaceAll("[^a-z]", "");
    List<HeaderGuess> guesses = new ArrayList<>();
    for (Concepts.Cut meaning : pinyin.full(letters)) {
      guesses.addAll(patterns.matches(meaning, bands, sheet, FULL_PINYIN));
    }
    if (!guesses.isEmpty()) {
      return guesses;
    }
    Set<Target> targets = initials.getOrDefault(letters, Set.of());
    for (Target target : targets) {
      if (target.equals(NOTHING)) {
        continue;
      }
      double others = targets.contains(NOTHING) ? COMMON_INITIALS : 0;
      double score =
          0.4 + 0.5 * Math.min(4, letters.length()) - 1.2 * (targets.size() - 1) - others;
      guesses.add(new HeaderGuess(target, score, true));
    }
    return guesses;
  }

  private static void keep(Map<Target, HeaderGuess> best, HeaderGuess guess) {
    best.merge(guess.target(), guess, HeaderGuess::or);
  }

  private static List<HeaderGuess> sorted(Collection<HeaderGuess> guesses) {
    return guesses.stream()
        .sorted(Comparator.comparingDouble((HeaderGuess g) -> -g.score()))
        .toList();
  }
}
