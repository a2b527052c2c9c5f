package org.denovo.yaml;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.denovo.vocabulary.Text;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads a YAML file into nodes that know where they stand. */
public final class YamlFile {

  private YamlFile() {}

  /**
   * Reads one file. A file that cannot be read or parsed is noted as a problem and gives nothing.
   *
   * @param root the folder against which the file is named in problems
   */
  public static Optional<YamlNode> read(Path root, Path file, Problems problems) {
    String name = name(root, file);
    try {
      return parse(name, Files.readString(file), problems);
    } catch (CharacterCodingException e) {
      problems.add(at(name, 1, 1, new Text("文件不是UTF-8编码", "the file is not UTF-8")));
    } catch (NoSuchFileException e) {
      problems.add(at(name, 1, 1, new Text("没有这个文件", "there is no such file")));
    } catch (IOException e) {
      problems.add(at(name, 1, 1, new Text("无法读取文件", "the file cannot be read")));
    }
    return Optional.empty();
  }

  /** Parses YAML text as if it stood in the named file. */
  public static Optional<YamlNode> parse(String name, String yaml, Problems problems) {
    try {
      Compose compose = new Compose(LoadSettings.builder().setLabel(name).build());
      Optional<Node> root = compose.composeString(yaml);
      if (root.isEmpty()) {
        problems.add(at(name, 1, 1, new Text("文件是空的", "the file is empty")));
        return Optional.empty();
      }
      return Optional.of(convert(name, Source.of(yaml), root.get(), problems));
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
      int column = e.getProblemMark().map(Mark::getColumn).orElse(0) + 1;
      problems.add(
          at(name, line, column, new Text("YAML语法错误：{0}", "YAML: {0}").with(e.getProblem())));
    } catch (YamlEngineException e) {
      problems.add(at(name, 1, 1, new Text("YAML语法错误：{0}", "YAML: {0}").with(e.getMessage())));
    }
    return Optional.empty();
  }

  private static YamlNode convert(String file, Source yaml, Node node, Problems problems) {
    int line = node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    int column = node.getStartMark().map(Mark::getColumn).orElse(0) + 1;
    if (node instanceof ScalarNode scalar) {
      return new YamlNode(
          file,
          line,
          column,
          YamlNode.Shape.TEXT,
          scalar.getValue(),
          raw(yaml, scalar),
          List.of(),
          Map.of(),
          Map.of());
    }
    if (node instanceof SequenceNode sequence) {
      List<YamlNode> items = new ArrayList<>();
      sequence.getValue().forEach(item -> items.add(convert(file, yaml, item, problems)));
      return new YamlNode(
          file, line, column, YamlNode.Shape.LIST, "", "", items, Map.of(), Map.of());
    }
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    Map<String, YamlNode> keys = new LinkedHashMap<>();
    for (NodeTuple tuple : ((MappingNode) node).getValue()) {
      YamlNode key = convert(file, yaml, tuple.getKeyNode(), problems);
      if (key.shape() != YamlNode.Shape.TEXT) {
        problems.add(key, new Text("键应为文字", "a key must be a text"));
      } else if (entries.containsKey(key.text())) {
        problems.add(key, new Text("键“{0}”重复", "key '{0}' stands twice").with(key.text()));
      } else {
        keys.put(key.text(), key);
        entries.put(key.text(), convert(file, yaml, tuple.getValueNode(), problems));
      }
    }
    return new YamlNode(file, line, column, YamlNode.Shape.MAP, "", "", List.of(), entries, keys);
  }

  private static String raw(Source yaml, ScalarNode scalar) {
    int from = scalar.getStartMark().map(Mark::getIndex).orElse(0);
    int to = scalar.getEndMark().map(Mark::getIndex).orElse(from);
    return yaml.part(from, to);
  }

  /**
   * The text of a file, in which marks count code points.
   *
   * @param even true if each is one char, as in nearly every file, so that nothing has to be
   *     counted
   */
  private record Source(String text, boolean even) {

    static Source of(String text) {
      return new Source(text, text.codePointCount(0, text.length()) == text.length());
    }

    String part(int from, int to) {
      int start = even ? from : text.offsetByCodePoints(0, from);
      return text.substring(start, even ? to : text.offsetByCodePoints(start, to - from));
    }
  }

  private static Problem at(String file, int line, int column, Text message) {
    return new Problem(file, line, column, message, Optional.empty());
  }

  /** The file as problems name it. */
  static String name(Path root, Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    Path base = root.toAbsolutePath().normalize();
    Path shown = absolute.startsWith(base) ? base.relativize(absolute) : absolute;
    return shown.toString().replace('\\', '/');
  }
}
