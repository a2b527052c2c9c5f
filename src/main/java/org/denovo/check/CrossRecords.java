package org.denovo.check;

import static org.denovo.record.Fields.*;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.denovo.record.Field;
import org.denovo.record.PatientKey;
import org.denovo.record.PatientRecord;
import org.denovo.source.SourceCell;
import org.denovo.vocabulary.Laterality;
import org.denovo.vocabulary.Text;

/**
 * Judges the rules over many patients. Patients are added one by one, those of a centre in the
 * order of its rows; of each it keeps the identity and some counts, never the record.
 */
public final class CrossRecords {

  /** What is kept of a patient who has an identity number. */
  private record Person(
      PatientKey key,
      String side,
      Optional<String> diagnosis,
      Optional<String> birth,
      Optional<String> sex,
      SourceCell cell) {}

  private final RuleParameters parameters;
  private final BiPredicate<String, String> settled;
  private final Map<String, List<Person>> byNationalId = new HashMap<>();
  private final Map<String, CentreTally> centres = new TreeMap<>();

  /**
   * Nobody yet.
   *
   * @param settled true for the pseudonyms of two records of which a person decided whose they are
   */
  public CrossRecords(RuleParameters parameters, BiPredicate<String, String> settled) {
    this.parameters = Objects.requireNonNull(parameters, "parameters");
    this.settled = Objects.requireNonNull(settled, "settled");
  }

  /** Adds a patient. */
  public void add(PatientRecord patient) {
    String centre = patient.key().centre();
    centres.computeIfAbsent(centre, CentreTally::new).add(patient);
    patient
        .value(NATIONAL_ID)
        .ifPresent(
            id -> byNationalId.computeIfAbsent(id, hash -> new ArrayList<>()).add(person(patient)));
  }

  private static Person person(PatientRecord patient) {
    return new Person(
        patient.key(),
        patient.value(LATERALITY).map(Enum::name).orElse(""),
        patient.value(DATE_DX).map(date -> date.write()),
        patient.value(BIRTH_DATE).map(date -> date.write()),
        patient.value(SEX).map(Enum::name),
        patient.cell(NATIONAL_ID).map(cell -> Shown.cell(NATIONAL_ID, cell)).orElse(null));
  }

  /** What is found so far, by centre, rule and id. */
  public List<Finding> findings() {
    List<Finding> found = new ArrayList<>();
    byNationalId.values().stream()
        .filter(people -> people.size() > 1 && !isSettled(people))
        .forEach(people -> compare(people, found));
    centres.values().forEach(centre -> found.addAll(centre.findings(parameters)));
    found.sort(
        Comparator.comparing(Finding::centre)
            .thenComparing(Finding::ruleId)
            .thenComparing(Finding::id));
    return List.copyOf(found);
  }

  /**
   * By centre and rule, how often it could be judged: a rule on persons for each patient with an
   * identity number, any other once for the centre.
   */
  public Map<String, Map<String, RuleCount>> counts() {
    Map<String, Map<String, Long>> broken =
        findings().stream()
            .collect(
                Collectors.groupingBy(
                    Finding::centre,
                    Collectors.groupingBy(Finding::ruleId, Collectors.counting())));
    Map<String, Map<String, RuleCount>> all = new TreeMap<>();
    centres.forEach(
        (centre, tally) -> {
          Map<String, RuleCount> ofCentre = new TreeMap<>();
          for (RuleCard card : CrossRecordRules.all()) {
            long found = broken.getOrDefault(centre, Map.of()).getOrDefault(card.id(), 0L);
            ofCentre.put(card.id(), count(tally, card, found));
          }
          all.put(centre, Collections.unmodifiableMap(ofCentre));
        });
    return Collections.unmodifiableMap(all);
  }

  private static RuleCount count(CentreTally tally, RuleCard card, long found) {
    return card.category() == Category.PLAUSIBILITY_UNIQUENESS
        ? RuleCount.of(card, tally.identified(), found, tally.patients() - tally.identified())
        : RuleCount.of(card, 1, Math.min(1, found), 0);
  }

  /** True if somebody decided of each of them whether she is each other. */
  private boolean isSettled(List<Person> people) {
    return people.stream()
        .allMatch(
            one ->
                people.stream()
                    .allMatch(
                        other -> one == other || settled.test(one.key().pid(), other.key().pid())));
  }

  private static void compare(List<Person> people, List<Finding> found) {
    Map<String, List<Person>> byCentreAndSide = new TreeMap<>();
    TreeSet<String> centres = new TreeSet<>();
    for (Person person : people) {
      centres.add(person.key().centre());
      byCentreAndSide
          .computeIfAbsent(person.key().centre() + "|" + person.side(), at -> new ArrayList<>())
          .add(person);
    }
    byCentreAndSide.values().stream()
        .filter(same -> same.size() > 1)
        .forEach(
            same ->
                found.add(
                    finding(
                        CrossRecordRules.DUPLICATE,
                        same,
                        List.of(NATIONAL_ID, LATERALITY),
                        same.size())));
    for (String centre : centres) {
      List<Person> here =
          people.stream().filter(person -> person.key().centre().equals(centre)).toList();
      if (centres.size() > 1) {
        found.add(
            finding(
                CrossRecordRules.TWO_CENTRES,
                here,
                List.of(NATIONAL_ID),
                centres.size(),
                String.join(", ", centres)));
      }
      if (here.stream().anyMatch(one -> here.stream().anyMatch(other -> opposite(one, other)))) {
        found.add(
            finding(CrossRecordRules.TWO_SIDES, here, List.of(NATIONAL_ID, LATERALITY, DATE_DX)));
      }
      if (differ(people)) {
        found.add(
            finding(CrossRecordRules.TWO_PEOPLE, here, List.of(NATIONAL_ID, BIRTH_DATE, SEX)));
      }
    }
  }

  private static boolean opposite(Person one, Person other) {
    return one.side().equals(Laterality.LEFT.name())
        && other.side().equals(Laterality.RIGHT.name())
        && one.diagnosis().isPresent()
        && one.diagnosis().equals(other.diagnosis());
  }

  private static boolean differ(List<Person> people) {
    long births = people.stream().flatMap(p -> p.birth().stream()).distinct().count();
    long sexes = people.stream().flatMap(p -> p.sex().stream()).distinct().count();
    return births > 1 || sexes > 1;
  }

  private static Finding finding(
      RuleCard card, List<Person> people, List<Field<?>> fields, Object... values) {
    Person first = people.stream().min(Comparator.comparing(Person::key)).orElseThrow();
    List<String> names = fields.stream().map(Field::name).toList();
    return new Finding(
        FindingId.of(card.id(), first.key().centre(), first.key().pid(), names),
        first.key().centre(),
        Optional.of(first.key()),
        card.id(),
        card.severity(),
        names,
        people.stream().map(Person::cell).filter(Objects::nonNull).toList(),
        card.says().with(values));
  }

  /** A finding about a whole centre. */
  static Finding ofCentre(
      RuleCard card, String centre, Optional<Field<?>> field, Object... values) {
    List<String> names = field.map(f -> List.of(f.name())).orElse(List.of());
    Text says = card.says().with(values);
    return new Finding(
        FindingId.of(card.id(), centre, "", names),
        centre,
        Optional.empty(),
        card.id(),
        card.severity(),
        names,
        List.of(),
        says);
  }
}
