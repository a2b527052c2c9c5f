package org.denovo.cohort;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.denovo.check.Decision;
import org.denovo.check.Finding;
import org.denovo.expression.Verdict;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.Fields;
import org.denovo.record.PatientRecord;
import org.denovo.record.Variable;

/**
 * What findings mean for some cohorts. Whether another value of a field would move a patient is
 * found by judging her once more as if the field were not known: in three-valued logic what stays
 * decided then is the same for every value. A field that is not known now matters where the cohort
 * names it as missing.
 */
public final class Consequences {

  /**
   * What a finding means.
   *
   * @param cohorts the names of those for which it means as much, in the order of the night
   */
  public record Weight(Consequence consequence, List<String> cohorts) {

    /** Of a finding that no cohort feels. */
    public static final Weight NONE = new Weight(Consequence.UNUSED, List.of());

    public Weight {
      Objects.requireNonNull(consequence, "consequence");
      cohorts = List.copyOf(cohorts);
    }
  }

  private record Chosen(Selection selection, Map<Field<?>, Consequence> reach) {

    String name() {
      return selection.definition().name();
    }

    Consequence most(Collection<Field<?>> fields) {
      Consequence most = Consequence.UNUSED;
      for (Field<?> field : fields) {
        most = most.or(reach.getOrDefault(field, Consequence.UNUSED));
      }
      return most;
    }
  }

  private final List<Chosen> cohorts = new ArrayList<>();

  /** For these cohorts. */
  public Consequences(List<CohortDefinition> definitions) {
    for (CohortDefinition definition : definitions) {
      Selection selection = Selection.of(definition);
      cohorts.add(new Chosen(selection, reach(selection)));
    }
  }

  /**
   * The weightiest thing that a finding could mean, without a look at the patient: what the fields
   * are read for.
   *
   * @param blocks what the finding blocks
   */
  public Consequence reach(Finding finding, Set<Decision> blocks) {
    if (finding.patient().isEmpty()) {
      return Consequence.MANY;
    }
    List<Field<?>> fields = Fields.named(finding.fields());
    Consequence most = Consequence.UNUSED;
    for (Chosen cohort : cohorts) {
      most =
          Collections.disjoint(blocks, cohort.selection().definition().needs())
              ? most.or(cohort.most(fields))
              : Consequence.KEEPS_OUT;
    }
    return most;
  }

  /**
   * What a finding means as the patient's record stands.
   *
   * @param patient the record by which cohorts judge her
   * @param blocks what the finding blocks
   */
  public Weight of(PatientRecord patient, Finding finding, Set<Decision> blocks) {
    List<Field<?>> fields = Fields.named(finding.fields());
    Consequence most = Consequence.UNUSED;
    List<String> names = new ArrayList<>();
    for (Chosen cohort : cohorts) {
      Consequence here = on(cohort, patient, fields, blocks);
      if (here.compareTo(most) < 0) {
        most = here;
        names.clear();
      }
      if (here == most && here != Consequence.UNUSED) {
        names.add(cohort.name());
      }
    }
    return new Weight(most, names);
  }

  private static Consequence on(
      Chosen cohort, PatientRecord patient, List<Field<?>> fields, Set<Decision> blocks) {
    Selection selection = cohort.selection();
    boolean isBlocking = !Collections.disjoint(blocks, selection.definition().needs());
    Consequence most = cohort.most(fields);
    if (most == Consequence.UNUSED && !isBlocking) {
      return most;
    }
    Membership before = selection.judge(patient, Set.of());
    if (isBlocking && before instanceof Membership.In) {
      return Consequence.KEEPS_OUT;
    }
    Consequence found = most == Consequence.UNUSED ? most : Consequence.READ;
    for (Field<?> field : fields) {
      if (cohort.reach().containsKey(field)) {
        found = found.or(wanting(selection, patient, field, before));
        if (patient.knows(field)) {
          found =
              found.or(
                  between(selection, before, selection.judge(without(patient, field), Set.of())));
        }
      }
    }
    return found;
  }

  private static <T> PatientRecord without(PatientRecord patient, Field<T> field) {
    return patient.with(field, Answer.absent(Absence.UNKNOWN));
  }

  /** What the cohort cannot decide now for want of a field. */
  private static Consequence wanting(
      Selection selection, PatientRecord patient, Field<?> field, Membership now) {
    if (now instanceof Membership.Undecided open) {
      return restsOn(open.missing(), field) ? Consequence.ARM : Consequence.READ;
    }
    if (now instanceof Membership.Left left) {
      return restsOn(left.judgement().missing(), field) ? Consequence.MEMBERSHIP : Consequence.READ;
    }
    if (now instanceof Membership.In in && !patient.knows(field)) {
      return wanting(selection.definition(), in.member(), field);
    }
    return Consequence.READ;
  }

  private static Consequence wanting(CohortDefinition cohort, Member member, Field<?> field) {
    if (!member.onset().isKnown() && restsOn(exposure(cohort), field)) {
      return Consequence.TIME;
    }
    boolean isCauseOpen =
        field == Fields.DEATH_CAUSE
            && member.outcomes().stream().anyMatch(o -> o.code() == Course.CAUSE_NOT_KNOWN);
    List<Endpoint> unanswered = new ArrayList<>(cohort.endpoints());
    member.outcomes().forEach(outcome -> unanswered.remove(outcome.endpoint()));
    boolean isOutcomeOpen =
        unanswered.stream().anyMatch(endpoint -> Course.reads(List.of(endpoint)).contains(field));
    return isCauseOpen || isOutcomeOpen ? Consequence.OUTCOME : Consequence.READ;
  }

  /** What is different between two judgements of the same patient. */
  private static Consequence between(Selection selection, Membership one, Membership other) {
    if (one instanceof Membership.In before && other instanceof Membership.In after) {
      return between(before.member(), after.member());
    }
    if (one instanceof Membership.In) {
      return other instanceof Membership.Left left ? lost(selection, left) : Consequence.ARM;
    }
    if (one.equals(other)) {
      return Consequence.READ;
    }
    if (one instanceof Membership.Left left) {
      return left.judgement().verdict() == Verdict.NOT_KNOWN
          ? Consequence.READ // something else is missing, which has to come first
          : isArms(selection, left) ? Consequence.ARM : Consequence.MEMBERSHIP;
    }
    return Consequence.ARM;
  }

  private static Consequence between(Member before, Member after) {
    if (!before.arm().equals(after.arm())) {
      return Consequence.ARM;
    }
    if (!before.timeZero().equals(after.timeZero()) || !before.onset().equals(after.onset())) {
      return Consequence.TIME;
    }
    return before.outcomes().equals(after.outcomes()) ? Consequence.READ : Consequence.OUTCOME;
  }

  /** What a member would lose her place for, told by the step at which she would leave. */
  private static Consequence lost(Selection selection, Membership.Left left) {
    return switch (selection.steps().get(left.step()).name()) {
      case Selection.TIME_ZERO_KNOWN, Selection.EXPOSURE_DATED -> Consequence.TIME;
      case Selection.FOLLOW_UP_KNOWN -> Consequence.OUTCOME;
      case Selection.ONE_ARM -> Consequence.ARM;
      default -> Consequence.MEMBERSHIP;
    };
  }

  private static boolean isArms(Selection selection, Membership.Left left) {
    return selection.steps().get(left.step()).name().equals(Selection.ONE_ARM);
  }

  /** What each field is read for, at the most. */
  private static Map<Field<?>, Consequence> reach(Selection selection) {
    Map<Field<?>, Consequence> reach = new HashMap<>();
    CohortDefinition cohort = selection.definition();
    selection.steps().stream()
        .filter(step -> !step.name().equals(Selection.ONE_ARM))
        .forEach(step -> add(reach, step.criterion().reads(), Consequence.MEMBERSHIP));
    cohort.arms().forEach(arm -> add(reach, arm.criterion().reads(), Consequence.ARM));
    add(reach, exposure(cohort), Consequence.TIME);
    add(reach, Course.reads(cohort.endpoints()), Consequence.OUTCOME);
    add(reach, cohort.adjustment().all(), Consequence.READ);
    return reach;
  }

  private static void add(
      Map<Field<?>, Consequence> reach,
      Collection<? extends Variable<?>> variables,
      Consequence consequence) {
    for (Variable<?> variable : variables) {
      variable.fields().forEach(field -> reach.merge(field, consequence, Consequence::or));
    }
  }

  private static List<Variable<?>> exposure(CohortDefinition cohort) {
    List<Variable<?>> reads = new ArrayList<>(cohort.exposure().where().reads());
    reads.addAll(cohort.exposure().dates());
    return reads;
  }

  private static boolean restsOn(List<Variable<?>> variables, Field<?> field) {
    return variables.stream().anyMatch(variable -> variable.fields().contains(field));
  }
}
