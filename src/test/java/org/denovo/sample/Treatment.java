package org.denovo.sample;

import static org.denovo.record.Fields.*;
import static org.denovo.sample.Facts.weights;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.denovo.record.Absence;
import org.denovo.record.Interval;
import org.denovo.record.PartialDate;
import org.denovo.vocabulary.AxillaryProcedure;
import org.denovo.vocabulary.CancerStatus;
import org.denovo.vocabulary.DeathCause;
import org.denovo.vocabulary.DrugClass;
import org.denovo.vocabulary.Her2Status;
import org.denovo.vocabulary.LineEndReason;
import org.denovo.vocabulary.MCat;
import org.denovo.vocabulary.MarginStatus;
import org.denovo.vocabulary.MetLocalTherapy;
import org.denovo.vocabulary.MolecularSubtype;
import org.denovo.vocabulary.NCat;
import org.denovo.vocabulary.NoSurgeryReason;
import org.denovo.vocabulary.ProgressionType;
import org.denovo.vocabulary.Reconstruction;
import org.denovo.vocabulary.ResidualStatus;
import org.denovo.vocabulary.Response;
import org.denovo.vocabulary.RtTarget;
import org.denovo.vocabulary.SurgeryIntent;
import org.denovo.vocabulary.SurgeryType;
import org.denovo.vocabulary.TCat;
import org.denovo.vocabulary.VitalStatus;

/** Draws treatment and follow-up that fit a course. */
final class Treatment {

  private final Draw draw;
  private final Facts facts;

  Treatment(Draw draw, Facts facts) {
    this.draw = draw;
    this.facts = facts;
  }

  void systemic(MolecularSubtype subtype, LocalDate start, Course course) {
    boolean luminal = Disease.isLuminal(subtype);
    boolean her2 = facts.answer(HER2_STATUS_RECORDED).optional().orElseThrow() == Her2Status.POS;
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
    facts.put(SYSTEMIC_THERAPY, true);
    facts.put(CHEMOTHERAPY, chemo);
    facts.put(ENDOCRINE_THERAPY, endocrine);
    facts.put(ANTI_HER2_THERAPY, antiHer2);
    facts.put(LINE1_DRUGS, Set.copyOf(drugs));
    facts.put(DATE_LINE1_START, PartialDate.of(start));
    // Staging comes first: what is found after treatment began is another definition of de novo.
    facts
        .answer(DATE_MET_DX)
        .optional()
        .filter(found -> found.first().isAfter(start))
        .ifPresent(found -> facts.put(DATE_MET_DX, PartialDate.of(start)));
    facts.put(N_CYCLES, draw.between(4, 8));
    LocalDate end = start.plusDays(draw.between(110, 200));
    if (course.progression().filter(p -> p.isBefore(course.lastContact())).isPresent()
        && course.progression().get().isBefore(end)) {
      end = course.progression().get();
      facts.put(LINE1_END_REASON, LineEndReason.PROGRESSION);
    } else {
      facts.put(LINE1_END_REASON, LineEndReason.COMPLETED);
    }
    if (end.isBefore(course.lastContact())) {
      facts.put(DATE_LINE1_END, PartialDate.of(end));
    } else {
      facts.absent(LINE1_END_REASON, Absence.BLANK);
    }
    LocalDate assessed = start.plusDays(50);
    if (assessed.isBefore(course.lastContact())) {
      Response response =
          draw.weighted(weights(Response.CR, 6.0, Response.PR, 58.0, Response.SD, 36.0));
      facts.put(RESPONSE_PRIMARY, response);
      facts.put(RESPONSE_DISTANT, draw.chance(0.7) ? response : Response.SD);
      facts.put(DATE_RESPONSE, PartialDate.of(assessed));
    }
  }

  void operation(LocalDate day) {
    TCat t = facts.answer(T_CAT).optional().orElseThrow();
    NCat n = facts.answer(N_CAT).optional().orElseThrow();
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
    facts.put(SURGERY_TYPE, type);
    facts.put(DATE_PRIMARY_SURGERY, PartialDate.of(day));
    facts.put(SURGERY_LATERALITY, facts.answer(LATERALITY).optional().orElseThrow());
    facts.put(
        SURGERY_INTENT,
        draw.chance(0.85) ? SurgeryIntent.LOCAL_CONTROL : SurgeryIntent.PALLIATIVE_SYMPTOM);
    boolean dissection =
        type == SurgeryType.MODIFIED_RADICAL
            || type == SurgeryType.RADICAL
            || n != NCat.N0 && draw.chance(0.4);
    facts.put(
        AXILLARY_PROCEDURE,
        dissection
            ? AxillaryProcedure.ALND
            : n == NCat.N0 || draw.chance(0.3) ? AxillaryProcedure.SLNB : AxillaryProcedure.NONE);
    AxillaryProcedure axilla = facts.answer(AXILLARY_PROCEDURE).optional().orElseThrow();
    if (axilla != AxillaryProcedure.NONE) {
      int examined = axilla == AxillaryProcedure.ALND ? draw.between(12, 26) : draw.between(3, 6);
      int positive =
          switch (n) {
            case N0 -> 0;
            case N1 -> draw.between(1, 3);
            case N2, N2A -> draw.between(4, 9);
            default -> draw.between(10, 12);
          };
      facts.put(NODES_EXAMINED, examined);
      facts.put(NODES_POSITIVE, Math.min(positive, examined));
    }
    facts.put(
        RECONSTRUCTION,
        type == SurgeryType.SKIN_OR_NIPPLE_SPARING ? Reconstruction.IMPLANT : Reconstruction.NONE);
    MarginStatus margin =
        draw.weighted(
            weights(
                MarginStatus.NEGATIVE, 86.0,
                MarginStatus.POSITIVE_MICRO, 6.0,
                MarginStatus.POSITIVE_MACRO, 2.0,
                MarginStatus.CLOSE, 6.0));
    facts.put(MARGIN_STATUS, margin);
    if (margin == MarginStatus.NEGATIVE) {
      facts.put(MARGIN_WIDTH_MM, Interval.of(draw.between(3, 15)));
    } else if (margin == MarginStatus.CLOSE) {
      facts.put(MARGIN_WIDTH_MM, Interval.of(1));
    }
    facts.put(RADIOTHERAPY, conserving || draw.chance(0.35));
    facts.put(NO_RADIOTHERAPY_REASON_GIVEN, false);
  }

  void noOperation(Course course) {
    facts.put(SURGERY_TYPE, draw.chance(0.06) ? SurgeryType.BIOPSY_ONLY : SurgeryType.NONE);
    facts.put(
        NO_SURGERY_REASON,
        course.death().filter(day -> day.isBefore(course.diagnosis().plusDays(200))).isPresent()
            ? NoSurgeryReason.DIED_BEFORE
            : draw.weighted(
                weights(
                    NoSurgeryReason.NOT_PLANNED, 70.0,
                    NoSurgeryReason.CONTRAINDICATED, 15.0,
                    NoSurgeryReason.REFUSED, 15.0)));
    facts.absent(MARGIN_STATUS, Absence.NOT_APPLICABLE);
    facts.put(RADIOTHERAPY, draw.chance(0.15));
    facts.put(NO_RADIOTHERAPY_REASON_GIVEN, false);
  }

  void local(Course course) {
    boolean operated = course.surgery().isPresent();
    LocalDate day =
        course.surgery().orElse(course.diagnosis().plusDays(60)).plusDays(draw.between(30, 60));
    if (!day.isBefore(course.lastContact())) {
      facts.put(RADIOTHERAPY, false);
    }
    if (facts.answer(RADIOTHERAPY).optional().orElseThrow()) {
      facts.put(DATE_RT_START, PartialDate.of(day));
      boolean conserving = facts.answer(SURGERY_TYPE).optional().orElseThrow() == SurgeryType.BCS;
      facts.put(
          RT_TARGETS,
          operated
              ? conserving
                  ? Set.of(RtTarget.BREAST)
                  : Set.of(RtTarget.CHEST_WALL, RtTarget.REGIONAL_NODES)
              : Set.of(RtTarget.METASTASIS));
    }
    boolean stageFour = facts.answer(M_CAT).optional().orElseThrow() == MCat.M1;
    LocalDate treated = course.diagnosis().plusDays(draw.between(60, 240));
    if (stageFour && draw.chance(0.15) && treated.isBefore(course.lastContact())) {
      MetLocalTherapy therapy =
          draw.one(List.of(MetLocalTherapy.RESECTION, MetLocalTherapy.SBRT, MetLocalTherapy.RFA));
      facts.put(MET_LOCAL_TX, Set.of(therapy));
      facts.put(DATE_MET_LOCAL_TX, PartialDate.of(treated));
      facts.put(ALL_KNOWN_LESIONS_TREATED, false);
      if (therapy == MetLocalTherapy.RESECTION) {
        facts.put(MET_R_STATUS, draw.one(List.of(ResidualStatus.R0, ResidualStatus.R1)));
      }
    }
  }

  void followUp(Course course) {
    facts.put(DATE_LAST_CONTACT, PartialDate.of(course.lastContact()));
    facts.put(VITAL_STATUS, course.death().isPresent() ? VitalStatus.DEAD : VitalStatus.ALIVE);
    facts.put(LOST_TO_FOLLOWUP, course.lost());
    facts.put(PROGRESSION, course.progression().isPresent());
    course
        .progression()
        .ifPresent(
            day -> {
              facts.put(DATE_PROGRESSION, PartialDate.of(day));
              facts.put(
                  PROGRESSION_TYPE,
                  draw.one(List.of(ProgressionType.DISTANT_NEW, ProgressionType.LOCOREGIONAL)));
            });
    facts.put(
        CANCER_STATUS,
        course.progression().isPresent() ? CancerStatus.PROGRESSED : CancerStatus.WITH_DISEASE);
    LocalDate assessed = course.progression().orElse(course.lastContact().minusDays(1));
    facts.put(DATE_LAST_DISEASE_ASSESSMENT, PartialDate.of(assessed));
    course
        .death()
        .ifPresent(
            day -> {
              facts.put(DATE_DEATH, PartialDate.of(day));
              facts.put(
                  DEATH_CAUSE,
                  draw.weighted(
                      weights(
                          DeathCause.BREAST_CANCER, 92.0,
                          DeathCause.NON_CANCER, 6.0,
                          DeathCause.TREATMENT, 2.0)));
            });
  }
}
