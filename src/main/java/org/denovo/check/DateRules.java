package org.denovo.check;

import static org.denovo.check.Category.*;
import static org.denovo.check.Decision.*;
import static org.denovo.check.Rule.named;
import static org.denovo.check.Severity.*;
import static org.denovo.record.Fields.*;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.denovo.derive.Ages;
import org.denovo.derive.Bounds;
import org.denovo.derive.Truth;
import org.denovo.record.Field;
import org.denovo.record.FieldType;
import org.denovo.record.Fields;
import org.denovo.record.Interval;
import org.denovo.record.PartialDate;
import org.denovo.record.Remark;
import org.denovo.statistics.Months;
import org.denovo.vocabulary.VitalStatus;

/** Rules on the order of dates, on age, on vital status and on follow-up. */
final class DateRules {

  private static final List<Field<PartialDate>> ALL = dates();

  private static final List<Field<PartialDate>> EVENTS =
      List.of(
          DATE_PRIMARY_SURGERY,
          SECOND_SURGERY_DATE,
          DATE_LINE1_START,
          DATE_RESPONSE,
          DATE_PROGRESSION,
          DATE_MET_LOCAL_TX,
          DATE_RT_START,
          DATE_LAST_DISEASE_ASSESSMENT);

  /** Surgery and progression after death have rules of their own. */
  private static final List<Field<PartialDate>> BEFORE_DEATH =
      List.of(
          DATE_MET_DX,
          SECOND_SURGERY_DATE,
          DATE_LINE1_START,
          DATE_RESPONSE,
          DATE_MET_LOCAL_TX,
          DATE_RT_START,
          DATE_LAST_DISEASE_ASSESSMENT);

  private DateRules() {}

  static List<Rule> all() {
    return List.of(
        named("CON-20", ERROR, CONFORMANCE_COMPUTATIONAL, "CanReg5 age check")
            .alias("D08")
            .blocks(E1)
            .given(AGE_AT_DX, BIRTH_DATE, DATE_DX)
            .says("年龄{0}岁，但{1}出生、{2}确诊应为{3}岁", "Aged {0}, but born {1} and diagnosed {2} gives {3}")
            .titled("年龄与日期不符", "Age against the dates")
            .because(
                "多一两岁可能是虚岁；请填周岁",
                "One or two years more is probably the nominal age; completed years are asked for")
            .adding(c -> List.of(Shown.interval(age(c))))
            .graded(
                c ->
                    c.get(AGE_AT_DX) - age(c).max() > 0 && c.get(AGE_AT_DX) - age(c).max() <= 2
                        ? WARNING
                        : ERROR)
            .broken(
                c ->
                    Ages.fromDates(c.value(BIRTH_DATE), c.value(DATE_DX))
                        .map(
                            age ->
                                Truth.of(
                                    c.get(AGE_AT_DX) < age.min() || c.get(AGE_AT_DX) > age.max()))
                        .orElse(Truth.UNKNOWN)),
        named("DAT-01", ERROR, PLAUSIBILITY_TEMPORAL, "OHDSI plausibleAfterBirth; IARC TR 42")
            .impossible()
            .blocks(E1)
            .given(BIRTH_DATE)
            .reads(BIRTH_DATE, DATE_DX)
            .says(
                "出生日期{0}晚于确诊{1}或数据提交日",
                "Born {0}, after the diagnosis {1} or after the file was received")
            .titled("出生日期晚于确诊或数据提交日", "Born after the diagnosis or after the file was received")
            .because("出生在先", "Birth comes first")
            .broken(
                c -> TreatmentRules.known(c.before(DATE_DX, BIRTH_DATE), future(c, BIRTH_DATE))),
        named("DAT-02", ERROR, PLAUSIBILITY_TEMPORAL, "CCR vol. III: no date after today")
            .impossible()
            .alias("D01")
            .blocks(E6, E7)
            .says("{0}为{1}，晚于数据提交日{2}", "{0} is {1}, after the file was received on {2}")
            .titled("日期晚于数据提交日", "A date after the file was received")
            .because("不可能记录未来的事件", "What has not happened cannot be recorded")
            .judged(each(ALL, DateRules::future, ERROR, c -> List.of(c.parameters().asOf()))),
        named("DAT-03", WARNING, PLAUSIBILITY_TEMPORAL, "CCR vol. III")
            .alias("D05")
            .blocks(E6)
            .given(DATE_LAST_CONTACT)
            .says("{0}为{1}，晚于末次随访{2}", "{0} is {1}, after the last contact {2}")
            .titled("事件晚于末次随访", "An event after the last contact")
            .because("末次随访不应早于已知事件", "The last contact is at least as late as any event")
            .judged(
                each(
                    EVENTS,
                    (c, date) -> c.before(DATE_LAST_CONTACT, date),
                    WARNING,
                    c -> List.of(c.get(DATE_LAST_CONTACT).write()))),
        named("DAT-06", ERROR, PLAUSIBILITY_TEMPORAL, "OHDSI plausibleBeforeDeath")
            .impossible()
            .alias("D01")
            .blocks(E6, E7)
            .given(DATE_DEATH)
            .says("{0}为{1}，晚于死亡日期{2}", "{0} is {1}, after the death {2}")
            .titled("日期晚于死亡", "A date after the death")
            .because("死亡之后没有诊疗", "Nothing is done after death")
            .judged(
                each(
                    BEFORE_DEATH,
                    (c, date) -> c.before(DATE_DEATH, date),
                    ERROR,
                    c -> List.of(c.get(DATE_DEATH).write()))),
        named("VIT-01", ERROR, PLAUSIBILITY_TEMPORAL, "NAACCR 1750")
            .impossible()
            .alias("D01")
            .blocks(E6)
            .given(DATE_DEATH, DATE_LAST_CONTACT)
            .says("死亡{0}，末次随访{1}", "Died {0}, but the last contact is {1}")
            .titled("死亡与末次随访日期矛盾", "Death against the last contact")
            .because("死亡后不可能随访", "There is no contact after death")
            .broken(c -> c.before(DATE_DEATH, DATE_LAST_CONTACT)),
        named("VIT-02", ERROR, PLAUSIBILITY_ATEMPORAL, "NAACCR 1760")
            .impossible()
            .blocks(E6)
            .given(VITAL_STATUS)
            .reads(VITAL_STATUS, DATE_DEATH)
            .says("生存状态为{0}，但死亡日期为{1}", "The vital status is {0}, but a death is dated {1}")
            .titled("存活却有死亡日期", "Alive, but a death is dated")
            .because("存活者没有死亡日期", "The living have no date of death")
            .broken(
                c -> Truth.of(c.knows(DATE_DEATH)).onlyIf(c.is(VITAL_STATUS, VitalStatus.ALIVE))),
        named("VIT-03", WARNING, PLAUSIBILITY_TEMPORAL, "NAACCR 1750")
            .blocks(E6)
            .given(VITAL_STATUS, DATE_LAST_CONTACT, DATE_DEATH)
            .says("{0}，末次随访{1}，死亡{2}", "{0}, last contact {1}, death {2}")
            .titled("死亡者的末次随访早于死亡", "The dead last seen before the death")
            .because("死亡者的末次随访应为死亡日期", "For the dead the last contact is the date of death")
            .broken(
                c ->
                    c.before(DATE_LAST_CONTACT, DATE_DEATH)
                        .onlyIf(c.is(VITAL_STATUS, VitalStatus.DEAD))),
        named("VIT-04", WARNING, PLAUSIBILITY_ATEMPORAL, "NAACCR 1914")
            .blocks(E6)
            .given(VITAL_STATUS)
            .reads(VITAL_STATUS, DEATH_CAUSE)
            .says(
                "生存状态为{0}，但有死亡原因：{1}",
                "The vital status is {0}, but a cause of death is given: {1}")
            .titled("存活但有死亡原因", "A cause of death without a death")
            .because("存活者没有死因", "The living have no cause of death")
            .broken(
                c -> Truth.of(c.knows(DEATH_CAUSE)).onlyIf(c.is(VITAL_STATUS, VitalStatus.ALIVE))),
        named("VIT-05", WARNING, PLAUSIBILITY_TEMPORAL, "registry")
            .blocks(E6)
            .given(VITAL_STATUS, DATE_LAST_CONTACT)
            .says("{0}，末次随访{1}，距今超过{2}个月", "{0}, last contact {1}, more than {2} months ago")
            .titled("存活但久未随访", "Alive, but not seen for long")
            .because("随访已过期", "The follow-up is out of date")
            .adding(c -> List.of(c.parameters().followUpMonths()))
            .broken(
                c ->
                    Bounds.above(
                            Bounds.days(
                                c.get(DATE_LAST_CONTACT), PartialDate.of(c.parameters().asOf())),
                            c.parameters().followUpMonths() * Months.DAYS)
                        .onlyIf(c.is(VITAL_STATUS, VitalStatus.ALIVE))),
        named("VIT-06", ERROR, PLAUSIBILITY_ATEMPORAL, "registry")
            .blocks(E6)
            .reads(VITAL_STATUS)
            .says("以出院用语（{1}）作生存状态", "A discharge wording ({1}) stands for the vital status")
            .titled("以出院用语作生存状态", "A discharge wording as the vital status")
            .because(
                "自动出院、好转、治愈不是生存状态", "Discharged, improved and cured say nothing of being alive")
            .adding(c -> List.of(Shown.raw(c.patient(), VITAL_STATUS)))
            .broken(
                c ->
                    Truth.of(c.remarked(VITAL_STATUS, Remark.DISCHARGE_WORDING))
                        .onlyIf(
                            c.knows(VITAL_STATUS)
                                || c.remarked(VITAL_STATUS, Remark.DISCHARGE_WORDING))),
        named("VIT-08", ERROR, PLAUSIBILITY_TEMPORAL, "SEER survival time flags; TCGA-BRCA has two")
            .impossible()
            .blocks(E6)
            .given(DATE_DX)
            .reads(DATE_DX, VITAL_STATUS, DATE_DEATH, DATE_LAST_CONTACT)
            .says(
                "{0}确诊，{1}，死亡{2}，末次随访{3}：生存不足30天或为负",
                "Diagnosed {0}, {1}, death {2}, last contact {3}: under 30 days or negative")
            .titled("生存不足30天或为负", "Survival under 30 days or negative")
            .because("请核对日期", "Please confirm the dates")
            .graded(
                c -> c.value(c.derived().followupDays()).orElseThrow().max() < 0 ? ERROR : WARNING)
            .broken(
                c ->
                    c.value(c.derived().followupDays())
                        .map(
                            days ->
                                Bounds.below(days, c.is(VITAL_STATUS, VitalStatus.DEAD) ? 30 : 0))
                        .orElse(Truth.UNKNOWN)),
        named("VIT-12", WARNING, PLAUSIBILITY_ATEMPORAL, "NAACCR 1760")
            .blocks(E6)
            .given(LOST_TO_FOLLOWUP, VITAL_STATUS)
            .says("失访为{0}，生存状态为{1}", "Lost to follow-up is {0}, the vital status {1}")
            .titled("死亡却记为失访", "Dead, yet lost to follow-up")
            .because("已知死亡者没有失访", "Who is known to have died is not lost")
            .broken(
                c ->
                    Truth.of(c.is(VITAL_STATUS, VitalStatus.DEAD))
                        .onlyIf(c.get(LOST_TO_FOLLOWUP))));
  }

  /** True if the date lies after the day on which the file was received. */
  static Truth future(Case c, Field<PartialDate> date) {
    return c.value(date)
        .map(day -> Bounds.before(PartialDate.of(c.parameters().asOf()), day))
        .orElse(Truth.UNKNOWN);
  }

  private static Interval age(Case c) {
    return Ages.fromDates(c.value(BIRTH_DATE), c.value(DATE_DX)).orElseThrow();
  }

  /** A test that is broken once for each date of which it is so. */
  private static Function<Case, Outcome> each(
      List<Field<PartialDate>> dates,
      BiFunction<Case, Field<PartialDate>, Truth> wrong,
      Severity severity,
      Function<Case, List<Object>> adding) {
    return c -> {
      List<Outcome.Hit> hits = new ArrayList<>();
      boolean judged = false;
      for (Field<PartialDate> date : dates) {
        Truth truth = wrong.apply(c, date);
        judged |= truth != Truth.UNKNOWN;
        if (truth == Truth.YES) {
          List<Object> values = new ArrayList<>();
          values.add(date.title());
          values.add(c.get(date).write());
          values.addAll(adding.apply(c));
          hits.add(new Outcome.Hit(severity, List.of(date), values));
        }
      }
      if (!hits.isEmpty()) {
        return new Outcome.Broken(hits);
      }
      return judged ? Outcome.HOLDS : Outcome.NOT_APPLICABLE;
    };
  }

  private static List<Field<PartialDate>> dates() {
    List<Field<PartialDate>> dates = new ArrayList<>();
    for (Field<?> field : Fields.all()) {
      if (field.type() instanceof FieldType.Date) {
        @SuppressWarnings("unchecked") // the type says so
        Field<PartialDate> date = (Field<PartialDate>) field;
        dates.add(date);
      }
    }
    return List.copyOf(dates);
  }
}
