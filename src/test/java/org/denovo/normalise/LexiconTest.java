package org.denovo.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LexiconTest {

  private final Lexicon words =
      Lexicon.of(
          Map.of(
              "breast", Map.of("保乳", "bcs", "乳", "breast", "l", "left"),
              "not", Map.of("未见", "no", "未见癌", "clear"),
              "code", Map.of("t1", "t1", "r0", "r0")));

  @Test
  void theLongestWordIsSeenFirst() {
    assertThat(read("未见癌")).containsExactly("not:clear");
    assertThat(read("未见保乳乳")).containsExactly("not:no", "breast:bcs", "breast:breast");
  }

  @Test
  void theLongestWordIsSeenFirstInWhateverOrderTheyAreListed() {
    List<String> words = List.of("甲", "甲乙丙丁", "甲乙", "甲乙丙");
    Map<String, String> listed = new LinkedHashMap<>();
    words.forEach(word -> listed.put(word, word));
    assertThat(read(Lexicon.of(Map.of("g", listed)), "甲乙丙丁甲乙丙甲乙甲"))
        .containsExactly("g:甲乙丙丁", "g:甲乙丙", "g:甲乙", "g:甲");
  }

  @Test
  void aBlankPartsNoChineseWordButALatinOne() {
    assertThat(read("保 乳")).containsExactly("breast:bcs");
    assertThat(read("未 见 癌")).containsExactly("not:clear");
    assertThat(read("保  乳")).containsExactly("unknown:保", "breast:breast");
    assertThat(read("t 1")).containsExactly("unknown:t", "number:1");
  }

  @Test
  void whatNoListKnowsIsOneTokenAsFarAsItTouches() {
    assertThat(read("甲乙丙保乳丁")).containsExactly("unknown:甲乙丙", "breast:bcs", "unknown:丁");
    assertThat(read("甲 乙")).containsExactly("unknown:甲", "unknown:乙");
    assertThat(read("甲abc")).containsExactly("unknown:甲abc");
    assertThat(words.tokens("x 甲乙").get(1).at()).isEqualTo(2);
    assertThat(words.tokens("甲乙保乳").get(1).at()).isEqualTo(2);
  }

  @Test
  void aLatinWordOrANumberIsNotFoundWithinALongerOne() {
    assertThat(read("l")).containsExactly("breast:left");
    assertThat(read("bilateral")).containsExactly("unknown:bilateral");
    assertThat(read("la")).containsExactly("unknown:la");
    assertThat(read("al")).containsExactly("unknown:al");
    assertThat(read("zl")).containsExactly("unknown:zl");
    assertThat(read("lz")).containsExactly("unknown:lz");
    assertThat(read("l乳")).containsExactly("breast:left", "breast:breast");
    assertThat(read("t1")).containsExactly("code:t1");
    assertThat(read("t12")).containsExactly("unknown:t", "number:12");
    assertThat(read("t10")).containsExactly("unknown:t", "number:10");
    assertThat(read("t19")).containsExactly("unknown:t", "number:19");
  }

  @Test
  void aNumberHasOneDecimalPointBetweenDigits() {
    assertThat(read("1.5")).containsExactly("number:1.5");
    assertThat(read("10.25乳")).containsExactly("number:10.25", "breast:breast");
    assertThat(read("09")).containsExactly("number:09");
    assertThat(read("1.")).containsExactly("number:1", "punctuation:.");
    assertThat(read("1.2.3")).containsExactly("number:1.2", "punctuation:.", "number:3");
    assertThat(read("1.a")).containsExactly("number:1", "punctuation:.", "unknown:a");
  }

  @Test
  void aSpellingWithTwoMeaningsIsABug() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Lexicon.of(Map.of("one", Map.of("甲", "a"), "two", Map.of("甲", "b"))))
        .withMessageContaining("'甲' stands in ");
  }

  @Test
  void theListsThatComeWithTheSoftwareAreRead() {
    assertThat(read(Lexicon.named("margin"), "切缘")).containsExactly("edge:edge");
  }

  private List<String> read(String folded) {
    return read(words, folded);
  }

  private static List<String> read(Lexicon lexicon, String folded) {
    return lexicon.tokens(folded).stream()
        .map(token -> token.group() + ":" + token.code())
        .toList();
  }
}
