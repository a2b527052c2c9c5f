package org.denovo.cohort;

import org.denovo.statistics.Months;
import org.denovo.vocabulary.Text;

/**
 * Those under observation after a day, exposed if they were operated on by then; who is operated on
 * later stays unexposed, and time counts from that day.
 */
public record Landmark(int months) implements Design {

  /** The landmark in days from time zero. */
  public int day() {
    return Months.inDays(months);
  }

  /** True if the time to the endpoint goes beyond the landmark. */
  public boolean isAtRisk(Outcome outcome) {
    return outcome.days() > day();
  }

  /** True if the operation was on the landmark or before. */
  public boolean isExposed(FollowUp followUp) {
    return followUp.surgery().isPresent() && followUp.surgery().getAsInt() <= day();
  }

  @Override
  public String word() {
    return "landmark " + months + "m";
  }

  @Override
  public Text says() {
    return new Text(
            "{0}个月界标分析：第{1}天之后仍在随访且未发生终点者，按当日及之前是否手术分组",
            "landmark at {0} months: those still followed without the endpoint after day {1}, exposed if operated by then")
        .with(months, day());
  }
}
