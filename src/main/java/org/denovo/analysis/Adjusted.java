package org.denovo.analysis;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.denovo.record.Variable;
import org.denovo.statistics.ChiSquare;
import org.denovo.vocabulary.Text;

/**
 * A comparison's hazard ratio adjusted for covariates at time zero, as it may be shown: whom the
 * model rests on, what each covariate did in it and what of it had no place.
 *
 * @param groups the unexposed and the exposed of whom all covariates are known
 * @param parameters of the model, the exposure's among them
 * @param terms in the order of the definition, strata last
 * @param proportional whether the exposure's hazards are proportional, given the covariates
 * @param allProportional the same of all terms together
 */
public record Adjusted(
    Comparison comparison,
    HazardRatio ratio,
    List<Group> groups,
    int parameters,
    List<Term> terms,
    Optional<ChiSquare> proportional,
    Optional<ChiSquare> allProportional) {

  /**
   * A group in the model; −1 is a count that is too small.
   *
   * @param incomplete who lacks a covariate or stratum
   * @param uninformative who has a level of which nobody had the event: its hazard ratio is zero,
   *     and who has it tells nothing of the exposure
   */
  public record Group(long patients, long events, long incomplete, long uninformative) {}

  /** What became of a level or a measured value. */
  public enum Place {
    ESTIMATED("estimated", "已估计", "Estimated"),
    REFERENCE("reference", "参照", "Reference: the others are compared with it"),
    STRATUM("stratum", "分层", "Stratum: each level has a baseline of its own"),
    EMPTY("empty", "资料完整者中无此取值", "Nobody of the complete cases has it"),
    NO_EVENT("no_event", "此取值者无事件，不能估计，其患者不入模型", "No event: its patients are not in the model"),
    CONSTANT("constant", "资料完整者取值相同", "All complete cases have it"),
    COLLINEAR("collinear", "由前面的项或分层决定", "It follows from the terms before it or from the strata"),
    /** The model has no estimate. */
    NONE("none", "模型无估计", "The model has no estimate"),
    /** Shown, it would give a small count away. */
    WITHHELD("withheld", "人数过少，不予公布", "Withheld: too few patients");

    private final String code;
    private final Text title;

    Place(String code, String zh, String en) {
      this.code = code;
      this.title = new Text(zh, en);
    }

    /** As files write it. */
    public String code() {
      return code;
    }

    /** In both languages. */
    public Text title() {
      return title;
    }
  }

  /**
   * A level of a covariate, or a measured one.
   *
   * @param level empty for a measured value
   * @param patients with this level in the model; −1 is too small; of a measured value all
   * @param missing patients without the variable; −1 is too small
   * @param ratio the hazard against the reference, or for one unit more; without numbers unless its
   *     place is {@link Place#ESTIMATED}
   * @param proportional of the whole variable, with its first term
   */
  public record Term(
      Variable<?> variable,
      String level,
      Text levelTitle,
      Place place,
      long patients,
      long missing,
      HazardRatio ratio,
      Optional<ChiSquare> proportional) {}

  /** True if a hazard ratio of the comparison is of the model's patients, and not of all. */
  public boolean counts(HazardRatio of) {
    return of.code().equals(AdjustedModel.CODE) || of.code().equals(AdjustedModel.CRUDE);
  }

  public Adjusted {
    Objects.requireNonNull(comparison, "comparison");
    Objects.requireNonNull(ratio, "ratio");
    groups = List.copyOf(groups);
    terms = List.copyOf(terms);
    Objects.requireNonNull(proportional, "proportional");
    Objects.requireNonNull(allProportional, "allProportional");
  }
}
