package org.denovo.proposal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.denovo.vocabulary.Lang;
import org.denovo.yaml.Problem;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlFile;
import org.denovo.yaml.YamlNode;

/** The lists that come with the software: words of headers, what they mean, who is a person. */
final class HeaderData {

  private static final Map<String, YamlNode> READ = new ConcurrentHashMap<>();

  private HeaderData() {}

  /**
   * A list as the file writes it.
   *
   * @throws IllegalStateException if it is missing or no YAML
   */
  static YamlNode read(String name) {
    return READ.computeIfAbsent(name, HeaderData::parse);
  }

  private static YamlNode parse(String name) {
    String path = "/org/denovo/headers/" + name + ".yaml";
    Problems problems = new Problems();
    try (InputStream in = HeaderData.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(path + " is missing");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return YamlFile.parse(name, text, problems).orElseThrow(() -> faulty(name, problems));
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  /** The texts of a node that has to be a list of texts. */
  static List<String> texts(YamlNode node) {
    return node.items().stream().map(YamlNode::text).toList();
  }

  private static IllegalStateException faulty(String name, Problems problems) {
    List<String> lines = problems.sorted().stream().map((Problem p) -> p.in(Lang.EN)).toList();
    return new IllegalStateException(name + ": " + lines);
  }
}
