package org.denovo.difference;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** What a cohort makes of every patient, in two files of memberships. */
public final class Memberships {

  private Memberships() {}

  /**
   * A patient who is elsewhere.
   *
   * @param kind entered, left, changed arm or moved in the flow
   * @param before where she was, as {@code in operated}; empty if she was not in the registry
   */
  public record Moved(PatientChange.Kind kind, String pid, String before, String now) {}

  /**
   * Hands over each patient who moved, in the order of the pseudonyms.
   *
   * @param scratch a folder in which large files are sorted
   */
  public static void each(Path before, Path now, Path scratch, Consumer<Moved> receiver) {
    SortedRecords old = SortedRecords.of(before, pid -> true, scratch);
    SortedRecords young = SortedRecords.of(now, pid -> true, scratch);
    try (SortedRecords.Pass olds = old.patients();
        SortedRecords.Pass youngs = young.patients()) {
      SideBySide.each(
          olds,
          youngs,
          SortedRecords.Patient::pid,
          (was, is) -> {
            Optional<Where> from = was.map(patient -> where(old, patient));
            Optional<Where> to = is.map(patient -> where(young, patient));
            Where.move(from, to)
                .ifPresent(
                    kind ->
                        receiver.accept(
                            new Moved(
                                kind,
                                was.or(() -> is).orElseThrow().pid(),
                                Where.says(from),
                                Where.says(to))));
          });
    }
  }

  private static Where where(SortedRecords file, SortedRecords.Patient patient) {
    return new Where(file.header(), Records.cells(patient.records().get(0)));
  }
}
