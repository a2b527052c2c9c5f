package org.denovo.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.denovo.mapping.Meaning;
import org.denovo.mapping.Words;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.Fields;
import org.denovo.record.Remark;
import org.denovo.record.Topic;
import org.denovo.source.Kind;
import org.denovo.source.Place;
import org.denovo.source.SourceCell;
import org.denovo.vocabulary.Evidence;
import org.denovo.vocabulary.MarginStatus;
import org.denovo.vocabulary.MetSite;
import org.junit.jupiter.api.Test;

/** What holds for every clinical reader, whatever the wording. */
class ClinicalReadersTest {

  private static final Readers READERS = new Readers(text -> "hash");

  private static final List<Field<?>> CLINICAL =
      List.of(
          Fields.SURGERY_TYPE,
          Fields.MARGIN_STATUS,
          Fields.MARGIN_WIDTH_MM,
          Fields.LINE1_DRUGS,
          Fields.VITAL_STATUS,
          Fields.DEATH_CAUSE,
          Fields.MET_SITES,
          Fields.LESION_COUNT,
          Fields.MET_BONE,
          Fields.LATERALITY,
          Fields.HISTOLOGY_GROUP,
          Fields.GRADE_NOTTINGHAM,
          Fields.CHEMOTHERAPY,
          Fields.BASELINE_IMAGING,
          Fields.RESPONSE_PRIMARY);

  private static final Place PLACE = new Place("example.xlsx", "example", 1, 1);

  @Test
  void everyFieldAndTopicHasAReader() {
    Fields.all().forEach(field -> assertThat(READERS.of(of(field))).isNotNull());
    for (Topic topic : Topic.values()) {
      assertThat(READERS.of(of(topic))).isNotNull();
    }
  }

  @Test
  void aColumnsOwnSeparatorsPartItsCodes() {
    assertThat(evidence("CT和MRI", "和")).isEqualTo(Answer.known(Set.of(Evidence.CT, Evidence.MRI)));
    assertThat(evidence("PET/CT/MRI", "、"))
        .isEqualTo(Answer.known(Set.of(Evidence.PET_CT, Evidence.MRI)));
    assertThat(evidence("片子、MRI", "、")).isEqualTo(Answer.known(Set.of(Evidence.CT, Evidence.MRI)));
    assertThat(evidence("片子+MRI", "")).isEqualTo(Answer.known(Set.of(Evidence.CT, Evidence.MRI)));
    assertThat(evidence("片子、磁", "、")).isEqualTo(Answer.unreadable());
  }

  @Test
  void aColumnsOwnSeparatorsPartItsSites() {
    Meaning colon = separated(Fields.MET_SITES, ":");
    assertThat(
            READERS
                .of(colon)
                .read(SourceCell.text(PLACE, "未见肝转移:骨"), colon)
                .answer(Fields.MET_SITES))
        .isEqualTo(Answer.known(Set.of(MetSite.BONE)));
  }

  @Test
  void aReaderOfAClinicalFieldAnswersThatFieldAndNoOther() {
    for (Field<?> field : CLINICAL) {
      for (String text : List.of("左乳癌改良根治术", "有", "不详", "1", "骨转移", "死亡", "切缘净", "?", "")) {
        assertThat(
                READERS
                    .of(of(field))
                    .read(SourceCell.text(PLACE, text), of(field))
                    .answers()
                    .keySet())
            .isEqualTo(Set.of(field));
      }
    }
  }

  @Test
  void aTopicAnswersOnlyItsOwnFields() {
    for (Topic topic : Topic.values()) {
      for (String text :
          List.of("左乳癌改良根治术", "多发骨转移？", "死亡，失访", "切缘<1mm", "TCbHP", "无", "1", "ER80%", "cT2N1M1")) {
        assertThat(topic.fields())
            .containsAll(
                READERS
                    .of(of(topic))
                    .read(SourceCell.text(PLACE, text), of(topic))
                    .answers()
                    .keySet());
      }
    }
  }

  @Test
  void aDateInACodedColumnWasTurnedIntoOne() {
    SourceCell date = new SourceCell(PLACE, Kind.DATE, "2021-03-05", 44260, "m/d", Set.of());
    assertThat(read(Fields.LESION_COUNT, date))
        .isEqualTo(Answer.unreadable(Remark.TURNED_INTO_DATE));
  }

  @Test
  void aSpreadsheetErrorIsNoAnswer() {
    SourceCell error = new SourceCell(PLACE, Kind.ERROR, "#REF!", Double.NaN, "", Set.of());
    assertThat(read(Fields.MARGIN_STATUS, error))
        .isEqualTo(Answer.unreadable(Remark.SPREADSHEET_ERROR));
  }

  @Test
  void anEmptyCellIsBlankAndNotNo() {
    assertThat(read(Fields.MET_BONE, SourceCell.blank(PLACE)))
        .isEqualTo(Answer.absent(Absence.BLANK));
  }

  @Test
  void aBooleanCellAnswersAQuestion() {
    SourceCell no = new SourceCell(PLACE, Kind.BOOLEAN, "FALSE", Double.NaN, "", Set.of());
    assertThat(read(Fields.MET_BONE, no)).isEqualTo(Answer.known(false));
  }

  @Test
  void anHtmlEntityIsDecodedBeforeTheNumberIsRead() {
    assertThat(read(Fields.MARGIN_STATUS, SourceCell.text(PLACE, "切缘&lt;1mm")))
        .isEqualTo(Answer.known(MarginStatus.CLOSE));
  }

  private static Answer<?> read(Field<?> field, SourceCell cell) {
    return READERS.of(of(field)).read(cell, of(field)).answers().get(field);
  }

  private static Meaning of(Field<?> field) {
    return meaning(Optional.of(field), Optional.empty());
  }

  private static Meaning of(Topic topic) {
    return meaning(Optional.empty(), Optional.of(topic));
  }

  private static Meaning meaning(Optional<Field<?>> field, Optional<Topic> topic) {
    return new Meaning(field, topic, "", Map.of(), "", Meaning.DateOrder.UNDECLARED, Words.NONE);
  }

  /** A centre that calls a CT 片子. */
  private static Answer<?> evidence(String text, String separators) {
    Meaning meaning = separated(Fields.MET_EVIDENCE, separators);
    return READERS
        .of(meaning)
        .read(SourceCell.text(PLACE, text), meaning)
        .answer(Fields.MET_EVIDENCE);
  }

  private static Meaning separated(Field<?> field, String separators) {
    Words own = new Words(Map.of("met_evidence", Map.of("片子", "ct")));
    return new Meaning(
        Optional.of(field),
        Optional.empty(),
        "",
        Map.of(),
        separators,
        Meaning.DateOrder.UNDECLARED,
        own);
  }
}
