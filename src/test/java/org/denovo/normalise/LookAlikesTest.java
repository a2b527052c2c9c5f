package org.denovo.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.denovo.record.Fields.*;

import org.denovo.record.Answer;
import org.denovo.record.Interval;
import org.denovo.record.Topic;
import org.denovo.vocabulary.Her2Ihc;
import org.denovo.vocabulary.StageGroup;
import org.denovo.vocabulary.TCat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Hazards 21 and 22: characters that nobody sees, and others that only look like the right ones.
 */
class LookAlikesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3+",
        "３＋",
        "3\u200B+",
        "\uFEFF3+",
        " 3 +\u00A0",
        "\u30003+",
        "(3+)",
        "（３＋）",
        "3\u00AD+",
        "3+\r\n",
        "3\u2060+",
        "\u202A3+\u202C"
      })
  void theScoreIsTheSame(String written) {
    assertThat(Cells.read(Cells.topic(Topic.HER2), Cells.text(written)).answer(HER2_IHC))
        .isEqualTo(Answer.known(Her2Ihc.SCORE_3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"IV", "Ⅳ", "ⅳ", "ＩＶ", "Ⅳ期", "I\u200DV", "IV\u00A0期", "\tIV\n"})
  void theStageIsTheSame(String written) {
    assertThat(Cells.read(Cells.field(STAGE_GROUP), Cells.text(written)).answer(STAGE_GROUP))
        .isEqualTo(Answer.known(StageGroup.IV));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "T2N1M1",
        "Ｔ２Ｎ１Ｍ１",
        "T₂N₁M₁",
        "Т2N1М1",
        "T2\u00A0N1\u3000M1",
        "T2\nN1\nM1",
        "Τ2Ν1Μ1"
      })
  void theCategoriesAreTheSameInCyrillicOrGreekLettersToo(String written) {
    assertThat(Cells.read(Cells.topic(Topic.TNM), Cells.text(written)).answer(T_CAT))
        .isEqualTo(Answer.known(TCat.T2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"30%", "３０％", "30\u200B%", "30 ﹪", "30&#37;", "3\u200B0%"})
  void thePercentageIsTheSame(String written) {
    assertThat(Cells.read(Cells.field(KI67_PCT), Cells.text(written)).answer(KI67_PCT))
        .isEqualTo(Answer.known(Interval.of(30)));
  }
}
