package org.denovo.app;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.denovo.job.JobFile;
import org.denovo.job.JobFiles;
import org.denovo.store.Export;
import org.denovo.store.Exports;
import org.denovo.store.Store;
import org.denovo.vocabulary.Text;
import org.denovo.yaml.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code exports}: what left the registry, for what, and whether the record is as it was written.
 */
@Command(name = "exports", resourceBundle = "org.denovo.app.help")
final class ExportsCommand implements Callable<Integer> {

  @Mixin private Common common;

  @Option(names = "--job", paramLabel = "JOB.yaml", descriptionKey = "exports.job")
  private Path job = Path.of("jobs", "nightly.yaml");

  @Override
  public Integer call() {
    Terminal terminal = common.terminal();
    Problems problems = new Problems();
    Optional<JobFile> file = JobFiles.read(job, problems);
    if (file.isEmpty() || !problems.isEmpty()) {
      return ValidateCommand.report(problems, terminal, common.json()).code();
    }
    return Registry.read(terminal, file.get(), source -> list(terminal, source)).code();
  }

  private Exit list(Terminal terminal, HikariDataSource source) {
    Exports.Kept kept = Store.in(source).exports().all();
    List<Exports.Line> all = kept.lines();
    if (common.json()) {
      List<Map<String, Object>> rows = new ArrayList<>();
      all.forEach(line -> rows.add(row(line)));
      terminal.data(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(rows));
    } else {
      all.forEach(line -> show(line, terminal));
    }
    if (kept.broken().isPresent()) {
      terminal.error(
          new Text(
                  "导出记录自第{0}行起被改动或有缺失",
                  "the record of exports was changed or lacks lines from line {0} on")
              .with(kept.broken().getAsLong()));
      return Exit.FAILED;
    }
    if (all.isEmpty()) {
      terminal.say(new Text("还没有导出", "nothing was exported yet"));
    } else {
      terminal.say(
          new Text("记录完整，共{0}行；末行{1}", "{0} lines, all as they were written; the last is {1}")
              .with(all.size(), all.get(all.size() - 1).sha256()));
    }
    return Exit.DONE;
  }

  private static void show(Exports.Line line, Terminal terminal) {
    Export export = line.export();
    terminal.row(
        Long.toString(line.number()),
        export.asOf().toString(),
        export.by(),
        export.cohort() + " " + export.cohortVersion(),
        export.cut().isEmpty() ? export.runId() : export.cut(),
        export.profile(),
        Long.toString(export.patients()),
        Long.toString(export.fileCount()),
        export.approval(),
        export.purpose());
  }

  private static Map<String, Object> row(Exports.Line line) {
    Export export = line.export();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("line", line.number());
    row.put("job", export.job());
    row.put("run", export.runId());
    row.put("cut", export.cut());
    row.put("cohort", export.cohort());
    row.put("cohort_version", export.cohortVersion());
    row.put("as_of", export.asOf().toString());
    row.put("by", export.by());
    row.put("profile", export.profile());
    row.put("small_cells", export.smallCells());
    row.put("k", export.k());
    row.put("purpose", export.purpose());
    row.put("approval", export.approval());
    row.put("patients", export.patients());
    row.put("files", export.files().lines().toList());
    row.put("sha256", line.sha256());
    row.put("intact", line.isIntact());
    return row;
  }
}
