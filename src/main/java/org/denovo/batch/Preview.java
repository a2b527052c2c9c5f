package org.denovo.batch;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.denovo.check.Finding;
import org.denovo.difference.Memberships;
import org.denovo.difference.PatientChange;
import org.denovo.record.Field;
import org.denovo.source.Place;
import org.denovo.vocabulary.Text;

/**
 * What the configuration and the program as they stand would change against the registry as last
 * published, if they were used.
 *
 * @param runId the run that was published last
 * @param centres by name
 * @param across the rules on patients of several rows or centres
 * @param cohorts those in which somebody would be elsewhere, and new ones
 */
public record Preview(
    String runId,
    List<CentreChanges> centres,
    List<RuleChange> across,
    List<CohortChange> cohorts) {

  /** What could be done for a centre. */
  public enum State {
    /** Its workbook was read again. */
    READ,
    /** Its stored values were judged; nobody asked for the workbook. */
    JUDGED,
    /** The workbook that was published is no longer in the inbox; stored values were judged. */
    MISSING,
    /** No mapping claims the workbook any more, so the published values would stay. */
    UNCLAIMED,
    /** The workbook would be refused, so the published values would stay. */
    REFUSED
  }

  /**
   * What would change for one centre.
   *
   * @param why the reason of a refusal
   * @param patients how many were compared
   * @param appear patients that are not in the registry
   * @param vanish patients of the registry that would not be read
   * @param fields those of which a value would change, in the registry's order
   * @param rules those of which a finding would appear or vanish, by id
   */
  public record CentreChanges(
      String centre,
      String workbook,
      State state,
      Optional<Text> why,
      long patients,
      long appear,
      long vanish,
      List<FieldChange> fields,
      List<RuleChange> rules) {

    public CentreChanges {
      Objects.requireNonNull(state, "state");
      Objects.requireNonNull(why, "why");
      fields = List.copyOf(fields);
      rules = List.copyOf(rules);
    }

    /** True if nothing would change. */
    public boolean isEmpty() {
      return appear + vanish == 0 && fields.isEmpty() && rules.isEmpty();
    }
  }

  /**
   * Values of a field that would change.
   *
   * @param changed values that become other values
   * @param gained values that are read for the first time
   * @param lost values that are no longer read
   * @param reasons of the values that are missing before and after, those with another reason
   * @param transitions the most frequent ones first
   */
  public record FieldChange(
      Field<?> field,
      long changed,
      long gained,
      long lost,
      long reasons,
      List<Transition> transitions) {

    public FieldChange {
      Objects.requireNonNull(field, "field");
      transitions = List.copyOf(transitions);
    }
  }

  /**
   * One value becoming another.
   *
   * @param before as files write it: a value, a reason for none, or {@code unreadable}; empty for
   *     an identifier
   * @param cells the first of them
   */
  public record Transition(String before, String now, long count, List<Place> cells) {

    public Transition {
      Objects.requireNonNull(before, "before");
      Objects.requireNonNull(now, "now");
      cells = List.copyOf(cells);
    }
  }

  /**
   * Findings of a rule that would appear or vanish.
   *
   * @param appearing the first that would appear
   * @param vanishing the first that would vanish
   */
  public record RuleChange(
      String rule, long appear, long vanish, List<Finding> appearing, List<Finding> vanishing) {

    public RuleChange {
      Objects.requireNonNull(rule, "rule");
      appearing = List.copyOf(appearing);
      vanishing = List.copyOf(vanishing);
    }
  }

  /**
   * A cohort in which somebody would be elsewhere.
   *
   * @param before as published; nothing if the cohort is new or the run's folder is gone
   * @param counts how many would move, by how; none if it is not known where they were
   * @param moved who, the first of each kind in the order of the pseudonyms
   */
  public record CohortChange(
      String cohort,
      Optional<NightResult.CohortSize> before,
      NightResult.CohortSize now,
      Map<PatientChange.Kind, Long> counts,
      List<Memberships.Moved> moved) {

    public CohortChange {
      Objects.requireNonNull(cohort, "cohort");
      Objects.requireNonNull(before, "before");
      Objects.requireNonNull(now, "now");
      counts = Collections.unmodifiableMap(new TreeMap<>(counts));
      moved = List.copyOf(moved);
    }
  }

  /** Findings of a rule that would appear and vanish in the whole registry. */
  public record RuleTotal(String rule, long appear, long vanish) {}

  /** What would appear and vanish of each rule in all centres and across them, by id. */
  public List<RuleTotal> totals() {
    Map<String, RuleTotal> totals = new TreeMap<>();
    Stream.concat(centres.stream().flatMap(centre -> centre.rules().stream()), across.stream())
        .map(change -> new RuleTotal(change.rule(), change.appear(), change.vanish()))
        .forEach(
            one ->
                totals.merge(
                    one.rule(),
                    one,
                    (a, b) ->
                        new RuleTotal(a.rule(), a.appear() + b.appear(), a.vanish() + b.vanish())));
    return List.copyOf(totals.values());
  }

  public Preview {
    Objects.requireNonNull(runId, "runId");
    centres = List.copyOf(centres);
    across = List.copyOf(across);
    cohorts = List.copyOf(cohorts);
  }
}
