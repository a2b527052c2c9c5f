package org.denovo.cohort;

import org.denovo.vocabulary.Text;

/**
 * Those under observation after a day, exposed if the exposure began by then; whose exposure begins
 * later stays unexposed, and time counts from that day.
 */
public record Landmark(Period period) implements Design {

  /** The landmark in days from time zero. */
  public int day() {
    return period.day();
  }

  /** True if the time to the endpoint goes beyond the landmark. */
  public boolean isAtRisk(Outcome outcome) {
    return outcome.days() > day();
  }

  /** True if the exposure began on the landmark or before. */
  public boolean isExposed(FollowUp followUp) {
    return followUp.exposedOn().isPresent() && followUp.exposedOn().getAsInt() <= day();
  }

  @Override
  public String word() {
    return "landmark " + period.word();
  }

  @Override
  public Text says(Text exposure) {
    return new Text(
            "{0}界标分析：第{1}天之后仍在随访且未发生终点者，按当日及之前有无{2}分组",
            "landmark at {0}: those still followed without the endpoint after day {1},"
                + " exposed if they had {2} by then")
        .with(period.title(), day(), exposure);
  }
}
