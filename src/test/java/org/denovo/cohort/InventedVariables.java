package org.denovo.cohort;

import static org.denovo.record.Fields.*;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.denovo.derive.Parameters;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Derived;
import org.denovo.record.FieldType;
import org.denovo.record.PatientRecord;
import org.denovo.record.Variable;
import org.denovo.vocabulary.MCat;
import org.denovo.vocabulary.MetTiming;
import org.denovo.vocabulary.StageGroup;
import org.denovo.vocabulary.SurgeryType;
import org.denovo.vocabulary.Text;

/** Two derived variables, simple enough to be seen to be right in a test of cohorts. */
final class InventedVariables {

  private InventedVariables() {}

  static List<Derived<Boolean>> under(Parameters parameters) {
    return List.of(
        derived(
            "de_novo",
            new Text("新发Ⅳ期", "De novo stage IV"),
            parameters.deNovoRule(),
            InventedVariables::deNovo),
        derived(
            "primary_surgery_done",
            new Text("原发灶已手术", "Surgery of the primary done"),
            "operation",
            InventedVariables::operated));
  }

  private static Optional<Boolean> deNovo(PatientRecord patient) {
    Optional<Boolean> m = patient.value(M_CAT).map(cat -> cat != MCat.M0);
    Optional<Boolean> four = patient.value(STAGE_GROUP).map(group -> group == StageGroup.IV);
    if (m.isPresent() && four.isPresent() && !m.equals(four)) {
      return Optional.empty();
    }
    Optional<Boolean> metastatic = m.or(() -> four);
    if (metastatic.isEmpty() || !metastatic.get()) {
      return metastatic;
    }
    Optional<Boolean> soon =
        patient
            .value(DATE_DX)
            .flatMap(
                dx ->
                    patient
                        .value(DATE_MET_DX)
                        .map(met -> ChronoUnit.DAYS.between(dx.imputed(), met.imputed()) <= 90));
    return soon.or(() -> patient.value(MET_TIMING).map(t -> t == MetTiming.SYNCHRONOUS));
  }

  private static Optional<Boolean> operated(PatientRecord patient) {
    return patient
        .value(SURGERY_TYPE)
        .map(type -> type != SurgeryType.NONE && type != SurgeryType.BIOPSY_ONLY);
  }

  private static Derived<Boolean> derived(
      String name, Text title, String rule, Function<PatientRecord, Optional<Boolean>> value) {
    List<Variable<?>> inputs = List.of(M_CAT, DATE_DX, DATE_MET_DX, SURGERY_TYPE);
    return new Derived<>(
        name,
        new FieldType.YesNo(),
        title,
        rule,
        1,
        "invented for this test",
        inputs,
        p -> value.apply(p).map(Answer::known).orElse(Answer.absent(Absence.UNKNOWN)));
  }
}
