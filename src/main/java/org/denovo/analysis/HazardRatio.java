package org.denovo.analysis;

import org.denovo.statistics.Fit;
import org.denovo.vocabulary.Text;

/**
 * The hazard of the exposed over that of the unexposed, with its 95 % interval, or why there is
 * none.
 *
 * @param code the method's name in files
 * @param method in words
 * @param ratio not a number, as are the bounds and p, where there is no estimate
 */
public record HazardRatio(
    String code, Text method, State state, double ratio, double lower, double upper, double p) {

  /** Whether there is an estimate. */
  public enum State {
    ESTIMATED("estimated", "已估计", "Estimated"),
    /** The design gives none. */
    REFUSED(
        "refused",
        "不予计算：含永生时间。请看界标、时变与克隆设计",
        "Refused: it would count immortal time; see the landmark, time-varying and clone designs"),
    /** Shown, it would give small counts away. */
    WITHHELD("withheld", "人数或事件过少，不予公布", "Withheld: too few patients or events"),
    INFINITE("infinite", "无有限估计：一组无事件或两组完全分离", "No finite estimate: the groups are separated"),
    SINGULAR("singular", "无法比较：两组从未同时处于风险中", "Nothing to compare: never at risk together"),
    /** The groups differ so much that nobody's chance of the exposure can be told. */
    NO_WEIGHTS("no_weights", "倾向评分无法估计，故未加权", "No weights: the propensity score has no estimate"),
    /** A model of so many covariates would say anything. */
    TOO_FEW_EVENTS(
        "too_few_events",
        "每个参数不足5个事件，不予估计；可在adjust_for中少列协变量",
        "Fewer than 5 events for each parameter: no estimate; name fewer covariates in adjust_for"),
    NOT_CONVERGED("not_converged", "未收敛", "Not converged");

    private final String code;
    private final Text title;

    State(String code, String zh, String en) {
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

    private static State of(Fit.State fit) {
      return switch (fit) {
        case CONVERGED -> ESTIMATED;
        case INFINITE -> INFINITE;
        case SINGULAR -> SINGULAR;
        case NOT_CONVERGED -> NOT_CONVERGED;
      };
    }
  }

  /** The first coefficient of a fit. */
  static HazardRatio of(String code, Text method, Fit fit) {
    return of(code, method, fit, 0);
  }

  /** A coefficient of a fit. */
  static HazardRatio of(String code, Text method, Fit fit, int i) {
    State state = State.of(fit.state());
    return state == State.ESTIMATED
        ? new HazardRatio(
            code,
            method,
            state,
            Math.exp(fit.coefficient(i)),
            Math.exp(fit.lower(i)),
            Math.exp(fit.upper(i)),
            fit.p(i))
        : none(code, method, state);
  }

  static HazardRatio none(String code, Text method, State state) {
    return new HazardRatio(code, method, state, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
  }

  /** As it may be shown. */
  HazardRatio shown(Rounding rounding) {
    return new HazardRatio(
        code,
        method,
        state,
        rounding.estimate(ratio),
        rounding.estimate(lower),
        rounding.estimate(upper),
        rounding.probability(p));
  }

  /** True if there are numbers. */
  public boolean isEstimated() {
    return state == State.ESTIMATED;
  }
}
