package org.denovo.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.denovo.cohort.CohortDefinition;
import org.denovo.cohort.Endpoint;
import org.denovo.cohort.Member;
import org.denovo.cohort.Outcome;
import org.denovo.record.Answer;
import org.denovo.record.Fields;
import org.denovo.record.PartialDate;
import org.denovo.record.PatientRecord;
import org.denovo.record.Variable;
import org.denovo.vocabulary.DeathCause;
import org.denovo.vocabulary.Text;

/**
 * The columns of {@code cohort.csv}: keys, definition, exposure and outcome, then the variables by
 * block.
 */
final class CohortColumns {

  /** A column with its block and, where it belongs to a variable, that variable. */
  record Placed(Column column, Block block, Optional<Variable<?>> variable) {}

  private final CohortDefinition definition;
  private final CentrePids centres;
  private final List<Columns> variables;
  private final List<Placed> placed;

  CohortColumns(
      CohortDefinition definition,
      List<? extends Variable<?>> variables,
      CentrePids centres,
      Profile profile) {
    this.definition = definition;
    this.centres = profile.centres(centres);
    this.variables = new ArrayList<>();
    this.placed = new ArrayList<>(fixed(definition));
    for (Block block : List.of(Block.COVARIATE, Block.TIMING, Block.SURGERY)) {
      for (Variable<?> variable : variables) {
        if (Block.of(variable).filter(block::equals).isPresent()) {
          Columns.of(variable, profile).ifPresent(columns -> place(columns, block));
        }
      }
    }
    Set<String> names = new HashSet<>();
    for (Placed each : placed) {
      if (!names.add(each.column().name())) {
        throw new IllegalArgumentException("two columns are called " + each.column().name());
      }
    }
  }

  private void place(Columns columns, Block block) {
    variables.add(columns);
    columns.columns().stream()
        .map(column -> new Placed(column, block, Optional.of(columns.variable())))
        .forEach(placed::add);
  }

  /** All columns in their order. */
  List<Placed> placed() {
    return List.copyOf(placed);
  }

  List<Column> columns() {
    return placed.stream().map(Placed::column).toList();
  }

  /** The variables in the order of their columns. */
  List<Variable<?>> variables() {
    return variables.stream().<Variable<?>>map(Columns::variable).toList();
  }

  /** The variables that a comparison at baseline may use. */
  List<Variable<?>> covariates() {
    return variables().stream()
        .filter(variable -> Block.of(variable).filter(Block.COVARIATE::equals).isPresent())
        .toList();
  }

  /** The row of a member, given the answers to {@link #variables} in their order. */
  List<String> row(Member member, List<Answer<?>> answers) {
    PatientRecord patient = member.patient();
    List<String> row = new ArrayList<>(placed.size());
    row.add(patient.key().pid());
    row.add(centres.of(patient.key().centre()));
    row.add(definition.timeZero().name());
    row.add(definition.name());
    row.add(definition.version());
    row.add(definition.parameters().deNovoRule());
    row.add(definition.parameters().subtypeRule());
    row.add(definition.parameters().oligoRule());
    Answer<PartialDate> zero = Answer.known(PartialDate.of(member.timeZero()));
    addExposure(member, zero, row);
    addOutcome(member, row);
    for (int i = 0; i < answers.size(); i++) {
      variables.get(i).write(answers.get(i), zero, row);
    }
    return row;
  }

  private void addExposure(Member member, Answer<PartialDate> zero, List<String> row) {
    PatientRecord patient = member.patient();
    row.add(member.arm());
    OptionalInt day = member.onset().day();
    row.add(
        switch (member.onset().exposed()) {
          case YES -> "1";
          case NO -> "0";
          case UNKNOWN -> "";
        });
    row.add(day.isPresent() ? "" + day.getAsInt() : "");
    row.add(day.isPresent() ? "" : whyUndated(patient));
    Answer<PartialDate> start = patient.answer(Fields.DATE_LINE1_START);
    row.add(
        start
            .optional()
            .map(date -> "" + Columns.daysBetween(zero.optional().orElseThrow(), date))
            .orElse(""));
    row.add(start.missing());
  }

  /** Why the first of the dates that are needed is not there; empty if each is. */
  private String whyUndated(PatientRecord patient) {
    return definition.exposure().dates().stream()
        .map(date -> date.of(patient).missing())
        .filter(why -> !why.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** The column of the day on which the exposure begins. */
  static String exposureDay(CohortDefinition definition) {
    return definition.exposure().code() + "_day";
  }

  private static void addOutcome(Member member, List<String> row) {
    Optional<Outcome> survival =
        member.outcomes().stream().filter(o -> o.endpoint() == Endpoint.OS).findFirst();
    row.add(survival.map(o -> "" + o.days()).orElse(""));
    row.add(survival.map(o -> o.isEvent() ? "1" : "0").orElse(""));
    row.add(
        survival.filter(Outcome::isEvent).isEmpty()
            ? ""
            : member
                .patient()
                .value(Fields.DEATH_CAUSE)
                .map(cause -> cause == DeathCause.BREAST_CANCER ? "breast_cancer" : "other")
                .orElse("unknown"));
  }

  private static List<Placed> fixed(CohortDefinition definition) {
    List<Column.Level> arms =
        definition.arms().stream().map(arm -> new Column.Level(arm.name(), arm.title())).toList();
    Text exposure = definition.exposure().title();
    Text begins = new Text("{0}日（距时间零点天数）", "Day of {0}").with(exposure);
    Text systemic = new Text("全身治疗开始日（距时间零点天数）", "Day of start of systemic therapy");
    return List.of(
        fixed(Block.KEY, Column.text("patient_pid", "患者假名", "Patient pseudonym")),
        fixed(Block.KEY, Column.text("center_pid", "中心假名", "Centre pseudonym")),
        fixed(Block.DEFINITION, Column.text("t0_rule", "时间零点", "Time zero")),
        fixed(Block.DEFINITION, Column.text("cohort", "队列", "Cohort")),
        fixed(Block.DEFINITION, Column.text("cohort_version", "队列版本", "Version of the cohort")),
        fixed(Block.DEFINITION, Column.text("de_novo_rule", "新发规则", "De novo rule")),
        fixed(Block.DEFINITION, Column.text("subtype_rule", "分型规则", "Subtype rule")),
        fixed(Block.DEFINITION, Column.text("oligo_rule", "寡转移规则", "Oligometastatic rule")),
        fixed(Block.EXPOSURE, Column.code("arm", new Text("组别", "Arm"), arms)),
        fixed(
            Block.EXPOSURE,
            Column.code(
                "exposure_ever",
                new Text(
                        "曾否{0}（含永生时间，不得用于计算风险比）", "Ever {0} (immortal time: not for hazard ratios)")
                    .with(exposure),
                Column.NO_YES)),
        fixed(Block.EXPOSURE, Column.days(exposureDay(definition), begins)),
        fixed(Block.EXPOSURE, Column.missing(exposureDay(definition), begins)),
        fixed(Block.EXPOSURE, Column.days("systemic_day", systemic)),
        fixed(Block.EXPOSURE, Column.missing("systemic_day", systemic)),
        fixed(
            Block.OUTCOME, Column.days("fu_day", new Text("总生存随访天数", "Days of follow-up for OS"))),
        fixed(Block.OUTCOME, Column.code("death", new Text("死亡", "Death"), Column.NO_YES)),
        fixed(
            Block.OUTCOME,
            Column.code(
                "death_cause3",
                new Text("死因（三类）", "Cause of death, three classes"),
                List.of(
                    new Column.Level("breast_cancer", new Text("乳腺癌", "Breast cancer")),
                    new Column.Level("other", new Text("其他", "Other")),
                    new Column.Level("unknown", new Text("不详", "Unknown"))))));
  }

  private static Placed fixed(Block block, Column column) {
    return new Placed(column, block, Optional.empty());
  }
}
