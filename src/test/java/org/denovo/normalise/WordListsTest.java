package org.denovo.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.denovo.vocabulary.Edition;
import org.junit.jupiter.api.Test;

/** Every list of words counts for the edition of the words. */
class WordListsTest {

  @Test
  void noListIsLeftOut() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/org/denovo/words"))) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".yaml", "")))
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(WordLists.NAMES.stream(), WordLists.FOLDS.stream()).toList());
    }
  }

  @Test
  void theEditionHasAVersionAndAHash() {
    Edition edition = WordLists.edition();
    assertThat(edition.name()).isEqualTo("built-in");
    assertThat(edition.version()).matches("\\d+\\.\\d+\\.\\d+");
    assertThat(edition.sha256()).matches("[0-9a-f]{64}");
  }
}
