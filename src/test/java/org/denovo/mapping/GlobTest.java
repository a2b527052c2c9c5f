package org.denovo.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

  @ParameterizedTest
  @CsvSource({
    "north_*.xlsx, north_2024.xlsx, true",
    "north_*, *_2024.xlsx, true",
    "*_2024.xlsx, north_*, true",
    "*北院*.xlsx, *乳腺*, true",
    "a*b*c, a*c, true",
    "NORTH_*.xlsx, north_*.XLSX, true",
    "*, x, true",
    "**, *, true",
    "north_*.xlsx, south_*.xlsx, false",
    "north_*.xlsx, *.csv, false",
    "c01_*, c1_*, false",
    "a*b, a*c, false",
    "north.xlsx, north.xls, false",
  })
  void patternsOverlapIfANameFitsBoth(String one, String other, boolean overlap) {
    assertThat(Glob.overlap(one, other)).isEqualTo(overlap);
    assertThat(Glob.overlap(other, one)).isEqualTo(overlap);
  }
}
