package org.denovo.app;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.denovo.batch.CutRefused;
import org.denovo.batch.DataCuts;
import org.denovo.batch.Night;
import org.denovo.extract.CutFile;
import org.denovo.job.JobFile;
import org.denovo.job.JobFiles;
import org.denovo.vocabulary.Text;
import org.denovo.yaml.Problems;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code lock --cut NAME} freezes a published run; {@code lock --list} shows what is frozen. */
@Command(name = "lock", resourceBundle = "org.denovo.app.help")
final class LockCommand implements Callable<Integer> {

  @Mixin private Common common;

  @ArgGroup(exclusive = true, multiplicity = "1")
  private What what;

  @Option(names = "--job", paramLabel = "JOB.yaml", descriptionKey = "lock.job")
  private Path job = Path.of("jobs", "nightly.yaml");

  @Option(names = "--as-of", paramLabel = "DATE", descriptionKey = "lock.asOf")
  private LocalDate asOf;

  /** A new cut, or those that there are. */
  static final class What {

    @Option(names = "--cut", paramLabel = "NAME", descriptionKey = "lock.cut")
    private String cut;

    @Option(names = "--list", descriptionKey = "lock.list")
    private boolean list;
  }

  @Override
  public Integer call() {
    Terminal terminal = common.terminal();
    Problems problems = new Problems();
    Optional<JobFile> file = JobFiles.read(job, problems);
    if (file.isPresent() && Registry.isEmpty(file.get())) {
      return Registry.nothingYet(terminal, file.get()).code();
    }
    Optional<Night> night = Configuration.night(job, problems);
    if (night.isEmpty()) {
      return ValidateCommand.report(problems, terminal, common.json()).code();
    }
    Exit exit =
        what.list
            ? Registry.read(
                terminal, night.get().job(), source -> list(terminal, night.get(), source))
            : Registry.write(
                terminal, night.get().job(), source -> lock(terminal, night.get(), source));
    return exit.code();
  }

  private Exit lock(Terminal terminal, Night night, HikariDataSource source) {
    try {
      CutFile cut =
          new DataCuts(night, source).lock(what.cut, Optional.ofNullable(asOf), LocalDate.now());
      long patients = cut.submissions().stream().mapToLong(CutFile.Pinned::patients).sum();
      terminal.line(
          new Text(
                  "已锁定“{0}”：运行{1}，{2}份提交，{3}名患者，{4}个配置文件",
                  "locked '{0}': run {1}, {2} submissions, {3} patients, {4} configuration files")
              .with(
                  cut.name(), cut.runId(), cut.submissions().size(), patients, cut.files().size()));
      return Exit.DONE;
    } catch (CutRefused refused) {
      return refused(refused, terminal);
    }
  }

  /** Says why; {@link Exit#FAILED} if something that was frozen or published is not as it was. */
  static Exit refused(CutRefused refused, Terminal terminal) {
    refused.files().forEach(terminal::data);
    terminal.error(refused.says());
    return refused.isBroken() ? Exit.FAILED : Exit.USAGE;
  }

  private Exit list(Terminal terminal, Night night, HikariDataSource source) {
    List<DataCuts.Listed> all = DataCuts.all(night, source);
    if (common.json()) {
      List<Map<String, Object>> rows = new ArrayList<>();
      all.forEach(listed -> rows.add(row(listed)));
      terminal.data(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(rows));
    } else {
      all.forEach(
          listed ->
              terminal.row(
                  listed.cut().name(),
                  listed.cut().runId(),
                  listed.cut().asOf().toString(),
                  listed.cut().locked().toString(),
                  Long.toString(listed.submissions()),
                  listed.problem().orElse(Text.same("")).in(terminal.lang())));
    }
    if (all.isEmpty()) {
      terminal.say(new Text("还没有数据截取", "there is no cut yet"));
    }
    return all.stream().allMatch(listed -> listed.problem().isEmpty()) ? Exit.DONE : Exit.FAILED;
  }

  private static Map<String, Object> row(DataCuts.Listed listed) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("cut", listed.cut().name());
    row.put("job", listed.cut().job());
    row.put("run", listed.cut().runId());
    row.put("as_of", listed.cut().asOf().toString());
    row.put("locked", listed.cut().locked().toString());
    row.put("submissions", listed.submissions());
    row.put("problem_en", listed.problem().map(Text::en).orElse(null));
    row.put("problem_zh", listed.problem().map(Text::zh).orElse(null));
    return row;
  }
}
