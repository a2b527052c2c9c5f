package org.denovo.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.denovo.record.Fields.BIRTH_DATE;
import static org.denovo.record.Fields.NATIONAL_ID;
import static org.denovo.record.Fields.PERSON_NAME;
import static org.denovo.record.Fields.SEX;

import java.util.Set;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.NameMark;
import org.denovo.record.PartialDate;
import org.denovo.record.PatientRecord;
import org.denovo.record.Remark;
import org.denovo.source.Kind;
import org.denovo.source.SourceCell;
import org.denovo.vocabulary.Sex;
import org.junit.jupiter.api.Test;

/** The numbers are the standard's own example and variations of it; they belong to nobody. */
class IdentityNumberTest {

  private static final String EXAMPLE = "11010519491231002X";

  @Test
  void theStandardsExampleIsValid() {
    assertThat(IdentityNumber.of(EXAMPLE).isValid()).isTrue();
    assertThat(IdentityNumber.of("110105 19491231 002x").isValid()).isTrue();
  }

  @Test
  void aNumberInScientificNotationHasLostItsLastDigits() {
    assertThat(IdentityNumber.of("1.10105E+17").lostDigits()).isTrue();
    assertThat(IdentityNumber.of("1.1010519491231E17").lostDigits()).isTrue();
    assertThat(IdentityNumber.of(EXAMPLE).lostDigits()).isFalse();
  }

  @Test
  void aWrongCheckCharacterOrDateIsInvalid() {
    assertThat(IdentityNumber.of("110105194912310021").isValid()).isFalse();
    assertThat(IdentityNumber.of("110105194913310026").isValid()).isFalse();
    assertThat(IdentityNumber.of("12345").isValid()).isFalse();
    assertThat(IdentityNumber.of("护照").isValid()).isFalse();
  }

  @Test
  void theOldFormIsTheSamePerson() {
    assertThat(IdentityNumber.of("110105491231002").full()).isEqualTo(EXAMPLE);
    assertThat(IdentityNumber.of("110105491231002").isValid()).isTrue();
  }

  @Test
  void theValueIsAHash() {
    assertThat(answer(Cells.text(EXAMPLE))).isEqualTo(Answer.known("hash of " + EXAMPLE));
    assertThat(answer(Cells.text("110105491231002"))).isEqualTo(Answer.known("hash of " + EXAMPLE));
    assertThat(answer(Cells.text("护照E1")))
        .isEqualTo(Answer.known("hash of 护照E1", Remark.ID_INVALID));
  }

  @Test
  void aNumberThatLostItsLastDigitsIsNobodys() {
    assertThat(answer(Cells.text("110105194912310000")))
        .isEqualTo(Answer.unreadable(Remark.ID_DIGITS_LOST));
    SourceCell number =
        new SourceCell(Cells.place(0), Kind.NUMBER, "110105194912310020", 1.1e17, "0", Set.of());
    assertThat(answer(number)).isEqualTo(Answer.unreadable(Remark.ID_DIGITS_LOST));
  }

  @Test
  void ofANameThreeHashesAreKept() {
    NameMark mark =
        new NameMark(
            "hash of name characters\n张三",
            "hash of name sound\nsan zhang",
            "hash of name initials\nzhang s");
    assertThat(Cells.read(Cells.field(PERSON_NAME), Cells.text(" 张　三 ")).answer(PERSON_NAME))
        .isEqualTo(Answer.known(mark.write()));
  }

  @Test
  void aHiddenNameIsNotKnown() {
    assertThat(Cells.read(Cells.field(PERSON_NAME), Cells.text("张某某")).answer(PERSON_NAME))
        .isEqualTo(Answer.absent(Absence.UNKNOWN));
  }

  @Test
  void anAnswerThatTheNumberContradictsSaysSo() {
    PatientRecord patient =
        Cells.normalise(
            Cells.cell(BIRTH_DATE, "1949-12-30"),
            Cells.cell(NATIONAL_ID, EXAMPLE),
            Cells.cell(SEX, "男"));
    assertThat(patient.answer(BIRTH_DATE))
        .isEqualTo(Answer.known(new PartialDate(1949, 12, 30), Remark.AGAINST_IDENTITY_NUMBER));
    assertThat(patient.answer(SEX))
        .isEqualTo(Answer.known(Sex.MALE, Remark.AGAINST_IDENTITY_NUMBER));
  }

  @Test
  void anAnswerThatTheNumberBearsOutOrANumberThatIsInvalidChangesNothing() {
    PatientRecord agrees =
        Cells.normalise(
            Cells.cell(NATIONAL_ID, "110105491231002"),
            Cells.cell(BIRTH_DATE, "1949-12"),
            Cells.cell(SEX, "女"));
    assertThat(agrees.answer(BIRTH_DATE)).isEqualTo(Answer.known(new PartialDate(1949, 12, 0)));
    assertThat(agrees.answer(SEX)).isEqualTo(Answer.known(Sex.FEMALE));

    PatientRecord invalid =
        Cells.normalise(Cells.cell(NATIONAL_ID, "110105194912310021"), Cells.cell(SEX, "男"));
    assertThat(invalid.answer(SEX)).isEqualTo(Answer.known(Sex.MALE));
  }

  @Test
  void noIdentifierIsLeftInClearInTheRecord() {
    PatientRecord patient =
        Cells.normalise(Cells.cell(NATIONAL_ID, EXAMPLE), Cells.cell(PERSON_NAME, "张三"));
    assertThat(patient.cell(NATIONAL_ID).orElseThrow().text()).isEmpty();
    assertThat(patient.cell(NATIONAL_ID).orElseThrow().place()).isEqualTo(Cells.place(0));
    assertThat(patient.cell(PERSON_NAME).orElseThrow().text()).isEmpty();
    assertThat(patient.answer(NATIONAL_ID)).isEqualTo(Answer.known("hash of " + EXAMPLE));
  }

  private static Answer<String> answer(SourceCell cell) {
    return Cells.read(Cells.field(NATIONAL_ID), cell).answer(NATIONAL_ID);
  }
}
