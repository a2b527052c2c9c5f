package org.denovo.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.denovo.proposal.Draft;
import org.denovo.vocabulary.Text;
import org.denovo.workbook.Limits;
import org.denovo.workbook.WorkbookRefused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code suggest WORKBOOK…}: the draft of a new centre's mapping. */
@Command(name = "suggest", resourceBundle = "org.denovo.app.help")
final class SuggestCommand implements Callable<Integer> {

  @Mixin private Common common;

  @Mixin private PasswordOption password;

  @Parameters(paramLabel = "WORKBOOK", arity = "1..*", descriptionKey = "suggest.workbooks")
  private List<Path> workbooks;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "MAPPING.yaml",
      descriptionKey = "suggest.output")
  private Path output;

  @Option(names = "--centre", paramLabel = "CODE", descriptionKey = "suggest.centre")
  private String centre;

  @Override
  public Integer call() {
    Terminal terminal = common.terminal();
    Optional<Text> wrong = wrong();
    if (wrong.isPresent()) {
      terminal.error(wrong.get());
      return Exit.USAGE.code();
    }
    Draft draft;
    try {
      draft =
          Draft.of(
              code(),
              workbooks,
              Limits.DEFAULT,
              password.read(),
              password.file().map(this::beside));
    } catch (WorkbookRefused refused) {
      terminal.error(refused.says());
      return Exit.FAILED.code();
    }
    if (!draft.isUsable()) {
      terminal.error(
          new Text(
              "没有找到既有患者编号又有可识别列的工作表；请用 profile 查看",
              "no sheet has both a patient number and a column that is understood; look at it with"
                  + " profile"));
      return Exit.FAILED.code();
    }
    write(draft, terminal);
    return Exit.DONE.code();
  }

  private Optional<Text> wrong() {
    for (Path workbook : workbooks) {
      if (!Files.isRegularFile(workbook)) {
        return Optional.of(new Text("没有“{0}”", "there is no '{0}'").with(workbook));
      }
    }
    if (!code().matches("[a-z0-9_-]+")) {
      return Optional.of(
          new Text(
                  "中心名“{0}”只能由小写字母、数字、_和-组成",
                  "a centre's name has small letters, digits, _ and - only, not '{0}'")
              .with(code()));
    }
    if (output != null && centre != null && !stem(output).equals(centre)) {
      return Optional.of(
          new Text("文件名“{0}”应与中心名“{1}”一致", "the file '{0}' has to be named as the centre '{1}'")
              .with(output.getFileName(), centre));
    }
    if (output != null && Files.exists(output)) {
      return Optional.of(
          new Text("“{0}”已存在，不会覆盖", "'{0}' is there already and is not overwritten").with(output));
    }
    return Optional.empty();
  }

  private String code() {
    if (centre != null) {
      return centre;
    }
    return output != null ? stem(output) : Draft.centre(workbooks.get(0).getFileName().toString());
  }

  private static String stem(Path file) {
    return file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
  }

  /** A mapping names its password file from the folder in which it stands. */
  private String beside(Path file) {
    Path folder = (output == null ? Path.of("x") : output).toAbsolutePath().getParent();
    return folder.relativize(file.toAbsolutePath()).toString().replace('\\', '/');
  }

  private void write(Draft draft, Terminal terminal) {
    Draft.Counts counts = draft.counts();
    if (output == null && !common.json()) {
      terminal.data(draft.yaml().stripTrailing());
    } else if (output != null) {
      try {
        Files.write(output, draft.yaml().getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    if (common.json()) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("centre", code());
      row.put("mapped", counts.mapped());
      row.put("to_check", draft.toCheck());
      row.put("ignored", counts.ignored());
      row.put("open", counts.open());
      row.put("mapping", output == null ? draft.yaml() : output.toString());
      terminal.data(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(row));
      return;
    }
    terminal.say(counts.says());
    if (counts.toCheck() > 0) {
      terminal.say(
          new Text("须核对的列：{0}", "to be checked: {0}").with(String.join(", ", draft.toCheck())));
    }
    if (output != null) {
      terminal.say(
          new Text("草稿已写入{0}；核对后用 validate 检查", "the draft is in {0}: check it, then run validate")
              .with(output));
    }
  }
}
