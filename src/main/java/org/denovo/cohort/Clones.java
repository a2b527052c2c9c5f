package org.denovo.cohort;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.denovo.statistics.Months;
import org.denovo.vocabulary.Text;

/**
 * Each patient twice, once under either strategy: surgery within so many months, or none within
 * them. A clone is censored when what happened no longer agrees with its strategy; weights against
 * that censoring are the analyst's.
 */
public record Clones(int months) implements Design {

  /** What a clone is to do. */
  public enum Strategy {
    SURG_BY_G("surg_by_g", "期限内手术", "Surgery within the period"),
    NO_SURG_BY_G("no_surg_by_g", "期限内不手术", "No surgery within the period");

    private final String code;
    private final Text title;

    Strategy(String code, String zh, String en) {
      this.code = code;
      this.title = new Text(zh, en);
    }

    /** As files write it. */
    public String code() {
      return code;
    }

    /** The name in both languages. */
    public Text title() {
      return title;
    }
  }

  /**
   * A patient under a strategy.
   *
   * @param censoredOn the day on which what happened left the strategy; empty if it never did
   * @param spells the time until then, cut at the operation and at each month of the period
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
    return Months.inDays(months);
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
    int surgery = followUp.surgery().orElse(Integer.MAX_VALUE);
    boolean operatedInPeriod = surgery <= day() && surgery <= end;
    return switch (strategy) {
      case SURG_BY_G ->
          operatedInPeriod || end <= day() ? OptionalInt.empty() : OptionalInt.of(day());
      case NO_SURG_BY_G -> operatedInPeriod ? OptionalInt.of(surgery) : OptionalInt.empty();
    };
  }

  /** A model of the censoring weights needs a row a month while clones can leave. */
  private List<Integer> grid() {
    return IntStream.rangeClosed(1, months).mapToObj(Months::inDays).toList();
  }

  @Override
  public String word() {
    return "clones " + months + "m";
  }

  @Override
  public Text says() {
    return new Text(
            "克隆—删失：每名患者两份，{0}个月（{1}天）内手术与不手术各一，偏离策略时删失，不含权重",
            "clones: each patient under surgery within {0} months ({1} days) and under none within"
                + " them, censored on leaving the strategy; without weights")
        .with(months, day());
  }
}
