package org.denovo.sample;

import java.util.List;
import java.util.stream.Stream;

/** The seeded faults. Each befalls one patient in one cell. */
final class Faults {

  private Faults() {}

  static List<Fault> all() {
    return Stream.of(
            StageFaults.all(), ReceptorFaults.all(), ValueFaults.all(), TreatmentFaults.all())
        .flatMap(List::stream)
        .toList();
  }
}
