package org.denovo.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.denovo.cohort.Endpoint;
import org.denovo.cohort.Exposure;
import org.denovo.cohort.Landmark;
import org.denovo.cohort.Period;
import org.junit.jupiter.api.Test;

/** What competes with an endpoint. All patients are invented. */
class IncidenceTest {

  @Test
  void nothingThatCompetesGivesNoIncidence() {
    assertThat(incidences(0, 1, 1, 0)).isEmpty();
  }

  @Test
  void aCompetingDeathIsNoCensoring() {
    List<Incidence> incidences = incidences(2, 1, 1, 1);
    assertThat(incidences).hasSize(2);
    assertThat(incidences.get(0).reading()).isEqualTo(Incidence.Reading.AS_RECORDED);
    // Two of the group, one death of another cause first: half, not all, as Kaplan-Meier would say.
    assertThat(last(incidences.get(0), 1).incidence()).isCloseTo(0.5, within(1e-12));
    assertThat(last(incidences.get(0), 2).incidence()).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void anUnknownCauseIsReadInBothWays() {
    List<Incidence> incidences = incidences(9, 1, 1, 1);
    assertThat(incidences)
        .extracting(each -> each.reading().code() + " " + each.group())
        .containsExactly(
            "unknown_as_event 0",
            "unknown_as_event 1",
            "unknown_as_competing 0",
            "unknown_as_competing 1");
    assertThat(last(incidences.get(0), 1).incidence()).isCloseTo(1, within(1e-12));
    assertThat(last(incidences.get(2), 1).incidence()).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void withAThresholdAFewCompetingDeathsAreNotGivenAway() {
    AtRisk.Rows rows = new AtRisk.Rows();
    for (int i = 0; i < 200; i++) {
      rows.add(0, 10 + i, i % 40 == 0 ? 2 : i % 3 == 0 ? 0 : 1, i % 2 == 0, i);
    }
    AtRisk atRisk = rows.atRisk();
    Comparison comparison =
        Comparison.of(
            View.of(new Landmark(Period.ofMonths(6)), Exposure.surgery(243)).get(0),
            Endpoint.BCSS,
            atRisk,
            7);
    assertThat(comparison.isWithheld()).isFalse();
    List<Incidence> incidences = Incidence.of(comparison, atRisk, 7);
    assertThat(incidences.get(1).points())
        .extracting(Incidence.Point::cause, Incidence.Point::events)
        .containsExactly(tuple(1, 15L), tuple(2, 0L));
    assertThat(incidences.get(0).points()).isNotEmpty().allMatch(point -> point.cause() == 1);
  }

  private static Incidence.Point last(Incidence incidence, int cause) {
    List<Incidence.Point> own =
        incidence.points().stream().filter(point -> point.cause() == cause).toList();
    return own.get(own.size() - 1);
  }

  /** Four patients, the first two unexposed, on days 1 to 4. */
  private static List<Incidence> incidences(int... codes) {
    AtRisk.Rows rows = new AtRisk.Rows();
    for (int i = 0; i < codes.length; i++) {
      rows.add(0, i + 1, codes[i], i >= 2, i);
    }
    AtRisk atRisk = rows.atRisk();
    return Incidence.of(
        Comparison.of(
            View.of(new Landmark(Period.ofMonths(6)), Exposure.surgery(243)).get(0),
            Endpoint.BCSS,
            atRisk,
            0),
        atRisk,
        0);
  }
}
