package org.denovo.linkage;

import static org.denovo.record.Fields.*;

import java.time.LocalDate;
import java.util.Optional;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.NameMark;
import org.denovo.record.PartialDate;
import org.denovo.record.PatientKey;
import org.denovo.record.PatientRecord;
import org.denovo.record.Remark;
import org.denovo.vocabulary.Laterality;
import org.denovo.vocabulary.Sex;

/**
 * What is compared of a record, some two hundred bytes: hashes as numbers, 0 where there is none,
 * and null for what is not known.
 *
 * @param idValid true if the identity number is well formed and nothing in the record contradicts
 *     it
 * @param bornFrom the first day on which the patient can have been born, by the date or by the age
 * @param bornOn true if the day is known
 */
record Traits(
    PatientKey key,
    long id,
    boolean idValid,
    long characters,
    long sound,
    long initials,
    LocalDate bornFrom,
    LocalDate bornTo,
    boolean bornOn,
    Sex sex,
    Laterality side,
    LocalDate diagnosed,
    LocalDate operated) {

  static Traits of(PatientRecord patient) {
    Optional<NameMark> name = patient.value(PERSON_NAME).flatMap(NameMark::of);
    Optional<PartialDate> birth = patient.value(BIRTH_DATE);
    LocalDate from = null;
    LocalDate to = null;
    LocalDate diagnosed = day(patient, DATE_DX);
    if (birth.isPresent()) {
      from = birth.get().first();
      to = birth.get().last();
    } else if (diagnosed != null && patient.knows(AGE_AT_DX)) {
      int age = patient.value(AGE_AT_DX).orElseThrow();
      from = diagnosed.minusYears(age + 1L).plusDays(1);
      to = diagnosed.minusYears(age);
    }
    return new Traits(
        patient.key(),
        patient.value(NATIONAL_ID).map(Traits::number).orElse(0L),
        isValid(patient),
        name.map(NameMark::characters).map(Traits::number).orElse(0L),
        name.map(NameMark::sound).map(Traits::number).orElse(0L),
        name.map(NameMark::initials).map(Traits::number).orElse(0L),
        from,
        to,
        birth.filter(date -> date.precision() == PartialDate.Precision.DAY).isPresent(),
        patient.value(SEX).orElse(null),
        patient.value(LATERALITY).orElse(null),
        diagnosed,
        day(patient, DATE_PRIMARY_SURGERY));
  }

  private static boolean isValid(PatientRecord patient) {
    Answer<String> id = patient.answer(NATIONAL_ID);
    return id.isKnown()
        && !id.remarks().contains(Remark.ID_INVALID)
        && !patient.answer(BIRTH_DATE).remarks().contains(Remark.AGAINST_IDENTITY_NUMBER)
        && !patient.answer(SEX).remarks().contains(Remark.AGAINST_IDENTITY_NUMBER);
  }

  private static LocalDate day(PatientRecord patient, Field<PartialDate> field) {
    return patient
        .value(field)
        .filter(date -> date.precision() == PartialDate.Precision.DAY)
        .map(PartialDate::first)
        .orElse(null);
  }

  /**
   * The first 60 bits of a pseudonym; that two of a million are equal by chance is as good as
   * never.
   */
  static long number(String pseudonym) {
    long number = 0;
    for (int i = 0; i < Math.min(12, pseudonym.length()); i++) {
      int c = pseudonym.charAt(i);
      number = number << 5 | (c >= 'a' ? c - 'a' : c - '2' + 26) & 31;
    }
    return number == 0 ? 1 : number;
  }

  /**
   * True if both records are of one person for certain: the same valid identity number, which holds
   * the day of birth and the sex, and nothing in either record against it.
   */
  boolean isCertainly(Traits other) {
    return id != 0
        && id == other.id
        && idValid
        && other.idValid
        && isBornWith(other)
        && notAgainst(Comparison.SEX, other)
        && notAgainst(Comparison.LATERALITY, other);
  }

  /** Two written days are the same; an age may be the nominal one, which is a year more. */
  private boolean isBornWith(Traits other) {
    int level = Comparison.BIRTH_DATE.level(this, other);
    return level != 0 && (level != 1 || !(bornOn && other.bornOn));
  }

  private boolean notAgainst(Comparison comparison, Traits other) {
    return comparison.level(this, other) != 0;
  }
}
