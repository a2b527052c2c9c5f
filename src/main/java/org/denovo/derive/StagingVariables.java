package org.denovo.derive;

import static org.denovo.derive.Derivations.with;
import static org.denovo.record.Fields.*;

import java.util.List;
import org.denovo.record.Derived;
import org.denovo.record.Variable;
import org.denovo.vocabulary.StageGroup;
import org.denovo.vocabulary.Text;

/** Stage at diagnosis: de novo, and the anatomic stage group where the centre gives T, N and M. */
final class StagingVariables {

  final Derived<StageGroup> stageGroupAnatomic;

  StagingVariables(Derivations list, Parameters choice) {
    list.truth(
        "de_novo",
        new Text("新发Ⅳ期", "De novo stage IV"),
        choice.deNovoRule(),
        "CSBrS-002; TBCRC 013 (King 2013); NCDB clinical M at diagnosis",
        with(
            with(TreatmentVariables.TREATMENTS, Sites.inputs().toArray(Variable<?>[]::new)),
            M_CAT,
            STAGE_GROUP,
            STAGE_CONTEXT,
            DATE_DX,
            DATE_MET_DX,
            MET_TIMING,
            EOD_TUMOUR_CELLS_ONLY),
        patient -> DeNovo.deNovo(patient, choice.deNovoRule()));
    stageGroupAnatomic =
        list.code(
            "stage_group_anatomic",
            StageGroup.class,
            new Text("解剖分期（推导）", "Anatomic stage group"),
            "ajcc7_8",
            "AJCC 7 and 8, anatomic stage groups of the breast; the two tables are the same",
            List.of(T_CAT, N_CAT, M_CAT),
            Staging::anatomic);
  }
}
