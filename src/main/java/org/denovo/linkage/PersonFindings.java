package org.denovo.linkage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.denovo.check.Finding;
import org.denovo.check.FindingId;
import org.denovo.check.PersonRules;
import org.denovo.check.RuleCard;
import org.denovo.check.RuleCount;
import org.denovo.check.Shown;
import org.denovo.record.PatientKey;
import org.denovo.record.PatientRecord;
import org.denovo.source.SourceCell;

/**
 * What the rules on persons find: records that may be one person's, and contradictions in merged
 * ones.
 */
public final class PersonFindings {

  private final List<Finding> all = new ArrayList<>();

  private PersonFindings() {}

  /** The findings, by centre, rule and id: one at each record that it is about. */
  public static List<Finding> of(List<Pair> pairs, Persons persons) {
    PersonFindings findings = new PersonFindings();
    pairs.stream()
        .filter(pair -> pair.standing() == Pair.Standing.OPEN && !sameNumber(pair))
        .forEach(findings::about);
    persons.all().forEach(person -> person.contradictions().forEach(findings::about));
    findings.all.sort(
        Comparator.comparing(Finding::centre)
            .thenComparing(Finding::ruleId)
            .thenComparing(Finding::id));
    return List.copyOf(findings.all);
  }

  /**
   * By centre and rule, how often it could be judged: of pairs on every record, of contradictions
   * on every record that was merged.
   *
   * @param records how many each centre has
   */
  public static Map<String, Map<String, RuleCount>> counts(
      List<Finding> findings, Persons persons, Map<String, Long> records) {
    Map<String, Long> merged = new TreeMap<>();
    persons
        .all()
        .forEach(
            person -> person.members().forEach(key -> merged.merge(key.centre(), 1L, Long::sum)));
    Map<String, Map<String, RuleCount>> counts = new TreeMap<>();
    records.forEach(
        (centre, n) -> {
          Map<String, RuleCount> ofCentre = new TreeMap<>();
          for (RuleCard card : PersonRules.all()) {
            Set<String> broken = new HashSet<>();
            findings.stream()
                .filter(f -> f.ruleId().equals(card.id()) && f.centre().equals(centre))
                .forEach(f -> broken.add(f.patient().orElseThrow().pid()));
            long judged = card == PersonRules.CONTRADICTION ? merged.getOrDefault(centre, 0L) : n;
            ofCentre.put(card.id(), RuleCount.of(card, judged, broken.size(), n - judged));
          }
          counts.put(centre, ofCentre);
        });
    return counts;
  }

  /** The rules on identity numbers tell of these. */
  private static boolean sameNumber(Pair pair) {
    return pair.levels().getOrDefault(Comparison.NATIONAL_ID, 0) == 2;
  }

  private void about(Pair pair) {
    Map<Comparison, Integer> levels = pair.levels();
    boolean mistyped =
        levels.getOrDefault(Comparison.NATIONAL_ID, 0) == 1
            && levels.getOrDefault(Comparison.NAME, 0) >= 2
            && levels.getOrDefault(Comparison.BIRTH_DATE, 0) == 3;
    RuleCard card = mistyped ? PersonRules.MISTYPED_NUMBER : PersonRules.POSSIBLY_ONE;
    String probability = String.format(Locale.ROOT, "%.3f", pair.probability());
    add(card, pair.one(), pair.other(), probability);
    add(card, pair.other(), pair.one(), probability);
  }

  private void add(RuleCard card, PatientKey key, PatientKey other, String probability) {
    all.add(
        new Finding(
            FindingId.of(card.id(), key.centre(), key.pid(), List.of(other.pid())),
            key.centre(),
            Optional.of(key),
            card.id(),
            card.severity(),
            List.of(),
            List.of(),
            card.says().with(other.centre(), probability)));
  }

  private void about(Contradiction contradiction) {
    PatientRecord used = contradiction.used();
    add(contradiction, used, contradiction.other());
    add(contradiction, contradiction.other(), used);
  }

  private void add(Contradiction contradiction, PatientRecord at, PatientRecord other) {
    RuleCard card = PersonRules.CONTRADICTION;
    String field = contradiction.field().name();
    List<SourceCell> cells =
        at.cell(contradiction.field())
            .map(cell -> List.of(Shown.cell(contradiction.field(), cell)))
            .orElse(List.of());
    all.add(
        new Finding(
            FindingId.of(
                card.id(), at.key().centre(), at.key().pid(), List.of(field, other.key().pid())),
            at.key().centre(),
            Optional.of(at.key()),
            card.id(),
            card.severity(),
            List.of(field),
            cells,
            card.says()
                .with(
                    Shown.within(contradiction.field().title()),
                    other.key().centre(),
                    contradiction.used().key().centre())));
  }
}
