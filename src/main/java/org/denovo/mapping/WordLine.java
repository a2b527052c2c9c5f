package org.denovo.mapping;

import java.util.List;
import java.util.Optional;
import org.denovo.record.Field;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlEdit;
import org.denovo.yaml.YamlFile;
import org.denovo.yaml.YamlNode;

/**
 * The one line by which a mapping file learns a word, for a person to write. The file itself is
 * never touched.
 *
 * @param line the number of the line, from 1
 * @param text the whole line as it then stands
 * @param isNew true if it goes before what stands on that line now, false if it takes its place
 */
public record WordLine(int line, String text, boolean isNew) {

  /**
   * The line for a spelling of a code; nothing if the file cannot be read as a mapping.
   *
   * @param yaml the mapping file as it stands
   */
  public static Optional<WordLine> in(String yaml, Field<?> field, String code, String spelling) {
    String list = YamlEdit.scalar(code) + ": [" + YamlEdit.scalar(spelling) + "]";
    String whole = YamlEdit.scalar(field.name()) + ": {" + list + "}";
    List<String> lines = yaml.lines().toList();
    return YamlFile.parse("mapping", yaml, new Problems())
        .filter(root -> root.shape() == YamlNode.Shape.MAP)
        .flatMap(
            root -> {
              Optional<YamlNode> words = root.get("words");
              Optional<YamlNode> codes = words.flatMap(w -> w.get(field.name()));
              Optional<YamlNode> spellings = codes.flatMap(c -> c.get(code));
              if (spellings.isPresent()) {
                return Optional.of(longer(spellings.get(), lines, spelling));
              }
              if (codes.isPresent()) {
                return under(codes.get(), lines, list);
              }
              return words.isPresent()
                  ? under(words.get(), lines, whole)
                  : Optional.of(new WordLine(lines.size() + 1, "words: {" + whole + "}", true));
            });
  }

  /** As the first entry of a map, which is written with or without braces. */
  private static Optional<WordLine> under(YamlNode map, List<String> lines, String entry) {
    String line = lines.get(map.line() - 1);
    int column = line.offsetByCodePoints(0, map.column() - 1);
    if (column < line.length() && line.charAt(column) == '{') {
      String comma = map.asMap(new Problems()).isEmpty() ? "" : ", ";
      return Optional.of(replaced(map.line(), line, column + 1, entry + comma));
    }
    return Optional.of(new WordLine(map.line(), " ".repeat(column) + entry, true));
  }

  /** One more spelling in a list, or beside a lone one. */
  private static WordLine longer(YamlNode spellings, List<String> lines, String spelling) {
    String line = lines.get(spellings.line() - 1);
    int column = line.offsetByCodePoints(0, spellings.column() - 1);
    String added = YamlEdit.scalar(spelling);
    if (spellings.shape() == YamlNode.Shape.TEXT) {
      String both = "[" + spellings.raw() + ", " + added + "]";
      String rest = line.substring(column + spellings.raw().length());
      return new WordLine(spellings.line(), line.substring(0, column) + both + rest, false);
    }
    return line.charAt(column) == '['
        ? replaced(spellings.line(), line, column + 1, added + ", ")
        : new WordLine(spellings.line(), " ".repeat(column) + "- " + added, true);
  }

  private static WordLine replaced(int number, String line, int at, String inserted) {
    return new WordLine(number, line.substring(0, at) + inserted + line.substring(at), false);
  }
}
