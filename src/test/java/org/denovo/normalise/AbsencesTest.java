package org.denovo.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.denovo.mapping.Meaning;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.Fields;
import org.denovo.record.Remark;
import org.denovo.source.SourceCell;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AbsencesTest {

  /** In a column that asks for a treatment, not done is the answer no; the rest are codes. */
  private static final Map<Set<String>, Set<String>> VALUES =
      Map.ofEntries(
          Map.entry(
              Set.of(
                  "anti_her2_therapy",
                  "chemotherapy",
                  "endocrine_therapy",
                  "radiotherapy",
                  "systemic_therapy"),
              Set.of("not done", "未做", "未行", "没做")),
          Map.entry(
              Set.of("axillary_procedure", "met_local_tx", "reconstruction", "rt_targets"),
              Set.of("none", "未做", "未行")),
          Map.entry(
              Set.of("surgery_type"),
              Set.of(
                  "declined",
                  "none",
                  "not done",
                  "not performed",
                  "np",
                  "refused",
                  "不需要",
                  "拒绝",
                  "无需",
                  "未作",
                  "未做",
                  "未行",
                  "未进行",
                  "没做")),
          Map.entry(Set.of("no_surgery_reason"), Set.of("declined", "refused", "拒绝")),
          Map.entry(
              Set.of("family_history_cancer", "met_sites", "prior_breast_cancer"), Set.of("none")),
          Map.entry(
              Set.of("her2_ish", "her2_status_recorded", "met_her2_status", "met_certainty"),
              Set.of("不确定")),
          Map.entry(
              Set.of("line1_best_response", "response_distant", "response_primary"),
              Set.of("nc", "无法评估")),
          Map.entry(Set.of("margin_status"), Set.of("无法判断", "无法评估")),
          Map.entry(Set.of("line1_drugs"), Set.of("none", "np")));

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
  @ValueSource(strings = {"****", "xxxx-xx-xx", "19**-**-**", "110105********1234", "已脱敏"})
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

  @Test
  @Tag("crossing")
  void aWordForNoValueIsAValueOnlyWhereItIsACodeAsWell() {
    Readers readers = new Readers(text -> "hash");
    Map<String, Set<String>> values = new TreeMap<>();
    for (String word : WordFile.read("absence").get("absence").keySet()) {
      SourceCell cell = Cells.text(word);
      for (Field<?> field : Fields.all()) {
        Meaning meaning = Cells.field(field);
        if (readers.of(meaning).read(cell, meaning).answer(field).isKnown()) {
          values.computeIfAbsent(field.name(), f -> new TreeSet<>()).add(word);
        }
      }
    }
    Map<String, Set<String>> expected = new TreeMap<>();
    VALUES.forEach((fields, words) -> fields.forEach(field -> expected.put(field, words)));
    assertThat(values).isEqualTo(expected);
  }
}
