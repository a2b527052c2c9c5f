package org.denovo.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckboxesTest {

  @ParameterizedTest
  @CsvSource({"骨√ 肺□, 骨(+)  肺(-)", "☑骨 □肺, 骨(+) 肺(-)", "骨□ 肺□, 骨□ 肺□", "骨、肺, 骨、肺", "骨√, 骨(+)"})
  void aListOfBoxesIsAnsweredBehindItsSubjects(String folded, String answered) {
    assertThat(Checkboxes.answered(folded)).isEqualTo(answered);
  }

  @ParameterizedTest
  @CsvSource({"是☑ 否□, 是", "是□ 否☑, 否", "☑是 □否, 是", "□是 ☑否, 否", "是√/否, 是", "是/否√, 否"})
  void theOneOptionThatIsTickedIsTheAnswer(String folded, String ticked) {
    assertThat(Checkboxes.ticked(folded)).contains(ticked);
  }

  @Test
  void noTickSeveralTicksOrALoneOptionIsNone() {
    for (String folded : new String[] {"是□ 否□", "是☑ 否☑", "是☑", "是 ☑ 否"}) {
      assertThat(Checkboxes.ticked(folded)).as(folded).isEqualTo(Optional.empty());
    }
  }
}
