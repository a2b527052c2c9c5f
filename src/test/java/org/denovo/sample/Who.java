package org.denovo.sample;

import static org.denovo.record.Fields.*;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.denovo.record.Field;
import org.denovo.record.PartialDate;
import org.denovo.vocabulary.AxillaryProcedure;
import org.denovo.vocabulary.MCat;
import org.denovo.vocabulary.Sex;
import org.denovo.vocabulary.StageGroup;
import org.denovo.vocabulary.SurgeryType;
import org.denovo.vocabulary.TCat;

/** Whom a fault can befall, and small helpers to write one down. */
final class Who {

  static final Predicate<Patient> ANYONE = p -> p.is(M_CAT, MCat.M1) && p.is(SEX, Sex.FEMALE);
  static final Predicate<Patient> OPERATED = ANYONE.and(p -> p.course().surgery().isPresent());
  static final Predicate<Patient> UNOPERATED =
      ANYONE.and(p -> p.is(SURGERY_TYPE, SurgeryType.NONE));
  static final Predicate<Patient> DEAD = ANYONE.and(p -> p.course().death().isPresent());
  static final Predicate<Patient> ALIVE = ANYONE.and(p -> p.course().death().isEmpty());
  static final Predicate<Patient> PROGRESSED =
      ANYONE.and(p -> p.course().progression().isPresent());

  private Who() {}

  static Cell text(String text) {
    return Grid.textOrBlank(text);
  }

  static LocalDate day(Patient patient, Field<PartialDate> field) {
    return patient.value(field).orElseThrow().first();
  }

  static Predicate<Patient> t(TCat t) {
    return ANYONE.and(p -> p.is(T_CAT, t));
  }

  static Predicate<Patient> dissected() {
    return OPERATED.and(
        p ->
            p.is(AXILLARY_PROCEDURE, AxillaryProcedure.ALND)
                && p.value(NODES_POSITIVE).orElse(0) > 1);
  }

  static Predicate<Patient> stageThree() {
    return p -> p.is(M_CAT, MCat.M0) && !p.is(STAGE_GROUP, StageGroup.IV);
  }

  static String wrongChecksum(Patient patient) {
    String right = patient.value(NATIONAL_ID).orElseThrow();
    return right.substring(0, 17) + (right.endsWith("3") ? "4" : "3");
  }

  static Patient another(Patient patient, List<Patient> patients) {
    return patients.stream()
        .filter(p -> !p.number().equals(patient.number()))
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  static Patient last(List<Patient> patients) {
    return patients.get(patients.size() - 1);
  }
}
