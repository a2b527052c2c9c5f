package org.denovo.proposal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.denovo.yaml.YamlNode;

/** The concepts that together name a target, and how well those of a header do. */
final class HeaderPatterns {

  private static final double PATTERN = 3.2;
  private static final double HINT = 0.6;

  /**
   * A concept that is wanted in the header stands only in the band, or only in the sheet's name.
   */
  private static final double FROM_BAND = -0.2;

  private static final double FROM_SHEET = -0.6;

  private static final double ONLY_WHICH = -0.8;

  /** A band that makes the column another question, for example 转移灶 over ER. */
  static final double OTHER_BAND = -3.0;

  private static final Set<String> DECISIVE =
      Set.of(
          "met_lesion",
          "recurrence",
          "post_op",
          "pre_op",
          "second",
          "relative",
          "next_of_kin",
          "adjuvant",
          "prior",
          "contralateral",
          "intra_op");

  /** 性别代码 and 侧别名称 are the sex and the side, 诊断编码 is not the date. */
  private static final Set<String> CODED = Set.of("code", "name");

  /** A word that only says of what or when, and that the pattern does not know. */
  private static final double SITUATION = -1.2;

  private static final int MOST_SITUATIONS = 2;

  private static final String WHETHER = "whether";

  /** One letter names them, so that a letter more is another abbreviation: R/T, H/T. */
  private static final Set<String> CATEGORIES = Set.of("t_cat", "n_cat", "m_cat");

  /** The pathologist's stage is another one. */
  private static final Set<String> STAGES = Set.of("t_cat", "n_cat", "m_cat", "stage_group", "tnm");

  /** Of these the breast and the primary are the opposite. */
  private static final Pattern SPREAD = Pattern.compile("^met_|^metastas|_met_|lesion|^oligo");

  /** Of these a sheet's name says nothing: every sheet of the registry is about both. */
  private static final Set<String> OF_A_PLACE = Set.of("response_primary", "response_distant");

  private static final double ROLE = 0.7;

  private static final double NO_MATCH = -100;

  private final Set<String> neutral;
  private final Map<String, Set<String>> situation = new HashMap<>();
  private final Map<String, List<HeaderPattern>> byConcept = new HashMap<>();

  private HeaderPatterns(YamlNode targets) {
    neutral = new HashSet<>(HeaderData.texts(targets.get("neutral").orElseThrow()));
    targets
        .get("situation")
        .orElseThrow()
        .entries()
        .forEach((kind, words) -> situation.put(kind, Set.copyOf(HeaderData.texts(words))));
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
  }

  /** The patterns that come with the software. */
  static HeaderPatterns shipped() {
    return new HeaderPatterns(HeaderData.read("targets"));
  }

  private void add(HeaderPattern pattern) {
    for (String concept : pattern.required()) {
      byConcept.computeIfAbsent(concept, c -> new ArrayList<>()).add(pattern);
    }
    for (String concept : pattern.optional()) {
      byConcept.computeIfAbsent(concept, c -> new ArrayList<>());
    }
  }

  /** True if nothing is said but that something is asked. */
  boolean isNeutral(Concepts.Cut cut) {
    return cut.unknown() == 0 && neutral.containsAll(cut.concepts());
  }

  /** Every concept that a pattern uses; each has to have words. */
  Set<String> used() {
    return byConcept.keySet();
  }

  /**
   * The targets that the concepts of a header name together with those around it.
   *
   * @param bands the concepts of the bands over it
   * @param sheet the concepts of the sheet's name
   * @param change what the way in which it was read adds to the score
   */
  List<HeaderGuess> matches(Concepts.Cut cut, Set<String> bands, Set<String> sheet, double change) {
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
    List<HeaderGuess> guesses = new ArrayList<>();
    for (HeaderPattern pattern : candidates) {
      boolean otherLetters = cut.latin() > 0 && CATEGORIES.contains(pattern.target().name());
      double score = score(pattern, here, telling, bands, sheet);
      if (score > -10 && !otherLetters) {
        guesses.add(
            new HeaderGuess(
                pattern.target(),
                score - unknown(pattern.target(), cut) + change,
                pattern.polarity(),
                false,
                here.contains(WHETHER),
                pattern.strength() == HeaderPattern.Strength.LEAVES_OPEN));
      }
    }
    return guesses;
  }

  /** What tells who somebody is stays so with a word more, and is better hidden than shown. */
  private static double unknown(Target target, Concepts.Cut cut) {
    return target.isRole() ? ROLE * cut.unknown() : cut.unknown();
  }

  private double score(
      HeaderPattern pattern,
      Set<String> here,
      Set<String> telling,
      Set<String> bands,
      Set<String> sheet) {
    double score =
        switch (pattern.strength()) {
          case NAMES -> PATTERN;
          case HINTS, LEAVES_OPEN -> HINT;
        };
    int own = 0;
    for (String concept : pattern.required()) {
      if (here.contains(concept)) {
        own++;
      } else if (bands.contains(concept)) {
        score += FROM_BAND;
      } else if (sheet.contains(concept) && sheetTells(pattern.target())) {
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
    int situations = 0;
    for (String concept : telling) {
      boolean taken =
          pattern.required().contains(concept)
              || pattern.optional().contains(concept)
              || CODED.contains(concept) && saysKinds(pattern.target());
      if (!taken) {
        boolean only =
            pattern.strength() == HeaderPattern.Strength.NAMES
                && situation(pattern.target()).contains(concept);
        situations++;
        if (!only || situations > MOST_SITUATIONS) {
          return NO_MATCH;
        }
        score += SITUATION;
      }
    }
    score += 0.3 * (pattern.required().size() - 1);
    // Of two patients' numbers the one with more words is not the likelier one.
    score += pattern.target().isRole() ? 0 : 0.1 * (telling.size() - own);
    Set<String> wanted = new HashSet<>(pattern.required());
    wanted.addAll(pattern.optional());
    return decisive(bands, wanted) ? score + OTHER_BAND : score;
  }

  private static boolean sheetTells(Target target) {
    return !target.isRole() && !OF_A_PLACE.contains(target.name());
  }

  private Set<String> situation(Target target) {
    if (target.isRole()) {
      return Set.of();
    }
    if (SPREAD.matcher(target.name()).find()) {
      return situation.get("spread");
    }
    if (target.isDate()) {
      return situation.get("dates");
    }
    if (STAGES.contains(target.name())) {
      return situation.get("stages");
    }
    boolean codes = target.isCoded() && !target.isYesNo();
    return situation.get(target.topic().isPresent() ? "topics" : codes ? "codes" : "others");
  }

  private static boolean saysKinds(Target target) {
    return target.isCoded() || target.topic().isPresent();
  }

  private boolean isAbout(Set<String> bands, HeaderPattern pattern) {
    return bands.stream()
        .filter(concept -> !neutral.contains(concept))
        .allMatch(c -> pattern.required().contains(c) || pattern.optional().contains(c));
  }

  static boolean decisive(Collection<String> bands, Set<String> wanted) {
    return bands.stream().anyMatch(c -> DECISIVE.contains(c) && !wanted.contains(c));
  }
}
