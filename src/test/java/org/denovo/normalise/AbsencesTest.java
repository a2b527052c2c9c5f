package org.denovo.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Remark;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AbsencesTest {

  @ParameterizedTest
  @CsvSource({
    "不详, UNKNOWN",
    "具体不祥, UNKNOWN",
    "[Unknown], UNKNOWN",
    "Unk/ND, UNKNOWN",
    "(空), UNKNOWN",
    "None, UNKNOWN",
    "#N/A, UNKNOWN",
    "?, UNKNOWN",
    "未查, NOT_DONE",
    "未做（经济原因）, NOT_DONE",
    "ND, NOT_DONE",
    "[Not Evaluated], NOT_DONE",
    "待回报, PENDING",
    "TBD, PENDING",
    "不适用, NOT_APPLICABLE",
    "Ｎ／Ａ, NOT_APPLICABLE",
    "NC, NOT_COLLECTED",
    "本中心未收集, NOT_COLLECTED"
  })
  void theSevenWaysOfHavingNoValueAreKeptApart(String text, Absence why) {
    assertThat(Absences.of(Spelling.of(text))).contains(Answer.absent(why));
  }

  @ParameterizedTest
  @ValueSource(strings = {"拒绝", "患者拒绝", "refused"})
  void aRefusalIsNotDoneAndSaysWhy(String text) {
    assertThat(Absences.of(text)).contains(Answer.absent(Absence.NOT_DONE, Remark.REFUSED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"****", "xxxx-xx-xx", "已脱敏"})
  void aMaskIsUnknownAndSaysWhy(String text) {
    assertThat(Absences.of(text)).contains(Answer.absent(Absence.UNKNOWN, Remark.MASKED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "未见", "无", "0", "未做(2+)", "不", "拒绝手术后同意"})
  void otherWordsAreNoAbsence(String text) {
    assertThat(Absences.of(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "--", "/", "_"})
  void aStrokeAloneLooksEmpty(String text) {
    assertThat(Absences.looksEmpty(text)).isTrue();
  }
}
