package org.denovo.proposal;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.denovo.yaml.YamlNode;

/**
 * Concepts that together name a target.
 *
 * @param required all of these are there
 * @param optional these may be there
 * @param strength how much the concepts say
 * @param polarity what yes and no are, for a question about a field of codes
 */
record HeaderPattern(
    Target target,
    Set<String> required,
    Set<String> optional,
    Strength strength,
    Optional<Polarity> polarity) {

  /** Whether a header names its target, hints at it, or leaves so much open that a look is due. */
  enum Strength {
    NAMES,
    HINTS,
    LEAVES_OPEN
  }

  /** The codes that yes and no stand for. */
  record Polarity(String yes, String no) {}

  HeaderPattern {
    required = Set.copyOf(required);
    optional = Set.copyOf(optional);
  }

  /** Reads {@code surgery date (primary)}, or the map of a question. */
  static HeaderPattern of(Target target, YamlNode node) {
    if (node.shape() == YamlNode.Shape.TEXT) {
      return of(target, node.text(), Optional.empty());
    }
    Map<String, YamlNode> entries = node.entries();
    return of(
        target,
        entries.get("is").text(),
        Optional.of(new Polarity(entries.get("yes").text(), entries.get("no").text())));
  }

  private static HeaderPattern of(Target target, String written, Optional<Polarity> polarity) {
    Set<String> required = new LinkedHashSet<>();
    Set<String> optional = new LinkedHashSet<>();
    Strength strength = Strength.NAMES;
    for (String word : written.split(" ")) {
      if (word.equals("~")) {
        strength = Strength.HINTS;
      } else if (word.equals("~~")) {
        strength = Strength.LEAVES_OPEN;
      } else if (word.startsWith("(")) {
        optional.add(word.substring(1, word.length() - 1));
      } else {
        required.add(word);
      }
    }
    return new HeaderPattern(target, required, optional, strength, polarity);
  }
}
