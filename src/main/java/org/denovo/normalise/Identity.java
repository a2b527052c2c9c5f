package org.denovo.normalise;

import static org.denovo.record.Fields.BIRTH_DATE;
import static org.denovo.record.Fields.NATIONAL_ID;
import static org.denovo.record.Fields.SEX;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.denovo.record.Field;
import org.denovo.record.FieldType;
import org.denovo.record.Fields;
import org.denovo.record.PatientRecord;
import org.denovo.record.Remark;
import org.denovo.source.SourceCell;

/**
 * The last use of what identifies a patient in clear: the birth date and the sex are held against
 * the identity number, then the record forgets the text of every identifier.
 */
record Identity(PatientRecord.Builder record) {

  void settle() {
    SourceCell cell = record.cell(NATIONAL_ID);
    if (cell != null && record.answer(NATIONAL_ID).isKnown()) {
      IdentityNumber number = IdentityNumber.of(Spelling.of(cell.text()));
      if (number.isValid()) {
        compare(number);
      }
    }
    Fields.all().stream()
        .filter(field -> field.type() instanceof FieldType.Identifier)
        .forEach(this::forget);
  }

  /** GB 11643: a valid number holds the day of birth and the sex. */
  private void compare(IdentityNumber number) {
    LocalDate birth = number.birthDate();
    boolean anotherDay =
        record
            .answer(BIRTH_DATE)
            .optional()
            .filter(date -> birth.isBefore(date.first()) || birth.isAfter(date.last()))
            .isPresent();
    if (anotherDay) {
      remark(BIRTH_DATE);
    }
    if (record.answer(SEX).optional().filter(sex -> sex != number.sex()).isPresent()) {
      remark(SEX);
    }
  }

  private <T> void remark(Field<T> field) {
    record.put(
        field, record.answer(field).with(Remark.AGAINST_IDENTITY_NUMBER), record.cell(field));
  }

  private <T> void forget(Field<T> field) {
    Optional.ofNullable(record.cell(field))
        .map(cell -> new SourceCell(cell.place(), cell.kind(), "", Double.NaN, "", Set.of()))
        .ifPresent(place -> record.put(field, record.answer(field), place));
  }
}
