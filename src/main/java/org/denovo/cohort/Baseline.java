package org.denovo.cohort;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.denovo.record.Field;
import org.denovo.record.Field.Group;
import org.denovo.record.FieldType;
import org.denovo.record.Variable;

/**
 * What is known of a patient at the latest on the day of diagnosis, which no time zero comes
 * before: judged by all fields that a variable reads.
 */
public final class Baseline {

  private static final Set<Group> GROUPS =
      EnumSet.of(
          Group.PATIENT,
          Group.BASELINE,
          Group.TUMOUR,
          Group.STAGE,
          Group.RECEPTORS,
          Group.METASTASIS);

  /**
   * What the studies of this question adjust for, as far as it is baseline, the weightiest first:
   * where few are exposed, not all of it fits into a model. The response to therapy is not in it,
   * it comes later.
   */
  static final List<String> USUAL =
      List.of(
          "age_at_dx",
          "ecog_ps",
          "t_cat",
          "n_cat",
          "molecular_subtype",
          "n_met_organs",
          "met_liver",
          "met_lung",
          "met_bone",
          "met_brain",
          "oligometastatic",
          "dx_year",
          "tumor_size_mm",
          "grade_nottingham",
          "histology_group",
          "menopausal_status",
          "comorbidity_index",
          "insurance_type",
          "sex");

  /**
   * Those of them that nearly every patient of a registry has: a model of complete cases would be
   * left with nobody by the others.
   */
  static final List<String> USUALLY_KNOWN =
      List.of(
          "age_at_dx",
          "molecular_subtype",
          "n_met_organs",
          "met_liver",
          "met_lung",
          "met_bone",
          "met_brain",
          "dx_year");

  private Baseline() {}

  /** True if no field that a variable reads is of a later day. */
  public static boolean is(Variable<?> variable) {
    return GROUPS.containsAll(groups(variable));
  }

  /** The groups of all fields that a variable reads. */
  public static Set<Group> groups(Variable<?> variable) {
    Set<Group> groups = EnumSet.noneOf(Group.class);
    variable.fields().forEach(field -> groups.add(field.group()));
    return groups;
  }

  /** The fields that a variable reads of which some may be of a later day. */
  static List<Field<?>> later(Variable<?> variable) {
    return variable.fields().stream().filter(field -> !GROUPS.contains(field.group())).toList();
  }

  /** True if a model can take its values: a number, or one of a few. */
  static boolean isCovariate(Variable<?> variable) {
    FieldType<?> type = variable.type();
    return !(type instanceof FieldType.Date
        || type instanceof FieldType.Codes
        || type instanceof FieldType.Identifier);
  }
}
