package org.denovo.cohort;

import java.util.List;
import org.denovo.vocabulary.Text;

/** Time unexposed until the exposure begins and exposed after it. */
public record TimeVarying() implements Design {

  /** A follow-up cut at the exposure and at the end of the window. */
  public List<Spell> spells(FollowUp followUp, int windowDays) {
    return followUp.spells(List.of(windowDays));
  }

  @Override
  public String word() {
    return "time_varying";
  }

  @Override
  public Text says(Text exposure) {
    return new Text(
            "时变暴露：{0}之前为未暴露，之后为暴露", "time-varying exposure: unexposed before {0}, exposed after it")
        .with(exposure);
  }
}
