package org.denovo.derive;

import static org.denovo.record.Fields.*;
import static org.denovo.vocabulary.MetSite.*;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.denovo.record.Interval;
import org.denovo.record.PatientRecord;
import org.denovo.vocabulary.MetSite;
import org.denovo.vocabulary.MetTiming;

/** How much metastatic disease there is, and whether it counts as oligometastatic. */
public final class Burden {

  /**
   * One definition of oligometastatic disease.
   *
   * @param lesions the most that count
   * @param sizeMm the largest that a lesion may be; infinite where the source names none
   * @param excluded sites that rule it out
   */
  private record Limit(double lesions, double sizeMm, Set<MetSite> excluded) {
    Limit(double lesions) {
      this(lesions, Double.POSITIVE_INFINITY, EnumSet.noneOf(MetSite.class));
    }
  }

  private static final Set<MetSite> CRANIAL = EnumSet.of(BRAIN, LEPTOMENINGES);

  private static final Map<String, Limit> LIMITS =
      Map.of(
          "oligo_abc5", new Limit(5),
          "oligo_bc1",
              new Limit(
                  5, Double.POSITIVE_INFINITY, EnumSet.of(BRAIN, PLEURA, PERITONEUM, PERICARDIUM)),
          "oligo_br002_final", new Limit(4, 50, CRANIAL),
          "oligo_br002_initial", new Limit(2, 50, CRANIAL),
          "oligo_nl_1_3", new Limit(3),
          "oligo_tata_strat", new Limit(3),
          "oligo_solitary", new Limit(1),
          "oligo_core", new Limit(3, Double.POSITIVE_INFINITY, CRANIAL));

  private Burden() {}

  /** True if the disease is oligometastatic by one of {@link Parameters#OLIGO_RULES}. */
  public static Truth oligometastatic(PatientRecord patient, String rule) {
    Limit limit = LIMITS.get(rule);
    return Truth.all(
        lesions(patient).map(n -> Bounds.between(n, 1, limit.lesions())).orElse(Truth.UNKNOWN),
        small(patient, limit.sizeMm()),
        Sites.anyOf(patient, limit.excluded()).not(),
        more(patient, rule));
  }

  /** What two of the definitions ask beyond number, size and site. */
  private static Truth more(PatientRecord patient, String rule) {
    return switch (rule) {
      // ABC5: amenable to local treatment; a record that is silent on it is not ruled out.
      case "oligo_abc5" ->
          Truth.of(!patient.value(ALL_LESIONS_LOCALLY_TREATABLE).equals(Optional.of(false)));
      // CORE (NCT02759783) is about metachronous disease.
      case "oligo_core" ->
          Truth.of(patient.value(MET_TIMING).map(timing -> timing == MetTiming.METACHRONOUS));
      default -> Truth.YES;
    };
  }

  private static Truth small(PatientRecord patient, double limit) {
    if (Double.isInfinite(limit)) {
      return Truth.YES;
    }
    return patient
        .value(LARGEST_LESION_MM)
        .map(size -> Bounds.atMost(size, limit))
        .orElse(Truth.UNKNOWN);
  }

  /** The number of lesions; at least one in each organ where no number is recorded. */
  static Optional<Interval> lesions(PatientRecord patient) {
    double organs = Sites.organs(patient).map(Interval::min).orElse(0.0);
    Optional<Interval> counted = patient.value(LESION_COUNT);
    if (counted.isEmpty()) {
      return organs > 0 ? Optional.of(Interval.atLeast(organs)) : Optional.empty();
    }
    Interval count = counted.get();
    // more organs than lesions is a contradiction, for which there is a rule; no number then
    return organs > count.max()
        ? Optional.empty()
        : Optional.of(new Interval(Math.max(organs, count.min()), count.max()));
  }
}
