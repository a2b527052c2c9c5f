package org.denovo.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.denovo.record.Fields.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.denovo.mapping.Meaning;
import org.denovo.mapping.Words;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Interval;
import org.denovo.record.PartialDate;
import org.denovo.record.Remark;
import org.denovo.record.Topic;
import org.denovo.source.Kind;
import org.denovo.source.Mark;
import org.denovo.source.Place;
import org.denovo.source.SourceCell;
import org.denovo.vocabulary.Her2Ihc;
import org.denovo.vocabulary.ReceptorStatus;
import org.denovo.vocabulary.StageGroup;
import org.junit.jupiter.api.Test;

/** What the kind, the format, the code table and the words of a cell do before its text is read. */
class TypedCellTest {

  @Test
  void aFractionShownAsAPercentageIsScaled() {
    assertThat(Cells.read(Cells.field(KI67_PCT), Cells.number(0.3, Mark.PERCENT)).answer(KI67_PCT))
        .isEqualTo(Answer.known(Interval.of(30), Remark.FRACTION_SCALED));
    assertThat(Cells.read(Cells.topic(Topic.ER), Cells.number(0.9, Mark.PERCENT)).answer(ER_PCT))
        .isEqualTo(Answer.known(Interval.of(90), Remark.FRACTION_SCALED));
  }

  @Test
  void ninetyShownAsAPercentageIsOutOfRange() {
    assertThat(Cells.read(Cells.field(ER_PCT), Cells.number(90, Mark.PERCENT)).answer(ER_PCT))
        .isEqualTo(Answer.unreadable(Remark.OUT_OF_RANGE));
  }

  @Test
  void aBareFractionIsNotGuessed() {
    assertThat(Cells.read(Cells.field(KI67_PCT), Cells.number(0.3)).answer(KI67_PCT))
        .isEqualTo(Answer.unreadable(Remark.FRACTION_IN_PERCENT_COLUMN));
    assertThat(Cells.read(Cells.field(KI67_PCT, "fraction"), Cells.number(0.3)).answer(KI67_PCT))
        .isEqualTo(Answer.known(Interval.of(30), Remark.UNIT_CONVERTED));
  }

  @Test
  void oneIsOnePercentOnlyWhereTheHeaderSaysPercent() {
    assertThat(Cells.read(Cells.field(KI67_PCT), Cells.number(1)).answer(KI67_PCT))
        .isEqualTo(Answer.unreadable(Remark.FRACTION_IN_PERCENT_COLUMN));
    assertThat(Cells.read(Cells.field(KI67_PCT, "%"), Cells.number(1)).answer(KI67_PCT))
        .isEqualTo(Answer.known(Interval.of(1)));
  }

  @Test
  void aFormatWithAPlusMakesAScoreOfANumber() {
    assertThat(Cells.read(Cells.topic(Topic.HER2), Cells.formatted(3, "0\"+\"")).answer(HER2_IHC))
        .isEqualTo(Answer.known(Her2Ihc.SCORE_3));
  }

  @Test
  void aDateInAnotherColumnIsNeverRepaired() {
    assertThat(Cells.read(Cells.topic(Topic.HER2), Cells.date("2018-02-03")).answer(HER2_IHC))
        .isEqualTo(Answer.unreadable(Remark.TURNED_INTO_DATE));
    assertThat(
            Cells.read(Cells.topic(Topic.NODES), Cells.date("2018-03-15")).answer(NODES_POSITIVE))
        .isEqualTo(Answer.unreadable(Remark.TURNED_INTO_DATE));
  }

  @Test
  void aDateCellIsADate() {
    assertThat(Cells.read(Cells.field(DATE_DX), Cells.date("2018-05-03T14:00:00")).answer(DATE_DX))
        .isEqualTo(Answer.known(new PartialDate(2018, 5, 3)));
    assertThat(Cells.read(Cells.field(DATE_DX), Cells.date("1900-01-01")).answer(DATE_DX))
        .isEqualTo(Answer.absent(Absence.UNKNOWN, Remark.SENTINEL_DATE));
  }

  @Test
  void aNumberInADateColumnIsASerialOrAYear() {
    assertThat(Cells.read(Cells.field(DATE_DX), Cells.number(43223)).answer(DATE_DX))
        .isEqualTo(Answer.known(new PartialDate(2018, 5, 3), Remark.DATE_FROM_SERIAL));
    assertThat(Cells.read(Cells.field(DATE_DX), Cells.number(2018)).answer(DATE_DX))
        .isEqualTo(Answer.known(new PartialDate(2018, 0, 0)));
    assertThat(Cells.read(Cells.field(DATE_DX), Cells.number(471)).answer(DATE_DX))
        .isEqualTo(Answer.unreadable());
  }

  @Test
  void someWereBornOnTheDayThatSystemsStartOn() {
    assertThat(Cells.read(Cells.field(BIRTH_DATE), Cells.date("1970-01-01")).answer(BIRTH_DATE))
        .isEqualTo(Answer.known(new PartialDate(1970, 1, 1)));
    assertThat(Cells.read(Cells.field(DATE_DX), Cells.date("1970-01-01")).answer(DATE_DX))
        .isEqualTo(Answer.absent(Absence.UNKNOWN, Remark.SENTINEL_DATE));
  }

  @Test
  void theOrderOfTheMappingDecidesAnAmbiguousDate() {
    Meaning dayFirst = dated(Meaning.DateOrder.DMY);
    assertThat(Cells.read(dayFirst, Cells.text("5/3/2018")).answer(DATE_DX))
        .isEqualTo(Answer.known(new PartialDate(2018, 3, 5)));
    assertThat(Cells.read(dayFirst, Cells.text("05/03/18")).answer(DATE_DX))
        .isEqualTo(Answer.known(new PartialDate(2018, 3, 5), Remark.CENTURY_ASSUMED));
  }

  @Test
  void onlyADeclaredOrderOfYearMonthDayMakesAShortYearReadable() {
    Meaning yearFirst = dated(Meaning.DateOrder.YMD);
    for (String text : List.of("18/05/03", "18.5.3", "18-05-03")) {
      assertThat(Cells.read(yearFirst, Cells.text(text)).answer(DATE_DX))
          .isEqualTo(Answer.known(new PartialDate(2018, 5, 3), Remark.CENTURY_ASSUMED));
      assertThat(Cells.read(dated(Meaning.DateOrder.UNDECLARED), Cells.text(text)).answer(DATE_DX))
          .isEqualTo(Answer.unreadable(Remark.AMBIGUOUS_DATE));
    }
    assertThat(Cells.read(yearFirst, Cells.text("18/13/03")).answer(DATE_DX))
        .isEqualTo(Answer.unreadable(Remark.IMPOSSIBLE_DATE));
    assertThat(Cells.read(yearFirst, Cells.text("5/3/2018")).answer(DATE_DX))
        .isEqualTo(Answer.unreadable(Remark.AMBIGUOUS_DATE));
  }

  @Test
  void anErrorIsUnreadableWhetherItIsStoredOrWritten() {
    for (SourceCell cell : new SourceCell[] {Cells.error("#REF!"), Cells.text("#NAME?")}) {
      assertThat(Cells.read(Cells.field(KI67_PCT), cell).answer(KI67_PCT))
          .isEqualTo(Answer.unreadable(Remark.SPREADSHEET_ERROR));
    }
  }

  @Test
  void aCodeTableGoesBeforeEverythingElse() {
    Map<String, String> codes = Map.of("1", "pos", "2", "neg", "9", "unknown");
    assertThat(Cells.read(Cells.field(ER_STATUS, codes), Cells.number(2)).answer(ER_STATUS))
        .isEqualTo(Answer.known(ReceptorStatus.NEG));
    assertThat(Cells.read(Cells.topic(Topic.ER, codes), Cells.text("９")).answer(ER_STATUS))
        .isEqualTo(Answer.absent(Absence.UNKNOWN));
    assertThat(Cells.read(Cells.field(ER_STATUS, codes), Cells.number(3)).answer(ER_STATUS))
        .isEqualTo(Answer.unreadable(Remark.NO_SUCH_CATEGORY));
  }

  @Test
  void aCentresWordGoesBeforeTheGrammar() {
    Words words = new Words(Map.of("stage_group", Map.of("晚期", "IV", "待报", "pending")));
    assertThat(Cells.read(Cells.field(STAGE_GROUP, words), Cells.text(" 晚期 ")).answer(STAGE_GROUP))
        .isEqualTo(Answer.known(StageGroup.IV));
    assertThat(Cells.read(Cells.field(STAGE_GROUP, words), Cells.text("待报")).answer(STAGE_GROUP))
        .isEqualTo(Answer.absent(Absence.PENDING));
  }

  @Test
  void aWordOfATopicLeavesTheOtherFieldsToTheGrammar() {
    Words words = new Words(Map.of("er_status", Map.of("+90%", "pos")));
    Meaning meaning =
        new Meaning(
            Optional.empty(),
            Optional.of(Topic.ER),
            "",
            Map.of(),
            "",
            Meaning.DateOrder.UNDECLARED,
            words);
    Reading reading = Cells.read(meaning, Cells.text("+90%"));
    assertThat(reading.answer(ER_STATUS)).isEqualTo(Answer.known(ReceptorStatus.POS));
    assertThat(reading.answer(ER_PCT)).isEqualTo(Answer.known(Interval.of(90)));
  }

  @Test
  void theColumnsUnitCountsWhereTheCellWritesNone() {
    assertThat(
            Cells.read(Cells.field(TUMOR_SIZE_MM, "cm"), Cells.number(2.5)).answer(TUMOR_SIZE_MM))
        .isEqualTo(Answer.known(Interval.of(25), Remark.UNIT_CONVERTED));
    assertThat(
            Cells.read(Cells.field(TUMOR_SIZE_MM, "cm"), Cells.text("25mm")).answer(TUMOR_SIZE_MM))
        .isEqualTo(Answer.known(Interval.of(25)));
    assertThat(
            Cells.read(Cells.field(TUMOR_SIZE_MM, "cm"), Cells.number(1.1)).answer(TUMOR_SIZE_MM))
        .isEqualTo(Answer.known(Interval.of(11), Remark.UNIT_CONVERTED));
  }

  @Test
  void aDayNumberCountsFromTheYearThatItsWorkbookCountsFrom() {
    Answer<PartialDate> day =
        Answer.known(PartialDate.of(LocalDate.of(2018, 5, 3)), Remark.DATE_FROM_SERIAL);
    assertThat(Cells.read(Cells.field(DATE_DX), Cells.number(43223)).answer(DATE_DX))
        .isEqualTo(day);
    assertThat(
            Cells.read(Cells.field(DATE_DX), Cells.number(41761, Mark.FROM_1904)).answer(DATE_DX))
        .isEqualTo(day);
    SourceCell text =
        new SourceCell(Cells.place(0), Kind.TEXT, "41761", Double.NaN, "", Set.of(Mark.FROM_1904));
    assertThat(Cells.read(Cells.field(DATE_DX), text).answer(DATE_DX)).isEqualTo(day);
  }

  @Test
  void theMappingSaysWhatDayNumbersOfATextFileCountFrom() {
    SourceCell inCsv = SourceCell.text(new Place("invented.csv", "", 1, 1), "41761");
    assertThat(Cells.read(Cells.field(DATE_DX, Meaning.FROM_1904), inCsv).answer(DATE_DX))
        .isEqualTo(Answer.known(PartialDate.of(LocalDate.of(2018, 5, 3)), Remark.DATE_FROM_SERIAL));
    assertThat(
            Cells.read(Cells.field(DATE_DX, Meaning.FROM_1900), Cells.number(43223, Mark.FROM_1904))
                .answer(DATE_DX))
        .isEqualTo(Answer.known(PartialDate.of(LocalDate.of(2018, 5, 3)), Remark.DATE_FROM_SERIAL));
  }

  @Test
  void aTimeIsReadInTheColumnsUnit() {
    assertThat(Cells.read(Cells.field(AGE_AT_DX, "months"), Cells.number(545)).answer(AGE_AT_DX))
        .isEqualTo(Answer.known(45, Remark.UNIT_CONVERTED));
    assertThat(Cells.read(Cells.field(AGE_AT_DX, "months"), Cells.text("45岁")).answer(AGE_AT_DX))
        .isEqualTo(Answer.known(45));
    assertThat(
            Cells.read(Cells.field(TUMOR_SIZE_MM, "m"), Cells.number(0.03)).answer(TUMOR_SIZE_MM))
        .isEqualTo(Answer.known(Interval.of(30), Remark.UNIT_CONVERTED));
  }

  @Test
  void aNumberTypedAsTextIsNoticedButNotInATextFile() {
    SourceCell inCsv = SourceCell.text(new Place("invented.csv", "", 1, 1), "45");
    assertThat(Cells.read(Cells.field(AGE_AT_DX), Cells.text("45")).answer(AGE_AT_DX))
        .isEqualTo(Answer.known(45, Remark.NUMBER_AS_TEXT));
    assertThat(Cells.read(Cells.field(AGE_AT_DX), inCsv).answer(AGE_AT_DX))
        .isEqualTo(Answer.known(45));
  }

  @Test
  void entitiesOfAWebPageAreDecoded() {
    assertThat(Spelling.of("&lt;10%&#65291;&#x2b;&amp;&unknown;")).isEqualTo("<10%++&&unknown;");
  }

  private static Meaning dated(Meaning.DateOrder order) {
    return new Meaning(Optional.of(DATE_DX), Optional.empty(), "", Map.of(), "", order, Words.NONE);
  }
}
