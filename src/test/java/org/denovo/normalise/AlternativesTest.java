package org.denovo.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class AlternativesTest {

  private final List<Map.Entry<String, String>> wordings =
      List.of(Map.entry("ab", "two"), Map.entry("a", "one"), Map.entry("x*", "any"));

  @Test
  void theFirstThatFitsAtAPositionWins() {
    Alternatives<String>.Walk walk = new Alternatives<>(wordings).over("abaxx");
    assertThat(walk.at(0)).isEqualTo(OptionalInt.of(2));
    assertThat(walk.value()).isEqualTo("two");
    assertThat(walk.at(2)).isEqualTo(OptionalInt.of(3));
    assertThat(walk.value()).isEqualTo("one");
    assertThat(walk.at(3)).isEqualTo(OptionalInt.of(5));
    assertThat(walk.value()).isEqualTo("any");
  }

  @Test
  void nothingIsNoFit() {
    assertThat(new Alternatives<>(wordings).over("b").at(0)).isEmpty();
    assertThat(new Alternatives<>(wordings).over("b").at(1)).isEmpty();
  }

  @Test
  void aWalkFindsWhatFitsAtOrAfterAPosition() {
    List<Map.Entry<String, String>> letter = List.of(Map.entry("a", "one"));
    Alternatives<String>.Walk walk = new Alternatives<>(letter).over("bab");
    assertThat(walk.from(0)).isTrue();
    assertThat(List.of(walk.start(), walk.end())).containsExactly(1, 2);
    assertThat(walk.from(1)).isTrue();
    assertThat(walk.from(2)).isFalse();
    assertThat(walk.from(3)).isFalse();
    assertThat(walk.from(4)).isFalse();
  }

  @Test
  void noneIsTriedWhereTheTextGoesOnDifferently() {
    Alternatives<String>.Walk walk = new Alternatives<>("[a]", wordings).over("xxa");
    assertThat(walk.at(0)).isEmpty();
    assertThat(walk.at(2)).isEqualTo(OptionalInt.of(3));
  }

  @Test
  void whatFittedCannotBeAskedForBeforeAnythingDid() {
    assertThatIllegalStateException()
        .isThrownBy(() -> new Alternatives<>(wordings).over("b").value());
  }
}
