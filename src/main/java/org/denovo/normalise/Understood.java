package org.denovo.normalise;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.denovo.record.Field;
import org.denovo.record.Fields;
import org.denovo.vocabulary.Text;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlFile;
import org.denovo.yaml.YamlNode;

/**
 * What a column of a field may hold: a sentence for people, and three to five cells with what is
 * read of each: the value as it is stored, or the reason why there is none.
 */
public record Understood(Text says, Map<String, String> cells) {

  private static final String FILE = "understood.yaml";

  private static final Map<Field<?>, Understood> ALL = read();

  public Understood {
    cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
  }

  /** What is understood in a column of that field. */
  public static Understood of(Field<?> field) {
    return Optional.ofNullable(ALL.get(field)).orElseThrow();
  }

  private static Map<Field<?>, Understood> read() {
    Problems problems = new Problems();
    Map<Field<?>, Understood> all = new HashMap<>();
    YamlNode list =
        YamlFile.parse(FILE, WordFile.resource("/org/denovo/normalise/" + FILE), problems)
            .orElseThrow();
    for (YamlNode entry : list.asList(problems)) {
      Text says = entry.get("says").orElseThrow().asBilingual(problems);
      Map<String, String> cells = new LinkedHashMap<>();
      entry.get("cells").orElseThrow().entries().forEach((cell, v) -> cells.put(cell, v.text()));
      for (String name : entry.get("fields").orElseThrow().asTexts(problems)) {
        all.put(Fields.named(name).orElseThrow(), new Understood(says, cells));
      }
    }
    return all;
  }
}
