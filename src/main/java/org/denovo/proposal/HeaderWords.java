package org.denovo.proposal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.denovo.record.Field;
import org.denovo.record.Fields;

/**
 * What headers name: by their concepts, by a whole title, or by pinyin. Scores are log-odds that a
 * header with this wording means the target, before any value was looked at.
 */
final class HeaderWords {

  /** The registry's own name of a field, as the data dictionaries of electronic systems have it. */
  private static final double OWN_NAME = 5.5;

  private static final double TITLE = 4.5;
  private static final double PATTERN = 3.2;
  private static final double WEAK = 0.6;

  /**
   * A concept that is wanted in the header stands only in the band, or only in the sheet's name.
   */
  private static final double FROM_BAND = -0.2;

  private static final double FROM_SHEET = -0.6;

  private static final double ONLY_WHICH = -0.8;

  /** A band that makes the column another question, for example 转移灶 over ER. */
  private static final double OTHER_BAND = -3.0;

  /** Full pinyin may be of other words, initials often are. */
  private static final double FULL_PINYIN = -0.4;

  private static final double COMMON_INITIALS = 1.5;

  private static final Set<String> DECISIVE =
      Set.of(
          "met_lesion",
          "recurrence",
          "post_op",
          "pre_op",
          "second",
          "relative",
          "adjuvant",
          "prior",
          "contralateral",
          "intra_op");

  /** Units of a time that has passed. */
  private static final Set<String> TIMES = Set.of("months", "days");

  private final Concepts concepts;
  private final Pinyin pinyin;
  private final Set<String> neutral;
  private final Map<String, List<HeaderPattern>> byConcept = new HashMap<>();
  private final Map<String, Target> ownNames = new HashMap<>();
  private final Map<String, Set<Target>> titles = new HashMap<>();
  private final Map<String, Set<Target>> initials = new HashMap<>();
  private final Map<String, Concepts.Cut> cuts = new HashMap<>();
  private final Map<String, HeaderText> headers = new HashMap<>();
  private final Map<List<String>, Boolean> understood = new HashMap<>();

  /**
   * A guess from a header.
   *
   * @param initials true if it rests on the initials of pinyin
   * @param whether true if the header asks for yes or no
   */
  record Guess(
      Target target,
      double score,
      Optional<HeaderPattern.Polarity> polarity,
      boolean initials,
      boolean whether) {

    private Guess(Target target, double score, boolean initials) {
      this(target, score, Optional.empty(), initials, false);
    }
  }

  private HeaderWords(Concepts concepts, Pinyin pinyin) {
    this.concepts = concepts;
    this.pinyin = pinyin;
    org.denovo.yaml.YamlNode targets = HeaderData.read("targets");
    this.neutral = new HashSet<>(HeaderData.texts(targets.get("neutral").orElseThrow()));
    for (String part : List.of("targets", "roles")) {
      targets
          .get(part)
          .orElseThrow()
          .entries()
          .forEach(
              (name, patterns) ->
                  patterns
                      .items()
                      .forEach(node -> add(HeaderPattern.of(Target.named(name), node))));
    }
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
    return new HeaderWords(concepts, Pinyin.of(concepts));
  }

  private void add(HeaderPattern pattern) {
    for (String concept : pattern.required()) {
      byConcept.computeIfAbsent(concept, c -> new ArrayList<>()).add(pattern);
    }
    for (String concept : pattern.optional()) {
      byConcept.computeIfAbsent(concept, c -> new ArrayList<>());
    }
  }

  /** Every concept that a pattern uses; each has to have words. */
  Set<String> used() {
    return byConcept.keySet();
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
  List<Guess> guesses(List<String> parts, String sheet) {
    Map<Target, Guess> best = new LinkedHashMap<>();
    for (int own = parts.size() - 1; own >= 0; own--) {
      HeaderText leaf = header(parts.get(own));
      Set<String> bands = new LinkedHashSet<>();
      for (int i = 0; i < own; i++) {
        bands.addAll(cut(header(parts.get(i)).text()).concepts());
      }
      Set<String> outer = cut(header(sheet).text()).concepts();
      guesses(leaf, bands, outer).forEach(guess -> keep(best, guess));
      // Only under a name that says nothing (v12) does the row above name the column.
      if (!best.isEmpty() || !cut(leaf.text()).concepts().isEmpty()) {
        break;
      }
    }
    return sorted(best.values());
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

  private List<Guess> guesses(HeaderText leaf, Set<String> bands, Set<String> sheet) {
    List<Guess> guesses = new ArrayList<>();
    String text = leaf.text();
    Target own = ownNames.get(Concepts.fold(leaf.bare()));
    if (own != null) {
      guesses.add(new Guess(own, OWN_NAME, false));
    }
    double band = decisive(bands, Set.of()) ? OTHER_BAND : 0;
    Set<Target> whole =
        titles.getOrDefault(text, titles.getOrDefault(Concepts.fold(leaf.bare()), Set.of()));
    whole.stream()
        // 随访时间(月) is how long, not when.
        .filter(target -> !(target.isDate() && TIMES.contains(leaf.unit())))
        .forEach(
            target -> guesses.add(new Guess(target, TITLE + band - (whole.size() - 1), false)));
    Concepts.Cut cut = cut(text);
    if (cut.unknown() > cut(leaf.split()).unknown()) {
      cut = cut(leaf.split());
    }
    if (cut.han() + cut.latin() == 0 || !cut.concepts().isEmpty()) {
      guesses.addAll(matches(withUnit(cut, leaf), bands, sheet, 0));
    }
    if (guesses.isEmpty() && cut.latin() > 1) {
      guesses.addAll(pinyin(text, bands, sheet));
    }
    return guesses;
  }

  private static Concepts.Cut withUnit(Concepts.Cut cut, HeaderText leaf) {
    // OS(月) is a time, not a state.
    boolean time = TIMES.contains(leaf.unit());
    if (!leaf.unit().equals("%") && !time) {
      return cut;
    }
    Set<String> more = new LinkedHashSet<>(cut.concepts());
    more.add(time ? "interval" : "percent");
    return new Concepts.Cut(more, cut.han(), cut.latin(), cut.numbers());
  }

  private List<Guess> pinyin(String text, Set<String> bands, Set<String> sheet) {
    String letters = text.replaceAll("[^a-z]", "");
    List<Guess> guesses = new ArrayList<>();
    for (Concepts.Cut meaning : pinyin.full(letters)) {
      guesses.addAll(matches(meaning, bands, sheet, FULL_PINYIN));
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
      guesses.add(new Guess(target, score, true));
    }
    return guesses;
  }

  private List<Guess> matches(
      Concepts.Cut cut, Set<String> bands, Set<String> sheet, double change) {
    Set<String> here = new LinkedHashSet<>(cut.concepts());
    Set<String> telling = new LinkedHashSet<>(here);
    telling.removeAll(neutral);
    Set<HeaderPattern> candidates = new LinkedHashSet<>();
    for (String concept : telling.isEmpty() ? here : telling) {
      candidates.addAll(byConcept.getOrDefault(concept, List.of()));
    }
    for (String concept : bands) {
      candidates.addAll(byConcept.getOrDefault(concept, List.of()));
    }
    List<Guess> guesses = new ArrayList<>();
    for (HeaderPattern pattern : candidates) {
      double score = score(pattern, here, telling, bands, sheet);
      if (score > -10) {
        guesses.add(
            new Guess(
                pattern.target(),
                score - cut.unknown() + change,
                pattern.polarity(),
                false,
                here.contains(WHETHER)));
      }
    }
    return guesses;
  }

  private static final String WHETHER = "whether";

  private static final double NO_MATCH = -100;

  private static final Target NOTHING = Target.named("nothing");

  private double score(
      HeaderPattern pattern,
      Set<String> here,
      Set<String> telling,
      Set<String> bands,
      Set<String> sheet) {
    double score = pattern.weak() ? WEAK : PATTERN;
    int own = 0;
    for (String concept : pattern.required()) {
      if (here.contains(concept)) {
        own++;
      } else if (bands.contains(concept)) {
        score += FROM_BAND;
      } else if (sheet.contains(concept)) {
        score += FROM_SHEET;
      } else {
        return NO_MATCH;
      }
    }
    if (own == 0) {
      // Age over "at diagnosis": the column's own words only say which. Radiotherapy over 是否: they
      // ask of the band, if that is the whole of it.
      boolean asks = here.contains(WHETHER) && isAbout(bands, pattern);
      if (telling.isEmpty() && !asks || !bands.containsAll(pattern.required())) {
        return NO_MATCH;
      }
      score += ONLY_WHICH;
    }
    for (String concept : telling) {
      if (!pattern.required().contains(concept) && !pattern.optional().contains(concept)) {
        return NO_MATCH;
      }
    }
    score += 0.3 * (pattern.required().size() - 1) + 0.1 * (telling.size() - own);
    Set<String> wanted = new HashSet<>(pattern.required());
    wanted.addAll(pattern.optional());
    return decisive(bands, wanted) ? score + OTHER_BAND : score;
  }

  private boolean isAbout(Set<String> bands, HeaderPattern pattern) {
    return bands.stream()
        .filter(concept -> !neutral.contains(concept))
        .allMatch(c -> pattern.required().contains(c) || pattern.optional().contains(c));
  }

  private static boolean decisive(Collection<String> bands, Set<String> wanted) {
    return bands.stream().anyMatch(c -> DECISIVE.contains(c) && !wanted.contains(c));
  }

  private static void keep(Map<Target, Guess> best, Guess guess) {
    Guess other = best.get(guess.target());
    if (other == null) {
      best.put(guess.target(), guess);
    } else {
      Guess better = guess.score() > other.score() ? guess : other;
      Guess worse = better == guess ? other : guess;
      best.put(
          guess.target(),
          new Guess(
              better.target(),
              better.score(),
              better.polarity().or(worse::polarity),
              better.initials(),
              better.whether() || worse.whether()));
    }
  }

  private static List<Guess> sorted(Collection<Guess> guesses) {
    return guesses.stream().sorted(Comparator.comparingDouble((Guess g) -> -g.score())).toList();
  }
}
