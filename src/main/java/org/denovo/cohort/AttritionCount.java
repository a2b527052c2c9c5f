package org.denovo.cohort;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.denovo.record.PatientRecord;
import org.denovo.record.Variable;

/**
 * Counts where patients leave a cohort, in all and by centre, while they stream by. Its size
 * follows the centres and steps, not the patients. Not for several threads.
 */
public final class AttritionCount {

  private final Selection selection;
  private final Tally all;
  private final Map<String, Tally> byCentre = new TreeMap<>();

  AttritionCount(Selection selection) {
    this.selection = selection;
    this.all = new Tally();
  }

  /** Counts what the selection made of a patient. */
  public void add(PatientRecord patient, Membership membership) {
    all.add(membership);
    byCentre.computeIfAbsent(patient.key().centre(), centre -> new Tally()).add(membership);
  }

  /** All centres together. */
  public Attrition attrition() {
    return all.attrition();
  }

  /** Each centre that had a patient, by its code. */
  public Map<String, Attrition> byCentre() {
    Map<String, Attrition> attritions = new TreeMap<>();
    byCentre.forEach((centre, tally) -> attritions.put(centre, tally.attrition()));
    return attritions;
  }

  private final class Tally {

    private final long[] notMet = new long[selection.steps().size()];
    private final long[] notKnown = new long[notMet.length];
    private final List<Map<String, Long>> missing = new ArrayList<>();
    private final Map<String, Long> arms = new LinkedHashMap<>();
    private final Map<String, Long> undecidedMissing = new TreeMap<>();
    private long started;
    private long undecided;

    Tally() {
      selection.steps().forEach(step -> missing.add(new TreeMap<>()));
      selection.definition().arms().forEach(arm -> arms.put(arm.name(), 0L));
    }

    void add(Membership membership) {
      started++;
      if (membership instanceof Membership.In in) {
        arms.merge(in.member().arm(), 1L, Long::sum);
      } else if (membership instanceof Membership.Undecided open) {
        undecided++;
        count(open.missing(), undecidedMissing);
      } else if (membership instanceof Membership.Blocked blocked) {
        int last = notKnown.length - 1;
        notKnown[last]++;
        blocked.decisions().forEach(d -> missing.get(last).merge(d.name(), 1L, Long::sum));
      } else if (membership instanceof Membership.Left left) {
        leave(left);
      }
    }

    private void leave(Membership.Left left) {
      switch (left.judgement().verdict()) {
        case NOT_MET -> notMet[left.step()]++;
        case NOT_KNOWN -> {
          notKnown[left.step()]++;
          count(left.judgement().missing(), missing.get(left.step()));
        }
        case MET -> throw new IllegalStateException("nobody leaves at a step that is met");
      }
    }

    private void count(List<Variable<?>> variables, Map<String, Long> into) {
      variables.forEach(variable -> into.merge(variable.name(), 1L, Long::sum));
    }

    Attrition attrition() {
      List<Attrition.Step> steps = new ArrayList<>();
      long asked = started;
      for (int i = 0; i < notMet.length; i++) {
        CohortDefinition.Step step = selection.steps().get(i);
        long met = asked - notMet[i] - notKnown[i];
        steps.add(
            new Attrition.Step(
                step.name(), step.says(), asked, met, notMet[i], notKnown[i], missing.get(i)));
        asked = met;
      }
      return new Attrition(started, steps, arms, undecided, undecidedMissing);
    }
  }
}
