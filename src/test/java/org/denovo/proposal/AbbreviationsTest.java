package org.denovo.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AbbreviationsTest {

  private static final Abbreviations SHORT = new Abbreviations(Concepts.shipped().words());

  @ParameterizedTest
  @CsvSource({
    "ptnt, patient",
    "latrlty, side",
    "estrgn, er",
    "rcptr, receptor",
    "endocr, endocrine",
    "radiatn, radiotherapy",
    "progr, progression",
    "dgns, diagnosis",
    "dth, death",
    "examd, examined",
    "morphologies, histology",
    "diagonsis, diagnosis",
    "axilary, axilla",
    "haemorrhages, ''"
  })
  void whatAllLikelyReadingsAgreeOnIsTheMeaning(String letters, String concept) {
    assertThat(SHORT.concept(letters).orElse("")).isEqualTo(concept);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dm", "bmi", "cea", "ldh", "density", "anaemia", "smoking", "weight"})
  void anotherWordStaysUnknown(String letters) {
    assertThat(SHORT.concept(letters)).isEmpty();
  }

  @Test
  void whatIsShortForTwoWordsIsNeither() {
    // Last and lost lack one vowel each.
    assertThat(new Abbreviations(java.util.Map.of("last", "last", "lost", "lost")).concept("lst"))
        .isEmpty();
  }

  @Test
  void lettersThatAreShortForAWordThatSaysNothingStayUnknown() {
    assertThat(new Abbreviations(java.util.Map.of("details", Concepts.NOISE)).concept("dtls"))
        .isEmpty();
  }
}
