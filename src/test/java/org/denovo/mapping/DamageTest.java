package org.denovo.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hazard 4: texts that some program decoded in a wrong encoding before we saw them. */
class DamageTest {

  private static final Charset GBK = Charset.forName("GB18030");
  private static final Charset LATIN = Charset.forName("windows-1252");

  @ParameterizedTest
  @ValueSource(strings = {"阳性", "乳腺癌", "左乳浸润性导管癌", "未见转移", "确诊日期", "术后切缘阴性"})
  void eachWayOfReadingInAWrongEncodingIsSeen(String word) {
    assertThat(Damage.shows(new String(word.getBytes(StandardCharsets.UTF_8), GBK))).isTrue();
    assertThat(Damage.shows(new String(word.getBytes(GBK), LATIN))).isTrue();
    assertThat(
            Damage.shows(
                new String(word.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)))
        .isTrue();
    assertThat(Damage.shows(new String(word.getBytes(GBK), StandardCharsets.UTF_8))).isTrue();
    assertThat(Damage.shows("T2 " + new String(word.getBytes(GBK), LATIN) + " 90%")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"锟斤拷锟斤拷", "阳\uFFFD", "Ã©", "naÃ¯ve", "Â±"})
  void knownSignaturesAreSeen(String text) {
    assertThat(Damage.shows(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "90%",
        "ER（+）90％",
        "阳性",
        "联通",
        "乳腺癌",
        "Müller",
        "René",
        "±",
        "3×4 cm",
        "≥10%",
        "µmol",
        "Ki-67 约30％",
        "T2N1M0 Ⅳ期",
        "β-HCG",
        "鐵",
        "涓流",
        "閫",
        "鍏",
        "25℃",
        "naïve",
        "Ã",
        "½"
      })
  void plainTextsAreNot(String text) {
    assertThat(Damage.shows(text)).isFalse();
  }
}
