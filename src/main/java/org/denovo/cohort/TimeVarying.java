package org.denovo.cohort;

import java.util.List;
import org.denovo.vocabulary.Text;

/** Time unexposed until the operation and exposed after it. */
public record TimeVarying() implements Design {

  /** A follow-up cut at the operation and at the end of the window. */
  public List<Spell> spells(FollowUp followUp, int windowDays) {
    return followUp.spells(List.of(windowDays));
  }

  @Override
  public String word() {
    return "time_varying";
  }

  @Override
  public Text says() {
    return new Text(
        "时变暴露：手术前为未暴露，手术后为暴露",
        "time-varying exposure: unexposed before the operation, exposed after it");
  }
}
