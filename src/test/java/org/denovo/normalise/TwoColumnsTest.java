package org.denovo.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.denovo.record.Fields.DATE_DX;
import static org.denovo.record.Fields.MET_SITES;
import static org.denovo.record.Fields.M_CAT;
import static org.denovo.record.Fields.N_CAT;
import static org.denovo.record.Fields.SEX;
import static org.denovo.record.Fields.TUMOR_SIZE_MM;
import static org.denovo.record.Fields.T_CAT;

import org.denovo.mapping.MappedCell;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.PatientRecord;
import org.denovo.record.Remark;
import org.denovo.record.Topic;
import org.denovo.source.SourceCell;
import org.denovo.vocabulary.MCat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a record keeps where two columns speak of one field. */
class TwoColumnsTest {

  @ParameterizedTest
  @CsvSource({
    "2-3cm, 25mm, 20..30 unit_converted",
    "25mm, 2-3cm, 25",
    "20mm, 2-3cm, 20",
    "30mm, 2-3cm, 30",
    "19mm, 2-3cm, 19 two_readings",
    "31mm, 2-3cm, 31 two_readings",
    "25mm, 26mm, 25 two_readings"
  })
  void rangesAgreeAsFarAsTheyOverlap(String first, String second, String kept) {
    assertThat(kept(TUMOR_SIZE_MM, first, second)).isEqualTo(kept);
  }

  @ParameterizedTest
  @CsvSource({
    "2019-03, 2019-03-05, 2019-03",
    "2019-03-05, 2019-03, 2019-03-05",
    "2019-03-31, 2019-03, 2019-03-31",
    "2019-03-01, 2019-03, 2019-03-01",
    "2019-04-01, 2019-03, 2019-04-01 two_readings",
    "2019-02-28, 2019-03, 2019-02-28 two_readings"
  })
  void datesAgreeIfOneIsOnlyMoreExact(String first, String second, String kept) {
    assertThat(kept(DATE_DX, first, second)).isEqualTo(kept);
  }

  @ParameterizedTest
  @CsvSource({
    "骨、肝, 骨, bone;liver",
    "骨, 骨、肝, bone",
    "骨, 肝, bone two_readings",
    "骨、肝, 骨、肺, bone;liver two_readings"
  })
  void setsAgreeIfOneHoldsTheOther(String first, String second, String kept) {
    assertThat(kept(MET_SITES, first, second)).isEqualTo(kept);
  }

  @ParameterizedTest
  @CsvSource({
    "T4, T4b, T4",
    "T4b, T4, T4b",
    "T4b, T4d, T4b two_readings",
    "T1, T2, T1 two_readings"
  })
  void aCategoryAgreesWithItsSubcategory(String first, String second, String kept) {
    assertThat(kept(T_CAT, first, second)).isEqualTo(kept);
  }

  @Test
  void soDoNodesAndMetastases() {
    assertThat(kept(N_CAT, "N1", "N1a")).isEqualTo("N1");
    assertThat(kept(N_CAT, "N1a", "N2")).isEqualTo("N1a two_readings");
    assertThat(kept(M_CAT, "pM1", "M1")).isEqualTo("M1_path");
    assertThat(kept(M_CAT, "M0", "M1")).isEqualTo("M0 two_readings");
    assertThat(kept(SEX, "女", "female")).isEqualTo("female");
    assertThat(kept(SEX, "女", "男")).isEqualTo("female two_readings");
  }

  @ParameterizedTest
  @CsvSource({
    "不详, M1, M1",
    "待查, M1, M1",
    "M1, 不详, M1",
    "M1, '', M1",
    "'', M1, M1",
    "'', 不详, unknown",
    "不详, '', unknown",
    "不详, 待查, unknown",
    "'', M2, unreadable no_such_category",
    "不详, M2, unknown",
    "未评估, M1, not_done two_readings",
    "M1, 未评估, M1",
    "M2, M1, unreadable two_readings no_such_category"
  })
  void anOpenAnswerGivesWayToAKnownOne(String first, String second, String kept) {
    assertThat(kept(M_CAT, first, second)).isEqualTo(kept);
  }

  @Test
  void anOpenAnswerInTheFieldsOwnColumnHidesNothing() {
    MappedCell tnm = Cells.cell(Cells.topic(Topic.TNM), Cells.text("T2N1"));
    SourceCell own = SourceCell.text(Cells.place(7), "不详");
    PatientRecord unknown = Cells.normalise(tnm, Cells.cell(Cells.field(M_CAT), own));
    assertThat(unknown.answer(M_CAT)).isEqualTo(Answer.absent(Absence.UNKNOWN));
    assertThat(unknown.cell(M_CAT)).contains(own);
    PatientRecord blank = Cells.normalise(tnm, Cells.cell(M_CAT, ""));
    assertThat(blank.answer(M_CAT)).isEqualTo(Answer.absent(Absence.BLANK));
    assertThat(blank.cell(M_CAT)).contains(tnm.cell());
    MappedCell whole = Cells.cell(Cells.topic(Topic.TNM), Cells.text("T2N1M1"));
    PatientRecord known = Cells.normalise(whole, Cells.cell(Cells.field(M_CAT), own));
    assertThat(known.cell(M_CAT)).contains(whole.cell());
    assertThat(known.answer(M_CAT)).isEqualTo(Answer.known(MCat.M1));
  }

  private static <T> String kept(Field<T> field, String first, String second) {
    Answer<T> answer =
        Cells.normalise(Cells.cell(field, first), Cells.cell(field, second)).answer(field);
    StringBuilder kept =
        new StringBuilder(answer.optional().map(field.type()::write).orElse(answer.missing()));
    answer.remarks().stream().sorted().map(Remark::code).forEach(r -> kept.append(' ').append(r));
    return kept.toString();
  }
}
