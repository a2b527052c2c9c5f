package org.denovo.derive;

import static org.denovo.derive.Derivations.with;
import static org.denovo.record.Fields.*;

import java.util.List;
import java.util.Optional;
import org.denovo.record.Derived;
import org.denovo.record.Variable;
import org.denovo.vocabulary.Her2Expression;
import org.denovo.vocabulary.Her2IshGroup;
import org.denovo.vocabulary.Her2Status;
import org.denovo.vocabulary.Ki67Group;
import org.denovo.vocabulary.MolecularSubtype;
import org.denovo.vocabulary.ReceptorStatus;
import org.denovo.vocabulary.Text;

/** Hormone receptors, HER2 and what is read off them. */
final class ReceptorVariables {

  private static final List<Variable<?>> HER2 =
      List.of(HER2_IHC, HER2_ISH, HER2_RATIO, HER2_COPIES, HER2_STATUS_RECORDED);
  private static final List<Variable<?>> HER2_ASSAYS =
      List.of(HER2_IHC, HER2_ISH, HER2_RATIO, HER2_COPIES);

  final Derived<Her2Status> her2Status;
  final Derived<MolecularSubtype> molecularSubtype;

  ReceptorVariables(Derivations list, Parameters choice) {
    list.code(
        "hr_status",
        ReceptorStatus.class,
        new Text("激素受体状态", "Hormone receptor status"),
        choice.erRule(),
        "ASCO/CAP 2020: from 1 %",
        List.of(ER_STATUS, ER_PCT, PR_STATUS, PR_PCT),
        patient ->
            switch (Receptors.hormone(patient, choice.erCut())) {
              case YES -> Optional.of(ReceptorStatus.POS);
              case NO -> Optional.of(ReceptorStatus.NEG);
              case UNKNOWN -> Optional.empty();
            });
    list.truth(
        "er_low",
        new Text("ER低阳性（1–10%）", "ER low positive (1 to 10 %)"),
        "1_to_10",
        "ASCO/CAP 2020",
        List.of(ER_STATUS, ER_PCT),
        Receptors::erLow);
    list.code(
        "ki67_group",
        Ki67Group.class,
        new Text("Ki-67分组", "Ki-67 group"),
        "14_20",
        "St Gallen 2011 (14 %) and 2013 (20 %)",
        List.of(KI67_PCT),
        Receptors::ki67Group);
    her2Status =
        list.code(
            "her2_status",
            Her2Status.class,
            new Text("HER2状态（推导）", "HER2 status"),
            "asco_cap_2023",
            "ASCO/CAP 2018, affirmed 2023",
            HER2,
            Receptors::her2);
    list.truth(
        "her2_low",
        new Text("HER2低表达", "HER2-low"),
        "cn_2024",
        "Chinese HER2 testing guideline 2024",
        HER2_ASSAYS,
        Receptors::her2Low);
    list.code(
        "her2_ish_group",
        Her2IshGroup.class,
        new Text("HER2双探针ISH组别", "Group of dual-probe ISH"),
        "asco_cap_2023",
        "ASCO/CAP 2018, affirmed 2023",
        List.of(HER2_RATIO, HER2_COPIES),
        Receptors::ishGroup);
    list.code(
        "her2_expression",
        Her2Expression.class,
        new Text("HER2表达分类", "HER2 expression"),
        "cn_2024",
        "ASCO/CAP 2018, affirmed 2023; Chinese HER2 testing guideline 2024",
        HER2,
        Receptors::expression);
    molecularSubtype =
        list.code(
            "molecular_subtype",
            MolecularSubtype.class,
            new Text("分子分型（推导）", "Molecular subtype"),
            subtypeRule(choice),
            "St Gallen 2011, 2013; Maisonneuve 2014",
            with(HER2, ER_STATUS, ER_PCT, PR_STATUS, PR_PCT, KI67_PCT),
            patient -> Receptors.subtype(patient, choice.subtypeRule(), choice.erCut()));
    list.truth(
        "subtype_discordance",
        new Text("原发灶与转移灶受体不一致", "Receptors of primary and metastasis differ"),
        "any_receptor",
        "registry",
        with(
            HER2,
            ER_STATUS,
            ER_PCT,
            PR_STATUS,
            PR_PCT,
            MET_ER_STATUS,
            MET_PR_STATUS,
            MET_HER2_STATUS),
        Receptors::discordant);
  }

  /** The usual cut-off of the oestrogen receptor goes without saying. */
  private static String subtypeRule(Parameters choice) {
    return choice.erRule().equals(Parameters.DEFAULT.erRule())
        ? choice.subtypeRule()
        : choice.subtypeRule() + "_" + choice.erRule();
  }
}
