package org.denovo.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.denovo.record.Fields;
import org.denovo.record.Topic;
import org.denovo.yaml.YamlNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lists of header words, and what single headers name. */
class HeaderWordsTest {

  private static final HeaderWords WORDS = HeaderWords.shipped();

  /** Characters with several readings, where header words have another one than ICU's first. */
  @Test
  void everyConceptOfAPatternHasWords() {
    assertThat(WORDS.concepts().names()).containsAll(WORDS.used());
  }

  @Test
  void everyTargetOfAPatternIsAFieldATopicOrARole() {
    Set<String> strangers = new TreeSet<>();
    YamlNode targets = HeaderData.read("targets");
    Set<String> roles = targets.get("roles").orElseThrow().entries().keySet();
    targets.get("targets").orElseThrow().entries().keySet().stream()
        .filter(name -> Target.named(name).isRole())
        .forEach(strangers::add);
    HeaderData.read("titles").get("titles").orElseThrow().entries().keySet().stream()
        .filter(name -> Target.named(name).isRole())
        .filter(name -> !roles.contains(name) && !name.equals("nothing"))
        .forEach(strangers::add);
    assertThat(strangers).isEmpty();
  }

  @Test
  void everyFieldIsNamedByItsOwnNameAndTitles() {
    Fields.all()
        .forEach(
            field -> {
              for (String header : List.of(field.name(), field.title().zh(), field.title().en())) {
                assertThat(WORDS.guesses(List.of(header), "").get(0).target().fields())
                    .as(header)
                    .contains(field);
              }
            });
  }

  @Test
  void everyTopicThatValuesDoNotShowHasAPattern() {
    Set<String> named = HeaderData.read("targets").get("targets").orElseThrow().entries().keySet();
    for (Topic topic : Topic.values()) {
      boolean byValues = topic == Topic.MARGIN || topic == Topic.REPORT;
      assertThat(named.contains(topic.code()) || byValues).as(topic.code()).isTrue();
    }
  }

  @Test
  void everyChineseHeaderWordHasPinyin() {
    HeaderPinyin pinyin = HeaderPinyin.of(WORDS.concepts());
    Set<String> without = new TreeSet<>();
    WORDS.concepts().words().keySet().stream()
        .filter(word -> word.matches("\\p{IsHan}+"))
        .filter(word -> pinyin.syllables(word).isEmpty())
        .forEach(without::add);
    assertThat(without).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "手术时间, date_primary_surgery",
    "死亡时间, date_death",
    "'*确诊日期(必填)', date_dx",
    "3.2 手术方式, surgery_type",
    "首次病理诊断时间, date_dx",
    "病变乳房, laterality",
    "原发灶最大径cm, tumor_size_mm",
    "ER状态, er_status",
    "ER(%), er_pct",
    "是否骨转移, met_bone",
    "转移灶手术日期, date_met_local_tx",
    "转移确诊日期, date_met_dx",
    "dateOfLastContact, date_last_contact",
    "metsAtDxBone, met_bone",
    "Dx date, date_dx",
    "Pt ID, patient_number",
    "zyh, patient_number",
    "zhuyuanhao, patient_number",
    "mcsfrq, date_last_contact",
    "病歷號, patient_number",
    "家属电话, phone",
    "公民身份号码, national_id"
  })
  void aHeaderNamesItsTarget(String header, String target) {
    assertThat(WORDS.guesses(List.of(header), "").get(0).target().name()).isEqualTo(target);
  }

  @ParameterizedTest
  @CsvSource({
    "复发日期",
    "pT",
    "术后T分期",
    "母亲年龄",
    "绝经年龄",
    "初潮年龄",
    "二线方案",
    "新辅助化疗",
    "ER强度",
    "Second primary",
    "PFS(月)",
    "OS（月）",
    "淋巴结大小",
    "入院日期",
    "转院日期",
    "转归日期",
    "现年龄",
    "CA153",
    "Date of recurrence"
  })
  void aQualifierMakesItAnotherQuestion(String header) {
    assertThat(WORDS.guesses(List.of(header), "")).isEmpty();
  }

  @Test
  void aBandSaysWhatAColumnIsAbout() {
    assertThat(best("转移灶免疫组化", "ER")).isEqualTo("met_er_status");
    assertThat(best("免疫组化", "ER")).isEqualTo("er");
    assertThat(best("手术", "日期")).isEqualTo("date_primary_surgery");
    assertThat(best("随访", "日期")).isEqualTo("date_last_contact");
    assertThat(best("转移部位", "骨")).isEqualTo("met_bone");
  }

  private static String best(String... parts) {
    return WORDS.guesses(List.of(parts), "").get(0).target().name();
  }
}
