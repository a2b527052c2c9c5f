package org.denovo.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RowNumbersTest {

  private static RowNumbers of(int... indices) {
    RowNumbers.Builder rows = new RowNumbers.Builder();
    for (int index : indices) {
      rows.add(index);
    }
    return rows.build();
  }

  @Test
  void neighboursAreOneRange() {
    assertThat(of(2, 3, 4, 6).text()).isEqualTo("3..5, 7");
    assertThat(of(2, 3, 4, 6).shown()).isEqualTo("3–5, 7");
    assertThat(of()).isEqualTo(RowNumbers.NONE);
  }

  @Test
  void onlyTheFirstRangesAreNamedAndAllAreCounted() {
    RowNumbers.Builder rows = new RowNumbers.Builder();
    for (int i = 0; i < 25; i++) {
      rows.add(2 * i);
    }
    rows.add(49, 60);
    RowNumbers many = rows.build();

    assertThat(many.count()).isEqualTo(37);
    assertThat(many.isWhole()).isFalse();
    assertThat(many.first()).hasSize(20);
    assertThat(many.text()).startsWith("1, 3, 5").endsWith("37, 39, ...");
    assertThat(many.shown()).endsWith("37, 39, …");
    assertThat(RowNumbers.read(37, many.text())).isEqualTo(many);
  }

  @Test
  void whatIsWrittenIsReadBack() {
    for (RowNumbers rows : List.of(of(), of(0), of(0, 1, 2), of(1, 3, 4, 1_048_575))) {
      assertThat(RowNumbers.read(rows.count(), rows.text())).isEqualTo(rows);
    }
    assertThatThrownBy(() -> RowNumbers.read(3, "3..4"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
