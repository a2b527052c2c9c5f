package org.denovo.sample;

import static org.denovo.record.Fields.*;
import static org.denovo.sample.Who.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Seeded faults of single values, of dates and of identity. */
final class ValueFaults {

  private final List<Fault> faults = new ArrayList<>();

  private ValueFaults() {}

  static List<Fault> all() {
    ValueFaults all = new ValueFaults();
    all.values();
    all.dates();
    all.persons();
    return all.faults;
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
            Set.of(),
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
            Set.of(),
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
}
