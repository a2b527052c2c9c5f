package org.denovo.difference;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.denovo.change.Comparability;
import org.denovo.difference.CohortPass.Seen;
import org.denovo.difference.PatientChange.Column;
import org.denovo.difference.PatientChange.Kind;
import org.denovo.extract.PersonsFile;
import org.denovo.vocabulary.Edition;

/** Finds why patients of a cohort changed between two runs. */
final class Causes {

  private final String cohort;
  private final Comparability comparability;
  private final Map<String, RunFolder.Described> columns;
  private final Map<String, Set<String>> criteria;
  private final Known before;
  private final Known after;

  /**
   * What one run knows beside its cohort's files.
   *
   * @param members the cells of those who have several records, by pseudonym
   */
  record Known(RunFolder run, Outside decided, Map<String, Lineage> members) {

    Lineage of(String pid) {
      return members.getOrDefault(pid, new Lineage(Map.of()));
    }
  }

  /**
   * The causes in one cohort.
   *
   * @param columns of {@code cohort.csv} in either run
   * @param criteria the fields on which each part of the definition rests in either run
   */
  Causes(
      String cohort,
      Comparability comparability,
      Map<String, RunFolder.Described> columns,
      Map<String, Set<String>> criteria,
      Known before,
      Known after) {
    this.cohort = cohort;
    this.comparability = comparability;
    this.columns = columns;
    this.criteria = criteria;
    this.before = before;
    this.after = after;
  }

  /** The causes of a change; none only if nothing of hers and nothing of the making differs. */
  List<Cause> of(
      Kind kind,
      Optional<Seen> was,
      Optional<Seen> is,
      List<Column> differing,
      Lineage cellsBefore,
      Lineage cellsNow) {
    if (was.isEmpty()) {
      return List.of(new Cause.Row(true, cellsNow.workbook()));
    }
    if (is.isEmpty()) {
      return List.of(new Cause.Row(false, cellsBefore.workbook()));
    }
    String centre = after.run().centre(cellsNow.workbook());
    List<Comparability.Made> making = making();
    Seen old = was.get();
    Seen young = is.get();
    List<Cause> causes = new ArrayList<>(outside(old, young));
    Set<String> fields = fields(kind, old, young, differing);
    if (causes.stream().anyMatch(c -> c instanceof Cause.Blocked blocked && blocked.isOfData())) {
      addAll("step ", fields);
      addAll("arm ", fields);
    }
    causes.addAll(between(cellsBefore, cellsNow, fields, centre));
    if (causes.isEmpty()) {
      causes.addAll(ofOthers(old.pid(), fields));
    }
    boolean redefined =
        making.stream().anyMatch(made -> made.either().kind() == Edition.Kind.COHORT);
    if (causes.isEmpty() && making.isEmpty()) {
      // What a definition says that it reads may be less than what came into play.
      causes.addAll(between(cellsBefore, cellsNow, cellsBefore.fields(cellsNow), centre));
    }
    if (causes.isEmpty() || redefined) {
      causes.add(new Cause.Made(making));
    }
    return causes;
  }

  /** What a centre did not write otherwise is read otherwise, from whichever cell. */
  private List<Cause> between(Lineage was, Lineage is, Set<String> fields, String centre) {
    String bytes = after.run().bytes(centre);
    boolean rewritten = bytes.isEmpty() || !bytes.equals(before.run().bytes(centre));
    return Lineage.between(was, is, fields, rewritten, reading(centre));
  }

  /** What no cell tells: whose record it is, and which errors are unresolved. */
  private List<Cause> outside(Seen was, Seen is) {
    List<Cause> causes =
        new ArrayList<>(Outside.person(before.decided(), after.decided(), was.pid()));
    Set<String> blocked = new HashSet<>(was.where().blocked());
    blocked.addAll(is.where().blocked());
    causes.addAll(Outside.blocked(before.decided(), after.decided(), was.pid(), blocked));
    return causes;
  }

  /** What differs in the other records of a person, from which her gaps are filled. */
  private List<Cause> ofOthers(String pid, Set<String> fields) {
    List<Cause> causes = new ArrayList<>();
    for (PersonsFile.Member other : after.decided().person(pid)) {
      if (!other.pid().equals(pid)) {
        causes.addAll(
            between(before.of(other.pid()), after.of(other.pid()), fields, other.centre()));
      }
    }
    return causes;
  }

  /** The fields on which what changed rests. */
  private Set<String> fields(Kind kind, Seen was, Seen is, List<Column> differing) {
    Set<String> fields = new LinkedHashSet<>();
    switch (kind) {
      case ENTERED, LEFT, FLOW -> {
        for (Seen seen : List.of(was, is)) {
          fields.addAll(criteria.getOrDefault("step " + seen.where().step(), Set.of()));
        }
        if (was.where().step().isEmpty() && is.where().step().isEmpty()) {
          addAll("arm ", fields);
        }
      }
      case ARM -> addAll("arm ", fields);
      case OUTCOME, VALUE -> {
        for (Column column : differing) {
          RunFolder.Described described = columns.get(column.name());
          if (described == null) {
            fields.addAll(criteria.getOrDefault("endpoint " + column.name(), Set.of()));
          } else if (described.fields().isEmpty()) {
            addAll("endpoint ", fields);
            addAll("arm ", fields);
          } else {
            fields.addAll(described.fields());
          }
        }
        addAll("time_zero ", fields);
      }
    }
    return fields;
  }

  private void addAll(String part, Set<String> fields) {
    criteria.forEach(
        (name, own) -> {
          if (name.startsWith(part)) {
            fields.addAll(own);
          }
        });
  }

  private List<Comparability.Made> reading(String centre) {
    return comparability.changes().stream()
        .filter(
            made ->
                switch (made.either().kind()) {
                  case PROGRAM, WORDS -> true;
                  case MAPPING -> made.either().name().endsWith("/" + centre + ".yaml");
                  case RULE, RULE_FILE, COHORT, PARAMETER, JOB -> false;
                })
        .toList();
  }

  private List<Comparability.Made> making() {
    return comparability.changes().stream()
        .filter(
            made ->
                switch (made.either().kind()) {
                  case PROGRAM, PARAMETER -> true;
                  case COHORT -> made.either().name().equals(cohort);
                  case MAPPING, WORDS, RULE, RULE_FILE, JOB -> false;
                })
        .toList();
  }
}
