package org.denovo.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Each character of a scalar's text is found where it stands in the file. */
class RawScalarTest {

  @Test
  void aPlainScalarIsItsText() {
    assertThat(place("key: abc", 2)).isEqualTo("1:8");
  }

  @Test
  void quotesAndDoubledQuotesAreSteppedOver() {
    assertThat(place("key: 'a''''b'", 0)).isEqualTo("1:7");
    assertThat(place("key: 'a''''b'", 2)).isEqualTo("1:10");
    assertThat(place("key: 'a''''b'", 3)).isEqualTo("1:12");
    assertThat(place("key: \"a\\\"\\\"b\"", 3)).isEqualTo("1:12");
  }

  @Test
  void aBlockKeepsItsLinesAndAFoldedScalarItsOwn() {
    assertThat(place("key: |\n  ab\n  cd\n", 4)).isEqualTo("3:4");
    assertThat(place("key: >-\n  ab\n  cd\n", 3)).isEqualTo("3:3");
    assertThat(place("key: ab\n  cd\n", 4)).isEqualTo("2:4");
  }

  @Test
  void charactersBeyondTheBasicPlaneCountAsOne() {
    assertThat(place("'𠮷': '𠮷𠮷b'", 2)).isEqualTo("1:9");
  }

  @Test
  void anOffsetBeyondTheEndIsTheEnd() {
    assertThat(place("key: abc", 99)).isEqualTo("1:9");
    assertThat(place("key: ''", 5)).isEqualTo("1:7");
  }

  private static String place(String yaml, int offset) {
    YamlNode map = YamlFile.parse("test.yaml", yaml, new Problems()).orElseThrow();
    YamlNode place = map.entries().values().iterator().next().within(offset);
    return place.line() + ":" + place.column();
  }
}
