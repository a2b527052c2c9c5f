package org.denovo.change;

import static org.denovo.check.OverTimeRules.CODING;
import static org.denovo.check.OverTimeRules.COLUMN_LOST;
import static org.denovo.check.OverTimeRules.SHIFTED;
import static org.denovo.check.OverTimeRules.SORTED;
import static org.denovo.check.OverTimeRules.UNIT;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.denovo.check.RuleCard;
import org.denovo.check.RuleCount;
import org.denovo.mapping.SheetHeader;
import org.denovo.record.Field;
import org.denovo.record.Interval;
import org.denovo.source.SourceCell;
import org.denovo.vocabulary.Text;

/** The rules on whole columns. What one of them explains is not said again of each patient. */
final class ColumnRules {

  /** mm and cm, inch and mm. */
  private static final List<Double> UNITS = List.of(10.0, 0.1, 25.4, 0.0394);

  private static final double NEAR = 0.05;
  private static final int SPELLINGS_SHOWN = 6;
  private static final Text ABOVE = new Text("上", "above");
  private static final Text BELOW = new Text("下", "below");

  private final List<FieldTally> tallies;
  private final List<SheetHeader> before;
  private final List<SheetHeader> now;
  private final Reading reading;
  private final Found found;
  private final Map<Field<?>, RuleCard> explained = new HashMap<>();

  ColumnRules(
      List<FieldTally> tallies,
      List<SheetHeader> before,
      List<SheetHeader> now,
      Reading reading,
      Found found) {
    this.tallies = tallies;
    this.before = before;
    this.now = now;
    this.reading = reading;
    this.found = found;
  }

  /** Judges; gives the rule that explains the changes of a field. */
  Map<Field<?>, RuleCard> judge(Map<String, RuleCount> counts) {
    count(COLUMN_LOST, tally -> tally.knownBefore() > 0 && isAsked(tally), this::lost, counts);
    count(UNIT, tally -> tally.bothNumbers() >= FieldTally.FEWEST, this::unit, counts);
    count(SHIFTED, tally -> tally.shared() >= FieldTally.FEWEST, this::shifted, counts);
    count(SORTED, tally -> tally.shared() >= FieldTally.FEWEST, this::sorted, counts);
    count(CODING, tally -> tally.bothTexts() >= FieldTally.FEWEST, coding(), counts);
    return explained;
  }

  private void count(
      RuleCard rule,
      Predicate<FieldTally> judged,
      Predicate<FieldTally> broken,
      Map<String, RuleCount> counts) {
    long all = tallies.stream().filter(judged).count();
    long wrong = 0;
    for (FieldTally tally : tallies) {
      if (judged.test(tally) && !explained.containsKey(tally.field()) && broken.test(tally)) {
        explained.put(tally.field(), rule);
        wrong++;
      }
    }
    counts.put(rule.id(), RuleCount.of(rule, all, wrong, tallies.size() - all));
  }

  /** A column that the mapping no longer asks for was not lost by the centre. */
  private boolean isAsked(FieldTally tally) {
    return reading.same() || reading.asked().contains(tally.field());
  }

  private boolean lost(FieldTally tally) {
    boolean isGone = tally.isGone(before, now);
    if (isGone) {
      report(COLUMN_LOST, tally, tally.field().title(), tally.knownBefore());
    }
    return isGone;
  }

  private boolean unit(FieldTally tally) {
    OptionalDouble ratio = tally.ratio();
    Optional<Double> unit =
        ratio.isEmpty()
            ? Optional.empty()
            : UNITS.stream().filter(u -> Math.abs(ratio.getAsDouble() / u - 1) <= NEAR).findFirst();
    unit.ifPresent(
        u ->
            report(
                UNIT,
                tally,
                tally.field().title(),
                tally.numbersChanged(),
                tally.bothNumbers(),
                Interval.number(u)));
    return unit.isPresent();
  }

  private boolean shifted(FieldTally tally) {
    Optional<Moves.Run> run = tally.shift();
    run.ifPresent(
        r ->
            report(
                SHIFTED, tally, tally.field().title(), r.length(), r.fromAbove() ? ABOVE : BELOW));
    return run.isPresent();
  }

  private boolean sorted(FieldTally tally) {
    if (tally.isSorted()) {
      report(SORTED, tally, tally.field().title(), tally.moved(), tally.shared());
    }
    return tally.isSorted();
  }

  /** A column that fills several fields is reported once. */
  private Predicate<FieldTally> coding() {
    Set<String> columns = new HashSet<>();
    return tally -> {
      Map<String, String> coding = tally.coding();
      if (!coding.isEmpty() && columns.add(column(tally))) {
        String shown =
            coding.entrySet().stream()
                .limit(SPELLINGS_SHOWN)
                .map(code -> Brief.of(code.getKey()) + " → " + Brief.of(code.getValue()))
                .collect(Collectors.joining(", "));
        report(CODING, tally, tally.field().title(), shown);
      }
      return !coding.isEmpty();
    };
  }

  /** The column in which the field stands now. */
  private static String column(FieldTally tally) {
    List<SourceCell> cells = tally.examples();
    SourceCell last = cells.get(cells.size() - 1);
    return last.place().sheet() + "\n" + last.place().column();
  }

  private void report(RuleCard rule, FieldTally tally, Object... values) {
    found.ofFile(rule, "", List.of(tally.field().name()), tally.examples(), values);
  }
}
