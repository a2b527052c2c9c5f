package org.denovo.extract;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.denovo.record.Field;
import org.denovo.record.Fields;
import org.denovo.record.Variable;

/**
 * Whether what is known of patients' genes leaves with a cohort. The rules on human genetic
 * resources (State Council Decree 717, 2019; Ministry of Science and Technology Order 21, 2023) ask
 * for a filing or an approval, which a job cannot know of unless it says so.
 */
public enum Genomic {
  /** Variables that read a genomic field are left out of every file of a cohort; the default. */
  EXCLUDE,
  /** They are treated like all others. */
  INCLUDE;

  private static final Set<Field<?>> FIELDS = Set.of(Fields.GERMLINE_BRCA);

  /** The code in job files. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All codes, in their order. */
  public static List<String> codes() {
    return Arrays.stream(values()).map(Genomic::code).toList();
  }

  /**
   * What a code means.
   *
   * @throws IllegalArgumentException if there is no such code
   */
  public static Genomic of(String code) {
    return Arrays.stream(values())
        .filter(each -> each.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(code));
  }

  /** True if a variable may be among the columns of a cohort. */
  public boolean lets(Variable<?> variable) {
    return this == INCLUDE || Collections.disjoint(variable.fields(), FIELDS);
  }
}
