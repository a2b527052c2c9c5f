package org.denovo.cohort;

import org.denovo.vocabulary.Text;

/** A flag in the cohort's own file; whoever takes it for an exposure counts immortal time. */
public record EverNever() implements Design {

  @Override
  public String word() {
    return "ever_never";
  }

  @Override
  public Text says(Text exposure) {
    return new Text(
            "曾否{0}：仅作标记，含永生时间，不得用于计算风险比",
            "{0}, ever or never: a flag only; it holds immortal time and gives no hazard ratio")
        .with(exposure);
  }
}
