package org.denovo.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Lines fit a terminal of 100 columns in both languages. */
class LinesTest {

  @Test
  void aShortTextIsOneLine() {
    assertThat(Lines.of(4, "met")).containsExactly("    met");
  }

  @Test
  void wordsAreNotBroken() {
    String words = "surgery ".repeat(20).strip();
    assertThat(Lines.of(2, words))
        .containsExactly(
            "  " + "surgery ".repeat(12).strip(), "    " + "surgery ".repeat(8).strip());
  }

  @Test
  void aChineseCharacterTakesTwoColumnsAndMayEndALine() {
    assertThat(Lines.width("Ⅳ期")).isEqualTo(3);
    assertThat(Lines.of(0, "期".repeat(60))).containsExactly("期".repeat(50), "  " + "期".repeat(10));
  }

  @Test
  void noLineBeginsWithAClosingMark() {
    assertThat(Lines.of(0, "期".repeat(50) + "，转移")).containsExactly("期".repeat(49), "  期，转移");
  }

  @Test
  void aWordThatFillsALineIsBrokenAndALineFeedInACellIsABlank() {
    assertThat(Lines.of(0, "x".repeat(150)))
        .containsExactly("x".repeat(100), "  " + "x".repeat(50));
    assertThat(Lines.of(0, "a\nb\u001B[31mc")).containsExactly("a b [31mc");
  }
}
