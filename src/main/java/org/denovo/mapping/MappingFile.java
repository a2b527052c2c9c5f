package org.denovo.mapping;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.denovo.vocabulary.Edition;
import org.denovo.vocabulary.Text;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlNode;

/** Reads the file of one centre. */
final class MappingFile {

  static final List<String> KEYS =
      List.of(
          "schema",
          "centre",
          "version",
          "title",
          "workbooks",
          "password",
          "data-cut",
          "sheets",
          "words");

  private static final Pattern CENTRE = Pattern.compile("[a-z0-9_-]+");

  private final YamlNode root;
  private final Path file;
  private final Problems problems;

  private MappingFile(YamlNode root, Path file, Problems problems) {
    this.root = root;
    this.file = file;
    this.problems = problems;
  }

  /**
   * The mapping, or nothing if anything is wrong with it.
   *
   * @param bytes of the file
   */
  static Optional<CentreMapping> read(
      YamlNode root, Path file, byte[] bytes, SharedWords shared, Problems problems) {
    Problems own = new Problems();
    CentreMapping mapping = new MappingFile(root, file, own).read(shared, bytes);
    own.sorted().forEach(problems::add);
    return own.isEmpty() ? Optional.of(mapping) : Optional.empty();
  }

  /** Notes a problem unless the file says that it is written in the schema that is read here. */
  static void checkSchema(YamlNode root, Problems problems) {
    root.require("schema", problems)
        .filter(node -> !node.text().equals("1"))
        .ifPresent(node -> problems.add(node, new Text("schema应为1", "schema must be 1")));
  }

  private CentreMapping read(SharedWords shared, byte[] bytes) {
    root.onlyKeys(problems, KEYS);
    checkSchema(root, problems);
    WordsFile own = new WordsFile();
    root.get("words").ifPresent(node -> own.add(node, problems));
    Words words = own.words().or(shared.words());
    return new CentreMapping(
        centre(),
        root.require("title", problems)
            .map(node -> node.asBilingual(problems))
            .orElse(Text.same("")),
        workbooks(),
        root.get("password").flatMap(this::password),
        root.get("data-cut").flatMap(this::date),
        sheets(words),
        words,
        Edition.of(Edition.Kind.MAPPING, root.file(), root.version(problems).orElse(""), bytes),
        shared.editions());
  }

  private String centre() {
    Optional<YamlNode> node = root.require("centre", problems);
    String centre = node.flatMap(n -> n.asText(problems)).orElse("");
    String name = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    if (node.isPresent() && !CENTRE.matcher(centre).matches()) {
      problems.add(
          node.get(),
          new Text(
                  "中心名“{0}”只能由小写字母、数字、_和-组成",
                  "a centre's name has small letters, digits, _ and - only, not '{0}'")
              .with(centre));
    } else if (node.isPresent() && !centre.equals(name)) {
      problems.add(
          node.get(),
          new Text("文件名“{1}”与中心名“{0}”不一致", "the file is named '{1}' but its centre is '{0}'")
              .with(centre, name));
    }
    return centre;
  }

  private List<String> workbooks() {
    Optional<YamlNode> node = root.require("workbooks", problems);
    List<String> globs = node.map(n -> n.asTexts(problems)).orElse(List.of());
    if (node.isPresent() && (globs.isEmpty() || globs.stream().anyMatch(String::isBlank))) {
      problems.add(
          node.get(), new Text("应写明至少一个文件名模式", "at least one file name pattern is needed"));
    }
    return globs;
  }

  private Optional<PasswordSource> password(YamlNode node) {
    node.onlyKeys(problems, List.of("env", "file"));
    Optional<String> env = node.text("env", problems);
    Optional<String> path = node.text("file", problems);
    if (env.isPresent() == path.isPresent()) {
      problems.add(node, new Text("password应写env或file之一", "password has either 'env' or 'file'"));
      return Optional.empty();
    }
    return env.isPresent()
        ? Optional.of(new PasswordSource.Environment(env.get()))
        : Optional.of(new PasswordSource.File(file.resolveSibling(path.get()).normalize()));
  }

  private Optional<LocalDate> date(YamlNode node) {
    try {
      return node.asText(problems).map(LocalDate::parse);
    } catch (DateTimeParseException e) {
      problems.add(
          node,
          new Text("“{0}”不是日期，应如2022-06-30", "'{0}' is not a date like 2022-06-30")
              .with(node.text()));
      return Optional.empty();
    }
  }

  private List<SheetMapping> sheets(Words words) {
    Optional<YamlNode> node = root.require("sheets", problems);
    List<SheetMapping> sheets = new ArrayList<>();
    if (node.isEmpty()) {
      return sheets;
    }
    for (YamlNode sheet : node.get().asList(problems)) {
      if (sheet.shape() == YamlNode.Shape.MAP) {
        sheets.add(new SheetReader(sheet, words, problems).read());
      } else {
        problems.add(sheet, new Text("此处应为键值对", "a map was expected here"));
      }
    }
    if (node.get().shape() == YamlNode.Shape.LIST && sheets.isEmpty()) {
      problems.add(node.get(), new Text("应至少写一个工作表", "at least one sheet is needed"));
    }
    return sheets;
  }
}
