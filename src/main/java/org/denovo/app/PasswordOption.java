package org.denovo.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The password of an encrypted workbook, from a file: never on the command line. */
final class PasswordOption {

  @Option(names = "--password-file", paramLabel = "FILE", descriptionKey = "password")
  private Path file;

  /** The first line of the file, if one was named. */
  Optional<char[]> read() {
    if (file == null) {
      return Optional.empty();
    }
    try {
      return Files.readString(file).lines().findFirst().map(String::toCharArray);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<Path> file() {
    return Optional.ofNullable(file);
  }
}
