package org.denovo.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.denovo.check.CentreRules;
import org.denovo.comparison.Standing.Verdict;
import org.denovo.statistics.FunnelLimits;
import org.denovo.vocabulary.Text;
import org.junit.jupiter.api.Test;

class FunnelTest {

  private static final Measure MEASURE =
      new Measure(
          "invented",
          new Text("虚构", "Invented"),
          new Text("患者", "patients"),
          CentreRules.ER,
          List.of(),
          Measure.Method.SHARE);

  private static Funnel funnel(Share.Side side, List<Count> counts) {
    List<String> centres = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      centres.add("c" + i);
    }
    return Funnel.ofShares(MEASURE, side, centres, counts);
  }

  private static List<Count> others(Count... first) {
    List<Count> counts = new ArrayList<>(List.of(first));
    for (int i = 0; i < 5; i++) {
      counts.add(new Count(10, 20));
    }
    return counts;
  }

  @Test
  void aCentreIsComparedWithTheOthersWithoutItself() {
    Standing large = funnel(Share.Side.BOTH, others(new Count(900, 1000))).standings().get(0);
    assertThat(large.elsewhere()).isEqualTo(new Count(50, 100));
    assertThat(large.band().orElseThrow().expected()).isEqualTo(0.5);
    assertThat(large.verdict()).isEqualTo(Verdict.HIGH);
  }

  /** √(1/20 + 1/100) / √(1/20) = 1.0954 times as wide as about a target that is certain. */
  @Test
  void whatTheOthersFigureMayBeOffWidensTheLimits() {
    Standing.Band band =
        funnel(Share.Side.BOTH, others(new Count(10, 20))).standings().get(0).band().orElseThrow();
    double exact = 0.5 - FunnelLimits.ofShare(20, 0.5, 0.998).lower();
    assertThat(0.5 - band.limits998().lower()).isCloseTo(1.0954451 * exact, within(1e-7));
    assertThat(band.widened()).isFalse();
  }

  @Test
  void centresThatVaryAmongThemselvesWidenTheLimits() {
    List<Count> counts = new ArrayList<>(List.of(new Count(3, 20)));
    for (int i = 0; i < 10; i++) {
      counts.add(new Count(i % 2 == 0 ? 4 : 16, 20));
    }
    Funnel funnel = funnel(Share.Side.BOTH, counts);
    assertThat(funnel.standings().get(0).band().orElseThrow().widened()).isTrue();
    assertThat(funnel.standings().get(0).verdict()).isEqualTo(Verdict.USUAL);
    assertThat(funnel.between()).isPositive();
    assertThat(funnel(Share.Side.BOTH, others(new Count(1, 20))).standings().get(0).verdict())
        .isEqualTo(Verdict.LOW);
  }

  @Test
  void fewerThanFiveExpectedAreCountedAndNotJudged() {
    assertThat(funnel(Share.Side.BOTH, others(new Count(9, 9))).standings().get(0).verdict())
        .isEqualTo(Verdict.TOO_SMALL);
    assertThat(funnel(Share.Side.BOTH, others(new Count(10, 10))).standings().get(0).verdict())
        .isNotEqualTo(Verdict.TOO_SMALL);
    assertThat(funnel(Share.Side.BOTH, others(new Count(0, 0))).standings().get(0).verdict())
        .isEqualTo(Verdict.NOBODY);
  }

  /** A missing block is rare elsewhere; it is judged, because twenty could have been there. */
  @Test
  void whatIsRareElsewhereIsJudgedIfItIsFrequentHere() {
    List<Count> counts = new ArrayList<>(List.of(new Count(20, 20)));
    for (int i = 0; i < 5; i++) {
      counts.add(new Count(0, 20));
    }
    assertThat(funnel(Share.Side.HIGH, counts).standings().get(0).verdict())
        .isEqualTo(Verdict.HIGH);
    assertThat(funnel(Share.Side.LOW, counts).standings().get(0).verdict())
        .isEqualTo(Verdict.TOO_SMALL);
  }

  @Test
  void threeOtherCentresAreTooFew() {
    List<Count> counts =
        List.of(new Count(0, 50), new Count(25, 50), new Count(25, 50), new Count(25, 50));
    assertThat(funnel(Share.Side.BOTH, counts).standings())
        .extracting(Standing::verdict)
        .containsOnly(Verdict.FEW_CENTRES);
  }

  /** 50 registries of 33 equal centres: 1,650 judgements, of which chance marks three or four. */
  @Test
  void equalCentresAreMarkedAsSeldomAsTheLimitsSay() {
    Random random = new Random(20261124);
    int marked = 0;
    int watched = 0;
    for (int registry = 0; registry < 50; registry++) {
      List<Count> counts = new ArrayList<>();
      for (int centre = 0; centre < 33; centre++) {
        int n = 20 + random.nextInt(60);
        int yes = 0;
        for (int i = 0; i < n; i++) {
          yes += random.nextDouble() < 0.3 ? 1 : 0;
        }
        counts.add(new Count(yes, n));
      }
      for (Standing standing : funnel(Share.Side.BOTH, counts).standings()) {
        marked += standing.verdict().isFlagged() ? 1 : 0;
        watched += standing.verdict() == Verdict.USUAL ? 0 : 1;
      }
    }
    assertThat(marked).isLessThanOrEqualTo(4);
    assertThat(watched).isBetween(40, 83);
  }

  @Test
  void theStandingsComeMeasureByMeasureAndCentreByCentre() {
    Compared compared = new InventedCentres().with("south", 1, 1).others(2, 1).compared();
    List<String> measures =
        compared.standings().stream().map(s -> s.measure().id()).distinct().toList();
    assertThat(compared.standings())
        .extracting(s -> s.measure().id() + " " + s.centre())
        .isSortedAccordingTo(
            Comparator.comparingInt((String s) -> measures.indexOf(s.split(" ")[0]))
                .thenComparing(s -> s.split(" ")[1]))
        .doesNotHaveDuplicates()
        .hasSize(measures.size() * 6);
  }

  @Test
  void theFindingOfAFunnelIsAboutTheCentreAndNotAboutTheOthers() {
    Compared compared = new InventedCentres().others(14, 6).with("north", 5, 15).compared();
    Standing north =
        compared.standings().stream()
            .filter(s -> s.centre().equals("north") && s.measure().id().equals("er_positive"))
            .findFirst()
            .orElseThrow();
    assertThat(north.count()).isEqualTo(new Count(5, 20));
    assertThat(north.elsewhere()).isEqualTo(new Count(70, 100));
    assertThat(compared.findings())
        .filteredOn(finding -> finding.ruleId().equals("DST-02"))
        .extracting(finding -> finding.centre())
        .containsExactly("north");
    assertThat(compared.counts().get("north").get("DST-02").broken()).isEqualTo(1);
    assertThat(compared.counts().get("other1").get("DST-02").broken()).isZero();
  }
}
