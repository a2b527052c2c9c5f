package org.denovo.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

  @ParameterizedTest
  @CsvSource({
    "&lt;2cm, <2cm",
    "&plusmn;, ±",
    "30&#37;, 30%",
    "&#x4e2d;, 中",
    "&#48;&#57;, 09",
    "A&B, a&b",
    "&foo;, &foo;",
    "&#ab;, &#ab;",
    "&#1a;, &#1a;",
    "&#x;, &#x;",
    "&#x110000;, &#x110000;",
    "&#x10ffff;., \uDBFF\uDFFF."
  })
  void entitiesAreDecodedIfThereAreSuch(String text, String spelling) {
    assertThat(Spelling.of(text)).isEqualTo(spelling);
  }

  @ParameterizedTest
  @CsvSource({
    "骨、肝+肺, 、+, 骨;肝;肺",
    "骨(+)+肝(-), +-, 骨(+);肝(-)",
    "骨+), +, 骨;)",
    "(+骨, +, (;骨",
    "+骨+, +, +骨+",
    "骨+肝, '', 骨+肝",
    "骨 肝, ' ', 骨;肝",
    "骨+肝, /, 骨+肝"
  })
  void aColumnsOwnSeparatorsBecomeSemicolonsBetweenTwoCharacters(
      String text, String separators, String parted) {
    assertThat(Spelling.parted(text, separators)).isEqualTo(parted);
  }

  @Test
  void aBlankWithinAChineseWordIsTakenOut() {
    assertThat(Spelling.withoutInnerBlanks("穿 刺 a b 中")).isEqualTo("穿刺 a b 中");
    assertThat(Spelling.withoutInnerBlanks("穿刺")).isEqualTo("穿刺");
  }
}
