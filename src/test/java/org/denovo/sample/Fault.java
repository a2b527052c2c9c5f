package org.denovo.sample;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.denovo.record.Field;

/**
 * A wrong cell, and the rule that has to find it.
 *
 * @param kind what went wrong, the same word for the same kind of mistake
 * @param who whom it can befall
 * @param field the field whose cell is wrong
 * @param clouds further fields of which the truth says nothing for this patient
 * @param also rules that may speak up as well, separated by semicolons
 */
record Fault(
    String centre,
    String rule,
    String kind,
    Predicate<Patient> who,
    Field<?> field,
    Wrong wrong,
    Set<Field<?>> clouds,
    String note,
    String also) {

  /** What is written instead; some faults need the patients of other centres. */
  interface Wrong {
    Cell of(Patient patient, Map<String, List<Patient>> registry);
  }

  static Fault of(
      String centre,
      String rule,
      String kind,
      Predicate<Patient> who,
      Field<?> field,
      Function<Patient, Cell> wrong,
      String note) {
    return new Fault(
        centre, rule, kind, who, field, (p, all) -> wrong.apply(p), Set.of(), note, "");
  }

  static Fault of(
      String centre,
      String rule,
      String kind,
      Predicate<Patient> who,
      Field<?> field,
      Cell wrong,
      String note) {
    return of(centre, rule, kind, who, field, p -> wrong, note);
  }

  /** A value that is none may also be reported as not understood. */
  String alsoRules() {
    boolean value = rule.startsWith("CON-") || rule.startsWith("FIL-") || rule.equals("SUR-11");
    if (!value || rule.equals("CON-01") || also.contains("CON-01")) {
      return also;
    }
    return also.isEmpty() ? "CON-01" : also + ";CON-01";
  }

  Fault also(String rules) {
    return new Fault(centre, rule, kind, who, field, wrong, clouds, note, rules);
  }

  Fault clouding(Field<?>... fields) {
    return new Fault(centre, rule, kind, who, field, wrong, Set.of(fields), note, also);
  }
}
