package org.denovo.derive;

import static org.denovo.record.Fields.*;

import java.util.Optional;
import org.denovo.record.PatientRecord;
import org.denovo.record.Remark;
import org.denovo.vocabulary.MCat;
import org.denovo.vocabulary.NCat;
import org.denovo.vocabulary.StageContext;
import org.denovo.vocabulary.StageGroup;
import org.denovo.vocabulary.TCat;

/** Stage IV, and the anatomic stage group, whose table is the same in AJCC 7 and 8 (ch. 48). */
final class Staging {

  private Staging() {}

  /** True if only circulating or disseminated tumour cells were found, which is M0(i+). */
  static Truth tumourCellsOnly(PatientRecord patient) {
    if (patient.value(M_CAT).filter(m -> m == MCat.M0_I_PLUS).isPresent()
        || patient.answer(MET_SITES).has(Remark.TUMOUR_CELLS_ONLY)
        || patient.answer(M_CAT).has(Remark.TUMOUR_CELLS_ONLY)) {
      return Truth.YES;
    }
    return Truth.of(patient.value(EOD_TUMOUR_CELLS_ONLY));
  }

  /** True if the disease is stage IV; not known where M category and stage group disagree. */
  static Truth stageFour(PatientRecord patient) {
    if (tumourCellsOnly(patient) == Truth.YES) {
      return Truth.NO;
    }
    Truth m = Truth.of(patient.value(M_CAT).map(Staging::isM1));
    Truth group = Truth.of(patient.value(STAGE_GROUP).map(stage -> stage == StageGroup.IV));
    if (m != Truth.UNKNOWN && group != Truth.UNKNOWN) {
      return m == group ? m : Truth.UNKNOWN;
    }
    Truth staged = m.orElse(group);
    return staged.orElse(Sites.anywhere(patient) == Truth.YES ? Truth.YES : Truth.UNKNOWN);
  }

  /** True if the stage was assessed at diagnosis, which is what M and stage group stand for. */
  static Truth atDiagnosis(PatientRecord patient) {
    return patient
        .value(STAGE_CONTEXT)
        .map(
            context ->
                switch (context) {
                  case CLINICAL, PATHOLOGIC -> Truth.YES;
                  case RECURRENCE -> Truth.NO;
                  case POST_THERAPY_CLIN, POST_THERAPY_PATH -> Truth.UNKNOWN;
                })
        .orElse(Truth.YES);
  }

  /** True if the stage is of a recurrence. */
  static boolean ofRecurrence(PatientRecord patient) {
    return patient.value(STAGE_CONTEXT).filter(c -> c == StageContext.RECURRENCE).isPresent();
  }

  static boolean isM1(MCat m) {
    return switch (m) {
      case M1, M1_PATH -> true;
      case M0, M0_I_PLUS -> false;
    };
  }

  /** The anatomic stage group; empty where the table has no row or a part is not known. */
  static Optional<StageGroup> anatomic(PatientRecord patient) {
    Optional<MCat> m = patient.value(M_CAT);
    if (m.isEmpty()) {
      return Optional.empty();
    }
    if (isM1(m.get())) {
      return Optional.of(StageGroup.IV);
    }
    // N3 decides whatever the tumour's size is
    String size = patient.value(T_CAT).map(Staging::size).orElse("x");
    return patient.value(N_CAT).flatMap(n -> anatomic(size, nodes(n)));
  }

  private static Optional<StageGroup> anatomic(String t, String n) {
    if (n.equals("3") && !t.equals("is")) {
      return Optional.of(StageGroup.IIIC);
    }
    return Optional.ofNullable(
        switch (t + "/" + n) {
          case "is/0" -> StageGroup.STAGE_0;
          case "1/0" -> StageGroup.IA;
          case "0/1mi", "1/1mi" -> StageGroup.IB;
          case "0/1", "1/1", "2/0" -> StageGroup.IIA;
          case "2/1", "2/1mi", "3/0" -> StageGroup.IIB;
          case "0/2", "1/2", "2/2", "3/1", "3/1mi", "3/2" -> StageGroup.IIIA;
          case "4/0", "4/1mi", "4/1", "4/2" -> StageGroup.IIIB;
          default -> null;
        });
  }

  private static String size(TCat t) {
    return switch (t) {
      case TX -> "x";
      case T0 -> "0";
      case TIS -> "is";
      case T1MI, T1, T1A, T1B, T1C -> "1";
      case T2 -> "2";
      case T3 -> "3";
      case T4, T4A, T4B, T4C, T4D -> "4";
    };
  }

  private static String nodes(NCat n) {
    return switch (n) {
      case NX -> "x";
      case N0, N0_I_PLUS, N0_MOL_PLUS -> "0";
      case N1MI -> "1mi";
      case N1, N1A, N1B, N1C -> "1";
      case N2, N2A, N2B -> "2";
      case N3, N3A, N3B, N3C -> "3";
    };
  }
}
