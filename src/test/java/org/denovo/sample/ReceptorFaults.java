package org.denovo.sample;

import static org.denovo.record.Fields.*;
import static org.denovo.sample.Who.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.denovo.vocabulary.Her2Ihc;
import org.denovo.vocabulary.Her2Status;
import org.denovo.vocabulary.MCat;
import org.denovo.vocabulary.MolecularSubtype;
import org.denovo.vocabulary.ReceptorStatus;

/** Seeded faults of receptors, Ki-67 and subtype. */
final class ReceptorFaults {

  private final List<Fault> faults = new ArrayList<>();

  private ReceptorFaults() {}

  static List<Fault> all() {
    ReceptorFaults all = new ReceptorFaults();
    all.receptors();
    return all.faults;
  }

  private void receptors() {
    Predicate<Patient> negative = p -> p.is(ER_STATUS, ReceptorStatus.NEG) && p.is(M_CAT, MCat.M1);
    Predicate<Patient> positive = p -> p.is(ER_STATUS, ReceptorStatus.POS) && p.is(M_CAT, MCat.M1);
    Predicate<Patient> her2Negative =
        p -> p.is(HER2_STATUS_RECORDED, Her2Status.NEG) && p.is(M_CAT, MCat.M1);
    Predicate<Patient> equivocal = p -> p.is(HER2_IHC, Her2Ihc.SCORE_2);
    add(
        Fault.of(
                "c07_westharbour",
                "REC-01",
                "er_negative_with_percent",
                negative,
                ER_PCT,
                Cell.number(40),
                "ER negative with 40 %")
            .also("CON-23;REC-22;REC-17")
            .clouding(ER_STATUS));
    add(
        Fault.of(
                "c12_stonegate",
                "REC-02",
                "er_positive_with_zero",
                positive,
                ER_PCT,
                Cell.number(0),
                "ER positive with 0 %")
            .also("CON-23;REC-22;REC-17")
            .clouding(ER_STATUS));
    add(
        Fault.of(
                "c12_stonegate",
                "REC-05",
                "pr_against_percent",
                p -> p.is(PR_STATUS, ReceptorStatus.NEG),
                PR_PCT,
                Cell.number(50),
                "PR negative with 50 %")
            .also("CON-23;REC-22;REC-06;REC-19")
            .clouding(PR_STATUS));
    add(
        Fault.of(
                "c07_westharbour",
                "REC-09",
                "her2_score_against_status",
                p -> p.is(HER2_IHC, Her2Ihc.SCORE_3),
                HER2_STATUS_RECORDED,
                Cell.number(2),
                "HER2 3+ beside negative")
            .also("CON-23;REC-16;REC-22"));
    add(
        Fault.of(
                "c01_northlake",
                "REC-10",
                "her2_2_without_ish",
                equivocal,
                HER2_IHC,
                text("2+"),
                "2+ and no FISH")
            .also("CON-23;REC-22"));
    add(
        Fault.of(
            "c10_twinpeaks",
            "REC-10",
            "her2_2_without_ish",
            equivocal,
            HER2_ISH,
            text("未做"),
            "2+ and FISH not done"));
    add(
        Fault.of(
                "c04_redcliff",
                "REC-10",
                "her2_2_without_ish",
                equivocal,
                HER2_IHC,
                text("HER-2（++）"),
                "2+ and no FISH")
            .also("CON-23;REC-22"));
    add(
        Fault.of(
                "c09_goldfield",
                "REC-14",
                "her2_single_plus",
                p -> p.is(HER2_IHC, Her2Ihc.SCORE_1),
                HER2_IHC,
                text("HER2（+）"),
                "One plus: 1+ or positive?")
            .also("CON-23"));
    add(
        Fault.of(
                "c05_silverford",
                "CON-14",
                "no_such_her2_score",
                p -> p.is(HER2_IHC, Her2Ihc.SCORE_3),
                HER2_IHC,
                text("4+"),
                "HER2 4+ does not exist")
            .also("CON-23"));
    add(
        Fault.of(
            "c30_tallcedar",
            "CON-14",
            "no_such_her2_score",
            p -> p.is(HER2_IHC, Her2Ihc.SCORE_3),
            HER2_IHC,
            text("HER-2（4+）"),
            "HER2 4+ does not exist"));
    add(
        Fault.of(
                "c01_northlake",
                "REC-16",
                "anti_her2_without_her2",
                her2Negative.and(p -> !p.is(HER2_IHC, Her2Ihc.SCORE_2)),
                LINE1_DRUGS,
                text("多西他赛+曲妥珠单抗"),
                "Trastuzumab in a HER2-negative patient")
            .also("REC-17"));
    add(
        Fault.of(
                "c11_bluewell",
                "REC-17",
                "endocrine_without_receptor",
                negative.and(p -> p.is(PR_STATUS, ReceptorStatus.NEG)),
                LINE1_DRUGS,
                text("来曲唑"),
                "Letrozole, ER and PR negative")
            .also("REC-16"));
    add(
        Fault.of(
                "c28_southgate",
                "REC-22",
                "subtype_against_receptors",
                positive,
                MOLECULAR_SUBTYPE_RECORDED,
                text("三阴性"),
                "Triple-negative, ER positive")
            .also("CON-23"));
    add(
        Fault.of(
                "c33_greenfield",
                "REC-22",
                "subtype_against_receptors",
                positive.and(her2Negative.negate()),
                MOLECULAR_SUBTYPE_RECORDED,
                text("Luminal A"),
                "Luminal A, HER2 positive")
            .also("CON-23;REC-19"));
    add(
        Fault.of(
                "c09_goldfield",
                "CON-23",
                "subtype_not_derived",
                p ->
                    p.is(MOLECULAR_SUBTYPE_RECORDED, MolecularSubtype.LUMINAL_B)
                        && p.is(HER2_STATUS_RECORDED, Her2Status.NEG),
                MOLECULAR_SUBTYPE_RECORDED,
                text("Luminal A"),
                "Luminal A recorded, B derived")
            .also("REC-19"));
    add(
        Fault.of(
                "c03_eastgate",
                "CON-07",
                "percent_above_100",
                positive,
                ER_PCT,
                Cell.number(120),
                "120 %")
            .also("REC-22;CON-23"));
    add(
        Fault.of(
                "c27_willowlake",
                "CON-07",
                "percent_above_100",
                ANYONE,
                PR_PCT,
                Cell.number(101),
                "101 %")
            .also("CON-23"));
    add(
        Fault.of(
                "c03_eastgate",
                "CON-08",
                "fraction_for_percent",
                ANYONE,
                KI67_PCT,
                Cell.number(0.3),
                "0.3 in a percent column")
            .also("CON-23;REC-19"));
    add(
        Fault.of(
                "c18_highmeadow",
                "CON-08",
                "fraction_for_percent",
                positive,
                ER_PCT,
                Cell.number(0.9),
                "0.9 in a percent column")
            .also("CON-23;REC-01;REC-02"));
    add(
        Fault.of(
                "c05_silverford",
                "CON-29",
                "turned_into_date",
                ANYONE,
                KI67_PCT,
                Cell.date(LocalDate.of(2022, 1, 10)),
                "10-20 became a day")
            .also("FIL-09;FIL-10"));
    add(
        Fault.of(
                "c19_amberhill",
                "CON-29",
                "turned_into_date",
                ANYONE,
                LESION_COUNT,
                Cell.date(LocalDate.of(2022, 3, 4)),
                "3-4 became 4 March")
            .also("FIL-09;FIL-10"));
    add(
        Fault.of(
                "c10_twinpeaks",
                "CON-30",
                "formula_error",
                ANYONE,
                KI67_PCT,
                Cell.error(),
                "#REF! in the cell")
            .also("FIL-07"));
    add(
        Fault.of(
                "c02_riverbend",
                "CON-16",
                "ki67_digits",
                ANYONE,
                KI67_PCT,
                text("2030%"),
                "A lost dash: 20-30 %")
            .also("CON-07"));
  }

  private void add(Fault fault) {
    faults.add(fault);
  }
}
