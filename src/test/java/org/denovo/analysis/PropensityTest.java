package org.denovo.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.denovo.cohort.Adjustment;
import org.denovo.cohort.Endpoint;
import org.denovo.cohort.Exposure;
import org.denovo.cohort.Landmark;
import org.denovo.cohort.Period;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Fields;
import org.denovo.statistics.Fit;
import org.denovo.vocabulary.Sex;
import org.junit.jupiter.api.Test;

/** Weights that make unlike groups alike. All patients are invented. */
class PropensityTest {

  /** Of the old 1 in 4 is exposed, of the young 3 in 4; the old die sooner, exposed or not. */
  private static final int N = 400;

  @Test
  void theScoreIsTheShareOfThoseAlikeAndTheWeightsEvenThemOut() {
    Propensity propensity = Propensity.of(atRisk(N), ages(N));
    assertThat(propensity.state()).isEqualTo(Fit.State.CONVERGED);
    assertThat(propensity.scores()[0]).isCloseTo(0.25, within(1e-10));
    assertThat(propensity.scores()[1]).isCloseTo(0.75, within(1e-10));
    Balance age = balance(propensity, 0, "age_at_dx", "");
    assertThat(age.before().orElseThrow()).isLessThan(-1);
    assertThat(age.after().orElseThrow()).isCloseTo(0, within(1e-9));
    assertThat(age.isInModel()).isTrue();
  }

  @Test
  void theWeightedRatioIsNearerToNoEffectThanTheCrudeOne() {
    AtRisk atRisk = atRisk(N);
    Comparison crude =
        Comparison.of(
            View.of(new Landmark(Period.ofMonths(6)), Exposure.surgery(243)).get(0),
            Endpoint.OS,
            atRisk,
            0);
    HazardRatio weighted = Propensity.of(atRisk, ages(N)).hazardRatio(atRisk);
    assertThat(weighted.isEstimated()).isTrue();
    assertThat(Math.abs(Math.log(weighted.ratio()))).isLessThan(0.05);
    assertThat(crude.hazardRatios().get(0).ratio()).isLessThan(0.7);
  }

  @Test
  void groupsThatShareNobodyGetNoWeights() {
    AtRisk all = atRisk(N);
    int[] old = new int[N];
    Arrays.setAll(old, i -> i % 2);
    AtRisk split = new AtRisk(all.start(), all.stop(), all.code(), old, all.patient());
    Propensity propensity = Propensity.of(split, ages(N));
    assertThat(propensity.isEstimate()).isFalse();
    assertThat(propensity.hazardRatio(split).state()).isEqualTo(HazardRatio.State.NO_WEIGHTS);
    assertThat(propensity.weights()).containsOnly(1);
  }

  @Test
  void aDifferenceThatWouldGiveFewAwayIsNotGiven() {
    Propensity propensity = Propensity.of(atRisk(N), ages(N));
    assertThat(balance(propensity, 7, "sex", "male").before()).isEmpty();
    assertThat(balance(propensity, 7, "sex", "female").before()).isEmpty();
    assertThat(balance(propensity, 7, "age_at_dx", "").before()).isPresent();
    assertThat(balance(propensity, 0, "sex", "male").before()).isPresent();
  }

  @Test
  void whatIsMissingIsALevelAndNeverGuessedForTheBalance() {
    Covariates covariates =
        new Covariates(Adjustment.of(List.of(Fields.AGE_AT_DX, Fields.SEX), List.of()));
    covariates.add(List.of(Answer.known(50), Answer.absent(Absence.UNKNOWN)));
    covariates.add(List.of(Answer.absent(Absence.BLANK), Answer.known(Sex.FEMALE)));
    List<Covariates.Term> terms = covariates.terms(new int[] {0, 1});
    assertThat(terms)
        .extracting(term -> term.variable().name() + " " + term.level())
        .containsExactly("age_at_dx ", "age_at_dx missing", "sex female", "sex missing");
    assertThat(terms.get(0).x()).containsExactly(50, Double.NaN);
    assertThat(terms.get(0).filled()).containsExactly(50, 50);
    assertThat(terms.get(2).x()).containsExactly(0, 1);
  }

  private static Balance balance(
      Propensity propensity, int threshold, String variable, String level) {
    return propensity.balances(threshold).stream()
        .filter(each -> each.variable().name().equals(variable) && each.level().equals(level))
        .findFirst()
        .orElseThrow();
  }

  private static Covariates ages(int n) {
    Covariates covariates =
        new Covariates(Adjustment.of(List.of(Fields.AGE_AT_DX, Fields.SEX), List.of()));
    for (int i = 0; i < n; i++) {
      covariates.add(
          List.of(Answer.known(i % 2 == 0 ? 70 : 45), Answer.known(i < 5 ? Sex.MALE : Sex.FEMALE)));
    }
    return covariates;
  }

  private static AtRisk atRisk(int n) {
    AtRisk.Rows rows = new AtRisk.Rows();
    for (int i = 0; i < n; i++) {
      boolean isOld = i % 2 == 0;
      boolean exposed = isOld == (i / 2 % 4 == 0);
      int turn = i / 8;
      rows.add(0, (isOld ? 100 : 400) + 10 * turn, 1, exposed, i);
    }
    return rows.atRisk();
  }
}
