package org.denovo.cohort;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.denovo.record.Variable;
import org.denovo.vocabulary.Text;

/**
 * What is known of the study behind a cohort. Nothing of it selects patients: it is shown beside
 * the cohort, so that nobody takes the one for the other.
 *
 * @param preset its number in the list of cohorts from the literature, such as {@code P03}
 * @param grade how well the study is known; empty for a cohort of the registry's own
 * @param benchmark what the study found; other patients, never a target
 * @param caveats how the cohort differs from the study, and what the study itself leaves open
 * @param strata what the study compared within or adjusted for, as far as the registry has it
 * @param requires what a centre must send for a patient to enter the cohort and have its outcome
 */
public record Study(
    Optional<String> preset,
    Optional<Grade> grade,
    List<Figure> benchmark,
    List<Text> caveats,
    List<Variable<?>> strata,
    List<Variable<?>> requires) {

  /** A cohort that follows no particular study. */
  public static final Study NONE =
      new Study(Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(), List.of());

  /** How well the facts of a study are known. */
  public enum Grade {
    PRIMARY("primary", "据原始文献", "Facts from the study itself"),
    PARTLY("partly", "部分据原始文献，部分据综述", "Facts partly from the study, partly from a review"),
    REVIEW("review", "仅据综述", "Facts from a review only");

    private final String code;
    private final Text title;

    Grade(String code, String zh, String en) {
      this.code = code;
      this.title = new Text(zh, en);
    }

    /** As cohort files write it. */
    public String code() {
      return code;
    }

    /** In both languages. */
    public Text title() {
      return title;
    }
  }

  /**
   * A finding of the study.
   *
   * @param says what was measured, between whom
   * @param value as printed, with its interval
   * @param of the patients behind it
   */
  public record Figure(Text says, Text value, Text of) {
    public Figure {
      Objects.requireNonNull(says, "says");
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(of, "of");
    }
  }

  public Study {
    Objects.requireNonNull(preset, "preset");
    Objects.requireNonNull(grade, "grade");
    benchmark = List.copyOf(benchmark);
    caveats = List.copyOf(caveats);
    strata = List.copyOf(strata);
    requires = List.copyOf(requires);
  }
}
