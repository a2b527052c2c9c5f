package org.denovo.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PseudonymKeyTest {

  @TempDir Path folder;

  @Test
  void aPseudonymIsTheStartOfAnHmac() {
    // openssl dgst -sha256 -hmac 0123456789abcdef over "patient\0A1", first 10 bytes in base32
    String pid = PseudonymKey.of("0123456789abcdef").pseudonym("patient", "A1");
    assertThat(pid).isEqualTo("jaxiupjvm4pqqlhp");
  }

  @Test
  void domainsAndKeysShareNothing() {
    PseudonymKey key = PseudonymKey.of("0123456789abcdef");
    PseudonymKey other = PseudonymKey.of("0123456789abcdeg");
    assertThat(key.pseudonym("a", "x")).isNotEqualTo(key.pseudonym("b", "x"));
    assertThat(key.pseudonym("a", "x")).isNotEqualTo(other.pseudonym("a", "x"));
    assertThat(key.fingerprint()).isNotEqualTo(other.fingerprint());
  }

  @Test
  void aKeyFileIsMadeOnceAndForItsOwnerOnly() throws IOException {
    Path file = folder.resolve("deep/denovo.key");
    PseudonymKey made = PseudonymKey.inFile(file);
    assertThat(PseudonymKey.inFile(file).fingerprint()).isEqualTo(made.fingerprint());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void aShortKeyIsRefused() {
    assertThatThrownBy(() -> PseudonymKey.of("short")).isInstanceOf(IllegalArgumentException.class);
  }
}
