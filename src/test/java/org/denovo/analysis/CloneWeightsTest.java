package org.denovo.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.denovo.cohort.Adjustment;
import org.denovo.cohort.Clones;
import org.denovo.cohort.Endpoint;
import org.denovo.cohort.Exposure;
import org.denovo.cohort.FollowUp;
import org.denovo.cohort.Outcome;
import org.denovo.cohort.Period;
import org.denovo.record.Answer;
import org.denovo.record.Fields;
import org.junit.jupiter.api.Test;

/** Weights of clones, by hand where that can be done. All patients are invented. */
class CloneWeightsTest {

  @Test
  void withNothingKnownNoWeightMovesAndTheRatioIsTheCrudeOne() {
    List<FollowUp> patients = patients();
    CloneWeights clones =
        weights(new Clones(Period.ofMonths(8)), patients, new Covariates(Adjustment.NONE));
    assertThat(clones.isEstimated()).isTrue();
    assertThat(Arrays.stream(clones.weights()).max().orElseThrow()).isCloseTo(1, within(1e-9));
    assertThat(Arrays.stream(clones.weights()).min().orElseThrow()).isCloseTo(1, within(1e-9));
    AtRisk.Rows rows = new AtRisk.Rows();
    View view = View.of(new Clones(Period.ofMonths(8)), Exposure.surgery(243)).get(0);
    for (int i = 0; i < patients.size(); i++) {
      view.add(patients.get(i), i, 243, rows);
    }
    double crude = Comparison.of(view, Endpoint.OS, rows.atRisk(), 0).hazardRatios().get(0).ratio();
    assertThat(clones.hazardRatio().ratio()).isCloseTo(crude, within(1e-9));
    assertThat(clones.rows().days()).isCloseTo(rows.atRisk().days(), within(1e-9));
    assertThat(clones.rows().happened()).isEqualTo(rows.atRisk().happened());
  }

  /** One month: of 40 old 10 are operated on in it, of 40 young 30; nobody else leaves. */
  @Test
  void inOneMonthTheWeightsAreTheSharesOfThoseAlike() {
    List<FollowUp> patients = new ArrayList<>();
    Covariates ages = new Covariates(Adjustment.of(List.of(Fields.AGE_AT_DX), List.of()));
    for (int i = 0; i < 80; i++) {
      boolean isOld = i < 40;
      boolean operated = isOld ? i < 10 : i < 70;
      patients.add(followUp(operated ? 10 : -1, 300 + i, 1));
      ages.add(List.of(Answer.known(isOld ? 70 : 45)));
    }
    CloneWeights clones = weights(new Clones(Period.ofMonths(1)), patients, ages);
    // Half of all are operated on: 0.5 / 0.25 for an old one with, 0.5 / 0.75 for one without.
    assertThat(weight(clones, 0, 1)).isCloseTo(2, within(1e-8));
    assertThat(weight(clones, 39, 0)).isCloseTo(0.5 / 0.75, within(1e-8));
    assertThat(weight(clones, 40, 1)).isCloseTo(0.5 / 0.75, within(1e-8));
    assertThat(weight(clones, 79, 0)).isCloseTo(2, within(1e-8));
  }

  @Test
  void whoCannotBeModelledGetsNoWeights() {
    List<FollowUp> all = IntStream.range(0, 30).mapToObj(i -> followUp(10, 300 + i, 1)).toList();
    CloneWeights clones =
        weights(new Clones(Period.ofMonths(8)), all, new Covariates(Adjustment.NONE));
    assertThat(clones.isEstimated()).isFalse();
    assertThat(clones.hazardRatio().state()).isEqualTo(HazardRatio.State.NO_WEIGHTS);
  }

  /** Of the last interval of a patient's clone. */
  private static double weight(CloneWeights clones, int patient, int group) {
    int row =
        IntStream.range(0, clones.rows().rows())
            .filter(i -> clones.rows().patient()[i] == patient)
            .filter(i -> clones.rows().group()[i] == group)
            .max()
            .orElseThrow();
    return clones.weights()[row];
  }

  private static CloneWeights weights(
      Clones clones, List<FollowUp> patients, Covariates covariates) {
    if (covariates.variables().isEmpty()) {
      patients.forEach(each -> covariates.add(List.of()));
    }
    return CloneWeights.of(
        clones, patients, IntStream.range(0, patients.size()).toArray(), covariates);
  }

  private static List<FollowUp> patients() {
    return IntStream.range(0, 120)
        .mapToObj(
            i ->
                followUp(
                    i % 2 == 0 ? 5 + i * 37 % 300 : -1, 40 + i * 131 % 1500, i % 3 == 0 ? 0 : 1))
        .toList();
  }

  private static FollowUp followUp(int surgery, int days, int code) {
    return new FollowUp(
        surgery < 0 || surgery > days ? OptionalInt.empty() : OptionalInt.of(surgery),
        new Outcome(Endpoint.OS, days, code, code == 1 ? List.of("date_death") : List.of()));
  }
}
