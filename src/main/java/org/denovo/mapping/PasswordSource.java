package org.denovo.mapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Where a centre's workbook password is kept; never the password itself. */
public sealed interface PasswordSource {

  /**
   * The password, if it is there. A missing variable or file gives nothing: the workbook is then
   * refused as encrypted, if it is.
   */
  Optional<char[]> read(Map<String, String> environment);

  /** In an environment variable. */
  record Environment(String name) implements PasswordSource {

    public Environment {
      Objects.requireNonNull(name, "name");
    }

    @Override
    public Optional<char[]> read(Map<String, String> environment) {
      return Optional.ofNullable(environment.get(name)).map(String::toCharArray);
    }
  }

  /** In the first line of a file. */
  record File(Path path) implements PasswordSource {

    public File {
      Objects.requireNonNull(path, "path");
    }

    @Override
    public Optional<char[]> read(Map<String, String> environment) {
      try {
        return Files.readString(path).lines().findFirst().map(String::toCharArray);
      } catch (IOException e) {
        return Optional.empty();
      }
    }
  }
}
