package org.denovo.yaml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.denovo.vocabulary.Text;

/**
 * The JSON Schema (draft 2020-12) of a configuration file or a part of one, for editors. What an
 * editor takes for a number or a truth value is a text to our readers, so a text may be any of
 * them.
 *
 * @param tree as JSON has it
 */
public record FileSchema(Map<String, Object> tree) {

  private static final List<String> SCALAR = List.of("string", "number", "boolean");

  public FileSchema {
    tree = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(tree));
  }

  /** Any text. */
  public static FileSchema text() {
    return of("type", SCALAR);
  }

  /** A text of this form, where an editor takes it for one. */
  public static FileSchema like(String pattern) {
    return text().with("pattern", "^(?:" + pattern + ")$");
  }

  /** One of these words. */
  public static FileSchema oneOf(Collection<String> words) {
    return of("enum", List.copyOf(words));
  }

  /** A whole number, not less than that. */
  public static FileSchema whole(int least) {
    return of("type", "integer").with("minimum", least);
  }

  /** A whole number between two. */
  public static FileSchema whole(int least, int most) {
    return whole(least).with("maximum", most);
  }

  /** The number 1, in which every file says how it is written. */
  public static FileSchema schemaNumber() {
    return of("enum", List.of(1, "1"));
  }

  /** A date. */
  public static FileSchema date() {
    return like("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  }

  /** A text in both languages, or one for both. */
  public static FileSchema bilingual() {
    return either(text(), both());
  }

  /** A text that must be written in both languages. */
  public static FileSchema both() {
    return object(List.of("zh", "en"), List.of("zh", "en"), Map.of("zh", text(), "en", text()));
  }

  /** A list; of one item also without brackets. */
  public static FileSchema list(FileSchema item) {
    return either(item, items(item));
  }

  /** A list in brackets or with dashes. */
  public static FileSchema items(FileSchema item) {
    return of("type", "array").with("items", item.tree());
  }

  /** Keys that the author chooses, with such values. */
  public static FileSchema map(FileSchema values) {
    return of("type", "object").with("additionalProperties", values.tree());
  }

  /** Some of these keys, with such values. */
  public static FileSchema map(Collection<String> keys, FileSchema values) {
    return map(values).with("propertyNames", oneOf(keys).tree());
  }

  /** Either of these. */
  public static FileSchema either(FileSchema... schemas) {
    return of("anyOf", Arrays.stream(schemas).map(FileSchema::tree).toList());
  }

  /**
   * The keys that a reader knows.
   *
   * @throws IllegalArgumentException if a key has no schema, or a schema has no key
   */
  public static FileSchema object(
      List<String> keys, List<String> required, Map<String, FileSchema> properties) {
    Set<String> described = new LinkedHashSet<>(properties.keySet());
    if (!described.equals(new LinkedHashSet<>(keys)) || !described.containsAll(required)) {
      throw new IllegalArgumentException(
          "the reader knows " + keys + ", the schema " + properties.keySet());
    }
    Map<String, Object> trees = new LinkedHashMap<>();
    keys.forEach(key -> trees.put(key, properties.get(key).tree()));
    return of("type", "object")
        .with("properties", trees)
        .with("required", new ArrayList<>(required))
        .with("additionalProperties", false);
  }

  /** The same, whole with all keys of exactly one of these sets. */
  public FileSchema wholeWith(List<List<String>> sets) {
    return with(
        "oneOf", sets.stream().map(keys -> of("required", new ArrayList<>(keys)).tree()).toList());
  }

  /** The same with what an editor shows beside it. */
  public FileSchema saying(String zh, String en) {
    return with("description", en + " / " + zh);
  }

  /** The same as a file of its own. */
  public FileSchema titled(Text title) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    all.put("title", title.en() + " / " + title.zh());
    all.putAll(tree);
    return new FileSchema(all);
  }

  private FileSchema with(String key, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(tree);
    more.put(key, value);
    return new FileSchema(more);
  }

  private static FileSchema of(String key, Object value) {
    return new FileSchema(Map.of(key, value));
  }
}
