package org.denovo.sample;

import static org.denovo.record.Fields.*;
import static org.denovo.sample.Who.*;

import java.util.ArrayList;
import java.util.List;
import org.denovo.record.PartialDate;
import org.denovo.vocabulary.TCat;

/** Seeded faults of stage and of metastases. */
final class StageFaults {

  private final List<Fault> faults = new ArrayList<>();

  private StageFaults() {}

  static List<Fault> all() {
    StageFaults all = new StageFaults();
    all.stage();
    all.metastases();
    return all.faults;
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
                ALIVE,
                DATE_MET_DX,
                p -> Dates.DOT.write(PartialDate.of(p.course().diagnosis().plusDays(190))),
                "190 days after the diagnosis")
            .also("DNV-03;DNV-08;DAT-03"));
    add(
        Fault.of(
                "c32_mistymount",
                "DNV-01",
                "metastasis_too_late",
                ALIVE,
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

  private void add(Fault fault) {
    faults.add(fault);
  }
}
