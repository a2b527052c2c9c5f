package org.denovo.difference;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.denovo.check.Obstacle;
import org.denovo.extract.DuplicatesFile;
import org.denovo.extract.ObstaclesFile;
import org.denovo.extract.PersonsFile.Member;

/** What a run had decided of some patients before its cohorts judged them: persons and errors. */
final class Outside {

  private final RunFolder run;
  private final Map<String, List<Member>> persons = new HashMap<>();
  private final Map<String, List<Obstacle>> obstacles = new HashMap<>();
  private final Map<String, Cause.Person.Decided> decisions = new HashMap<>();
  private final Map<String, String> states = new HashMap<>();

  /** Reads what concerns these patients. */
  Outside(RunFolder run, Set<String> pids) {
    this.run = run;
    run.persons().stream()
        .filter(person -> person.stream().anyMatch(member -> pids.contains(member.pid())))
        .forEach(person -> person.forEach(member -> persons.put(member.pid(), person)));
    ObstaclesFile.each(
        run.folder(),
        (pid, obstacle) -> {
          if (pids.contains(pid)) {
            obstacles.computeIfAbsent(pid, p -> new ArrayList<>()).add(obstacle);
          }
        });
    if (Files.exists(run.duplicates())) {
      DuplicatesFile.read(run.duplicates(), this::decision);
    }
  }

  private void decision(Map<String, String> row) {
    if (!row.get("decided_by").isEmpty()) {
      decisions.put(
          row.get("patient_pid") + " " + row.get("other_pid"),
          new Cause.Person.Decided(row.get("decided_by"), row.get("decided_on"), row.get("why")));
    }
  }

  /** Her records, the leading one first; none if she has one. */
  List<Member> person(String pid) {
    return persons.getOrDefault(pid, List.of());
  }

  /** Every record of those who have several. */
  Set<String> members() {
    return Set.copyOf(persons.keySet());
  }

  /** Her unresolved errors by the findings' ids, as far as they leave open one of these. */
  private Map<String, Obstacle> obstacles(String pid, Set<String> decisions) {
    Map<String, Obstacle> some = new HashMap<>();
    for (Obstacle obstacle : obstacles.getOrDefault(pid, List.of())) {
      if (names(obstacle).stream().anyMatch(decisions::contains)) {
        some.put(obstacle.finding(), obstacle);
      }
    }
    return some;
  }

  private static List<String> names(Obstacle obstacle) {
    return obstacle.blocks().stream().map(Enum::name).toList();
  }

  /** Reads where the findings stand that block in one of two runs. */
  static void states(Outside before, Outside now) {
    Set<String> ids = before.ids();
    Set<String> both = now.ids();
    Set<String> all = new HashSet<>(ids);
    all.addAll(both);
    both.retainAll(ids);
    all.removeAll(both);
    before.states(all);
    now.states(all);
  }

  private Set<String> ids() {
    Set<String> ids = new HashSet<>();
    obstacles.values().stream().flatMap(Collection::stream).forEach(one -> ids.add(one.finding()));
    return ids;
  }

  private void states(Set<String> ids) {
    Path findings = run.findings();
    if (ids.isEmpty() || !Files.exists(findings)) {
      return;
    }
    ids.forEach(id -> states.put(id, Cause.Blocked.NOWHERE));
    try (Records records = new Records(findings, ids::contains)) {
      int state = records.header().indexOf("state");
      while (records.hasNext()) {
        List<String> cells = Records.cells(records.next());
        states.put(cells.get(0), cells.get(state));
      }
    }
  }

  /**
   * What came to block a patient, or does no more.
   *
   * @param decisions those that were open in one of the runs and kept her out
   */
  static List<Cause> blocked(Outside before, Outside now, String pid, Set<String> decisions) {
    Map<String, Obstacle> old = before.obstacles(pid, decisions);
    Map<String, Obstacle> young = now.obstacles(pid, decisions);
    List<Cause> causes = new ArrayList<>();
    for (Obstacle obstacle : before.obstacles.getOrDefault(pid, List.of())) {
      if (old.containsKey(obstacle.finding()) && !young.containsKey(obstacle.finding())) {
        causes.add(blocked(before, now, obstacle, false));
      }
    }
    for (Obstacle obstacle : now.obstacles.getOrDefault(pid, List.of())) {
      if (young.containsKey(obstacle.finding()) && !old.containsKey(obstacle.finding())) {
        causes.add(blocked(before, now, obstacle, true));
      }
    }
    return causes;
  }

  private static Cause blocked(Outside before, Outside now, Obstacle obstacle, boolean blocks) {
    return new Cause.Blocked(
        obstacle.finding(),
        obstacle.rule(),
        blocks,
        names(obstacle),
        before.states.getOrDefault(obstacle.finding(), ""),
        now.states.getOrDefault(obstacle.finding(), ""));
  }

  /** Which records came to be a patient's, or are so no more. */
  static List<Cause> person(Outside before, Outside now, String pid) {
    List<Member> old = before.person(pid);
    List<Member> young = now.person(pid);
    List<Cause> causes = new ArrayList<>();
    for (Member member : young) {
      if (!member.pid().equals(pid) && !old.contains(member)) {
        causes.add(bond(pid, member, Cause.Person.Bond.JOINED, now));
      }
    }
    for (Member member : old) {
      if (!member.pid().equals(pid) && !young.contains(member)) {
        causes.add(bond(pid, member, Cause.Person.Bond.PARTED, now));
      }
    }
    if (causes.isEmpty() && !old.isEmpty() && !old.get(0).equals(young.get(0))) {
      causes.add(bond(pid, young.get(0), Cause.Person.Bond.LEADS, now));
    }
    return causes;
  }

  private static Cause bond(String pid, Member other, Cause.Person.Bond bond, Outside now) {
    return new Cause.Person(
        other.pid(),
        other.centre(),
        bond,
        Optional.ofNullable(now.decisions.get(pid + " " + other.pid()))
            .or(() -> Optional.ofNullable(now.decisions.get(other.pid() + " " + pid))));
  }
}
