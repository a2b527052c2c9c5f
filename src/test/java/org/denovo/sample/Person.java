package org.denovo.sample;

import static org.denovo.record.Fields.*;
import static org.denovo.sample.Facts.weights;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.denovo.record.Absence;
import org.denovo.record.Interval;
import org.denovo.record.PartialDate;
import org.denovo.vocabulary.DxConfirmation;
import org.denovo.vocabulary.Evidence;
import org.denovo.vocabulary.FamilyHistory;
import org.denovo.vocabulary.GermlineBrca;
import org.denovo.vocabulary.InsuranceType;
import org.denovo.vocabulary.Laterality;
import org.denovo.vocabulary.MenopausalStatus;
import org.denovo.vocabulary.PriorBreastCancer;
import org.denovo.vocabulary.Sex;

/** Draws who a patient is: age, sex, reproductive history, state at baseline. */
final class Person {

  private static final List<String> SURNAMES =
      List.of("甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸");

  private final Draw draw;
  private final Facts facts;

  Person(Draw draw, Facts facts) {
    this.draw = draw;
    this.facts = facts;
  }

  void draw() {
    boolean male = draw.chance(0.006);
    facts.put(SEX, male ? Sex.MALE : Sex.FEMALE);
    LocalDate diagnosis = LocalDate.of(2017, 1, 3).plusDays(draw.between(0, 725));
    int age = (int) Math.max(25, Math.min(86, Math.round(draw.normal(51.5, 11))));
    LocalDate birth = diagnosis.minusYears(age).minusDays(draw.between(5, 350));
    facts.put(DATE_DX, PartialDate.of(diagnosis));
    facts.put(BIRTH_DATE, PartialDate.of(birth));
    age = Period.between(birth, diagnosis).getYears();
    facts.put(AGE_AT_DX, age);
    facts.put(NATIONAL_ID, nationalId(birth, male));
    facts.put(PERSON_NAME, draw.one(SURNAMES) + "某" + draw.one(SURNAMES));
    if (male) {
      facts.absent(MENOPAUSAL_STATUS, Absence.NOT_APPLICABLE);
    } else {
      facts.put(MENOPAUSAL_STATUS, menopause(age));
      facts.put(OOPHORECTOMY, draw.chance(0.02));
      int parity = draw.weighted(weights(0, 5.0, 1, 50.0, 2, 33.0, 3, 12.0));
      facts.put(PARITY, parity);
      facts.put(GRAVIDITY, parity + draw.between(0, 2));
      facts.put(BREASTFED, parity > 0 && draw.chance(0.85));
      if (parity > 0) {
        facts.put(AGE_FIRST_BIRTH, Math.min(age - 1, draw.between(20, 31)));
      }
    }
    facts.put(
        FAMILY_HISTORY_CANCER,
        draw.weighted(
            weights(
                FamilyHistory.NONE, 84.0,
                FamilyHistory.BREAST_OVARIAN, 7.0,
                FamilyHistory.OTHER, 9.0)));
    facts.put(
        GERMLINE_BRCA,
        draw.weighted(
            weights(
                GermlineBrca.NEGATIVE, 88.0,
                GermlineBrca.BRCA1, 4.0,
                GermlineBrca.BRCA2, 6.0,
                GermlineBrca.VUS, 2.0)));
    facts.put(INSURANCE_TYPE, draw.one(List.of(InsuranceType.values())));
    boolean prior = draw.chance(0.008);
    facts.put(PRIOR_BREAST_CANCER, prior ? PriorBreastCancer.DCIS_IPSI : PriorBreastCancer.NONE);
    if (prior) {
      facts.put(YEARS_SINCE_PRIOR, (double) draw.between(3, 12));
    }
    facts.put(ECOG_PS, draw.weighted(weights(0, 45.0, 1, 43.0, 2, 12.0)));
    facts.put(COMORBIDITY_INDEX, draw.weighted(weights(0, 70.0, 1, 20.0, 2, 10.0)));
    facts.put(AST_XULN, draw.between(3, 14) / 10.0);
    facts.put(ALT_XULN, draw.between(3, 14) / 10.0);
    facts.put(EXPECTED_SURVIVAL_MONTHS, Interval.of(draw.one(List.of(6, 12, 24, 36))));
    facts.put(FIT_ANTHRACYCLINE, draw.chance(0.9));
    facts.put(UNFIT_ANAESTHESIA, draw.chance(0.04));
    facts.put(ULCERATION_BLEEDING, draw.chance(0.15));
    facts.put(LOCAL_PAIN, draw.chance(0.2));
    facts.put(LOCAL_INFECTION, draw.chance(0.04));
    facts.put(MDT_DISCUSSED, draw.chance(0.5));
    facts.put(BASELINE_IMAGING_DOCUMENTED, true);
    facts.put(BASELINE_IMAGING, Set.of(Evidence.CT, Evidence.BONE_SCAN));
    facts.put(LATERALITY, draw.chance(0.51) ? Laterality.LEFT : Laterality.RIGHT);
    facts.put(DX_CONFIRMATION, DxConfirmation.HISTOLOGY);
  }

  private MenopausalStatus menopause(int age) {
    if (age < 45) {
      return MenopausalStatus.PRE;
    }
    if (age > 54) {
      return MenopausalStatus.POST;
    }
    return draw.weighted(
        weights(
            MenopausalStatus.PRE, 55.0,
            MenopausalStatus.PERI, 12.0,
            MenopausalStatus.POST, 33.0));
  }

  /**
   * A number with a valid checksum whose region is a whole province (110000, 310000 …), which no
   * person's number has.
   */
  private String nationalId(LocalDate birth, boolean male) {
    String digits =
        draw.one(List.of("110000", "310000", "440000", "510000"))
            + birth.toString().replace("-", "")
            + String.format(Locale.ROOT, "%03d", draw.between(10, 480) * 2 + (male ? 1 : 0));
    int[] factors = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = IntStream.range(0, 17).map(i -> (digits.charAt(i) - '0') * factors[i]).sum();
    return digits + "10X98765432".charAt(sum % 11);
  }
}
