package org.denovo.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.denovo.source.Place;
import org.denovo.source.SourceCell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TellingTest {

  private static final Telling TELLING = new Telling(new Contents());

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      value = {
        "女,男,女=sex",
        "cT2N1M1,cT3N0M1,T4bN2M1=tnm",
        "浸润性导管癌,浸润性小叶癌,黏液癌=histology_group",
        "绝经前,绝经后=menopausal_status",
        "改良根治术,保乳手术=surgery_type",
        "骨,肝、肺,脑=met_sites",
        "紫杉醇+卡铂,来曲唑+哌柏西利=regimen",
        "城镇职工医保,新农合,自费=insurance_type",
        "Luminal A型,三阴型=molecular_subtype_recorded",
        "L,R=laterality"
      })
  void cellsThatOnlyOneFieldHoldsNameTheColumn(String cells, String field) {
    assertThat(TELLING.of(values(cells), Telling.Header.SAYS_NOTHING))
        .containsOnlyKeys(Target.named(field))
        .allSatisfy(
            (target, score) ->
                assertThat(Decisions.probability(score)).isBetween(Decisions.THRESHOLD, 0.97));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      value = {
        "阳性,阴性=",
        "Yes,No=",
        "1,2,3=",
        "90%,60%=",
        "2019-01-02,2020-03-04=",
        "汉族,回族=",
        "DH0013,DH0026,DH0039="
      })
  void answersToAnyQuestionTellNothing(String cells, String nothing) {
    assertThat(TELLING.of(values(cells), Telling.Header.SAYS_NOTHING)).isEmpty();
  }

  @Test
  void aHeaderThatSaysSomethingElseIsBelievedSooner() {
    List<ColumnScan.Value> sexes = values("女,男");
    double strange = TELLING.of(sexes, Telling.Header.STRANGE).get(Target.named("sex"));
    double other = TELLING.of(sexes, Telling.Header.UNDERSTOOD).get(Target.named("sex"));
    assertThat(Decisions.decision(Decisions.probability(strange)))
        .isEqualTo(ColumnDraft.Decision.TO_CHECK);
    assertThat(Decisions.decision(Decisions.probability(other)))
        .isEqualTo(ColumnDraft.Decision.OPEN);
  }

  @Test
  void aFewCellsTellNothing() {
    List<ColumnScan.Value> one =
        List.of(new ColumnScan.Value(SourceCell.text(new Place("w", "s", 1, 0), "女"), 7));
    assertThat(TELLING.of(one, Telling.Header.SAYS_NOTHING)).isEmpty();
  }

  private static List<ColumnScan.Value> values(String cells) {
    List<ColumnScan.Value> values = new ArrayList<>();
    for (String text : cells.split(",")) {
      int count = text.matches("DH.*") ? 1 : 5;
      values.add(new ColumnScan.Value(SourceCell.text(new Place("w", "s", 1, 0), text), count));
    }
    return values;
  }
}
