package org.denovo.batch;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.denovo.extract.CentrePids;
import org.denovo.extract.LineageCsv;
import org.denovo.extract.PatientsCsv;
import org.denovo.extract.Profile;
import org.denovo.record.PatientRecord;
import org.denovo.store.Store;
import org.denovo.store.Submission;

/** Writes the folder {@code registry}: what is written of every patient, in one pass over them. */
final class RegistryFiles {

  private final Night night;
  private final Store store;
  private final Path folder;
  private final BooleanSupplier stopping;
  private final Progress progress;

  /**
   * The registry's files of a run.
   *
   * @param folder the run's
   * @param stopping becomes true when the pass is to end at once
   */
  RegistryFiles(
      Night night, Store store, Path folder, BooleanSupplier stopping, Progress progress) {
    this.night = night;
    this.store = store;
    this.folder = folder;
    this.stopping = stopping;
    this.progress = progress;
  }

  /**
   * Writes them, and shows each patient to its submission's receiver, in the order of centre and
   * row.
   */
  void write(List<Submission> inForce, Function<Submission, Consumer<PatientRecord>> receivers) {
    Profile profile = night.job().privacy().profile();
    CentrePids centres = CohortOutputs.centrePids(night);
    ReadBy readBy = new ReadBy(night.mappings());
    try (PatientsCsv patients =
            new PatientsCsv(folder.resolve("registry/patients.csv"), centres, profile);
        LineageCsv lineage =
            new LineageCsv(folder.resolve("registry/lineage.csv"), readBy::column);
        Beside<PatientRecord> beside = new Beside<>("lineage", lineage::accept)) {
      for (Submission submission : inForce) {
        Consumer<PatientRecord> receiver = receivers.apply(submission);
        store
            .patients()
            .each(
                submission,
                patient -> {
                  goOn();
                  beside.accept(patient);
                  receiver.accept(patient);
                  patients.accept(patient);
                  progress.advance(1);
                });
      }
    }
  }

  private void goOn() {
    if (stopping.getAsBoolean()) {
      throw new IllegalStateException("stopped on request");
    }
  }
}
