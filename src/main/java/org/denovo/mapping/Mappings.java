package org.denovo.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.denovo.vocabulary.Edition;
import org.denovo.vocabulary.Text;
import org.denovo.yaml.Problem;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlFile;
import org.denovo.yaml.YamlFolder;
import org.denovo.yaml.YamlNode;

/** The mappings of all centres, by file name. */
public record Mappings(List<CentreMapping> all) {

  static final List<String> WORD_KEYS = List.of("schema", "version", "words");

  public Mappings {
    all = List.copyOf(all);
  }

  /** The mapping of a centre. */
  public Optional<CentreMapping> centre(String name) {
    return all.stream().filter(mapping -> mapping.centre().equals(name)).findFirst();
  }

  /** The mappings that claim a file of that name; more than one is a question for a person. */
  public List<CentreMapping> claiming(String fileName) {
    return all.stream().filter(mapping -> mapping.claims(fileName)).toList();
  }

  /**
   * Reads every {@code *.yaml} of a folder, and the shared words in its folder {@code words}.
   * Whatever is wrong is noted as a problem; a file with a problem gives no mapping.
   *
   * @param root the folder against which files are named in problems
   */
  public static Mappings read(Path root, Path folder, Problems problems) {
    if (!Files.isDirectory(folder)) {
      String name = root.toAbsolutePath().relativize(folder.toAbsolutePath()).toString();
      problems.add(
          new Problem(
              name.replace('\\', '/'),
              1,
              1,
              new Text("没有这个文件夹", "there is no such folder"),
              Optional.empty()));
      return new Mappings(List.of());
    }
    SharedWords words = sharedWords(root, folder.resolve("words"), problems);
    List<CentreMapping> all = new ArrayList<>();
    Map<String, YamlNode> centres = new HashMap<>();
    List<YamlNode> globs = new ArrayList<>();
    for (Path file : YamlFolder.files(root, folder, problems)) {
      Optional<YamlNode> node = YamlFile.read(root, file, problems);
      if (node.isPresent() && isMap(node.get(), problems)) {
        MappingFile.read(node.get(), file, bytes(file), words, problems).ifPresent(all::add);
        node.get().get("centre").ifPresent(centre -> checkTwice(centre, centres, problems));
        node.get().get("workbooks").ifPresent(n -> checkGlobs(n, globs, problems));
      }
    }
    return new Mappings(all);
  }

  /**
   * Reads the mapping in one file, and the words in the folder {@code words} beside it. Nothing if
   * anything is wrong.
   *
   * @param root the folder against which files are named in problems
   */
  public static Optional<CentreMapping> readOne(Path root, Path file, Problems problems) {
    SharedWords words = sharedWords(root, file.resolveSibling("words"), problems);
    return YamlFile.read(root, file, problems)
        .filter(node -> isMap(node, problems))
        .flatMap(node -> MappingFile.read(node, file, bytes(file), words, problems));
  }

  /**
   * The mapping files of a folder whose patterns fit a workbook of that name, whatever else is
   * wrong in them or in others.
   */
  public static List<Path> filesFor(String workbook, Path folder) {
    List<Path> claiming = new ArrayList<>();
    Problems elsewhere = new Problems();
    for (Path file : YamlFolder.files(folder, folder, elsewhere)) {
      boolean claims =
          YamlFile.read(folder, file, elsewhere)
              .flatMap(node -> node.get("workbooks"))
              .map(node -> node.asTexts(elsewhere))
              .orElse(List.of())
              .stream()
              .anyMatch(glob -> Glob.matches(glob, workbook));
      if (claims) {
        claiming.add(file);
      }
    }
    return claiming;
  }

  private static SharedWords sharedWords(Path root, Path folder, Problems problems) {
    WordsFile words = new WordsFile();
    List<Edition> editions = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      for (Path file : YamlFolder.files(root, folder, problems)) {
        YamlFile.read(root, file, problems)
            .filter(node -> isMap(node, problems))
            .ifPresent(
                node -> {
                  node.onlyKeys(problems, WORD_KEYS);
                  editions.add(
                      Edition.of(
                          Edition.Kind.WORDS,
                          node.file(),
                          node.version(problems).orElse(""),
                          bytes(file)));
                  MappingFile.checkSchema(node, problems);
                  node.require("words", problems).ifPresent(w -> words.add(w, problems));
                });
      }
    }
    return new SharedWords(words.words(), editions);
  }

  private static void checkTwice(
      YamlNode centre, Map<String, YamlNode> centres, Problems problems) {
    YamlNode other = centres.putIfAbsent(centre.text(), centre);
    if (other != null) {
      problems.add(
          centre,
          new Text("中心“{0}”已在{1}中定义", "centre '{0}' stands in {1} already")
              .with(centre.text(), other.file()));
    }
  }

  /** Two globs of different files clash if a name could fit both. */
  private static void checkGlobs(YamlNode node, List<YamlNode> globs, Problems problems) {
    List<YamlNode> own = node.shape() == YamlNode.Shape.MAP ? List.of() : node.asList(problems);
    for (YamlNode glob : own) {
      for (YamlNode other : globs) {
        if (Glob.overlap(glob.text(), other.text())) {
          problems.add(
              glob,
              new Text("文件名模式“{0}”与{2}中的“{1}”重叠", "'{0}' claims files that '{1}' in {2} claims too")
                  .with(glob.text(), other.text(), other.file()));
        }
      }
    }
    globs.addAll(own);
  }

  private static boolean isMap(YamlNode node, Problems problems) {
    node.asMap(problems);
    return node.shape() == YamlNode.Shape.MAP;
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
