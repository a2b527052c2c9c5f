package org.denovo.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.denovo.check.LocalRules;
import org.denovo.check.RuleParameters;
import org.denovo.intake.Trial;
import org.denovo.job.JobFile;
import org.denovo.job.JobFiles;
import org.denovo.mapping.CentreMapping;
import org.denovo.mapping.Mappings;
import org.denovo.normalise.MappingExamples;
import org.denovo.vocabulary.Text;
import org.denovo.workbook.Limits;
import org.denovo.workbook.Workbook;
import org.denovo.workbook.WorkbookFile;
import org.denovo.workbook.WorkbookRefused;
import org.denovo.yaml.Problems;
import tools.jackson.databind.json.JsonMapper;

/** Tries a mapping on a workbook and shows what it would do. It needs no database and no key. */
final class WorkbookTrial {

  private final Terminal terminal;
  private final boolean json;
  private final Path jobFile;
  private final Problems problems = new Problems();

  /**
   * A trial under the rules and the accrual of a job, if there is that job file.
   *
   * @param jobFile the job
   */
  WorkbookTrial(Terminal terminal, boolean json, Path jobFile) {
    this.terminal = terminal;
    this.json = json;
    this.jobFile = jobFile;
  }

  /**
   * Tries a mapping on a workbook.
   *
   * @param mappingFile the mapping; if none is named, the one that claims the workbook
   */
  Exit of(Path workbook, Optional<Path> mappingFile) {
    for (Path file : mappingFile.map(m -> List.of(workbook, m)).orElse(List.of(workbook))) {
      if (!Files.isRegularFile(file)) {
        terminal.error(new Text("没有文件“{0}”", "there is no file '{0}'").with(file));
        return Exit.USAGE;
      }
    }
    Optional<JobFile> job =
        Files.exists(jobFile) ? JobFiles.read(jobFile, problems) : Optional.empty();
    // Compiling the criteria takes about as long as reading the mapping.
    Problems ofRules = new Problems();
    CompletableFuture<LocalRules> rules =
        CompletableFuture.supplyAsync(
            () ->
                job.map(j -> LocalRules.read(j.root(), j.rules(), ofRules))
                    .orElse(LocalRules.NONE));
    String name = Normalizer.normalize(workbook.getFileName().toString(), Normalizer.Form.NFC);
    Optional<CentreMapping> mapping =
        mappingFile.isPresent() ? named(mappingFile.get()) : claiming(job, name);
    mapping.ifPresent(m -> MappingExamples.check(m, problems));
    LocalRules local = rules.join();
    ofRules.sorted().forEach(problems::add);
    if (!problems.isEmpty()) {
      return ValidateCommand.report(problems, terminal, json);
    }
    return mapping.map(m -> of(workbook, name, m, local, parameters(m, job))).orElse(Exit.USAGE);
  }

  private Optional<CentreMapping> named(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    Path folder = absolute.getParent();
    Path root = folder.getParent() == null ? folder : folder.getParent();
    return Mappings.readOne(root, absolute, problems);
  }

  private Optional<CentreMapping> claiming(Optional<JobFile> job, String name) {
    if (job.isEmpty()) {
      if (problems.isEmpty()) {
        terminal.error(
            new Text(
                    "没有作业文件“{0}”；请用--mapping或--job指明",
                    "there is no job file '{0}'; name a mapping with --mapping or a job with --job")
                .with(jobFile));
      }
      return Optional.empty();
    }
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    List<Path> claiming = Mappings.filesFor(name, job.get().mappings());
    if (claiming.size() == 1) {
      return Mappings.readOne(job.get().root(), claiming.get(0), problems);
    }
    String files =
        claiming.stream().map(f -> f.getFileName().toString()).collect(Collectors.joining(", "));
    terminal.error(
        claiming.isEmpty()
            ? new Text(
                    "没有映射的workbooks模式与“{0}”相符；请用--mapping指明",
                    "no mapping's 'workbooks' pattern fits '{0}'; name one with --mapping")
                .with(name)
            : new Text(
                    "“{0}”与多个映射相符（{1}）；请用--mapping指明",
                    "'{0}' is claimed by several mappings ({1}); name one with --mapping")
                .with(name, files));
    return Optional.empty();
  }

  /** As a night would judge it: by the centre's data cut, else by the day that counts as today. */
  private static RuleParameters parameters(CentreMapping mapping, Optional<JobFile> job) {
    LocalDate day =
        mapping.dataCut().or(() -> job.flatMap(JobFile::asOf)).orElseGet(LocalDate::now);
    RuleParameters parameters = RuleParameters.asOf(day);
    return job.flatMap(JobFile::accrual)
        .map(accrual -> parameters.accruing(accrual.from(), accrual.to()))
        .orElse(parameters);
  }

  private Exit of(
      Path file, String name, CentreMapping mapping, LocalRules rules, RuleParameters parameters) {
    Optional<char[]> password = mapping.password().flatMap(p -> p.read(System.getenv()));
    try (Workbook workbook = WorkbookFile.open(file, Limits.DEFAULT, password)) {
      Trial trial = Trial.of(workbook, name, mapping, rules, parameters);
      if (json) {
        terminal.data(
            JsonMapper.shared()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(TrialJson.of(trial)));
      } else {
        new TrialText(terminal).print(trial);
      }
      return Exit.DONE;
    } catch (WorkbookRefused refused) {
      if (json) {
        terminal.data(
            JsonMapper.shared()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(TrialJson.refused(mapping.centre(), name, refused)));
      }
      terminal.error(
          new Text("{0} 会被隔离：{1}", "{0} would be quarantined: {1}").with(name, refused.says()));
      return Exit.PARTIAL;
    }
  }
}
