package org.denovo.cohort;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.denovo.check.Decision;
import org.denovo.expression.Criterion;
import org.denovo.expression.Judgement;
import org.denovo.expression.Reason;
import org.denovo.expression.Verdict;
import org.denovo.record.Fields;
import org.denovo.record.PartialDate;
import org.denovo.record.PatientRecord;
import org.denovo.record.Variable;
import org.denovo.vocabulary.Text;

/**
 * A cohort definition at work: it judges patients one by one and knows nothing of the others. To
 * the population's criteria it adds its own: a person counts once, has a time and an arm, and no
 * unresolved error blocks her.
 */
public final class Selection {

  /** The step at which records leave that were merged into another; the first of every cohort. */
  public static final String ONE_PER_PERSON = "one_per_person";

  /** The step at which unresolved errors keep patients out; the last of every cohort. */
  public static final String NOTHING_BLOCKED = "nothing_blocked";

  static final String TIME_ZERO_KNOWN = "time_zero_known";
  static final String FOLLOW_UP_KNOWN = "follow_up_known";
  static final String EXPOSURE_DATED = "exposure_dated";
  static final String ONE_ARM = "one_arm";

  /** The names of a cohort's own steps; no criterion of a population may use them. */
  public static final List<String> OWN_STEPS =
      List.of(
          ONE_PER_PERSON,
          TIME_ZERO_KNOWN,
          FOLLOW_UP_KNOWN,
          EXPOSURE_DATED,
          ONE_ARM,
          NOTHING_BLOCKED);

  /**
   * What becomes of a record that was merged into another of the same person. Only whoever knows
   * all records can tell; a record by itself is its person's only one.
   */
  public static final Membership MERGED = new Membership.Left(0, Judgement.NOT_MET);

  private final CohortDefinition definition;
  private final List<CohortDefinition.Step> steps;

  private Selection(CohortDefinition definition) {
    this.definition = Objects.requireNonNull(definition, "definition");
    List<CohortDefinition.Step> all = new ArrayList<>();
    all.add(onePerPerson());
    all.addAll(definition.population());
    all.add(timeZeroKnown());
    all.add(followUpKnown());
    if (definition.exposure().undated() == Exposure.Undated.LEAVES) {
      all.add(exposureDated());
    }
    all.add(oneArm());
    all.add(nothingBlocked());
    this.steps = List.copyOf(all);
  }

  /** The selection that a definition asks for. */
  public static Selection of(CohortDefinition definition) {
    return new Selection(definition);
  }

  /** The definition. */
  public CohortDefinition definition() {
    return definition;
  }

  /**
   * All steps in their order: one record a person, the population's, then those on time and arm.
   */
  public List<CohortDefinition.Step> steps() {
    return steps;
  }

  /** An empty count of where patients left. */
  public AttritionCount count() {
    return new AttritionCount(this);
  }

  /**
   * What the cohort makes of a patient.
   *
   * @param blocked what unresolved errors leave undecided of her
   */
  public Membership judge(PatientRecord patient, Set<Decision> blocked) {
    int armStep = steps.size() - 2;
    for (int i = 0; i < armStep; i++) {
      Judgement judgement = steps.get(i).criterion().of(patient);
      switch (judgement.verdict()) {
        case MET -> {}
        case NOT_MET, NOT_KNOWN -> {
          return new Membership.Left(i, judgement);
        }
      }
    }
    Placed placed = place(patient);
    if (!placed.fits()) {
      return new Membership.Left(armStep, Judgement.NOT_MET);
    }
    if (placed.isOpen()) {
      return new Membership.Undecided(placed.missing());
    }
    Set<Decision> open = EnumSet.noneOf(Decision.class);
    open.addAll(blocked);
    open.retainAll(definition.needs());
    return open.isEmpty()
        ? new Membership.In(member(patient, placed.met().get(0)))
        : new Membership.Blocked(open);
  }

  /**
   * Why the cohort makes of a patient what it makes of her.
   *
   * @param blocked what unresolved errors leave undecided of her
   */
  public Explanation explain(PatientRecord patient, Set<Decision> blocked) {
    return explain(patient, judge(patient, blocked), blocked);
  }

  /** The same of a record that was merged into another of the same person. */
  public Explanation explainMerged(PatientRecord patient, Set<Decision> blocked) {
    return explain(patient, MERGED, blocked);
  }

  private Explanation explain(PatientRecord patient, Membership membership, Set<Decision> blocked) {
    Set<String> fromOutside = new HashSet<>();
    if (membership == MERGED) {
      fromOutside.add(ONE_PER_PERSON);
    }
    if (!Collections.disjoint(blocked, definition.needs())) {
      fromOutside.add(NOTHING_BLOCKED);
    }
    return new Explanation(
        definition,
        membership,
        steps.stream()
            .map(
                step ->
                    fromOutside.contains(step.name())
                        ? notMet(step)
                        : judged(step.name(), step.says(), step.criterion(), patient))
            .toList(),
        definition.arms().stream()
            .map(arm -> judged(arm.name(), arm.title(), arm.criterion(), patient))
            .toList(),
        definition.timeZero(),
        course(patient).map(Course::timeZero));
  }

  /** What no record tells of itself. */
  private static Explanation.Judged notMet(CohortDefinition.Step step) {
    return new Explanation.Judged(
        step.name(),
        step.says(),
        Judgement.NOT_MET,
        new Reason(step.says(), Verdict.NOT_MET, List.of(), List.of()));
  }

  private static Explanation.Judged judged(
      String name, Text says, Criterion criterion, PatientRecord patient) {
    return new Explanation.Judged(name, says, criterion.of(patient), criterion.why(patient));
  }

  private Member member(PatientRecord patient, CohortDefinition.Arm arm) {
    Course course = course(patient).orElseThrow();
    return new Member(
        patient,
        arm.name(),
        course.start(),
        course.onset(definition.exposure()),
        course.outcomes(definition.endpoints()));
  }

  private Optional<Course> course(PatientRecord patient) {
    return definition
        .timeZero()
        .of(patient)
        .optional()
        .filter(Course::isUsable)
        .map(date -> new Course(patient, date));
  }

  /** The arms that a patient is in, and what is missing where that is not known. */
  private record Placed(List<CohortDefinition.Arm> met, List<Variable<?>> missing) {

    boolean isOpen() {
      return !missing.isEmpty();
    }

    /** In one arm, or perhaps in one. */
    boolean fits() {
      return met.size() == 1 || met.isEmpty() && isOpen();
    }
  }

  private Placed place(PatientRecord patient) {
    List<CohortDefinition.Arm> met = new ArrayList<>();
    Set<Variable<?>> missing = new LinkedHashSet<>();
    for (CohortDefinition.Arm arm : definition.arms()) {
      Judgement judgement = arm.criterion().of(patient);
      switch (judgement.verdict()) {
        case MET -> met.add(arm);
        case NOT_MET -> {}
        case NOT_KNOWN -> missing.addAll(judgement.missing());
      }
    }
    return new Placed(met, List.copyOf(missing));
  }

  private static CohortDefinition.Step onePerPerson() {
    return own(
        ONE_PER_PERSON,
        new Text("每人一条记录（同一人的记录已合并）", "One record a person: records of the same person are merged"),
        List.of(),
        patient -> Judgement.MET);
  }

  private CohortDefinition.Step timeZeroKnown() {
    Variable<PartialDate> timeZero = definition.timeZero();
    return own(
        TIME_ZERO_KNOWN,
        new Text("时间零点（{0}）至少精确到月", "Time zero ({0}) is known at least to the month")
            .with(timeZero.title()),
        List.of(timeZero),
        patient ->
            course(patient).isPresent() ? Judgement.MET : Judgement.notKnown(List.of(timeZero)));
  }

  private CohortDefinition.Step followUpKnown() {
    return own(
        FOLLOW_UP_KNOWN,
        new Text(
            "生存状态已知，死亡或末次随访日期至少精确到月且不早于时间零点",
            "Vital status is known, and the date of death or last contact is known at least to"
                + " the month and not before time zero"),
        List.of(
            definition.timeZero(),
            Fields.VITAL_STATUS,
            Fields.DATE_DEATH,
            Fields.DATE_LAST_CONTACT),
        patient ->
            course(patient)
                .map(Course::ended)
                .orElseGet(() -> Judgement.notKnown(List.of(definition.timeZero()))));
  }

  private CohortDefinition.Step exposureDated() {
    Exposure exposure = definition.exposure();
    List<Variable<?>> reads = new ArrayList<>(exposure.where().reads());
    reads.addAll(exposure.dates());
    return own(
        EXPOSURE_DATED,
        new Text(
                "是否{0}已知，其日期至少精确到月",
                "Whether there was {0} is known, and its day at least to the month")
            .with(exposure.title()),
        reads,
        patient ->
            course(patient)
                .map(course -> course.dated(exposure))
                .orElseGet(() -> Judgement.notKnown(List.of(definition.timeZero()))));
  }

  private CohortDefinition.Step oneArm() {
    return own(
        ONE_ARM,
        new Text("恰属一个比较组", "In exactly one of the compared groups"),
        definition.arms().stream()
            .<Variable<?>>flatMap(arm -> arm.criterion().reads().stream())
            .distinct()
            .toList(),
        patient -> place(patient).fits() ? Judgement.MET : Judgement.NOT_MET);
  }

  /** Of the record alone nothing is blocked: errors are told from outside. */
  private CohortDefinition.Step nothingBlocked() {
    return own(
        NOTHING_BLOCKED, Needs.open(definition.needs()), List.of(), patient -> Judgement.MET);
  }

  private static CohortDefinition.Step own(
      String name, Text says, List<Variable<?>> reads, Function<PatientRecord, Judgement> judge) {
    return new CohortDefinition.Step(name, says, new Criterion(name, reads, judge, says));
  }
}
