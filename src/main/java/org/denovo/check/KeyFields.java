package org.denovo.check;

import static org.denovo.record.Fields.*;

import java.util.List;
import org.denovo.record.Field;

/** The fields without which a registry of stage IV breast cancer cannot be analysed. */
public final class KeyFields {

  private static final List<Field<?>> ALL =
      List.of(
          DATE_DX,
          LATERALITY,
          HISTOLOGY_GROUP,
          T_CAT,
          N_CAT,
          M_CAT,
          MET_SITES,
          LESION_COUNT,
          ER_STATUS,
          PR_STATUS,
          HER2_IHC,
          KI67_PCT,
          SURGERY_TYPE,
          DATE_LINE1_START,
          VITAL_STATUS,
          DATE_LAST_CONTACT);

  private KeyFields() {}

  /** All of them, in the registry's order. */
  public static List<Field<?>> all() {
    return ALL;
  }
}
