package org.denovo.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PinyinTest {

  @Test
  void everyCharacterIsReadAsIcuReadsIt() {
    StringBuilder all = new StringBuilder();
    for (char c = '\u3400'; c <= '\u9FFF'; c++) {
      all.append(c).append('\n');
    }
    String[] icu =
        Pinyin.plain(Transliterator.getInstance("Han-Latin").transliterate(all.toString()))
            .split("\n", -1);
    TreeMap<String, String> wrong = new TreeMap<>();
    for (int i = 0; i < 0xA000 - 0x3400; i++) {
      String right = icu[i].strip();
      String here = Pinyin.of(0x3400 + i).orElse("");
      if (!here.equals(right.matches("[a-z]+") ? right : "")) {
        wrong.put(Character.toString(0x3400 + i), here + " " + right);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void lettersAreCutIntoTheFewestSyllables() {
    assertThat(Pinyin.cut("zhuyuanhao")).contains(List.of("zhu", "yuan", "hao"));
    assertThat(Pinyin.cut("lyufang")).contains(List.of("lyu", "fang"));
    assertThat(Pinyin.cut("breast")).isEmpty();
  }

  @Test
  void whatIsNoChineseCharacterHasNoSyllable() {
    assertThat(Pinyin.of('女')).contains("nv");
    assertThat(Pinyin.of('a')).isEqualTo(Optional.empty());
  }
}
