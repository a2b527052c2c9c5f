package org.denovo.yaml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.denovo.vocabulary.Text;

/** The configuration files of a folder: those that end with {@code .yaml}. */
public final class YamlFolder {

  private static final Pattern MISNAMED =
      Pattern.compile(".*\\.(?:yml|yaml)(?:\\.txt)?", Pattern.CASE_INSENSITIVE);

  private YamlFolder() {}

  /**
   * The files, by name; none if there is no such folder. A file that only looks like one, such as
   * {@code north.yml}, is noted as a problem: whoever wrote it believes that it counts.
   *
   * @param root the folder against which files are named in problems
   */
  public static List<Path> files(Path root, Path folder, Problems problems) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Path> files = new ArrayList<>();
    for (Path file : visible(folder)) {
      String name = file.getFileName().toString();
      if (name.endsWith(".yaml")) {
        files.add(file);
      } else if (MISNAMED.matcher(name).matches()) {
        String right = name.replaceFirst("\\.(?i:yml|yaml)(?:\\.(?i:txt))?$", ".yaml");
        problems.add(
            new Problem(
                YamlFile.name(root, file),
                1,
                1,
                new Text(
                    "配置文件须以.yaml结尾，此文件不会被读取；请改名",
                    "a configuration file ends with .yaml; this one would not be read: rename it"),
                Optional.of(right)));
      }
    }
    return files;
  }

  private static List<Path> visible(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
