package org.denovo.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.denovo.record.Fields.*;

import java.util.List;
import java.util.Set;
import org.denovo.mapping.MappedCell;
import org.denovo.mapping.MappedPatient;
import org.denovo.mapping.Meaning;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.Fields;
import org.denovo.record.Interval;
import org.denovo.record.PatientKey;
import org.denovo.record.PatientRecord;
import org.denovo.record.Remark;
import org.denovo.record.Topic;
import org.denovo.source.Kind;
import org.denovo.source.Mark;
import org.denovo.source.SourceCell;
import org.denovo.vocabulary.MCat;
import org.denovo.vocabulary.MetSite;
import org.denovo.vocabulary.ReceptorStatus;
import org.denovo.vocabulary.StageGroup;
import org.denovo.vocabulary.TCat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class NormaliserTest {

  @Test
  void aFieldWithoutAColumnIsNotCollectedAndABlankCellIsBlank() {
    PatientRecord record = Cells.normalise(Cells.cell(STAGE_GROUP, " 　"));
    assertThat(record.answer(STAGE_GROUP)).isEqualTo(Answer.absent(Absence.BLANK));
    assertThat(record.answer(KI67_PCT)).isEqualTo(Answer.absent(Absence.NOT_COLLECTED));
  }

  @Test
  void theFieldsThatATopicIsSilentAboutAreBlank() {
    PatientRecord record = Cells.normalise(tnm("T2N1"));
    assertThat(record.answer(T_CAT)).isEqualTo(Answer.known(TCat.T2));
    assertThat(record.answer(M_CAT)).isEqualTo(Answer.absent(Absence.BLANK));
  }

  @Test
  void theFieldsOwnColumnGoesBeforeATopic() {
    for (PatientRecord record :
        List.of(
            Cells.normalise(tnm("cT2N1M0"), Cells.cell(M_CAT, "M1")),
            Cells.normalise(Cells.cell(M_CAT, "M1"), tnm("cT2N1M0")))) {
      assertThat(record.answer(M_CAT)).isEqualTo(Answer.known(MCat.M1, Remark.TWO_READINGS));
      assertThat(record.answer(T_CAT)).isEqualTo(Answer.known(TCat.T2));
    }
  }

  @Test
  void aKnownAnswerGoesBeforeABlankOne() {
    for (PatientRecord record :
        List.of(
            Cells.normalise(tnm("cT2N1M1"), Cells.cell(M_CAT, "")),
            Cells.normalise(Cells.cell(M_CAT, "不详"), tnm("cT2N1M1")))) {
      assertThat(record.answer(M_CAT)).isEqualTo(Answer.known(MCat.M1));
    }
  }

  @Test
  void whatNobodyUnderstoodInTheFieldsOwnColumnStaysButIsDoubted() {
    PatientRecord record = Cells.normalise(tnm("cT2N1M1"), Cells.cell(M_CAT, "M2"));
    assertThat(record.answer(M_CAT))
        .isEqualTo(Answer.unreadable(Remark.NO_SUCH_CATEGORY, Remark.TWO_READINGS));
  }

  @Test
  void sitesNamedInPassingGiveWayToColumnsThatAskForThem() {
    MappedCell stage = Cells.cell(Cells.topic(Topic.TNM), Cells.text("T2N1M1(骨)"));
    assertThat(Cells.normalise(stage).answer(MET_SITES))
        .isEqualTo(Answer.known(Set.of(MetSite.BONE), Remark.OPEN_LIST));
    MappedCell sites = Cells.cell(Cells.topic(Topic.METASTASES), Cells.text("骨、肝转移"));
    for (PatientRecord patient :
        List.of(Cells.normalise(stage, sites), Cells.normalise(sites, stage))) {
      assertThat(patient.answer(MET_SITES))
          .isEqualTo(Answer.known(Set.of(MetSite.BONE, MetSite.LIVER)));
    }
    PatientRecord asked =
        Cells.normalise(stage, Cells.cell(MET_BONE, "是"), Cells.cell(MET_LIVER, "是"));
    assertThat(asked.answer(MET_SITES))
        .isEqualTo(Answer.known(Set.of(MetSite.BONE, MetSite.LIVER), Remark.IMPLIED));
  }

  @Test
  void aMoreExactAnswerContradictsNothing() {
    PatientRecord record = Cells.normalise(Cells.cell(T_CAT, "T4b"), tnm("T4N1M1"));
    assertThat(record.answer(T_CAT)).isEqualTo(Answer.known(TCat.T4B));
  }

  @Test
  void anAnswerKeepsItsCell() {
    SourceCell cell = SourceCell.text(Cells.place(7), "M1");
    PatientRecord record = Cells.normalise(Cells.cell(Cells.field(M_CAT), cell));
    assertThat(record.cell(M_CAT)).contains(cell);
  }

  @Test
  void severalRowsAreSaid() {
    PatientRecord record =
        Cells.normalise(new MappedCell(Cells.field(M_CAT), Cells.text("M1"), true));
    assertThat(record.answer(M_CAT)).isEqualTo(Answer.known(MCat.M1, Remark.SEVERAL_ROWS));
  }

  @Test
  void aValueThatIsStruckThroughIsReadAndRemarked() {
    SourceCell struck = marked(Kind.TEXT, "M1", Mark.STRUCK);
    PatientRecord record = Cells.normalise(Cells.cell(Cells.field(M_CAT), struck));
    assertThat(record.answer(M_CAT)).isEqualTo(Answer.known(MCat.M1, Remark.STRUCK_THROUGH));
    SourceCell blank = marked(Kind.TEXT, " ", Mark.STRUCK);
    assertThat(Cells.normalise(Cells.cell(Cells.field(M_CAT), blank)).answer(M_CAT))
        .isEqualTo(Answer.absent(Absence.BLANK));
  }

  @Test
  void aFormulaThatSaysNothingIsNotBlankAndOneWithoutAResultIsAnError() {
    Normaliser normaliser = new Normaliser(id -> id);
    Meaning meaning = Cells.field(M_CAT);
    PatientKey key = new PatientKey("north", "1", "p1");
    List<Answer<MCat>> answers =
        java.util.stream.Stream.of(
                marked(Kind.BLANK, ""),
                marked(Kind.BLANK, "", Mark.FORMULA),
                marked(Kind.TEXT, "", Mark.FORMULA),
                marked(Kind.BLANK, ""))
            .map(cell -> new MappedPatient("1", List.of(Cells.cell(meaning, cell)), 1))
            .map(patient -> normaliser.normalise(key, patient).answer(M_CAT))
            .toList();
    assertThat(answers)
        .containsExactly(
            Answer.absent(Absence.BLANK),
            Answer.unreadable(Remark.SPREADSHEET_ERROR),
            Answer.absent(Absence.UNKNOWN),
            Answer.absent(Absence.BLANK));
  }

  private static SourceCell marked(Kind kind, String text, Mark... marks) {
    return new SourceCell(Cells.place(7), kind, text, Double.NaN, "", Set.of(marks));
  }

  @Test
  void aTextOfMoreThanAThousandCharactersIsNoResult() {
    String longest = "IV期" + " ".repeat(996) + ".";
    assertThat(Cells.read(Cells.field(STAGE_GROUP), Cells.text(longest)).answer(STAGE_GROUP))
        .isEqualTo(Answer.known(StageGroup.IV));
    assertThat(Cells.read(Cells.field(STAGE_GROUP), Cells.text(longest + ".")).answer(STAGE_GROUP))
        .isEqualTo(Answer.unreadable());
  }

  @Test
  void theSameTextGivesTheSameReading() {
    Normaliser normaliser = new Normaliser(id -> id);
    Meaning meaning = Cells.topic(Topic.ER);
    PatientKey key = new PatientKey("north", "1", "p1");
    MappedPatient patient =
        new MappedPatient("1", List.of(Cells.cell(meaning, Cells.text("90%"))), 1);
    assertThat(normaliser.normalise(key, patient).answer(ER_PCT))
        .isSameAs(normaliser.normalise(key, patient).answer(ER_PCT));
  }

  @Test
  void theSameTextUnderAnotherFormatIsReadAgain() {
    Normaliser normaliser = new Normaliser(id -> id);
    Meaning meaning = Cells.field(KI67_PCT);
    PatientKey key = new PatientKey("north", "1", "p1");
    List<Answer<Interval>> answers =
        java.util.stream.Stream.of(Cells.number(0.3), Cells.number(0.3, Mark.PERCENT))
            .map(cell -> new MappedPatient("1", List.of(Cells.cell(meaning, cell)), 1))
            .map(patient -> normaliser.normalise(key, patient).answer(KI67_PCT))
            .toList();
    assertThat(answers)
        .containsExactly(
            Answer.unreadable(Remark.FRACTION_IN_PERCENT_COLUMN),
            Answer.known(Interval.of(30), Remark.FRACTION_SCALED));
  }

  @Test
  void aPercentageGivesTheStatus() {
    PatientRecord record = Cells.normalise(Cells.cell(Cells.topic(Topic.ER), Cells.text("约80%")));
    assertThat(record.answer(ER_STATUS))
        .isEqualTo(Answer.known(ReceptorStatus.POS, Remark.IMPLIED));
  }

  @Test
  @Tag("crossing")
  void noCellMakesAnyReaderThrow() {
    List<String> nasty =
        List.of(
            "(",
            ")",
            "[",
            "\\",
            "%",
            "+",
            "-",
            "±",
            "?",
            "0",
            "99999999999999999999",
            "1e400",
            "NaN",
            "年月日",
            "2018年月日",
            "二年",
            "十月",
            "T",
            "TNM",
            "M1M1M1M1",
            "&#xffffff;",
            "&#;",
            "(((((((((",
            "期",
            "→",
            "5→",
            "外院",
            "，，，",
            "Ki67",
            "ER",
            "HER2 FISH",
            "\uD83D",
            "a".repeat(5000),
            "1-1-1-1-1-1",
            "9".repeat(400),
            "0/0",
            "999/999",
            "12345678901234567X");
    for (Field<?> field : Fields.all()) {
      for (String text : nasty) {
        assertThat(Cells.read(Cells.field(field), Cells.text(text)).answers()).isNotEmpty();
      }
      SourceCell odd =
          new SourceCell(Cells.place(0), Kind.BOOLEAN, "TRUE", Double.NaN, "", Set.of());
      assertThat(Cells.read(Cells.field(field), odd).answers()).isNotEmpty();
    }
    for (Topic topic : Topic.values()) {
      for (String text : nasty) {
        assertThat(Cells.read(Cells.topic(topic), Cells.text(text)).answers()).isNotEmpty();
      }
    }
  }

  private static MappedCell tnm(String text) {
    return Cells.cell(Cells.topic(Topic.TNM), Cells.text(text));
  }
}
