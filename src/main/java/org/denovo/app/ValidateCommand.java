package org.denovo.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.denovo.vocabulary.Lang;
import org.denovo.vocabulary.Text;
import org.denovo.yaml.Problem;
import org.denovo.yaml.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code validate [PATH…]}: every problem in the configuration at once; {@code validate --against
 * WORKBOOK}: what a mapping would do with a workbook.
 */
@Command(name = "validate", resourceBundle = "org.denovo.app.help")
final class ValidateCommand implements Callable<Integer> {

  @Mixin private Common common;

  @Parameters(paramLabel = "PATH", arity = "0..*", descriptionKey = "validate.paths")
  private List<Path> paths = new ArrayList<>();

  @Option(names = "--against", paramLabel = "WORKBOOK", descriptionKey = "validate.against")
  private Path against;

  @Option(names = "--mapping", paramLabel = "MAPPING.yaml", descriptionKey = "validate.mapping")
  private Path mapping;

  @Option(names = "--job", paramLabel = "JOB.yaml", descriptionKey = "validate.job")
  private Path job = Path.of("jobs", "nightly.yaml");

  @Override
  public Integer call() {
    Terminal terminal = common.terminal();
    if (against != null && !paths.isEmpty() || against == null && mapping != null) {
      terminal.error(
          new Text(
              "--mapping与--against同用，且不与路径同用",
              "--mapping goes with --against, and neither goes with a path"));
      return Exit.USAGE.code();
    }
    if (against != null) {
      return new WorkbookTrial(terminal, common.json(), job)
          .of(against, Optional.ofNullable(mapping))
          .code();
    }
    List<Path> read = paths.isEmpty() ? List.of(Path.of("").toAbsolutePath()) : paths;
    for (Path path : read) {
      if (!Files.exists(path)) {
        terminal.error(new Text("没有“{0}”", "there is no '{0}'").with(path));
        return Exit.USAGE.code();
      }
    }
    Problems problems = new Problems();
    int files = Configuration.validate(read, problems);
    if (files == 0 && problems.isEmpty()) {
      terminal.error(
          new Text(
              "没有找到配置文件；请在项目文件夹中运行，或指明路径",
              "no configuration file was found; run this in the project's folder, or name a path"));
      return Exit.USAGE.code();
    }
    if (problems.isEmpty() && !common.json()) {
      terminal.say(new Text("{0} 个配置文件，没有问题", "{0} configuration files, no problem").with(files));
      return Exit.DONE.code();
    }
    return report(problems, terminal, common.json()).code();
  }

  /** Prints the problems, on stdout because they are what was asked for. */
  static Exit report(Problems problems, Terminal terminal, boolean json) {
    List<Problem> sorted = problems.sorted();
    if (json) {
      List<Map<String, Object>> rows = new ArrayList<>();
      for (Problem problem : sorted) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("file", problem.file());
        row.put("line", problem.line());
        row.put("column", problem.column());
        row.put("message_en", problem.message().in(Lang.EN));
        row.put("message_zh", problem.message().in(Lang.ZH));
        row.put("suggestion", problem.suggestion().orElse(null));
        rows.add(row);
      }
      terminal.data(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(rows));
    } else {
      sorted.forEach(problem -> terminal.data(problem.in(terminal.lang())));
      terminal.error(
          sorted.size() == 1
              ? new Text("1 个问题，未运行任何作业", "1 problem, nothing was run")
              : new Text("{0} 个问题，未运行任何作业", "{0} problems, nothing was run").with(sorted.size()));
    }
    return sorted.isEmpty() ? Exit.DONE : Exit.USAGE;
  }
}
