package org.denovo.batch;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.denovo.cohort.CohortDefinition;
import org.denovo.extract.Manifest;
import org.denovo.job.Privacy;
import org.denovo.store.Export;
import org.denovo.store.Store;

/** Notes each cohort that leaves the registry, with its files as the manifest has them. */
final class ExportRecord {

  private ExportRecord() {}

  /**
   * Notes the cohorts of a folder, in the caller's transaction.
   *
   * @param night the job as it was when they were made
   * @param now the job as it is, which says what they leave for
   * @param cut the data cut that they were made from; empty for a run's own files
   */
  static void note(
      Night night, Night now, Store store, String runId, LocalDate asOf, String cut, Path folder) {
    Manifest manifest = Manifest.read(folder);
    Privacy privacy = night.job().privacy();
    Privacy reason = now.job().privacy();
    for (CohortDefinition cohort : night.definitions()) {
      store
          .exports()
          .add(
              new Export(
                  night.job().name(),
                  runId,
                  cut,
                  cohort.name(),
                  cohort.version(),
                  asOf,
                  System.getProperty("user.name", ""),
                  privacy.profile().code(),
                  privacy.disclosure().threshold(),
                  privacy.anonymity().k(),
                  reason.purpose().orElse(""),
                  reason.approval().orElse(""),
                  patients(manifest, cohort),
                  files(manifest, cohort)));
    }
  }

  private static long patients(Manifest manifest, CohortDefinition cohort) {
    Set<String> arms =
        cohort.arms().stream()
            .map(arm -> cohort.name() + "." + arm.name())
            .collect(Collectors.toSet());
    return manifest.counts().entrySet().stream()
        .filter(count -> arms.contains(count.getKey()))
        .mapToLong(count -> count.getValue())
        .sum();
  }

  private static String files(Manifest manifest, CohortDefinition cohort) {
    return manifest.outputs().stream()
        .filter(file -> file.path().startsWith("cohorts/" + cohort.name() + "/"))
        .map(file -> file.sha256() + " " + file.bytes() + " " + file.path() + "\n")
        .collect(Collectors.joining());
  }
}
