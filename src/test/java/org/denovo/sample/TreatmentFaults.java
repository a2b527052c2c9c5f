package org.denovo.sample;

import static org.denovo.record.Fields.*;
import static org.denovo.sample.Who.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.denovo.record.PartialDate;
import org.denovo.vocabulary.MarginStatus;
import org.denovo.vocabulary.SurgeryType;

/** Seeded faults of surgery and of follow-up. */
final class TreatmentFaults {

  private final List<Fault> faults = new ArrayList<>();

  private TreatmentFaults() {}

  static List<Fault> all() {
    TreatmentFaults all = new TreatmentFaults();
    all.surgery();
    all.followUp();
    return all.faults;
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

  private void add(Fault fault) {
    faults.add(fault);
  }
}
