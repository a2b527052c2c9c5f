package org.denovo.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.denovo.check.Finding;
import org.denovo.check.OverTimeRules;
import org.denovo.check.RuleCard;
import org.denovo.check.RuleCount;
import org.denovo.check.RuleParameters;
import org.denovo.record.Field;
import org.denovo.record.Fields;
import org.denovo.record.PatientRecord;

/**
 * Two submissions of one centre, compared. A pass over their patients counts for the rules on
 * columns and finds who got another number; then the patients who changed are looked at once more
 * and every change is told. What is kept grows with the changes and the distinct texts of coded
 * columns, not with the rows.
 */
public final class Comparison {

  /** Where more than one patient in so many changed, a second pass is cheaper than looking up. */
  private static final int MANY = 4;

  private final String centre;
  private final Side before;
  private final Side now;
  private final Reading told;
  private final RuleParameters parameters;
  private final boolean byPosition;

  /**
   * A comparison that is still to be made.
   *
   * @param byPosition true if the mapping tells columns by their position
   */
  public Comparison(
      String centre,
      Side before,
      Side now,
      Reading reading,
      RuleParameters parameters,
      boolean byPosition) {
    this.centre = Objects.requireNonNull(centre, "centre");
    this.before = Objects.requireNonNull(before, "before");
    this.now = Objects.requireNonNull(now, "now");
    this.told = Objects.requireNonNull(reading, "reading");
    this.parameters = Objects.requireNonNull(parameters, "parameters");
    this.byPosition = byPosition;
  }

  /**
   * Compares.
   *
   * @param asked true if a finding on the last submission is about a patient's field
   * @return the denominators of the rules
   */
  public Map<String, RuleCount> run(
      Pairs pairs,
      BiPredicate<String, Field<?>> asked,
      Consumer<Change> changes,
      Consumer<Finding> findings) {
    Reading reading =
        told.same() ? told : told.withMoved(Reading.moved(pairs, before.headers(), now.headers()));
    List<FieldTally> tallies = new ArrayList<>();
    Fields.all().forEach(field -> tallies.add(new FieldTally(field)));
    Renamed renamed = new Renamed();
    Pace pace = new Pace(before.end(), now.end(), parameters);
    First first = new First(tallies, renamed, pace, reading);
    pairs.each(first);
    renamed.match();

    Found found = new Found(centre, findings);
    Map<String, RuleCount> counts = new TreeMap<>();
    Map<Field<?>, RuleCard> explained =
        new ColumnRules(tallies, before.headers(), now.headers(), reading, found).judge(counts);
    PatientChanges patients =
        new PatientChanges(reading, explained, renamed, pairs.earlier(), asked, changes, found);
    if (MANY * first.changed.size() > first.seen) {
      pairs.each(patients);
    } else {
      patients.addUnchanged(first.unchanged, first.knownFixed, first.knownContact);
      pairs.each(first.changed, patients);
    }
    patients.count(counts);
    new FileChanges(before, now, byPosition, found)
        .judge(pace.limits(), patients.appeared(), counts);
    return counts;
  }

  /** The denominators of a centre's first submission: no rule applies. */
  public static Map<String, RuleCount> nothingBefore(long patients) {
    Map<String, RuleCount> counts = new HashMap<>();
    for (RuleCard card : OverTimeRules.all()) {
      counts.put(
          card.id(),
          RuleCount.of(
              card,
              0,
              0,
              switch (card.scope()) {
                case PATIENT -> patients;
                case CENTRE -> card.equals(OverTimeRules.ACCRUAL) ? 1 : Fields.all().size();
                case FILE, REGISTRY -> 1;
              }));
    }
    counts.put(
        FileChanges.DATE_SYSTEM.id(), FileChanges.once(FileChanges.DATE_SYSTEM, false, false));
    return counts;
  }

  /** The first pass: counts for the rules on columns, and who has to be looked at again. */
  private static final class First implements Pairs.Receiver {

    private final List<FieldTally> tallies;
    private final Renamed renamed;
    private final Pace pace;
    private final Reading reading;
    private final List<String> changed = new ArrayList<>();
    private long seen;
    private long unchanged;
    private long knownFixed;
    private long knownContact;

    First(List<FieldTally> tallies, Renamed renamed, Pace pace, Reading reading) {
      this.tallies = tallies;
      this.renamed = renamed;
      this.pace = pace;
      this.reading = reading;
    }

    @Override
    public void both(PatientRecord before, PatientRecord now) {
      seen++;
      boolean differs = false;
      for (FieldTally tally : tallies) {
        differs |= tally.addBoth(before, now, reading);
      }
      pace.add(before);
      if (differs) {
        changed.add(now.key().pid());
      } else {
        unchanged++;
        knownFixed += PatientChanges.knowsFixed(before, now) ? 1 : 0;
        knownContact += PatientChanges.knowsContact(before, now) ? 1 : 0;
      }
    }

    @Override
    public void gone(PatientRecord before) {
      seen++;
      tallies.forEach(tally -> tally.addBefore(before));
      renamed.gone(before);
      pace.add(before);
      changed.add(before.key().pid());
    }

    @Override
    public void come(PatientRecord now) {
      seen++;
      tallies.forEach(tally -> tally.addNow(now));
      renamed.come(now);
      changed.add(now.key().pid());
    }
  }
}
