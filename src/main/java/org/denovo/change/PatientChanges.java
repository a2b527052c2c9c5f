package org.denovo.change;

import static org.denovo.check.OverTimeRules.CONTACT_BACK;
import static org.denovo.check.OverTimeRules.IMMUTABLE;
import static org.denovo.check.OverTimeRules.SILENT_CHANGE;
import static org.denovo.check.OverTimeRules.VALUE_LOST;
import static org.denovo.check.OverTimeRules.VANISHED;
import static org.denovo.record.Fields.DATE_LAST_CONTACT;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import org.denovo.check.RuleCard;
import org.denovo.check.RuleCount;
import org.denovo.record.Field;
import org.denovo.record.FieldType;
import org.denovo.record.Fields;
import org.denovo.record.PartialDate;
import org.denovo.record.PatientRecord;
import org.denovo.source.Place;
import org.denovo.source.SourceCell;

/** The second pass: every change of every patient, and the rules on patients. */
final class PatientChanges implements Pairs.Receiver {

  private static final List<RuleCard> JUDGED =
      List.of(VANISHED, SILENT_CHANGE, IMMUTABLE, CONTACT_BACK, VALUE_LOST);

  private final Reading reading;
  private final Map<Field<?>, RuleCard> explained;
  private final Renamed renamed;
  private final Function<String, Optional<PatientRecord>> earlier;
  private final BiPredicate<String, Field<?>> asked;
  private final Consumer<Change> changes;
  private final Found found;
  private final Map<String, long[]> counts = new TreeMap<>();
  private long appeared;

  PatientChanges(
      Reading reading,
      Map<Field<?>, RuleCard> explained,
      Renamed renamed,
      Function<String, Optional<PatientRecord>> earlier,
      BiPredicate<String, Field<?>> asked,
      Consumer<Change> changes,
      Found found) {
    this.reading = reading;
    this.explained = explained;
    this.renamed = renamed;
    this.earlier = earlier;
    this.asked = asked;
    this.changes = changes;
    this.found = found;
    JUDGED.forEach(card -> counts.put(card.id(), new long[3]));
  }

  /** How many patients are new. */
  long appeared() {
    return appeared;
  }

  void count(Map<String, RuleCount> all) {
    for (RuleCard card : JUDGED) {
      long[] n = counts.get(card.id());
      all.put(card.id(), RuleCount.of(card, n[0], n[1], n[2]));
    }
  }

  private void count(RuleCard rule, boolean judged, boolean broken) {
    long[] n = counts.get(rule.id());
    n[0] += judged ? 1 : 0;
    n[1] += broken ? 1 : 0;
    n[2] += judged ? 0 : 1;
  }

  /** Counts patients in both of whom nothing differs. */
  void addUnchanged(long patients, long knownFixed, long knownContact) {
    add(VANISHED, patients, 0);
    add(SILENT_CHANGE, patients, 0);
    add(VALUE_LOST, patients, 0);
    add(IMMUTABLE, knownFixed, patients - knownFixed);
    add(CONTACT_BACK, knownContact, patients - knownContact);
  }

  private void add(RuleCard rule, long judged, long notApplicable) {
    long[] n = counts.get(rule.id());
    n[0] += judged;
    n[2] += notApplicable;
  }

  @Override
  public void gone(PatientRecord before) {
    boolean isGone = !renamed.isBack(before.key().pid());
    count(VANISHED, true, isGone);
    if (isGone) {
      Optional<SourceCell> cell = anyCell(before);
      changes.accept(
          new Change(
              Change.Kind.VANISHED,
              before.key().pid(),
              Optional.empty(),
              "",
              "",
              cell.map(SourceCell::place),
              Optional.empty(),
              Change.Cause.UNEXPLAINED,
              VANISHED.id()));
      found.of(
          VANISHED,
          before.key(),
          List.of(),
          cell.map(c -> List.of(SourceCell.blank(c.place()))).orElse(List.of()),
          VANISHED.says());
    }
  }

  @Override
  public void come(PatientRecord now) {
    Optional<PatientRecord> former = renamed.former(now.key().pid()).flatMap(earlier);
    if (former.isPresent()) {
      changes.accept(
          new Change(
              Change.Kind.RENAMED,
              now.key().pid(),
              Optional.empty(),
              former.get().key().pid(),
              now.key().pid(),
              anyCell(former.get()).map(SourceCell::place),
              anyCell(now).map(SourceCell::place),
              Change.Cause.UNEXPLAINED,
              ""));
      compare(former.get(), now);
      return;
    }
    appeared++;
    changes.accept(
        new Change(
            Change.Kind.APPEARED,
            now.key().pid(),
            Optional.empty(),
            "",
            "",
            Optional.empty(),
            anyCell(now).map(SourceCell::place),
            Change.Cause.FOLLOW_UP,
            ""));
    counts.forEach((rule, n) -> n[2] += rule.equals(VANISHED.id()) ? 0 : 1);
  }

  @Override
  public void both(PatientRecord before, PatientRecord now) {
    count(VANISHED, true, false);
    compare(before, now);
  }

  private void compare(PatientRecord before, PatientRecord now) {
    Map<RuleCard, List<Difference<?>>> broken = new LinkedHashMap<>();
    for (Field<?> field : Fields.all()) {
      Difference.of(field, before, now, reading)
          .ifPresent(
              difference ->
                  tell(difference)
                      .ifPresent(
                          rule ->
                              broken
                                  .computeIfAbsent(rule, r -> new ArrayList<>())
                                  .add(difference)));
    }
    broken.forEach(new PatientFindings(found)::report);
    count(SILENT_CHANGE, true, broken.containsKey(SILENT_CHANGE));
    count(VALUE_LOST, true, broken.containsKey(VALUE_LOST));
    count(IMMUTABLE, knowsFixed(before, now), broken.containsKey(IMMUTABLE));
    count(CONTACT_BACK, knowsContact(before, now), broken.containsKey(CONTACT_BACK));
  }

  /** True if the rule on the last contact can be judged. */
  static boolean knowsContact(PatientRecord before, PatientRecord now) {
    return before.knows(DATE_LAST_CONTACT) && now.knows(DATE_LAST_CONTACT);
  }

  /** True if the rule on what never changes can be judged. */
  static boolean knowsFixed(PatientRecord before, PatientRecord now) {
    return Difference.IMMUTABLE.stream().anyMatch(f -> before.knows(f) && now.knows(f));
  }

  /** Tells a difference; gives the rule on patients that it breaks. */
  private <T> Optional<RuleCard> tell(Difference<T> difference) {
    Field<T> field = difference.field();
    PatientRecord before = difference.before();
    PatientRecord now = difference.now();
    Change.Cause cause = cause(difference);
    Optional<RuleCard> rule = rule(difference, cause);
    boolean shown = !(field.type() instanceof FieldType.Identifier);
    changes.accept(
        new Change(
            difference.kind(),
            now.key().pid(),
            Optional.of(field),
            shown ? Difference.write(field, before.answer(field)) : "",
            shown ? Difference.write(field, now.answer(field)) : "",
            place(before, field),
            place(now, field),
            cause,
            rule.map(RuleCard::id).orElse("")));
    return explained.containsKey(field) ? Optional.empty() : rule;
  }

  private Change.Cause cause(Difference<?> difference) {
    if (difference.byReading()) {
      return Change.Cause.READING;
    }
    if (difference.kind() == Change.Kind.APPEARED || difference.isExpected()) {
      return Change.Cause.FOLLOW_UP;
    }
    boolean isAnswer =
        asked.test(difference.before().key().pid(), difference.field())
            && difference.kind() == Change.Kind.CHANGED
            && !wentBack(difference);
    return isAnswer ? Change.Cause.QUERY : Change.Cause.UNEXPLAINED;
  }

  private Optional<RuleCard> rule(Difference<?> difference, Change.Cause cause) {
    if (cause != Change.Cause.UNEXPLAINED) {
      return Optional.empty();
    }
    RuleCard column = explained.get(difference.field());
    if (column != null) {
      return Optional.of(column);
    }
    if (difference.kind() == Change.Kind.LOST) {
      return Optional.of(VALUE_LOST);
    }
    if (wentBack(difference)) {
      return Optional.of(CONTACT_BACK);
    }
    return Optional.of(
        Difference.IMMUTABLE.contains(difference.field()) ? IMMUTABLE : SILENT_CHANGE);
  }

  private static boolean wentBack(Difference<?> difference) {
    return difference.field() == DATE_LAST_CONTACT
        && ((PartialDate) difference.newValue())
            .last()
            .isBefore(((PartialDate) difference.oldValue()).first());
  }

  private static Optional<Place> place(PatientRecord patient, Field<?> field) {
    return patient.cell(field).map(SourceCell::place);
  }

  /** A cell of the patient's first row. */
  private static Optional<SourceCell> anyCell(PatientRecord patient) {
    return Fields.all().stream().flatMap(field -> patient.cell(field).stream()).findFirst();
  }
}
