package org.denovo.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.denovo.vocabulary.Lang;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlFolderTest {

  @TempDir Path root;

  @Test
  void whatOnlyLooksLikeAConfigurationFileIsNamed() throws IOException {
    Path folder = Files.createDirectories(root.resolve("mappings"));
    for (String name :
        List.of(
            "north.yaml",
            "south.yml",
            "East.YAML",
            "west.yaml.txt",
            "north.yaml.bak",
            "north.yaml~",
            ".north.yml",
            "notes.txt")) {
      Files.writeString(folder.resolve(name), "");
    }
    Files.createDirectories(folder.resolve("old.yml"));
    Problems problems = new Problems();

    assertThat(YamlFolder.files(root, folder, problems))
        .containsExactly(folder.resolve("north.yaml"));
    assertThat(problems.sorted())
        .extracting(problem -> problem.in(Lang.EN))
        .containsExactly(
            "mappings/East.YAML:1:1 a configuration file ends with .yaml; this one would not be"
                + " read: rename it; did you mean 'East.yaml'?",
            "mappings/south.yml:1:1 a configuration file ends with .yaml; this one would not be"
                + " read: rename it; did you mean 'south.yaml'?",
            "mappings/west.yaml.txt:1:1 a configuration file ends with .yaml; this one would not be"
                + " read: rename it; did you mean 'west.yaml'?");
  }

  @Test
  void aFolderThatIsNotThereHasNone() {
    assertThat(YamlFolder.files(root, root.resolve("rules"), new Problems())).isEmpty();
  }
}
