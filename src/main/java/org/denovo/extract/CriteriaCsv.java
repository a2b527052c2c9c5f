package org.denovo.extract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.denovo.cohort.CohortDefinition;
import org.denovo.cohort.Endpoint;
import org.denovo.cohort.Selection;
import org.denovo.record.Field;
import org.denovo.record.Variable;
import org.denovo.vocabulary.Text;

/**
 * {@code criteria.csv}: what decides of a cohort's members, one row for each step, arm, time zero
 * and endpoint, in words and as written, with the registry's fields on which it rests.
 */
final class CriteriaCsv {

  private CriteriaCsv() {}

  static void write(Path file, CohortDefinition definition) {
    try (CsvFile csv =
        new CsvFile(file, List.of("part", "name", "label_zh", "label_en", "criterion", "fields"))) {
      for (CohortDefinition.Step step : Selection.of(definition).steps()) {
        boolean own = Selection.OWN_STEPS.contains(step.name());
        row(
            csv,
            "step",
            step.name(),
            step.says(),
            own ? "" : step.criterion().text(),
            fields(step.criterion().reads()));
      }
      for (CohortDefinition.Arm arm : definition.arms()) {
        row(
            csv,
            "arm",
            arm.name(),
            arm.title(),
            arm.criterion().text(),
            fields(arm.criterion().reads()));
      }
      Variable<?> zero = definition.timeZero();
      row(csv, "time_zero", zero.name(), zero.title(), "", zero.fields());
      for (Endpoint endpoint : definition.endpoints()) {
        row(csv, "endpoint", endpoint.name(), endpoint.title(), "", endpoint.reads());
      }
    }
  }

  private static Set<Field<?>> fields(List<Variable<?>> variables) {
    Set<Field<?>> fields = new LinkedHashSet<>();
    variables.forEach(variable -> fields.addAll(variable.fields()));
    return fields;
  }

  private static void row(
      CsvFile csv, String part, String name, Text label, String text, Collection<Field<?>> fields) {
    List<String> names = new ArrayList<>();
    fields.forEach(field -> names.add(field.name()));
    csv.row(
        List.of(
            part,
            name,
            label.zh(),
            label.en(),
            CsvFile.inert(text.replaceAll("\\s+", " ").strip()),
            String.join(";", names)));
  }
}
