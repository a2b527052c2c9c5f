package org.denovo.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.denovo.cohort.Endpoint;
import org.denovo.statistics.CumulativeIncidence;
import org.denovo.vocabulary.Text;

/**
 * How often the event of interest had happened by a time, and what competed with it, in a group of
 * a landmark. A survival curve that censors what competes overstates the event. A death of unknown
 * cause is taken once for the event and once for a competing death, so that the truth lies between.
 *
 * @param group 0 for the unexposed, 1 for the exposed
 * @param points every step, or with a threshold what {@link Monthly} tells
 */
public record Incidence(
    View view, Endpoint endpoint, Reading reading, int group, List<Point> points) {

  /** What a death of unknown cause is taken for. */
  public enum Reading {
    AS_RECORDED("as_recorded", "死因均已知", "Every cause is known"),
    UNKNOWN_AS_EVENT("unknown_as_event", "死因不详者计为终点事件", "Unknown causes count as the event"),
    UNKNOWN_AS_COMPETING("unknown_as_competing", "死因不详者计为竞争性死亡", "Unknown causes compete");

    private final String code;
    private final Text title;

    Reading(String code, String zh, String en) {
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

    private int cause(int code) {
      if (code != UNKNOWN) {
        return code;
      }
      return this == UNKNOWN_AS_EVENT ? 1 : 2;
    }
  }

  /** A cause at a time: 1 the event, 2 a competing death, 3 another competing event. */
  public record Point(
      double time,
      long atRisk,
      int cause,
      long events,
      double incidence,
      double error,
      double lower,
      double upper) {}

  private static final int UNKNOWN = 9;
  private static final int CAUSES = 3;

  public Incidence {
    points = List.copyOf(points);
  }

  /** Of both groups in each reading; nothing if nothing competes. */
  static List<Incidence> of(Comparison comparison, AtRisk atRisk, int threshold) {
    if (comparison.isWithheld() || Arrays.stream(atRisk.code()).noneMatch(code -> code > 1)) {
      return List.of();
    }
    boolean isKnown = Arrays.stream(atRisk.code()).noneMatch(code -> code == UNKNOWN);
    List<Incidence> incidences = new ArrayList<>();
    for (Reading reading :
        isKnown
            ? List.of(Reading.AS_RECORDED)
            : List.of(Reading.UNKNOWN_AS_EVENT, Reading.UNKNOWN_AS_COMPETING)) {
      for (int group = 0; group < AtRisk.GROUPS; group++) {
        incidences.add(
            new Incidence(
                comparison.view(),
                comparison.endpoint(),
                reading,
                group,
                points(atRisk.of(group), reading, threshold)));
      }
    }
    return incidences;
  }

  private static List<Point> points(AtRisk group, Reading reading, int threshold) {
    Rounding rounding = new Rounding(threshold);
    int[] causes = Arrays.stream(group.code()).map(reading::cause).toArray();
    CumulativeIncidence incidence =
        threshold == 0
            ? CumulativeIncidence.of(group.stop(), causes, CAUSES)
            : Monthly.of(group, causes, CAUSES, rounding).incidence(CAUSES);
    boolean[] happens = new boolean[CAUSES];
    for (CumulativeIncidence.Step step : incidence.steps()) {
      int[] events = step.events();
      for (int cause = 0; cause < CAUSES; cause++) {
        happens[cause] |= events[cause] > 0;
      }
    }
    Since since = new Since();
    List<Point> points = new ArrayList<>();
    for (CumulativeIncidence.Step step : incidence.steps()) {
      since.add(step);
      if (since.isShown(rounding)) {
        for (int cause = 0; cause < CAUSES; cause++) {
          if (happens[cause]) {
            points.add(since.point(step, cause));
          }
        }
        since = new Since();
      }
    }
    return points;
  }

  /** What happened since the last point that is shown. */
  private static final class Since {
    private final long[] events = new long[CAUSES];
    private long atRisk = -1;

    void add(CumulativeIncidence.Step step) {
      atRisk = atRisk < 0 ? step.atRisk() : atRisk;
      for (int cause = 0; cause < CAUSES; cause++) {
        events[cause] += step.events()[cause];
      }
    }

    boolean isShown(Rounding rounding) {
      return Arrays.stream(events).noneMatch(rounding::isSmall);
    }

    Point point(CumulativeIncidence.Step step, int cause) {
      return new Point(
          step.time(),
          atRisk,
          cause + 1,
          events[cause],
          step.incidence()[cause],
          step.error()[cause],
          step.lower(cause),
          step.upper(cause));
    }
  }
}
