package org.denovo.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.denovo.record.Answer;
import org.denovo.record.Fields;
import org.denovo.record.PatientKey;
import org.denovo.record.PatientRecord;
import org.denovo.source.Place;
import org.denovo.source.SourceCell;
import org.denovo.vocabulary.MarginStatus;
import org.junit.jupiter.api.Test;

/** Which spellings are new. All patients are invented. */
class SpellingsTest {

  @Test
  void aSpellingIsNewIfNoWorkbookOfTheLastRunHadIt() {
    Spellings spellings = new Spellings(100);
    spellings.add(patient("c01", "净"), false);
    spellings.add(patient("c01", "干净"), false);
    spellings.add(patient("c02", " 干净 "), false);
    spellings.add(patient("c01", "R0"), false);
    spellings.add(patient("c03", "阴性"), true);
    spellings.add(patient("c01", "阴性"), false);
    spellings.addFormer(patient("c01", "R0"));
    assertThat(spellings.fresh())
        .containsExactly(
            new Spellings.Line(Fields.MARGIN_STATUS, "干净", "negative", 2, Set.of("c01", "c02")),
            new Spellings.Line(Fields.MARGIN_STATUS, "净", "negative", 1, Set.of("c01")));
  }

  @Test
  void whatNobodyUnderstoodHasNoCode() {
    Spellings spellings = new Spellings(100);
    SourceCell cell = cell("？？");
    spellings.add(
        record("c01").put(Fields.MARGIN_STATUS, Answer.unreadable(), cell).build(), false);
    assertThat(spellings.fresh()).extracting(Spellings.Line::value).containsExactly("unreadable");
  }

  @Test
  void sentencesAndIdentifiersAreNoSpellings() {
    Spellings spellings = new Spellings(100);
    spellings.add(patient("c01", "镜".repeat(61)), false);
    spellings.add(
        record("c01").put(Fields.NATIONAL_ID, Answer.known("hash"), cell("11010")).build(), false);
    assertThat(spellings.fresh()).isEmpty();
  }

  @Test
  void soManyTextsOfAFieldAreKeptAndNoMore() {
    Spellings spellings = new Spellings(2);
    for (int i = 0; i < 5; i++) {
      spellings.add(patient("c01", "净" + i), false);
    }
    assertThat(spellings.fresh()).extracting(Spellings.Line::raw).containsExactly("净0", "净1");
  }

  private static PatientRecord patient(String centre, String margin) {
    return record(centre)
        .put(Fields.MARGIN_STATUS, Answer.known(MarginStatus.NEGATIVE), cell(margin))
        .build();
  }

  private static PatientRecord.Builder record(String centre) {
    return PatientRecord.of(new PatientKey(centre, "1", "P1"));
  }

  private static SourceCell cell(String text) {
    return SourceCell.text(new Place("a.xlsx", "1", 2, 3), text);
  }
}
