package org.denovo.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WordFileTest {

  @Test
  void aListGivesEachFoldedSpellingItsCode() {
    Map<String, Map<String, String>> codes = WordFile.read("codes");
    assertThat(codes.get("sex")).containsEntry("女", "female").containsEntry("f", "female");
    assertThat(codes.get("laterality")).containsEntry("左", "left");
  }

  @Test
  void aListThatIsMissingIsABug() {
    assertThatIllegalStateException()
        .isThrownBy(() -> WordFile.read("nowhere"))
        .withMessage("/org/denovo/words/nowhere.yaml is missing");
  }

  @Test
  void aFileThatIsNoListIsABug() {
    assertThatIllegalStateException()
        .isThrownBy(() -> WordFile.read("traditional"))
        .withMessageStartingWith("traditional: [traditional:");
  }
}
