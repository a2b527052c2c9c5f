package org.denovo.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.IntFunction;
import org.denovo.cohort.Adjustment;
import org.denovo.cohort.Endpoint;
import org.denovo.cohort.Exposure;
import org.denovo.cohort.Landmark;
import org.denovo.cohort.Period;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Fields;
import org.denovo.record.Interval;
import org.denovo.record.Variable;
import org.denovo.vocabulary.Sex;
import org.junit.jupiter.api.Test;

/** Hazard ratios beside covariates. All patients are invented; the crude ratio misleads by age. */
class AdjustedModelTest {

  private static final int N = 400;

  @Test
  void beforeAgeTheExposureSeemsToHelpAndBesideItDoesNothing() {
    Adjusted model = adjusted(List.of(Fields.AGE_AT_DX), List.of(), who -> known(age(who)), 0);
    assertThat(crude().ratio()).isLessThan(0.7);
    assertThat(model.ratio().isEstimated()).isTrue();
    assertThat(Math.abs(Math.log(model.ratio().ratio()))).isLessThan(0.06);
    assertThat(model.parameters()).isEqualTo(2);
    assertThat(model.proportional()).isPresent();
    assertThat(model.allProportional().orElseThrow().degreesOfFreedom()).isEqualTo(2);
  }

  @Test
  void withinStrataTheSameIsSaidWithoutATerm() {
    Adjusted model = adjusted(List.of(), List.of(Fields.MET_BRAIN), who -> known(who % 2 == 0), 0);
    assertThat(Math.abs(Math.log(model.ratio().ratio()))).isLessThan(0.06);
    assertThat(model.parameters()).isEqualTo(1);
    assertThat(model.ratio().method().en()).endsWith("within strata of Brain metastasis");
    assertThat(model.terms())
        .singleElement()
        .satisfies(term -> assertThat(term.place()).isEqualTo(Adjusted.Place.STRATUM));
  }

  @Test
  void whoLacksACovariateIsCountedAndNotInTheModel() {
    Adjusted model =
        adjusted(
            List.of(Fields.AGE_AT_DX), List.of(), who -> who < 40 ? absent() : known(age(who)), 0);
    assertThat(model.groups().get(0).incomplete() + model.groups().get(1).incomplete())
        .isEqualTo(40);
    assertThat(model.groups().get(0).patients() + model.groups().get(1).patients()).isEqualTo(360);
    assertThat(model.terms().get(0).missing()).isEqualTo(40);
    assertThat(
            comparison(
                    of(List.of(Fields.AGE_AT_DX), who -> who < 40 ? absent() : known(age(who))), 0)
                .hazardRatios())
        .extracting(HazardRatio::code)
        .containsExactly("unadjusted", "unadjusted_complete", "adjusted");
  }

  @Test
  void whereNobodyIsLeftOutTheCrudeRatioIsNotRepeated() {
    assertThat(comparison(of(List.of(Fields.AGE_AT_DX), who -> known(age(who))), 0).hazardRatios())
        .extracting(HazardRatio::code)
        .containsExactly("unadjusted", "adjusted");
  }

  @Test
  void aLevelOfWhichNobodyDiesLeavesWithItsPatients() {
    Adjusted model =
        adjusted(
            List.of(Fields.SEX), List.of(), who -> known(who >= N - 8 ? Sex.MALE : Sex.FEMALE), 0);
    assertThat(places(model)).containsExactly("female constant", "male no_event");
    assertThat(model.groups().get(0).uninformative() + model.groups().get(1).uninformative())
        .isEqualTo(8);
    assertThat(model.groups().get(0).incomplete()).isZero();
    assertThat(model.ratio().isEstimated()).isTrue();
  }

  @Test
  void whatFollowsFromTheTermsBeforeItIsSaid() {
    Covariates twice =
        covariates(
            Adjustment.of(List.of(Fields.AGE_AT_DX, Fields.TUMOR_SIZE_MM, Fields.SEX), List.of()),
            who ->
                List.of(known(age(who)), known(Interval.of(2 * age(who) + 1)), known(Sex.FEMALE)));
    Adjusted model = AdjustedModel.of(atRisk(), twice, 0).orElseThrow().in(any());
    assertThat(places(model)).containsExactly(" estimated", " collinear", "female constant");
    assertThat(model.parameters()).isEqualTo(2);
    assertThat(model.terms().get(1).ratio().ratio()).isNaN();
  }

  @Test
  void anExposureThatFollowsFromTheCovariatesHasNoRatio() {
    AtRisk all = atRisk();
    Covariates same = of(List.of(Fields.MET_BRAIN), who -> known(all.group()[who] == 1));
    HazardRatio ratio = AdjustedModel.of(all, same, 0).orElseThrow().hazardRatio();
    assertThat(ratio.state()).isEqualTo(HazardRatio.State.SINGULAR);
  }

  @Test
  void fewerThanFiveEventsForEachParameterAreNoEstimateButAReason() {
    Covariates ages = of(List.of(Fields.AGE_AT_DX), who -> who < 10 ? known(age(who)) : absent());
    AdjustedModel nine =
        AdjustedModel.of(
                atRisk(),
                of(List.of(Fields.AGE_AT_DX), who -> who < 9 ? known(age(who)) : absent()),
                0)
            .orElseThrow();
    assertThat(nine.hazardRatio().state()).isEqualTo(HazardRatio.State.TOO_FEW_EVENTS);
    assertThat(nine.crude()).isEmpty();
    assertThat(nine.in(any()).groups()).hasSize(2);
    assertThat(AdjustedModel.of(atRisk(), ages, 0).orElseThrow().hazardRatio().state())
        .isNotEqualTo(HazardRatio.State.TOO_FEW_EVENTS);
  }

  @Test
  void withoutCovariatesThereIsNoModel() {
    assertThat(AdjustedModel.of(atRisk(), new Covariates(Adjustment.NONE), 0)).isEmpty();
  }

  @Test
  void withAThresholdARareLevelIsHiddenAndCountsAreRounded() {
    Adjusted model =
        adjusted(
            List.of(Fields.SEX),
            List.of(),
            who -> who < 2 ? absent() : known(who < 5 ? Sex.MALE : Sex.FEMALE),
            3);
    assertThat(places(model)).containsExactly("female reference", "male withheld");
    assertThat(model.terms()).extracting(Adjusted.Term::patients).containsOnly(-1L);
    assertThat(model.terms()).extracting(Adjusted.Term::missing).containsOnly(-1L);
    assertThat(model.groups())
        .allSatisfy(group -> assertThat(group.patients() % 5).isZero())
        .allSatisfy(group -> assertThat(group.incomplete()).isLessThanOrEqualTo(0));
  }

  @Test
  void completeCasesOfASmallGroupAreWithheldWhole() {
    AtRisk all = atRisk();
    Covariates few =
        of(
            List.of(Fields.AGE_AT_DX),
            who -> all.group()[who] == 1 && who > 30 ? absent() : known(age(who)));
    Adjusted model = AdjustedModel.of(all, few, 20).orElseThrow().in(any());
    assertThat(model.ratio().state()).isEqualTo(HazardRatio.State.WITHHELD);
    assertThat(model.groups()).isEmpty();
    assertThat(model.terms()).isEmpty();
  }

  @Test
  void theUnitOfAMeasuredCovariateDoesNotMoveTheExposure() {
    Adjusted years = adjusted(List.of(Fields.AGE_AT_DX), List.of(), who -> known(age(who)), 0);
    Adjusted other =
        adjusted(List.of(Fields.AGE_AT_DX), List.of(), who -> known(120 - age(who)), 0);
    assertThat(other.ratio().ratio()).isCloseTo(years.ratio().ratio(), within(1e-10));
    assertThat(other.terms().get(0).ratio().ratio())
        .isCloseTo(1 / years.terms().get(0).ratio().ratio(), within(1e-10));
  }

  private static List<String> places(Adjusted model) {
    return model.terms().stream().map(term -> term.level() + " " + term.place().code()).toList();
  }

  private static int age(int who) {
    return who % 2 == 0 ? 70 : 45;
  }

  private static <T> Answer<T> known(T value) {
    return Answer.known(value);
  }

  private static Answer<?> absent() {
    return Answer.absent(Absence.BLANK);
  }

  private static Covariates of(List<Variable<?>> variables, IntFunction<Answer<?>> answer) {
    return covariates(Adjustment.of(variables, List.of()), who -> List.of(answer.apply(who)));
  }

  private static Covariates covariates(Adjustment of, IntFunction<List<Answer<?>>> answers) {
    Covariates covariates = new Covariates(of);
    for (int who = 0; who < N; who++) {
      covariates.add(answers.apply(who));
    }
    return covariates;
  }

  private static Adjusted adjusted(
      List<Variable<?>> covariates,
      List<Variable<?>> strata,
      IntFunction<Answer<?>> answer,
      int threshold) {
    Covariates known =
        covariates(Adjustment.of(covariates, strata), who -> List.of(answer.apply(who)));
    return AdjustedModel.of(atRisk(), known, threshold).orElseThrow().in(any());
  }

  private static Comparison comparison(Covariates covariates, int threshold) {
    return any().with(AdjustedModel.of(atRisk(), covariates, threshold));
  }

  private static Comparison any() {
    return Comparison.of(
        View.of(new Landmark(Period.ofMonths(6)), Exposure.surgery(243)).get(0),
        Endpoint.OS,
        atRisk(),
        0);
  }

  private static HazardRatio crude() {
    return any().hazardRatios().get(0);
  }

  /** Of the old 1 in 4 is exposed, of the young 3 in 4; the old die sooner; the last eight live. */
  private static AtRisk atRisk() {
    AtRisk.Rows rows = new AtRisk.Rows();
    for (int i = 0; i < N; i++) {
      boolean isOld = i % 2 == 0;
      boolean exposed = isOld == (i / 2 % 4 == 0);
      rows.add(0, (isOld ? 100 : 400) + 10 * (i / 8), i < N - 8 ? 1 : 0, exposed, i);
    }
    return rows.atRisk();
  }
}
