package org.denovo.linkage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.denovo.record.Field;
import org.denovo.record.PatientRecord;

/**
 * The persons of whom there are several records: those whose records are certainly of one person or
 * were decided to be. Nobody is merged whose records hold, among them, two that were decided to be
 * of different persons.
 */
public final class Persons {

  /** Nobody has two records. */
  public static final Persons NONE = new Persons(List.of());

  /** A number that more records have than this is no person's, as where a form asks for one. */
  public static final int MOST = 20;

  private final List<Person> all;
  private final Map<String, Person> byPid = new HashMap<>();

  private Persons(List<Person> all) {
    this.all = List.copyOf(all);
    all.forEach(person -> person.members().forEach(key -> byPid.put(key.pid(), person)));
  }

  /**
   * The persons among some records.
   *
   * @param records at least all that share an identity number with no more than {@link #MOST}, and
   *     all on which something is decided
   */
  public static Persons among(List<PatientRecord> records, Decisions decisions) {
    List<PatientRecord> ordered =
        records.stream().sorted(Comparator.comparing(PatientRecord::key)).toList();
    List<Traits> traits = ordered.stream().map(Traits::of).toList();
    int[] leader = new int[ordered.size()];
    for (int i = 0; i < leader.length; i++) {
      leader[i] = i;
    }
    Map<Long, List<Integer>> byId = new TreeMap<>();
    Map<String, Integer> byPid = new HashMap<>();
    for (int i = 0; i < leader.length; i++) {
      byPid.put(ordered.get(i).key().pid(), i);
      if (traits.get(i).idValid()) {
        byId.computeIfAbsent(traits.get(i).id(), id -> new ArrayList<>()).add(i);
      }
    }
    for (List<Integer> same : byId.values()) {
      for (int i = 1; i < same.size(); i++) {
        for (int j = 0; j < i; j++) {
          Traits one = traits.get(same.get(i));
          Traits other = traits.get(same.get(j));
          if (one.isCertainly(other)
              && decisions.on(one.key().pid(), other.key().pid()).isEmpty()) {
            join(leader, same.get(i), same.get(j));
          }
        }
      }
    }
    for (Decision decision : decisions.all()) {
      Integer one = byPid.get(decision.one());
      Integer other = byPid.get(decision.other());
      if (decision.verdict() == Decision.Verdict.SAME && one != null && other != null) {
        join(leader, one, other);
      }
    }
    Map<Integer, List<PatientRecord>> groups = new TreeMap<>();
    for (int i = 0; i < leader.length; i++) {
      groups.computeIfAbsent(root(leader, i), root -> new ArrayList<>()).add(ordered.get(i));
    }
    return new Persons(
        groups.values().stream()
            .filter(group -> group.size() > 1 && !isDivided(group, decisions))
            .map(Person::of)
            .toList());
  }

  /** Persons of whom it is known which records they have: two or more, in any order. */
  public static Persons of(List<List<PatientRecord>> persons) {
    return new Persons(persons.stream().map(Person::of).toList());
  }

  /** All of them, by the first of their keys. */
  public List<Person> all() {
    return all;
  }

  /** The person of whom a record is, if it is not her only one. */
  public Optional<Person> of(PatientRecord record) {
    return Optional.ofNullable(byPid.get(record.key().pid()));
  }

  /**
   * The record by which a person is judged where a record stands: itself, the merged one where it
   * leads, nothing where it was merged into another.
   */
  public Optional<PatientRecord> judged(PatientRecord record) {
    Person person = byPid.get(record.key().pid());
    if (person == null) {
      return Optional.of(record);
    }
    return Optional.of(person.record()).filter(merged -> merged.key().equals(record.key()));
  }

  /**
   * The record by which cohorts judge what is found at a record; nothing where it was merged into
   * another and gave it none of the values that were read.
   */
  public Optional<PatientRecord> judgedFor(PatientRecord record, Collection<Field<?>> fields) {
    Person person = byPid.get(record.key().pid());
    if (person == null) {
      return Optional.of(record);
    }
    return person.concerns(record.key(), fields) ? Optional.of(person.record()) : Optional.empty();
  }

  private static boolean isDivided(List<PatientRecord> group, Decisions decisions) {
    return group.stream()
        .anyMatch(
            one ->
                group.stream()
                    .filter(other -> other != one)
                    .flatMap(other -> decisions.on(one.key().pid(), other.key().pid()).stream())
                    .anyMatch(decision -> decision.verdict() == Decision.Verdict.DIFFERENT));
  }

  private static int root(int[] leader, int at) {
    int root = at;
    while (leader[root] != root) {
      root = leader[root];
    }
    return root;
  }

  private static void join(int[] leader, int one, int other) {
    int first = root(leader, one);
    int second = root(leader, other);
    leader[Math.max(first, second)] = Math.min(first, second);
  }
}
