package org.denovo.sample;

import static org.denovo.record.Fields.*;
import static org.denovo.sample.Facts.weights;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.denovo.record.Field;
import org.denovo.record.Interval;
import org.denovo.record.PartialDate;
import org.denovo.vocabulary.Evidence;
import org.denovo.vocabulary.Grade;
import org.denovo.vocabulary.Her2Ihc;
import org.denovo.vocabulary.Her2Ish;
import org.denovo.vocabulary.Her2Status;
import org.denovo.vocabulary.HistologyGroup;
import org.denovo.vocabulary.MCat;
import org.denovo.vocabulary.MetCertainty;
import org.denovo.vocabulary.MetSite;
import org.denovo.vocabulary.MetTiming;
import org.denovo.vocabulary.MolecularSubtype;
import org.denovo.vocabulary.NCat;
import org.denovo.vocabulary.ReceptorStatus;
import org.denovo.vocabulary.SpecimenContext;
import org.denovo.vocabulary.SpecimenSite;
import org.denovo.vocabulary.StageContext;
import org.denovo.vocabulary.StageGroup;
import org.denovo.vocabulary.StagingEdition;
import org.denovo.vocabulary.TCat;

/** Draws receptors that agree with a subtype, a tumour and its stage, and metastases. */
final class Disease {

  private final Draw draw;
  private final Facts facts;

  Disease(Draw draw, Facts facts) {
    this.draw = draw;
    this.facts = facts;
  }

  void receptors(MolecularSubtype subtype, LocalDate diagnosis) {
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
    facts.put(ER_PCT, Interval.of(er));
    facts.put(PR_PCT, Interval.of(pr));
    facts.put(ER_STATUS, er >= 1 ? ReceptorStatus.POS : ReceptorStatus.NEG);
    facts.put(PR_STATUS, pr >= 1 ? ReceptorStatus.POS : ReceptorStatus.NEG);
    facts.put(KI67_PCT, Interval.of(ki67));
    Her2Ihc score =
        her2Positive
            ? draw.weighted(weights(Her2Ihc.SCORE_3, 75.0, Her2Ihc.SCORE_2, 25.0))
            : draw.weighted(
                weights(Her2Ihc.SCORE_0, 35.0, Her2Ihc.SCORE_1, 37.0, Her2Ihc.SCORE_2, 28.0));
    facts.put(HER2_IHC, score);
    facts.put(HER2_STATUS_RECORDED, her2Positive ? Her2Status.POS : Her2Status.NEG);
    if (score == Her2Ihc.SCORE_2) {
      facts.put(HER2_ISH, her2Positive ? Her2Ish.AMPLIFIED : Her2Ish.NOT_AMPLIFIED);
      facts.put(HER2_RATIO, (her2Positive ? draw.between(24, 70) : draw.between(10, 17)) / 10.0);
      facts.put(HER2_COPIES, (her2Positive ? draw.between(65, 150) : draw.between(20, 38)) / 10.0);
    }
    facts.put(MOLECULAR_SUBTYPE_RECORDED, subtype);
    facts.put(SPECIMEN_SITE, SpecimenSite.PRIMARY);
    facts.put(SPECIMEN_CONTEXT, SpecimenContext.PRE_TREATMENT);
    facts.put(ASSAY_DATE, PartialDate.of(diagnosis.plusDays(draw.between(0, 3))));
    if (draw.chance(0.2)) {
      facts.put(MET_ER_STATUS, facts.answer(ER_STATUS).optional().orElseThrow());
      facts.put(MET_PR_STATUS, facts.answer(PR_STATUS).optional().orElseThrow());
      facts.put(MET_HER2_STATUS, facts.answer(HER2_STATUS_RECORDED).optional().orElseThrow());
    }
  }

  private int rounded(int least, int most) {
    return draw.between(least / 5, most / 5) * 5;
  }

  void tumour(boolean stageThree) {
    facts.put(
        HISTOLOGY_GROUP,
        draw.weighted(
            weights(
                HistologyGroup.INVASIVE_DUCTAL_NST, 88.0,
                HistologyGroup.INVASIVE_LOBULAR, 5.1,
                HistologyGroup.OTHER_INVASIVE, 4.0,
                HistologyGroup.IN_SITU, 2.9)));
    facts.put(
        GRADE_NOTTINGHAM, draw.weighted(weights(Grade.G1, 6.0, Grade.G2, 52.0, Grade.G3, 42.0)));
    facts.put(LVI, draw.chance(0.4));
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
    facts.put(T_CAT, t);
    facts.put(N_CAT, n);
    facts.put(TUMOR_SIZE_MM, Interval.of(size));
    facts.put(STAGE_CONTEXT, StageContext.CLINICAL);
    facts.put(STAGING_EDITION, dxYear() < 2018 ? StagingEdition.AJCC7 : StagingEdition.AJCC8);
    facts.put(STAGE_GROUP, stageThree ? stageThreeGroup(t, n) : StageGroup.IV);
    facts.put(INTACT_PRIMARY_AT_DX, true);
    facts.put(PRIMARY_RESECTABLE, t != TCat.T4C && t != TCat.T4D);
    facts.put(CONTRALATERAL_INVASIVE_SYNC, false);
    facts.put(EOD_TUMOUR_CELLS_ONLY, false);
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
    return facts.answer(DATE_DX).optional().orElseThrow().year();
  }

  void metastases(MolecularSubtype subtype, LocalDate diagnosis) {
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
    facts.put(M_CAT, MCat.M1);
    facts.put(MET_SITES, Set.copyOf(sites));
    siteFlags(sites);
    int lesions = oligo ? draw.between(organs, 5) : draw.between(6, 16);
    facts.put(LESION_COUNT, Interval.of(lesions));
    if (sites.contains(MetSite.LIVER)) {
      facts.put(LIVER_LESION_COUNT, Interval.of(Math.max(1, lesions - organs + 1)));
    }
    facts.put(OLIGO_RECORDED, oligo);
    facts.put(LARGEST_LESION_MM, Interval.of(draw.between(8, 48)));
    facts.put(ALL_LESIONS_LOCALLY_TREATABLE, oligo && draw.chance(0.6));
    facts.put(DATE_MET_DX, PartialDate.of(diagnosis.plusDays(draw.between(0, 28))));
    facts.put(MET_TIMING, MetTiming.SYNCHRONOUS);
    facts.put(MET_CERTAINTY, MetCertainty.CONFIRMED);
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
    facts.put(MET_EVIDENCE, Set.copyOf(evidence));
    facts.put(MET_BIOPSY_CONFIRMED, biopsy);
    EnumSet<Evidence> imaging = EnumSet.copyOf(evidence);
    imaging.remove(Evidence.BIOPSY);
    facts.put(BASELINE_IMAGING, Set.copyOf(imaging));
  }

  void siteFlags(Set<MetSite> sites) {
    for (MetSite site : MetSite.values()) {
      facts.put(flag(site), sites.contains(site));
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

  static boolean isLuminal(MolecularSubtype subtype) {
    return subtype == MolecularSubtype.LUMINAL_A || subtype == MolecularSubtype.LUMINAL_B;
  }

  double hazard(MolecularSubtype subtype) {
    double hazard =
        switch (subtype) {
          case LUMINAL_A -> 0.65;
          case LUMINAL_B -> 0.9;
          case HER2_OVEREXPRESSING -> 1.0;
          case TRIPLE_NEGATIVE -> 2.1;
        };
    Set<MetSite> sites = facts.answer(MET_SITES).optional().orElse(Set.of());
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
}
