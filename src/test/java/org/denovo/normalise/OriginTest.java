package org.denovo.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.denovo.normalise.Origin.Label.AFTER;
import static org.denovo.normalise.Origin.Label.BEFORE;
import static org.denovo.normalise.Origin.Label.CONTROL;
import static org.denovo.normalise.Origin.Label.INVASIVE;
import static org.denovo.normalise.Origin.Label.IN_SITU;
import static org.denovo.normalise.Origin.Label.METASTASIS;
import static org.denovo.normalise.Origin.Label.NODE;
import static org.denovo.normalise.Origin.Label.OUTSIDE;
import static org.denovo.normalise.Origin.Label.PRIMARY;

import java.util.Comparator;
import java.util.List;
import org.denovo.normalise.Origin.Label;
import org.junit.jupiter.api.Test;

class OriginTest {

  @Test
  void theInvasivePartThenThePrimaryThenTheTimeThenTheOwnLaboratoryCount() {
    List<Origin> order =
        List.of(
            of(INVASIVE, PRIMARY, BEFORE),
            of(INVASIVE, PRIMARY),
            of(INVASIVE, PRIMARY, OUTSIDE),
            of(INVASIVE, PRIMARY, AFTER),
            of(INVASIVE, BEFORE),
            of(INVASIVE, METASTASIS),
            of(PRIMARY, BEFORE),
            of(PRIMARY, BEFORE, OUTSIDE),
            of(PRIMARY),
            of(PRIMARY, AFTER),
            of(BEFORE),
            of(),
            of(OUTSIDE),
            of(AFTER),
            of(AFTER, OUTSIDE));
    assertThat(order).isSortedAccordingTo(Comparator.comparingInt(o -> o.rank(false)));
    assertThat(order.stream().map(o -> o.rank(false)).distinct()).hasSize(order.size());
  }

  @Test
  void aColumnOfTheMetastasisAsksForTheMetastasis() {
    assertThat(of(METASTASIS).rank(true)).isLessThan(of(PRIMARY).rank(true));
    assertThat(of(PRIMARY).rank(false)).isLessThan(of(METASTASIS).rank(false));
  }

  @Test
  void aControlOrAnInSituPartIsOfNeither() {
    for (Label label : List.of(CONTROL, IN_SITU)) {
      assertThat(of(label).mayBePrimary()).isFalse();
      assertThat(of(label).mayBeMetastasis()).isFalse();
    }
    assertThat(of(PRIMARY).mayBePrimary()).isTrue();
    assertThat(of(PRIMARY).mayBeMetastasis()).isFalse();
    for (Label label : List.of(NODE, METASTASIS)) {
      assertThat(of(label).mayBePrimary()).isFalse();
      assertThat(of(label).mayBeMetastasis()).isTrue();
    }
    assertThat(Origin.UNSAID.mayBePrimary()).isTrue();
    assertThat(Origin.UNSAID.mayBeMetastasis()).isTrue();
  }

  private static Origin of(Label... labels) {
    return Origin.of(List.of(labels));
  }
}
