package org.denovo.vocabulary;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * Something that a run is made with, as it then was.
 *
 * @param name the path of a file, the id of a rule, the name of a parameter
 * @param version as its author numbers it; empty if nobody does
 * @param sha256 of its bytes; empty if the version says it all
 */
public record Edition(Kind kind, String name, String version, String sha256) {

  /** What it is. */
  public enum Kind {
    PROGRAM(new Text("程序", "program")),
    RULE(new Text("规则", "rule")),
    RULE_FILE(new Text("规则文件", "rule file")),
    WORDS(new Text("词表", "words")),
    MAPPING(new Text("映射", "mapping")),
    COHORT(new Text("队列", "cohort")),
    PARAMETER(new Text("参数", "parameter")),
    JOB(new Text("作业", "job"));

    private final Text title;

    Kind(Text title) {
      this.title = title;
    }

    /** The name in both languages. */
    public Text title() {
      return title;
    }
  }

  public Edition {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(sha256, "sha256");
  }

  /** The edition of something that consists of these bytes. */
  public static Edition of(Kind kind, String name, String version, byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new Edition(kind, name, version, HexFormat.of().formatHex(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The edition of something that consists of this text. */
  public static Edition of(Kind kind, String name, String version, String text) {
    return of(kind, name, version, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Version and the first digits of the hash, as far as there are any: {@code 1.2.0 (9f3ac21b)}.
   */
  public String shown() {
    if (sha256.isEmpty()) {
      return version;
    }
    String hash = sha256.substring(0, Math.min(8, sha256.length()));
    return version.isEmpty() ? hash : version + " (" + hash + ")";
  }
}
