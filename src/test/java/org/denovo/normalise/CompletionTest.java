package org.denovo.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.denovo.record.Fields.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Interval;
import org.denovo.record.PartialDate;
import org.denovo.record.PatientKey;
import org.denovo.record.PatientRecord;
import org.denovo.record.Remark;
import org.denovo.source.SourceCell;
import org.denovo.vocabulary.DrugClass;
import org.denovo.vocabulary.Evidence;
import org.denovo.vocabulary.MCat;
import org.denovo.vocabulary.MarginStatus;
import org.denovo.vocabulary.MetCertainty;
import org.denovo.vocabulary.MetSite;
import org.denovo.vocabulary.NoSurgeryReason;
import org.denovo.vocabulary.ReceptorStatus;
import org.denovo.vocabulary.StageGroup;
import org.denovo.vocabulary.SurgeryType;
import org.denovo.vocabulary.VitalStatus;
import org.junit.jupiter.api.Test;

class CompletionTest {

  private static PatientRecord.Builder patient() {
    return PatientRecord.of(new PatientKey("north", "1", "p1"));
  }

  private static PatientRecord complete(PatientRecord.Builder patient) {
    return new Completion(patient).complete();
  }

  @Test
  void onePercentIsPositiveAndLessIsNegative() {
    assertThat(complete(patient().put(ER_PCT, Interval.of(1))).answer(ER_STATUS))
        .isEqualTo(Answer.known(ReceptorStatus.POS, Remark.IMPLIED));
    assertThat(complete(patient().put(PR_PCT, new Interval(0, 0.99))).answer(PR_STATUS))
        .isEqualTo(Answer.known(ReceptorStatus.NEG, Remark.IMPLIED));
  }

  @Test
  void anIntervalAcrossOnePercentImpliesNothing() {
    assertThat(complete(patient().put(ER_PCT, new Interval(0, 10))).answer(ER_STATUS))
        .isEqualTo(Answer.absent(Absence.NOT_COLLECTED));
  }

  @Test
  void whatTheCentreSaidStays() {
    PatientRecord.Builder patient =
        patient().put(ER_PCT, Interval.of(5)).put(ER_STATUS, ReceptorStatus.NEG);
    assertThat(complete(patient).answer(ER_STATUS)).isEqualTo(Answer.known(ReceptorStatus.NEG));
    PatientRecord.Builder unknown =
        patient()
            .put(STAGE_GROUP, StageGroup.IV)
            .put(M_CAT, Answer.absent(Absence.UNKNOWN, Remark.MX_USED));
    assertThat(complete(unknown).answer(M_CAT))
        .isEqualTo(Answer.absent(Absence.UNKNOWN, Remark.MX_USED));
  }

  @Test
  void stageFourImpliesM1FromItsCell() {
    SourceCell cell = Cells.text("IV期");
    PatientRecord record = complete(patient().put(STAGE_GROUP, Answer.known(StageGroup.IV), cell));
    assertThat(record.answer(M_CAT)).isEqualTo(Answer.known(MCat.M1, Remark.IMPLIED));
    assertThat(record.cell(M_CAT)).contains(cell);
    assertThat(complete(patient().put(STAGE_GROUP, StageGroup.IIIC)).answer(M_CAT))
        .isEqualTo(Answer.absent(Absence.NOT_COLLECTED));
  }

  @Test
  void confirmedSitesImplyM1AndSuspectedOnesDoNot() {
    assertThat(complete(patient().put(MET_SITES, Set.of(MetSite.BONE))).answer(M_CAT))
        .isEqualTo(Answer.known(MCat.M1, Remark.IMPLIED));
    assertThat(
            complete(
                    patient()
                        .put(MET_SITES, Set.of(MetSite.BONE))
                        .put(MET_CERTAINTY, MetCertainty.SUSPECTED))
                .answer(M_CAT))
        .isEqualTo(Answer.absent(Absence.NOT_COLLECTED));
  }

  @Test
  void aClosedListOfSitesSaysYesAndNo() {
    PatientRecord record =
        complete(patient().put(MET_SITES, Set.of(MetSite.BONE)).put(MET_LUNG, true));
    assertThat(record.answer(MET_BONE)).isEqualTo(Answer.known(true, Remark.IMPLIED));
    assertThat(record.answer(MET_LIVER)).isEqualTo(Answer.known(false, Remark.IMPLIED));
    assertThat(record.answer(MET_LUNG)).isEqualTo(Answer.known(true));
  }

  @Test
  void anOpenListOrNoImagingLeavesTheOtherSitesOpen() {
    PatientRecord open =
        complete(patient().put(MET_SITES, Answer.known(Set.of(MetSite.BONE), Remark.OPEN_LIST)));
    PatientRecord unseen =
        complete(
            patient().put(MET_SITES, Set.of(MetSite.BONE)).put(BASELINE_IMAGING_DOCUMENTED, false));
    for (PatientRecord record : new PatientRecord[] {open, unseen}) {
      assertThat(record.answer(MET_BONE)).isEqualTo(Answer.known(true, Remark.IMPLIED));
      assertThat(record.answer(MET_LIVER)).isEqualTo(Answer.absent(Absence.NOT_COLLECTED));
    }
  }

  @Test
  void flagsMakeTheListWhereThereIsNone() {
    PatientRecord record =
        complete(patient().put(MET_LIVER, true).put(MET_BONE, true).put(MET_LUNG, false));
    assertThat(record.answer(MET_SITES))
        .isEqualTo(Answer.known(Set.of(MetSite.BONE, MetSite.LIVER), Remark.IMPLIED));
    assertThat(record.answer(M_CAT)).isEqualTo(Answer.known(MCat.M1, Remark.IMPLIED));
  }

  @Test
  void drugsSayWhichTherapyWasGiven() {
    PatientRecord record =
        complete(patient().put(LINE1_DRUGS, Set.of(DrugClass.TAXANE, DrugClass.PERTUZUMAB)));
    assertThat(record.answer(CHEMOTHERAPY)).isEqualTo(Answer.known(true, Remark.IMPLIED));
    assertThat(record.answer(ANTI_HER2_THERAPY)).isEqualTo(Answer.known(true, Remark.IMPLIED));
    assertThat(record.answer(SYSTEMIC_THERAPY)).isEqualTo(Answer.known(true, Remark.IMPLIED));
    assertThat(record.answer(ENDOCRINE_THERAPY)).isEqualTo(Answer.absent(Absence.NOT_COLLECTED));
  }

  @Test
  void aCdk46InhibitorMeansEndocrineTherapyWhereverItIsNamed() {
    PatientRecord coded =
        Cells.normalise(
            Cells.cell(Cells.field(LINE1_DRUGS, Map.of("7", "cdk46")), Cells.text("7")));
    assertThat(coded.answer(ENDOCRINE_THERAPY)).isEqualTo(Answer.known(true, Remark.IMPLIED));
    assertThat(coded.answer(CHEMOTHERAPY)).isEqualTo(Answer.absent(Absence.NOT_COLLECTED));
    assertThat(
            Cells.read(Cells.field(ENDOCRINE_THERAPY), Cells.text("哌柏西利"))
                .answer(ENDOCRINE_THERAPY))
        .isEqualTo(Answer.known(true));
  }

  @Test
  void aBoneAgentAloneIsNoSystemicTherapy() {
    assertThat(
            complete(patient().put(LINE1_DRUGS, Set.of(DrugClass.BONE_AGENT)))
                .answer(SYSTEMIC_THERAPY))
        .isEqualTo(Answer.absent(Absence.NOT_COLLECTED));
  }

  @Test
  void plannedDrugsWereNotGiven() {
    assertThat(
            complete(
                    patient()
                        .put(LINE1_DRUGS, Answer.known(Set.of(DrugClass.TAXANE), Remark.PLANNED)))
                .answer(CHEMOTHERAPY))
        .isEqualTo(Answer.absent(Absence.NOT_COLLECTED));
  }

  @Test
  void aDateOfDeathMeansDead() {
    assertThat(
            complete(patient().put(DATE_DEATH, new PartialDate(2020, 5, 0))).answer(VITAL_STATUS))
        .isEqualTo(Answer.known(VitalStatus.DEAD, Remark.IMPLIED));
  }

  @Test
  void aReasonForNoSurgeryMeansNoneAndItsMarginDoesNotArise() {
    PatientRecord record =
        complete(
            patient()
                .put(NO_SURGERY_REASON, NoSurgeryReason.REFUSED)
                .put(SURGERY_TYPE, Answer.absent(Absence.BLANK))
                .put(MARGIN_STATUS, Answer.absent(Absence.BLANK)));
    assertThat(record.answer(SURGERY_TYPE))
        .isEqualTo(Answer.known(SurgeryType.NONE, Remark.IMPLIED));
    assertThat(record.answer(MARGIN_STATUS))
        .isEqualTo(Answer.absent(Absence.NOT_APPLICABLE, Remark.IMPLIED));
  }

  @Test
  void aMarginThatWasWrittenStaysWhateverTheOperation() {
    PatientRecord record =
        complete(
            patient()
                .put(SURGERY_TYPE, SurgeryType.NONE)
                .put(MARGIN_STATUS, MarginStatus.values()[0]));
    assertThat(record.answer(MARGIN_STATUS)).isEqualTo(Answer.known(MarginStatus.values()[0]));
  }

  @Test
  void imagingThatIsNamedIsDocumented() {
    assertThat(
            complete(patient().put(BASELINE_IMAGING, Set.of(Evidence.CT)))
                .answer(BASELINE_IMAGING_DOCUMENTED))
        .isEqualTo(Answer.known(true, Remark.IMPLIED));
  }

  @Test
  void anAgeFollowsFromTwoDatesThatLeaveOnlyOne() {
    PatientRecord.Builder exact =
        patient()
            .put(BIRTH_DATE, PartialDate.of(LocalDate.of(1960, 6, 1)))
            .put(DATE_DX, PartialDate.of(LocalDate.of(2018, 5, 31)));
    assertThat(complete(exact).answer(AGE_AT_DX)).isEqualTo(Answer.known(57, Remark.IMPLIED));
    PatientRecord.Builder vague =
        patient()
            .put(BIRTH_DATE, new PartialDate(1960, 0, 0))
            .put(DATE_DX, new PartialDate(2018, 5, 31));
    assertThat(complete(vague).answer(AGE_AT_DX)).isEqualTo(Answer.absent(Absence.NOT_COLLECTED));
  }

  @Test
  void noImagingThatIsNamedDocumentsNothing() {
    assertThat(
            complete(patient().put(BASELINE_IMAGING, Set.of())).answer(BASELINE_IMAGING_DOCUMENTED))
        .isEqualTo(Answer.absent(Absence.NOT_COLLECTED));
  }

  @Test
  void aSuspectedFlagMakesASuspectedList() {
    PatientRecord record =
        complete(
            patient().put(MET_LIVER, Answer.known(true, Remark.SUSPECTED)).put(MET_BONE, true));
    assertThat(record.answer(MET_SITES))
        .isEqualTo(
            Answer.known(Set.of(MetSite.BONE, MetSite.LIVER), Remark.IMPLIED, Remark.SUSPECTED));
    assertThat(record.answer(M_CAT)).isEqualTo(Answer.absent(Absence.NOT_COLLECTED));
  }

  @Test
  void anEmptyListOfSitesImpliesNoM1() {
    assertThat(complete(patient().put(MET_SITES, Set.of())).answer(M_CAT))
        .isEqualTo(Answer.absent(Absence.NOT_COLLECTED));
  }

  @Test
  void anM1OfTheCentresOwnIsStageFour() {
    for (MCat category : List.of(MCat.M1, MCat.M1_PATH)) {
      assertThat(complete(patient().put(M_CAT, category)).answer(STAGE_GROUP))
          .isEqualTo(Answer.known(StageGroup.IV, Remark.IMPLIED));
    }
    assertThat(
            complete(patient().put(M_CAT, Answer.known(MCat.M1, Remark.SUSPECTED)))
                .answer(STAGE_GROUP))
        .isEqualTo(Answer.known(StageGroup.IV, Remark.IMPLIED, Remark.SUSPECTED));
    assertThat(complete(patient().put(M_CAT, MCat.M0)).answer(STAGE_GROUP))
        .isEqualTo(Answer.absent(Absence.NOT_COLLECTED));
    // M1 that only follows from the sites is no second source.
    assertThat(complete(patient().put(MET_SITES, Set.of(MetSite.BONE))).answer(STAGE_GROUP))
        .isEqualTo(Answer.absent(Absence.NOT_COLLECTED));
  }

  @Test
  void aKindOfTherapyOrAFirstLineIsSystemicTherapy() {
    for (PatientRecord.Builder patient :
        List.of(
            patient().put(CHEMOTHERAPY, true),
            patient().put(ENDOCRINE_THERAPY, true),
            patient().put(ANTI_HER2_THERAPY, true),
            patient().put(DATE_LINE1_START, new PartialDate(2020, 5, 0)))) {
      assertThat(complete(patient).answer(SYSTEMIC_THERAPY))
          .isEqualTo(Answer.known(true, Remark.IMPLIED));
    }
    assertThat(complete(patient().put(CHEMOTHERAPY, false)).answer(SYSTEMIC_THERAPY))
        .isEqualTo(Answer.absent(Absence.NOT_COLLECTED));
  }

  @Test
  void theMarginOfAnOperationThatWasDoneStaysOpenAndThatOfABiopsyDoesNotArise() {
    PatientRecord done =
        complete(
            patient()
                .put(SURGERY_TYPE, SurgeryType.BCS)
                .put(MARGIN_STATUS, Answer.absent(Absence.BLANK)));
    assertThat(done.answer(MARGIN_STATUS)).isEqualTo(Answer.absent(Absence.BLANK));
    PatientRecord biopsy =
        complete(
            patient()
                .put(SURGERY_TYPE, SurgeryType.BIOPSY_ONLY)
                .put(MARGIN_STATUS, Answer.absent(Absence.BLANK))
                .put(MARGIN_WIDTH_MM, Answer.absent(Absence.BLANK)));
    assertThat(biopsy.answer(MARGIN_STATUS))
        .isEqualTo(Answer.absent(Absence.NOT_APPLICABLE, Remark.IMPLIED));
    assertThat(biopsy.answer(MARGIN_WIDTH_MM))
        .isEqualTo(Answer.absent(Absence.NOT_APPLICABLE, Remark.IMPLIED));
  }

  @Test
  void whoWasDiagnosedInTheFirstYearIsNoughtAndNobodyBeforeBirth() {
    PatientRecord.Builder infant =
        patient()
            .put(BIRTH_DATE, PartialDate.of(LocalDate.of(2018, 6, 1)))
            .put(DATE_DX, PartialDate.of(LocalDate.of(2018, 6, 1)));
    assertThat(complete(infant).answer(AGE_AT_DX)).isEqualTo(Answer.known(0, Remark.IMPLIED));
    PatientRecord.Builder before =
        patient()
            .put(BIRTH_DATE, PartialDate.of(LocalDate.of(2018, 6, 1)))
            .put(DATE_DX, PartialDate.of(LocalDate.of(2018, 5, 31)));
    assertThat(complete(before).answer(AGE_AT_DX)).isEqualTo(Answer.absent(Absence.NOT_COLLECTED));
  }
}
