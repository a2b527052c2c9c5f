package org.denovo.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.denovo.batch.Night;
import org.denovo.check.LocalRules;
import org.denovo.cohort.Cohort;
import org.denovo.cohort.CohortDefinition;
import org.denovo.cohort.CohortFile;
import org.denovo.derive.DerivedVariables;
import org.denovo.derive.Parameters;
import org.denovo.job.JobFile;
import org.denovo.job.JobFiles;
import org.denovo.mapping.CentreMapping;
import org.denovo.mapping.Mappings;
import org.denovo.normalise.MappingExamples;
import org.denovo.record.Fields;
import org.denovo.record.PseudonymKey;
import org.denovo.record.Variable;
import org.denovo.vocabulary.Text;
import org.denovo.yaml.Problem;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlFolder;

/** Reads job, mapping, cohort and rule files, and gathers all that is wrong in them. */
final class Configuration {

  private Configuration() {}

  /** All that a run of the job needs; nothing if there are problems. */
  static Optional<Night> night(Path jobFile, Problems problems) {
    return JobFiles.read(jobFile, problems)
        .flatMap(job -> night(job, () -> key(job, problems), problems));
  }

  /** The same of files that were kept, with the key of the registry that they are used on. */
  static Optional<Night> frozen(Path jobFile, PseudonymKey key, Problems problems) {
    return JobFiles.readFrozen(jobFile, problems)
        .flatMap(job -> night(job, () -> Optional.of(key), problems));
  }

  private static Optional<Night> night(
      JobFile job, Supplier<Optional<PseudonymKey>> key, Problems problems) {
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    List<CentreMapping> mappings = Mappings.read(job.root(), job.mappings(), problems).all();
    List<Cohort> cohorts = new ArrayList<>();
    for (Path file : job.cohorts()) {
      CohortFile.read(job.root(), file, Configuration::variables, problems).ifPresent(cohorts::add);
    }
    cohorts.forEach(cohort -> withheld(job, cohort, problems));
    LocalRules rules = LocalRules.read(job.root(), job.rules(), problems);
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    Version version = Version.current();
    return key.get()
        .map(
            secret ->
                new Night(
                    job,
                    mappings,
                    cohorts,
                    rules,
                    secret,
                    Night.configHash(job.file(), job.cohorts(), rules),
                    version.number(),
                    version.code(),
                    Math.max(1, Math.min(8, Runtime.getRuntime().availableProcessors()))));
  }

  /** What a cohort adjusts for leaves with it, or nobody could repeat the comparison. */
  private static void withheld(JobFile job, Cohort cohort, Problems problems) {
    if (cohort instanceof CohortDefinition definition) {
      for (Variable<?> variable : definition.adjustment().all()) {
        if (!job.privacy().genomic().lets(variable)) {
          problems.add(
              new Problem(
                  job.root().relativize(job.file()).toString().replace('\\', '/'),
                  1,
                  1,
                  new Text(
                          "队列“{0}”校正“{1}”，而该作业不导出基因数据；获准后在privacy中写genomic: include",
                          "cohort '{0}' adjusts for '{1}', but the job lets no genomic data leave;"
                              + " with an approval, write genomic: include under privacy")
                      .with(cohort.name(), variable.name()),
                  Optional.empty()));
        }
      }
    }
  }

  /** The fields and the derived variables of a choice of parameters. */
  static List<Variable<?>> variables(Parameters parameters) {
    List<Variable<?>> variables = new ArrayList<>(Fields.all());
    variables.addAll(DerivedVariables.of(parameters).all());
    return variables;
  }

  private static Optional<PseudonymKey> key(JobFile job, Problems problems) {
    String text = System.getenv().getOrDefault("DENOVO_KEY", "");
    Path file = job.key().orElse(job.data().resolve("denovo.key"));
    try {
      return Optional.of(text.isBlank() ? PseudonymKey.inFile(file) : PseudonymKey.of(text));
    } catch (IllegalArgumentException e) {
      problems.add(
          new Problem(
              text.isBlank() ? job.root().relativize(file).toString() : "DENOVO_KEY",
              1,
              1,
              new Text("密钥至少应有16个字符", "a key has at least 16 characters"),
              Optional.empty()));
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads every configuration file below the paths and notes all problems; gives their number. */
  static int validate(List<Path> paths, Problems problems) {
    int files = 0;
    for (Path path : paths) {
      if (Files.isDirectory(path.resolve("jobs")) || Files.isDirectory(path.resolve("mappings"))) {
        files += validateProject(path, problems);
      } else if (path.endsWith("jobs")) {
        files += validateJobs(path, problems);
      } else if (path.endsWith("mappings")) {
        files += validateMappings(path.toAbsolutePath().getParent(), path, problems);
      } else if (path.toAbsolutePath().getParent().endsWith("cohorts")
          || path.endsWith("cohorts")) {
        files += validateCohorts(path, problems);
      } else if (path.endsWith("rules")) {
        files += validateRules(path, problems);
      } else if (path.toAbsolutePath().normalize().getParent().endsWith("rules")) {
        files += validateRules(path.toAbsolutePath().normalize().getParent(), problems);
      } else if (path.toAbsolutePath().normalize().getParent().endsWith("mappings")) {
        Path folder = path.toAbsolutePath().normalize().getParent();
        files += validateMappings(folder.getParent(), folder, problems);
      } else {
        JobFiles.read(path, problems);
        files++;
      }
    }
    return files;
  }

  private static int validateProject(Path root, Problems problems) {
    return validateJobs(root.resolve("jobs"), problems)
        + validateMappings(root, root.resolve("mappings"), problems);
  }

  private static int validateJobs(Path jobs, Problems problems) {
    Path root = JobFiles.root(jobs.resolve("job.yaml"));
    List<Path> files = YamlFolder.files(root, jobs, problems);
    Path ownRules = jobs.toAbsolutePath().normalize().resolve("rules");
    Set<List<Path>> rules =
        new LinkedHashSet<>(List.of(YamlFolder.files(root, ownRules, problems)));
    for (Path file : files) {
      JobFiles.read(file, problems).ifPresent(job -> rules.add(job.rules()));
    }
    rules.forEach(together -> LocalRules.read(JobFiles.root(ownRules), together, problems));
    return files.size()
        + (int) rules.stream().flatMap(List::stream).distinct().count()
        + validateCohorts(jobs.resolve("cohorts"), problems);
  }

  private static int validateMappings(Path root, Path folder, Problems problems) {
    if (Files.isDirectory(folder)) {
      Mappings.read(root, folder, problems)
          .all()
          .forEach(mapping -> MappingExamples.check(mapping, problems));
    }
    return YamlFolder.files(root, folder, problems).size()
        + YamlFolder.files(root, folder.resolve("words"), problems).size();
  }

  private static int validateCohorts(Path path, Problems problems) {
    Path folder = Files.isRegularFile(path) ? path.toAbsolutePath().getParent() : path;
    Path root = folder.toAbsolutePath().normalize().getParent().getParent();
    List<Path> files =
        Files.isRegularFile(path) ? List.of(path) : YamlFolder.files(root, path, problems);
    for (Path file : files) {
      CohortFile.read(root, file, Configuration::variables, problems);
    }
    return files.size();
  }

  /** The files of a folder together, because an id stands once in all of them. */
  private static int validateRules(Path folder, Problems problems) {
    Path rules = folder.toAbsolutePath().normalize();
    List<Path> files = YamlFolder.files(JobFiles.root(rules), rules, problems);
    LocalRules.read(JobFiles.root(folder), files, problems);
    return files.size();
  }
}
