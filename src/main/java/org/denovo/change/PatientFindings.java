package org.denovo.change;

import static org.denovo.check.OverTimeRules.VALUE_LOST;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.denovo.check.RuleCard;
import org.denovo.check.Shown;
import org.denovo.record.Field;
import org.denovo.source.SourceCell;
import org.denovo.vocabulary.Text;

/**
 * What is asked about a patient's differences.
 *
 * @param found where the findings go
 */
record PatientFindings(Found found) {

  /** More differences than this under one rule are one finding. */
  private static final int FEW = 5;

  /** The store keeps so many characters of the fields' names. */
  private static final int LONGEST = 900;

  private static final Text ROW_LOST =
      new Text(
          "{0}、{1}等{2}项上次有值，此次没有；患者的行可能缺失",
          "{0}, {1} and {3} more had values and have none now: the patient's row may be gone");
  private static final Text ROW_CHANGED =
      new Text(
          "{0}、{1}等{2}项未经说明被更改；可能换成了另一名患者的行",
          "{0}, {1} and {3} more were changed without a word: it may be another patient's row");

  /** A few differences are a question each; many are one question about the patient's row. */
  void report(RuleCard rule, List<Difference<?>> differences) {
    if (differences.size() <= FEW) {
      differences.forEach(difference -> report(rule, difference));
      return;
    }
    Difference<?> first = differences.get(0);
    List<String> names = new ArrayList<>();
    int length = 0;
    for (Difference<?> difference : differences) {
      length += difference.field().name().length() + 1;
      if (length <= LONGEST) {
        names.add(difference.field().name());
      }
    }
    found.of(
        rule,
        first.now().key(),
        names,
        differences.stream().limit(FEW).flatMap(d -> cells(d).stream()).toList(),
        (rule.equals(VALUE_LOST) ? ROW_LOST : ROW_CHANGED)
            .with(
                first.field().title(),
                differences.get(1).field().title(),
                differences.size(),
                differences.size() - 2));
  }

  private void report(RuleCard rule, Difference<?> difference) {
    Field<?> field = difference.field();
    found.of(
        rule,
        difference.now().key(),
        List.of(field.name()),
        cells(difference),
        rule.says()
            .with(
                field.title(),
                Shown.answer(difference.before(), field),
                Shown.answer(difference.now(), field)));
  }

  private static List<SourceCell> cells(Difference<?> difference) {
    Field<?> field = difference.field();
    return Stream.of(difference.before(), difference.now())
        .flatMap(patient -> patient.cell(field).stream())
        .map(cell -> Shown.cell(field, cell))
        .toList();
  }
}
