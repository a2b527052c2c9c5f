package org.denovo.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.denovo.check.Decision;
import org.denovo.cohort.CohortDefinition;
import org.denovo.cohort.Member;
import org.denovo.cohort.Membership;
import org.denovo.cohort.Selection;
import org.denovo.cohort.Sensitivity;
import org.denovo.record.Answer;
import org.denovo.record.PatientRecord;
import org.denovo.record.Variable;

/**
 * All variants of a cohort's comparison, in one pass over the patients. Variants that select alike
 * share their members, each other selection keeps its own follow-up, as a cohort does.
 */
public final class Grid {

  /** Patients who were chosen in one way. */
  private static final class Chosen {
    private final Selection selection;
    private final List<Variable<?>> known;
    private final Followed followed;
    private long members;

    Chosen(CohortDefinition definition) {
      this.selection = Selection.of(definition);
      Covariates covariates = new Covariates(definition.adjustment());
      this.known = covariates.variables();
      this.followed = new Followed(definition, covariates);
    }

    void accept(PatientRecord patient, Set<Decision> blocked) {
      if (selection.judge(patient, blocked) instanceof Membership.In in) {
        add(in.member());
      }
    }

    private void add(Member member) {
      List<Answer<?>> answers = new ArrayList<>(known.size());
      known.forEach(variable -> answers.add(variable.of(member.patient())));
      followed.add(member, answers);
      members++;
    }
  }

  private final Sensitivity sensitivity;
  private final Map<Map<Sensitivity.Choice, String>, Chosen> chosen = new LinkedHashMap<>();

  /** Of nobody yet. */
  public Grid(Sensitivity sensitivity) {
    this.sensitivity = sensitivity;
    for (Sensitivity.Variant variant : sensitivity.variants()) {
      chosen.computeIfAbsent(variant.selecting(), key -> new Chosen(variant.definition()));
    }
  }

  /** Shows a patient, member of the cohort or not, to every variant. */
  public void accept(PatientRecord patient, Set<Decision> blocked) {
    chosen.values().forEach(each -> each.accept(patient, blocked));
  }

  /**
   * What each variant says, the base case first.
   *
   * @param threshold counts from 1 to this are not shown, nor what would give them away
   */
  public List<Varied> varied(int threshold) {
    return sensitivity.variants().stream().map(variant -> varied(variant, threshold)).toList();
  }

  private Varied varied(Sensitivity.Variant variant, int threshold) {
    Chosen of = chosen.get(variant.selecting());
    return new Varied(
        variant,
        new Rounding(threshold).orHidden(of.members),
        of.followed.comparisons(variant, sensitivity.adjusting(), threshold));
  }
}
