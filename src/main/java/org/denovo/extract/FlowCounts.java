package org.denovo.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.denovo.cohort.Attrition;
import org.denovo.vocabulary.Text;

/**
 * An attrition as it may be shown: every count as text, small ones hidden so that no subtraction
 * along the flow brings them back, the others rounded.
 *
 * @param started the patients that were asked
 * @param armsShown true if no arm's count is hidden
 */
record FlowCounts(
    String started,
    List<Step> steps,
    String eligible,
    Map<String, String> arms,
    String undecided,
    String undecidedMissing,
    boolean armsShown) {

  /** True if the number of members follows from what is shown. */
  boolean membersShown() {
    return armsShown && !undecided.equals(Disclosure.HIDDEN) && !undecided.startsWith("<");
  }

  /** A criterion with its counts. */
  record Step(
      String name,
      Text says,
      String in,
      String excluded,
      String unknown,
      String out,
      String missing) {}

  static FlowCounts of(Attrition attrition, Disclosure disclosure) {
    return new Hiding(attrition, disclosure).shown();
  }

  /**
   * The counts as one line of parts, two a step and then the arms and the undecided. The parts of a
   * stretch between two shown counts add up to their difference. A stretch that cannot protect its
   * small parts is joined with the next, and the count between them is hidden.
   */
  private static final class Hiding {

    private final Attrition attrition;
    private final Disclosure disclosure;
    private final List<long[]> stretches = new ArrayList<>();
    private final boolean[] boundaryHidden;
    private final boolean[][] hidden;
    private boolean startedHidden;

    Hiding(Attrition attrition, Disclosure disclosure) {
      this.attrition = attrition;
      this.disclosure = disclosure;
      for (Attrition.Step step : attrition.steps()) {
        stretches.add(new long[] {step.notMet(), step.notKnown()});
      }
      long[] end = new long[attrition.arms().size() + 1];
      int i = 0;
      for (long arm : attrition.arms().values()) {
        end[i++] = arm;
      }
      end[i] = attrition.undecided();
      stretches.add(end);
      this.boundaryHidden = new boolean[stretches.size()];
      this.hidden = new boolean[stretches.size()][];
      hide();
    }

    /** Boundary i stands before stretch i; boundary 0 is the number that started. */
    private void hide() {
      int from = 0;
      for (int to = 1; to <= stretches.size(); to++) {
        if (settle(from, to)) {
          from = to;
        } else if (to < stretches.size()) {
          boundaryHidden[to] = true;
        } else {
          from = joinBackwards(from);
        }
      }
    }

    /** The last stretch has no next one, so it is joined with those before it. */
    private int joinBackwards(int from) {
      int start = from;
      while (start > 0) {
        boundaryHidden[start] = true;
        start--;
        while (start > 0 && boundaryHidden[start]) {
          start--;
        }
        if (settle(start, stretches.size())) {
          return stretches.size();
        }
      }
      startedHidden = true;
      for (int i = 0; i < stretches.size(); i++) {
        boundaryHidden[i] = true;
        hidden[i] = new boolean[stretches.get(i).length];
        Arrays.fill(hidden[i], true);
      }
      return stretches.size();
    }

    private boolean settle(int from, int to) {
      if (disclosure.isSmall(before(from))
          || to < stretches.size() && disclosure.isSmall(before(to))) {
        return false;
      }
      long[] parts = stretches.subList(from, to).stream().flatMapToLong(Arrays::stream).toArray();
      Optional<boolean[]> answer = disclosure.hide(parts, forced(from, to, parts));
      if (answer.isEmpty()) {
        return false;
      }
      int at = 0;
      for (int i = from; i < to; i++) {
        int length = stretches.get(i).length;
        hidden[i] = Arrays.copyOfRange(answer.get(), at, at + length);
        at += length;
      }
      return true;
    }

    /** The count that stands before stretch i. */
    private long before(int i) {
      return i == 0 ? attrition.started() : attrition.steps().get(i - 1).met();
    }

    /** A small count within a stretch is out of reach only if a part before it is hidden too. */
    private boolean[] forced(int from, int to, long[] parts) {
      boolean[] forced = new boolean[parts.length];
      int end = 0;
      for (int i = from; i < to; i++) {
        if (i > from && disclosure.isSmall(before(i))) {
          int smallest = Disclosure.smallestShown(Arrays.copyOf(parts, end), new boolean[end]);
          if (smallest >= 0) {
            forced[smallest] = true;
          }
        }
        end += stretches.get(i).length;
      }
      return forced;
    }

    FlowCounts shown() {
      List<Step> steps = new ArrayList<>();
      for (int i = 0; i < attrition.steps().size(); i++) {
        Attrition.Step step = attrition.steps().get(i);
        steps.add(
            new Step(
                step.name(),
                step.says(),
                between(step.asked(), boundaryHidden[i]),
                disclosure.show(step.notMet(), hidden[i][0]),
                disclosure.show(step.notKnown(), hidden[i][1]),
                between(step.met(), boundaryHidden[i + 1]),
                missing(step.missing(), hidden[i][1])));
      }
      int end = stretches.size() - 1;
      Map<String, String> arms = new LinkedHashMap<>();
      boolean armsShown = true;
      int i = 0;
      for (Map.Entry<String, Long> arm : attrition.arms().entrySet()) {
        armsShown &= !hidden[end][i];
        arms.put(arm.getKey(), disclosure.show(arm.getValue(), hidden[end][i++]));
      }
      return new FlowCounts(
          between(attrition.started(), startedHidden),
          steps,
          between(attrition.eligible(), boundaryHidden[end]),
          arms,
          disclosure.show(attrition.undecided(), hidden[end][i]),
          missing(attrition.undecidedMissing(), hidden[end][i]),
          armsShown);
    }

    /** A hidden count between stretches does not even say whether it is small. */
    private String between(long count, boolean isHidden) {
      return isHidden ? Disclosure.HIDDEN : Long.toString(disclosure.rounded(count));
    }

    /** Which variables were missing; how often only where no small count would come out. */
    private String missing(Map<String, Long> counts, boolean unknownHidden) {
      boolean namesOnly = unknownHidden || counts.values().stream().anyMatch(disclosure::isSmall);
      return counts.entrySet().stream()
          .map(
              entry ->
                  namesOnly
                      ? entry.getKey()
                      : entry.getKey() + "=" + disclosure.rounded(entry.getValue()))
          .collect(Collectors.joining(";"));
    }
  }
}
