package org.denovo.normalise;

import java.util.Set;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlFile;
import org.denovo.yaml.YamlNode;

/**
 * The surnames of China by which a name is known as one: the most frequent of one character, and
 * those of two.
 */
public record Surnames(Set<String> single, Set<String> twofold) {

  private static final Surnames KNOWN = read();

  public Surnames {
    single = Set.copyOf(single);
    twofold = Set.copyOf(twofold);
  }

  /** Those that come with the software. */
  public static Surnames known() {
    return KNOWN;
  }

  /** True if Chinese characters begin with a surname and go on. */
  public boolean begin(String characters) {
    return characters.length() > 1 && single.contains(characters.substring(0, 1))
        || characters.length() > 2 && twofold.contains(characters.substring(0, 2));
  }

  private static Surnames read() {
    Problems problems = new Problems();
    YamlNode root =
        YamlFile.parse("names", WordFile.text("names"), problems)
            .orElseThrow(() -> new IllegalStateException("names " + problems.sorted()));
    return new Surnames(
        Set.copyOf(root.get("single").orElseThrow().asTexts(problems)),
        Set.copyOf(root.get("double").orElseThrow().asTexts(problems)));
  }
}
