package org.denovo.normalise;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.denovo.mapping.Words;
import org.denovo.vocabulary.Lang;
import org.denovo.yaml.Problem;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlFile;
import org.denovo.yaml.YamlNode;

/**
 * One of the word lists that come with the software, {@code words: {field: {code: [spellings]}}}.
 */
final class WordFile {

  private WordFile() {}

  /**
   * The words of a list: group to folded spelling to code.
   *
   * @throws IllegalStateException if the list is missing or faulty, or gives a spelling two codes
   */
  static Map<String, Map<String, String>> read(String name) {
    Problems problems = new Problems();
    Map<String, Map<String, String>> groups = new LinkedHashMap<>();
    YamlNode root =
        YamlFile.parse(name, text(name), problems).orElseThrow(() -> faulty(name, problems));
    root.onlyKeys(problems, List.of("words"));
    root.require("words", problems)
        .ifPresent(
            words ->
                words
                    .asMap(problems)
                    .forEach((group, codes) -> groups.put(group, words(group, codes, problems))));
    if (!problems.isEmpty()) {
      throw faulty(name, problems);
    }
    return groups;
  }

  private static Map<String, String> words(String group, YamlNode codes, Problems problems) {
    Map<String, String> byWord = new LinkedHashMap<>();
    codes
        .asMap(problems)
        .forEach(
            (code, spellings) -> {
              for (String spelling : spellings.asTexts(problems)) {
                String other = byWord.put(Words.fold(spelling), code);
                if (other != null && !other.equals(code)) {
                  throw new IllegalStateException(
                      group + ": '" + spelling + "' stands for " + other + " and " + code);
                }
              }
            });
    return byWord;
  }

  /** A list as it stands in its file. */
  static String text(String name) {
    return resource("/org/denovo/words/" + name + ".yaml");
  }

  /** A text that comes with the software. */
  static String resource(String path) {
    try (InputStream in = WordFile.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(path + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  private static IllegalStateException faulty(String name, Problems problems) {
    List<String> lines = problems.sorted().stream().map((Problem p) -> p.in(Lang.EN)).toList();
    return new IllegalStateException(name + ": " + lines);
  }
}
