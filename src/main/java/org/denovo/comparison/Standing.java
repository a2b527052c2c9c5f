package org.denovo.comparison;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.denovo.statistics.FunnelLimits;
import org.denovo.vocabulary.Text;

/**
 * How a centre stands in a measure.
 *
 * @param elsewhere the same count over the other centres
 * @param band where the centre would lie if it differed from the others by chance only
 * @param p of a test, adjusted for all centres that were tested
 */
public record Standing(
    String centre,
    Measure measure,
    Count count,
    Count elsewhere,
    Optional<Band> band,
    Optional<Double> p,
    Verdict verdict) {

  /**
   * Limits about what is expected from the others.
   *
   * @param phi how much the others vary among themselves; 1 is chance
   * @param widened true if they vary more than by chance, so that the limits were widened
   */
  public record Band(
      double expected,
      FunnelLimits limits95,
      FunnelLimits limits998,
      double phi,
      boolean widened) {}

  /** What came out. */
  public enum Verdict {
    USUAL(true, new Text("正常范围", "as the others")),
    BELOW_95(true, new Text("低于95%界限", "below the 95 % limit")),
    ABOVE_95(true, new Text("高于95%界限", "above the 95 % limit")),
    LOW(true, new Text("过低", "low")),
    HIGH(true, new Text("过高", "high")),
    DIFFERENT(true, new Text("不同", "different")),
    NOBODY(false, new Text("无可计数的患者", "nobody to count")),
    FEW_CENTRES(false, new Text("可比的中心太少", "too few other centres")),
    TOO_SMALL(false, new Text("例数太少", "too few patients"));

    private final boolean judged;
    private final Text title;

    Verdict(boolean judged, Text title) {
      this.judged = judged;
      this.title = title;
    }

    /** True if the centre could be compared. */
    public boolean isJudged() {
      return judged;
    }

    /** True if it is so far from the others that there is a finding. */
    public boolean isFlagged() {
      return this == LOW || this == HIGH || this == DIFFERENT;
    }

    /** The verdict in words. */
    public Text title() {
      return title;
    }

    /** The code in files. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Standing {
    Objects.requireNonNull(centre, "centre");
    Objects.requireNonNull(measure, "measure");
    Objects.requireNonNull(count, "count");
    Objects.requireNonNull(elsewhere, "elsewhere");
    Objects.requireNonNull(band, "band");
    Objects.requireNonNull(p, "p");
    Objects.requireNonNull(verdict, "verdict");
  }
}
