package org.denovo.comparison;

import static org.denovo.record.Fields.*;

import java.util.ArrayList;
import java.util.List;
import org.denovo.check.CentreRules;
import org.denovo.vocabulary.Text;

/** Deaths at a centre against those expected at the other centres' rates, year by year. */
final class Mortality {

  private static final Measure MEASURE =
      new Measure(
          "deaths_observed_expected",
          new Text("死亡：观察与预期之比", "Deaths, observed over expected"),
          new Text("按其他中心死亡率的预期数", "expected at the others' rates"),
          CentreRules.DEATHS,
          List.of(VITAL_STATUS, DATE_DEATH, DATE_LAST_CONTACT),
          Measure.Method.RATIO);

  private Mortality() {}

  static Funnel funnel(List<String> centres, List<CentreCounts> counts) {
    List<Count> ratios = new ArrayList<>();
    List<Count> elsewhere = new ArrayList<>();
    for (CentreCounts centre : counts) {
      double observed = 0;
      double expected = 0;
      Count others = Count.NONE;
      for (int year = 0; year < FollowUp.YEARS; year++) {
        Count here = centre.followUp().rate(year);
        Count rate = Count.NONE;
        for (CentreCounts other : counts) {
          rate = other == centre ? rate : rate.plus(other.followUp().rate(year));
        }
        observed += here.of();
        expected += rate.in() > 0 ? here.in() * rate.share() : 0;
        others = others.plus(rate);
      }
      ratios.add(new Count(observed, expected));
      elsewhere.add(others);
    }
    return Funnel.ofRatios(MEASURE, centres, ratios, elsewhere);
  }
}
