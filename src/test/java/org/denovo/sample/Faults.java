package org.denovo.sample;

import static org.denovo.record.Fields.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.denovo.record.Field;
import org.denovo.record.PartialDate;
import org.denovo.vocabulary.AxillaryProcedure;
import org.denovo.vocabulary.Her2Ihc;
import org.denovo.vocabulary.Her2Status;
import org.denovo.vocabulary.MCat;
import org.denovo.vocabulary.MarginStatus;
import org.denovo.vocabulary.MolecularSubtype;
import org.denovo.vocabulary.ReceptorStatus;
import org.denovo.vocabulary.Sex;
import org.denovo.vocabulary.StageGroup;
import org.denovo.vocabulary.SurgeryType;
import org.denovo.vocabulary.TCat;

/** The seeded faults, by what they are about. Each befalls one patient in one cell. */
final class Faults {

  private static final Predicate<Patient> ANYONE =
      p -> p.is(M_CAT, MCat.M1) && p.is(SEX, Sex.FEMALE);
  private static final Predicate<Patient> OPERATED =
      ANYONE.and(p -> p.course().surgery().isPresent());
  private static final Predicate<Patient> UNOPERATED =
      ANYONE.and(p -> p.is(SURGERY_TYPE, SurgeryType.NONE));
  private static final Predicate<Patient> DEAD = ANYONE.and(p -> p.course().death().isPresent());
  private static final Predicate<Patient> ALIVE = ANYONE.and(p -> p.course().death().isEmpty());
  private static final Predicate<Patient> PROGRESSED =
      ANYONE.and(p -> p.course().progression().isPresent());

  private final List<Fault> faults = new ArrayList<>();

  private Faults() {}

  static List<Fault> all() {
    Faults faults = new Faults();
    faults.stage();
    faults.receptors();
    faults.values();
    faults.dates();
    faults.surgery();
    faults.metastases();
    faults.followUp();
    faults.persons();
    return List.copyOf(faults.faults);
  }

  private void stage() {
    add(
        Fault.of(
                "c01_northlake",
                "STG-01",
                "stage_iv_but_m0",
                ANYONE,
                M_CAT,
                text("M0"),
                "M0 beside stage IV")
            .also("STG-03;CON-22")
            .clouding(STAGE_GROUP));
    add(
        Fault.of(
                "c27_willowlake",
                "STG-01",
                "stage_iv_but_m0",
                ANYONE,
                M_CAT,
                text("M0"),
                "M0 beside stage IV")
            .also("STG-03;CON-22"));
    add(
        Fault.of(
                "c04_redcliff",
                "STG-02",
                "m1_but_lower_stage",
                ANYONE,
                STAGE_GROUP,
                text("IIIB期"),
                "Stage IIIB beside M1")
            .also("CON-22"));
    add(
        Fault.of(
                "c17_quietbay",
                "STG-02",
                "m1_but_lower_stage",
                ANYONE,
                STAGE_GROUP,
                text("IIIC期"),
                "Stage IIIC beside M1")
            .also("CON-22"));
    add(
        Fault.of(
                "c11_bluewell",
                "STG-06",
                "tumour_cells_as_m1",
                ANYONE,
                M_CAT,
                text("cM0(i+)"),
                "Circulating tumour cells beside stage IV")
            .also("STG-01;STG-03;CON-22"));
    add(
        Fault.of("c33_greenfield", "STG-05", "mx", ANYONE, M_CAT, text("MX"), "MX is no category")
            .also("STG-03"));
    add(
        Fault.of(
            "c01_northlake",
            "STG-08",
            "t_against_size",
            t(TCat.T2),
            TUMOR_SIZE_MM,
            Cell.number(95),
            "T2 with 95 mm"));
    add(
        Fault.of(
            "c28_southgate",
            "STG-08",
            "t_against_size",
            t(TCat.T3),
            TUMOR_SIZE_MM,
            Cell.number(18),
            "T3 with 18 mm"));
    add(
        Fault.of(
            "c04_redcliff",
            "CON-11",
            "no_such_t",
            ANYONE,
            T_CAT,
            text("T2b"),
            "T2b is no breast category"));
    add(
        Fault.of(
            "c10_twinpeaks",
            "CON-11",
            "no_such_t",
            ANYONE,
            T_CAT,
            text("T3a"),
            "T3a is no breast category"));
    add(
        Fault.of(
            "c28_southgate",
            "CON-12",
            "no_such_n",
            ANYONE,
            N_CAT,
            text("N4"),
            "N4 does not exist"));
    add(
        Fault.of(
                "c21_cloudbridge",
                "CON-13",
                "no_such_m",
                ANYONE,
                M_CAT,
                text("M2"),
                "M2 does not exist")
            .also("STG-03"));
    add(
        Fault.of(
                "c15_longisland",
                "DNV-05",
                "recurrence_stage",
                ANYONE,
                T_CAT,
                text("rT2N1M1"),
                "TNM of a recurrence")
            .clouding(M_CAT, N_CAT, STAGE_CONTEXT, STAGE_GROUP));
    add(
        Fault.of(
            "c33_greenfield",
            "CON-22",
            "stage_against_tnm",
            stageThree(),
            STAGE_GROUP,
            text("IIA期"),
            "Stage IIA with N2 or N3"));
    add(
        Fault.of(
            "c28_southgate",
            "STG-12",
            "n_against_nodes",
            dissected(),
            NODES_POSITIVE,
            Cell.number(0),
            "N1 to N3 and no positive node of a dozen"));
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

  private void values() {
    add(
        Fault.of(
            "c13_lotuspond",
            "CON-01",
            "gibberish",
            ANYONE,
            HISTOLOGY_GROUP,
            text("厶厶见附页x"),
            "Nobody can know what this means"));
    add(
        Fault.of(
            "c24_sunvalley",
            "CON-01",
            "gibberish",
            OPERATED,
            MARGIN_STATUS,
            text("##见"),
            "Nobody can know what this means"));
    add(
        Fault.of(
            "c31_farshore",
            "CON-01",
            "gibberish",
            ANYONE,
            LATERALITY,
            text("上"),
            "No side of a body"));
    add(
        Fault.of(
                "c06_pinehill",
                "CON-06",
                "code_against_label",
                ANYONE,
                CHEMOTHERAPY,
                text("1.否"),
                "1 is yes, the label says no")
            .also("CON-01"));
    add(
        Fault.of(
            "c27_willowlake",
            "STG-15",
            "laterality_unknown",
            ANYONE,
            LATERALITY,
            text("不详"),
            "Side not known"));
    add(
        Fault.of(
                "c29_crosswater",
                "TRT-07",
                "unknown_drug",
                ANYONE,
                LINE1_DRUGS,
                text("XK-9901"),
                "A drug that no dictionary knows")
            .also("CON-01;REC-16"));
    add(
        Fault.of(
                "c17_quietbay",
                "CON-17",
                "more_positive_than_examined",
                dissected(),
                NODES_POSITIVE,
                Cell.number(30),
                "30 positive of fewer")
            .also("STG-12"));
    add(
        Fault.of(
                "c28_southgate",
                "CON-17",
                "more_positive_than_examined",
                dissected(),
                NODES_EXAMINED,
                Cell.number(1),
                "More positive than the one examined")
            .also("SUR-19"));
    add(
        Fault.of(
            "c03_eastgate",
            "CON-20",
            "age_against_dates",
            ANYONE,
            AGE_AT_DX,
            p -> Cell.number(p.value(AGE_AT_DX).orElseThrow() + 7),
            "Seven years too old"));
    add(
        Fault.of(
            "c12_stonegate",
            "CON-20",
            "age_against_dates",
            ANYONE,
            AGE_AT_DX,
            p -> Cell.number(p.value(AGE_AT_DX).orElseThrow() - 4),
            "Four years too young"));
  }

  private void dates() {
    add(
        Fault.of(
            "c08_oldbridge",
            "CON-03",
            "impossible_date",
            ANYONE,
            DATE_LINE1_START,
            text("2018-13-05"),
            "A thirteenth month"));
    add(
        Fault.of(
            "c14_clearspring",
            "CON-03",
            "impossible_date",
            ANYONE,
            DATE_LINE1_START,
            text("2018年2月30日"),
            "30 February"));
    add(
        Fault.of(
                "c04_redcliff",
                "CON-05",
                "placeholder_date",
                ANYONE,
                DATE_LINE1_START,
                text("1900年1月1日"),
                "A placeholder")
            .also("TRT-05"));
    add(
        Fault.of(
            "c29_crosswater",
            "CON-05",
            "placeholder_date",
            ANYONE,
            DATE_LINE1_START,
            text("1970-01-01"),
            "A placeholder"));
    add(
        Fault.of(
            "c18_highmeadow",
            "CON-04",
            "ambiguous_date",
            ANYONE,
            DATE_LINE1_START,
            text("05/03/18"),
            "5 March, 3 May or 2005"));
    add(
        Fault.of(
                "c22_fivecreeks",
                "CMP-02",
                "year_only",
                ANYONE,
                DATE_DX,
                text("2018年"),
                "Only the year of diagnosis")
            .also("SUR-05;VIT-08"));
    add(
        Fault.of(
                "c16_maplewood",
                "DNV-09",
                "outside_accrual",
                ANYONE,
                DATE_DX,
                text("20160504"),
                "Diagnosed before the study began")
            .also("CON-25"));
    add(
        Fault.of(
                "c05_silverford",
                "DAT-01",
                "born_after_diagnosis",
                ANYONE,
                BIRTH_DATE,
                Cell.date(LocalDate.of(2019, 5, 6)),
                "Born after the diagnosis")
            .also("CON-20"));
    add(
        Fault.of(
            "c20_whiteriver",
            "DAT-02",
            "future_date",
            ALIVE,
            DATE_LAST_CONTACT,
            Cell.date(LocalDate.of(2027, 1, 8)),
            "After the data cut"));
    add(
        Fault.of(
                "c26_ironbridge",
                "DAT-02",
                "future_date",
                ANYONE,
                DATE_LINE1_START,
                Cell.date(LocalDate.of(2024, 2, 1)),
                "After the data cut")
            .also("TRT-05;DAT-03"));
    add(
        Fault.of(
            "c07_westharbour",
            "TRT-01",
            "line_ends_before_start",
            p -> p.value(DATE_LINE1_END).isPresent(),
            DATE_LINE1_END,
            p -> text(day(p, DATE_LINE1_START).minusDays(40).toString()),
            "Ends before it begins"));
    add(
        Fault.of(
            "c11_bluewell",
            "TRT-05",
            "progression_out_of_order",
            PROGRESSED,
            DATE_PROGRESSION,
            p -> text(day(p, DATE_DX).minusDays(100).toString()),
            "Progressed before the diagnosis"));
    add(
        Fault.of(
                "c27_willowlake",
                "TRT-05",
                "progression_out_of_order",
                PROGRESSED.and(DEAD),
                DATE_PROGRESSION,
                p -> text(day(p, DATE_DEATH).plusDays(12).toString()),
                "Progressed after death")
            .also("DAT-02;DAT-03"));
    add(
        Fault.of(
            "c32_mistymount",
            "TRT-11",
            "progression_flag_against_date",
            PROGRESSED,
            PROGRESSION,
            text("No"),
            "No progression, but a date"));
    add(
        Fault.of(
            "c02_riverbend",
            "TRT-11",
            "progression_flag_against_date",
            PROGRESSED,
            PROGRESSION,
            text("无"),
            "No progression, but a date"));
  }

  private void surgery() {
    add(
        Fault.of(
            "c01_northlake",
            "SUR-01",
            "margin_without_surgery",
            UNOPERATED,
            MARGIN_STATUS,
            text("切缘阴性"),
            "A margin, no operation"));
    add(
        Fault.of(
            "c26_ironbridge",
            "SUR-01",
            "margin_without_surgery",
            UNOPERATED,
            MARGIN_STATUS,
            text("阴性"),
            "A margin, no operation"));
    add(
        Fault.of(
                "c10_twinpeaks",
                "SUR-02",
                "date_without_surgery",
                UNOPERATED,
                DATE_PRIMARY_SURGERY,
                p -> Cell.date(p.course().diagnosis().plusDays(20)),
                "A day, no operation")
            .also("DAT-03;SUR-06"));
    add(
        Fault.of(
                "c23_jadegarden",
                "SUR-02",
                "date_without_surgery",
                UNOPERATED,
                DATE_PRIMARY_SURGERY,
                p -> text(p.course().diagnosis().plusDays(20).toString().replace("-", "")),
                "A day, no operation")
            .also("DAT-03;SUR-06"));
    add(
        Fault.of(
            "c05_silverford",
            "CMP-10",
            "surgery_without_date",
            OPERATED,
            DATE_PRIMARY_SURGERY,
            Cell.BLANK,
            "An operation, no day"));
    add(
        Fault.of(
                "c19_amberhill",
                "CMP-10",
                "surgery_without_date",
                OPERATED,
                DATE_PRIMARY_SURGERY,
                text("不详"),
                "An operation, no day")
            .also("FIL-09;FIL-10"));
    add(
        Fault.of(
                "c30_tallcedar",
                "CMP-09",
                "surgery_unknown",
                UNOPERATED,
                SURGERY_TYPE,
                text("不详"),
                "Operated or not?")
            .clouding(MARGIN_STATUS));
    add(
        Fault.of(
            "c10_twinpeaks",
            "CMP-11",
            "conserved_without_margin",
            OPERATED.and(p -> p.is(SURGERY_TYPE, SurgeryType.BCS)),
            MARGIN_STATUS,
            Cell.BLANK,
            "Breast conserved, margin missing"));
    add(
        Fault.of(
                "c28_southgate",
                "SUR-04",
                "radical_without_axilla",
                OPERATED.and(p -> p.is(SURGERY_TYPE, SurgeryType.MODIFIED_RADICAL)),
                AXILLARY_PROCEDURE,
                text("无"),
                "Modified radical, no axilla")
            .also("SUR-19"));
    add(
        Fault.of(
                "c11_bluewell",
                "SUR-05",
                "surgery_before_diagnosis",
                OPERATED,
                DATE_PRIMARY_SURGERY,
                p -> text(p.course().diagnosis().minusDays(75).toString()),
                "75 days before the diagnosis")
            .also("DNV-03;SUR-07"));
    add(
        Fault.of(
                "c06_pinehill",
                "SUR-05",
                "surgery_before_diagnosis",
                OPERATED,
                DATE_PRIMARY_SURGERY,
                p -> Cell.date(p.course().diagnosis().minusDays(400)),
                "400 days before the diagnosis")
            .also("DNV-03;SUR-07"));
    add(
        Fault.of(
                "c31_farshore",
                "SUR-06",
                "surgery_after_death",
                OPERATED.and(DEAD),
                DATE_PRIMARY_SURGERY,
                p -> Cell.date(day(p, DATE_DEATH).plusDays(9)),
                "Nine days after death")
            .also("DAT-02;DAT-03"));
    add(
        Fault.of(
            "c17_quietbay",
            "SUR-09",
            "wrong_side",
            OPERATED,
            SURGERY_LATERALITY,
            p -> text(p.value(LATERALITY).orElseThrow().code().equals("left") ? "右" : "左"),
            "The other breast"));
    add(
        Fault.of(
                "c02_riverbend",
                "SUR-09",
                "wrong_side",
                OPERATED.and(p -> p.is(SURGERY_TYPE, SurgeryType.MODIFIED_RADICAL)),
                SURGERY_TYPE,
                p ->
                    text(
                        (p.value(LATERALITY).orElseThrow().code().equals("left") ? "右" : "左")
                            + "乳癌改良根治术"),
                "The other breast")
            .clouding(SURGERY_LATERALITY, AXILLARY_PROCEDURE));
    add(
        Fault.of(
            "c21_cloudbridge",
            "SUR-11",
            "one_character_decides",
            OPERATED,
            MARGIN_STATUS,
            text("切缘为见癌"),
            "未 written as 为"));
    add(
        Fault.of(
            "c14_clearspring",
            "SUR-11",
            "one_character_decides",
            OPERATED,
            MARGIN_STATUS,
            text("切缘末见癌"),
            "未 written as 末"));
    add(
        Fault.of(
            "c27_willowlake",
            "SUR-14",
            "margin_against_width",
            OPERATED.and(p -> p.is(MARGIN_STATUS, MarginStatus.NEGATIVE)),
            MARGIN_WIDTH_MM,
            Cell.number(0),
            "Negative at 0 mm"));
    add(
        Fault.of(
            "c33_greenfield",
            "SUR-14",
            "margin_against_width",
            OPERATED.and(
                p ->
                    p.is(MARGIN_STATUS, MarginStatus.POSITIVE_MICRO)
                        || p.is(MARGIN_STATUS, MarginStatus.POSITIVE_MACRO)),
            MARGIN_WIDTH_MM,
            Cell.number(8),
            "Positive at 8 mm"));
    add(
        Fault.of(
                "c03_eastgate",
                "SUR-19",
                "axilla_against_nodes",
                dissected(),
                NODES_EXAMINED,
                p -> Cell.number(0),
                "A dissection with no node")
            .also("CON-17"));
    add(
        Fault.of(
                "c14_clearspring",
                "SUR-10",
                "conflicting_procedure_words",
                OPERATED,
                SURGERY_TYPE,
                p ->
                    text(
                        p.value(LATERALITY).orElseThrow().title().zh().substring(0, 1) + "乳癌保乳根治术"),
                "Conserved and radical")
            .clouding(SURGERY_LATERALITY, AXILLARY_PROCEDURE));
  }

  private void metastases() {
    add(
        Fault.of(
                "c13_lotuspond",
                "CMP-04",
                "m1_without_site",
                ANYONE,
                MET_SITES,
                Cell.BLANK,
                "Stage IV and no site")
            .also("CMP-03"));
    add(
        Fault.of(
            "c24_sunvalley",
            "CMP-04",
            "m1_without_site",
            ANYONE,
            MET_SITES,
            text("不详"),
            "M1 and no site"));
    add(
        Fault.of(
                "c01_northlake",
                "STG-03",
                "site_but_m0",
                stageThree(),
                MET_SITES,
                text("骨"),
                "Bone, but M0")
            .also("STG-02;CMP-05"));
    add(
        Fault.of(
                "c05_silverford",
                "STG-04",
                "regional_nodes_only",
                ANYONE,
                MET_SITES,
                text("同侧锁骨上淋巴结"),
                "Supraclavicular nodes are N3c")
            .also("CMP-04"));
    add(
        Fault.of(
                "c30_tallcedar",
                "DNV-07",
                "metastasis_suspected",
                ANYONE.and(p -> p.is(MET_BONE, true)),
                MET_SITES,
                text("骨转移？"),
                "Only suspected")
            .clouding(LESION_COUNT));
    add(
        Fault.of(
            "c17_quietbay",
            "MET-01",
            "oligo_against_count",
            ANYONE.and(p -> p.value(LESION_COUNT).orElseThrow().min() <= 5),
            LESION_COUNT,
            text("12处"),
            "Oligometastatic with twelve"));
    add(
        Fault.of(
            "c07_westharbour",
            "MET-01",
            "oligo_against_count",
            ANYONE.and(p -> p.is(OLIGO_RECORDED, false)),
            OLIGO_RECORDED,
            Cell.number(1),
            "Oligometastatic with more than five"));
    add(
        Fault.of(
            "c09_goldfield",
            "MET-02",
            "more_sites_than_lesions",
            ANYONE.and(p -> p.value(MET_SITES).orElseThrow().size() >= 2),
            LESION_COUNT,
            text("单发"),
            "More sites than lesions"));
    add(
        Fault.of(
            "c27_willowlake",
            "MET-02",
            "more_sites_than_lesions",
            ANYONE.and(p -> p.value(MET_SITES).orElseThrow().size() >= 2),
            LESION_COUNT,
            text("1"),
            "More sites than lesions"));
    add(
        Fault.of(
                "c02_riverbend",
                "DNV-01",
                "metastasis_too_late",
                ANYONE,
                DATE_MET_DX,
                p -> Dates.DOT.write(PartialDate.of(p.course().diagnosis().plusDays(190))),
                "190 days after the diagnosis")
            .also("DNV-03;DNV-08;DAT-03"));
    add(
        Fault.of(
                "c32_mistymount",
                "DNV-01",
                "metastasis_too_late",
                ANYONE,
                DATE_MET_DX,
                p -> Cell.date(p.course().diagnosis().plusDays(140)),
                "140 days after the diagnosis")
            .also("DNV-03;DNV-08;DAT-03"));
    add(
        Fault.of(
            "c04_redcliff",
            "DNV-04",
            "prior_breast_cancer",
            ANYONE,
            PRIOR_BREAST_CANCER,
            text("对侧乳腺癌"),
            "A contralateral cancer before"));
    add(
        Fault.of(
            "c32_mistymount",
            "DNV-04",
            "prior_breast_cancer",
            ANYONE,
            PRIOR_BREAST_CANCER,
            text("Contralateral"),
            "A contralateral cancer before"));
  }

  private void followUp() {
    add(
        Fault.of(
                "c01_northlake",
                "VIT-01",
                "contact_after_death",
                DEAD,
                DATE_LAST_CONTACT,
                p -> Cell.date(day(p, DATE_DEATH).plusDays(33)),
                "In contact after death")
            .also("VIT-03;DAT-02"));
    add(
        Fault.of(
                "c25_coldharbor",
                "VIT-01",
                "contact_after_death",
                DEAD.and(p -> p.course().lastContact().isBefore(LocalDate.of(2022, 1, 1))),
                DATE_LAST_CONTACT,
                p -> Dates.DAY_FIRST.write(PartialDate.of(day(p, DATE_DEATH).plusDays(60))),
                "In contact after death")
            .also("VIT-03"));
    add(
        Fault.of(
            "c15_longisland",
            "VIT-02",
            "alive_with_death_date",
            DEAD,
            VITAL_STATUS,
            text("存活"),
            "Alive, with a day of death"));
    add(
        Fault.of(
            "c29_crosswater",
            "VIT-02",
            "alive_with_death_date",
            DEAD,
            VITAL_STATUS,
            text("alive"),
            "Alive, with a day of death"));
    add(
        Fault.of(
            "c24_sunvalley",
            "CMP-14",
            "dead_without_date",
            DEAD,
            DATE_DEATH,
            Cell.BLANK,
            "Dead, no day"));
    add(
        Fault.of(
            "c06_pinehill",
            "CMP-14",
            "dead_without_date",
            DEAD,
            DATE_DEATH,
            Cell.BLANK,
            "Dead, no day"));
    add(
        Fault.of(
            "c26_ironbridge",
            "CMP-13",
            "no_last_contact",
            ALIVE,
            DATE_LAST_CONTACT,
            Cell.BLANK,
            "No last contact"));
    add(
        Fault.of(
                "c31_farshore",
                "VIT-06",
                "discharge_wording",
                ALIVE,
                VITAL_STATUS,
                text("自动出院"),
                "A discharge is no vital status")
            .also("CMP-13"));
    add(
        Fault.of(
            "c11_bluewell",
            "VIT-04",
            "cause_in_the_living",
            ALIVE,
            DEATH_CAUSE,
            text("心梗"),
            "A cause of death, alive"));
    add(
        Fault.of(
                "c18_highmeadow",
                "VIT-08",
                "contact_before_diagnosis",
                ALIVE.and(p -> p.course().surgery().isEmpty()),
                DATE_LAST_CONTACT,
                p -> Dates.DOT.write(PartialDate.of(p.course().diagnosis().minusDays(50))),
                "Last seen before the diagnosis")
            .also("DAT-03;DNV-10;VIT-05"));
  }

  private void persons() {
    add(
        Fault.of(
            "c09_goldfield",
            "CON-18",
            "identity_checksum",
            ANYONE,
            NATIONAL_ID,
            p -> text(wrongChecksum(p)),
            "The check digit is wrong"));
    add(
        Fault.of(
            "c03_eastgate",
            "CON-18",
            "identity_checksum",
            ANYONE,
            NATIONAL_ID,
            p -> text(wrongChecksum(p)),
            "The check digit is wrong"));
    add(
        Fault.of(
                "c28_southgate",
                "CON-38",
                "identity_as_number",
                ANYONE,
                NATIONAL_ID,
                p ->
                    Cell.number(
                        Double.parseDouble(
                            p.value(NATIONAL_ID).orElseThrow().substring(0, 15) + "000")),
                "Cut to fifteen digits by the spreadsheet")
            .also("FIL-11;CON-18"));
    add(
        new Fault(
            "c28_southgate",
            "DUP-01",
            "twice_in_a_centre",
            ANYONE,
            NATIONAL_ID,
            (p, all) -> text(another(p, all.get("c28_southgate")).value(NATIONAL_ID).orElseThrow()),
            java.util.Set.of(),
            "The number of another patient of the centre",
            "DUP-03;DUP-04;DUP-09;CON-19"));
    add(
        new Fault(
            "c15_longisland",
            "DUP-02",
            "in_two_centres",
            ANYONE,
            NATIONAL_ID,
            (p, all) -> text(last(all.get("c12_stonegate")).value(NATIONAL_ID).orElseThrow()),
            java.util.Set.of(),
            "The number of a patient of another centre",
            "DUP-03;DUP-05;CON-19"));
    add(
        Fault.of(
            "c23_jadegarden",
            "STG-16",
            "male_with_menopause",
            ANYONE,
            SEX,
            Cell.number(2),
            "Male and menopausal"));
    add(
        Fault.of(
            "c10_twinpeaks",
            "STG-16",
            "male_with_menopause",
            ANYONE,
            SEX,
            text("男"),
            "Male and menopausal"));
  }

  private void add(Fault fault) {
    faults.add(fault);
  }

  private static Cell text(String text) {
    return Grid.textOrBlank(text);
  }

  private static LocalDate day(Patient patient, Field<PartialDate> field) {
    return patient.value(field).orElseThrow().first();
  }

  private static Predicate<Patient> t(TCat t) {
    return ANYONE.and(p -> p.is(T_CAT, t));
  }

  private static Predicate<Patient> dissected() {
    return OPERATED.and(
        p ->
            p.is(AXILLARY_PROCEDURE, AxillaryProcedure.ALND)
                && p.value(NODES_POSITIVE).orElse(0) > 1);
  }

  private static Predicate<Patient> stageThree() {
    return p -> p.is(M_CAT, MCat.M0) && !p.is(STAGE_GROUP, StageGroup.IV);
  }

  private static String wrongChecksum(Patient patient) {
    String right = patient.value(NATIONAL_ID).orElseThrow();
    return right.substring(0, 17) + (right.endsWith("3") ? "4" : "3");
  }

  private static Patient another(Patient patient, List<Patient> patients) {
    return patients.stream()
        .filter(p -> !p.number().equals(patient.number()))
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  private static Patient last(List<Patient> patients) {
    return patients.get(patients.size() - 1);
  }
}
