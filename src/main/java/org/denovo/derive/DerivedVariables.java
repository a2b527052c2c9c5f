package org.denovo.derive;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.denovo.record.Derived;
import org.denovo.record.Interval;
import org.denovo.vocabulary.Her2Status;
import org.denovo.vocabulary.MolecularSubtype;
import org.denovo.vocabulary.StageGroup;

/**
 * The variables that follow from fields, under one choice of rules. A variable that the fields do
 * not decide is absent as unknown; nothing is guessed.
 */
public final class DerivedVariables {

  private final Map<String, Derived<?>> byName;
  private final StagingVariables staging;
  private final ReceptorVariables receptors;
  private final TreatmentVariables treatment;
  private final TimeVariables times;

  private DerivedVariables(Parameters choice) {
    Derivations list = new Derivations();
    staging = new StagingVariables(list, choice);
    receptors = new ReceptorVariables(list, choice);
    new BurdenVariables(list, choice);
    treatment = new TreatmentVariables(list);
    times = new TimeVariables(list);
    byName = list.byName();
  }

  /** The variables under a choice of rules. */
  public static DerivedVariables of(Parameters choice) {
    return new DerivedVariables(choice);
  }

  /** All of them, each name once. */
  public List<Derived<?>> all() {
    return List.copyOf(byName.values());
  }

  /** The variable of that name. */
  public Optional<Derived<?>> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The anatomic stage group. */
  public Derived<StageGroup> stageGroupAnatomic() {
    return staging.stageGroupAnatomic;
  }

  /** HER2 status from IHC and ISH. */
  public Derived<Her2Status> her2Status() {
    return receptors.her2Status;
  }

  /** The surrogate subtype. */
  public Derived<MolecularSubtype> molecularSubtype() {
    return receptors.molecularSubtype;
  }

  /** Whether any systemic therapy was given. */
  public Derived<Boolean> anySystemic() {
    return treatment.anySystemic;
  }

  /** Days from diagnosis to death or last contact. */
  public Derived<Interval> followupDays() {
    return times.followupDays;
  }
}
