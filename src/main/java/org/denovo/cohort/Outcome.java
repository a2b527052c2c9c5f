package org.denovo.cohort;

import java.util.List;
import java.util.Objects;
import org.denovo.record.Fields;

/**
 * A member's time to an endpoint.
 *
 * @param days whole days from time zero to the event or to censoring
 * @param code 0 censored, 1 the event, 2 competing death, 3 another competing event, 9 death of
 *     unknown cause
 * @param variables the names of the dated variables that gave the end of the time
 */
public record Outcome(Endpoint endpoint, int days, int code, List<String> variables) {

  public Outcome {
    Objects.requireNonNull(endpoint, "endpoint");
    variables = List.copyOf(variables);
  }

  /** True if the event of interest happened. */
  public boolean isEvent() {
    return code == 1;
  }

  /** True if the time ended with death, whether it is the event of interest or competes. */
  public boolean isDeath() {
    return code != 0 && variables.contains(Fields.DATE_DEATH.name());
  }
}
