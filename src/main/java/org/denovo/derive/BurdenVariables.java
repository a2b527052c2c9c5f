package org.denovo.derive;

import static org.denovo.derive.Derivations.with;
import static org.denovo.record.Fields.*;

import org.denovo.vocabulary.MetPattern;
import org.denovo.vocabulary.MetSite;
import org.denovo.vocabulary.SingleSiteGroup;
import org.denovo.vocabulary.Text;

/** Where the metastases are and how many. */
final class BurdenVariables {

  BurdenVariables(Derivations list, Parameters choice) {
    list.truth(
        "oligometastatic",
        new Text("寡转移（推导）", "Oligometastatic"),
        choice.oligoRule(),
        "ABC5; OLIGO-BC1; NRG-BR002; Steenbruggen 2021; TATA; MF07-01; CORE",
        with(
            Sites.inputs(),
            LESION_COUNT,
            LARGEST_LESION_MM,
            ALL_LESIONS_LOCALLY_TREATABLE,
            MET_TIMING),
        patient -> Burden.oligometastatic(patient, choice.oligoRule()));
    list.count(
        "n_met_organs",
        new Text("转移器官数", "Organs with metastases"),
        MetSite.values().length,
        "sites",
        Sites.inputs(),
        Sites::organs);
    list.count(
        "n_visceral_organs",
        new Text("内脏转移器官数", "Visceral organs with metastases"),
        MetSite.values().length,
        "sites",
        Sites.inputs(),
        patient -> Sites.count(patient, Sites.VISCERAL));
    list.code(
        "met_pattern",
        MetPattern.class,
        new Text("转移模式", "Pattern of metastases"),
        "brain_first",
        "registry; visceral as in n_visceral_organs",
        Sites.inputs(),
        Sites::pattern);
    list.code(
        "single_site_group",
        SingleSiteGroup.class,
        new Text("单一转移部位", "Single metastatic site"),
        "organs",
        "registry",
        Sites.inputs(),
        Sites::single);
    list.truth(
        "visceral_metastases",
        new Text("内脏转移", "Visceral metastases"),
        "organs",
        "registry; organs as in n_visceral_organs",
        Sites.inputs(),
        patient -> Sites.anyOf(patient, Sites.VISCERAL));
    list.truth(
        "bone_only",
        new Text("仅骨转移", "Bone metastases only"),
        "bone_or_marrow",
        "registry",
        Sites.inputs(),
        Sites::boneOnly);
    list.count(
        "lesion_count_total",
        new Text("转移灶总数", "Metastatic lesions in all"),
        999,
        "at_least_one_an_organ",
        with(Sites.inputs(), LESION_COUNT),
        Burden::lesions);
  }
}
