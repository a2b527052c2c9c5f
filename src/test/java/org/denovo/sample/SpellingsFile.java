package org.denovo.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.denovo.record.Field;
import org.denovo.vocabulary.Coded;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlFile;
import org.denovo.yaml.YamlNode;

/** The words for codes in {@code sample/spellings.yaml}, from which each centre picks its habit. */
final class SpellingsFile {

  private static final YamlNode ROOT = read();

  private SpellingsFile() {}

  /** The word that a centre with this habit writes for a code. */
  static String word(Field<?> field, Coded value, boolean english, int habit) {
    List<String> words = words(field, value, english);
    return words.get(habit % words.size());
  }

  /** All words for a code in one language. */
  static List<String> words(Field<?> field, Coded value, boolean english) {
    return ROOT.get(field.name())
        .flatMap(node -> node.get(value.code()))
        .flatMap(node -> node.get(english ? "en" : "zh"))
        .map(node -> node.asTexts(new Problems()))
        .orElseGet(() -> List.of(english ? value.title().en() : value.title().zh()));
  }

  private static YamlNode read() {
    try (InputStream file = SpellingsFile.class.getResourceAsStream("/sample/spellings.yaml")) {
      Problems problems = new Problems();
      String yaml = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      Optional<YamlNode> root = YamlFile.parse("spellings.yaml", yaml, problems);
      return root.orElseThrow(() -> new IllegalStateException(problems.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
