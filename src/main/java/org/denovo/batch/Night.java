package org.denovo.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.denovo.check.LocalRules;
import org.denovo.check.RuleBook;
import org.denovo.check.RuleCard;
import org.denovo.check.RuleParameters;
import org.denovo.cohort.Cohort;
import org.denovo.cohort.CohortDefinition;
import org.denovo.cohort.NotReproducible;
import org.denovo.job.JobFile;
import org.denovo.job.Privacy;
import org.denovo.linkage.Linkage;
import org.denovo.mapping.CentreMapping;
import org.denovo.normalise.WordLists;
import org.denovo.record.PseudonymKey;
import org.denovo.vocabulary.Edition;

/**
 * All that a run is given.
 *
 * @param cohorts what the job's cohort files define, in its order
 * @param localRules the registry's own rules, beside the built-in ones
 * @param configHash SHA-256 over the job file, the cohort files and the rule files
 * @param version the program's version
 * @param codeHash SHA-256 over the program's sources
 * @param threads how many workbooks are read, and cohorts finished, at once
 */
public record Night(
    JobFile job,
    List<CentreMapping> mappings,
    List<Cohort> cohorts,
    LocalRules localRules,
    PseudonymKey key,
    String configHash,
    String version,
    String codeHash,
    int threads) {

  public Night {
    Objects.requireNonNull(job, "job");
    mappings = List.copyOf(mappings);
    cohorts = List.copyOf(cohorts);
    Objects.requireNonNull(localRules, "localRules");
    Objects.requireNonNull(key, "key");
    if (threads < 1) {
      throw new IllegalArgumentException("threads " + threads);
    }
  }

  /** The cohorts that are made. */
  public List<CohortDefinition> definitions() {
    return only(CohortDefinition.class);
  }

  /** The studies of which the run says why it makes no cohort. */
  List<NotReproducible> notReproducible() {
    return only(NotReproducible.class);
  }

  private <C extends Cohort> List<C> only(Class<C> kind) {
    return cohorts.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** SHA-256 over a job file, its cohort files and its rule files. */
  public static String configHash(Path jobFile, List<Path> cohorts, LocalRules rules) {
    ContentHash hash = new ContentHash().add(text(jobFile));
    for (Path cohort : cohorts) {
      hash.add(cohort.getFileName().toString()).add(text(cohort));
    }
    rules.files().forEach((file, sha256) -> hash.add(file).add(sha256));
    return hash.hex();
  }

  /** All that determines what a workbook of the centre is read as, but for the workbook. */
  String readingHash(CentreMapping mapping) {
    return new ContentHash()
        .add(mapping.contentHash())
        .add(codeHash)
        .add(key.fingerprint())
        .add(localRules.files().toString())
        .add(job.limits().toString())
        .add(job.accrual().map(Object::toString).orElse(""))
        .add(password(mapping).map(p -> key.pseudonym("password", new String(p))).orElse(""))
        .hex();
  }

  /**
   * What the run is made with, beside the workbooks, in the order of kinds and names. How cohort
   * files stood is told by their bytes as they are now.
   */
  List<Edition> editions() {
    List<Edition> editions = new ArrayList<>();
    editions.add(new Edition(Edition.Kind.PROGRAM, "denovo", version, codeHash));
    for (RuleCard card : book().all()) {
      String number = Integer.toString(card.version());
      editions.add(new Edition(Edition.Kind.RULE, card.id(), number, ""));
    }
    localRules
        .files()
        .forEach(
            (file, sha256) -> editions.add(new Edition(Edition.Kind.RULE_FILE, file, "", sha256)));
    editions.add(WordLists.edition());
    mappings.stream().findFirst().ifPresent(mapping -> editions.addAll(mapping.sharedWords()));
    mappings.forEach(mapping -> editions.add(mapping.edition()));
    for (int i = 0; i < cohorts.size(); i++) {
      Cohort cohort = cohorts.get(i);
      String text = text(job.cohorts().get(i));
      editions.add(Edition.of(Edition.Kind.COHORT, cohort.name(), cohort.version(), text));
    }
    String accrual = job.accrual().map(a -> a.from() + "/" + a.to()).orElse("-");
    editions.add(new Edition(Edition.Kind.PARAMETER, "accrual", accrual, ""));
    editions.add(new Edition(Edition.Kind.PARAMETER, "key", key.fingerprint(), ""));
    editions.add(new Edition(Edition.Kind.JOB, job.name(), "", configHash));
    return editions;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What else determines a run, name to value, for the manifest and the report. */
  Map<String, String> parameters(LocalDate asOf) {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("as_of", asOf.toString());
    Privacy privacy = job.privacy();
    parameters.put("profile", privacy.profile().code());
    parameters.put("genomic", privacy.genomic().code());
    parameters.put("small_cells", Integer.toString(privacy.disclosure().threshold()));
    parameters.put("k", Integer.toString(privacy.anonymity().k()));
    parameters.put("purpose", privacy.purpose().orElse("-"));
    parameters.put("approval", privacy.approval().orElse("-"));
    parameters.put("key", key.fingerprint());
    parameters.put("pairs_shown_from", Double.toString(Linkage.SHOWN));
    for (CohortDefinition cohort : definitions()) {
      parameters.put(
          "cohort " + cohort.name(),
          cohort.version() + " " + String.join(" ", cohort.parameters().rules()));
    }
    return parameters;
  }

  /**
   * What the rules depend on.
   *
   * @param asOf the day that counts as today: a centre's data cut, else when its workbook came
   */
  RuleParameters rules(LocalDate asOf) {
    RuleParameters parameters = RuleParameters.asOf(asOf);
    return job.accrual().map(a -> parameters.accruing(a.from(), a.to())).orElse(parameters);
  }

  /** By centre, the day on which its data were extracted, where its mapping says so. */
  Map<String, LocalDate> dataCuts() {
    Map<String, LocalDate> cuts = new TreeMap<>();
    mappings.forEach(
        mapping -> mapping.dataCut().ifPresent(day -> cuts.put(mapping.centre(), day)));
    return cuts;
  }

  /** Every rule that the run judges by. */
  RuleBook book() {
    return RuleBook.BUILT_IN.with(localRules);
  }

  /** The password that opens a centre's workbooks, if there is one. */
  Optional<char[]> password(CentreMapping mapping) {
    return mapping.password().flatMap(source -> source.read(System.getenv()));
  }

  /** Where the runs' outputs lie. */
  RunFolders folders() {
    return new RunFolders(job.out().resolve(job.name()));
  }
}
