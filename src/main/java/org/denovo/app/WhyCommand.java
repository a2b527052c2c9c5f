package org.denovo.app;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.denovo.batch.Inquiry;
import org.denovo.batch.Night;
import org.denovo.batch.Why;
import org.denovo.cohort.CohortDefinition;
import org.denovo.derive.Parameters;
import org.denovo.job.JobFile;
import org.denovo.job.JobFiles;
import org.denovo.record.Variable;
import org.denovo.vocabulary.Text;
import org.denovo.yaml.Nearest;
import org.denovo.yaml.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code why --patient P [--cohort C | --field F]}: each criterion, the value it saw, the cell that
 * the value came from and what normalised it.
 */
@Command(name = "why", resourceBundle = "org.denovo.app.help")
final class WhyCommand implements Callable<Integer> {

  @Mixin private Common common;

  @Option(
      names = "--patient",
      required = true,
      paramLabel = "CENTRE/NUMBER|PSEUDONYM",
      descriptionKey = "why.patient")
  private String patient;

  @Option(names = "--cohort", paramLabel = "C", descriptionKey = "why.cohort")
  private String cohort;

  @Option(names = "--field", paramLabel = "F", descriptionKey = "why.field")
  private String field;

  @Option(names = "--job", paramLabel = "JOB.yaml", descriptionKey = "why.job")
  private Path job = Path.of("jobs", "nightly.yaml");

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
    List<CohortDefinition> cohorts = night.get().definitions();
    if (cohort != null) {
      cohorts = cohorts.stream().filter(c -> c.name().equals(cohort)).toList();
      if (cohorts.isEmpty()) {
        return unknown(
            terminal,
            new Text("作业不生成队列“{0}”", "the job makes no cohort '{0}'").with(cohort),
            cohort,
            night.get().definitions().stream().map(CohortDefinition::name).toList());
      }
    }
    Parameters rules =
        cohorts.size() == 1 && cohort != null ? cohorts.get(0).parameters() : Parameters.DEFAULT;
    List<Variable<?>> variables = Configuration.variables(rules);
    Optional<Variable<?>> asked =
        variables.stream().filter(v -> v.name().equals(field)).findFirst();
    if (field != null && asked.isEmpty()) {
      return unknown(
          terminal,
          new Text("“{0}”不是字段", "'{0}' is not a field").with(field),
          field,
          variables.stream().<String>map(Variable::name).toList());
    }
    List<CohortDefinition> about = asked.isPresent() ? List.of() : cohorts;
    return Registry.read(
            terminal,
            night.get().job(),
            source -> answer(terminal, night.get(), source, about, asked))
        .code();
  }

  private Exit answer(
      Terminal terminal,
      Night night,
      HikariDataSource source,
      List<CohortDefinition> cohorts,
      Optional<Variable<?>> asked) {
    Inquiry inquiry = new Inquiry(night, source);
    Inquiry.Found found = inquiry.find(patient);
    if (found instanceof Inquiry.Found.Nobody nobody) {
      terminal.error(nobody.says());
      return Exit.USAGE;
    }
    Why why = inquiry.why((Inquiry.Found.Patient) found, cohorts);
    if (common.json()) {
      terminal.data(
          JsonMapper.shared()
              .writerWithDefaultPrettyPrinter()
              .writeValueAsString(WhyJson.of(why, asked)));
    } else {
      new WhyText(terminal).print(why, asked);
    }
    return Exit.DONE;
  }

  private static int unknown(Terminal terminal, Text says, String asked, List<String> known) {
    terminal.error(
        Nearest.to(asked, known)
            .map(near -> new Text("{0}；是否应为“{1}”？", "{0}; did you mean '{1}'?").with(says, near))
            .orElseGet(
                () ->
                    known.size() > 40
                        ? says
                        : new Text("{0}；有：{1}", "{0}; there are: {1}")
                            .with(says, String.join(", ", known))));
    return Exit.USAGE.code();
  }
}
