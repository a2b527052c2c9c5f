package org.denovo.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.denovo.vocabulary.Text;

/**
 * A node of a YAML file: a text, a list or a map, with the place where it stands.
 *
 * @param line counted from 1
 * @param column counted from 1
 * @param shape which of the three it is; the other two parts are empty
 * @param text the scalar's text; never a number, boolean or date
 * @param raw the scalar as it stands in the file, with its quotes, escapes and line breaks
 * @param entries the map's values by key text, in the order of the file
 * @param keys the map's keys, so that a problem can point at one
 */
public record YamlNode(
    String file,
    int line,
    int column,
    Shape shape,
    String text,
    String raw,
    List<YamlNode> items,
    Map<String, YamlNode> entries,
    Map<String, YamlNode> keys) {

  /** The three shapes of a node. */
  public enum Shape {
    TEXT,
    LIST,
    MAP
  }

  public YamlNode {
    items = List.copyOf(items);
    entries = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    keys = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(keys));
  }

  /**
   * The place of a character of the text, as a node at which a problem can be noted.
   *
   * @param offset counted in code points from 0
   */
  public YamlNode within(int offset) {
    int at = RawScalar.position(raw, text, offset);
    String before = raw.substring(0, at);
    int lastBreak = before.lastIndexOf('\n');
    int breaks = (int) before.chars().filter(c -> c == '\n').count();
    int across = before.codePointCount(lastBreak + 1, before.length());
    return new YamlNode(
        file,
        line + breaks,
        lastBreak < 0 ? column + across : across + 1,
        shape,
        text,
        raw,
        items,
        entries,
        keys);
  }

  /** The value of a key, if the node is a map that has it. */
  public Optional<YamlNode> get(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  /** The value of a key; notes a problem if it is missing. */
  public Optional<YamlNode> require(String key, Problems problems) {
    Optional<YamlNode> value = get(key);
    if (value.isEmpty()) {
      problems.add(this, new Text("缺少“{0}”", "'{0}' is missing").with(key));
    }
    return value;
  }

  /** The text of a key; notes a problem if it is there and not a text. */
  public Optional<String> text(String key, Problems problems) {
    return get(key).flatMap(node -> node.asText(problems));
  }

  /** The node's own text; notes a problem if it is a list or a map. */
  public Optional<String> asText(Problems problems) {
    if (shape != Shape.TEXT) {
      problems.add(this, new Text("此处应为文字", "a text was expected here"));
      return Optional.empty();
    }
    return Optional.of(text);
  }

  /** The items of a list; a single text counts as a list of one; notes a problem for a map. */
  public List<YamlNode> asList(Problems problems) {
    return switch (shape) {
      case LIST -> items;
      case TEXT -> List.of(this);
      case MAP -> {
        problems.add(this, new Text("此处应为列表", "a list was expected here"));
        yield List.of();
      }
    };
  }

  /** The texts of a list of texts. */
  public List<String> asTexts(Problems problems) {
    List<String> texts = new ArrayList<>();
    asList(problems).forEach(item -> item.asText(problems).ifPresent(texts::add));
    return texts;
  }

  /** The entries of a map; notes a problem for anything else. */
  public Map<String, YamlNode> asMap(Problems problems) {
    if (shape != Shape.MAP) {
      problems.add(this, new Text("此处应为键值对", "a map was expected here"));
      return Map.of();
    }
    return entries;
  }

  /** A bilingual text, written {@code {zh: …, en: …}} or as one text for both. */
  public Text asBilingual(Problems problems) {
    if (shape == Shape.TEXT) {
      return Text.same(text);
    }
    onlyKeys(problems, List.of("zh", "en"));
    String zh = require("zh", problems).flatMap(n -> n.asText(problems)).orElse("");
    String en = require("en", problems).flatMap(n -> n.asText(problems)).orElse("");
    return new Text(zh, en);
  }

  /** The key {@code version}, if it is there; notes a problem unless it is written 1.0.0. */
  public Optional<String> version(Problems problems) {
    Optional<YamlNode> node = get("version");
    node.filter(n -> !n.text().matches("[0-9]+\\.[0-9]+\\.[0-9]+"))
        .ifPresent(n -> problems.add(n, new Text("版本应写成1.0.0", "a version is written 1.0.0")));
    return node.map(YamlNode::text);
  }

  /**
   * Notes a problem, with a suggestion or all that are, for each key that is not among those known.
   */
  public void onlyKeys(Problems problems, Collection<String> known) {
    asMap(problems)
        .forEach(
            (key, value) -> {
              if (!known.contains(key)) {
                Text says = new Text("未知的键“{0}”", "unknown key '{0}'").with(key);
                if (Nearest.to(key, known).isEmpty()) {
                  String all = String.join(", ", known);
                  says = new Text("{0}，可用：{1}", "{0}; known here: {1}").with(says, all);
                }
                problems.add(keys.get(key), says, key, known);
              }
            });
  }
}
