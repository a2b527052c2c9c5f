package org.denovo.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Traditional characters are read as the simplified ones of the words. */
class TraditionalTest {

  /** Characters that are simplified in these words only, or by one of several forms. */
  private static final Map<Integer, Integer> OURS = Map.of((int) '著', (int) '着');

  @Test
  void everyCharacterIsSimplifiedAsIcuDoes() {
    Transliterator icu = Transliterator.getInstance("Traditional-Simplified");
    Map<String, String> other = new TreeMap<>();
    for (char c = '\u4E00'; c < '\u9FFF'; c++) {
      char simple = Traditional.simplified(c);
      String right = icu.transliterate(Character.toString(c));
      boolean ours = OURS.containsKey((int) c) && OURS.get((int) c) == simple;
      if (simple != c && !ours && !right.equals(Character.toString(simple))) {
        other.put(Character.toString(c), simple + " for " + right);
      }
    }
    assertThat(other).isEmpty();
  }

  @Test
  void wordsAreComparedInSimplifiedCharacters() {
    assertThat(Words.fold("浸潤性小葉癌")).isEqualTo("浸润性小叶癌");
    assertThat(Words.fold("陽性")).isEqualTo("阳性");
    assertThat(Words.fold("骨轉移")).isEqualTo("骨转移");
  }
}
