package org.denovo.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SurnamesTest {

  @ParameterizedTest
  @ValueSource(strings = {"王秀英", "欧阳静", "李某", "张*"})
  void aNameBeginsWithASurname(String name) {
    assertThat(Surnames.known().begin(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"王", "骨转移", "切缘", "Wang"})
  void whatIsNoNameDoesNot(String text) {
    assertThat(Surnames.known().begin(text)).isFalse();
  }
}
