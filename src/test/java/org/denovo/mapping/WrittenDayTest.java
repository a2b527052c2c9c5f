package org.denovo.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenDayTest {

  @ParameterizedTest
  @ValueSource(strings = {"2018-05-03", "2018/5/3", "2018.5.3", " 2018年5月3日 ", "2018年05月03日"})
  void aFullDateIsADay(String text) {
    assertThat(WrittenDay.of(text)).isEqualTo(LocalDate.of(2018, 5, 3).toEpochDay());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2018",
        "2018-05",
        "2018年5月",
        "2018-05/03",
        "2018-05-32",
        "2019-02-29",
        "20180503",
        "2018-05-03 10:00",
        "1-10-2018",
        "2018年5月3",
        "2018-5-3-",
        "2018--5-3",
        "3018-05-03"
      })
  void anythingElseIsNone(String text) {
    assertThat(WrittenDay.of(text)).isEqualTo(WrittenDay.NONE);
  }
}
