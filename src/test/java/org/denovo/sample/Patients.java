package org.denovo.sample;

import static org.denovo.record.Fields.*;

import java.time.LocalDate;
import java.time.Period;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.Interval;
import org.denovo.record.PartialDate;
import org.denovo.record.PatientKey;
import org.denovo.record.PatientRecord;
import org.denovo.vocabulary.AxillaryProcedure;
import org.denovo.vocabulary.CancerStatus;
import org.denovo.vocabulary.DeathCause;
import org.denovo.vocabulary.DrugClass;
import org.denovo.vocabulary.DxConfirmation;
import org.denovo.vocabulary.Evidence;
import org.denovo.vocabulary.FamilyHistory;
import org.denovo.vocabulary.GermlineBrca;
import org.denovo.vocabulary.Grade;
import org.denovo.vocabulary.Her2Ihc;
import org.denovo.vocabulary.Her2Ish;
import org.denovo.vocabulary.Her2Status;
import org.denovo.vocabulary.HistologyGroup;
import org.denovo.vocabulary.InsuranceType;
import org.denovo.vocabulary.Laterality;
import org.denovo.vocabulary.LineEndReason;
import org.denovo.vocabulary.MCat;
import org.denovo.vocabulary.MarginStatus;
import org.denovo.vocabulary.MenopausalStatus;
import org.denovo.vocabulary.MetCertainty;
import org.denovo.vocabulary.MetLocalTherapy;
import org.denovo.vocabulary.MetSite;
import org.denovo.vocabulary.MetTiming;
import org.denovo.vocabulary.MolecularSubtype;
import org.denovo.vocabulary.NCat;
import org.denovo.vocabulary.NoSurgeryReason;
import org.denovo.vocabulary.PriorBreastCancer;
import org.denovo.vocabulary.ProgressionType;
import org.denovo.vocabulary.ReceptorStatus;
import org.denovo.vocabulary.Reconstruction;
import org.denovo.vocabulary.ResidualStatus;
import org.denovo.vocabulary.Response;
import org.denovo.vocabulary.RtTarget;
import org.denovo.vocabulary.Sex;
import org.denovo.vocabulary.SpecimenContext;
import org.denovo.vocabulary.SpecimenSite;
import org.denovo.vocabulary.StageContext;
import org.denovo.vocabulary.StageGroup;
import org.denovo.vocabulary.StagingEdition;
import org.denovo.vocabulary.SurgeryIntent;
import org.denovo.vocabulary.SurgeryType;
import org.denovo.vocabulary.TCat;
import org.denovo.vocabulary.VitalStatus;

/**
 * Draws patients whose facts agree with each other, in the proportions of CSBrS-002 (subtype,
 * histology, age, share operated, years of diagnosis) and of the Tianjin series of 171 de novo
 * patients (T4, oligometastatic, chemotherapy).
 */
final class Patients {

  private static final Map<MolecularSubtype, Double> SUBTYPES =
      weights(
          MolecularSubtype.LUMINAL_A, 14.3,
          MolecularSubtype.LUMINAL_B, 51.8,
          MolecularSubtype.HER2_OVEREXPRESSING, 22.1,
          MolecularSubtype.TRIPLE_NEGATIVE, 11.8);

  private static final List<String> SURNAMES =
      List.of("甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸");

  private final Draw draw;
  private final PatientRecord.Builder record;

  private Patients(Draw draw, PatientKey key) {
    this.draw = draw;
    this.record = PatientRecord.of(key);
    for (Field<?> field : all()) {
      absent(field, Absence.BLANK);
    }
  }

  /** A patient; one of stage III, who does not belong in a stage IV cohort, if so wished. */
  static Patient draw(Draw draw, String centre, String number, boolean stageThree) {
    return new Patients(draw, new PatientKey(centre, number, "")).draw(stageThree);
  }

  private Patient draw(boolean stageThree) {
    person();
    LocalDate diagnosis = record.answer(DATE_DX).optional().orElseThrow().first();
    MolecularSubtype subtype = draw.weighted(SUBTYPES);
    receptors(subtype, diagnosis);
    tumour(stageThree);
    if (stageThree) {
      put(M_CAT, MCat.M0);
      put(MET_SITES, Set.of());
      siteFlags(Set.of());
    } else {
      metastases(subtype, diagnosis);
    }
    LocalDate start = diagnosis.plusDays(draw.between(4, 35));
    Course course = Course.draw(draw, diagnosis, start, hazard(subtype));
    systemic(subtype, start, course);
    if (course.surgery().isPresent()) {
      operation(course.surgery().get());
    } else {
      noOperation(course);
    }
    local(course);
    followUp(course);
    return new Patient(record.build(), course, false);
  }

  private void person() {
    boolean male = draw.chance(0.006);
    put(SEX, male ? Sex.MALE : Sex.FEMALE);
    LocalDate diagnosis = LocalDate.of(2017, 1, 3).plusDays(draw.between(0, 725));
    int age = (int) Math.max(25, Math.min(86, Math.round(draw.normal(51.5, 11))));
    LocalDate birth = diagnosis.minusYears(age).minusDays(draw.between(5, 350));
    put(DATE_DX, PartialDate.of(diagnosis));
    put(BIRTH_DATE, PartialDate.of(birth));
    age = Period.between(birth, diagnosis).getYears();
    put(AGE_AT_DX, age);
    put(NATIONAL_ID, nationalId(birth, male));
    put(PERSON_NAME, draw.one(SURNAMES) + "某" + draw.one(SURNAMES));
    if (male) {
      absent(MENOPAUSAL_STATUS, Absence.NOT_APPLICABLE);
    } else {
      put(MENOPAUSAL_STATUS, menopause(age));
      put(OOPHORECTOMY, draw.chance(0.02));
      int parity = draw.weighted(weights(0, 5.0, 1, 50.0, 2, 33.0, 3, 12.0));
      put(PARITY, parity);
      put(GRAVIDITY, parity + draw.between(0, 2));
      put(BREASTFED, parity > 0 && draw.chance(0.85));
      if (parity > 0) {
        put(AGE_FIRST_BIRTH, Math.min(age - 1, draw.between(20, 31)));
      }
    }
    put(
        FAMILY_HISTORY_CANCER,
        draw.weighted(
            weights(
                FamilyHistory.NONE, 84.0,
                FamilyHistory.BREAST_OVARIAN, 7.0,
                FamilyHistory.OTHER, 9.0)));
    put(
        GERMLINE_BRCA,
        draw.weighted(
            weights(
                GermlineBrca.NEGATIVE, 88.0,
                GermlineBrca.BRCA1, 4.0,
                GermlineBrca.BRCA2, 6.0,
                GermlineBrca.VUS, 2.0)));
    put(INSURANCE_TYPE, draw.one(List.of(InsuranceType.values())));
    boolean prior = draw.chance(0.008);
    put(PRIOR_BREAST_CANCER, prior ? PriorBreastCancer.DCIS_IPSI : PriorBreastCancer.NONE);
    if (prior) {
      put(YEARS_SINCE_PRIOR, (double) draw.between(3, 12));
    }
    put(ECOG_PS, draw.weighted(weights(0, 45.0, 1, 43.0, 2, 12.0)));
    put(COMORBIDITY_INDEX, draw.weighted(weights(0, 70.0, 1, 20.0, 2, 10.0)));
    put(AST_XULN, draw.between(3, 14) / 10.0);
    put(ALT_XULN, draw.between(3, 14) / 10.0);
    put(EXPECTED_SURVIVAL_MONTHS, Interval.of(draw.one(List.of(6, 12, 24, 36))));
    put(FIT_ANTHRACYCLINE, draw.chance(0.9));
    put(UNFIT_ANAESTHESIA, draw.chance(0.04));
    put(ULCERATION_BLEEDING, draw.chance(0.15));
    put(LOCAL_PAIN, draw.chance(0.2));
    put(LOCAL_INFECTION, draw.chance(0.04));
    put(MDT_DISCUSSED, draw.chance(0.5));
    put(BASELINE_IMAGING_DOCUMENTED, true);
    put(BASELINE_IMAGING, Set.of(Evidence.CT, Evidence.BONE_SCAN));
    put(LATERALITY, draw.chance(0.51) ? Laterality.LEFT : Laterality.RIGHT);
    put(DX_CONFIRMATION, DxConfirmation.HISTOLOGY);
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

  private void receptors(MolecularSubtype subtype, LocalDate diagnosis) {
    boolean luminal =
        subtype == MolecularSubtype.LUMINAL_A || subtype == MolecularSubtype.LUMINAL_B;
    boolean luminalB = subtype == MolecularSubtype.LUMINAL_B;
    boolean her2Positive =
        subtype == MolecularSubtype.HER2_OVEREXPRESSING || luminalB && draw.chance(0.2);
    int er = luminal ? rounded(luminalB ? 20 : 60, 95) : 0;
    boolean lowProgesterone = luminalB && draw.chance(0.4);
    int pr = luminal ? lowProgesterone ? draw.one(List.of(0, 5, 10)) : rounded(20, 90) : 0;
    boolean lowKi67 = luminalB ? lowProgesterone && draw.chance(0.4) : luminal;
    int ki67 = lowKi67 ? draw.one(List.of(3, 5, 8, 10, 12, 15)) : rounded(luminal ? 20 : 25, 80);
    put(ER_PCT, Interval.of(er));
    put(PR_PCT, Interval.of(pr));
    put(ER_STATUS, er >= 1 ? ReceptorStatus.POS : ReceptorStatus.NEG);
    put(PR_STATUS, pr >= 1 ? ReceptorStatus.POS : ReceptorStatus.NEG);
    put(KI67_PCT, Interval.of(ki67));
    Her2Ihc score =
        her2Positive
            ? draw.weighted(weights(Her2Ihc.SCORE_3, 75.0, Her2Ihc.SCORE_2, 25.0))
            : draw.weighted(
                weights(Her2Ihc.SCORE_0, 35.0, Her2Ihc.SCORE_1, 37.0, Her2Ihc.SCORE_2, 28.0));
    put(HER2_IHC, score);
    put(HER2_STATUS_RECORDED, her2Positive ? Her2Status.POS : Her2Status.NEG);
    if (score == Her2Ihc.SCORE_2) {
      put(HER2_ISH, her2Positive ? Her2Ish.AMPLIFIED : Her2Ish.NOT_AMPLIFIED);
      put(HER2_RATIO, (her2Positive ? draw.between(24, 70) : draw.between(10, 17)) / 10.0);
      put(HER2_COPIES, (her2Positive ? draw.between(65, 150) : draw.between(20, 38)) / 10.0);
    }
    put(MOLECULAR_SUBTYPE_RECORDED, subtype);
    put(SPECIMEN_SITE, SpecimenSite.PRIMARY);
    put(SPECIMEN_CONTEXT, SpecimenContext.PRE_TREATMENT);
    put(ASSAY_DATE, PartialDate.of(diagnosis.plusDays(draw.between(0, 3))));
    if (draw.chance(0.2)) {
      put(MET_ER_STATUS, record.answer(ER_STATUS).optional().orElseThrow());
      put(MET_PR_STATUS, record.answer(PR_STATUS).optional().orElseThrow());
      put(MET_HER2_STATUS, record.answer(HER2_STATUS_RECORDED).optional().orElseThrow());
    }
  }

  private int rounded(int least, int most) {
    return draw.between(least / 5, most / 5) * 5;
  }

  private void tumour(boolean stageThree) {
    put(
        HISTOLOGY_GROUP,
        draw.weighted(
            weights(
                HistologyGroup.INVASIVE_DUCTAL_NST, 88.0,
                HistologyGroup.INVASIVE_LOBULAR, 5.1,
                HistologyGroup.OTHER_INVASIVE, 4.0,
                HistologyGroup.IN_SITU, 2.9)));
    put(GRADE_NOTTINGHAM, draw.weighted(weights(Grade.G1, 6.0, Grade.G2, 52.0, Grade.G3, 42.0)));
    put(LVI, draw.chance(0.4));
    TCat t =
        draw.weighted(
            weights(
                TCat.T1C, 9.0,
                TCat.T2, 35.0,
                TCat.T3, 18.6,
                TCat.T4B, 28.0,
                TCat.T4C, 3.0,
                TCat.T4D, 6.4));
    int size =
        switch (t) {
          case T1C -> draw.between(11, 20);
          case T2 -> draw.between(21, 50);
          case T3 -> draw.between(51, 95);
          default -> draw.between(30, 110);
        };
    NCat n =
        draw.weighted(
            weights(
                NCat.N0, 10.0,
                NCat.N1, 36.0,
                NCat.N2, 12.0,
                NCat.N2A, 13.0,
                NCat.N3A, 9.0,
                NCat.N3C, 20.0));
    if (stageThree && (n == NCat.N0 || n == NCat.N1)) {
      n = NCat.N2A;
    }
    put(T_CAT, t);
    put(N_CAT, n);
    put(TUMOR_SIZE_MM, Interval.of(size));
    put(STAGE_CONTEXT, StageContext.CLINICAL);
    put(STAGING_EDITION, dxYear() < 2018 ? StagingEdition.AJCC7 : StagingEdition.AJCC8);
    put(STAGE_GROUP, stageThree ? stageThreeGroup(t, n) : StageGroup.IV);
    put(INTACT_PRIMARY_AT_DX, true);
    put(PRIMARY_RESECTABLE, t != TCat.T4C && t != TCat.T4D);
    put(CONTRALATERAL_INVASIVE_SYNC, false);
    put(EOD_TUMOUR_CELLS_ONLY, false);
  }

  /** Anatomical groups of M0 with N2 or N3 (AJCC 8, ch. 48). */
  private static StageGroup stageThreeGroup(TCat t, NCat n) {
    if (n == NCat.N3A || n == NCat.N3C) {
      return StageGroup.IIIC;
    }
    boolean t4 = t == TCat.T4B || t == TCat.T4C || t == TCat.T4D;
    return t4 ? StageGroup.IIIB : StageGroup.IIIA;
  }

  private int dxYear() {
    return record.answer(DATE_DX).optional().orElseThrow().year();
  }

  private void metastases(MolecularSubtype subtype, LocalDate diagnosis) {
    boolean luminal = isLuminal(subtype);
    Map<MetSite, Double> shares =
        weights(
            MetSite.BONE, luminal ? 62.0 : 26.0,
            MetSite.LUNG, luminal ? 24.0 : 30.0,
            MetSite.LIVER, luminal ? 18.0 : 34.0,
            MetSite.DISTANT_LN, 14.0,
            MetSite.BRAIN, luminal ? 3.0 : 7.0,
            MetSite.PLEURA, 5.0,
            MetSite.SKIN_CHEST_WALL, 1.5,
            MetSite.CONTRALATERAL_BREAST, 1.5,
            MetSite.ADRENAL, 1.0,
            MetSite.PERITONEUM, 0.8);
    int organs = draw.weighted(weights(1, 60.0, 2, 27.0, 3, 13.0));
    EnumSet<MetSite> sites = EnumSet.noneOf(MetSite.class);
    while (sites.size() < organs) {
      sites.add(draw.weighted(shares));
    }
    boolean oligo = draw.chance(0.55);
    put(M_CAT, MCat.M1);
    put(MET_SITES, Set.copyOf(sites));
    siteFlags(sites);
    int lesions = oligo ? draw.between(organs, 5) : draw.between(6, 16);
    put(LESION_COUNT, Interval.of(lesions));
    if (sites.contains(MetSite.LIVER)) {
      put(LIVER_LESION_COUNT, Interval.of(Math.max(1, lesions - organs + 1)));
    }
    put(OLIGO_RECORDED, oligo);
    put(LARGEST_LESION_MM, Interval.of(draw.between(8, 48)));
    put(ALL_LESIONS_LOCALLY_TREATABLE, oligo && draw.chance(0.6));
    put(DATE_MET_DX, PartialDate.of(diagnosis.plusDays(draw.between(0, 28))));
    put(MET_TIMING, MetTiming.SYNCHRONOUS);
    put(MET_CERTAINTY, MetCertainty.CONFIRMED);
    EnumSet<Evidence> evidence = EnumSet.of(Evidence.CT);
    if (sites.contains(MetSite.BONE)) {
      evidence.add(Evidence.BONE_SCAN);
    }
    if (sites.contains(MetSite.BRAIN)) {
      evidence.add(Evidence.MRI);
    }
    boolean biopsy = draw.chance(0.25);
    if (biopsy) {
      evidence.add(Evidence.BIOPSY);
    }
    put(MET_EVIDENCE, Set.copyOf(evidence));
    put(MET_BIOPSY_CONFIRMED, biopsy);
    EnumSet<Evidence> imaging = EnumSet.copyOf(evidence);
    imaging.remove(Evidence.BIOPSY);
    put(BASELINE_IMAGING, Set.copyOf(imaging));
  }

  private void siteFlags(Set<MetSite> sites) {
    for (MetSite site : MetSite.values()) {
      put(flag(site), sites.contains(site));
    }
  }

  /** The yes/no field of a site. */
  static Field<Boolean> flag(MetSite site) {
    return switch (site) {
      case BONE -> MET_BONE;
      case LUNG -> MET_LUNG;
      case PLEURA -> MET_PLEURA;
      case LIVER -> MET_LIVER;
      case BRAIN -> MET_BRAIN;
      case LEPTOMENINGES -> MET_LEPTOMENINGES;
      case DISTANT_LN -> MET_DISTANT_LN;
      case CONTRALATERAL_BREAST -> MET_CONTRALATERAL_BREAST;
      case SKIN_CHEST_WALL -> MET_SKIN_CHEST_WALL;
      case PERITONEUM -> MET_PERITONEUM;
      case PERICARDIUM -> MET_PERICARDIUM;
      case ADRENAL -> MET_ADRENAL;
      case OVARY -> MET_OVARY;
      case BONE_MARROW -> MET_BONE_MARROW;
      case SOFT_TISSUE -> MET_SOFT_TISSUE;
      case OTHER -> MET_OTHER;
    };
  }

  private static boolean isLuminal(MolecularSubtype subtype) {
    return subtype == MolecularSubtype.LUMINAL_A || subtype == MolecularSubtype.LUMINAL_B;
  }

  private double hazard(MolecularSubtype subtype) {
    double hazard =
        switch (subtype) {
          case LUMINAL_A -> 0.65;
          case LUMINAL_B -> 0.9;
          case HER2_OVEREXPRESSING -> 1.0;
          case TRIPLE_NEGATIVE -> 2.1;
        };
    Set<MetSite> sites = record.answer(MET_SITES).optional().orElse(Set.of());
    if (sites.isEmpty()) {
      return hazard * 0.3;
    }
    if (sites.contains(MetSite.LIVER) || sites.contains(MetSite.LUNG)) {
      hazard *= 1.3;
    }
    if (sites.contains(MetSite.BRAIN)) {
      hazard *= 2;
    }
    return hazard * (sites.size() > 2 ? 1.4 : 1);
  }

  private void systemic(MolecularSubtype subtype, LocalDate start, Course course) {
    boolean luminal = isLuminal(subtype);
    boolean her2 = record.answer(HER2_STATUS_RECORDED).optional().orElseThrow() == Her2Status.POS;
    boolean chemo = !luminal || draw.chance(0.82);
    boolean antiHer2 = her2 && draw.chance(0.78);
    boolean endocrine = luminal && (!chemo || draw.chance(0.45));
    EnumSet<DrugClass> drugs = EnumSet.noneOf(DrugClass.class);
    if (chemo) {
      drugs.add(DrugClass.TAXANE);
      drugs.add(
          subtype == MolecularSubtype.TRIPLE_NEGATIVE && draw.chance(0.5)
              ? DrugClass.PLATINUM
              : DrugClass.ANTHRACYCLINE);
      if (her2) {
        drugs.remove(DrugClass.ANTHRACYCLINE);
      }
    }
    if (antiHer2) {
      drugs.add(DrugClass.HER2_ANTIBODY);
    }
    if (endocrine) {
      drugs.add(DrugClass.AI);
    }
    put(SYSTEMIC_THERAPY, true);
    put(CHEMOTHERAPY, chemo);
    put(ENDOCRINE_THERAPY, endocrine);
    put(ANTI_HER2_THERAPY, antiHer2);
    put(LINE1_DRUGS, Set.copyOf(drugs));
    put(DATE_LINE1_START, PartialDate.of(start));
    put(N_CYCLES, draw.between(4, 8));
    LocalDate end = start.plusDays(draw.between(110, 200));
    if (course.progression().filter(p -> p.isBefore(course.lastContact())).isPresent()
        && course.progression().get().isBefore(end)) {
      end = course.progression().get();
      put(LINE1_END_REASON, LineEndReason.PROGRESSION);
    } else {
      put(LINE1_END_REASON, LineEndReason.COMPLETED);
    }
    if (end.isBefore(course.lastContact())) {
      put(DATE_LINE1_END, PartialDate.of(end));
    } else {
      absent(LINE1_END_REASON, Absence.BLANK);
    }
    LocalDate assessed = start.plusDays(50);
    if (assessed.isBefore(course.lastContact())) {
      Response response =
          draw.weighted(weights(Response.CR, 6.0, Response.PR, 58.0, Response.SD, 36.0));
      put(RESPONSE_PRIMARY, response);
      put(RESPONSE_DISTANT, draw.chance(0.7) ? response : Response.SD);
      put(DATE_RESPONSE, PartialDate.of(assessed));
    }
  }

  private void operation(LocalDate day) {
    TCat t = record.answer(T_CAT).optional().orElseThrow();
    NCat n = record.answer(N_CAT).optional().orElseThrow();
    SurgeryType type =
        draw.weighted(
            weights(
                SurgeryType.MODIFIED_RADICAL, 62.0,
                SurgeryType.SIMPLE_MASTECTOMY, 17.0,
                SurgeryType.BCS, t == TCat.T4D ? 0.0 : 18.0,
                SurgeryType.RADICAL, 4.0,
                SurgeryType.SKIN_OR_NIPPLE_SPARING, 3.0,
                SurgeryType.MASTECTOMY_NOS, 2.0));
    boolean conserving = type == SurgeryType.BCS;
    put(SURGERY_TYPE, type);
    put(DATE_PRIMARY_SURGERY, PartialDate.of(day));
    put(SURGERY_LATERALITY, record.answer(LATERALITY).optional().orElseThrow());
    put(
        SURGERY_INTENT,
        draw.chance(0.85) ? SurgeryIntent.LOCAL_CONTROL : SurgeryIntent.PALLIATIVE_SYMPTOM);
    boolean dissection =
        type == SurgeryType.MODIFIED_RADICAL
            || type == SurgeryType.RADICAL
            || n != NCat.N0 && draw.chance(0.4);
    put(
        AXILLARY_PROCEDURE,
        dissection
            ? AxillaryProcedure.ALND
            : n == NCat.N0 || draw.chance(0.3) ? AxillaryProcedure.SLNB : AxillaryProcedure.NONE);
    AxillaryProcedure axilla = record.answer(AXILLARY_PROCEDURE).optional().orElseThrow();
    if (axilla != AxillaryProcedure.NONE) {
      int examined = axilla == AxillaryProcedure.ALND ? draw.between(12, 26) : draw.between(3, 6);
      int positive =
          switch (n) {
            case N0 -> 0;
            case N1 -> draw.between(1, 3);
            case N2, N2A -> draw.between(4, 9);
            default -> draw.between(10, 12);
          };
      put(NODES_EXAMINED, examined);
      put(NODES_POSITIVE, Math.min(positive, examined));
    }
    put(
        RECONSTRUCTION,
        type == SurgeryType.SKIN_OR_NIPPLE_SPARING ? Reconstruction.IMPLANT : Reconstruction.NONE);
    MarginStatus margin =
        draw.weighted(
            weights(
                MarginStatus.NEGATIVE, 86.0,
                MarginStatus.POSITIVE_MICRO, 6.0,
                MarginStatus.POSITIVE_MACRO, 2.0,
                MarginStatus.CLOSE, 6.0));
    put(MARGIN_STATUS, margin);
    if (margin == MarginStatus.NEGATIVE) {
      put(MARGIN_WIDTH_MM, Interval.of(draw.between(3, 15)));
    } else if (margin == MarginStatus.CLOSE) {
      put(MARGIN_WIDTH_MM, Interval.of(1));
    }
    put(RADIOTHERAPY, conserving || draw.chance(0.35));
    put(NO_RADIOTHERAPY_REASON_GIVEN, false);
  }

  private void noOperation(Course course) {
    put(SURGERY_TYPE, draw.chance(0.06) ? SurgeryType.BIOPSY_ONLY : SurgeryType.NONE);
    put(
        NO_SURGERY_REASON,
        course.death().filter(day -> day.isBefore(course.diagnosis().plusDays(200))).isPresent()
            ? NoSurgeryReason.DIED_BEFORE
            : draw.weighted(
                weights(
                    NoSurgeryReason.NOT_PLANNED, 70.0,
                    NoSurgeryReason.CONTRAINDICATED, 15.0,
                    NoSurgeryReason.REFUSED, 15.0)));
    absent(MARGIN_STATUS, Absence.NOT_APPLICABLE);
    put(RADIOTHERAPY, draw.chance(0.15));
    put(NO_RADIOTHERAPY_REASON_GIVEN, false);
  }

  private void local(Course course) {
    boolean operated = course.surgery().isPresent();
    LocalDate day =
        course.surgery().orElse(course.diagnosis().plusDays(60)).plusDays(draw.between(30, 60));
    if (!day.isBefore(course.lastContact())) {
      put(RADIOTHERAPY, false);
    }
    if (record.answer(RADIOTHERAPY).optional().orElseThrow()) {
      put(DATE_RT_START, PartialDate.of(day));
      boolean conserving = record.answer(SURGERY_TYPE).optional().orElseThrow() == SurgeryType.BCS;
      put(
          RT_TARGETS,
          operated
              ? conserving
                  ? Set.of(RtTarget.BREAST)
                  : Set.of(RtTarget.CHEST_WALL, RtTarget.REGIONAL_NODES)
              : Set.of(RtTarget.METASTASIS));
    }
    boolean stageFour = record.answer(M_CAT).optional().orElseThrow() == MCat.M1;
    LocalDate treated = course.diagnosis().plusDays(draw.between(60, 240));
    if (stageFour && draw.chance(0.15) && treated.isBefore(course.lastContact())) {
      MetLocalTherapy therapy =
          draw.one(List.of(MetLocalTherapy.RESECTION, MetLocalTherapy.SBRT, MetLocalTherapy.RFA));
      put(MET_LOCAL_TX, Set.of(therapy));
      put(DATE_MET_LOCAL_TX, PartialDate.of(treated));
      put(ALL_KNOWN_LESIONS_TREATED, false);
      if (therapy == MetLocalTherapy.RESECTION) {
        put(MET_R_STATUS, draw.one(List.of(ResidualStatus.R0, ResidualStatus.R1)));
      }
    }
  }

  private void followUp(Course course) {
    put(DATE_LAST_CONTACT, PartialDate.of(course.lastContact()));
    put(VITAL_STATUS, course.death().isPresent() ? VitalStatus.DEAD : VitalStatus.ALIVE);
    put(LOST_TO_FOLLOWUP, course.lost());
    put(PROGRESSION, course.progression().isPresent());
    course
        .progression()
        .ifPresent(
            day -> {
              put(DATE_PROGRESSION, PartialDate.of(day));
              put(
                  PROGRESSION_TYPE,
                  draw.one(List.of(ProgressionType.DISTANT_NEW, ProgressionType.LOCOREGIONAL)));
            });
    put(
        CANCER_STATUS,
        course.progression().isPresent() ? CancerStatus.PROGRESSED : CancerStatus.WITH_DISEASE);
    LocalDate assessed = course.progression().orElse(course.lastContact().minusDays(1));
    put(DATE_LAST_DISEASE_ASSESSMENT, PartialDate.of(assessed));
    course
        .death()
        .ifPresent(
            day -> {
              put(DATE_DEATH, PartialDate.of(day));
              put(
                  DEATH_CAUSE,
                  draw.weighted(
                      weights(
                          DeathCause.BREAST_CANCER, 92.0,
                          DeathCause.NON_CANCER, 6.0,
                          DeathCause.TREATMENT, 2.0)));
            });
  }

  private <T> void put(Field<T> field, T value) {
    record.put(field, value);
  }

  private <T> void absent(Field<T> field, Absence why) {
    record.put(field, Answer.<T>absent(why));
  }

  /** Values and weights in turn. */
  @SuppressWarnings("unchecked") // the callers alternate a value and its weight
  private static <T> Map<T, Double> weights(T first, double weight, Object... more) {
    Map<T, Double> weights = new LinkedHashMap<>();
    weights.put(first, weight);
    for (int i = 0; i < more.length; i += 2) {
      weights.put((T) more[i], (Double) more[i + 1]);
    }
    return weights;
  }
}
