package org.denovo.cohort;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.denovo.vocabulary.Text;

/**
 * Each patient twice, once under either strategy: the exposure within a period, or none within
 * them. A clone is censored when what happened no longer agrees with its strategy; weights against
 * that censoring are the analyst's.
 */
public record Clones(Period period) implements Design {

  /** What a clone is to do. */
  public enum Strategy {
    EXPOSED_BY_G("", "期限内行{0}", "With {0} in the period"),
    UNEXPOSED_BY_G("no_", "期限内不行{0}", "Without {0} in the period");

    private final String prefix;
    private final Text title;

    Strategy(String prefix, String zh, String en) {
      this.prefix = prefix;
      this.title = new Text(zh, en);
    }

    /** As files write it, for example {@code no_surg_by_g}. */
    public String code(Exposure exposure) {
      return prefix + exposure.code() + "_by_g";
    }

    /** The name in both languages. */
    public Text title(Exposure exposure) {
      return title.with(exposure.title());
    }
  }

  /**
   * A patient under a strategy.
   *
   * @param censoredOn the day on which what happened left the strategy; empty if it never did
   * @param spells the time until then, cut at the exposure and at each month of the period
   */
  public record Clone(Strategy strategy, OptionalInt censoredOn, List<Spell> spells) {
    public Clone {
      Objects.requireNonNull(strategy, "strategy");
      Objects.requireNonNull(censoredOn, "censoredOn");
      spells = List.copyOf(spells);
    }
  }

  /** The last day of the period. */
  public int day() {
    return period.day();
  }

  /** Both clones of a patient. */
  public List<Clone> of(FollowUp followUp) {
    List<Clone> clones = new ArrayList<>();
    for (Strategy strategy : Strategy.values()) {
      OptionalInt censoredOn = censoredOn(strategy, followUp);
      clones.add(
          new Clone(
              strategy,
              censoredOn,
              censoredOn.isPresent()
                  ? FollowUp.unexposedUntil(censoredOn.getAsInt(), grid())
                  : followUp.spells(grid())));
    }
    return clones;
  }

  private OptionalInt censoredOn(Strategy strategy, FollowUp followUp) {
    int end = followUp.outcome().days();
    int exposed = followUp.exposedOn().orElse(Integer.MAX_VALUE);
    boolean inPeriod = exposed <= day() && exposed <= end;
    return switch (strategy) {
      case EXPOSED_BY_G -> inPeriod || end <= day() ? OptionalInt.empty() : OptionalInt.of(day());
      case UNEXPOSED_BY_G -> inPeriod ? OptionalInt.of(exposed) : OptionalInt.empty();
    };
  }

  /** A model of the censoring weights needs a row a month while clones can leave. */
  private List<Integer> grid() {
    return period.months();
  }

  @Override
  public String word() {
    return "clones " + period.word();
  }

  @Override
  public Text says(Text exposure) {
    return new Text(
            "克隆—删失：每名患者两份，{0}内行与不行{1}各一，偏离策略时删失，不含权重",
            "clones: each patient under {1} within {0} and under none within them, censored on"
                + " leaving the strategy; without weights")
        .with(period.says(), exposure);
  }
}
