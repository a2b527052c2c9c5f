package org.denovo.derive;

import static org.denovo.record.Fields.*;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.denovo.record.Field;
import org.denovo.record.Interval;
import org.denovo.record.PatientRecord;
import org.denovo.vocabulary.Her2Expression;
import org.denovo.vocabulary.Her2Ihc;
import org.denovo.vocabulary.Her2Ish;
import org.denovo.vocabulary.Her2IshGroup;
import org.denovo.vocabulary.Her2Status;
import org.denovo.vocabulary.Ki67Group;
import org.denovo.vocabulary.MolecularSubtype;
import org.denovo.vocabulary.ReceptorStatus;

/** Hormone receptors (ASCO/CAP 2020), HER2 (ASCO/CAP 2018, affirmed 2023) and subtypes. */
public final class Receptors {

  /** The percentage from which pathologists call a receptor positive. */
  private static final int WORD = 1;

  private Receptors() {}

  /** True if the oestrogen receptor is positive: from 1 %; the percentage outweighs the word. */
  public static Truth er(PatientRecord patient) {
    return er(patient, WORD);
  }

  private static Truth er(PatientRecord patient, int cut) {
    return positive(patient, ER_STATUS, ER_PCT, cut);
  }

  /** True if the progesterone receptor is positive. */
  public static Truth pr(PatientRecord patient) {
    return positive(patient, PR_STATUS, PR_PCT, WORD);
  }

  /** True if either hormone receptor is positive. */
  public static Truth hormone(PatientRecord patient) {
    return hormone(patient, WORD);
  }

  /** True if either is, the oestrogen receptor from a percentage on. */
  static Truth hormone(PatientRecord patient, int erCut) {
    return er(patient, erCut).or(pr(patient));
  }

  /** A word without a percentage tells of one per cent only: positive may be less than a cut. */
  private static Truth positive(
      PatientRecord patient, Field<ReceptorStatus> status, Field<Interval> percent, int cut) {
    Truth counted = patient.value(percent).map(p -> Bounds.atLeast(p, cut)).orElse(Truth.UNKNOWN);
    Truth said = Truth.of(patient.value(status).map(s -> s == ReceptorStatus.POS));
    return counted.orElse(cut > WORD && said == Truth.YES ? Truth.UNKNOWN : said);
  }

  /** True if 1 to 10 % of the nuclei stain for the oestrogen receptor. */
  public static Truth erLow(PatientRecord patient) {
    Optional<Interval> percent = patient.value(ER_PCT);
    if (percent.isPresent()) {
      return Bounds.between(percent.get(), 1, 10);
    }
    return er(patient) == Truth.NO ? Truth.NO : Truth.UNKNOWN;
  }

  /** The HER2 status; a 2+ without ISH stays unresolved, whatever the centre calls it. */
  public static Optional<Her2Status> her2(PatientRecord patient) {
    Optional<Her2Ihc> ihc = patient.value(HER2_IHC);
    Truth amplified = amplified(patient);
    if (ihc.isEmpty()) {
      return switch (amplified) {
        case YES -> Optional.of(Her2Status.POS);
        case NO -> Optional.of(Her2Status.NEG);
        case UNKNOWN -> patient.value(HER2_STATUS_RECORDED);
      };
    }
    return Optional.of(
        switch (ihc.get()) {
          case SCORE_3 -> Her2Status.POS;
          case SCORE_0, SCORE_0_1, SCORE_1 ->
              amplified == Truth.YES ? Her2Status.POS : Her2Status.NEG;
          case SCORE_1_2, SCORE_2 ->
              switch (amplified) {
                case YES -> Her2Status.POS;
                case NO -> Her2Status.NEG;
                case UNKNOWN -> Her2Status.EQUIVOCAL_UNRESOLVED;
              };
        });
  }

  /** True if ISH shows amplification: as reported, else by the groups of ratio and copy number. */
  public static Truth amplified(PatientRecord patient) {
    Truth reported =
        patient
            .value(HER2_ISH)
            .map(
                ish ->
                    switch (ish) {
                      case AMPLIFIED -> Truth.YES;
                      case NOT_AMPLIFIED -> Truth.NO;
                      case EQUIVOCAL -> Truth.UNKNOWN;
                    })
            .orElse(Truth.UNKNOWN);
    return reported.orElse(byGroups(patient));
  }

  /**
   * What ratio and copies say (ASCO/CAP 2018): group 1 is positive, group 5 negative, 2 and 4
   * negative unless IHC is 3+, group 3 positive with IHC 2+ or 3+. Where a number is missing, only
   * what holds in every group that remains.
   */
  public static Truth byGroups(PatientRecord patient) {
    Optional<Double> ratio = patient.value(HER2_RATIO);
    Optional<Double> copies = patient.value(HER2_COPIES);
    if (ratio.isEmpty() && copies.isEmpty()) {
      return Truth.UNKNOWN;
    }
    Set<Truth> possible = EnumSet.noneOf(Truth.class);
    for (double r : ratio.map(x -> new double[] {x}).orElse(new double[] {1.5, 2.5})) {
      for (double c : copies.map(x -> new double[] {x}).orElse(new double[] {3, 5, 7})) {
        possible.add(group(r, c, patient.value(HER2_IHC)));
      }
    }
    return possible.size() == 1 ? possible.iterator().next() : Truth.UNKNOWN;
  }

  private static Truth group(double ratio, double copies, Optional<Her2Ihc> ihc) {
    return switch (ishGroup(ratio, copies)) {
      case GROUP_1 -> Truth.YES;
      case GROUP_2, GROUP_4 -> Truth.of(ihc.filter(score -> score == Her2Ihc.SCORE_3).isPresent());
      case GROUP_5 -> Truth.NO;
      case GROUP_3 ->
          ihc.map(
                  score ->
                      switch (score) {
                        case SCORE_2, SCORE_3 -> Truth.YES;
                        case SCORE_0, SCORE_0_1, SCORE_1 -> Truth.NO;
                        case SCORE_1_2 -> Truth.UNKNOWN;
                      })
              .orElse(Truth.UNKNOWN);
    };
  }

  /** The group of dual-probe ISH, where both numbers are known. */
  static Optional<Her2IshGroup> ishGroup(PatientRecord patient) {
    return patient
        .value(HER2_RATIO)
        .flatMap(ratio -> patient.value(HER2_COPIES).map(copies -> ishGroup(ratio, copies)));
  }

  private static Her2IshGroup ishGroup(double ratio, double copies) {
    if (ratio >= 2) {
      return copies >= 4 ? Her2IshGroup.GROUP_1 : Her2IshGroup.GROUP_2;
    }
    if (copies >= 6) {
      return Her2IshGroup.GROUP_3;
    }
    return copies >= 4 ? Her2IshGroup.GROUP_4 : Her2IshGroup.GROUP_5;
  }

  /**
   * Zero, low or positive. A negative tumour of which no IHC score is recorded may be zero or low,
   * and so may one of 0 to 1+.
   */
  static Optional<Her2Expression> expression(PatientRecord patient) {
    return switch (her2Positive(patient)) {
      case YES -> Optional.of(Her2Expression.POSITIVE);
      case NO ->
          switch (her2Low(patient)) {
            case YES -> Optional.of(Her2Expression.LOW);
            case NO -> Optional.of(Her2Expression.ZERO);
            case UNKNOWN -> Optional.empty();
          };
      case UNKNOWN -> Optional.empty();
    };
  }

  /** True if HER2 is low: IHC 1+, or 2+ without amplification (Chinese HER2 guideline 2024). */
  public static Truth her2Low(PatientRecord patient) {
    Truth amplified = amplified(patient);
    if (amplified == Truth.YES) {
      return Truth.NO;
    }
    return patient
        .value(HER2_IHC)
        .map(
            score ->
                switch (score) {
                  case SCORE_0, SCORE_3 -> Truth.NO;
                  case SCORE_0_1 -> Truth.UNKNOWN;
                  case SCORE_1 -> Truth.YES;
                  case SCORE_1_2, SCORE_2 -> amplified.not();
                })
        .orElse(Truth.UNKNOWN);
  }

  /** True if HER2 is positive; not known while a 2+ is unresolved. */
  public static Truth her2Positive(PatientRecord patient) {
    return her2(patient)
        .map(
            status ->
                switch (status) {
                  case POS -> Truth.YES;
                  case NEG -> Truth.NO;
                  case EQUIVOCAL_UNRESOLVED -> Truth.UNKNOWN;
                })
        .orElse(Truth.UNKNOWN);
  }

  /** The surrogate subtype under a rule; decided as soon as no missing part could change it. */
  static Optional<MolecularSubtype> subtype(PatientRecord patient, String rule, int erCut) {
    Truth her2 = her2Positive(patient);
    return switch (hormone(patient, erCut)) {
      case YES ->
          switch (her2.not().and(slow(patient, rule))) {
            case YES -> Optional.of(MolecularSubtype.LUMINAL_A);
            case NO -> Optional.of(MolecularSubtype.LUMINAL_B);
            case UNKNOWN -> Optional.empty();
          };
      case NO ->
          switch (her2) {
            case YES -> Optional.of(MolecularSubtype.HER2_OVEREXPRESSING);
            case NO -> Optional.of(MolecularSubtype.TRIPLE_NEGATIVE);
            case UNKNOWN -> Optional.empty();
          };
      case UNKNOWN -> Optional.empty();
    };
  }

  private static Truth slow(PatientRecord patient, String rule) {
    Truth below14 = ki67Below(patient, 14);
    Truth below20 = ki67Below(patient, 20);
    return switch (rule) {
      case "stgallen2011" -> below14;
      case "stgallen2013" -> below20.and(richInPr(patient));
      case "maisonneuve" -> below14.or(below20.and(richInPr(patient)));
      default -> throw new IllegalArgumentException(rule);
    };
  }

  private static Truth ki67Below(PatientRecord patient, double cut) {
    return patient.value(KI67_PCT).map(k -> Bounds.below(k, cut)).orElse(Truth.UNKNOWN);
  }

  private static Truth richInPr(PatientRecord patient) {
    Truth counted = patient.value(PR_PCT).map(p -> Bounds.atLeast(p, 20)).orElse(Truth.UNKNOWN);
    return counted.orElse(pr(patient) == Truth.NO ? Truth.NO : Truth.UNKNOWN);
  }

  static Optional<Ki67Group> ki67Group(PatientRecord patient) {
    Truth below14 = ki67Below(patient, 14);
    Truth below20 = ki67Below(patient, 20);
    if (below14 == Truth.YES) {
      return Optional.of(Ki67Group.LT_14);
    }
    if (below20 == Truth.NO) {
      return Optional.of(Ki67Group.GE_20);
    }
    return below14 == Truth.NO && below20 == Truth.YES
        ? Optional.of(Ki67Group.FROM_14_TO_19)
        : Optional.empty();
  }

  /** True if a receptor of the metastasis differs from that of the primary. */
  static Truth discordant(PatientRecord patient) {
    return Truth.any(
        differs(er(patient), positive(patient.value(MET_ER_STATUS))),
        differs(pr(patient), positive(patient.value(MET_PR_STATUS))),
        differs(her2Positive(patient), her2Positive(patient.value(MET_HER2_STATUS))));
  }

  private static Truth differs(Truth primary, Truth metastasis) {
    return primary == Truth.UNKNOWN || metastasis == Truth.UNKNOWN
        ? Truth.UNKNOWN
        : Truth.of(primary != metastasis);
  }

  private static Truth positive(Optional<ReceptorStatus> status) {
    return Truth.of(status.map(s -> s == ReceptorStatus.POS));
  }

  private static Truth her2Positive(Optional<Her2Status> status) {
    return Truth.of(
        status.filter(s -> s != Her2Status.EQUIVOCAL_UNRESOLVED).map(s -> s == Her2Status.POS));
  }

  /** True if ISH was done and came to a result. */
  public static boolean ishResolved(PatientRecord patient) {
    return patient.value(HER2_ISH).filter(ish -> ish != Her2Ish.EQUIVOCAL).isPresent()
        || byGroups(patient) != Truth.UNKNOWN;
  }
}
