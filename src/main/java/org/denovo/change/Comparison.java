package org.denovo.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import org.denovo.check.Finding;
import org.denovo.check.OverTimeRules;
import org.denovo.check.RuleCard;
import org.denovo.check.RuleCount;
import org.denovo.check.RuleParameters;
import org.denovo.record.Field;
import org.denovo.record.Fields;
import org.denovo.record.PatientRecord;

/**
 * Two submissions of one centre, compared in two passes over their patients. The first counts for
 * the rules on columns and finds who got another number, the second tells every change. What is
 * kept grows with the changes and the distinct texts of coded columns, not with the rows.
 */
public final class Comparison {

  private final String centre;
  private final Side before;
  private final Side now;
  private final Reading reading;
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
    this.reading = Objects.requireNonNull(reading, "reading");
    this.parameters = Objects.requireNonNull(parameters, "parameters");
    this.byPosition = byPosition;
  }

  /**
   * Compares.
   *
   * @param earlier a patient of the last submission by her pseudonym
   * @param asked true if a finding on the last submission is about a patient's field
   * @return the denominators of the rules
   */
  public Map<String, RuleCount> run(
      Pairs pairs,
      Function<String, Optional<PatientRecord>> earlier,
      BiPredicate<String, Field<?>> asked,
      Consumer<Change> changes,
      Consumer<Finding> findings) {
    List<FieldTally> tallies = new ArrayList<>();
    Fields.all().forEach(field -> tallies.add(new FieldTally(field)));
    Renamed renamed = new Renamed();
    Pace pace = new Pace(before.end(), now.end(), parameters);
    First first = new First(tallies, renamed, pace, reading);
    pairs.each(first);
    renamed.match();

    Found found = new Found(centre, findings);
    Map<String, RuleCount> counts = new TreeMap<>();
    Map<Field<?>, RuleCard> explained = new ColumnRules(tallies, reading, found).judge(counts);
    PatientChanges patients =
        new PatientChanges(reading, explained, renamed, earlier, asked, changes, found);
    pairs.each(patients);
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
          new RuleCount(
              0,
              0,
              switch (card.scope()) {
                case PATIENT -> patients;
                case CENTRE -> card.equals(OverTimeRules.ACCRUAL) ? 1 : Fields.all().size();
                case FILE, REGISTRY -> 1;
              }));
    }
    counts.put(FileChanges.DATE_SYSTEM.id(), new RuleCount(0, 0, 1));
    return counts;
  }

  /** The first pass. */
  private record First(List<FieldTally> tallies, Renamed renamed, Pace pace, Reading reading)
      implements Pairs.Receiver {

    @Override
    public void both(PatientRecord before, PatientRecord now) {
      tallies.forEach(tally -> tally.addBoth(before, now, reading));
      pace.add(before);
    }

    @Override
    public void gone(PatientRecord before) {
      tallies.forEach(tally -> tally.addBefore(before));
      renamed.gone(before);
      pace.add(before);
    }

    @Override
    public void come(PatientRecord now) {
      tallies.forEach(tally -> tally.addNow(now));
      renamed.come(now);
    }
  }
}
