package org.denovo.check;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Every rule over one patient. */
public final class Rules {

  private static final List<Rule> ALL =
      Stream.of(
              ValueRules.all(),
              WordingRules.all(),
              PatientRules.all(),
              CompletenessRules.all(),
              StageRules.all(),
              TimingRules.all(),
              ReceptorRules.all(),
              SurgeryRules.all(),
              TreatmentRules.all(),
              BurdenRules.all(),
              DateRules.all())
          .flatMap(List::stream)
          .sorted(Comparator.comparing(Rule::id))
          .toList();

  private Rules() {}

  /** All of them, by id. */
  public static List<Rule> all() {
    return ALL;
  }
}
