package org.denovo.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.denovo.cohort.Attrition;
import org.denovo.vocabulary.Text;
import org.junit.jupiter.api.Test;

/**
 * Every flow of seven patients through two criteria into two arms, with a threshold of 2: a reader
 * who solves all sums along the flow still has two values for each small count, and even who knows
 * each count that is shown exactly and not to the nearest five.
 */
class FlowDisclosureTest {

  private static final Disclosure TWO = new Disclosure(2);

  private static final int STARTED = 7;

  /** The places: left and not known twice, the two arms, no arm, and the two counts between. */
  private static final int COUNTS = 9;

  private static final int BETWEEN = 7;

  @Test
  void noSmallCountOfAFlowCanBeWorkedOut() {
    List<String> solved = new ArrayList<>();
    int hiding = 0;
    List<long[]> flows = flows(STARTED);
    for (long[] flow : flows) {
      String[] shown = shown(flow);
      if (shown != null) {
        for (int i = 0; i < COUNTS; i++) {
          if (TWO.isSmall(flow[i])) {
            hiding++;
            if (!isOpen(flow, shown, i, flows)) {
              solved.add(Arrays.toString(flow) + " " + String.join(" ", shown));
            }
          }
        }
      }
    }
    assertThat(solved).isEmpty();
    assertThat(hiding).isEqualTo(5108);
  }

  /** True if another flow that looks the same has another count in this place. */
  private static boolean isOpen(long[] flow, String[] shown, int place, List<long[]> flows) {
    for (long[] other : flows) {
      if (other[place] != flow[place] && fits(other, flow, shown)) {
        return true;
      }
    }
    return false;
  }

  private static boolean fits(long[] other, long[] flow, String[] shown) {
    for (int i = 0; i < COUNTS; i++) {
      boolean same =
          switch (shown[i]) {
            case "<=2" -> TWO.isSmall(other[i]);
            case "*" -> i >= BETWEEN || other[i] > 2;
            default -> other[i] == flow[i];
          };
      if (!same) {
        return false;
      }
    }
    return true;
  }

  /** The counts as they are shown; nothing if even the number that started is hidden. */
  private static String[] shown(long[] flow) {
    FlowCounts counts = FlowCounts.of(attrition(flow), TWO);
    if (counts.started().equals(Disclosure.HIDDEN)) {
      return null;
    }
    FlowCounts.Step one = counts.steps().get(0);
    FlowCounts.Step two = counts.steps().get(1);
    return new String[] {
      one.excluded(),
      one.unknown(),
      two.excluded(),
      two.unknown(),
      counts.arms().get("a"),
      counts.arms().get("b"),
      counts.undecided(),
      one.out(),
      two.out()
    };
  }

  private static List<long[]> flows(int started) {
    List<long[]> flows = new ArrayList<>();
    fill(new long[COUNTS], 0, started, flows);
    return flows;
  }

  private static void fill(long[] flow, int place, long rest, List<long[]> flows) {
    if (place == 6) {
      flow[6] = rest;
      flow[8] = flow[4] + flow[5] + flow[6];
      flow[7] = flow[8] + flow[2] + flow[3];
      flows.add(flow.clone());
      return;
    }
    for (long n = 0; n <= rest; n++) {
      flow[place] = n;
      fill(flow, place + 1, rest - n, flows);
    }
  }

  private static Attrition attrition(long[] flow) {
    Map<String, Long> arms = new LinkedHashMap<>();
    arms.put("a", flow[4]);
    arms.put("b", flow[5]);
    Text says = new Text("标准", "Criterion");
    return new Attrition(
        STARTED,
        List.of(
            new Attrition.Step("one", says, STARTED, flow[7], flow[0], flow[1], Map.of()),
            new Attrition.Step("two", says, flow[7], flow[8], flow[2], flow[3], Map.of())),
        arms,
        flow[6],
        Map.of());
  }
}
