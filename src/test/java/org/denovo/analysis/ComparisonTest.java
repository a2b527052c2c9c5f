package org.denovo.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.denovo.cohort.Clones;
import org.denovo.cohort.Design;
import org.denovo.cohort.Endpoint;
import org.denovo.cohort.EverNever;
import org.denovo.cohort.Exposure;
import org.denovo.cohort.FollowUp;
import org.denovo.cohort.Landmark;
import org.denovo.cohort.Outcome;
import org.denovo.cohort.Period;
import org.denovo.cohort.TimeVarying;
import org.denovo.statistics.ChiSquare;
import org.denovo.statistics.Months;
import org.denovo.vocabulary.Text;
import org.junit.jupiter.api.Test;

/** What designs say, and what they do not. All patients are invented. */
class ComparisonTest {

  private static final int WINDOW = 243;

  @Test
  void everAgainstNeverHasCurvesButNoRatioAndNoTest() {
    Comparison trap = comparison(new EverNever(), patients(80), 0);
    assertThat(trap.curves()).hasSize(2);
    assertThat(trap.logRank()).isEmpty();
    assertThat(trap.hazardRatios())
        .singleElement()
        .satisfies(
            ratio -> {
              assertThat(ratio.state()).isEqualTo(HazardRatio.State.REFUSED);
              assertThat(ratio.ratio()).isNaN();
            });
  }

  @Test
  void nobodyCanBuildAnEstimateOfTheTrap() {
    Comparison trap = comparison(new EverNever(), patients(80), 0);
    HazardRatio ratio =
        new HazardRatio("x", Text.same("x"), HazardRatio.State.ESTIMATED, 0.5, 0.4, 0.6, 0.01);
    assertThatThrownBy(() -> trap.with(ratio)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                new Comparison(
                    trap.view(),
                    Endpoint.OS,
                    1,
                    List.of(),
                    List.of(),
                    Optional.of(ChiSquare.of(1, 1)),
                    List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aLandmarkKeepsThoseStillFollowedAndForgetsWhoIsOperatedLater() {
    AtRisk rows =
        rows(
            new Landmark(Period.ofMonths(6)),
            List.of(
                followUp(60, 900, 1),
                followUp(200, 900, 0),
                followUp(-1, 183, 1),
                followUp(-1, 184, 1)));
    assertThat(rows.group()).containsExactly(1, 0, 0);
    assertThat(rows.stop()).containsExactly(717, 717, 1);
  }

  @Test
  void aTimeVaryingPatientIsInBothGroupsOneAfterTheOther() {
    AtRisk rows = rows(new TimeVarying(), List.of(followUp(300, 900, 1), followUp(-1, 400, 0)));
    assertThat(rows.start()).containsExactly(0, 300, 0);
    assertThat(rows.stop()).containsExactly(300, 900, 400);
    assertThat(rows.group()).containsExactly(0, 1, 0);
    assertThat(rows.code()).containsExactly(0, 1, 0);
    assertThat(rows.of(0).at(0)).isEqualTo(2);
    assertThat(rows.of(1).at(300)).isEqualTo(1);
  }

  @Test
  void clonesHaveOneRowEachAndLeaveWithTheirStrategy() {
    AtRisk rows =
        rows(new Clones(Period.ofMonths(8)), List.of(followUp(100, 900, 1), followUp(-1, 900, 1)));
    assertThat(rows.stop()).containsExactly(900, 100, 243, 900);
    assertThat(rows.group()).containsExactly(1, 0, 1, 0);
    assertThat(rows.code()).containsExactly(1, 0, 0, 1);
  }

  @Test
  void withAThresholdACurveStepsAtMonthsAndOnlyWhereEnoughHappened() {
    int threshold = 7;
    Comparison comparison = comparison(new Landmark(Period.ofMonths(6)), patients(400), threshold);
    for (Curve curve : comparison.curves()) {
      assertThat(curve.points()).hasSizeGreaterThanOrEqualTo(3);
      assertThat(curve.patients() % 5).isZero();
      assertThat(curve.atRisk()).allMatch(n -> n == -1 || n == 0 || n % 5 == 0 && n >= 10);
      for (Curve.Point point : curve.points()) {
        assertThat(point.time() / Months.DAYS)
            .isCloseTo(Math.round(point.time() / Months.DAYS), within(1e-9));
        assertThat(point.events()).matches(n -> n == 0 || n >= 10, "none or many");
        assertThat(point.censored()).matches(n -> n <= 0 || n >= 10, "none, hidden or many");
      }
    }
  }

  @Test
  void aMonthlyPointLiesNearTheWholeCurve() {
    List<FollowUp> patients = patients(400);
    Curve exact = comparison(new Landmark(Period.ofMonths(6)), patients, 0).curves().get(0);
    Curve coarse = comparison(new Landmark(Period.ofMonths(6)), patients, 7).curves().get(0);
    for (Curve.Point point : coarse.points()) {
      double survival =
          exact.points().stream()
              .filter(p -> p.time() <= point.time())
              .mapToDouble(Curve.Point::survival)
              .min()
              .orElseThrow();
      assertThat(point.survival()).isCloseTo(survival, within(0.03));
    }
  }

  @Test
  void aGroupThatIsTooSmallIsWithheld() {
    Comparison few =
        comparison(
            new Landmark(Period.ofMonths(6)),
            List.of(followUp(60, 900, 1), followUp(90, 700, 1), followUp(-1, 800, 1)),
            7);
    assertThat(few.isWithheld()).isTrue();
    assertThat(few.logRank()).isEmpty();
    assertThat(few.hazardRatios())
        .extracting(HazardRatio::state)
        .containsExactly(HazardRatio.State.WITHHELD);
  }

  @Test
  void aGroupWithoutEventsIsSaidToHaveNoFiniteRatio() {
    Comparison none =
        comparison(
            new Landmark(Period.ofMonths(6)),
            List.of(
                followUp(60, 900, 0),
                followUp(90, 700, 0),
                followUp(-1, 800, 1),
                followUp(-1, 500, 1)),
            0);
    assertThat(none.hazardRatios())
        .extracting(HazardRatio::state)
        .containsExactly(HazardRatio.State.INFINITE);
  }

  private static Comparison comparison(Design design, List<FollowUp> patients, int threshold) {
    return Comparison.of(view(design), Endpoint.OS, rows(design, patients), threshold);
  }

  private static AtRisk rows(Design design, List<FollowUp> patients) {
    AtRisk.Rows rows = new AtRisk.Rows();
    for (int i = 0; i < patients.size(); i++) {
      view(design).add(patients.get(i), i, WINDOW, rows);
    }
    return rows.atRisk();
  }

  private static View view(Design design) {
    return View.of(design, Exposure.surgery(WINDOW)).get(0);
  }

  /** Every second one is operated on, all between day 20 and day 400; deaths follow no one. */
  private static List<FollowUp> patients(int n) {
    return IntStream.range(0, n)
        .mapToObj(
            i ->
                followUp(
                    i % 2 == 0 ? 20 + i * 37 % 380 : -1,
                    150 + i * 131 % 1500,
                    i * 7 % 3 == 0 ? 0 : 1))
        .toList();
  }

  private static FollowUp followUp(int surgery, int days, int code) {
    return new FollowUp(
        surgery < 0 || surgery > days ? OptionalInt.empty() : OptionalInt.of(surgery),
        new Outcome(Endpoint.OS, days, code, code == 1 ? List.of("date_death") : List.of()));
  }
}
