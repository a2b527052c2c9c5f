package org.denovo.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Legends as centres write them. */
class CodeTableTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1=阳性;2=阴性",
        "1＝阳性；2＝阴性",
        "1：阳性，2：阴性",
        "1.阳性 2.阴性",
        "1、阳性；2、阴性",
        "1-阳性 2-阴性",
        "1阳性 2阴性",
        "阳性=1 阴性=2",
        "(1=阳性, 2=阴性)"
      })
  void everySignBetweenCodeAndLabelIsRead(String legend) {
    assertThat(CodeTable.read(legend)).isEqualTo(Map.of("1", "阳性", "2", "阴性"));
  }

  @Test
  void choicesOfAFormMayStandBetweenBars() {
    assertThat(CodeTable.read("1, Left | 2, Right, upper | 9, Not known"))
        .isEqualTo(Map.of("1", "Left", "2", "Right, upper", "9", "Not known"));
  }

  @Test
  void labelsMayHoldNumbersAndBrackets() {
    assertThat(CodeTable.read("1=0 2=0-1+ 3=1+ 9=切除(术式不详)"))
        .isEqualTo(Map.of("1", "0", "2", "0-1+", "3", "1+", "9", "切除(术式不详)"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2018年5月17日",
        "2016-05-03",
        "2016.05.03",
        "cT2N1M1",
        "骨、肺",
        "3+",
        "12个月",
        "",
        "1=是"
      })
  void aValueIsNoLegend(String text) {
    assertThat(CodeTable.read(text)).isEmpty();
  }
}
