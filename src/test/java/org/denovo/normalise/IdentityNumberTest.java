package org.denovo.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.denovo.record.Fields.NATIONAL_ID;
import static org.denovo.record.Fields.PERSON_NAME;

import java.util.Set;
import org.denovo.record.Answer;
import org.denovo.record.Remark;
import org.denovo.source.Kind;
import org.denovo.source.SourceCell;
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
  void aNameIsHashedWithoutItsBlanks() {
    assertThat(Cells.read(Cells.field(PERSON_NAME), Cells.text(" 张　三 ")).answer(PERSON_NAME))
        .isEqualTo(Answer.known("hash of 张三"));
  }

  private static Answer<String> answer(SourceCell cell) {
    return Cells.read(Cells.field(NATIONAL_ID), cell).answer(NATIONAL_ID);
  }
}
