package org.denovo.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The registry's secret, with which identifiers become pseudonyms: HMAC-SHA-256, the first 80 bits
 * in base 32. A plain hash would not do, because Chinese identity numbers can be enumerated.
 */
public final class PseudonymKey {

  private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

  private final byte[] secret;

  private PseudonymKey(byte[] secret) {
    this.secret = secret.clone();
  }

  /**
   * A key given as text.
   *
   * @throws IllegalArgumentException if it has fewer than 16 characters
   */
  public static PseudonymKey of(String text) {
    String secret = text.strip();
    if (secret.length() < 16) {
      throw new IllegalArgumentException("a key has at least 16 characters");
    }
    return new PseudonymKey(secret.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The key in a file; if there is no such file, a random one is made, readable by its owner only.
   */
  public static PseudonymKey inFile(Path file) throws IOException {
    if (!Files.exists(file)) {
      make(file.toAbsolutePath());
    }
    return of(Files.readString(file));
  }

  /** The file is there whole or not at all: half a key would be none, and for ever. */
  private static void make(Path file) throws IOException {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    Files.createDirectories(file.getParent());
    boolean posix = Files.getFileStore(file.getParent()).supportsFileAttributeView("posix");
    FileAttribute<?>[] owner =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    Path part = Files.createTempFile(file.getParent(), ".key", ".part", owner);
    Files.writeString(
        part,
        HexFormat.of().formatHex(random) + "\n",
        StandardOpenOption.WRITE,
        StandardOpenOption.SYNC);
    try {
      Files.move(part, file);
    } catch (FileAlreadyExistsException e) {
      Files.delete(part); // another process was faster; its key counts
    }
  }

  /** The pseudonym of a text within a domain; equal texts of different domains share nothing. */
  public String pseudonym(String domain, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      mac.update(domain.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return base32(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA-256 is part of every Java", e);
    }
  }

  /** Tells two keys apart without showing either. */
  public String fingerprint() {
    return pseudonym("fingerprint", "");
  }

  private static String base32(byte[] bytes) {
    StringBuilder text = new StringBuilder(16);
    long bits = 0;
    int count = 0;
    for (int i = 0; i < 10; i++) {
      bits = bits << 8 | bytes[i] & 0xFF;
      count += 8;
      while (count >= 5) {
        count -= 5;
        text.append(BASE32.charAt((int) (bits >> count & 31)));
      }
    }
    return text.toString();
  }
}
